//! Everything that is an author's: what they say, what they report of others, and what others report of them.

use crate::model::select::Selection;
use crate::model::{AuthorId, Map, StatementId};

/// Statements of an author, or of several who write jointly, in the order of the map; each stands in one list.
#[derive(Debug, Default)]
pub struct Theirs {
    /// Statements for which they answer.
    pub own: Vec<StatementId>,
    /// Statements in which they report others without taking their side.
    pub reports: Vec<StatementId>,
    /// Statements in which others report them.
    pub reported: Vec<StatementId>,
}

/// Sorts the kept statements by what they are to these authors.
pub(super) fn theirs(map: &Map, selection: &Selection, authors: &[AuthorId]) -> Theirs {
    let mut found = Theirs::default();
    for (id, statement) in map.statements.iter().filter(|(id, _)| selection.has_statement(*id)) {
        let is_theirs = map.authors_of(id).iter().any(|author| authors.contains(author));
        let are_reported = statement.reported().is_some_and(|author| authors.contains(&author));
        if is_theirs && statement.is_own() {
            found.own.push(id);
        } else if is_theirs {
            found.reports.push(id);
        } else if are_reported {
            found.reported.push(id);
        }
    }
    found
}
