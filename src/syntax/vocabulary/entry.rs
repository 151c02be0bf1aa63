//! The table of entries: the words at the margin, and what stands in the head of each.

use super::packed::packed;
use super::qualifier::Qualifiers;

use EntryKind::{Author, Claim, Counterpoint, Evidence, From, Include, Issue, Reading, Side, Source, Term};
use Presence::{Absent, Optional, Required};

/// Kind of an entry, one for each word that begins one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // The table below says what each is.
pub enum EntryKind {
    Author,
    Source,
    From,
    Issue,
    Term,
    Side,
    Claim,
    Evidence,
    Counterpoint,
    Reading,
    Include,
}

/// A row of the table of entries.
#[derive(Debug)]
pub struct EntryRow {
    /// The kind that the row is about.
    pub kind: EntryKind,
    /// The word at the margin.
    pub keyword: &'static str,
    /// Whether a name follows the word.
    pub name: Presence,
    /// Whether a colon and a text follow.
    pub text: Presence,
    /// The qualifiers that its head may have.
    pub qualifiers: Qualifiers,
    /// Meaning of the entry, in a line.
    pub meaning: &'static str,
    /// The word as one number.
    number: u128,
}

/// Whether a part has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It must be there.
    Required,
    /// It may be there.
    Optional,
    /// It may not be there.
    Absent,
}

/// Every kind of entry.
pub const ENTRIES: &[EntryRow] = &[
    entry(Author, "author", Required, Required, DRAFTED, "a person or organisation that holds positions"),
    entry(Source, "source", Required, Required, DRAFTED, "a document; the statements below it belong to it"),
    entry(From, "from", Required, Absent, NONE, "goes on with a source that is defined elsewhere"),
    entry(Issue, "issue", Required, Required, DRAFTED, "what is in dispute, as a question"),
    entry(Term, "term", Required, Required, DRAFTED, "a word whose meaning is in dispute"),
    entry(Side, "side", Required, Required, DRAFTED, "those who argue together, on some questions or on all"),
    entry(Claim, "claim", Optional, Required, STATEMENT, "what the source asserts"),
    entry(Evidence, "evidence", Optional, Required, STATEMENT, "what an assertion is backed by"),
    entry(Counterpoint, "counterpoint", Optional, Required, STATEMENT, "what speaks against another statement"),
    entry(Reading, "reading", Required, Absent, DRAFTED, "more clauses for a statement, from outside its document"),
    entry(Include, "include", Absent, Required, NONE, "reads another file"),
];

const fn entry(
    kind: EntryKind,
    keyword: &'static str,
    name: Presence,
    text: Presence,
    qualifiers: Qualifiers,
    meaning: &'static str,
) -> EntryRow {
    EntryRow { kind, keyword, name, text, qualifiers, meaning, number: packed(keyword) }
}

impl EntryKind {
    /// Its row of the table.
    pub fn row(self) -> &'static EntryRow {
        &ENTRIES[self as usize]
    }

    /// The kind of a word at the margin.
    pub fn of(keyword: &str) -> Option<EntryKind> {
        let number = packed(keyword);
        ENTRIES.iter().find(|row| row.number == number).map(|row| row.kind)
    }

    /// Whether it is a claim, evidence or a counterpoint.
    pub fn is_statement(self) -> bool {
        matches!(self, Claim | Evidence | Counterpoint)
    }
}

pub(super) const NONE: Qualifiers = Qualifiers::empty();
const DRAFTED: Qualifiers = Qualifiers::DRAFT;
const STATEMENT: Qualifiers = Qualifiers::UNSTATED.union(Qualifiers::ANTICIPATED).union(Qualifiers::DRAFT);
