//! Conditions of stances: which stances hang on a part of the map, and what of the map answers for it.

use std::collections::BTreeMap;

use framework::Argument;

use crate::model::{ConditionLink, Map, PositionId, StanceId};

pub(super) mod draw;
pub mod taken;
#[cfg(test)]
mod tests;

/// The stances of a map that hang on parts of it, with what stands for them in a framework.
#[derive(Debug, Default)]
pub struct Conditions {
    /// Each stance with a linked condition, by its id.
    stances: Vec<(StanceId, Argument)>,
    /// Each position of the issues on which something hangs.
    positions: BTreeMap<PositionId, Answered>,
    /// For each argument from the first of them on, which of them hang on each other.
    circles: Vec<(Argument, u32)>,
}

/// Stances that answer for a position.
#[derive(Debug, Default)]
pub struct Answered {
    /// The stances that hold it.
    pub holders: Vec<StanceId>,
    /// Those that reject it, where that is not to hold another.
    pub rejecters: Vec<StanceId>,
    /// Whether it is supposed to be held to, or not to be, whoever holds it.
    pub settled: Option<bool>,
    /// In while it is held, and nothing that excludes it is; none where nobody holds it.
    argument: Option<Argument>,
    /// In while it is rejected, and not held.
    rejection: Option<Argument>,
}

/// A part of the map on which a stance hangs, as the framework has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hook {
    /// This stands for it.
    Argument(Argument),
    /// Nobody holds it, or the filter keeps it out: nobody answers for it.
    Nobody,
}

/// Whether a stance comes at most to its condition: `if` in words, which no map answers.
pub fn is_provisional(map: &Map, stance: StanceId) -> bool {
    let condition = map.stances[stance].condition.as_deref();
    condition.is_some_and(|condition| !condition.is_linked() && !condition.is_unless())
}

impl Conditions {
    /// Whether nothing hangs on a part of the map.
    pub fn is_empty(&self) -> bool {
        self.stances.is_empty()
    }

    /// Argument of a stance that hangs on a part of the map.
    pub fn stance(&self, stance: StanceId) -> Option<Argument> {
        let at = self.stances.binary_search_by_key(&stance, |(id, _)| *id).ok()?;
        Some(self.stances[at].1)
    }

    /// Stances that answer for a position, where something hangs on its issue.
    pub fn answered(&self, position: PositionId) -> Option<&Answered> {
        self.positions.get(&position)
    }

    /// Argument of a position, as the framework has it.
    pub fn position(&self, position: PositionId) -> Hook {
        match self.answered(position).and_then(|answered| answered.argument) {
            Some(argument) => Hook::Argument(argument),
            None => Hook::Nobody,
        }
    }

    /// Whether two stances hang on each other, directly or round about; of one, whether it hangs on itself.
    pub fn is_circle(&self, map: &Map, one: StanceId, other: StanceId) -> bool {
        let number = |stance| {
            let argument = self.stance(stance)?;
            let at = self.circles.binary_search_by_key(&argument, |(argument, _)| *argument).ok()?;
            Some(self.circles[at].1)
        };
        if one == other {
            self.hangs_on(map, one).any(|it| it == one)
        } else {
            number(one).is_some_and(|circle| number(other) == Some(circle))
        }
    }

    /// The stances that answer for the positions on which a stance hangs.
    pub fn hangs_on<'c>(&'c self, map: &'c Map, stance: StanceId) -> impl Iterator<Item = StanceId> + 'c {
        let links = map.stances[stance].linked().into_iter().flat_map(|condition| condition.links.iter());
        let answered = links.filter_map(|link| match link {
            ConditionLink::Position(position) => self.answered(*position),
            ConditionLink::Statement(_) => None,
        });
        answered.flat_map(|answered| answered.holders.iter().copied())
    }
}
