//! Positions side by side: on each issue, what only the one column says, what only the other does, and what both do.

mod ground;
mod near;
mod part;

use crate::model::select::Selection;
use crate::model::{IssueId, Map, RelationKind, StatementId};

use self::near::Nearness;
use super::dispute::agreement::{Side, Verdict, compare};
use super::table::column::Columns;
use super::table::ground::Grounds;
use super::table::positions::Positions;

pub use self::ground::{Ground, SharedGround};
pub use self::part::{Manner, Part, Way};

/// Two columns, issue by issue.
#[derive(Debug)]
pub struct Contrast {
    /// The issues on which both speak: what divides them first, and otherwise in the order of the map.
    pub both: Vec<OnIssue>,
    /// The issues on which only the one or only the other speaks, in the order of the map.
    pub alone: [Vec<OnIssue>; 2],
    /// How often the one, and how often the other, speaks against a statement of the other's, or denies what it is to show.
    pub attacks: [usize; 2],
}

/// Stances of two columns on one issue.
#[derive(Debug)]
pub struct OnIssue {
    /// The issue that both or one of them speaks to.
    pub issue: IssueId,
    /// How the two stand to each other on it.
    pub verdict: Verdict,
    /// Positions spoken of, in the order of the map, and the way; parts that name no position come last.
    pub parts: Vec<Part>,
    /// Grounds that both give, at whatever depth: one statement, two that say the same, or two that are evidence of one
    /// fact. Each stands here and under no position.
    pub shared: Vec<SharedGround>,
}

impl Contrast {
    /// Holds the first two columns of a table against each other, on these issues. Texts are held against each other only within a
    /// position that both take, so the cost grows with what is said there.
    pub fn new(map: &Map, selection: &Selection, positions: &Positions, issues: &[IssueId]) -> Contrast {
        let grounds = Grounds::new(map, selection.filter.stated);
        let stated = Grounds::new(map, true);
        let nearness = Nearness::new(map);
        let attacks = attacks(map, &grounds, &positions.columns);
        let mut contrast = Contrast { both: Vec::new(), alone: [Vec::new(), Vec::new()], attacks };
        for &issue in issues {
            let stands = [0, 1].map(|column| positions.stance(issue, column));
            let speak = [0, 1].map(|column| !stands[column].stances.is_empty());
            if speak == [false, false] {
                continue;
            }
            let sides = [0, 1].map(|column| Side::new(map, positions, &grounds, issue, column));
            let found = compare(map, &grounds, issue, [&sides[0], &sides[1]]);
            let shared: Vec<SharedGround> = found.grounds.both.iter().map(|&pair| joined(&stated, pair)).collect();
            let parts = part::parts(map, &grounds, &nearness, &stands, &shared);
            let on = OnIssue { issue, verdict: found.verdict, parts, shared };
            match speak {
                [true, true] => contrast.both.push(on),
                [one, _] => contrast.alone[usize::from(!one)].push(on),
            }
        }
        contrast.both.sort_by_key(|on| rank(on.verdict));
        contrast
    }

    /// Whether anything is said on the one side that is not said on the other.
    pub fn differs(&self) -> bool {
        let differs = |on: &OnIssue| on.parts.iter().any(Part::differs);
        self.both.iter().any(differs) || self.alone.iter().any(|alone| !alone.is_empty())
    }
}

/// How often each of the first two columns attacks or undercuts a statement of the other, whatever it is about.
fn attacks(map: &Map, grounds: &Grounds<'_>, columns: &Columns) -> [usize; 2] {
    let mut attacks = [0, 0];
    let (mut from, mut to) = (Vec::new(), Vec::new());
    for (_, relation) in map.relations.iter().filter(|(_, relation)| grounds.has_relation(relation)) {
        if !matches!(relation.kind, RelationKind::Against | RelationKind::Undercuts) {
            continue;
        }
        columns.of(map, relation.from, &mut from);
        columns.of(map, relation.to, &mut to);
        for (who, whom) in [(0, 1), (1, 0)] {
            let is_in = |places: &[(usize, bool)], column| places.contains(&(column, false));
            // A statement of both together attacks neither.
            attacks[who] += usize::from(is_in(&from, who) && !is_in(&from, whom) && is_in(&to, whom));
        }
    }
    attacks
}

/// Two statements that are one ground, and whether a document itself says so.
fn joined(stated: &Grounds<'_>, statements: [StatementId; 2]) -> SharedGround {
    let [one, other] = statements;
    let is_stated =
        one == other || stated.class_of(one) == stated.class_of(other) || stated.fact_of(one) == stated.fact_of(other);
    SharedGround { statements, inferred: !is_stated }
}

/// Order of verdicts: those that divide come first, then those that hang on something, then those that are shared.
fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Opposed | Verdict::TalkingPast | Verdict::ChangeOfMind => 0,
        Verdict::Degree => 1,
        Verdict::Conditional | Verdict::Ambivalent => 2,
        Verdict::Compatible => 3,
        Verdict::Same(_) => 4,
        Verdict::OnlyRaised | Verdict::OneSilent | Verdict::BothSilent => 5,
    }
}

#[cfg(test)]
mod tests;
