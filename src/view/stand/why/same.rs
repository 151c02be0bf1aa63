//! Attacks that reach one statement because another says the same: who agrees with whom is told where it happens.

use crate::analysis::evaluation::trace::Foe;
use crate::model::{RelationKind, StatementId};
use crate::page::{Mark, Runs};

use super::Teller;
use super::read_in::tilde;

impl Teller<'_> {
    /// `, with which Mara agrees~` of a statement that is attacked, beside the one that is told of; `, which says the same~` where others
    /// lie between the two.
    pub(super) fn with_which_agrees(&self, target: StatementId, statement: StatementId) -> Runs {
        let read_in = tilde(self.trace.is_sameness_read_in(target, statement));
        match self.agreeing(target, statement) {
            Some(from) if from == statement => {
                let makers = self.speech.makers(statement);
                let agrees = if self.map.authors_of(statement).len() > 1 { "agree" } else { "agrees" };
                Runs::from(format!(", with which {makers} {agrees}")).joined(read_in)
            }
            Some(_) => Runs::from(", which agrees with it").joined(read_in),
            None => Runs::from(", which says the same").joined(read_in),
        }
    }

    /// `, which says the same as~ Y,`: of a statement whose attack another wrote.
    pub(super) fn which_says_the_same_as(&self, speaker: StatementId, writer: StatementId) -> Runs {
        let read_in = tilde(self.trace.is_sameness_read_in(speaker, writer));
        let words = match self.agreeing(speaker, writer) {
            Some(from) if from == speaker => ", which agrees with",
            _ => ", which says the same as",
        };
        Runs::from(words).joined(read_in).with(Mark::Plain, " ").joined(self.name(writer)).with(Mark::Plain, ",")
    }

    /// `but Y says the same~ and stands`
    pub(super) fn says_the_same_and_stands(&self, other: StatementId, statement: StatementId) -> Runs {
        let runs = Runs::from("but ").joined(self.name(other)).with(Mark::Plain, " says the same");
        runs.joined(tilde(self.trace.is_sameness_read_in(other, statement))).with(Mark::Plain, " and stands")
    }

    /// Whether an attack reaches a statement only because the mapper reads two statements as saying the same.
    pub fn is_carried_by_reading(&self, statement: StatementId, foe: Foe) -> bool {
        match foe {
            Foe::Against { speaker, writer, target } => {
                self.trace.is_sameness_read_in(speaker, writer) || self.trace.is_sameness_read_in(target, statement)
            }
            Foe::Excludes(_) | Foe::New => false,
        }
    }

    /// Of two statements the one that is written to agree with the other; none where neither is.
    fn agreeing(&self, one: StatementId, other: StatementId) -> Option<StatementId> {
        let agrees = |from: StatementId, with: StatementId| {
            let mut relations = self.map.relations_from(from).iter().map(|&id| &self.map.relations[id]);
            relations.any(|relation| relation.kind == RelationKind::Agrees && relation.to == with)
        };
        [(one, other), (other, one)].into_iter().find(|&(from, with)| agrees(from, with)).map(|(from, _)| from)
    }
}
