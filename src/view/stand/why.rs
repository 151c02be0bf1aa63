//! Why a statement stands, falls or is open, in sentences that one could say aloud.

mod against;
mod discounted;
mod fared;
mod grounds;
pub(super) mod read_in;
mod reasons;
mod same;
mod search;
#[cfg(test)]
mod tests;

use std::cell::RefCell;

use foldhash::HashMap;
use framework::{Semantics, Status};

use crate::analysis::evaluation::audience::Audience;
use crate::analysis::evaluation::trace::{Step, Trace};
use crate::model::{Map, StatementId};
use crate::page::{Mark, Runs};
use crate::view::wording::speech::{Speech, sentence};

/// A status in a word: `stands`, `falls`, `open`; `takes no part` where it is not argued.
pub fn word(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::Stands) => "stands",
        Some(Status::Falls) => "falls",
        Some(Status::Open) => "open",
        None => "no reading",
    }
}

/// The word for a verdict, marked as for, against or neither.
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
    /// Names of people and statements.
    pub speech: Speech<'o>,
    /// The steps that it tells of.
    pub trace: &'o Trace<'o>,
    /// Audience of the page, with its name.
    audience: Option<(&'o Audience, &'o str)>,
    /// For each proposition how many are against it that stand, or fall.
    counted: RefCell<HashMap<(StatementId, Status), usize>>,
    /// For each proposition a statement of it that stands.
    standing: RefCell<HashMap<StatementId, Option<StatementId>>>,
}

impl<'o> Teller<'o> {
    /// Of an outcome's trace, which is the outcome as an audience takes it, if there is one.
    pub fn new(map: &'o Map, trace: &'o Trace<'o>, audience: Option<(&'o Audience, &'o str)>) -> Self {
        Teller {
            map,
            speech: Speech::new(map),
            trace,
            audience,
            counted: RefCell::default(),
            standing: RefCell::default(),
        }
    }

    /// The name of the audience, where there is one.
    pub fn audience_name(&self) -> Option<&'o str> {
        self.audience.map(|(_, name)| name)
    }

    /// The sentences. Their subject is the statement, which is called `it`.
    pub fn why(&self, statement: StatementId) -> Runs {
        let mut all = Runs::new();
        for told in self.sentences(statement) {
            all.push(Mark::Plain, if all.is_empty() { "" } else { " " });
            all.append(sentence(told));
        }
        all
    }

    /// The same as a list, without full stops.
    fn sentences(&self, statement: StatementId) -> Vec<Runs> {
        let outcome = self.trace.outcome;
        let argument = outcome.compiled.statement(statement);
        let Some(status) = outcome.of(statement) else {
            return vec![if outcome.has_reading() {
                "the filter keeps it out of the argument".into()
            } else {
                format!("the map has no {} reading", outcome.semantics.name()).into()
            }];
        };
        if outcome.compiled.is_gone(statement) {
            return vec!["nobody says it".into()];
        }
        if outcome.compiled.is_supposed(statement) && status == Status::Stands {
            return vec!["it is supposed to hold, whatever is said against it".into()];
        }
        let certain =
            outcome.depths.of(argument).map(|verdict| if verdict.is_in { Status::Stands } else { Status::Falls });
        let is_certain = certain.unwrap_or(Status::Open) == status;
        if !is_certain || (status == Status::Open && outcome.semantics != Semantics::Grounded) {
            return self.by_search(statement, status);
        }
        let step = self.trace.step(argument);
        let mut told = match step {
            Step::Free | Step::Excused(_) => self.unattacked_or_undercut(statement),
            Step::Answered(from) => self.answered(statement, from),
            Step::Felled(from) => self.felled(statement, from),
            Step::Bound(reason) => vec![self.bound(statement, reason)],
            Step::Unmet => self.unmet(statement),
            Step::Doubted(from) => self.doubted(statement, from),
            Step::Wanting => self.wanting(statement),
        };
        if let Step::Excused(reason) = step {
            told.extend(self.excused(reason));
        }
        if status == Status::Stands {
            told.extend(self.support(statement));
        } else if let Some(other) = self.stands_elsewhere(statement) {
            told.push(self.says_the_same_and_stands(other, statement));
        }
        if status != Status::Falls {
            told.extend(self.in_vain(statement));
        }
        told
    }

    /// A statement that says the same and stands.
    pub fn stands_elsewhere(&self, statement: StatementId) -> Option<StatementId> {
        let outcome = self.trace.outcome;
        let compiled = &outcome.compiled;
        let stands = |other: &StatementId| outcome.of(*other) == Some(Status::Stands);
        let first = || compiled.members(statement).iter().copied().find(stands);
        *self.standing.borrow_mut().entry(compiled.proposition(statement)).or_insert_with(first)
    }

    /// The statement by whose it is and its words.
    pub fn name(&self, statement: StatementId) -> Runs {
        self.speech.statement(statement)
    }

    /// Whether a statement is an objection that its own author raises and answers.
    pub fn is_objection(&self, statement: StatementId) -> bool {
        self.map.statements[statement].anticipated
    }

    /// How it stands with a statement, as the predicate of a sentence: `falls`, `is open`, `is not said`.
    fn fares(&self, statement: StatementId) -> &'static str {
        match self.trace.outcome.of(statement) {
            _ if self.trace.outcome.compiled.is_gone(statement) => "is not said",
            Some(Status::Stands) => "stands",
            Some(Status::Falls) => "falls",
            Some(Status::Open) => "is open",
            None => "takes no part",
        }
    }
}
