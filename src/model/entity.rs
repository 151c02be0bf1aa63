//! Entities: the things that a name can stand for.

use super::{AuthorId, IssueId, SideId, SourceId, StatementId, TermId};

/// Thing that a name can stand for in the space that all files share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // The ids say what each is.
pub enum Entity {
    Author(AuthorId),
    Source(SourceId),
    Issue(IssueId),
    Term(TermId),
    Side(SideId),
    Statement(StatementId),
}
