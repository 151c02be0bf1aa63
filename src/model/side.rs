//! Sides: those who argue together, on some questions of a debate or on all.

use crate::file::Span;

use super::{AuthorId, Id, IssueId};

/// The number of a side in its map.
pub type SideId = Id<Side>;

/// Side of a debate: authors who argue together.
#[derive(Debug)]
pub struct Side {
    /// The name by which the map refers to it.
    pub name: Span,
    /// Name as it is shown to people.
    pub display: Span,
    /// Short name, where one was written.
    pub short: Option<Span>,
    /// Members, in the order of its `authors`.
    pub authors: Box<[AuthorId]>,
    /// Whether statements outside any source that are nobody else's are its own.
    pub own: bool,
    /// The issues on which they are together, in the order of its `issues`; empty for all.
    pub issues: Box<[IssueId]>,
    /// The question that the debate is about.
    pub motion: Option<IssueId>,
    /// Whether it is a draft, which counts for nothing yet.
    pub draft: bool,
}

impl Side {
    /// Whether it speaks on an issue.
    pub fn is_on(&self, issue: IssueId) -> bool {
        self.issues.is_empty() || self.issues.contains(&issue)
    }
}
