//! A passage: a statement by its name with the source's own words and where they stand.

use crate::model::{Map, StatementId};
use crate::page::{Mark, Node, Runs};

use super::named;
use super::named::place;
use super::naming::{quotation, statement_value};

/// A passage; `how` stands behind its name, and where it is wanted its text behind that.
pub fn passage(map: &Map, statement: StatementId, how: Runs, with_text: bool) -> Node {
    let mut runs = named::statement(map, statement);
    if !how.is_empty() {
        runs.push(Mark::Plain, " ");
        runs.append(how);
    }
    if with_text {
        runs.push(Mark::Plain, format!(": {}", map.text(map.statements[statement].text)));
    }
    let mut details: Vec<Runs> = map.quotations_of(statement).iter().map(|&id| quotation(map, id)).collect();
    details.push(place(map, statement));
    Node { runs, value: statement_value(map, statement), details, children: Vec::new() }
}
