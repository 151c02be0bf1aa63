//! Statements, all of them or those that are attacked and never answered.

use std::sync::Arc;

use crate::file::Span;
use crate::model::{AuthorId, Entity, Map, Quotation, Stance, Statement, StatementId};
use crate::page::{Cell, Column, Consumer, Field, Groups, Kind, Made, TableOf};
use crate::study::Study;
use crate::view::wording::named::place;
use crate::view::wording::naming::{author_keys, evidence_kind, file, kind, range_name, statement_value, whose};

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
    fn of<'m>(&(study, id): &Line<'_, 'm>) -> &'m Statement {
        &study.map.statements[id]
    }
    fn quotation<'m>(&(study, id): &Line<'_, 'm>) -> Option<&'m Quotation> {
        study.map.quotations_of(id).first().map(|&id| &study.map.quotations[id])
    }
    fn text(line: &Line<'_, '_>, span: Option<Span>) -> Option<String> {
        span.map(|span| line.0.map.text(span).into_owned())
    }
    let author = |map: &Map, author: AuthorId| map.word(map.authors[author].name).to_owned();
    let fields = vec![
        Field::text("statement", |line: &Line<'_, '_>| line.0.map.statement_name(line.1)),
        Field::text("kind", |line: &Line<'_, '_>| of(line).kind.word()),
        Field::text("evidence", |line: &Line<'_, '_>| evidence_kind(line.0.map, line.1)),
        Field::text("text", |line: &Line<'_, '_>| text(line, Some(of(line).text))),
        Field::text("quote", |line: &Line<'_, '_>| text(line, quotation(line).map(|it| it.words))),
        Field::text("at", |line: &Line<'_, '_>| text(line, quotation(line).and_then(|it| it.place).or(of(line).at))),
        Field::text("source", |line: &Line<'_, '_>| {
            of(line).source.map(|it| line.0.map.word(line.0.map.sources[it].name))
        }),
        Field::texts("authors", |line: &Line<'_, '_>| author_keys(line.0.map, line.1)),
        Field::text("voice", move |line: &Line<'_, '_>| {
            of(line).voice.map(|voice| voice.author.map_or("(unnamed)".to_owned(), |it| author(line.0.map, it)))
        }),
        Field::truth("unstated", |line: &Line<'_, '_>| Some(of(line).unstated)),
        Field::truth("anticipated", |line: &Line<'_, '_>| Some(of(line).anticipated)),
        Field::text("file", |line: &Line<'_, '_>| file(line.0.map, of(line).span)),
        Field::whole("line", |line: &Line<'_, '_>| Some(line.0.map.files.place(of(line).span).line)),
        Field::text("short", |line: &Line<'_, '_>| text(line, of(line).card.as_ref().and_then(|card| card.short))),
        Field::text("tag", |line: &Line<'_, '_>| text(line, of(line).card.as_ref().and_then(|card| card.tag))),
        Field::text("scheme", |line: &Line<'_, '_>| text(line, of(line).scheme)),
        Field::text("date", |line: &Line<'_, '_>| of(line).date.map(|date| date.to_string())),
        Field::text("weight", |line: &Line<'_, '_>| of(line).weight.map(|weight| weight.to_string())),
        Field::texts("tags", |line: &Line<'_, '_>| {
            of(line).tags.iter().map(|&tag| line.0.map.word(tag).to_owned()).collect::<Vec<_>>()
        }),
        Field::texts("renamed", |line: &Line<'_, '_>| {
            line.0.map.former_names(Entity::Statement(line.1)).into_iter().map(str::to_owned).collect::<Vec<_>>()
        }),
    ];
    let fields = fields.into_iter().chain(stances()).collect();
    let kept: Vec<StatementId> = study.statements().collect();
    TableOf::of_made_records("statements", fields, kept.len(), move |at| (study, kept[at]))
}

/// A kept statement, of which a row is made.
type Line<'s, 'm> = (&'s Study<'m>, StatementId);

/// The stances of a statement that are kept, in four columns with one value for each of them.
fn stances<'s, 'm>() -> [Field<Line<'s, 'm>>; 4] {
    fn each(&(study, id): &Line<'_, '_>, of: fn(&Map, &Stance) -> String) -> Vec<String> {
        let kept = study.map.stances_of(id).iter().filter(|&&stance| study.selection.has_stance(stance));
        kept.map(|&stance| of(study.map, &study.map.stances[stance])).collect()
    }
    let position = |map: &Map, stance: &Stance| {
        stance.position.map_or(String::new(), |it| range_name(map, stance.range().unwrap_or([it, it])))
    };
    // Words of a fixed list, with a space between two.
    let manner = |_: &Map, stance: &Stance| {
        let (alone, conditional) = (stance.alone, stance.condition.is_some());
        let known = [(alone, "alone"), (conditional, "conditional"), (stance.inferred, "inferred")];
        let known = known.into_iter().filter(|(is, _)| *is).map(|(_, word)| word);
        stance.strength.qualifier().words().chain(known).collect::<Vec<_>>().join(" ")
    };
    [
        Field::texts("issues", |line: &Line<'s, 'm>| {
            each(line, |map, stance| map.word(map.issues[stance.issue].name).to_owned())
        }),
        Field::texts("positions", move |line: &Line<'s, 'm>| each(line, position)),
        Field::texts("ways", |line: &Line<'s, 'm>| each(line, |_, stance| stance.attitude.word().to_owned())),
        Field::texts("manners", move |line: &Line<'s, 'm>| each(line, manner)),
    ]
}
