//! Clauses as they are typed, to be pasted into a map.

use crate::syntax::vocabulary::{ClauseKind, EntryKind};
use crate::syntax::writer::{Clause, without_controls};

/// A `quote` clause with these words, and the place where a reader looks for them. What a map cannot hold of them, which nobody can
/// see, is left out.
pub fn quote_clause(place: Option<&str>, words: &str) -> String {
    let mut clause = Clause::new(ClauseKind::Quote).text(without_controls(words));
    if let Some(place) = place {
        clause = clause.argument(without_controls(place));
    }
    clause.to_paste(EntryKind::Claim).unwrap_or_else(|refusal| refusal.to_string())
}

#[cfg(test)]
mod tests;
