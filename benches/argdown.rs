//! The made map as one Argdown document: the same prose, reasons and attacks, stances as tags, quotations as text.

use std::fmt::Write;

use crate::synthetic::statement::{Place, push_statement_name, sources, statement};

/// The content of a map of so many statements, a section for each source.
pub fn sections(statements: usize) -> impl Iterator<Item = String> {
    let (count, length) = sources(statements);
    (0..count).map(move |number| {
        let mut text = format!("# source-{number}\n\n");
        for own in 0..length {
            push_statement(&mut text, (number, own), count, length);
        }
        text
    })
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
    // Reasons come in at it; what it attacks or agrees with, it points at.
    let reasons = made.reasons.iter().map(|&reason| ("+", (place.0, reason)));
    let others = made.against.iter().map(|&other| ("->", other)).chain(made.agrees.iter().map(|&other| ("+>", other)));
    for (sign, other) in reasons.chain(others) {
        let _ = write!(text, "    {sign} ");
        push_reference(text, other);
        text.push('\n');
    }
    text.push('\n');
}

fn push_reference(text: &mut String, place: Place) {
    let _ = write!(text, "[source-{} ", place.0);
    push_statement_name(text, place);
    text.push(']');
}
