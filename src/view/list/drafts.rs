//! Drafts: entries and clauses that are in the map and count for nothing yet.

use crate::analysis::draft::Draft;
use crate::page::{Cell, Column, Mark, Runs, Table};
use crate::study::Study;
use crate::view::wording::draft::NO_WORDS;
use crate::view::wording::naming::file;

use super::cells::{row, table as empty};

/// Every draft, in the order of the text.
pub fn table(study: &Study<'_>) -> Table {
    let map = study.map;
    let columns = [("draft", "draft"), ("name", "name"), ("text", "text"), ("file", "file")];
    let mut table = empty("drafts", columns.map(|(key, word)| Column::new(key, word)));
    table.columns.push(Column::number("line", "line"));
    for Draft { kind, name, text, place, .. } in study.drafts() {
        let text =
            if text.is_empty() { Cell::new(Runs::new().with(Mark::Faint, NO_WORDS), "") } else { Cell::text(text) };
        let line = map.files.place(place).line;
        let name = Cell::new(Runs::new().with(Mark::Name, name.clone()), name);
        table.rows.push(row(vec![Cell::text(kind), name, text, Cell::text(file(map, place)), Cell::number(line)]));
    }
    table
}
