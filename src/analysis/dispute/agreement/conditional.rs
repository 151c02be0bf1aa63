//! Stances of two on conditions, held against each other: the same condition first, then exceptions against what the
//! other says without one.

use crate::analysis::table::exception::{Conditioned, Said, by_condition, is_same_condition};
use crate::analysis::table::positions::IssueStance;
use crate::analysis::table::turn::End;
use crate::model::{IssueId, Map, StanceId};

/// Two on one condition, or one on a condition on which the other has nothing of its own to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnCondition {
    /// The stances of each that are taken on the condition; none of whom it is an exception to hold against.
    pub stances: [Vec<StanceId>; 2],
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
    let [one, other] = [0, 1].map(|side| by_condition(map, &sides[side].conditional));
    let mut found = Vec::new();
    let mut is_paired = vec![false; other.len()];
    for said in &one {
        let same = other.iter().position(|its| is_same_condition(map, said[0].0, its[0].0));
        if let Some(at) = same {
            is_paired[at] = true;
            found.push(OnCondition {
                stances: [stances(said), stances(&other[at])],
                meeting: meeting(said, &other[at]),
            });
        } else if let Some(said) = excepted(&sides, 0, said) {
            let meeting = meeting(&said, &sides[1].base);
            found.push(OnCondition { stances: [stances(&said), Vec::new()], meeting });
        }
    }
    for its in other.iter().zip(is_paired).filter(|(_, is_paired)| !is_paired).map(|(its, _)| its) {
        if let Some(its) = excepted(&sides, 1, its) {
            let meeting = meeting(&sides[0].base, &its);
            found.push(OnCondition { stances: [Vec::new(), stances(&its)], meeting });
        }
    }
    found
}

fn stances(said: &[Said]) -> Vec<StanceId> {
    said.iter().map(|(stance, _)| *stance).collect()
}

/// The exceptions among what one side says on a condition, where the other takes a side without one.
fn excepted(sides: &[Conditioned; 2], side: usize, said: &[Said]) -> Option<Vec<Said>> {
    let said: Vec<Said> = said.iter().filter(|(_, taken)| sides[side].is_exception(*taken)).copied().collect();
    (!said.is_empty() && !sides[1 - side].base.is_empty()).then_some(said)
}
