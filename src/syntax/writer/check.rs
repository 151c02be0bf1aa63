//! Whether the language can say what is meant: each part by itself before it is written, and the whole by reading it again.

use std::borrow::Cow;

use crate::syntax::fold::fold;
use crate::syntax::grammar::{self, Parts, is_reference};
use crate::syntax::vocabulary::{ClauseKind, EXCLUSIVE, EntryKind, Qualifiers, Shape};

use super::Refusal;
use super::entry::{Clause, Entry};
use super::text::{control, folded, on_one_line};

/// The entry with its texts folded, if each of its parts can stand where it does.
pub fn entry<'w>(entry: &'w Entry<'w>) -> Result<Entry<'w>, Refusal> {
    let row = entry.kind.row();
    let of = row.keyword;
    qualifiers(of, entry.qualifiers, row.qualifiers)?;
    let mut clauses: Vec<Clause<'w>> = Vec::with_capacity(entry.clauses.len());
    for said in &entry.clauses {
        if !said.kind.row().many && clauses.iter().any(|other| other.kind == said.kind) {
            return Err(Refusal::Repeated { clause: said.kind, entry: entry.kind });
        }
        if let Some(leader) = said.kind.leader() {
            let above = clauses.last().map(|above| above.kind);
            if above != Some(leader) && (above != Some(said.kind) || said.kind != ClauseKind::Read) {
                return Err(Refusal::Alone { clause: said.kind, leader });
            }
        }
        clauses.push(clause(said, entry.kind)?);
    }
    Ok(Entry {
        name: entry.name.as_deref().map(|it| name(of, it)).transpose()?,
        text: entry.text.as_deref().map(|it| text(of, it)).transpose()?,
        clauses,
        ..*entry
    })
}

/// The clause with its texts folded, if it may stand under such an entry and each of its parts where it does.
pub fn clause<'w>(clause: &'w Clause<'w>, under: EntryKind) -> Result<Clause<'w>, Refusal> {
    let row = clause.kind.row();
    let of = row.keyword;
    if !row.entries.contains(&under) {
        return Err(Refusal::Misplaced { clause: clause.kind, entry: under });
    }
    qualifiers(of, clause.qualifiers, row.qualifiers_under(Some(under)))?;
    let argument = clause.argument.as_deref();
    let argument = argument.map(|it| if row.shape == Shape::Quotation { place(it) } else { name(of, it) });
    let names = clause.names.iter().map(|(it, link)| Ok((name(of, it)?, *link)));
    Ok(Clause {
        argument: argument.transpose()?,
        names: names.collect::<Result<_, Refusal>>()?,
        text: clause.text.as_deref().map(|it| text(of, it)).transpose()?,
        ..*clause
    })
}

fn name<'w>(of: &'static str, name: &'w str) -> Result<Cow<'w, str>, Refusal> {
    if is_reference(name) { Ok(name.into()) } else { Err(Refusal::Name { of, name: name.to_owned() }) }
}

fn text<'w>(of: &'static str, text: &'w str) -> Result<Cow<'w, str>, Refusal> {
    match (control(text), folded(text)) {
        (Some(character), _) => Err(Refusal::Character { of, character }),
        (None, text) if text.is_empty() => Err(Refusal::Empty { of }),
        (None, text) => Ok(text),
    }
}

/// The place of a quotation, on one line.
pub fn place(place: &str) -> Result<Cow<'_, str>, Refusal> {
    match (control(place), on_one_line(place)) {
        (Some(character), _) => Err(Refusal::Character { of: ClauseKind::Quote.row().keyword, character }),
        (None, line) if line.is_empty() || line.contains(']') => Err(Refusal::Place { place: place.to_owned() }),
        (None, line) => Ok(line),
    }
}

fn qualifiers(of: &'static str, said: Qualifiers, allowed: Qualifiers) -> Result<(), Refusal> {
    if let Some(word) = said.difference(allowed).words().next() {
        return Err(Refusal::Qualifier { of, word });
    }
    let Some(&pair) = EXCLUSIVE.iter().find(|pair| said.contains(**pair)) else { return Ok(()) };
    let mut pair = pair.words();
    let words = [pair.next().unwrap_or_default(), pair.next().unwrap_or_default()];
    Err(Refusal::Contradiction { of, words })
}

/// Whether what was written of the head of an entry says what is meant; this sees whatever part is missing or one too many.
pub fn reads_as_entry(written: &str, meant: &Entry<'_>) -> Result<(), Refusal> {
    let row = meant.kind.row();
    let read = grammar::entry(meant.kind, &written[row.keyword.len()..]).map(|(_, parts)| parts);
    let says = read.is_ok_and(|parts| {
        has_parts(&parts, meant.name.as_deref(), meant.qualifiers, meant.text.as_deref()) && parts.references.is_empty()
    });
    if says { Ok(()) } else { Err(Refusal::Form { of: row.keyword, form: row.form() }) }
}

/// The same of a clause.
pub fn reads_as_clause(written: &str, meant: &Clause<'_>) -> Result<(), Refusal> {
    let row = meant.kind.row();
    let rest = &written.trim_start()[row.keyword.len()..];
    let says = grammar::clause(row.shape, rest).is_ok_and(|(_, parts)| {
        let names = meant.names.iter().map(|(name, link)| (name.as_ref(), *link));
        has_parts(&parts, meant.argument.as_deref(), meant.qualifiers, meant.text.as_deref())
            && parts.references.iter().copied().eq(names)
            && parts.word == meant.word
    });
    if says { Ok(()) } else { Err(Refusal::Form { of: row.keyword, form: row.form() }) }
}

fn has_parts(read: &Parts<'_>, argument: Option<&str>, qualifiers: Qualifiers, text: Option<&str>) -> bool {
    let found = read.qualifiers.iter().fold(Qualifiers::empty(), |all, (flag, _)| all | *flag);
    read.argument == argument && found == qualifiers && read.text.map(fold).as_deref() == text
}
