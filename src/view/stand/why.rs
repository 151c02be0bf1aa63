//! Why a statement stands, falls or is open, in a sentence that one could say aloud.

use std::cell::RefCell;

use foldhash::HashMap;

use crate::analysis::evaluation::trace::{Flaw, Foe, Step, Trace};
use crate::framework::{Argument, Semantics, Status};
use crate::model::{Map, ReasonId, StatementId};
use crate::page::{Mark, Runs};

/// How many reasons a sentence names that fail.
const NAMED: usize = 2;

/// A status in a word: `stands`, `falls`, `open`; `takes no part` where it is not argued.
pub fn word(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::Stands) => "stands",
        Some(Status::Falls) => "falls",
        Some(Status::Open) => "open",
        None => "no reading",
    }
}

/// The word, marked.
pub fn verdict(status: Option<Status>) -> Runs {
    let mark = match status {
        Some(Status::Stands) => Mark::For,
        Some(Status::Falls) => Mark::Against,
        Some(Status::Open) => Mark::Between,
        None => Mark::Faint,
    };
    Runs::new().with(mark, word(status))
}

/// Tells of every statement of an outcome why it stands or not.
#[derive(Debug)]
pub struct Teller<'o> {
    map: &'o Map,
    /// The steps that it tells of.
    pub trace: Trace<'o>,
    /// For each proposition how many are against it that stand, or fall.
    counted: RefCell<HashMap<(StatementId, Status), usize>>,
    /// For each proposition a statement of it that stands.
    standing: RefCell<HashMap<StatementId, Option<StatementId>>>,
}

impl<'o> Teller<'o> {
    /// Of an outcome's trace.
    pub fn new(map: &'o Map, trace: Trace<'o>) -> Self {
        Teller { map, trace, counted: RefCell::default(), standing: RefCell::default() }
    }

    /// The sentence, without its full stop.
    pub fn why(&self, statement: StatementId) -> Runs {
        let outcome = self.trace.outcome;
        let argument = outcome.compiled.statement(statement);
        let Some(status) = outcome.of(statement) else {
            return match outcome.has_reading() {
                true => "the filter keeps it out of the argument".into(),
                false => format!("the map has no {} reading", outcome.semantics.name()).into(),
            };
        };
        if Some(status)
            != outcome
                .depths
                .of(argument)
                .map_or(Some(Status::Open), |verdict| Some(if verdict.is_in { Status::Stands } else { Status::Falls }))
            || (status == Status::Open && outcome.semantics != Semantics::Grounded)
        {
            return self.by_search(statement, status);
        }
        if outcome.compiled.is_gone(statement) {
            return "nobody says it".into();
        }
        let mut runs = match self.trace.step(argument) {
            Step::Free => self.unattacked(statement),
            Step::Answered(from) => self.answered(statement, from),
            Step::Felled(from) => self.felled(statement, from),
            Step::Together => "what it is a reason for does not stand".into(),
            Step::Unmet => self.unmet(statement),
            Step::Doubted(from) => self.doubted(statement, from),
            Step::Wanting => self.wanting(statement),
        };
        if status != Status::Stands
            && let Some(other) = self.stands_elsewhere(statement)
        {
            runs.push(Mark::Plain, "; but ");
            runs.push(Mark::Name, self.map.statement_name(other));
            runs.push(Mark::Plain, " says the same and stands");
        }
        runs
    }

    /// Nothing is against it, and yet not every reason for it need hold.
    fn unattacked(&self, statement: StatementId) -> Runs {
        let reasons: Vec<ReasonId> = self.trace.reasons(statement).collect();
        let failing = reasons.iter().filter(|&&reason| self.trace.holds(reason) == Some(false)).count();
        match (failing, reasons.len()) {
            (0, _) => "nothing is against it".into(),
            (failing, all) if failing < all => {
                let fails = if failing == 1 { "fails" } else { "fail" };
                format!("nothing is against it; of {all} reasons for it {failing} {fails}").into()
            }
            _ => "nothing is against it, though no reason for it holds".into(),
        }
    }

    /// A statement that says the same and stands.
    fn stands_elsewhere(&self, statement: StatementId) -> Option<StatementId> {
        let outcome = self.trace.outcome;
        let compiled = &outcome.compiled;
        let stands = |other: &StatementId| outcome.of(*other) == Some(Status::Stands);
        let first = || compiled.members(statement).iter().copied().find(stands);
        *self.standing.borrow_mut().entry(compiled.proposition(statement)).or_insert_with(first)
    }

    fn by_search(&self, statement: StatementId, status: Status) -> Runs {
        let foe = self.trace.foes(statement).into_iter().next();
        let name = foe.map(|(_, foe)| self.foe(foe));
        match (status, name) {
            (Status::Stands, Some(foe)) => foe.with(Mark::Plain, ", and every reading finds an answer"),
            (Status::Stands, None) => "every reading has a reason that carries it".into(),
            (Status::Falls, Some(_)) => "every reading has something against it that stands".into(),
            (Status::Falls, None) => "every reading fells the reasons for it".into(),
            (Status::Open, _) => {
                "there are readings that leave it standing and readings that do not, or none decides".into()
            }
        }
    }

    /// `X is against it`.
    fn foe(&self, foe: Foe) -> Runs {
        match foe {
            Foe::Against(from) => self.name(from).with(Mark::Plain, " is against it"),
            Foe::Excludes(from) => self.name(from).with(Mark::Plain, " holds what excludes it"),
            Foe::Follows => "what it is a reason for does not stand".into(),
            Foe::New => "something new is against it".into(),
        }
    }

    /// The statement by name.
    fn name(&self, statement: StatementId) -> Runs {
        Runs::new().with(Mark::Name, self.map.statement_name(statement))
    }

    fn speaker(foe: Foe) -> Option<StatementId> {
        match foe {
            Foe::Against(from) | Foe::Excludes(from) => Some(from),
            Foe::Follows | Foe::New => None,
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

    fn answered(&self, statement: StatementId, from: Argument) -> Runs {
        let foe = self.trace.foe(from, statement);
        let mut runs = self.foe(foe);
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
        runs
    }

    /// Why what speaks against something does not hold: `Y answers X`, `no reason given for X holds`.
    fn failure(&self, speaker: StatementId) -> Runs {
        if self.trace.outcome.compiled.is_gone(speaker) {
            return self.name(speaker).with(Mark::Plain, " is not said");
        }
        match self.trace.step(self.trace.outcome.compiled.statement(speaker)) {
            Step::Felled(by) => match self.trace.foe(by, speaker) {
                Foe::Against(other) => self.name(other).with(Mark::Plain, " answers ").joined(self.name(speaker)),
                Foe::Excludes(other) => {
                    self.name(other).with(Mark::Plain, " holds what excludes ").joined(self.name(speaker))
                }
                Foe::Follows | Foe::New => self.name(speaker).with(Mark::Plain, " falls"),
            },
            Step::Unmet if self.trace.reasons(speaker).next().is_some() => {
                Runs::from("no reason given for ").joined(self.name(speaker)).with(Mark::Plain, " holds")
            }
            Step::Unmet => Runs::from("nothing carries ").joined(self.name(speaker)),
            _ => self.name(speaker).with(Mark::Plain, " falls"),
        }
    }

    fn felled(&self, statement: StatementId, from: Argument) -> Runs {
        let foe = self.trace.foe(from, statement);
        let mut runs = self.foe(foe);
        if let Some(speaker) = Self::speaker(foe) {
            match self.trace.step(self.trace.outcome.compiled.statement(speaker)) {
                Step::Answered(by) => {
                    let tried = Self::speaker(self.trace.foe(by, speaker));
                    runs.push(Mark::Plain, ", and stands");
                    if let Some(tried) = tried {
                        runs.push(Mark::Plain, ", because what ");
                        runs.append(self.name(tried));
                        runs.push(Mark::Plain, " says against it fails");
                    }
                }
                _ => {
                    runs.push(Mark::Plain, ", and nothing answers ");
                    runs.append(self.name(speaker));
                }
            }
        }
        match self.more(statement, Status::Stands) {
            0 => {}
            1 => runs.push(Mark::Plain, "; 1 more is against it and stands"),
            more => runs.push(Mark::Plain, format!("; {more} more are against it and stand")),
        }
        runs
    }

    fn unmet(&self, statement: StatementId) -> Runs {
        let failing: Vec<_> = self.trace.reasons(statement).collect();
        let mut runs = match failing.len() {
            0 => return "no evidence carries it".into(),
            1 => Runs::from("the only reason given for it fails: "),
            2 => Runs::from("both reasons given for it fail: "),
            many => Runs::from(format!("all {many} reasons given for it fail: ")),
        };
        for (index, &reason) in failing.iter().take(NAMED).enumerate() {
            runs.push(Mark::Plain, if index > 0 { "; " } else { "" });
            match self.trace.flaw(reason) {
                Flaw::Premise(premise) => {
                    let gone = self.trace.outcome.compiled.is_gone(premise);
                    runs.append(self.name(premise).with(Mark::Plain, if gone { " is not said" } else { " falls" }));
                }
                Flaw::Denied(by) => runs.append(self.denial(by, reason)),
                Flaw::Circle => runs.push(Mark::Plain, "it goes round in a circle"),
            }
        }
        runs.push(Mark::Plain, if failing.len() > NAMED { "; and so on" } else { "" });
        runs
    }

    /// `Z denies that A shows it`.
    fn denial(&self, by: StatementId, reason: ReasonId) -> Runs {
        let premises = &self.map.reasons[reason].premises;
        let mut runs = self.name(by).with(Mark::Plain, " denies that ");
        for (index, &premise) in premises.iter().enumerate() {
            runs.push(Mark::Plain, if index > 0 { " and " } else { "" });
            runs.append(self.name(premise));
        }
        runs.with(Mark::Plain, if premises.len() > 1 { " show it" } else { " shows it" })
    }

    fn doubted(&self, statement: StatementId, from: Argument) -> Runs {
        let foe = self.trace.foe(from, statement);
        let Some(speaker) = Self::speaker(foe) else { return self.foe(foe) };
        if speaker == statement {
            return "it speaks against itself".into();
        }
        let back = self.trace.foes(speaker);
        if back.iter().any(|(_, foe)| Self::speaker(*foe) == Some(statement)) {
            return Runs::from("it and ")
                .joined(self.name(speaker))
                .with(Mark::Plain, " are against each other, and nothing decides between them");
        }
        self.foe(foe)
            .with(Mark::Plain, ", and it is open whether ")
            .joined(self.name(speaker))
            .with(Mark::Plain, " stands")
    }

    fn wanting(&self, statement: StatementId) -> Runs {
        let undecided = self.trace.reasons(statement).find(|&reason| self.trace.holds(reason).is_none());
        let Some(reason) = undecided else { return "its reasons go round in a circle".into() };
        match self.trace.flaw(reason) {
            Flaw::Premise(premise) => {
                Runs::from("it rests on ").joined(self.name(premise)).with(Mark::Plain, ", which is open")
            }
            Flaw::Denied(by) => self.denial(by, reason).with(Mark::Plain, ", and that is open"),
            Flaw::Circle => "its reasons go round in a circle".into(),
        }
    }
}
