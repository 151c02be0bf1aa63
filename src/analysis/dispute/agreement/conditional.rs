//! Stances of two on conditions, held against each other: the same condition first, then exceptions against what the
//! other says without one.

use crate::analysis::table::exception::{Conditioned, Said, by_condition, is_same_condition};
use crate::analysis::table::positions::IssueStance;
use crate::analysis::table::turn::End;
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
    /// Their stances exclude each other.
    Opposed,
    /// They neither hold the same nor exclude each other.
    Apart,
}

fn meeting(one: &[Said], other: &[Said]) -> Meeting {
    let pairs = || one.iter().flat_map(|(_, a)| other.iter().map(move |(_, b)| (*a, *b)));
    if pairs().any(|(a, b)| a.excludes(b, true)) {
        Meeting::Opposed
    } else if pairs().any(|(a, b)| a == b) {
        Meeting::Same
    } else {
        Meeting::Apart
    }
}

/// Stances of two on conditions, on an issue whose positions exclude each other, each as it stands in the end.
pub fn on_conditions(map: &Map, issue: IssueId, stands: &[IssueStance<'_>; 2]) -> Vec<OnCondition> {
    if stands.iter().all(|stand| Conditioned::of(map, issue, stand.stances).is_none()) {
        return Vec::new();
    }
    let sides = stands.map(|stand| {
        let mut said = Conditioned::split(map, stand.stances);
        for on_one in by_condition(map, &said.conditional) {
            let given_up = End::of(map, true, on_one).given_up;
            said.conditional.retain(|(stance, _)| !given_up.contains(stance));
        }
        said
    });
    let mut found = Vec::new();
    let mut paired = vec![false; sides[1].conditional.len()];
    for one in &sides[0].conditional {
        let same = sides[1].conditional.iter().position(|its| is_same_condition(map, one.0, its.0));
        if let Some(at) = same {
            paired[at] = true;
            let its = sides[1].conditional[at];
            found.push(OnCondition { stances: [Some(one.0), Some(its.0)], meeting: meeting(&[*one], &[its]) });
        } else if sides[0].is_exception(one.1) && !sides[1].base.is_empty() {
            found.push(OnCondition { stances: [Some(one.0), None], meeting: meeting(&[*one], &sides[1].base) });
        }
    }
    for (its, paired) in sides[1].conditional.iter().zip(paired) {
        if !paired && sides[1].is_exception(its.1) && !sides[0].base.is_empty() {
            found.push(OnCondition { stances: [None, Some(its.0)], meeting: meeting(&sides[0].base, &[*its]) });
        }
    }
    found
}
