//! A comparison as one flat table: a row for each stance of each side.

use serde_json::Value;

use crate::analysis::agreement::Verdict;
use crate::analysis::positions::{Positions, Say};
use crate::model::{IssueId, Map};
use crate::page::{Cell, Column, Row, Table};
use crate::view::naming::column_key;
use crate::view::table::value::{attitude, strength};

use super::verdict::key;

/// The keys of its columns, a promise to programs.
const KEYS: [&str; 19] = [
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
];

/// An empty table of a comparison.
pub fn records() -> Table {
    let columns = KEYS.iter().map(|&key| Column::new(key, key)).collect();
    Table { key: "comparison".to_owned(), columns, fixed: 1, ..Table::default() }
}

/// Adds the rows of an issue.
pub fn add(table: &mut Table, map: &Map, positions: &Positions, issue: IssueId, verdict: Verdict) {
    for (column, stand) in positions.stands_on(issue) {
        for say in stand.says {
            table.rows.push(row(map, issue, verdict, &column_key(map, &positions.columns, column), say));
        }
    }
}

fn row(map: &Map, issue: IssueId, verdict: Verdict, side: &str, say: &Say) -> Row {
    let stance = &map.stances[say.stance];
    let statement = &map.statements[stance.statement];
    let issue = &map.issues[issue];
    let over: Vec<&str> = stance.over.iter().map(|&position| map.position_name(position)).collect();
    let quotation = map.quotations_of(stance.statement).first().map(|&id| &map.quotations[id]);
    let at = quotation.and_then(|quotation| quotation.place).or(statement.at);
    let authors: Vec<&str> =
        map.authors_of(stance.statement).iter().map(|&author| map.word(map.authors[author].name)).collect();
    let text = |text: &str| Cell::text(text);
    let whether = |holds: bool| Cell::new(if holds { "yes" } else { "no" }, Value::Bool(holds));
    Row {
        cells: vec![
            text(map.word(issue.name)),
            text(&map.text(issue.question)),
            text(key(verdict)),
            text(side),
            text(&map.statement_name(stance.statement)),
            text(attitude(stance.attitude)),
            text(stance.position.map_or("", |position| map.position_name(position))),
            text(&over.join(" ")),
            text(strength(stance.strength)),
            whether(stance.alone),
            text(&stance.condition.map_or("".into(), |span| map.text(span))),
            whether(stance.inferred),
            whether(say.reported),
            text(&map.text(statement.text)),
            text(&quotation.map_or("".into(), |quotation| map.text(quotation.words))),
            text(&at.map_or("".into(), |at| map.text(at))),
            text(&authors.join("+")),
            text(&map.files.get(statement.span.file).path),
            Cell::number(map.files.place(statement.span).line),
        ],
        ..Row::default()
    }
}
