//! Passages that a reader remembers, with their place and what stands around them.

use serde_json::json;

use crate::model::{Map, SourceId};
use crate::page::{Block, Cell, Column, Consumer, Kind, Mark, Page, Row, Runs, Table};
use crate::quotation::{Fidelity, PassageMatch, Text, place_in};

use super::quotes::record::{occurrence, severity_name};
use super::wording::clause::quote_clause;
use super::wording::naming::counted;
use super::wording::omitted;

/// The keys of a record: promises to programs. The last is an object, which only JSON can hold.
const KEYS: [&str; 10] =
    ["source", "fidelity", "severity", "found", "where", "before", "passage", "after", "clause", "match"];

/// A passage that may have been meant.
#[derive(Debug)]
pub struct Passage<'t> {
    /// The source that has it.
    pub source: SourceId,
    /// The text of the source, as it was read.
    pub text: &'t Text,
    /// The passage with what stands around it.
    pub passage_match: PassageMatch,
    /// What is to be said of its length, if it is too long for a quotation.
    pub remark: Option<String>,
}

/// The best of the passages that were found for some words, out of `number`, and the sources whose texts are not here.
pub fn find(
    map: &Map,
    words: &str,
    searched: usize,
    number: usize,
    passages: &[Passage<'_>],
    missing: &[SourceId],
    consumer: Consumer,
) -> Page {
    let mut page = Page::new("find", format!("“{words}”"));
    let texts = counted(searched, "text");
    let found = match (number, passages.len()) {
        (0, _) => format!("Not found in {texts}, nor anything near it."),
        (number, shown) if shown < number => {
            let which = if shown == 1 { "best is" } else { &format!("best {shown} are") };
            format!("{} in {texts} searched, of which the {which} shown.", counted(number, "passage"))
        }
        (number, _) => format!("{} in {texts} searched.", counted(number, "passage")),
    };
    page.push(Block::Prose(found.into()));
    let keys = if consumer.reads_values() { &KEYS[..] } else { &KEYS[..KEYS.len() - 1] };
    let columns = keys.iter().map(|&key| Column::new(key, key)).collect();
    let mut rows = Vec::new();
    for passage in passages {
        let Passage { source, text, passage_match, remark } = passage;
        let occurrence = &passage_match.occurrence;
        let name = map.word(map.sources[*source].name);
        let place = place_in(map, *source, occurrence.position);
        let reader_place = text.reader_place(occurrence.range.start);
        let clause = quote_clause(reader_place.as_deref(), passage_match.passage.trim());
        page.push(Block::Heading {
            level: 1,
            runs: Runs::new().with(Mark::Name, name).with(Mark::Plain, " ").with(Mark::Place, place.as_str()),
        });
        let mut context = Runs::new();
        if occurrence.fidelity >= Fidelity::Edited {
            context.push(Mark::Warning, "near it");
            context.push(Mark::Plain, ": ");
        }
        context.push(Mark::Plain, passage_match.before.trim_start());
        context.push(Mark::Strong, passage_match.passage.as_str());
        context.push(Mark::Plain, passage_match.after.as_str());
        page.push(Block::Prose(context));
        page.push(Block::Verbatim(clause.clone()));
        if let Some(remark) = remark {
            page.push(Block::Note(remark.as_str().into()));
        }
        let value = json!({
            "before": passage_match.before,
            "after": passage_match.after,
            "occurrence": self::occurrence(map, *source, text, &passage_match.occurrence),
        });
        let mut cells = vec![
            Cell::text(name),
            Cell::text(occurrence.fidelity.name()),
            Cell::text(occurrence.severity.map_or("", severity_name)),
            Cell::text(place),
            Cell::text(reader_place.unwrap_or_default()),
            Cell::text(passage_match.before.trim()),
            Cell::text(passage_match.passage.trim()),
            Cell::text(passage_match.after.trim()),
            Cell::text(clause),
        ];
        if consumer.reads_values() {
            cells.push(Cell::new("", value));
        }
        rows.push(Row { cells, ..Row::default() });
    }
    if !missing.is_empty() {
        let names = missing.iter().map(|&source| map.word(map.sources[source].name).to_owned()).collect();
        let runs = Runs::from("Not searched, because the texts are not here: ").with(Mark::Name, omitted::names(names));
        page.push(Block::Note(runs.with(Mark::Plain, ".")));
    }
    let mut table = Table { key: "passages".to_owned(), columns, fixed: 1, rows, ..Table::default() };
    table.hold(Kind::Several, &["match"]);
    page.records = Some(table);
    page
}
