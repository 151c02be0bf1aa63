//! Orientations: how a column stands on an issue and on each of its positions, and from how many stances.

use crate::model::PositionId;
use crate::model::Strength;

use super::bearing::Bearing;
use super::column_stance::ColumnStance;

/// How a column stands to an issue or a position. Silence is not neutral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Orientation {
    /// Holds it, and says nothing the other way; of a yes/no issue: yes.
    For,
    /// Rejects it, and says nothing the other way; of a yes/no issue: no.
    Against,
    /// All that speaks on its side carries a condition.
    Conditional,
    /// Speaks both ways, or weighs it.
    Ambivalent,
    /// Said one thing at one time and the opposite at another.
    Changed,
    /// Only ranks it, first.
    Preferred,
    /// Only ranks it, lower.
    Second,
    /// Asks or mentions it.
    Raises,
    /// Says nothing about it.
    Silent,
}

/// How many statements stand behind a cell, and of which kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many statements there are of all kinds.
    pub statements: u32,
    /// Those whose stance the mapper reads into the text.
    pub inferred: u32,
    /// Those that another reports.
    pub reported: u32,
    /// Premises that the author relies on and does not say.
    pub unstated: u32,
    /// Objections that the author anticipates and answers.
    pub anticipated: u32,
    /// Those that speak strongly.
    pub strongly: u32,
    /// Those that speak tentatively.
    pub tentatively: u32,
    /// Those with a condition.
    pub conditioned: u32,
}

impl Tally {
    /// Of no statement at all.
    pub const NONE: Tally = Tally {
        statements: 0,
        inferred: 0,
        reported: 0,
        unstated: 0,
        anticipated: 0,
        strongly: 0,
        tentatively: 0,
        conditioned: 0,
    };

    /// Counts the statements of some of the stances behind a cell.
    pub fn of(stances: impl Iterator<Item = ColumnStance>) -> Tally {
        tally(stances)
    }
}

/// How a column stands on an issue as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnIssue {
    /// How it stands as a whole.
    pub orientation: Orientation,
    /// Range that it holds, where only one position can be held: the first and the last step that all share who hold
    /// any.
    pub held: Option<[PositionId; 2]>,
    /// All statements behind it.
    pub tally: Tally,
}

/// How a column stands on one position of an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnPosition {
    /// The position that the cell is about.
    pub position: PositionId,
    /// Whether the column is for or against it, or between.
    pub orientation: Orientation,
    /// Whether anything holds it.
    pub held: bool,
    /// Whether anything rejects it.
    pub rejected: bool,
    /// Whether it is rejected only as not enough by itself.
    pub alone: bool,
    /// How it is spoken of in an exception to what is said without a condition.
    pub exception: Option<Bearing>,
    /// The statements behind it.
    pub tally: Tally,
    /// The part of a list of stances that bear on it.
    pub(crate) behind: Behind,
}

/// A part of a list that says which stances bear on a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Behind {
    /// The place at which it begins.
    pub(crate) first: u32,
    /// How many they are.
    pub(crate) count: u32,
}

/// Counts statements, not stances: one that says two things about an issue is one.
pub fn tally(mut stances: impl Iterator<Item = ColumnStance>) -> Tally {
    let mut tally = Tally::default();
    let Some(first) = stances.next() else { return tally };
    // Most cells have one stance behind them.
    let Some(second) = stances.next() else {
        count(&[first], &mut tally);
        return tally;
    };
    let mut stances: Vec<ColumnStance> = [first, second].into_iter().chain(stances).collect();
    stances.sort_by_key(|say| (say.statement, say.stance));
    stances.chunk_by(|a, b| a.statement == b.statement).for_each(|of_one| count(of_one, &mut tally));
    tally
}

/// Counts one statement by all that it says.
fn count(stances: &[ColumnStance], tally: &mut Tally) {
    tally.statements += 1;
    tally.inferred += u32::from(stances.iter().all(|say| say.inferred));
    tally.reported += u32::from(stances[0].reported);
    tally.unstated += u32::from(stances[0].unstated);
    tally.anticipated += u32::from(stances[0].anticipated);
    let strengths = stances.iter().map(|say| say.strength);
    match strengths.max_by_key(|strength| (*strength != Strength::Plainly, *strength)) {
        Some(Strength::Strongly) => tally.strongly += 1,
        Some(Strength::Tentatively) => tally.tentatively += 1,
        _ => {}
    }
    tally.conditioned += u32::from(stances.iter().any(|say| say.conditional));
}
