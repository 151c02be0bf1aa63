//! The heads of entries.

use nom::Parser;
use nom::combinator::{cut, eof, map, opt};
use nom::error::context;
use nom::sequence::{preceded, terminated};

use super::fault::Parse;
use super::token::{colon, gap, name, qualifiers, reference, space, text};
use super::Head;
use crate::syntax::vocabulary::EntryKind;

/// The head of an entry, from behind its keyword on.
pub fn entry(kind: EntryKind, input: &str) -> Parse<'_, Head<'_>> {
    let head = match kind {
        EntryKind::Author | EntryKind::Source | EntryKind::Issue | EntryKind::Term => defined,
        EntryKind::Claim | EntryKind::Evidence | EntryKind::Counterpoint => statement,
        EntryKind::From | EntryKind::Reading => referring,
        EntryKind::Include => include,
    };
    terminated(head, preceded(space, cut(context("end", eof)))).parse(input)
}

/// `NAME: text`, of an author, a source, an issue or a term.
fn defined(input: &str) -> Parse<'_, Head<'_>> {
    let (rest, name) = preceded(space, cut(name)).parse(input)?;
    let (rest, text) = preceded(cut(colon), cut(text)).parse(rest)?;
    Ok((rest, Head { name: Some(name), text: Some(text), ..Head::default() }))
}

/// `NAME (QUALIFIERS): text`, of a claim, evidence or a counterpoint; the name may be missing.
fn statement(input: &str) -> Parse<'_, Head<'_>> {
    let (rest, name) = opt(preceded(gap, name)).parse(input)?;
    let (rest, qualifiers) = qualifiers(rest)?;
    let (rest, text) = preceded(cut(colon), cut(text)).parse(rest)?;
    Ok((rest, Head { name, qualifiers, text: Some(text) }))
}

/// The name of something that stands elsewhere, of `from` and `reading`.
fn referring(input: &str) -> Parse<'_, Head<'_>> {
    map(preceded(space, cut(reference)), |name| Head { name: Some(name), ..Head::default() }).parse(input)
}

/// The path of another file.
fn include(input: &str) -> Parse<'_, Head<'_>> {
    map(preceded(space, cut(text)), |path| Head { text: Some(path), ..Head::default() }).parse(input)
}
