//! Authors that a list is asked for.

use crate::model::select::Filter;
use crate::model::{AuthorId, Map};

/// Whether an author is asked for: by name, with a side, or because nobody is named.
pub(super) fn is_asked(map: &Map, Filter { authors, sides, .. }: &Filter, author: AuthorId) -> bool {
    authors.is_empty() && sides.is_empty()
        || authors.contains(&author)
        || sides.iter().any(|&side| map.sides[side].authors.contains(&author))
}
