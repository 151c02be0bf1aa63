//! Two versions of a map, and what is in the one, in the other or in both.

use std::borrow::Cow;

use crate::model::{AuthorId, IssueId, Map, PositionId, SourceId, StatementId, TermId};
use crate::text::folding::composed;

/// Two versions of a map.
#[derive(Debug, Clone, Copy)]
pub struct Versions<'m> {
    /// The map before the changes.
    pub old: &'m Map,
    /// The map with the changes.
    pub new: &'m Map,
}

/// Something in the old version and in the new; one of them is missing where it was added or removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Both<T> {
    /// In the old version.
    pub old: Option<T>,
    /// In the new version.
    pub new: Option<T>,
}

impl<T> Both<T> {
    /// Something that is in both.
    pub fn of(old: T, new: T) -> Self {
        Both { old: Some(old), new: Some(new) }
    }

    /// Both versions, each made into something else.
    pub fn map<U>(self, make: impl Fn(T) -> U) -> Both<U> {
        Both { old: self.old.map(&make), new: self.new.map(&make) }
    }
}

/// A thing of one version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // The ids say what each is.
pub enum Thing {
    Author(AuthorId),
    Source(SourceId),
    Issue(IssueId),
    Position(PositionId),
    Term(TermId),
    Statement(StatementId),
}

impl Thing {
    /// Name of the thing, without what it belongs to.
    pub fn own_name(self, map: &Map) -> Cow<'_, str> {
        let name = match self {
            Thing::Author(id) => map.word(map.authors[id].name),
            Thing::Source(id) => map.word(map.sources[id].name),
            Thing::Issue(id) => map.word(map.issues[id].name),
            Thing::Position(id) => map.position_name(id),
            Thing::Term(id) => map.word(map.terms[id].name),
            Thing::Statement(id) => map.own_name(id),
        };
        composed(name)
    }
}
