//! Every position that either coder codes, as one flat table.

use crate::analysis::comparison::coders::Coders;
use crate::page::{Cell, Column, Row, Table};

use super::{Two, code, difference, names};

/// The keys of its columns, a promise to programs.
const KEYS: [&str; 10] = [
    "document",
    "issue",
    "position",
    "first",
    "second",
    "same",
    "first-statements",
    "second-statements",
    "first-passages",
    "second-passages",
];

/// A row for each.
pub fn records(two: &Two<'_>, coders: &Coders) -> Table {
    let mut table = Table { key: "units".to_owned(), fixed: 3, ..Table::default() };
    table.columns.extend(KEYS.map(|key| Column::new(key, key)));
    for unit in &coders.units {
        let (document, issue, position) = names(two, coders, unit);
        let [a, b] = unit.codes;
        let [[ours, our_words], [theirs, their_words]] =
            [0, 1].map(|side| difference::in_words(two, coders, unit, side));
        let mut cells: Vec<Cell> =
            [&document, issue, position.unwrap_or_default(), code(a), code(b)].map(Cell::text).to_vec();
        let values = [(a == b).into(), ours, theirs, our_words, their_words];
        cells.extend(values.map(Cell::value));
        table.rows.push(Row { cells, ..Row::default() });
    }
    table
}
