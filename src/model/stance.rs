//! Stances: what a statement says about an issue.

use crate::file::Span;
use crate::syntax::vocabulary::{ClauseKind, ConditionWord, Qualifiers};

use super::{Id, IssueId, PositionId, SmallList, StatementId};

/// The number of a stance in its map.
pub type StanceId = Id<Stance>;

/// Stance of a statement on an issue, as one clause takes it.
#[derive(Debug)]
pub struct Stance {
    /// The statement that takes it.
    pub statement: StatementId,
    /// The issue that it is about.
    pub issue: IssueId,
    /// Whether the position is held, rejected, ranked or weighed.
    pub attitude: Attitude,
    /// The position held, rejected, or ranked first, of a range its first step; `None` for `weighs` and `raises`.
    pub position: Option<PositionId>,
    /// The last step of a range of a scale; `None` of all that names one position.
    pub to: Option<PositionId>,
    /// The name of that position in the clause, of a range all names; the whole clause where it names none.
    pub position_span: Span,
    /// Positions that this one is ranked over.
    pub over: Box<[PositionId]>,
    /// How firmly the stance is taken.
    pub strength: Strength,
    /// Of a rejection: the position is by itself not enough.
    pub alone: bool,
    /// On what it is taken, where that is not plain. Rare, and so beside the stance.
    pub condition: Option<Box<Condition>>,
    /// The words of `weighs` and `raises`.
    pub text: Option<Span>,
    /// Whether the mapper reads it into the text.
    pub inferred: bool,
    /// Whether it is a draft, and counts for nothing yet.
    pub draft: bool,
    /// The whole clause, from its keyword on.
    pub span: Span,
}

impl Stance {
    /// The positions held, rejected, or ranked first: one, or all steps of a range.
    pub fn positions(&self) -> impl Iterator<Item = PositionId> + use<> {
        steps(self.position, self.to)
    }

    /// The first and the last step, where it is a range.
    pub fn range(&self) -> Option<[PositionId; 2]> {
        self.position.zip(self.to).map(|(first, last)| [first, last])
    }

    /// Its condition, where the map itself can tell whether that is met.
    pub fn linked(&self) -> Option<&Condition> {
        self.condition.as_deref().filter(|condition| condition.is_linked())
    }
}

/// A position, or all steps of a range from it to another.
pub fn steps(first: Option<PositionId>, to: Option<PositionId>) -> impl Iterator<Item = PositionId> + use<> {
    let steps = first.map(|first| first.index()..to.unwrap_or(first).index() + 1);
    steps.into_iter().flatten().map(Id::new)
}

/// On what a stance is taken, or on what it is not.
#[derive(Debug, Clone)]
pub struct Condition {
    /// Whether it is taken where the condition is met, or where it is not.
    pub word: ConditionWord,
    /// Words of the condition, behind that word.
    pub words: Span,
    /// Parts of the map that all have to hold; none where the condition is in free words.
    pub links: SmallList<ConditionLink>,
}

impl Condition {
    /// Whether the stance is taken where the condition is not met.
    pub fn is_unless(&self) -> bool {
        self.word == ConditionWord::Unless
    }

    /// Whether the map itself can tell whether it is met.
    pub fn is_linked(&self) -> bool {
        !self.links.is_empty()
    }
}

/// A part of the map on which a stance hangs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConditionLink {
    /// A statement, which has to stand.
    Statement(StatementId),
    /// Whoever holds this position holds it rightly.
    Position(PositionId),
}

/// How a statement stands to an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attitude {
    /// Holds the position as its own answer.
    Holds,
    /// Speaks against the position.
    Rejects,
    /// Ranks it over others.
    Prefers,
    /// Sees both sides of the issue and decides for none.
    Weighs,
    /// Mentions the issue and takes no side.
    Raises,
}

impl Attitude {
    /// The clause that says so.
    pub fn clause(self) -> ClauseKind {
        match self {
            Attitude::Holds => ClauseKind::Holds,
            Attitude::Rejects => ClauseKind::Rejects,
            Attitude::Prefers => ClauseKind::Prefers,
            Attitude::Weighs => ClauseKind::Weighs,
            Attitude::Raises => ClauseKind::Raises,
        }
    }

    /// The word of that clause.
    pub fn word(self) -> &'static str {
        self.clause().row().keyword
    }
}

impl Strength {
    /// The qualifier that says so; of what is said plainly, none.
    pub fn qualifier(self) -> Qualifiers {
        match self {
            Strength::Tentatively => Qualifiers::TENTATIVELY,
            Strength::Plainly => Qualifiers::empty(),
            Strength::Strongly => Qualifiers::STRONGLY,
        }
    }
}

/// How firmly a stance is taken. Never turned into a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// With reserve: qualified by `tentatively`.
    Tentatively,
    /// Without a qualifier of strength.
    Plainly,
    /// With force: qualified by `strongly`.
    Strongly,
}
