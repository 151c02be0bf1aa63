//! A passage: what a statement says, with the source's own words and where they stand.

use crate::model::{Map, StatementId};
use crate::page::{Mark, Node, Runs};

use super::named::place;
use super::naming::{quotation, statement_value};
use super::speech::text_leading;

/// A passage; `how` stands before its text.
pub fn passage(map: &Map, statement: StatementId, how: Runs) -> Node {
    let runs = how.with(Mark::Plain, ": ").joined(text_leading(map, statement));
    let mut details: Vec<Runs> = map.quotations_of(statement).iter().map(|&id| quotation(map, id)).collect();
    details.push(place(map, statement));
    Node { runs, value: statement_value(map, statement), details, children: Vec::new() }
}
