//! Clauses as they are typed, to be pasted into a map.

/// A `quote` clause with these words, and the place where a reader looks for them.
pub fn quote_clause(place: Option<&str>, words: &str) -> String {
    match place {
        Some(place) => format!("  quote [{place}]: {words}"),
        None => format!("  quote: {words}"),
    }
}
