//! Objections to a statement, and how they fare.

use framework::{Argument, Status};

use crate::analysis::evaluation::trace::{Foe, Step};
use crate::model::{RelationKind, StatementId};
use crate::page::{Mark, Runs};

use super::Teller;

impl Teller<'_> {
    /// `X is against it`. What is against another that says the same is against it, too, and so is what says the same as X; then that
    /// is said.
    pub(super) fn foe(&self, statement: StatementId, foe: Foe) -> Runs {
        match foe {
            Foe::Against { speaker, writer, target } => {
                let mut runs = self.name(speaker);
                if writer != speaker {
                    runs.push(Mark::Plain, ", which says the same as ");
                    runs.append(self.name(writer));
                    runs.push(Mark::Plain, ",");
                }
                runs.joined(self.is_against(writer, target, statement))
            }
            Foe::Excludes(from) => self.name(from).with(Mark::Plain, " holds what excludes it"),
            Foe::New => "something new is against it".into(),
        }
    }

    /// ` is against it`, or ` is against T, which says the same`.
    pub(super) fn is_against(&self, writer: StatementId, target: StatementId, statement: StatementId) -> Runs {
        let map = self.map;
        let in_so_many_words = |id: &crate::model::RelationId| {
            let relation = &map.relations[*id];
            relation.from == writer && relation.kind == RelationKind::Against
        };
        if target == statement || map.relations_to(statement).iter().any(in_so_many_words) {
            return " is against it".into();
        }
        Runs::from(" is against ").joined(self.name(target)).with(Mark::Plain, ", which says the same")
    }

    pub(super) fn speaker(foe: Foe) -> Option<StatementId> {
        match foe {
            Foe::Against { speaker, .. } | Foe::Excludes(speaker) => Some(speaker),
            Foe::New => None,
        }
    }

    /// How many others are against a statement that fare as the one that is named. What agrees is attacked by the same, which is counted
    /// once for all.
    fn more(&self, statement: StatementId, status: Status) -> usize {
        let key = (self.trace.outcome.compiled.proposition(statement), status);
        *self.counted.borrow_mut().entry(key).or_insert_with(|| {
            let foes = self.trace.foes(statement);
            let alike = foes.iter().filter(|(from, _)| self.trace.outcome.of_argument(*from) == Some(status));
            alike.count().saturating_sub(1)
        })
    }

    pub(super) fn answered(&self, statement: StatementId, from: Argument) -> Runs {
        let foe = self.trace.foe(from, statement);
        let mut runs = self.foe(statement, foe);
        runs.push(Mark::Plain, ", but ");
        match Self::speaker(foe) {
            Some(speaker) => runs.append(self.failure(speaker)),
            None => runs.push(Mark::Plain, "that fails"),
        }
        match self.more(statement, Status::Falls) {
            0 => {}
            1 => runs.push(Mark::Plain, "; 1 more is against it and falls"),
            more => runs.push(Mark::Plain, format!("; {more} more are against it and fall")),
        }
        if let Some(discounted) = self.overridden(statement) {
            runs.push(Mark::Plain, "; ");
            runs.append(discounted);
        }
        runs
    }

    /// Why what speaks against something does not hold: `Y answers X`, `no reason given for X holds`.
    pub(super) fn failure(&self, speaker: StatementId) -> Runs {
        if self.trace.outcome.compiled.is_gone(speaker) {
            return self.name(speaker).with(Mark::Plain, " is not said");
        }
        match self.trace.step(self.trace.outcome.compiled.statement(speaker)) {
            Step::Felled(by) => match self.trace.foe(by, speaker) {
                Foe::Against { speaker: other, .. } => {
                    self.name(other).with(Mark::Plain, " answers ").joined(self.name(speaker))
                }
                Foe::Excludes(other) => {
                    self.name(other).with(Mark::Plain, " holds what excludes ").joined(self.name(speaker))
                }
                Foe::New => self.name(speaker).with(Mark::Plain, " falls"),
            },
            Step::Unmet if self.trace.reasons(speaker).next().is_some() => {
                Runs::from("no reason given for ").joined(self.name(speaker)).with(Mark::Plain, " holds")
            }
            Step::Unmet => Runs::from("nothing carries ").joined(self.name(speaker)),
            _ => self.name(speaker).with(Mark::Plain, " falls"),
        }
    }

    pub(super) fn felled(&self, statement: StatementId, from: Argument) -> Runs {
        let foe = self.trace.foe(from, statement);
        let mut runs = self.foe(statement, foe);
        if let Some(speaker) = Self::speaker(foe) {
            runs.append(self.prevails(speaker));
        }
        match self.more(statement, Status::Stands) {
            0 => {}
            1 => runs.push(Mark::Plain, "; 1 more is against it and stands"),
            more => runs.push(Mark::Plain, format!("; {more} more are against it and stand")),
        }
        runs.joined(self.ungrounded(statement))
    }

    /// Why what speaks against something stands.
    fn prevails(&self, speaker: StatementId) -> Runs {
        let compiled = &self.trace.outcome.compiled;
        let mut runs = Runs::from(", and ");
        if compiled.is_supposed(speaker) {
            return runs.with(Mark::Plain, "is supposed to hold");
        }
        if let Step::Answered(by) = self.trace.step(compiled.statement(speaker)) {
            runs.push(Mark::Plain, "stands");
            if let Some(tried) = Self::speaker(self.trace.foe(by, speaker)) {
                if compiled.is_gone(tried) {
                    return runs.with(Mark::Plain, ", because ").joined(self.failure(tried));
                }
                runs.push(Mark::Plain, ", because what ");
                runs.append(self.name(tried));
                runs.push(Mark::Plain, " says against it fails");
            }
            return runs;
        }
        if let Some(discounted) = self.discounted(speaker) {
            return runs.joined(discounted);
        }
        runs.push(Mark::Plain, "nothing answers ");
        runs.joined(self.name(speaker))
    }

    pub(super) fn doubted(&self, statement: StatementId, from: Argument) -> Runs {
        let foe = self.trace.foe(from, statement);
        let Some(speaker) = Self::speaker(foe) else { return self.foe(statement, foe) };
        if speaker == statement {
            return "it speaks against itself".into();
        }
        let back = self.trace.foes(speaker);
        if back.iter().any(|(_, foe)| Self::speaker(*foe) == Some(statement)) {
            return Runs::from("it and ")
                .joined(self.name(speaker))
                .with(Mark::Plain, " are against each other, and nothing decides between them")
                .joined(self.ungrounded(statement));
        }
        self.foe(statement, foe)
            .with(Mark::Plain, ", and it is open whether ")
            .joined(self.name(speaker))
            .with(Mark::Plain, " stands")
            .joined(self.ungrounded(statement))
    }
}
