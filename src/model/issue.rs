//! Issues with their positions, and terms whose meaning is in dispute.

use crate::file::Span;

use super::Id;

/// The number of an issue in its map.
pub type IssueId = Id<Issue>;
/// Which position; positions of one issue have ids in a row.
pub type PositionId = Id<Position>;
/// The number of a term in its map.
pub type TermId = Id<Term>;

/// A question that authors answer.
#[derive(Debug)]
pub struct Issue {
    /// The name by which the map refers to it.
    pub name: Span,
    /// The question that authors answer, as it is written.
    pub question: Span,
    /// How its positions relate.
    pub answers: Answers,
    /// The first of its positions, which stand in a row.
    pub first_position: PositionId,
    /// How many positions it has, at least one.
    pub position_count: u32,
    /// Limits of what counts as an answer.
    pub scope: Option<Span>,
    /// Words to filter by.
    pub tags: Box<[Span]>,
    /// Short name, where one was written.
    pub short: Option<Span>,
    /// Whether it is a draft, which counts for nothing yet.
    pub draft: bool,
    /// Whether something of it was left out because of an error: what it lacks may have been written.
    pub incomplete: bool,
}

impl Issue {
    /// Its positions, in the order of the text.
    pub fn positions(&self) -> impl ExactSizeIterator<Item = PositionId> + DoubleEndedIterator + use<> {
        let first = self.first_position.index();
        (first..first + self.position_count as usize).map(Id::new)
    }

    /// Whether holding one position excludes holding another.
    pub fn is_exclusive(&self) -> bool {
        self.answers != Answers::Open
    }
}

/// How the positions of an issue relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answers {
    /// No positions were written: yes or no, and rejecting one is holding the other.
    YesNo,
    /// They exclude each other.
    Choice,
    /// They exclude each other and are ordered.
    Scale,
    /// Several may be held together.
    Open,
}

impl Answers {
    /// The words that can be written, each with what it means.
    pub const WORDS: &[(Answers, &str)] =
        &[(Answers::Choice, "choice"), (Answers::Scale, "scale"), (Answers::Open, "open")];

    /// Its word; of an issue that writes no positions, `yes or no`.
    pub fn word(self) -> &'static str {
        Answers::WORDS.iter().find(|(answers, _)| *answers == self).map_or("yes or no", |(_, word)| word)
    }
}

/// An answer to an issue.
#[derive(Debug)]
pub struct Position {
    /// The issue that it answers.
    pub issue: IssueId,
    /// Its name; `None` for the `yes` and `no` of an issue without positions of its own.
    pub name: Option<Span>,
    /// Words of the position; `None` where the name says all.
    pub text: Option<Span>,
    /// Full wording, where the text is only what people call it.
    pub says: Option<Span>,
    /// Whether it is the `no` of an issue without positions of its own.
    pub is_no: bool,
}

/// A word that authors may mean differently.
#[derive(Debug)]
pub struct Term {
    /// The name by which the map refers to it.
    pub name: Span,
    /// The word that is in dispute, as authors write it.
    pub word: Span,
    /// Whether it is a draft, which counts for nothing yet.
    pub draft: bool,
}
