//! Stances of two columns on one position, each with the grounds that it gives for them.

use std::collections::BTreeMap;

use foldhash::HashSet;

use super::ground::{Ground, SharedGround, given};
use super::near::Nearness;
use crate::analysis::table::bearing::Bearing;
use crate::analysis::table::column_stance::ColumnStance;
use crate::analysis::table::ground::Grounds;
use crate::analysis::table::positions::IssueStance;
use crate::analysis::table::spoken::Turned;
use crate::model::{Answers, Attitude, Map, PositionId, StatementId, Strength};

/// How somebody speaks of a position, or of an issue without taking one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// Takes the position as its answer.
    Holds,
    /// Speaks against the position.
    Rejects,
    /// Calls it not enough by itself.
    NotAlone,
    /// Ranks the position first.
    First,
    /// Ranks the position below another.
    Second,
    /// Sees both sides of the issue.
    Weighs,
    /// Asks or mentions the issue.
    Raises,
    /// Raises the stance as an objection to be answered.
    Anticipates,
}

/// Stances on one position that are taken in one way.
#[derive(Debug)]
pub struct Part {
    /// The position; none where the issue is weighed or asked.
    pub position: Option<PositionId>,
    /// The last step of a range on a scale, of which the position is the first.
    pub to: Option<PositionId>,
    /// How it is spoken of.
    pub way: Way,
    /// The condition on which it is, as the map words it: who says it outright and who says it on a condition do not say the same.
    pub condition: Option<String>,
    /// The stances of either column that say so, in the order of the text; none where it does not.
    pub stances: [Vec<ColumnStance>; 2],
    /// The grounds that either gives for it and that the other does not, in the order of the text. What is ranked lower has none: they
    /// stand with what is ranked first.
    pub grounds: [Vec<Ground>; 2],
    /// Grounds of the two that are near to each other, by their place in `grounds`: the nearest first.
    pub near: Vec<[usize; 2]>,
    /// When the one and the other turned to it or from it, where they changed their minds.
    pub turned: [Option<Turned>; 2],
    /// Whether only some of the people who share the column of the one or the other say so: how firmly, on this condition, at that time.
    pub of_some: [bool; 2],
}

/// In which manner one of the two says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    /// How firmly: strongly at least once, tentatively throughout, or else plainly.
    pub strength: Strength,
    /// Whether all of it is the mapper's reading.
    pub inferred: bool,
    /// When it was said, where its column changed its mind.
    pub turned: Option<Turned>,
}

impl Part {
    /// The manner in which the one or the other says it.
    pub fn manner(&self, side: usize) -> Manner {
        let stances = &self.stances[side];
        let makes_firm = |stance: &ColumnStance| stance.strength == Strength::Strongly;
        let is_firm = if self.of_some[side] { stances.iter().all(makes_firm) } else { stances.iter().any(makes_firm) };
        let strength = if is_firm {
            Strength::Strongly
        } else if stances.iter().all(|stance| stance.strength == Strength::Tentatively) {
            Strength::Tentatively
        } else {
            Strength::Plainly
        };
        Manner { strength, inferred: stances.iter().all(|stance| stance.inferred), turned: self.turned[side] }
    }

    /// Whether one of the two says it and the other does not, or in another manner, or on other grounds.
    pub fn differs(&self) -> bool {
        self.stances.iter().any(Vec::is_empty)
            || self.manner(0) != self.manner(1)
            || self.grounds.iter().any(|grounds| !grounds.is_empty())
    }
}

/// Key of a part.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Said {
    position: Option<PositionId>,
    way: Way,
    to: Option<PositionId>,
    condition: Option<String>,
    /// Whether the opposite was said later: what somebody no longer holds is not what another does.
    is_over: bool,
}

/// All that two columns say on an issue. What both give as a ground is left out of the grounds of either.
pub(super) fn parts(
    map: &Map,
    grounds: &Grounds<'_>,
    nearness: &Nearness,
    stands: &[IssueStance<'_>; 2],
    shared: &[SharedGround],
) -> Vec<Part> {
    let mut said: BTreeMap<Said, [Vec<ColumnStance>; 2]> = BTreeMap::new();
    for (column, stand) in stands.iter().enumerate() {
        for &stance in stand.stances {
            let condition = map.stances[stance.stance].condition.as_ref().map(|condition| map.condition(condition));
            let is_over = matches!(stand.turned(map, &[stance]), Some(Turned::Until(_)));
            for (position, way) in ways(map, stance) {
                let to = stance.to.filter(|_| way == Way::Holds);
                let key = Said { position, way, to, condition: condition.clone(), is_over };
                said.entry(key).or_default()[column].push(stance);
            }
        }
    }
    let shared: HashSet<StatementId> = shared.iter().flat_map(|shared| shared.statements).collect();
    let mut parts: Vec<Part> = said
        .into_iter()
        .map(|(Said { position, way, to, condition, .. }, stances)| {
            let turned = [0, 1].map(|column| match &*stances[column] {
                [] => None,
                of_column => stands[column].turned(map, of_column),
            });
            let of_some = [0, 1].map(|column| {
                let of_column = &stances[column];
                let is_marked = condition.is_some()
                    || to.is_some()
                    || turned[column].is_some()
                    || of_column.iter().any(|stance| stance.strength != Strength::Plainly);
                let is_all = position.is_none_or(|position| stands[column].is_of_all(map, position, of_column));
                is_marked && !of_column.is_empty() && !is_all
            });
            let grounds = [0, 1].map(|column| match position.filter(|_| way != Way::Second) {
                Some(_) => given(map, grounds, &stances[column], &shared),
                None => Vec::new(),
            });
            let near = nearness.pairs(&grounds);
            Part { position, to, way, condition, stances, grounds, near, turned, of_some }
        })
        .collect();
    // Parts without a position stand at the end.
    parts.sort_by_key(|part| part.position.is_none());
    parts
}

/// Of which positions a stance speaks, and how. On a yes/no issue rejecting the one is holding the other, and is said once.
fn ways(map: &Map, stance: ColumnStance) -> Vec<(Option<PositionId>, Way)> {
    if stance.anticipated {
        return vec![(stance.position, Way::Anticipates)];
    }
    let without = match stance.attitude {
        Attitude::Weighs => Some(Way::Weighs),
        Attitude::Raises => Some(Way::Raises),
        Attitude::Holds | Attitude::Rejects | Attitude::Prefers => None,
    };
    if let Some(way) = without {
        return vec![(None, way)];
    }
    if stance.to.is_some() {
        // A range is one answer, and not one for each of its steps.
        return vec![(stance.position, Way::Holds)];
    }
    let bearings: Vec<(PositionId, Bearing)> = stance.bearings(map).collect();
    let is_mirrored = |position: PositionId| map.issues[map.positions[position].issue].answers == Answers::YesNo;
    let holds = bearings.iter().any(|(_, bearing)| *bearing == Bearing::Holds);
    let told = bearings
        .into_iter()
        .filter(|&(position, bearing)| !(holds && bearing == Bearing::Rejects && is_mirrored(position)));
    told.map(|(position, bearing)| {
        let way = match bearing {
            Bearing::Holds => Way::Holds,
            Bearing::Rejects if stance.alone => Way::NotAlone,
            Bearing::Rejects => Way::Rejects,
            Bearing::First => Way::First,
            Bearing::Second => Way::Second,
        };
        (Some(position), way)
    })
    .collect()
}
