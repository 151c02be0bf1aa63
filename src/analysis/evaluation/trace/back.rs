//! Attacks that go both ways: of all that keeps a statement open, that is the one to be told.

use framework::{Argument, Status};

use crate::analysis::evaluation::trace::{Foe, Trace};
use crate::model::StatementId;

/// So many open attacks are looked at for one that goes both ways.
const LOOKED_AT: usize = 8;

impl Foe {
    /// The statement that speaks; none where a repair adds it.
    pub fn speaker(self) -> Option<StatementId> {
        match self {
            Foe::Against { speaker, .. } | Foe::Excludes(speaker) => Some(speaker),
            Foe::New => None,
        }
    }
}

impl Trace<'_> {
    /// The attack of a statement on one that attacks it.
    pub fn back(&self, statement: StatementId, attacker: StatementId) -> Option<Foe> {
        let compiled = &self.outcome.compiled;
        if compiled.members(statement).len() > 1 {
            let back = self.foes(attacker).into_iter();
            return back.map(|(_, foe)| foe).find(|foe| foe.speaker() == Some(statement));
        }
        let back = compiled.attack(compiled.statement(statement), attacker)?;
        back.from.map(|writer| Foe::Against { speaker: statement, writer, target: back.to })
    }

    /// An open attack on a statement that it returns, where there is one.
    pub fn mutual(&self, statement: StatementId) -> Option<Argument> {
        let open = |from: Argument| self.outcome.of_argument(from) == Some(Status::Open);
        let foes = self.foes(statement).into_iter().filter(|(from, _)| open(*from)).take(LOOKED_AT);
        let both = |foe: Foe| foe.speaker().is_some_and(|it| it != statement && self.back(statement, it).is_some());
        foes.filter(|(_, foe)| both(*foe)).map(|(from, _)| from).next()
    }
}
