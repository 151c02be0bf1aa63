//! Relations between statements: reasons, and what speaks for, against or beside them.

use crate::file::Span;
use crate::syntax::vocabulary::ClauseKind;

use super::{Id, SmallList, StatementId};

/// The number of a reason in its map.
pub type ReasonId = Id<Reason>;
/// The number of a relation in its map.
pub type RelationId = Id<Relation>;

/// A reason for a statement: one premise, or several that are needed together.
#[derive(Debug)]
pub struct Reason {
    /// Statement that the reason is for.
    pub conclusion: StatementId,
    /// Statements given as the reason, in order; several are linked: each is needed.
    pub premises: SmallList<StatementId>,
    /// Whether the mapper reads it into the text.
    pub inferred: bool,
    /// Whether it was written outside the document of the statement that wrote it.
    pub from_reading: bool,
    /// Whether it is a draft, and counts for nothing yet.
    pub draft: bool,
    /// Where it is written.
    pub span: Span,
}

/// One statement's relation to another, reasons aside.
#[derive(Debug)]
pub struct Relation {
    /// The statement that has the clause.
    pub from: StatementId,
    /// How the one statement bears on the other.
    pub kind: RelationKind,
    /// The statement that it is about.
    pub to: StatementId,
    /// Of an undercut that names them: the premises whose reason it strikes; else empty, and it strikes every reason of `to`.
    pub because: Box<[StatementId]>,
    /// Of an attack: it takes the ground of what it attacks for the other side.
    pub turns: bool,
    /// Text behind `by`: of an attack the critical question that it asks, of a weighing its measure.
    pub by: Option<Box<Span>>,
    /// Whether the mapper reads it into the text.
    pub inferred: bool,
    /// Whether it was written outside the document of the statement that wrote it.
    pub from_reading: bool,
    /// Whether it is a draft, and counts for nothing yet.
    pub draft: bool,
    /// Where it is written.
    pub span: Span,
}

/// Kind of a relation, by its keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelationKind {
    /// Attacks the statement itself.
    Against,
    /// Lessens it, and does not defeat it.
    Weakens,
    /// Grants the premise and denies that it shows the conclusion.
    Undercuts,
    /// Matters more than the statement.
    Outweighs,
    /// Admits it, and holds all the same.
    Despite,
    /// Concedes the statement and draws no consequence.
    Grants,
    /// Says the same in other words.
    Agrees,
    /// Evidence: the same event or figure.
    SameFact,
}

impl RelationKind {
    /// The clause that says so.
    pub fn clause(self) -> ClauseKind {
        match self {
            RelationKind::Against | RelationKind::Weakens => ClauseKind::Against,
            RelationKind::Outweighs => ClauseKind::Outweighs,
            RelationKind::Undercuts => ClauseKind::Undercuts,
            RelationKind::Despite => ClauseKind::Despite,
            RelationKind::Grants => ClauseKind::Grants,
            RelationKind::Agrees => ClauseKind::Agrees,
            RelationKind::SameFact => ClauseKind::SameFact,
        }
    }

    /// The word of that clause.
    pub fn word(self) -> &'static str {
        self.clause().row().keyword
    }
}
