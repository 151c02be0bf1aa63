//! The heads of entries.

use nom::Parser;
use nom::combinator::{cut, eof, map, opt};
use nom::error::context;
use nom::sequence::{preceded, terminated};

use super::Parts;
use super::fault::Parse;
use super::token::{colon, gap, name, qualifiers, reference, space, text};
use crate::syntax::vocabulary::EntryKind;

/// The head of an entry, from behind its keyword on.
pub fn entry(kind: EntryKind, input: &str) -> Parse<'_, Parts<'_>> {
    let head = match kind {
        EntryKind::Author | EntryKind::Source | EntryKind::Issue | EntryKind::Term => defined_entry,
        EntryKind::Claim | EntryKind::Evidence | EntryKind::Counterpoint => statement_entry,
        EntryKind::From | EntryKind::Reading => referring_entry,
        EntryKind::Include => include_entry,
    };
    terminated(head, preceded(space, cut(context("end", eof)))).parse(input)
}

/// `NAME: text`, of an author, a source, an issue or a term.
fn defined_entry(input: &str) -> Parse<'_, Parts<'_>> {
    let (rest, name) = preceded(space, cut(name)).parse(input)?;
    let (rest, text) = preceded(cut(colon), cut(text)).parse(rest)?;
    Ok((rest, Parts { argument: Some(name), text: Some(text), ..Parts::default() }))
}

/// `NAME (QUALIFIERS): text`, of a claim, evidence or a counterpoint; the name may be missing.
fn statement_entry(input: &str) -> Parse<'_, Parts<'_>> {
    let (rest, name) = opt(preceded(gap, name)).parse(input)?;
    let (rest, qualifiers) = qualifiers(rest)?;
    let (rest, text) = preceded(cut(colon), cut(text)).parse(rest)?;
    Ok((rest, Parts { argument: name, qualifiers, text: Some(text), ..Parts::default() }))
}

/// The name of something that stands elsewhere, of `from` and `reading`.
fn referring_entry(input: &str) -> Parse<'_, Parts<'_>> {
    map(preceded(space, cut(reference)), |name| Parts { argument: Some(name), ..Parts::default() }).parse(input)
}

/// The path of another file.
fn include_entry(input: &str) -> Parse<'_, Parts<'_>> {
    map(preceded(space, cut(text)), |path| Parts { text: Some(path), ..Parts::default() }).parse(input)
}
