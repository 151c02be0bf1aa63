//! Objections to a statement, and how they fare.

use framework::{Argument, Status};

use crate::analysis::evaluation::trace::{Foe, Step};
use crate::model::{RelationKind, StatementId};
use crate::page::{Mark, Runs};

use super::Teller;
use super::read_in::tilde;

impl Teller<'_> {
    /// `X attacks it`. What attacks another that says the same attacks it, too, and so does what says the same as X; then that is said.
    pub(super) fn foe(&self, statement: StatementId, foe: Foe) -> Runs {
        match foe {
            Foe::Against { speaker, writer, target } => {
                let mut runs = self.name(speaker);
                if writer != speaker {
                    runs.append(self.which_says_the_same_as(speaker, writer));
                }
                runs.joined(self.is_against(writer, target, statement))
            }
            Foe::Excludes(from) => {
                self.name(from).with(Mark::Plain, " holds what excludes it").joined(tilde(self.is_read_in(foe)))
            }
            Foe::New => "something new attacks it".into(),
        }
    }

    /// ` attacks it`, or ` attacks T, with which Mara agrees`.
    pub(super) fn is_against(&self, writer: StatementId, target: StatementId, statement: StatementId) -> Runs {
        let map = self.map;
        let in_so_many_words = |id: &crate::model::RelationId| {
            let relation = &map.relations[*id];
            relation.from == writer && relation.kind == RelationKind::Against
        };
        let read_in = tilde(self.is_attack_read_in(writer, target));
        if target == statement || map.relations_to(statement).iter().any(in_so_many_words) {
            return Runs::from(" attacks it").joined(read_in);
        }
        let runs = Runs::from(" attacks").joined(read_in).with(Mark::Plain, " ").joined(self.name(target));
        runs.joined(self.with_which_agrees(target, statement))
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

    pub(super) fn answered(&self, statement: StatementId, from: Argument) -> Vec<Runs> {
        let foe = self.trace.foe(from, statement);
        let mut runs = self.foe(statement, foe);
        runs.push(Mark::Plain, ", but ");
        match foe.speaker() {
            Some(speaker) => runs.append(self.failure(speaker)),
            None => runs.push(Mark::Plain, "that fails"),
        }
        let mut told = vec![runs];
        match self.more(statement, Status::Falls) {
            0 => {}
            1 => told.push("one more attack on it falls".into()),
            more => told.push(format!("{more} more attacks on it fall").into()),
        }
        told.extend(self.overridden(statement));
        told
    }

    /// Why what speaks against something does not hold, with no name for that: `Y answers that`, `no reason for that holds`.
    pub(super) fn failure(&self, speaker: StatementId) -> Runs {
        if self.trace.outcome.compiled.is_gone(speaker) {
            return "nobody says that".into();
        }
        match self.trace.step(self.trace.outcome.compiled.statement(speaker)) {
            Step::Felled(by) => {
                let foe = self.trace.foe(by, speaker);
                let read_in = tilde(self.is_read_in(foe));
                match foe {
                    Foe::Against { speaker: other, .. } => {
                        self.name(other).with(Mark::Plain, " answers that").joined(read_in)
                    }
                    Foe::Excludes(other) => {
                        self.name(other).with(Mark::Plain, " holds what excludes that").joined(read_in)
                    }
                    Foe::New => "that falls".into(),
                }
            }
            Step::Unmet if self.trace.reasons(speaker).next().is_some() => {
                let inferred = self.trace.reasons(speaker).all(|reason| self.map.reasons[reason].inferred);
                Runs::from("no reason").joined(tilde(inferred)).with(Mark::Plain, " for that holds")
            }
            Step::Unmet => "nothing carries that".into(),
            _ => "that falls".into(),
        }
    }

    pub(super) fn felled(&self, statement: StatementId, from: Argument) -> Vec<Runs> {
        let foe = self.trace.foe(from, statement);
        let mut runs = self.foe(statement, foe);
        if let Some(speaker) = foe.speaker() {
            runs.append(self.prevails(speaker));
        }
        let mut told = vec![runs];
        match self.more(statement, Status::Stands) {
            0 => {}
            1 => told.push("one more attack on it stands".into()),
            more => told.push(format!("{more} more attacks on it stand").into()),
        }
        told.extend(self.ungrounded(statement));
        told
    }

    /// Why what speaks against something stands.
    pub(super) fn prevails(&self, speaker: StatementId) -> Runs {
        let compiled = &self.trace.outcome.compiled;
        if compiled.is_supposed(speaker) {
            return ", and is supposed to hold".into();
        }
        if let Step::Answered(by) = self.trace.step(compiled.statement(speaker)) {
            let tried = self.trace.foe(by, speaker).speaker();
            return match tried {
                Some(tried) if compiled.is_gone(tried) => {
                    Runs::from(", and stands, because nobody says ").joined(self.name(tried))
                }
                Some(tried) => {
                    Runs::from(", and stands, as the answer ").joined(self.name(tried)).with(Mark::Plain, " fails")
                }
                None => ", and stands".into(),
            };
        }
        if let Some(discounted) = self.discounted(speaker) {
            return Runs::from(", and ").joined(discounted);
        }
        ", and nobody has answered that".into()
    }

    pub(super) fn doubted(&self, statement: StatementId, from: Argument) -> Vec<Runs> {
        let from = self.trace.mutual(statement).unwrap_or(from);
        let foe = self.trace.foe(from, statement);
        let Some(speaker) = foe.speaker() else { return vec![self.foe(statement, foe)] };
        if speaker == statement {
            return vec!["it attacks itself".into()];
        }
        let mut told = vec![match self.trace.back(statement, speaker) {
            Some(back) => {
                self.foe(statement, foe).with(Mark::Plain, ", and it attacks back").joined(tilde(self.is_read_in(back)))
            }
            None => self.foe(statement, foe).with(Mark::Plain, ", and is open itself"),
        }];
        told.extend(self.ungrounded(statement));
        told
    }
}
