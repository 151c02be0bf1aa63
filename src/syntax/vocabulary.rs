//! The words of the language: kinds of entry, clauses, qualifiers, and the table of what may stand where.
//!
//! The tables here are the only place that knows them. Parser, printer, "did you mean", the errors about a clause in the
//! wrong place and the table in `grammar/clauses.md` all come from them.

mod link;
mod name;
mod qualifier;
mod shape;

pub use link::{AND, BECAUSE, IF, Link, OVER};
pub use name::{ABOVE, NO, RESERVED, UNNAMED, YES};
pub use qualifier::{EXCLUSIVE, QUALIFIERS, Qualifiers};
pub use shape::Shape;

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // The table below says what each is.
pub enum EntryKind {
    Author,
    Source,
    From,
    Issue,
    Term,
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
    /// What it is, in a line.
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

use EntryKind::{Author, Claim, Counterpoint, Evidence, From, Include, Issue, Reading, Source, Term};
use Presence::{Absent, Optional, Required};

/// Every kind of entry.
pub const ENTRIES: &[EntryRow] = &[
    entry(Author, "author", Required, Required, NONE, "a person or organisation that holds positions"),
    entry(Source, "source", Required, Required, NONE, "a document; the statements below it belong to it"),
    entry(From, "from", Required, Absent, NONE, "goes on with a source that is defined elsewhere"),
    entry(Issue, "issue", Required, Required, NONE, "what is in dispute, as a question"),
    entry(Term, "term", Required, Required, NONE, "a word whose meaning is in dispute"),
    entry(Claim, "claim", Optional, Required, STATEMENT, "what the source asserts"),
    entry(Evidence, "evidence", Optional, Required, STATEMENT, "what an assertion is backed by"),
    entry(Counterpoint, "counterpoint", Optional, Required, STATEMENT, "what speaks against another statement"),
    entry(Reading, "reading", Required, Absent, NONE, "more clauses for a statement, from outside its document"),
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

/// What a clause is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // The table below says what each is.
pub enum ClauseKind {
    Of,
    Answers,
    Position,
    Scope,
    Kind,
    Voice,
    Holds,
    Rejects,
    Prefers,
    Weighs,
    Raises,
    Because,
    Supports,
    Against,
    Undercuts,
    Despite,
    Grants,
    Agrees,
    SameFact,
    Defines,
    Quote,
    At,
    By,
    Scheme,
    Weight,
    Date,
    In,
    Url,
    Doi,
    Cite,
    Text,
    Tags,
    Note,
}

/// A row of the table of clauses.
#[derive(Debug)]
pub struct ClauseRow {
    /// The kind that the row is about.
    pub kind: ClauseKind,
    /// The word that begins it.
    pub keyword: &'static str,
    /// What stands before and after its colon.
    pub shape: Shape,
    /// The entries that it may stand under.
    pub entries: &'static [EntryKind],
    /// Whether it may stand there more than once.
    pub many: bool,
    /// The qualifiers that its head may have.
    pub qualifiers: Qualifiers,
    /// What it says, in a line.
    pub meaning: &'static str,
    /// The word as one number.
    number: u128,
}

const STATEMENTS: &[EntryKind] = &[Claim, Evidence, Counterpoint];
const ARGUED: &[EntryKind] = &[Claim, Evidence, Counterpoint, Reading];

/// Every clause, in the order in which the canonical form has them.
pub const CLAUSES: &[ClauseRow] = &[
    clause(ClauseKind::Of, "of", Shape::Prose, &[Author], false, NONE, "what the author belongs to"),
    clause(
        ClauseKind::Answers,
        "answers",
        Shape::Word,
        &[Issue],
        false,
        NONE,
        "how positions relate: choice, scale or open",
    ),
    clause(ClauseKind::Position, "position", Shape::Named, &[Issue], true, NONE, "an answer that can be held"),
    clause(ClauseKind::Scope, "scope", Shape::Prose, &[Issue], false, NONE, "what counts as an answer"),
    clause(
        ClauseKind::Kind,
        "kind",
        Shape::Word,
        &[Source, Evidence],
        false,
        NONE,
        "what kind of source or evidence it is",
    ),
    clause(
        ClauseKind::Voice,
        "voice",
        Shape::Names,
        STATEMENTS,
        false,
        VOICE,
        "who speaks, where it is not the author",
    ),
    clause(ClauseKind::Holds, "holds", Shape::Stance, ARGUED, true, STANCE, "takes this position"),
    clause(ClauseKind::Rejects, "rejects", Shape::Stance, ARGUED, true, REJECTION, "speaks against this position"),
    clause(
        ClauseKind::Prefers,
        "prefers",
        Shape::Ranking,
        ARGUED,
        true,
        STANCE,
        "ranks positions, without rejecting the lower",
    ),
    clause(ClauseKind::Weighs, "weighs", Shape::About, ARGUED, true, RELATION, "sees both sides of the issue"),
    clause(ClauseKind::Raises, "raises", Shape::About, ARGUED, true, RELATION, "mentions the issue and takes no side"),
    clause(ClauseKind::Because, "because", Shape::Reasons, ARGUED, true, RELATION, "the reasons for it"),
    clause(ClauseKind::Supports, "supports", Shape::Names, ARGUED, true, RELATION, "what it is a reason for"),
    clause(ClauseKind::Against, "against", Shape::Names, ARGUED, true, RELATION, "what it attacks"),
    clause(
        ClauseKind::Undercuts,
        "undercuts",
        Shape::Undercut,
        ARGUED,
        true,
        RELATION,
        "the reason whose force it denies",
    ),
    clause(
        ClauseKind::Despite,
        "despite",
        Shape::Names,
        ARGUED,
        true,
        RELATION,
        "what is admitted and does not defeat it",
    ),
    clause(ClauseKind::Grants, "grants", Shape::Names, ARGUED, true, RELATION, "what it concedes"),
    clause(ClauseKind::Agrees, "agrees", Shape::Names, ARGUED, true, RELATION, "what says the same in other words"),
    clause(
        ClauseKind::SameFact,
        "same-fact",
        Shape::Names,
        ARGUED,
        true,
        RELATION,
        "evidence of the same event or figure",
    ),
    clause(ClauseKind::Defines, "defines", Shape::About, ARGUED, true, RELATION, "how the source uses a term"),
    clause(ClauseKind::Quote, "quote", Shape::Quotation, STATEMENTS, true, RELATION, "the source's own words"),
    clause(ClauseKind::At, "at", Shape::Prose, STATEMENTS, false, NONE, "where in the source it stands"),
    clause(ClauseKind::By, "by", Shape::Names, &[Source, Claim, Evidence, Counterpoint], false, NONE, "whose it is"),
    clause(ClauseKind::Scheme, "scheme", Shape::Word, STATEMENTS, false, RELATION, "the argumentation scheme"),
    clause(
        ClauseKind::Weight,
        "weight",
        Shape::Word,
        STATEMENTS,
        false,
        NONE,
        "how much it weighs by itself, from 0 to 1",
    ),
    clause(
        ClauseKind::Date,
        "date",
        Shape::Word,
        &[Source, Claim, Evidence, Counterpoint],
        false,
        NONE,
        "YYYY, YYYY-MM or YYYY-MM-DD",
    ),
    clause(ClauseKind::In, "in", Shape::Prose, &[Source], false, NONE, "what the document appeared in"),
    clause(ClauseKind::Url, "url", Shape::Prose, &[Source], false, NONE, "where the document can be read"),
    clause(ClauseKind::Doi, "doi", Shape::Prose, &[Source], false, NONE, "its digital object identifier"),
    clause(ClauseKind::Cite, "cite", Shape::Prose, &[Source], false, NONE, "how it is cited"),
    clause(ClauseKind::Text, "text", Shape::Prose, &[Source], false, NONE, "the file that holds its text"),
    clause(
        ClauseKind::Tags,
        "tags",
        Shape::Names,
        &[Issue, Claim, Evidence, Counterpoint],
        false,
        NONE,
        "words to filter by",
    ),
    clause(
        ClauseKind::Note,
        "note",
        Shape::Prose,
        &[Author, Source, Issue, Term, Claim, Evidence, Counterpoint, Reading],
        true,
        NONE,
        "a remark of the mapper",
    ),
];

const fn clause(
    kind: ClauseKind,
    keyword: &'static str,
    shape: Shape,
    entries: &'static [EntryKind],
    many: bool,
    qualifiers: Qualifiers,
    meaning: &'static str,
) -> ClauseRow {
    ClauseRow { kind, keyword, shape, entries, many, qualifiers, meaning, number: packed(keyword) }
}

impl ClauseRow {
    /// The qualifiers that its head may have under an entry of this kind, or under one that is not known.
    pub fn qualifiers_under(&self, entry: Option<EntryKind>) -> Qualifiers {
        match entry {
            Some(Reading) | None => self.qualifiers,
            // It means something only in a reading, where all else is inferred.
            Some(_) => self.qualifiers.difference(Qualifiers::STATED),
        }
    }
}

impl ClauseKind {
    /// Its row of the table.
    pub fn row(self) -> &'static ClauseRow {
        &CLAUSES[self as usize]
    }

    /// The kind of a word that begins a clause.
    pub fn of(keyword: &str) -> Option<ClauseKind> {
        let number = packed(keyword);
        CLAUSES.iter().find(|row| row.number == number).map(|row| row.kind)
    }
}

/// A word as one number, so that words are compared at once: one is looked up for every clause that there is. No two words
/// have the same, but that words too long to be ours all have 0.
const fn packed(word: &str) -> u128 {
    let (word, mut number, mut index) = (word.as_bytes(), 1, 0);
    if word.len() >= size_of::<u128>() {
        return 0;
    }
    while index < word.len() {
        number = number << 8 | word[index] as u128;
        index += 1;
    }
    number
}

const NONE: Qualifiers = Qualifiers::empty();
const STATEMENT: Qualifiers = Qualifiers::UNSTATED.union(Qualifiers::ANTICIPATED);
const RELATION: Qualifiers = Qualifiers::INFERRED.union(Qualifiers::STATED);
const STANCE: Qualifiers = RELATION.union(Qualifiers::STRONGLY).union(Qualifiers::TENTATIVELY);
const REJECTION: Qualifiers = STANCE.union(Qualifiers::ALONE);
const VOICE: Qualifiers = RELATION.union(Qualifiers::ENDORSED).union(Qualifiers::DISPUTED);

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
