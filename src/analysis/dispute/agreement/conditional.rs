//! What two say on conditions, held against each other: the same condition first, then exceptions against what the other says without one.

use crate::analysis::table::exception::{Bears, Conditioned, exclude, is_same_condition};
use crate::analysis::table::positions::IssueStance;
use crate::model::{IssueId, Map, StanceId};

/// Two on one condition, or one on a condition on which the other has nothing of its own to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnCondition {
    /// The stance of each that is taken on the condition.
    pub stances: [Option<StanceId>; 2],
    /// How they stand to each other where it is met.
    pub meeting: Meeting,
}

/// How two stand to each other where a condition is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meeting {
    /// They hold or reject the same.
    Same,
    /// What they say excludes each other.
    Opposed,
    /// They neither hold the same nor exclude each other.
    Apart,
}

fn meeting(one: &[Bears], other: &[Bears]) -> Meeting {
    let pairs = || one.iter().flat_map(|a| other.iter().map(move |b| (*a, *b)));
    if pairs().any(|(a, b)| exclude(a, b)) {
        Meeting::Opposed
    } else if pairs().any(|(a, b)| a == b) {
        Meeting::Same
    } else {
        Meeting::Apart
    }
}

/// What two say on conditions of an issue whose positions exclude each other.
pub fn on_conditions(map: &Map, issue: IssueId, stands: &[IssueStance<'_>; 2]) -> Vec<OnCondition> {
    let [one, other] = stands.map(|stand| Conditioned::of(map, issue, stand.stances));
    if one.is_none() && other.is_none() {
        return Vec::new();
    }
    let base_of = |stand: &IssueStance<'_>| -> Vec<Bears> {
        let spoken = stand.stances.iter().filter(|say| !say.anticipated && !say.alone);
        spoken.flat_map(|say| say.bearings(map)).collect()
    };
    let sides = [(one, stands[0]), (other, stands[1])]
        .map(|(found, stand)| found.unwrap_or_else(|| Conditioned { base: base_of(&stand), conditional: Vec::new() }));
    let mut found = Vec::new();
    let mut paired = vec![false; sides[1].conditional.len()];
    for &(stance, side) in &sides[0].conditional {
        let same = sides[1].conditional.iter().position(|(its, _)| is_same_condition(map, stance, *its));
        if let Some(at) = same {
            paired[at] = true;
            let (its, other) = sides[1].conditional[at];
            found.push(OnCondition { stances: [Some(stance), Some(its)], meeting: meeting(&[side], &[other]) });
        } else if sides[0].is_exception(side) && !sides[1].base.is_empty() {
            found.push(OnCondition { stances: [Some(stance), None], meeting: meeting(&[side], &sides[1].base) });
        }
    }
    for (&(stance, side), paired) in sides[1].conditional.iter().zip(paired) {
        if !paired && sides[1].is_exception(side) && !sides[0].base.is_empty() {
            found.push(OnCondition { stances: [None, Some(stance)], meeting: meeting(&sides[0].base, &[side]) });
        }
    }
    found
}
