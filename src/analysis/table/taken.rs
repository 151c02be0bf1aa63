//! Sides that a stance takes outright, and whether two exclude each other.

use crate::model::{Attitude, Map, PositionId};

use super::bearing::Bearing;
use super::column_stance::ColumnStance;

/// Sides that a stance takes outright. On a yes/no issue to hold one is to reject the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Taken {
    /// The position that it holds; of a range the first and the last step.
    pub held: Option<[PositionId; 2]>,
    /// The position that it rejects.
    pub rejected: Option<PositionId>,
}

impl Taken {
    /// Sides that a stance takes; none where it takes no side, only calls a position not enough `alone`, or is not its
    /// column's own.
    pub fn of(map: &Map, say: &ColumnStance) -> Option<Taken> {
        let sided = matches!(say.attitude, Attitude::Holds | Attitude::Rejects);
        if !sided || say.alone || say.anticipated {
            return None;
        }
        let mut taken = Taken { held: None, rejected: None };
        for (position, bearing) in say.bearings(map) {
            match bearing {
                Bearing::Holds => taken.held = Some([taken.held.map_or(position, |[first, _]| first), position]),
                Bearing::Rejects => taken.rejected = Some(position),
                Bearing::First | Bearing::Second => {}
            }
        }
        Some(taken)
    }

    /// Sides on one position.
    pub fn on(self, position: PositionId) -> Taken {
        Taken {
            held: self.held.filter(|&held| has(held, position)).map(|_| [position; 2]),
            rejected: self.rejected.filter(|&rejected| rejected == position),
        }
    }

    /// Whether both cannot be taken: one holds what the other rejects, or where positions are `exclusive` they hold nothing
    /// in common.
    pub fn excludes(self, other: Taken, exclusive: bool) -> bool {
        let denies = |one: Taken, other: Taken| one.held.zip(other.rejected).is_some_and(|(held, it)| has(held, it));
        let apart = || self.held.zip(other.held).is_some_and(|(one, other)| shared([one, other]).is_none());
        denies(self, other) || denies(other, self) || exclusive && apart()
    }
}

/// Whether a range has a position.
fn has([first, last]: [PositionId; 2], position: PositionId) -> bool {
    first <= position && position <= last
}

/// The steps that all of these ranges share. Ranges any two of which share a step all share one.
pub fn shared(ranges: impl IntoIterator<Item = [PositionId; 2]>) -> Option<[PositionId; 2]> {
    let both = |[a, b]: [PositionId; 2], [c, d]: [PositionId; 2]| [a.max(c), b.min(d)];
    ranges.into_iter().reduce(both).filter(|[first, last]| first <= last)
}

/// Whether no two of these exclude each other.
pub fn are_consistent(taken: impl Iterator<Item = Taken> + Clone, exclusive: bool) -> bool {
    let held = taken.clone().filter_map(|taken| taken.held);
    let mut rejected: Vec<PositionId> = taken.filter_map(|taken| taken.rejected).collect();
    rejected.sort_unstable();
    let rejects_of = |[first, last]: [PositionId; 2]| {
        let next = rejected.partition_point(|position| *position < first);
        rejected.get(next).is_some_and(|position| *position <= last)
    };
    let mut all = held.clone();
    let are_apart = exclusive && all.next().is_some() && shared(held.clone()).is_none();
    !are_apart && !held.into_iter().any(rejects_of)
}
