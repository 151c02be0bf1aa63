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
pub use token::{is_name, keyword, name};

use super::tree::Link;
use super::vocabulary::Qualifiers;

/// The head of an entry, as parts of the text it was parsed from.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Head<'t> {
    /// The name.
    pub name: Option<&'t str>,
    /// The qualifiers, each with the word.
    pub qualifiers: Vec<(Qualifiers, &'t str)>,
    /// The text.
    pub text: Option<&'t str>,
}

/// A clause, as parts of the text it was parsed from.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Parts<'t> {
    /// The qualifiers, each with the word.
    pub qualifiers: Vec<(Qualifiers, &'t str)>,
    /// What stands before the colon.
    pub argument: Option<&'t str>,
    /// The names behind the colon.
    pub references: Vec<(&'t str, Link)>,
    /// The text behind the colon, or behind `if`.
    pub text: Option<&'t str>,
}
