//! Terms as one flat table: a row for each statement that defines or uses a term, and for each whose it is.

use crate::analysis::usage::Usage;
use crate::model::{Definition, Id, Map, StatementId, TermId};
use crate::page::{Field, Table};
use crate::study::{PositionTable, Study};
use crate::view::wording::naming::{column_key, file};

/// A statement that defines or uses a term, with whose it is.
struct Line<'m> {
    map: &'m Map,
    term: TermId,
    side: String,
    is_defined: bool,
    statement: StatementId,
    definition: Option<&'m Definition>,
    /// Whether the word stands in the text and in a quotation.
    places: [bool; 2],
    resting: usize,
}

/// The rows of these terms, column by column: definitions, then uses.
pub fn records(study: &Study<'_>, table: &PositionTable<'_>, asked: &[TermId]) -> Table {
    let map = study.map;
    let mut lines = Vec::new();
    for &term in asked {
        for usage in table.usages().of(term) {
            let mut add = |statement: StatementId, definition: Option<Id<Definition>>, places: [bool; 2]| {
                lines.push(Line {
                    map,
                    term,
                    side: column_key(map, table.columns(), usage.column),
                    is_defined: usage.is_defined,
                    statement,
                    definition: definition.map(|id| &map.definitions[id]),
                    places,
                    resting: study.resting_on(statement),
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
    Table::of_records("usage", &fields(), lines)
}

fn fields<'m>() -> Vec<Field<Line<'m>>> {
    vec![
        Field::text("term", |line: &Line<'_>| line.map.word(line.map.terms[line.term].name)),
        Field::text("side", |line: &Line<'_>| line.side.clone()),
        Field::truth("defined", |line: &Line<'_>| Some(line.is_defined)),
        Field::text("says", |line: &Line<'_>| if line.definition.is_some() { "defines" } else { "uses" }),
        Field::text("statement", |line: &Line<'_>| line.map.statement_name(line.statement)),
        Field::text("meaning", |line: &Line<'_>| line.definition.map(|it| line.map.text(it.text).into_owned())),
        Field::truth("inferred", |line: &Line<'_>| line.definition.map(|it| it.inferred)),
        Field::truth("in_text", |line: &Line<'_>| Some(line.places[0])),
        Field::truth("in_quotation", |line: &Line<'_>| Some(line.places[1])),
        Field::whole("resting", |line: &Line<'_>| Some(line.resting)),
        Field::text("text", |line: &Line<'_>| line.map.text(line.map.statements[line.statement].text)),
        Field::text("file", |line: &Line<'_>| file(line.map, line.map.statements[line.statement].span)),
        Field::whole("line", |line: &Line<'_>| {
            Some(line.map.files.place(line.map.statements[line.statement].span).line)
        }),
    ]
}

/// Whether the word stands in the text and in a quotation of a statement that defines it.
fn places_of(usage: &Usage, statement: StatementId) -> [bool; 2] {
    let found = usage.mentions.binary_search_by_key(&statement, |mention| mention.statement);
    found.map_or([false; 2], |at| [usage.mentions[at].in_text, usage.mentions[at].in_quotation])
}
