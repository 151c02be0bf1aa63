//! Reasons of a statement, and what follows from it.

use framework::Status;

use crate::analysis::evaluation::audience::Relevance;
use crate::analysis::evaluation::trace::Flaw;
use crate::model::{ReasonId, StatementId};
use crate::page::{Mark, Runs};
use crate::view::wording::naming::{author_names, source_title};

use super::Teller;
use super::fared::Fared;

/// How many reasons a sentence names that fail.
const NAMED: usize = 2;

impl Teller<'_> {
    /// Nothing that counts is against it.
    pub(super) fn unattacked(&self, statement: StatementId) -> Runs {
        let disputed = self.map.statements[statement].voice.filter(|voice| voice.disputed);
        let by = disputed.map(|_| match (self.map.authors_of(statement), self.map.statements[statement].source) {
            ([], Some(source)) => source_title(self.map, source),
            (authors, _) => author_names(self.map, authors),
        });
        self.overridden(statement).unwrap_or_else(|| match by {
            Some(by) => format!("disputed by {by}; nothing else is against it").into(),
            None => "nothing is against it".into(),
        })
    }

    /// How the reasons fare for a statement that stands, where there is anything to say of it.
    pub(super) fn support(&self, statement: StatementId) -> Runs {
        let reasons: Vec<ReasonId> = self.trace.reasons(statement).collect();
        let fared = Fared::new(self.trace, &reasons);
        let mut runs: Runs = match fared.weak() {
            0 => Runs::new(),
            weak if weak < reasons.len() => format!("; {}", fared.told("for it")).into(),
            _ => self.unsupported(statement, &reasons, &fared).into(),
        };
        if let Some(carrier) = self.trace.carrier(statement) {
            runs.append(self.denied_in_vain(carrier));
            runs.append(self.saved(statement, carrier));
        }
        runs
    }

    /// No reason holds for a statement that stands.
    fn unsupported(&self, statement: StatementId, reasons: &[ReasonId], fared: &Fared) -> String {
        let granted = self.audience.is_some_and(|(audience, _)| audience.of(statement) == Relevance::Granted);
        let given = reasons.iter().any(|&reason| self.map.is_given(&self.map.reasons[reason]));
        match (granted, given) {
            (true, _) => format!("; {}, but what is granted needs none", fared.told("for it")),
            (_, true) => format!(", though {}", fared.told("for it")),
            // Nobody misses a reason that its own author never gave.
            (_, false) => format!("; {}", fared.told("that only others bring for it")),
        }
    }

    /// `; N denies that A shows it, but M answers N`, of a reason that holds.
    fn denied_in_vain(&self, carrier: ReasonId) -> Runs {
        let told = |by: StatementId, but: Runs| {
            Runs::from("; ").joined(self.denial(by, carrier)).with(Mark::Plain, ", but ").joined(but)
        };
        if let Flaw::Denied(by) = self.trace.flaw(carrier) {
            let gone = self.trace.outcome.compiled.is_gone(by);
            return if gone { Runs::new() } else { told(by, self.failure(by)) };
        }
        let falls = |by: &StatementId| self.trace.outcome.of(*by) == Some(Status::Falls);
        let discounted = || self.trace.outcome.compiled.discounted.denying(carrier);
        match (discounted().find(|by| !falls(by)).or_else(|| discounted().next()), self.audience) {
            (Some(by), _) if falls(&by) => told(by, self.failure(by)),
            (Some(by), Some((audience, name))) => {
                let gives = if audience.is_joint() { "give" } else { "gives" };
                told(by, format!("that does not count for {name}, who {gives} this reason").into())
            }
            _ => Runs::new(),
        }
    }

    /// Premises that fall and are said by others as well, which saves a statement.
    fn saved(&self, statement: StatementId, carrier: ReasonId) -> Runs {
        let outcome = self.trace.outcome;
        let mut runs = Runs::new();
        if !outcome.compiled.needs_reasons(statement) {
            return runs;
        }
        for &premise in self.map.reasons[carrier].premises.iter() {
            if outcome.of(premise) == Some(Status::Stands) {
                continue;
            }
            if let Some(other) = self.stands_elsewhere(premise) {
                runs.push(Mark::Plain, "; it rests on ");
                runs.append(self.name(premise));
                runs.push(Mark::Plain, format!(", which {}, but ", self.fares(premise)));
                runs.append(self.name(other));
                runs.push(Mark::Plain, " says the same and stands");
            }
        }
        runs
    }

    pub(super) fn unmet(&self, statement: StatementId) -> Runs {
        let failing: Vec<_> = self.trace.reasons(statement).collect();
        let read = failing.iter().filter(|&&reason| self.map.reasons[reason].inferred).count();
        let whose = match read {
            0 => "given for it",
            number if number == failing.len() => "that the mapper read into it",
            _ => "for it",
        };
        if failing.is_empty() {
            return "no reason is given for it, and evidence alone stands by itself".into();
        }
        let fared = Fared::new(self.trace, &failing);
        Runs::from(fared.told(whose)).with(Mark::Plain, ": ").joined(self.flaws(&failing))
    }

    /// Flaws of some reasons, as far as a sentence goes.
    fn flaws(&self, reasons: &[ReasonId]) -> Runs {
        let mut runs = Runs::new();
        for (index, &reason) in reasons.iter().take(NAMED).enumerate() {
            runs.push(Mark::Plain, if index > 0 { "; " } else { "" });
            match self.trace.flaw(reason) {
                Flaw::Premise(premise) => {
                    runs.append(self.name(premise).with(Mark::Plain, format!(" {}", self.fares(premise))));
                }
                Flaw::Denied(by) => {
                    runs.append(self.denial(by, reason));
                    let open = self.trace.holds(reason).is_none();
                    runs.push(Mark::Plain, if open { ", and that is open" } else { "" });
                }
                Flaw::Circle => runs.push(Mark::Plain, "it goes round in a circle"),
            }
        }
        runs.with(Mark::Plain, if reasons.len() > NAMED { "; and so on" } else { "" })
    }

    /// `; no reason for it holds, either`, of a statement that something else fells, or keeps open, as well.
    pub(super) fn ungrounded(&self, statement: StatementId) -> Runs {
        let compiled = &self.trace.outcome.compiled;
        let reasons: Vec<ReasonId> = self.trace.reasons(statement).collect();
        let fared = Fared::new(self.trace, &reasons);
        if reasons.is_empty() || !fared.none_holds() || !compiled.needs_reasons(statement) {
            return Runs::new();
        }
        Runs::from(format!("; {}, too: ", fared.told("for it"))).joined(self.flaws(&reasons))
    }

    /// `Z denies that A shows it`.
    pub(super) fn denial(&self, by: StatementId, reason: ReasonId) -> Runs {
        self.denies(by, reason, "it".into())
    }

    fn denies(&self, by: StatementId, reason: ReasonId, what: Runs) -> Runs {
        let premises = &self.map.reasons[reason].premises;
        let mut runs = self.name(by).with(Mark::Plain, " denies that ");
        for (index, &premise) in premises.iter().enumerate() {
            runs.push(Mark::Plain, if index > 0 { " and " } else { "" });
            runs.append(self.name(premise));
        }
        runs.with(Mark::Plain, if premises.len() > 1 { " show " } else { " shows " }).joined(what)
    }

    pub(super) fn wanting(&self, statement: StatementId) -> Runs {
        let mut reasons: Vec<ReasonId> = self.trace.reasons(statement).collect();
        let Some(&undecided) = reasons.iter().find(|&&reason| self.trace.holds(reason).is_none()) else {
            return "its reasons go round in a circle".into();
        };
        match (self.trace.flaw(undecided), reasons.len()) {
            (Flaw::Circle, _) => "its reasons go round in a circle".into(),
            (Flaw::Premise(premise), 1) => {
                Runs::from("it rests on ").joined(self.name(premise)).with(Mark::Plain, ", which is open")
            }
            (Flaw::Denied(by), 1) => self.denial(by, undecided).with(Mark::Plain, ", and that is open"),
            _ => {
                let fared = Fared::new(self.trace, &reasons);
                reasons.sort_by_key(|&reason| self.trace.holds(reason).is_some());
                Runs::from(fared.told("for it")).with(Mark::Plain, ": ").joined(self.flaws(&reasons))
            }
        }
    }

    /// Whoever gives a reason is bound to what follows, and that does not stand: `it is a reason for X, which falls`.
    pub(super) fn bound(&self, statement: StatementId, reason: ReasonId) -> Runs {
        let reason = &self.map.reasons[reason];
        let compiled = &self.trace.outcome.compiled;
        let same = |other: &StatementId| compiled.proposition(*other) == compiled.proposition(statement);
        let others: Vec<StatementId> = reason.premises.iter().copied().filter(|other| !same(other)).collect();
        let conclusion =
            self.name(reason.conclusion).with(Mark::Plain, format!(", which {}", self.fares(reason.conclusion)));
        let status = |it: StatementId| self.trace.outcome.of(it);
        let mut runs = Runs::new();
        if status(statement) == Some(Status::Open) && status(reason.conclusion) == Some(Status::Falls) {
            for &other in &others {
                runs.push(Mark::Plain, if runs.is_empty() { "it and " } else { " and " });
                runs.append(self.name(other));
            }
            let both = if others.len() == 1 { "both" } else { "all" };
            runs.push(Mark::Plain, format!(" cannot {both} stand, since together they are a reason for "));
            return runs.joined(conclusion);
        }
        for &other in &others {
            runs.push(Mark::Plain, if runs.is_empty() { "together with " } else { " and " });
            runs.append(self.name(other));
            runs.push(Mark::Plain, format!(", which {},", self.fares(other)));
        }
        runs.push(Mark::Plain, if runs.is_empty() { "it is a reason for " } else { " it is a reason for " });
        runs.joined(conclusion)
    }

    /// It is not bound to what would follow, since the step is denied: `; X, for which it is a reason, falls, but N denies that step`.
    pub(super) fn excused(&self, reason: ReasonId) -> Runs {
        let conclusion = self.map.reasons[reason].conclusion;
        let mut runs = Runs::from("; ").joined(self.name(conclusion));
        runs.push(Mark::Plain, format!(", for which it is a reason, {}", self.fares(conclusion)));
        let stands = |by: &StatementId| self.trace.outcome.of(*by) == Some(Status::Stands);
        if let Some(by) = self.trace.denials(reason).into_iter().find(stands) {
            runs.push(Mark::Plain, ", but ");
            runs.append(self.denies(by, reason, self.name(conclusion)));
        }
        runs
    }
}
