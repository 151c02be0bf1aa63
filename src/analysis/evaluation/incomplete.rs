//! Certainty, whatever is still to be looked up: incomplete argumentation frameworks (Baumeister et al. 2018).
//!
//! A map in which something is doubted is evaluated with the doubt always open. Grounded labels only grow more definite the more is known,
//! so what is decided all the same is decided so however the doubts are cleared up. Where something stays open, a doubt that it comes from
//! is tried both ways; where it comes from none, it is open for good. To ask this is NP-hard, so the search is bounded, and says so.

mod search;

use framework::Status;

use crate::model::{Map, RelationKind, StatementId};

use super::audience::Audience;
use super::compile::Debate;
use super::hypothesis::UncertainElement;

/// So many ways to clear up the doubts are tried for one statement before its search ends.
pub const EVALUATION_BUDGET: usize = 2000;

/// Statuses that a statement may come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PossibleStatuses {
    /// Whether it stands in some completion of the map.
    pub stands: bool,
    /// Whether it falls in some completion of the map.
    pub falls: bool,
    /// It may be open.
    pub open: bool,
    /// Whether everything was looked through; else there may be more.
    pub complete: bool,
}

impl PossibleStatuses {
    fn add(&mut self, status: Status) {
        match status {
            Status::Stands => self.stands = true,
            Status::Falls => self.falls = true,
            Status::Open => self.open = true,
        }
    }

    fn number(&self) -> usize {
        [self.stands, self.falls, self.open].into_iter().filter(|may| *may).count()
    }

    /// Whether only one thing can become of it.
    pub fn is_certain(&self) -> bool {
        self.complete && self.number() == 1
    }

    /// Whether it can come out in more than one way.
    pub fn depends(&self) -> bool {
        self.number() > 1
    }
}

/// Check that could be made, and how many of the statements that depend on something would then be certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    /// Part that is looked up.
    pub part: UncertainElement,
    /// The number of statements that are certain if it is really said.
    pub if_said: usize,
    /// The number of statements that are certain if it is not.
    pub if_not: usize,
}

/// Possible statuses of statements, and the checks that they depend on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prospects {
    /// Possible statuses of each statement asked for, supposing that it is itself really said.
    pub possibles: Vec<(StatementId, PossibleStatuses)>,
    /// Checks to be made, by how much they settle at least, whichever way they turn out.
    pub checks: Vec<Check>,
    /// Whether the figures of the checks are exact; else they are at least so high.
    pub exact: bool,
    /// Whether it was ended before it had looked through all, and not only because too much depends on one statement.
    pub ended: bool,
    /// How many arguments and bonds between them were looked at.
    pub steps: u64,
}

/// A question of what is certain. Only the grounded semantics is asked.
#[derive(Debug, Clone, Copy)]
pub struct Incomplete<'a> {
    /// The map, and how it is read.
    pub debate: &'a Debate<'a>,
    /// The author for whom it is evaluated; none for everybody.
    pub audience: Option<&'a Audience>,
    /// Parts that are doubted, without repetition.
    pub parts: &'a [UncertainElement],
    /// How many ways to clear up the doubts may be tried for one statement.
    pub budget: usize,
}

/// The attacks and reasons that the mapper read into the texts.
pub fn inferred(map: &Map) -> Vec<UncertainElement> {
    let attacks = map.relations.iter().filter(|(_, relation)| {
        let attacks = matches!(relation.kind, RelationKind::Against | RelationKind::Undercuts);
        relation.inferred && attacks
    });
    let reasons = map.reasons.iter().filter(|(_, reason)| reason.inferred);
    attacks
        .map(|(id, _)| UncertainElement::Relation(id))
        .chain(reasons.map(|(id, _)| UncertainElement::Reason(id)))
        .collect()
}

#[cfg(test)]
mod tests;
