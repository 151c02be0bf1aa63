//! The heads of entries.

use nom::Parser;
use nom::combinator::{cut, eof, map, opt, verify};
use nom::error::context;
use nom::sequence::{preceded, terminated};

use super::Parts;
use super::fault::Parse;
use super::token::{colon, gap, name, qualifiers, reference, space, text};
use crate::syntax::vocabulary::{EntryKind, Qualifiers};

/// The head of an entry, from behind its keyword on.
pub fn entry(kind: EntryKind, input: &str) -> Parse<'_, Parts<'_>> {
    let head = match kind {
        EntryKind::Author | EntryKind::Source | EntryKind::Issue | EntryKind::Term | EntryKind::Side => defined_entry,
        EntryKind::Claim | EntryKind::Evidence | EntryKind::Counterpoint => statement_entry,
        EntryKind::From | EntryKind::Reading => referring_entry,
        EntryKind::Include => include_entry,
    };
    terminated(head, preceded(space, cut(context("end", eof)))).parse(input)
}

/// `NAME (QUALIFIERS): text`, of an author, a source, an issue, a term or a side.
fn defined_entry(input: &str) -> Parse<'_, Parts<'_>> {
    let (rest, name) = preceded(space, cut(name)).parse(input)?;
    let (rest, parts) = body(rest)?;
    Ok((rest, Parts { argument: Some(name), ..parts }))
}

/// `NAME (QUALIFIERS): text`, of a claim, evidence or a counterpoint; the name may be missing.
fn statement_entry(input: &str) -> Parse<'_, Parts<'_>> {
    let (rest, argument) = opt(preceded(gap, name)).parse(input)?;
    let (rest, parts) = body(rest)?;
    Ok((rest, Parts { argument, ..parts }))
}

/// `(QUALIFIERS): text`; a draft may still lack its text.
fn body(input: &str) -> Parse<'_, Parts<'_>> {
    let (rest, (qualifiers, text)) = match opt(terminated(drafted, colon)).parse(input)? {
        (rest, Some(qualifiers)) => map(opt(text), |text| (qualifiers.clone(), text)).parse(rest)?,
        (_, None) => (terminated(qualifiers, cut(colon)), map(cut(text), Some)).parse(input)?,
    };
    Ok((rest, Parts { qualifiers, text, ..Parts::default() }))
}

/// `(QUALIFIERS)`, of which one says that it is a draft.
fn drafted(input: &str) -> Parse<'_, Vec<(Qualifiers, &str)>> {
    let is_draft = |words: &Vec<(Qualifiers, &str)>| words.iter().any(|(word, _)| *word == Qualifiers::DRAFT);
    verify(qualifiers, is_draft).parse(input)
}

/// The name of something that stands elsewhere, of `from` and `reading`, and whether a reading is a draft.
fn referring_entry(input: &str) -> Parse<'_, Parts<'_>> {
    let (rest, name) = preceded(space, cut(reference)).parse(input)?;
    let (rest, qualifiers) = qualifiers(rest)?;
    Ok((rest, Parts { argument: Some(name), qualifiers, ..Parts::default() }))
}

/// The path of another file.
fn include_entry(input: &str) -> Parse<'_, Parts<'_>> {
    map(preceded(space, cut(text)), |path| Parts { text: Some(path), ..Parts::default() }).parse(input)
}
