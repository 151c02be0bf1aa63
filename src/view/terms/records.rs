//! Terms as one flat table: a row for each statement that defines or uses a term, and for each whose it is.

use crate::analysis::dispute::resting::Resting;
use crate::analysis::table::column::Columns;
use crate::analysis::usage::{Usage, Usages};
use crate::model::{Definition, Id, Map, StatementId, TermId};
use crate::page::{Cell, Column, Row, Table};
use crate::view::wording::naming::column_key;

/// The rows of these terms, column by column: definitions, then uses.
pub fn records(map: &Map, columns: &Columns, usages: &Usages, asked: &[TermId], resting: &mut Resting<'_>) -> Table {
    let words = ["term", "side", "defined", "says", "statement", "meaning", "inferred", "in_text", "in_quotation"];
    let mut table = Table { key: "usage".to_owned(), fixed: 1, ..Table::default() };
    table.columns.extend(words.map(|key| Column::new(key, key)));
    table.columns.push(Column::number("resting", "resting"));
    table.columns.extend(["text", "file"].map(|key| Column::new(key, key)));
    table.columns.push(Column::number("line", "line"));
    for &term in asked {
        for usage in usages.of(term) {
            let mut add = |statement: StatementId, definition: Option<Id<Definition>>, places: [bool; 2]| {
                let side = column_key(map, columns, usage.column);
                let definition = definition.map(|id| &map.definitions[id]);
                let span = map.statements[statement].span;
                table.rows.push(Row {
                    cells: vec![
                        Cell::text(map.word(map.terms[term].name)),
                        Cell::text(side),
                        whether(usage.is_defined),
                        Cell::text(if definition.is_some() { "defines" } else { "uses" }),
                        Cell::text(map.statement_name(statement)),
                        Cell::text(definition.map_or("".into(), |it| map.text(it.text))),
                        whether(definition.is_some_and(|it| it.inferred)),
                        whether(places[0]),
                        whether(places[1]),
                        Cell::number(resting.on(statement)),
                        Cell::text(map.text(map.statements[statement].text)),
                        Cell::text(map.files.get(span.file).path.clone()),
                        Cell::number(map.files.place(span).line),
                    ],
                    ..Row::default()
                });
            };
            for &id in &usage.definitions {
                let statement = map.definitions[id].statement;
                add(statement, Some(id), places_of(usage, statement));
            }
            for mention in &usage.mentions {
                add(mention.statement, None, [mention.in_text, mention.in_quotation]);
            }
        }
    }
    table
}

fn whether(holds: bool) -> Cell {
    Cell::new(if holds { "yes" } else { "no" }, holds)
}

/// Whether the word stands in the text and in a quotation of a statement that defines it.
fn places_of(usage: &Usage, statement: StatementId) -> [bool; 2] {
    let found = usage.mentions.binary_search_by_key(&statement, |mention| mention.statement);
    found.map_or([false; 2], |at| [usage.mentions[at].in_text, usage.mentions[at].in_quotation])
}
