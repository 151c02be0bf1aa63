//! Answers to a question: the side that each takes on positions.

/// Side that an answer takes on a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The answer rejects the position.
    Rejects,
    /// Both this and not this.
    Between,
    /// The answer holds the position.
    Holds,
}

/// An answer to a question. Positions are known by their numbers, from 0.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// Sides on the positions that the answer is about, in their order. On a choice at most one is held, on a scale one or several
    /// that follow each other, a range; on neither is any between.
    Says(Box<[(u32, Side)]>),
    /// It stands between the positions of a scale or a choice.
    Middle,
    /// On a scale: what was answered from each of these days on, where the answer changed; the last one last.
    Turned(Box<[(u32, Answer)]>),
}

impl Answer {
    /// Sides on the positions that the answer is about, in their order; empty where it stands between.
    pub fn says(&self) -> &[(u32, Side)] {
        match self {
            Answer::Says(says) => says,
            Answer::Middle => &[],
            Answer::Turned(_) => self.last().says(),
        }
    }

    /// Answer in the end: itself, where it did not change.
    pub fn last(&self) -> &Answer {
        match self {
            Answer::Turned(turns) => turns.last().map_or(&Answer::Middle, |(_, answer)| answer),
            _ => self,
        }
    }

    /// Of how many positions it speaks.
    pub fn length(&self) -> usize {
        self.says().len()
    }

    /// The position that it holds, where it can hold only one.
    pub fn held(&self) -> Option<u32> {
        self.says().iter().find(|(_, side)| *side == Side::Holds).map(|(position, _)| *position)
    }
}
