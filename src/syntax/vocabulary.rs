//! The words of the language: kinds of entry, clauses, qualifiers, and the table of what may stand where.
//!
//! The tables here are the only place that knows them. Parser, printer, "did you mean", the errors about a clause in the
//! wrong place and the table in `grammar/clauses.md` all come from them.

mod clause;
mod entry;
mod form;
mod link;
mod name;
mod packed;
mod qualifier;
mod shape;

pub use clause::{CLAUSES, ClauseKind, ClauseRow};
pub use entry::{ENTRIES, EntryKind, EntryRow, Presence};
pub use link::{AND, BECAUSE, BY, ConditionWord, IF, Link, OVER, UNLESS};
pub use name::{ABOVE, NO, OWN, RESERVED, UNNAMED, YES};
pub use qualifier::{EXCLUSIVE, QUALIFIERS, Qualifiers};
pub use shape::Shape;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_stands_at_the_index_of_its_kind() {
        for (index, row) in ENTRIES.iter().enumerate() {
            assert_eq!(row.kind as usize, index, "{}", row.keyword);
            assert_eq!(EntryKind::of(row.keyword), Some(row.kind));
        }
        for (index, row) in CLAUSES.iter().enumerate() {
            assert_eq!(row.kind as usize, index, "{}", row.keyword);
            assert_eq!(ClauseKind::of(row.keyword), Some(row.kind));
        }
    }

    #[test]
    fn only_the_very_words_are_known() {
        for word in ["", "\0of", "o", "off", "of\0", "same-fact-of-long-ago", "because because because"] {
            assert_eq!((EntryKind::of(word), ClauseKind::of(word)), (None, None), "{word:?}");
        }
    }
}
