//! Exceptions: what an author holds only on a condition, beside the opposite, which that author holds without one.
//!
//! The unconditional stance is the base, however firm it is. A conditional one that excludes it says where the base does not hold: that is
//! no contradiction, and no change of mind. Whoever speaks on conditions alone takes no side, and where these pull apart, it depends.

use crate::model::{IssueId, Map, StanceId};

use super::column_stance::ColumnStance;
use super::taken::{Taken, are_consistent};

/// Stance with the side that it takes outright.
pub type Said = (StanceId, Taken);

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

/// Stances of one side on an issue whose positions exclude each other: without a condition, and on which.
#[derive(Debug, Default)]
pub struct Conditioned {
    /// Sides taken without a condition.
    pub base: Vec<Said>,
    /// Sides taken on a condition, in order.
    pub conditional: Vec<Said>,
}

impl Conditioned {
    /// Of some stances on one issue; nothing where positions can be held together, or no stance has a condition.
    pub fn of(map: &Map, issue: IssueId, stances: &[ColumnStance]) -> Option<Conditioned> {
        if !map.issues[issue].is_exclusive() || !stances.iter().any(|say| say.conditional) {
            return None;
        }
        let found = Conditioned::split(map, stances);
        (!found.conditional.is_empty()).then_some(found)
    }

    /// Splits stances into those without a condition and those on one.
    pub fn split(map: &Map, stances: &[ColumnStance]) -> Conditioned {
        let mut found = Conditioned::default();
        for say in stances {
            if let Some(taken) = Taken::of(map, say) {
                let of = if say.conditional { &mut found.conditional } else { &mut found.base };
                of.push((say.stance, taken));
            }
        }
        found
    }

    /// Whether what is said on a condition excludes what is said without one, or holds something else.
    pub fn is_exception(&self, taken: Taken) -> bool {
        let is_held = || self.base.iter().any(|(_, base)| base.held == taken.held);
        let holds_else = taken.held.is_some() && !self.base.is_empty() && !is_held();
        holds_else || self.base.iter().any(|(_, base)| base.excludes(taken, true))
    }

    /// Whether a stance is an exception.
    pub fn has_exception(&self, stance: StanceId) -> bool {
        self.conditional.iter().any(|(id, taken)| *id == stance && self.is_exception(*taken))
    }

    /// Sides that are held against each other, in order: all without a condition; where there are none, those on one
    /// condition, for each of them.
    pub fn held_together(&self, map: &Map) -> Vec<Vec<Said>> {
        if self.base.is_empty() { by_condition(map, &self.conditional) } else { vec![self.base.clone()] }
    }

    /// Whether nothing that is said without a condition excludes another, or where all is said on conditions, nothing on one of them.
    pub fn is_consistent(&self, map: &Map) -> bool {
        self.held_together(map).iter().all(|said| are_consistent(said.iter().map(|(_, taken)| *taken), true))
    }
}

/// Sides taken on one condition, for each condition, in order.
pub fn by_condition(map: &Map, said: &[Said]) -> Vec<Vec<Said>> {
    let mut groups: Vec<Vec<Said>> = Vec::new();
    for &it in said {
        match groups.iter_mut().find(|group| is_same_condition(map, group[0].0, it.0)) {
            Some(group) => group.push(it),
            None => groups.push(vec![it]),
        }
    }
    groups
}
