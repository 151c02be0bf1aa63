//! One thing that a column says of a position, which a word can tell: how, how firmly, on which condition, and since when.

use crate::model::{Date, StanceId, Strength};

use super::column_stance::ColumnStance;

/// How a position is spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// It is the column's answer.
    Holds,
    /// It is rejected outright.
    Against,
    /// It is rejected only as not enough by itself.
    NotAlone,
    /// It is ranked first, and neither held nor rejected.
    First,
    /// It is ranked lower, and neither held nor rejected.
    Second,
}

/// Which part of what is held a position is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// It is all of it.
    Whole,
    /// It is the first step of a range on a scale.
    First,
    /// It is a step between the ends of a range.
    Between,
    /// It is the last step of a range.
    Last,
}

/// When a column that changed its mind said something: until then, or from then on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turned {
    /// It was said last at this time, and the opposite later.
    Until(Date),
    /// It is what the column turned to at this time.
    Since(Date),
}

/// One thing that a column says of a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Whether it is held, rejected or ranked.
    pub way: Way,
    /// Whether it is held alone, or within a range.
    pub part: Part,
    /// How firmly: of several statements the firmest, and tentatively only where all are.
    pub strength: Strength,
    /// A stance with the condition on which it is said; none where it is said without one.
    pub condition: Option<StanceId>,
    /// Whether the mapper reads all of it into the text.
    pub inferred: bool,
    /// Whether it is what others report.
    pub reported: bool,
    /// When it was said, where the column changed its mind.
    pub turned: Option<Turned>,
    /// Whether only some of the people who share a column say it so: then it is told with their names.
    pub of_some: bool,
    /// The stances that say so, in the order of the text.
    pub stances: Vec<ColumnStance>,
}

impl Spoken {
    /// How many statements say so.
    pub fn statements(&self) -> usize {
        let mut statements: Vec<_> = self.stances.iter().map(|say| say.statement).collect();
        statements.sort_unstable();
        statements.dedup();
        statements.len()
    }
}
