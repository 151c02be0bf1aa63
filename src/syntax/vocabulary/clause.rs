//! The table of clauses: the word that begins each, what stands around its colon, and the entries that it may stand under.

use super::entry::EntryKind::{self, Author, Claim, Counterpoint, Evidence, Issue, Reading, Side, Source, Term};
use super::entry::NONE;
use super::packed::packed;
use super::qualifier::Qualifiers;
use super::shape::Shape;

/// Kind of a clause, one for each word that begins one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // The table below says what each is.
pub enum ClauseKind {
    Short,
    Tag,
    Of,
    Qualifications,
    Answers,
    Position,
    Says,
    Scope,
    Authors,
    Issues,
    Motion,
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
    Outweighs,
    Despite,
    Grants,
    Agrees,
    SameFact,
    Defines,
    Quote,
    Read,
    At,
    By,
    Scheme,
    Weight,
    Date,
    Order,
    In,
    Volume,
    Pages,
    Url,
    Accessed,
    Doi,
    Cite,
    Licence,
    Text,
    Tags,
    Renamed,
    Note,
}

/// A row of the table of clauses.
#[derive(Debug)]
pub struct ClauseRow {
    /// The kind that the row is about.
    pub kind: ClauseKind,
    /// The word that begins it.
    pub keyword: &'static str,
    /// Form of the clause before and after its colon.
    pub shape: Shape,
    /// The entries that it may stand under.
    pub entries: &'static [EntryKind],
    /// Whether it may stand there more than once.
    pub many: bool,
    /// The qualifiers that its head may have.
    pub qualifiers: Qualifiers,
    /// Meaning of the clause, in a line.
    pub meaning: &'static str,
    /// The word as one number.
    number: u128,
}

const STATEMENTS: &[EntryKind] = &[Claim, Evidence, Counterpoint];
const ARGUED: &[EntryKind] = &[Claim, Evidence, Counterpoint, Reading];
const DEFINED: &[EntryKind] = &[Author, Source, Issue, Term, Side, Claim, Evidence, Counterpoint];

/// Every clause, in the order in which the canonical form has them.
pub const CLAUSES: &[ClauseRow] = &[
    clause(
        ClauseKind::Short,
        "short",
        Shape::Prose,
        &[Author, Source, Issue, Side, Claim, Evidence, Counterpoint],
        false,
        NONE,
        "what people call it, in a few words",
    ),
    clause(
        ClauseKind::Tag,
        "tag",
        Shape::Prose,
        STATEMENTS,
        false,
        NONE,
        "the sentence of its card, where its text is long",
    ),
    clause(ClauseKind::Of, "of", Shape::Prose, &[Author], false, NONE, "what the author belongs to"),
    clause(
        ClauseKind::Qualifications,
        "qualifications",
        Shape::Prose,
        &[Author],
        false,
        NONE,
        "why the author is worth hearing",
    ),
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
    clause(ClauseKind::Says, "says", Shape::Prose, &[Issue], true, NONE, "what the position above it means, in full"),
    clause(ClauseKind::Scope, "scope", Shape::Prose, &[Issue], false, NONE, "what counts as an answer"),
    clause(
        ClauseKind::Authors,
        "authors",
        Shape::Names,
        &[Side],
        false,
        NONE,
        "who is on the side; `own` for what is outside any source",
    ),
    clause(
        ClauseKind::Issues,
        "issues",
        Shape::Names,
        &[Side],
        false,
        NONE,
        "the issues on which they are; without it, all",
    ),
    clause(ClauseKind::Motion, "motion", Shape::Names, &[Side], false, NONE, "the question that the debate is about"),
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
    clause(ClauseKind::Against, "against", Shape::Attack, ARGUED, true, ATTACK, "what it attacks"),
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
        ClauseKind::Outweighs,
        "outweighs",
        Shape::Outweighing,
        ARGUED,
        true,
        RELATION,
        "what matters less than this, and by which measure",
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
    clause(
        ClauseKind::Read,
        "read",
        Shape::Prose,
        STATEMENTS,
        true,
        NONE,
        "the words of the quotation above it that are read aloud",
    ),
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
    clause(
        ClauseKind::Order,
        "order",
        Shape::Word,
        &[Source],
        false,
        NONE,
        "which speech of the debate it is, as a number",
    ),
    clause(ClauseKind::In, "in", Shape::Prose, &[Source], false, NONE, "what the document appeared in"),
    clause(
        ClauseKind::Volume,
        "volume",
        Shape::Prose,
        &[Source],
        false,
        NONE,
        "the volume that the document stands in",
    ),
    clause(ClauseKind::Pages, "pages", Shape::Prose, &[Source], false, NONE, "the pages that the document stands on"),
    clause(ClauseKind::Url, "url", Shape::Prose, &[Source], false, NONE, "where the document can be read"),
    clause(
        ClauseKind::Accessed,
        "accessed",
        Shape::Word,
        &[Source],
        false,
        NONE,
        "when it was read there: YYYY, YYYY-MM or YYYY-MM-DD",
    ),
    clause(ClauseKind::Doi, "doi", Shape::Prose, &[Source], false, NONE, "its digital object identifier"),
    clause(ClauseKind::Cite, "cite", Shape::Prose, &[Source], false, NONE, "how it is cited"),
    clause(
        ClauseKind::Licence,
        "licence",
        Shape::Prose,
        &[Source],
        false,
        NONE,
        "under which its passages may be shown: a CC licence, or own",
    ),
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
    clause(ClauseKind::Renamed, "renamed", Shape::Names, DEFINED, false, NONE, "the names that it had before"),
    clause(
        ClauseKind::Note,
        "note",
        Shape::Prose,
        &[Author, Source, Issue, Term, Side, Claim, Evidence, Counterpoint, Reading],
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

    /// The clause that it says more about, where it is about that alone and stands directly below it.
    pub fn leader(self) -> Option<ClauseKind> {
        match self {
            ClauseKind::Says => Some(ClauseKind::Position),
            ClauseKind::Read => Some(ClauseKind::Quote),
            _ => None,
        }
    }

    /// The kind of a word that begins a clause.
    pub fn of(keyword: &str) -> Option<ClauseKind> {
        let number = packed(keyword);
        CLAUSES.iter().find(|row| row.number == number).map(|row| row.kind)
    }
}

const RELATION: Qualifiers = Qualifiers::INFERRED.union(Qualifiers::STATED).union(Qualifiers::DRAFT);
const ATTACK: Qualifiers = RELATION.union(Qualifiers::TURNS).union(Qualifiers::WEAKENS);
const STANCE: Qualifiers = RELATION.union(Qualifiers::STRONGLY).union(Qualifiers::TENTATIVELY);
const REJECTION: Qualifiers = STANCE.union(Qualifiers::ALONE);
const VOICE: Qualifiers = RELATION.union(Qualifiers::ENDORSED).union(Qualifiers::DISPUTED);
