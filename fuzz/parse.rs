//! Hands the parser whatever libFuzzer thinks of, and holds it to its laws.
//!
//! Parsing never panics; every place that a finding or the tree names lies on whole characters inside the text; and a text
//! without errors is printed in a form that is sound again and prints as itself.

#![no_main]

use common::places;
use counterpoint::diagnostic::Severity;
use counterpoint::file::{FileId, Span};
use counterpoint::syntax::{Parsed, parse, printer};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let parsed = parse(FileId::new(0), text);
    all_places(&parsed).for_each(|span| places::assert_inside(span, text));
    if has_errors(&parsed) {
        return;
    }
    let printed = printer::print(text, &parsed.tree, |_| None);
    let again = parse(FileId::new(0), &printed);
    assert!(!has_errors(&again), "the canonical form has errors: {:?}\n{printed}", again.diagnostics.kept());
    assert_eq!(parsed.tree.entries.len(), again.tree.entries.len(), "an entry came or went:\n{printed}");
    assert_eq!(parsed.tree.clauses.len(), again.tree.clauses.len(), "a clause came or went:\n{printed}");
    assert_eq!(parsed.tree.comments.len(), again.tree.comments.len(), "a comment came or went:\n{printed}");
    assert_eq!(printer::print(&printed, &again.tree, |_| None), printed, "printing twice is not printing once");
});

fn has_errors(parsed: &Parsed) -> bool {
    parsed.diagnostics.counts().iter().any(|(code, _)| code.severity == Severity::Error)
}

/// Every place that came of a text.
fn all_places(parsed: &Parsed) -> impl Iterator<Item = Span> {
    let tree = &parsed.tree;
    let entries = tree.entries.iter().flat_map(|entry| [Some(entry.span), entry.name, entry.text]);
    let clauses = tree.clauses.iter().flat_map(|clause| [Some(clause.span), clause.argument, clause.text]);
    let comments = tree.comments.iter().map(|comment| comment.span);
    let findings = parsed.diagnostics.kept().iter().flat_map(places::of_finding);
    findings.chain(entries.chain(clauses).flatten()).chain(comments)
}
