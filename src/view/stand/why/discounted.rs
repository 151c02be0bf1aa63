//! Attacks on a statement that do not count for the audience.

use framework::Status;

use crate::analysis::evaluation::audience::Relevance;
use crate::analysis::evaluation::trace::Step;
use crate::model::{RelationId, RelationKind, StatementId};
use crate::page::{Mark, Runs};

use super::Teller;

impl Teller<'_> {
    /// `X attacks it, but that does not count for Ann, who asserts it`, where anything is.
    pub(super) fn overridden(&self, statement: StatementId) -> Option<Runs> {
        let compiled = &self.trace.outcome.compiled;
        let attacks = compiled.discounted.against(compiled.proposition(statement));
        let falls = |from: StatementId| self.trace.outcome.of(from) == Some(Status::Falls);
        // An attacker that stands by itself says most.
        let first = attacks.clone().find(|(from, _)| !falls(*from)).or_else(|| attacks.clone().next());
        if let Some((from, target)) = first {
            let mut runs = self.name(from).joined(self.is_against(from, target, statement));
            if falls(from) && !self.is_felled_by(from, statement) {
                return Some(runs.with(Mark::Plain, ", but ").joined(self.failure(from)));
            }
            runs.append(self.does_not_count(statement, from));
            match attacks.count() - 1 {
                0 => {}
                1 => runs.push(Mark::Plain, "; one more attack does not count, either"),
                more => runs.push(Mark::Plain, format!("; {more} more attacks do not count, either")),
            }
            return Some(runs);
        }
        if let Some(from) = compiled.discounted.excluding(statement) {
            let runs = self.name(from).with(Mark::Plain, " holds what excludes it, but that does not count for ");
            return Some(runs.joined(self.who_accepts(statement, "it")));
        }
        let of_no_use = |it: &StatementId| self.trace.outcome.of(*it) != Some(Status::Stands);
        let conclusion = compiled.discounted.binding(statement).find(of_no_use)?;
        let runs = Runs::from("it is a reason for ").joined(self.name(conclusion));
        let fares = format!(", which {}, but that does not count for ", self.fares(conclusion));
        Some(runs.with(Mark::Plain, fares).joined(self.who_accepts(statement, "it")))
    }

    /// Whether one statement falls because of the other: that is no answer to what it says against that.
    fn is_felled_by(&self, statement: StatementId, other: StatementId) -> bool {
        match self.trace.step(self.trace.outcome.compiled.statement(statement)) {
            Step::Felled(by) => self.trace.foe(by, statement).speaker() == Some(other),
            _ => false,
        }
    }

    /// `, but that does not count for Ann, who asserts it`, `, but Ann holds it in spite of that`.
    fn does_not_count(&self, statement: StatementId, from: StatementId) -> Runs {
        let in_spite = |id: &RelationId| {
            let relation = &self.map.relations[*id];
            relation.to == from && relation.kind == RelationKind::Despite
        };
        match self.audience {
            Some((audience, name)) if self.map.relations_from(statement).iter().any(in_spite) => {
                let holds = if audience.is_joint() { "hold" } else { "holds" };
                format!(", but {name} {holds} it in spite of that").into()
            }
            _ => Runs::from(", but that does not count for ").joined(self.who_accepts(statement, "it")),
        }
    }

    /// `what X says against that does not count for Ann, who asserts it`, where anything is said against it in vain.
    pub(super) fn discounted(&self, statement: StatementId) -> Option<Runs> {
        let compiled = &self.trace.outcome.compiled;
        let (from, _) = compiled.discounted.against(compiled.proposition(statement)).next()?;
        let runs = Runs::from("the answer ").joined(self.name(from)).with(Mark::Plain, " does not count for ");
        Some(runs.joined(self.who_accepts(statement, "that")))
    }

    /// `what it says against X does not count for Ann`, where it says anything in vain.
    pub(super) fn in_vain(&self, statement: StatementId) -> Option<Runs> {
        let (_, name) = self.audience?;
        let (target, reason) = self.trace.outcome.compiled.discounted.spoken_against(statement)?;
        let what = if reason { "a reason for " } else { "" };
        let runs = Runs::from(format!("what it says against {what}")).joined(self.name(target));
        Some(runs.with(Mark::Plain, " does not count for ").with(Mark::Plain, name))
    }

    /// `Ann, who asserts it`, `Ann, who grants the same in X`.
    pub(super) fn who_accepts(&self, statement: StatementId, pronoun: &str) -> Runs {
        let Some((audience, name)) = self.audience else { return "whoever accepts it".into() };
        let members = self.trace.outcome.compiled.members(statement).iter().copied();
        let accepted = std::iter::once(statement).chain(members).find(|&member| audience.accepts(member));
        let accepted = accepted.unwrap_or(statement);
        let verb = match (audience.of(accepted), audience.is_joint()) {
            (Relevance::Granted, false) => "grants",
            (Relevance::Granted, true) => "grant",
            (_, false) => "asserts",
            (_, true) => "assert",
        };
        let runs = Runs::from(name).with(Mark::Plain, format!(", who {verb} "));
        if accepted == statement {
            runs.with(Mark::Plain, pronoun)
        } else {
            runs.with(Mark::Plain, "the same in ").joined(self.name(accepted))
        }
    }
}
