//! A comparison as one flat table: a row for each stance of each side, and for each statement of a crux.

mod crux;

use serde_json::Value;

use crate::analysis::dispute::agreement::Verdict;
use crate::analysis::table::column::Columns;
use crate::analysis::table::derived::Derived;
use crate::analysis::table::positions::{ColumnStance, Positions};
use crate::model::{IssueId, Map, StatementId, Strength};
use crate::page::{Cell, Column, Row, Table};
use crate::view::table::value::{attitude, strength};
use crate::view::wording::naming::column_key;

use super::summary::Held;
use super::verdict::key;

/// The keys of its columns, a promise to programs.
const KEYS: [&str; 23] = [
    "issue",
    "question",
    "verdict",
    "side",
    "statement",
    "attitude",
    "position",
    "over",
    "strength",
    "alone",
    "condition",
    "inferred",
    "reported",
    "text",
    "quote",
    "at",
    "authors",
    "file",
    "line",
    "against",
    "versus",
    "crux",
    "attacked_by",
];

/// An empty table of a comparison.
pub fn records() -> Table {
    let columns = KEYS.iter().map(|&key| Column::new(key, key)).collect();
    Table { key: "comparison".to_owned(), columns, fixed: 1, ..Table::default() }
}

/// Adds the rows of an issue: the stances, then the cruxes, which have a number for each issue.
pub fn add(table: &mut Table, map: &Map, positions: &Positions, held: &Held) {
    for (column, stand) in positions.stances_on(held.issue) {
        let side = column_key(map, &positions.columns, column);
        table.rows.extend(stand.stances.iter().map(|say| row(map, held, &side, say)));
    }
    let mut number = 0;
    for pair in held.pairs.iter().filter(|pair| !pair.cruxes.is_empty()) {
        let sides = pair.columns.map(|column| column_key(map, &positions.columns, column));
        for sought in &pair.cruxes {
            number += 1;
            table.rows.extend(crux::rows(map, held.issue, pair.found.verdict, &sides, sought, number));
        }
    }
}

/// Adds the derived stances of an issue, with the attitude `against-ground` and the statement that each is against.
pub fn add_derived(table: &mut Table, map: &Map, columns: &Columns, derived: &Derived, held: &Held) {
    for column in derived.columns_on(held.issue) {
        for it in derived.on(held.issue, column) {
            let attack = &map.relations[it.attack];
            let side = column_key(map, columns, column);
            let first = issue_cells(map, held.issue, held.sharpest(), &side, &map.statement_name(attack.from));
            let position = map.position_name(it.position);
            let stance = ["against-ground", position, "", strength(Strength::Plainly)].map(Cell::text);
            let manner = [whether(false), Cell::text(""), whether(attack.inferred), whether(false)];
            let last = statement_cells(map, attack.from, &map.statement_name(attack.to));
            let cells = first.into_iter().chain(stance).chain(manner).chain(last).chain(crux::none()).collect();
            table.rows.push(Row { cells, ..Row::default() });
        }
    }
}

fn row(map: &Map, held: &Held, side: &str, say: &ColumnStance) -> Row {
    let stance = &map.stances[say.stance];
    let over: Vec<&str> = stance.over.iter().map(|&position| map.position_name(position)).collect();
    let taken = [
        Cell::text(attitude(stance.attitude)),
        Cell::text(stance.position.map_or("", |position| map.position_name(position))),
        Cell::text(over.join(" ")),
        Cell::text(strength(stance.strength)),
        whether(stance.alone),
        Cell::text(stance.condition.map_or("".into(), |span| map.text(span))),
        whether(stance.inferred),
        whether(say.reported),
    ];
    let first = issue_cells(map, held.issue, held.sharpest(), side, &map.statement_name(stance.statement));
    let last = statement_cells(map, stance.statement, "").into_iter().chain(crux::none());
    Row { cells: first.into_iter().chain(taken).chain(last).collect(), ..Row::default() }
}

fn issue_cells(map: &Map, issue: IssueId, verdict: Verdict, side: &str, statement: &str) -> [Cell; 5] {
    let issue = &map.issues[issue];
    [
        Cell::text(map.word(issue.name)),
        Cell::text(map.text(issue.question)),
        Cell::text(key(verdict)),
        Cell::text(side),
        Cell::text(statement),
    ]
}

fn statement_cells(map: &Map, id: StatementId, against: &str) -> [Cell; 7] {
    let statement = &map.statements[id];
    let quotation = map.quotations_of(id).first().map(|&id| &map.quotations[id]);
    let at = quotation.and_then(|quotation| quotation.place).or(statement.at);
    let authors: Vec<&str> = map.authors_of(id).iter().map(|&author| map.word(map.authors[author].name)).collect();
    [
        Cell::text(map.text(statement.text)),
        Cell::text(quotation.map_or("".into(), |quotation| map.text(quotation.words))),
        Cell::text(at.map_or("".into(), |at| map.text(at))),
        Cell::text(authors.join("+")),
        Cell::text(map.files.get(statement.span.file).path.as_str()),
        Cell::number(map.files.place(statement.span).line),
        Cell::text(against),
    ]
}

fn whether(holds: bool) -> Cell {
    Cell::new(if holds { "yes" } else { "no" }, Value::Bool(holds))
}
