//! The nom parsers, one construct a file: the second of the two levels of the syntax.
//!
//! Each production of `grammar/counterpoint.ebnf` has a function of the same name here. A parser sees one entry's head or
//! one clause, never more, and never recovers: [`super::parse`] does.

mod clause;
mod entry;
mod fault;
mod list;
mod token;

pub use clause::clause;
pub use entry::entry;
pub use fault::{Expected, Fault, Parse};
pub use list::{ConditionName, condition_names};
pub use token::{is_name, is_reference, keyword, name, space};

use super::vocabulary::{ConditionWord, Link, Qualifiers};

/// Parts of a head or a clause, as slices of the text that it was parsed from.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Parts<'t> {
    /// Text before the colon: the name of an entry, the argument of a clause.
    pub argument: Option<&'t str>,
    /// The qualifiers, each with its word.
    pub qualifiers: Vec<(Qualifiers, &'t str)>,
    /// The names behind the colon.
    pub references: Vec<(&'t str, Link)>,
    /// The text behind the colon; of a stance, its condition.
    pub text: Option<&'t str>,
    /// The word before a condition.
    pub word: ConditionWord,
}
