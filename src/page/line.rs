//! Lines as a difference has them: each stands on the one side alone, on the other alone, or on both.

use super::Runs;

/// Owner of a line, of two that are held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The first's alone: `-`.
    First,
    /// The second's alone: `+`.
    Second,
    /// Both have it: no sign.
    Both,
}

impl Whose {
    /// Sign before the line, as every difference has it.
    pub fn sign(self) -> char {
        match self {
            Whose::First => '-',
            Whose::Second => '+',
            Whose::Both => ' ',
        }
    }

    /// The word for programs.
    pub fn word(self) -> &'static str {
        match self {
            Whose::First => "first",
            Whose::Second => "second",
            Whose::Both => "both",
        }
    }
}

/// A line of a difference.
#[derive(Debug, Clone)]
pub struct Line {
    /// The side that the line belongs to.
    pub whose: Whose,
    /// How far it stands in: 0 for what others stand below.
    pub depth: u8,
    /// The words of the line.
    pub runs: Runs,
    /// A remark at the end of the line, such as whose it is in words; may be empty.
    pub remark: Runs,
}
