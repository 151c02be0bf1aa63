//! Names that were not found: what each should stand for, where it was looked for, and what may be meant.

use crate::file::Span;
use crate::model::resolve::scope::Scope;
use crate::model::{Entity, SourceId, StatementId};

/// Kind of thing that a name should stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::model::resolve) enum Wanted {
    Author,
    Source,
    Issue,
    Term,
    Side,
    Statement,
    /// Something that a stance may hang on: a statement or an issue.
    Condition,
    /// The issue before the colon of a condition.
    ConditionIssue,
    /// The source before the dot of a condition.
    ConditionSource,
}

impl Wanted {
    /// Whether a thing is of the kind.
    pub fn admits(self, named: Entity) -> bool {
        let kind = match named {
            Entity::Author(_) => Wanted::Author,
            Entity::Source(_) => Wanted::Source,
            Entity::Issue(_) => Wanted::Issue,
            Entity::Term(_) => Wanted::Term,
            Entity::Side(_) => Wanted::Side,
            Entity::Statement(_) => Wanted::Statement,
        };
        self.includes(kind)
    }

    /// Whether things of one kind are among those that are wanted.
    pub(super) fn includes(self, kind: Wanted) -> bool {
        match self {
            Wanted::Condition => matches!(kind, Wanted::Statement | Wanted::Issue),
            Wanted::ConditionIssue => kind == Wanted::Issue,
            Wanted::ConditionSource => kind == Wanted::Source,
            _ => kind == self,
        }
    }

    /// Whether it is a condition that is taken as words where nothing is called so.
    pub(super) fn is_condition(self) -> bool {
        matches!(self, Wanted::Condition | Wanted::ConditionIssue | Wanted::ConditionSource)
    }

    /// The kind, in words.
    pub fn kind(self) -> &'static str {
        match self {
            Wanted::Author => "an author",
            Wanted::Source | Wanted::ConditionSource => "a source",
            Wanted::Issue | Wanted::ConditionIssue => "an issue",
            Wanted::Term => "a term",
            Wanted::Side => "a side",
            Wanted::Statement => "a statement",
            Wanted::Condition => "a statement or issue",
        }
    }

    pub(super) fn word(self) -> &'static str {
        self.kind().split_once(' ').map_or("", |(_, word)| word)
    }
}

/// Where a name was looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::model::resolve) enum Place {
    /// Among the names that all files share.
    Shared,
    /// In a scope, then among those.
    Beside(Scope),
    /// In this source, which was written before it.
    In(SourceId),
}

/// A name that was not found.
#[derive(Debug, Clone, Copy)]
pub(in crate::model::resolve) struct Missing {
    pub name: Span,
    pub wanted: Wanted,
    pub place: Place,
}

/// A name that may be meant.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) wanted: Wanted,
    /// The source whose statement is called so.
    pub(super) source: Option<SourceId>,
}

/// The statements of other sources that are called as a missing name is.
#[derive(Debug, Default, Clone)]
pub(super) struct Namesakes {
    pub(super) listed: Vec<StatementId>,
    pub(super) count: usize,
}
