//! Every position that either coder codes, as one flat table.

use crate::analysis::comparison::coders::Coders;
use crate::page::{Field, Table};

use super::difference;
use super::two::{Two, code, names};

/// A position, and what each coder has of it.
struct Line<'c> {
    document: String,
    issue: &'c str,
    position: Option<&'c str>,
    codes: [&'static str; 2],
    same: bool,
    statements: [Vec<String>; 2],
    passages: [Vec<String>; 2],
}

/// A row for each.
pub fn records(two: &Two<'_>, coders: &Coders) -> Table {
    let lines = coders.units.iter().map(|unit| {
        let (document, issue, position) = names(two, coders, unit);
        let [a, b] = unit.codes;
        let [(ours, our_words), (theirs, their_words)] =
            [0, 1].map(|side| difference::in_words(two, coders, unit, side));
        let (codes, statements, passages) = ([code(a), code(b)], [ours, theirs], [our_words, their_words]);
        Line { document, issue, position, codes, same: a == b, statements, passages }
    });
    Table::of_records("units", &fields(), lines)
}

fn fields<'c>() -> Vec<Field<Line<'c>>> {
    vec![
        Field::text("document", |line: &Line<'_>| line.document.clone()),
        Field::text("issue", |line: &Line<'_>| line.issue),
        Field::text("position", |line: &Line<'_>| line.position),
        Field::text("first", |line: &Line<'_>| line.codes[0]),
        Field::text("second", |line: &Line<'_>| line.codes[1]),
        Field::truth("same", |line: &Line<'_>| Some(line.same)),
        Field::texts("first_statements", |line: &Line<'_>| line.statements[0].clone()),
        Field::texts("second_statements", |line: &Line<'_>| line.statements[1].clone()),
        Field::texts("first_passages", |line: &Line<'_>| line.passages[0].clone()),
        Field::texts("second_passages", |line: &Line<'_>| line.passages[1].clone()),
    ]
}
