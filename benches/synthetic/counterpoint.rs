//! The made map as a folder of `.arg` files.

use std::fmt::Write;

use super::statement::{Kind, PER_ISSUE, Place, push_statement_name, sources, statement};
use super::words::{push_name, push_prose};
use crate::chance::Chance;

/// Size of a made map, and how much of it is misspelt.
#[derive(Clone, Copy)]
pub struct Map {
    /// How many statements it has.
    pub statements: usize,
    /// How many of the names that they mention are misspelt.
    pub misspelt: usize,
}

/// The files of a map, each with its path: one of authors and issues, and one for each source.
pub fn files(map: Map) -> impl Iterator<Item = (String, String)> {
    let (count, length) = sources(map.statements);
    let each = move |number| (format!("source-{number:05}.arg"), source(map, number, count, length));
    std::iter::once(("issues.arg".to_owned(), shared(map.statements))).chain((0..count).map(each))
}

/// Authors and issues, one for each [`PER_ISSUE`] statements.
fn shared(statements: usize) -> String {
    let mut text = String::new();
    for number in 0..statements.div_ceil(PER_ISSUE) {
        let mut chance = Chance::of(usize::MAX >> 2, number);
        text.push_str("author ");
        push_author(&mut text, number);
        text.push_str(": ");
        push_prose(&mut text, &mut chance, 2);
        let _ = write!(text, "\n\nissue issue-{number}: ");
        push_prose(&mut text, &mut chance, 9);
        text.push_str("?\n");
        for position in 0..3 {
            let _ = write!(text, "  position answer-{position}: ");
            push_prose(&mut text, &mut chance, 5);
            text.push('\n');
        }
        text.push('\n');
    }
    text
}

fn push_author(text: &mut String, number: usize) {
    push_name(text, &mut Chance::of(usize::MAX >> 3, number));
    let _ = write!(text, "-{number}");
}

/// One source with its statements.
fn source(map: Map, number: usize, count: usize, length: usize) -> String {
    let mut text = format!("source source-{number}: ");
    push_prose(&mut text, &mut Chance::of(usize::MAX >> 4, number), 6);
    text.push_str("\n  by: ");
    push_author(&mut text, number % map.statements.div_ceil(PER_ISSUE));
    let _ = writeln!(text, "\n  date: {}-{:02}", 1990 + number % 35, 1 + number % 12);
    for own in 0..length {
        text.push('\n');
        push_statement(&mut text, map, (number, own), count, length);
    }
    text
}

fn push_statement(text: &mut String, map: Map, place: Place, count: usize, length: usize) {
    let made = statement(place, count, length);
    text.push_str(match made.kind {
        Kind::Claim => "claim ",
        Kind::Evidence => "evidence ",
        Kind::Counterpoint => "counterpoint ",
    });
    push_statement_name(text, place);
    let _ = writeln!(text, ": {}", made.prose);
    if let Some((issue, position)) = made.stance {
        let clause = if position == 2 { "rejects" } else { "holds" };
        let _ = writeln!(text, "  {clause} issue-{issue}: answer-{position}");
    }
    for (index, reason) in made.reasons.iter().enumerate() {
        text.push_str(match (index, made.linked) {
            (0, _) => "  because: ",
            (_, true) => " and ",
            (_, false) => ", ",
        });
        push_statement_name(text, (place.0, *reason));
    }
    if !made.reasons.is_empty() {
        text.push('\n');
    }
    for (clause, other) in [("against", made.against), ("agrees", made.agrees)] {
        if let Some(other) = other {
            let _ = write!(text, "  {clause}: source-{}.", other.0);
            push_statement_name(text, other);
            text.push('\n');
        }
    }
    if is_misspelt(map, place, length) {
        let _ = write!(text, "  despite: ");
        let start = text.len();
        push_statement_name(text, (place.0, (place.1 + 1) % length));
        text.remove(start + 1);
        text.push('\n');
    }
    if let Some((section, paragraph, words)) = made.quotation {
        let _ = writeln!(text, "  quote [{section}, para {paragraph}]: {words}");
    }
}

/// Whether a statement is one of those that misspell a name, spread evenly over the map.
fn is_misspelt(map: Map, (source, number): Place, length: usize) -> bool {
    let before = |index: usize| index * map.misspelt / map.statements;
    let index = source * length + number;
    before(index) < before(index + 1)
}
