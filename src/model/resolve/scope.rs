//! Scopes: where names are looked up first, and what the clauses of an entry belong to.

use crate::model::{SourceId, StatementId, StatementKind};
use crate::syntax::tree::{Entry, Tree};

/// Where names are looked up first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Scope {
    /// Below no source: names are those of loose statements.
    Loose,
    /// Among the statements of a source.
    Source(SourceId),
    /// In a source that is not known, so that nothing can be said about names of its statements.
    Unknown,
}

/// The entries from one `source`, `from` or beginning of a file to the next.
pub(super) struct Section<'t> {
    pub(super) tree: &'t Tree,
    pub(super) entries: &'t [Entry],
    pub(super) scope: Scope,
    /// For each claim, evidence and counterpoint, in order, its id if it is in the map.
    pub(super) statements: Vec<Option<StatementId>>,
}

/// An entry whose clauses are resolved, and where names are looked up in them.
#[derive(Clone, Copy)]
pub(super) struct Subject {
    /// The statement that the clauses belong to; none where it was left out, so that they are only checked.
    pub(super) statement: Option<StatementId>,
    pub(super) kind: Option<StatementKind>,
    pub(super) scope: Scope,
    pub(super) from_reading: bool,
    /// Whether all that is said here is a draft.
    pub(super) draft: bool,
    pub(super) above: Above,
}

/// Referent of the word `above` in a clause.
#[derive(Debug, Clone, Copy)]
pub(super) enum Above {
    Nothing,
    Claim(StatementId),
    /// A claim that was left out.
    Lost,
}
