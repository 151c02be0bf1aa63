//! The whole comparison at a glance: an issue a row, with the verdict and what each side holds.

use crate::page::{Cell, Column, Kind, Row, Table};
use crate::study::{Compared, IssueCompared};
use crate::view::table::{issue_signs, value::issue_value};
use crate::view::wording::naming::column_key;
use crate::view::wording::sign::Legend;

use super::verdict::{key, short_words};
use crate::view::wording::named;

/// A row for each of these issues. The keys of the first two columns are `issue` and `verdict`; the others are those of the
/// sides.
pub fn overview<'c>(
    compared: &Compared<'_>,
    issues: impl Iterator<Item = &'c IssueCompared>,
    legend: &mut Legend,
) -> Table {
    let (map, columns, positions) = (compared.map(), compared.table.columns(), compared.table.positions());
    let mut table = Table { key: "overview".to_owned(), fixed: 1, ..Table::default() };
    table.columns = vec![Column::new("issue", "issue"), Column::new("verdict", "verdict")];
    let sides = 0..compared.number();
    let of_actor = |column: usize| {
        let heading = named::column(map, columns, column);
        Column { kind: Kind::Several, ..Column::new(column_key(map, columns, column), heading) }
    };
    table.columns.extend(sides.clone().map(of_actor));
    for of_issue in issues {
        let verdict = of_issue.sharpest();
        let mut cells =
            vec![Cell::runs(named::issue(map, of_issue.issue)), Cell::new(short_words(verdict), key(verdict))];
        for column in sides.clone() {
            let stand = positions.stance(of_issue.issue, column);
            cells.push(Cell::new(issue_signs(map, &stand, legend), issue_value(map, &stand)));
        }
        table.rows.push(Row { cells, ..Row::default() });
    }
    table
}
