//! Statements: claims, evidence and counterpoints, with the words and places that they come from.

use crate::file::Span;
use crate::syntax::vocabulary::{EntryKind, Qualifiers};

use super::{AuthorId, Date, Id, SourceId, TermId, Weight};

/// The number of a statement in its map.
pub type StatementId = Id<Statement>;
/// The number of a quotation in its map.
pub type QuotationId = Id<Quotation>;

/// Assertion of a source, its backing, or an objection to another.
#[derive(Debug)]
pub struct Statement {
    /// Claim, evidence or counterpoint.
    pub kind: StatementKind,
    /// Its name; a statement without one is known by its first words and cannot be referred to.
    pub name: Option<Span>,
    /// The text behind the colon, as it is written.
    pub text: Span,
    /// The whole entry, with its clauses.
    pub span: Span,
    /// The document that it is taken from; `None` for the mapper's own.
    pub source: Option<SourceId>,
    /// The authors of its `by`; none where every author of its source makes it.
    pub by: Option<Box<[AuthorId]>>,
    /// The voice that it reports, where the author does not speak.
    pub voice: Option<Voice>,
    /// A premise that the author relies on and does not say.
    pub unstated: bool,
    /// Whether it is an anticipated objection: the author raises and answers it.
    pub anticipated: bool,
    /// Kind of evidence; none where it is no evidence or of no kind.
    pub evidence: Option<EvidenceKind>,
    /// Where in the source it stands.
    pub at: Option<Span>,
    /// When it was said, where that is not the date of its source.
    pub date: Option<Date>,
    /// The argumentation scheme that it uses.
    pub scheme: Option<Span>,
    /// Initial weight, before anything speaks for or against it.
    pub weight: Option<Weight>,
    /// Words to filter by.
    pub tags: Box<[Span]>,
    /// Short name, and the sentence of its card; few statements have either.
    pub card: Option<Box<Card>>,
    /// Whether it is a draft, or stands in one, and counts for nothing yet.
    pub draft: bool,
    /// Whether something of it was left out because of an error: what it lacks may have been written.
    pub incomplete: bool,
}

impl Statement {
    /// Whether its authors answer for what it says: it reports no other's voice, or one whose side they take.
    pub fn is_own(&self) -> bool {
        self.voice.is_none_or(|voice| voice.endorsed)
    }

    /// The author whose voice it reports, where it reports one that is named.
    pub fn reported(&self) -> Option<AuthorId> {
        self.voice.and_then(|voice| voice.author)
    }
}

/// Names of a statement for people.
#[derive(Debug, Default)]
pub struct Card {
    /// Short name of a few words.
    pub short: Option<Span>,
    /// The sentence of its card, where its text is long.
    pub tag: Option<Span>,
}

/// Claim, evidence or counterpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatementKind {
    /// Assertion of the source.
    Claim,
    /// Backing of an assertion.
    Evidence,
    /// Objection to another statement.
    Counterpoint,
}

impl StatementKind {
    /// Every kind, in the order in which they are listed.
    pub const ALL: [StatementKind; 3] = [StatementKind::Claim, StatementKind::Evidence, StatementKind::Counterpoint];

    /// The word for it, with which its entry begins.
    pub fn word(self) -> &'static str {
        let kind = match self {
            StatementKind::Claim => EntryKind::Claim,
            StatementKind::Evidence => EntryKind::Evidence,
            StatementKind::Counterpoint => EntryKind::Counterpoint,
        };
        kind.row().keyword
    }
}

/// A voice that a statement reports instead of its author's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Voice {
    /// The author reported; `None` for `unnamed` ("it is widely held").
    pub author: Option<AuthorId>,
    /// Whether the source's author takes the side of the voice.
    pub endorsed: bool,
    /// Whether the source's author takes side against it.
    pub disputed: bool,
}

impl Voice {
    /// The qualifier that says whose side the author takes; none where it is nobody's.
    pub fn qualifiers(&self) -> Qualifiers {
        match self {
            Voice { endorsed: true, .. } => Qualifiers::ENDORSED,
            Voice { disputed: true, .. } => Qualifiers::DISPUTED,
            _ => Qualifiers::empty(),
        }
    }
}

/// Kind of evidence, by its qualifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // The words say it.
pub enum EvidenceKind {
    Example,
    Statistic,
    Law,
    Testimony,
    Document,
    History,
    Study,
    Expert,
    Poll,
    Analogy,
}

impl EvidenceKind {
    /// Every kind with its word.
    pub const WORDS: &[(EvidenceKind, &str)] = &[
        (EvidenceKind::Example, "example"),
        (EvidenceKind::Statistic, "statistic"),
        (EvidenceKind::Law, "law"),
        (EvidenceKind::Testimony, "testimony"),
        (EvidenceKind::Document, "document"),
        (EvidenceKind::History, "history"),
        (EvidenceKind::Study, "study"),
        (EvidenceKind::Expert, "expert"),
        (EvidenceKind::Poll, "poll"),
        (EvidenceKind::Analogy, "analogy"),
    ];
}

/// The source's own words.
#[derive(Debug)]
pub struct Quotation {
    /// The statement that it belongs to.
    pub statement: StatementId,
    /// The words as they stand in the file, with its line ends.
    pub words: Span,
    /// Where they stand: what the clause says in brackets, else the statement's `at`.
    pub place: Option<Span>,
    /// Which of the words are read aloud, in the order of the text; none where nobody said.
    pub read: Box<[Span]>,
    /// Whether it is a draft.
    pub draft: bool,
    /// The whole clause, from its keyword on.
    pub span: Span,
}

/// How a source uses a term.
#[derive(Debug)]
pub struct Definition {
    /// The statement that says so.
    pub statement: StatementId,
    /// The term that is defined.
    pub term: TermId,
    /// Meaning that the statement gives the term.
    pub text: Span,
    /// Whether the mapper reads it into the text.
    pub inferred: bool,
    /// Whether it is a draft.
    pub draft: bool,
    /// The whole clause, from its keyword on.
    pub span: Span,
}

/// A remark of the mapper about a statement, written below it or in a reading of it.
#[derive(Debug)]
pub struct Note {
    /// The statement that the remark is about.
    pub statement: StatementId,
    /// The text behind the colon, as it is written.
    pub text: Span,
    /// The entry that it stands in, whose other clauses it is about, too.
    pub entry: Span,
    /// Whether that is a reading.
    pub from_reading: bool,
}
