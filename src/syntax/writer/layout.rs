//! How a head and what stands behind it are laid out, for whatever is written: by somebody's hand before, or just now.

use std::fmt::Write;

use crate::syntax::vocabulary::{BY, ClauseKind, EntryKind, Link, Presence, Qualifiers, Shape};

use super::entry::{Clause, Entry, WIDTH};
use super::wrap::wrap;

/// Indentation of a clause.
const INDENT: &str = "  ";

/// Text behind the colon of a clause: names, which take its first bytes, and prose.
pub struct Body {
    pub text: String,
    names: usize,
}

/// Writes the head of an entry and its folded text.
pub fn lay_out_head(out: &mut String, entry: &Entry<'_>) {
    let row = entry.kind.row();
    let mut head = row.keyword.to_owned();
    if let Some(name) = &entry.name {
        let _ = write!(head, " {name}");
    }
    qualifiers(&mut head, entry.qualifiers);
    if let Some(text) = &entry.text {
        head.push_str(if row.has_colon() { ":" } else { "" });
        wrap(out, &head, text, 0, WIDTH);
    } else {
        let colon = if row.text == Presence::Required { ":" } else { "" };
        let _ = writeln!(out, "{head}{colon}");
    }
}

/// Writes a clause whose text is folded, in so many columns.
pub fn lay_out_clause(out: &mut String, said: &Clause<'_>, columns: usize) {
    let (head, body) = clause(said);
    wrap(out, &format!("{INDENT}{head}"), &body.text, body.names, columns);
}

/// The head of a clause with its colon, and what stands behind that.
pub fn clause(said: &Clause<'_>) -> (String, Body) {
    let row = said.kind.row();
    let mut head = row.keyword.to_owned();
    head.push_str(&said.argument.as_ref().map(|argument| argument_of(row.shape, argument)).unwrap_or_default());
    qualifiers(&mut head, said.qualifiers);
    head.push(':');
    let mut text = String::new();
    let mut before = Link::Each;
    for (index, (name, link)) in said.names.iter().enumerate() {
        match link.word(before) {
            _ if index == 0 => {}
            None => text.push_str(", "),
            Some(word) => {
                let _ = write!(text, " {word} ");
            }
        }
        text.push_str(name);
        before = *link;
    }
    let mut names = text.len();
    if let Some(words) = &said.text {
        if names > 0 {
            let joint = if row.shape == Shape::Stance { said.word.word() } else { BY };
            let _ = write!(text, " {joint} ");
        }
        text.push_str(words);
        // A scheme and its question are one name; what else stands here is free to be broken.
        if row.shape == Shape::Attack {
            names = text.len();
        }
    }
    (head, Body { text, names })
}

/// Text between the word of a clause and its qualifiers or colon.
pub fn argument_of(shape: Shape, argument: &str) -> String {
    if shape == Shape::Quotation { format!(" [{argument}]") } else { format!(" {argument}") }
}

fn qualifiers(head: &mut String, qualifiers: Qualifiers) {
    let words: Vec<&str> = qualifiers.words().collect();
    if !words.is_empty() {
        let _ = write!(head, " ({})", words.join(", "));
    }
}

/// The clauses of an entry in their canonical order. What says more about the clause above it stays below that.
pub fn in_order<C>(entry: EntryKind, clauses: impl IntoIterator<Item = C>, kind: impl Fn(&C) -> ClauseKind) -> Vec<C> {
    let mut above = 0;
    let ranked = clauses.into_iter().map(|clause| {
        let kind = kind(&clause);
        if kind.leader().is_none() {
            above = rank(entry, kind);
        }
        (above, clause)
    });
    let mut ranked: Vec<(usize, C)> = ranked.collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, clause)| clause).collect()
}

/// Where a clause stands among those of its entry: the order of the table, but a source says what kind it is behind its date.
fn rank(entry: EntryKind, clause: ClauseKind) -> usize {
    match (entry, clause) {
        (EntryKind::Source, ClauseKind::Kind) => 2 * ClauseKind::Date as usize + 1,
        (_, clause) => 2 * clause as usize,
    }
}
