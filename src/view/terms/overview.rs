//! All terms of a map: how often each is defined, by whom, and who uses it and never says what it means.

use crate::analysis::usage::Usage;
use crate::model::{Map, ShortNames};
use crate::page::{Block, Cell, Column, Consumer, Kind, Mark, Page, Row, Runs, Table};
use crate::study::PositionTable;
use crate::view::wording::called::column_short;
use crate::view::wording::named;
use crate::view::wording::naming::{column_key, counted};

/// A row for each term, in the order of the map; the flat table has the word, too.
pub fn overview(page: &mut Page, short: &ShortNames, of: &PositionTable<'_>, consumer: Consumer) {
    let (map, columns, usages) = (of.map, of.columns(), of.usages());
    let mut table = Table { key: "terms".to_owned(), fixed: 1, ..Table::default() };
    table.columns = vec![
        Column::new("term", "term"),
        Column::number("definitions", "definitions"),
        Column::of(Kind::Texts, "defined_by", "by"),
        Column::of(Kind::Texts, "undefined_by", "used and not defined by"),
        Column::number("statements", "used in"),
    ];
    for id in map.terms.ids() {
        let found = usages.of(id);
        let by = |is_in: fn(&Usage) -> bool| {
            let keys = found.iter().filter(|usage| is_in(usage)).map(|usage| column_key(map, columns, usage.column));
            let keys: Vec<String> = keys.collect();
            let shown = found.iter().filter(|usage| is_in(usage));
            let shown: Vec<String> = shown.map(|usage| column_short(map, short, columns, usage.column)).collect();
            Cell::new(shown.join(", "), keys)
        };
        table.rows.push(Row {
            cells: vec![
                Cell::runs(named::term(map, id)),
                Cell::number(found.iter().map(|usage| usage.definitions.len()).sum()),
                by(|usage| !usage.definitions.is_empty()),
                by(|usage| !usage.is_defined),
                Cell::number(usages.statements(id)),
            ],
            ..Row::default()
        });
    }
    if consumer.reads_records() {
        page.records = Some(with_words(map, table.clone()));
    }
    if table.rows.is_empty() {
        page.push(Block::Prose("There are no terms here.".into()));
        return;
    }
    page.push(Block::Note(counted(table.rows.len(), "term").into()));
    page.push(Block::Table(table));
    let reported = usages.all_reported();
    page.blocks.extend(super::reports::reports(reported.definitions, reported.mentions.len(), "such a word"));
    let runs = Runs::new().with(Mark::Name, "counterpoint terms NAME");
    page.push(Block::Note(runs.with(Mark::Plain, " sets the meanings of one beside each other.")));
}

/// The table with the word of each term behind its name.
fn with_words(map: &Map, mut table: Table) -> Table {
    table.columns.insert(1, Column::new("word", "word"));
    for (row, (_, term)) in table.rows.iter_mut().zip(map.terms.iter()) {
        row.cells.insert(1, Cell::text(map.text(term.word)));
    }
    table
}
