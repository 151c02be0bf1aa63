//! Passages that a reader remembers, with their place and what stands around them.

use serde_json::json;

use crate::model::{Map, SourceId};
use crate::page::{Block, Cell, Column, Consumer, Kind, Mark, Page, Row, Runs, Table};
use crate::quotation::{Fidelity, PassageMatch, Text, place_in};

use super::quotes::record::{occurrence, severity_name};
use super::wording::clause::quote_clause;
use super::wording::naming::counted;
use super::wording::omitted;
use crate::view::wording::named;

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
    /// Remark on its length, if it is too long for a quotation.
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
    page.push(Block::Prose(lead(searched, number, passages.len()).into()));
    let keys = if consumer.reads_values() { &KEYS[..] } else { &KEYS[..KEYS.len() - 1] };
    let columns = keys.iter().map(|&key| Column::new(key, key)).collect();
    let mut table = Table { key: "passages".to_owned(), columns, fixed: 1, ..Table::default() };
    table.hold(Kind::Several, &["match"]);
    for passage in passages {
        let found = Found::new(map, passage);
        page.blocks.extend(blocks(map, &found));
        table.rows.push(row(map, &found, consumer));
    }
    if !missing.is_empty() {
        let names = missing.iter().map(|&source| named::source(map, source));
        let runs = Runs::from("Not searched, because the texts are not here: ").joined(omitted::named(names));
        page.push(Block::Note(runs.with(Mark::Plain, ".")));
    }
    page.records = Some(table);
    page
}

/// How many passages were found, and how many are shown.
fn lead(searched: usize, number: usize, shown: usize) -> String {
    let texts = counted(searched, "text");
    match number {
        0 => format!("Not found in {texts}, nor anything near it."),
        _ if shown < number => {
            let which = if shown == 1 { "best is" } else { &format!("best {shown} are") };
            format!("{} in {texts} searched, of which the {which} shown.", counted(number, "passage"))
        }
        _ => format!("{} in {texts} searched.", counted(number, "passage")),
    }
}

/// A passage with the words for its place.
struct Found<'f> {
    passage: &'f Passage<'f>,
    name: &'f str,
    place: String,
    reader_place: Option<String>,
    /// The clause to be pasted; none for a passage of which nothing can be seen.
    clause: Option<String>,
}

impl<'f> Found<'f> {
    fn new(map: &'f Map, passage: &'f Passage<'f>) -> Found<'f> {
        let Passage { source, text, passage_match, .. } = passage;
        let reader_place = text.reader_place(passage_match.occurrence.range.start);
        Found {
            passage,
            name: map.word(map.sources[*source].name),
            place: place_in(map, *source, Some(text), passage_match.occurrence.position),
            clause: quote_clause(reader_place.as_deref(), passage_match.passage.trim()),
            reader_place,
        }
    }
}

/// A passage for people: where it stands, what stands around it, and a clause to be pasted.
fn blocks(map: &Map, found: &Found<'_>) -> Vec<Block> {
    let Passage { passage_match, remark, .. } = found.passage;
    let heading = named::source(map, found.passage.source).with(Mark::Plain, " ");
    let mut blocks = vec![Block::Heading { level: 1, runs: heading.with(Mark::Place, found.place.as_str()) }];
    let mut context = Runs::new();
    if passage_match.occurrence.fidelity >= Fidelity::Edited {
        context.push(Mark::Warning, "near it");
        context.push(Mark::Plain, ": ");
    }
    context.push(Mark::Plain, passage_match.before.trim_start());
    context.push(Mark::Strong, passage_match.passage.as_str());
    context.push(Mark::Plain, passage_match.after.as_str());
    blocks.push(Block::Prose(context));
    blocks.extend(found.clause.clone().map(Block::Verbatim));
    blocks.extend(remark.as_ref().map(|remark| Block::Note(remark.as_str().into())));
    blocks
}

/// A passage for programs.
fn row(map: &Map, found: &Found<'_>, consumer: Consumer) -> Row {
    let Passage { source, text, passage_match, .. } = found.passage;
    let occurrence = &passage_match.occurrence;
    let mut cells = vec![
        Cell::text(found.name),
        Cell::text(occurrence.fidelity.name()),
        Cell::text(occurrence.severity.map_or("", severity_name)),
        Cell::text(found.place.as_str()),
        Cell::text(found.reader_place.as_deref().unwrap_or_default()),
        Cell::text(passage_match.before.trim()),
        Cell::text(passage_match.passage.trim()),
        Cell::text(passage_match.after.trim()),
        Cell::text(found.clause.as_deref().unwrap_or_default()),
    ];
    if consumer.reads_values() {
        let value = json!({
            "before": passage_match.before,
            "after": passage_match.after,
            "occurrence": self::occurrence(map, *source, text, occurrence),
        });
        cells.push(Cell::new("", value));
    }
    Row { cells, ..Row::default() }
}
