//! Random entries and clauses, with every text, name and word that somebody might mean.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::super::text::{folded, on_one_line};
use super::super::*;
use crate::syntax::grammar::is_name;
use crate::syntax::vocabulary::{CLAUSES, ENTRIES, EXCLUSIVE, Presence, QUALIFIERS, Shape};

/// Pieces of a text by somebody who had no map in mind.
const PIECES: &[&str] = &[
    "word",
    "word",
    "a",
    "of",
    "(",
    ")",
    "[",
    "]",
    "[...]",
    ":",
    "：",
    ",",
    ";",
    "#",
    "# not a comment",
    "-",
    "- ",
    "- item",
    "\n- item",
    "\n-\n",
    "\"",
    "“",
    "'",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " \n \n ",
    "\t",
    "    ",
    "  note: x",
    "\nclaim c: x",
    "\n  because: y",
    "if",
    "and",
    "over",
    "because",
    "日本",
    "は",
    "。",
    "「",
    "」",
    "ー",
    "한국",
    "שלום",
    "مرحبا",
    "\u{200f}",
    "🙂",
    "👩‍👩‍👧",
    "e\u{301}",
    "\u{301}",
    "\u{a0}",
    "\u{3000}",
    "\u{2028}",
    "\u{85}",
    "\u{feff}",
    "\u{b}",
    "\u{c}",
    "\u{fffd}",
    "https://x.y/z?a=b#c",
    "x\u{200b}y",
    "\\n",
    "{}",
    "%s",
    "//",
    "--",
    "–",
];

pub(super) fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => (select(PIECES), any::<bool>()).prop_map(|(piece, space)| format!("{piece}{}", if space { " " } else { "" })),
        1 => any::<String>(),
        1 => (50..150_usize).prop_map(|length| "long".repeat(length)),
    ];
    let any = prop::collection::vec(piece, 1..60).prop_map(|pieces| pieces.concat());
    any.prop_map(|text| without_controls(&text).into_owned())
        .prop_filter("says something", |text| !folded(text).is_empty())
}

/// Names that are words of the language, or hard to tell from its marks.
const WORDS: &[&str] = &[
    "and", "if", "over", "because", "-", "--", "_", "above", "note", "claim", "日本", "ー", "é", "e\u{301}", "\u{301}",
    "7",
];

pub(super) fn name() -> impl Strategy<Value = String> {
    let any = "[\\p{L}\\p{M}0-9_-]{1,12}".prop_filter("is a name", |name| is_name(name));
    prop_oneof![select(WORDS).prop_map(str::to_owned), any, "[a-z]{40,120}"]
}

pub(super) fn reference() -> impl Strategy<Value = String> {
    prop_oneof![name(), (name(), name()).prop_map(|(source, name)| format!("{source}.{name}"))]
}

pub(super) fn qualifiers(allowed: Qualifiers) -> impl Strategy<Value = Qualifiers> {
    let flags: Vec<Qualifiers> =
        QUALIFIERS.iter().map(|(flag, _)| *flag).filter(|flag| allowed.contains(*flag)).collect();
    let most = flags.len();
    subsequence(flags, 0..=most).prop_map(|flags| {
        let sound = |all: Qualifiers, flag| {
            if EXCLUSIVE.iter().any(|pair| (all | flag).contains(*pair)) { all } else { all | flag }
        };
        flags.into_iter().fold(Qualifiers::empty(), sound)
    })
}

/// Any clause that may stand under such an entry.
pub(super) fn clause(under: EntryKind) -> impl Strategy<Value = Clause<'static>> {
    let kinds: Vec<ClauseKind> =
        CLAUSES.iter().filter(|row| row.entries.contains(&under)).map(|row| row.kind).collect();
    let (names, references) = (prop::collection::vec(name(), 1..4), prop::collection::vec(reference(), 1..4));
    let reasons = prop::collection::vec(prop::collection::vec(reference(), 1..4), 1..4);
    let parts = (name(), names, references, reasons, text(), prop::option::of(text()));
    (select(kinds), parts).prop_flat_map(move |(kind, (name, names, references, reasons, text, more))| {
        let row = kind.row();
        let clause = Clause::new(kind);
        let clause = match row.shape {
            Shape::Prose | Shape::Word => clause.text(text),
            Shape::Names => clause.each(references),
            Shape::Attack | Shape::Undercut if more.is_none() => clause.each(references),
            Shape::Reasons => reasons.into_iter().fold(clause, Clause::together),
            Shape::Attack => clause.each([name]).text(references.into_iter().next().unwrap_or_default()),
            Shape::Outweighing => more.into_iter().fold(clause.each([name]), Clause::text),
            Shape::Undercut => {
                let struck = reasons.into_iter().next().unwrap_or_default().into_iter();
                struck.fold(clause.each(references), |clause, name| clause.joined(Link::Because, name))
            }
            Shape::Stance => {
                let clause = clause.argument(name).each(names);
                more.into_iter().fold(clause, Clause::text)
            }
            Shape::Ranking => {
                let clause = clause.argument(name.clone()).each([name]);
                names.into_iter().fold(clause, |clause, name| clause.joined(Link::Over, name))
            }
            Shape::About | Shape::Named => clause.argument(name).text(text),
            Shape::Quotation => {
                let place = more.map(|place| place.replace(']', "")).filter(|place| !on_one_line(place).is_empty());
                place.into_iter().fold(clause.text(text), Clause::argument)
            }
        };
        qualifiers(row.qualifiers_under(Some(under))).prop_map(move |words| clause.clone().qualified(words))
    })
}

pub(super) fn entry() -> impl Strategy<Value = Entry<'static>> {
    let kinds: Vec<EntryKind> = ENTRIES.iter().map(|row| row.kind).collect();
    let parts = (name(), reference(), text(), any::<bool>());
    (select(kinds), parts).prop_flat_map(|(kind, (name, reference, text, named))| {
        let row = kind.row();
        let name = match row.name {
            Presence::Required if row.text == Presence::Absent => Some(reference),
            Presence::Required => Some(name),
            Presence::Optional => Some(name).filter(|_| named),
            Presence::Absent => None,
        };
        let entry = name.into_iter().fold(Entry::new(kind), Entry::name);
        let entry = Some(text).filter(|_| row.text != Presence::Absent).into_iter().fold(entry, Entry::text);
        let has_clauses = CLAUSES.iter().any(|row| row.entries.contains(&kind));
        let most = if has_clauses { 6 } else { 0 };
        let any_clause = if has_clauses { clause(kind).boxed() } else { clause(EntryKind::Claim).boxed() };
        (qualifiers(row.qualifiers), prop::collection::vec(any_clause, 0..=most)).prop_map(move |(words, clauses)| {
            let mut entry = entry.clone().qualified(words);
            for clause in clauses {
                let led = clause
                    .kind
                    .leader()
                    .is_none_or(|leader| entry.clauses.last().is_some_and(|above| above.kind == leader));
                if led && (clause.kind.row().many || entry.clauses.iter().all(|other| other.kind != clause.kind)) {
                    entry = entry.clause(clause);
                }
            }
            entry
        })
    })
}
