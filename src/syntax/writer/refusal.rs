//! Why the language cannot say what somebody means.

use std::fmt;

use crate::syntax::vocabulary::{ClauseKind, EntryKind};

/// Why something was not written. `of` is the word that begins the entry or clause.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)] // What is shown of each says what it is.
pub enum Refusal {
    Name { of: &'static str, name: String },
    Character { of: &'static str, character: char },
    Empty { of: &'static str },
    Place { place: String },
    Qualifier { of: &'static str, word: &'static str },
    Contradiction { of: &'static str, words: [&'static str; 2] },
    Misplaced { clause: ClauseKind, entry: EntryKind },
    Repeated { clause: ClauseKind, entry: EntryKind },
    Alone { clause: ClauseKind, leader: ClauseKind },
    Form { of: &'static str, form: String },
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Name { of, name } => write!(
                out,
                "`{of}` cannot have the name {name:?}: a name is one word of letters, digits, `-` and `_`, in any script"
            ),
            Refusal::Character { of, character } => {
                write!(out, "`{of}` cannot hold the control character U+{:04X}", u32::from(*character))
            }
            Refusal::Empty { of } => write!(out, "`{of}` has nothing to say"),
            Refusal::Place { place } => {
                write!(out, "{place:?} cannot be the place of a quotation: it has to say something, without a `]`")
            }
            Refusal::Qualifier { of, word } => write!(out, "`{of}` takes no qualifier `{word}` here"),
            Refusal::Contradiction { of, words: [one, other] } => {
                write!(out, "`{of}` cannot be `{one}` and `{other}` at once")
            }
            Refusal::Misplaced { clause, entry } => {
                write!(out, "`{}` has no clause `{}`", entry.row().keyword, clause.row().keyword)
            }
            Refusal::Repeated { clause, entry } => {
                write!(out, "`{}` can have one clause `{}` only", entry.row().keyword, clause.row().keyword)
            }
            Refusal::Alone { clause, leader } => {
                write!(out, "`{}` stands directly below a `{}` only", clause.row().keyword, leader.row().keyword)
            }
            Refusal::Form { of, form } => write!(out, "`{of}` cannot say this: it is written `{form}`"),
        }
    }
}

impl std::error::Error for Refusal {}
