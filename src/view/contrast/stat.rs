//! Counts of a difference: how much only the one says, how much only the other, and how much both, a line an issue.

use crate::analysis::contrast::{Contrast, OnIssue, Part};
use crate::model::Map;
use crate::page::{Cell, Column, Kind, Row, Table};

/// Positions and grounds counted: those of the one alone (`-`), those of the other alone (`+`), and those of both.
pub fn table(map: &Map, found: &Contrast) -> Table {
    let mut columns = vec![Column::of(Kind::Text, "issue", "issue"), Column::of(Kind::Text, "question", "question")];
    for (key, heading) in [
        ("positions_first", "positions -"),
        ("positions_second", "+"),
        ("positions_both", "both"),
        ("grounds_first", "grounds -"),
        ("grounds_second", "+"),
        ("grounds_both", "both"),
    ] {
        columns.push(Column::number(key, heading));
    }
    let rows = found.both.iter().chain(found.alone.iter().flatten()).map(|on| {
        let issue = &map.issues[on.issue];
        let mut cells = vec![Cell::text(map.word(issue.name)), Cell::text(map.text(issue.question))];
        cells.extend(counts(on).map(Cell::number));
        Row { cells, ..Row::default() }
    });
    Table { key: "contrast".to_owned(), rows: rows.collect(), columns, ..Table::default() }
}

fn counts(on: &OnIssue) -> [usize; 6] {
    let positions = |wanted: [bool; 2]| {
        let says = |part: &&Part| part.stances.each_ref().map(|stances| !stances.is_empty()) == wanted;
        on.parts.iter().filter(says).count()
    };
    let grounds = |side: usize| on.parts.iter().map(|part| part.grounds[side].len()).sum();
    [
        positions([true, false]),
        positions([false, true]),
        positions([true, true]),
        grounds(0),
        grounds(1),
        on.shared.len(),
    ]
}
