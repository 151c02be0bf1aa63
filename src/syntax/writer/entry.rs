//! An entry and a clause as they are meant, in words of any kind.

use std::borrow::Cow;

use crate::syntax::vocabulary::{ClauseKind, ConditionWord, EntryKind, Link, Qualifiers};

/// How many columns a line has at most, where it can be broken at all.
pub const WIDTH: usize = 100;

/// An entry as it is meant: its words, and the clauses below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'w> {
    pub(in crate::syntax) kind: EntryKind,
    pub(in crate::syntax) name: Option<Cow<'w, str>>,
    pub(in crate::syntax) qualifiers: Qualifiers,
    pub(in crate::syntax) text: Option<Cow<'w, str>>,
    pub(in crate::syntax) clauses: Vec<Clause<'w>>,
}

/// A clause as it is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause<'w> {
    pub(in crate::syntax) kind: ClauseKind,
    pub(in crate::syntax) argument: Option<Cow<'w, str>>,
    pub(in crate::syntax) qualifiers: Qualifiers,
    pub(in crate::syntax) names: Vec<(Cow<'w, str>, Link)>,
    pub(in crate::syntax) text: Option<Cow<'w, str>>,
    pub(in crate::syntax) word: ConditionWord,
}
