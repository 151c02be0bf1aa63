//! Clauses as they are typed, to be pasted into a map.

use crate::syntax::vocabulary::{ClauseKind, EntryKind};
use crate::syntax::writer::{Clause, without_controls};

/// A `quote` clause with these words, and the place where a reader looks for them; none where there is nothing to be seen in the words.
/// What a map cannot hold of them, which nobody can see, is left out, and so is a place that it cannot hold.
pub fn quote_clause(place: Option<&str>, words: &str) -> Option<String> {
    let clause = Clause::new(ClauseKind::Quote).text(without_controls(words));
    let placed = place.map(|place| clause.clone().argument(without_controls(place)));
    let pasted = placed.and_then(|placed| placed.to_paste(EntryKind::Claim).ok());
    pasted.or_else(|| clause.to_paste(EntryKind::Claim).ok())
}

#[cfg(test)]
mod tests;
