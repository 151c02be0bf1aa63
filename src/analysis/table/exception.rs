//! Exceptions: what an author holds only on a condition, beside the opposite, which that author holds without one.
//!
//! The unconditional stance is the base, however firm it is. A conditional one that excludes it says where the base does not hold: that is
//! no contradiction, and no change of mind. Whoever speaks on conditions alone takes no side, and where these pull apart, it depends.

use crate::model::{IssueId, Map, PositionId, StanceId};

use super::bearing::Bearing;
use super::column_stance::ColumnStance;

/// A side of an issue: how something bears on a position.
pub type Bears = (PositionId, Bearing);

/// Whether two bearings on an issue whose positions exclude each other cannot both be.
pub fn exclude(one: Bears, other: Bears) -> bool {
    match (one, other) {
        ((a, Bearing::Holds), (b, Bearing::Holds)) => a != b,
        ((a, Bearing::Holds), (b, Bearing::Rejects)) | ((a, Bearing::Rejects), (b, Bearing::Holds)) => a == b,
        _ => false,
    }
}

/// Whether two stances hang on the same condition, in the same words or on the same parts of the map.
pub fn is_same_condition(map: &Map, one: StanceId, other: StanceId) -> bool {
    let condition = |stance: StanceId| map.stances[stance].condition.as_deref();
    match (condition(one), condition(other)) {
        (None, None) => true,
        (Some(one), Some(other)) if one.word != other.word => false,
        (Some(one), Some(other)) if one.is_linked() || other.is_linked() => *one.links == *other.links,
        (Some(one), Some(other)) => map.text(one.words).to_lowercase() == map.text(other.words).to_lowercase(),
        _ => false,
    }
}

/// Whether a stance says something of its own about where one stands: not what is only expected to be objected, or called not enough.
fn takes_side(say: &ColumnStance) -> bool {
    !say.anticipated && !say.alone
}

/// What one side says on an issue whose positions exclude each other: without a condition, and on which.
#[derive(Debug, Default)]
pub struct Conditioned {
    /// What is held and rejected without a condition.
    pub base: Vec<Bears>,
    /// The stances on a condition, in order, each with what it holds or rejects first.
    pub conditional: Vec<(StanceId, Bears)>,
}

impl Conditioned {
    /// Of some stances on one issue; nothing where positions can be held together, or no stance has a condition.
    pub fn of(map: &Map, issue: IssueId, stances: &[ColumnStance]) -> Option<Conditioned> {
        let spoken = || stances.iter().filter(|say| takes_side(say));
        if !map.issues[issue].is_exclusive() || !spoken().any(|say| say.conditional) {
            return None;
        }
        let mut found = Conditioned::default();
        for say in spoken() {
            let mut sides =
                say.bearings(map).filter(|(_, bearing)| matches!(bearing, Bearing::Holds | Bearing::Rejects));
            if say.conditional {
                found.conditional.extend(sides.next().map(|first| (say.stance, first)));
            } else {
                found.base.extend(sides);
            }
        }
        Some(found)
    }

    /// Whether what is said on a condition excludes what is said without one, or holds something else.
    pub fn is_exception(&self, side: Bears) -> bool {
        let holds_else = side.1 == Bearing::Holds && !self.base.is_empty() && !self.base.contains(&side);
        holds_else || self.base.iter().any(|&base| exclude(base, side))
    }

    /// The stances that are exceptions.
    pub fn exceptions(&self) -> impl Iterator<Item = (StanceId, Bears)> + '_ {
        self.conditional.iter().copied().filter(|&(_, side)| self.is_exception(side))
    }

    /// Whether all is said on conditions, which pull apart: it depends on them.
    pub fn depends(&self, map: &Map) -> bool {
        let pairs = || {
            let later = |at: usize| self.conditional[at + 1..].iter();
            (0..self.conditional.len()).flat_map(move |at| later(at).map(move |other| (self.conditional[at], *other)))
        };
        let mut apart = pairs().filter(|((_, one), (_, other))| exclude(*one, *other)).peekable();
        self.base.is_empty()
            && apart.peek().is_some()
            && apart.all(|((one, _), (other, _))| !is_same_condition(map, one, other))
    }
}
