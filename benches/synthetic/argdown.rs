//! The made map as one Argdown document: the same prose, reasons and attacks, stances as tags, quotations as text.

use std::fmt::Write;

use super::statement::{Place, push_statement_name, sources, statement};

/// The content of a map of so many statements.
pub fn argdown(statements: usize) -> String {
    let (count, length) = sources(statements);
    let mut text = String::new();
    for number in 0..count {
        let _ = write!(text, "# source-{number}\n\n");
        for own in 0..length {
            push_statement(&mut text, (number, own), count, length);
        }
    }
    text
}

fn push_statement(text: &mut String, place: Place, count: usize, length: usize) {
    let made = statement(place, count, length);
    push_reference(text, place);
    let _ = write!(text, ": {}", made.prose);
    if let Some((section, paragraph, words)) = made.quotation {
        let _ = write!(text, " {words} ({section}, para {paragraph})");
    }
    if let Some((issue, position)) = made.stance {
        let _ = write!(text, " #issue-{issue}-answer-{position}");
    }
    text.push('\n');
    let mut relate = |sign, other| {
        let _ = write!(text, "    {sign} ");
        push_reference(text, other);
        text.push('\n');
    };
    for &reason in &made.reasons {
        relate("+", (place.0, reason));
    }
    // What it attacks: the arrow leaves from here.
    made.against.into_iter().for_each(|other| relate("->", other));
    made.agrees.into_iter().for_each(|other| relate("+>", other));
    text.push('\n');
}

fn push_reference(text: &mut String, place: Place) {
    let _ = write!(text, "[source-{} ", place.0);
    push_statement_name(text, place);
    text.push(']');
}
