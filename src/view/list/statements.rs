//! Statements, all of them or those that are attacked and never answered.

use std::sync::Arc;

use crate::file::Span;
use crate::model::{AuthorId, Map, Quotation, Statement, StatementId};
use crate::page::{Cell, Column, Consumer, Field, Groups, Kind, Made, TableOf};
use crate::study::Study;
use crate::view::wording::named::place;
use crate::view::wording::naming::{author_keys, evidence_kind, file, kind, statement_value, whose};

use super::cells::{row, table};
use crate::view::wording::named;

/// Every statement that is kept.
pub fn all<'s>(study: &'s Study<'_>, consumer: Consumer) -> TableOf<'s> {
    let map = study.map;
    let mut table: TableOf<'s> =
        table("statements", ["statement", "kind", "whose", "text", "place"].map(|key| Column::new(key, key)));
    table.hold(Kind::Several, &["statement"]);
    let kept: Arc<[StatementId]> = study.statements().collect();
    if consumer.reads_values() {
        let kept = Arc::clone(&kept);
        table.groups = Groups::of_rows(kept.len(), move |at| {
            let id = kept[at];
            let text = map.text(map.statements[id].text);
            let place = place(map, id).plain();
            vec![statement_value(map, id), kind(map, id).into(), whose(map, id).into(), text.into(), place.into()]
        });
    }
    table.made = Made::new(kept.len(), move |at| {
        let id = kept[at];
        row(vec![
            Cell::words(named::statement(map, id)),
            Cell::words(kind(map, id)),
            Cell::words(whose(map, id)),
            Cell::words(map.text(map.statements[id].text).into_owned()),
            Cell::words(place(map, id)),
        ])
    });
    table
}

/// The same as a flat table, with every fact of a statement in a column of its own.
pub fn records<'s>(study: &'s Study<'_>) -> TableOf<'s> {
    type Line<'m> = (&'m Map, StatementId);
    fn of<'m>(&(map, id): &Line<'m>) -> &'m Statement {
        &map.statements[id]
    }
    fn quotation<'m>(&(map, id): &Line<'m>) -> Option<&'m Quotation> {
        map.quotations_of(id).first().map(|&id| &map.quotations[id])
    }
    fn text(line: &Line<'_>, span: Option<Span>) -> Option<String> {
        span.map(|span| line.0.text(span).into_owned())
    }
    let author = |map: &Map, author: AuthorId| map.word(map.authors[author].name).to_owned();
    let fields = vec![
        Field::text("statement", |line: &Line<'_>| line.0.statement_name(line.1)),
        Field::text("kind", |line: &Line<'_>| of(line).kind.word()),
        Field::text("evidence", |line: &Line<'_>| evidence_kind(line.0, line.1)),
        Field::text("text", |line: &Line<'_>| text(line, Some(of(line).text))),
        Field::text("quote", |line: &Line<'_>| text(line, quotation(line).map(|it| it.words))),
        Field::text("at", |line: &Line<'_>| text(line, quotation(line).and_then(|it| it.place).or(of(line).at))),
        Field::text("source", |line: &Line<'_>| of(line).source.map(|it| line.0.word(line.0.sources[it].name))),
        Field::texts("authors", |line: &Line<'_>| author_keys(line.0, line.1)),
        Field::text("voice", move |line: &Line<'_>| {
            of(line).voice.map(|voice| voice.author.map_or("(unnamed)".to_owned(), |it| author(line.0, it)))
        }),
        Field::truth("unstated", |line: &Line<'_>| Some(of(line).unstated)),
        Field::truth("anticipated", |line: &Line<'_>| Some(of(line).anticipated)),
        Field::text("file", |line: &Line<'_>| file(line.0, of(line).span)),
        Field::whole("line", |line: &Line<'_>| Some(line.0.files.place(of(line).span).line)),
        Field::text("short", |line: &Line<'_>| text(line, of(line).card.as_ref().and_then(|card| card.short))),
        Field::text("tag", |line: &Line<'_>| text(line, of(line).card.as_ref().and_then(|card| card.tag))),
        Field::text("scheme", |line: &Line<'_>| text(line, of(line).scheme)),
        Field::text("date", |line: &Line<'_>| of(line).date.map(|date| date.to_string())),
        Field::text("weight", |line: &Line<'_>| of(line).weight.map(|weight| weight.to_string())),
        Field::texts("tags", |line: &Line<'_>| {
            of(line).tags.iter().map(|&tag| line.0.word(tag).to_owned()).collect::<Vec<_>>()
        }),
    ];
    let (map, kept) = (study.map, study.statements().collect::<Vec<StatementId>>());
    TableOf::of_made_records("statements", fields, kept.len(), move |at| (map, kept[at]))
}
