//! The whole comparison at a glance: an issue a row, with the verdict and what each side holds.

use crate::analysis::table::positions::Positions;
use crate::model::Map;
use crate::page::{Cell, Column, Kind, Mark, Row, Runs, Table};
use crate::view::table::{issue_signs, value::issue_value};
use crate::view::wording::naming::column_key;
use crate::view::wording::sign::Legend;

use super::summary::Held;
use super::verdict::{key, short_words};

/// A row for each of these issues. The keys of the first two columns are `issue` and `verdict`; the others are those of the
/// sides.
pub fn overview<'h>(
    map: &Map,
    positions: &Positions,
    issues: impl Iterator<Item = &'h Held>,
    legend: &mut Legend,
) -> Table {
    let mut table = Table { key: "overview".to_owned(), fixed: 1, ..Table::default() };
    table.columns = vec![Column::new("issue", "issue"), Column::new("verdict", "verdict")];
    let sides = 0..positions.columns.owners.len();
    let keys = sides.clone().map(|column| column_key(map, &positions.columns, column));
    let of_actor =
        |key: String| Column { kind: Kind::Several, ..Column::new(key.clone(), Runs::new().with(Mark::Name, key)) };
    table.columns.extend(keys.map(of_actor));
    for held in issues {
        let name = map.word(map.issues[held.issue].name);
        let verdict = held.sharpest();
        let mut cells =
            vec![Cell::runs(Runs::new().with(Mark::Name, name)), Cell::new(short_words(verdict), key(verdict))];
        for column in sides.clone() {
            let stand = positions.stance(held.issue, column);
            cells.push(Cell::new(issue_signs(map, &stand, legend), issue_value(map, &stand)));
        }
        table.rows.push(Row { cells, ..Row::default() });
    }
    table
}
