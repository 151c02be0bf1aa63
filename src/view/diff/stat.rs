//! Counts of changes: for each kind of thing, and for each source.

use std::collections::BTreeMap;

use crate::analysis::change::{Both, Change, Thing};
use crate::model::Map;
use crate::page::{Block, Cell, Column, Mark, Page, Row, Runs, Table, Target};

use super::entry::{Entry, entry};
use super::shown::Shown;

/// Kinds of things that are counted, in the order of the page.
const KINDS: [&str; 12] = [
    "statement",
    "stance",
    "reason",
    "relation",
    "quotation",
    "definition",
    "note",
    "author",
    "source",
    "issue",
    "position",
    "term",
];
const HOW: [&str; 5] = ["added", "removed", "renamed", "moved", "changed"];

/// How often each kind of thing changed in each way; one that changed in several points in one way counts once.
type Counts = BTreeMap<usize, [usize; HOW.len()]>;

fn index(words: &[&str], word: &str) -> usize {
    words.iter().position(|known| *known == word).unwrap_or_default()
}

/// Counts changes, under what `under` makes of each.
fn count<K: Ord>(shown: &Shown<'_>, under: impl Fn(&Change, &Entry) -> Option<K>) -> BTreeMap<K, [usize; HOW.len()]> {
    let mut counts: BTreeMap<K, [usize; HOW.len()]> = BTreeMap::new();
    let mut last: Option<(Both<Thing>, &'static str)> = None;
    for change in &shown.kept {
        let found = entry(shown, change);
        // Two attributes of one thing are one thing that changed.
        let this = found.attribute.map(|_| (change.thing, found.what));
        if this.is_some() && this == last {
            continue;
        }
        last = this;
        if let Some(key) = under(change, &found) {
            counts.entry(key).or_default()[index(&HOW, found.how)] += 1;
        }
    }
    counts
}

/// All that changed in one sentence.
pub fn summary(shown: &Shown<'_>) -> Runs {
    let counts: Counts = count(shown, |_, found| Some(index(&KINDS, found.what)));
    let mut parts = Vec::new();
    for (kind, numbers) in &counts {
        let ways: Vec<String> = numbers
            .iter()
            .zip(HOW)
            .filter(|(number, _)| **number > 0)
            .map(|(number, how)| format!("{number} {how}"))
            .collect();
        parts.push(format!("{}s: {}", KINDS[*kind], ways.join(", ")));
    }
    if parts.is_empty() { "Nothing changed.".into() } else { Runs::from(format!("Changed: {}.", parts.join("; "))) }
}

/// Adds the counts as tables.
pub fn tables(shown: &Shown<'_>, page: &mut Page) {
    let counts: Counts = count(shown, |_, found| Some(index(&KINDS, found.what)));
    if counts.is_empty() {
        page.push(Block::Prose("Nothing changed.".into()));
    }
    let mut all = table("changes", "what");
    for (kind, numbers) in &counts {
        all.rows.push(row(Cell::new(format!("{}s", KINDS[*kind]), KINDS[*kind]), numbers));
    }
    let sources = by_source(shown);
    page.records = shown.consumer.reads_records().then(|| flat(&all, &sources));
    for table in [all, sources] {
        if !table.rows.is_empty() {
            page.push(Block::Table(table));
        }
    }
}

/// Of each source its statements, and how many of their clauses are new, gone or changed.
fn by_source(shown: &Shown<'_>) -> Table {
    let source = |change: &Change, found: &Entry| {
        let (map, thing) = shown.latest(change.thing)?;
        Some((of_source(shown, map, thing, change)?, found.what != "statement"))
    };
    let mut rows: BTreeMap<(usize, String), Vec<usize>> = BTreeMap::new();
    for ((source, is_clause), numbers) in count(shown, source) {
        let row = rows.entry(source).or_insert_with(|| vec![0; HOW.len() + 1]);
        if is_clause { row[HOW.len()] = numbers.iter().sum() } else { row[..HOW.len()].copy_from_slice(&numbers) }
    }
    let mut table = table("sources", "source");
    table.caption = Some("Statements, source by source".into());
    table.columns.push(Column::number("clauses", "clauses"));
    for ((_, name), numbers) in rows {
        let shown = match name.as_str() {
            "" => Runs::from("outside any source"),
            name => Runs::leading(Mark::Name, name, &Target::Source(name.to_owned())),
        };
        table.rows.push(row(Cell::new(shown, name), &numbers));
    }
    table
}

/// The source of a statement, in the order of the new version; without a name where it has none.
fn of_source(shown: &Shown<'_>, map: &Map, thing: Thing, change: &Change) -> Option<(usize, String)> {
    let Thing::Statement(id) = thing else { return None };
    let Some(source) = map.statements[id].source else { return Some((usize::MAX, String::new())) };
    let number =
        if change.thing.new.is_some() { source.index() } else { shown.changes.paired.sources.number_of_old(source) };
    Some((number, map.word(map.sources[source].name).to_owned()))
}

fn table(key: &str, first: &str) -> Table {
    let mut table = Table { key: key.to_owned(), fixed: 1, ..Table::default() };
    table.columns.push(Column::new(first, first));
    table.columns.extend(HOW.map(|how| Column::number(how, how)));
    table
}

fn row(first: Cell, numbers: &[usize]) -> Row {
    let cells = std::iter::once(first).chain(numbers.iter().map(|&number| Cell::number(number))).collect();
    Row { cells, ..Row::default() }
}

/// Both tables as one: counts of all, then those of the statements of each source.
fn flat(all: &Table, sources: &Table) -> Table {
    let mut flat = table("counts", "what");
    flat.columns.insert(1, Column::new("source", "source"));
    flat.columns.push(Column::number("clauses", "clauses"));
    for row in &all.rows {
        let mut cells = row.cells.clone();
        cells.insert(1, Cell::text(""));
        cells.push(Cell::default());
        flat.rows.push(Row { cells, ..Row::default() });
    }
    for row in &sources.rows {
        let mut cells = row.cells.clone();
        cells.insert(0, Cell::text("statement"));
        flat.rows.push(Row { cells, ..Row::default() });
    }
    flat
}
