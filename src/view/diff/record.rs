//! The page as one flat table: a change a row, as it was before and as it is now.

use crate::analysis::change::{Both, Change, Thing, What};
use crate::file::Span;
use crate::model::Map;
use crate::page::{Cell, Column, Row, Table};

use super::Shown;
use super::entry::{Entry, entry, name, places};

/// The columns, which are promised to programs.
const KEYS: [&str; 13] = [
    "what",
    "change",
    "attribute",
    "source",
    "issue",
    "old_name",
    "new_name",
    "old",
    "new",
    "old_file",
    "old_line",
    "new_file",
    "new_line",
];

/// A row for each change.
pub fn records(shown: &Shown<'_>) -> Table {
    let mut table = Table { key: "changes".to_owned(), fixed: 1, ..Table::default() };
    table.columns.extend(KEYS.map(|key| Column::new(key, key)));
    table.rows = shown.kept.iter().map(|change| row(shown, change)).collect();
    table
}

fn row(shown: &Shown<'_>, change: &Change) -> Row {
    let Entry { what, how, attribute, text } = entry(shown, change);
    let names = shown.each(change.thing, name);
    let written = |map: &Map, place: Span| (map.files.get(place.file).path.clone(), map.files.place(place).line);
    let places = shown.each(places(shown, change), written);
    let or_empty = |text: Option<String>| Cell::text(text.unwrap_or_default());
    let source = shown.latest(change.thing).and_then(|(map, thing)| source(map, thing));
    let mut cells = vec![Cell::text(what), Cell::text(how), Cell::text(attribute.unwrap_or_default())];
    cells.extend([or_empty(source), or_empty(issue(shown, change))]);
    cells.extend([names.old, names.new, text.old, text.new].map(or_empty));
    for place in [places.old, places.new] {
        let (file, line) =
            place.map_or((Cell::text(""), Cell::text("")), |(file, line)| (Cell::text(file), Cell::number(line)));
        cells.extend([file, line]);
    }
    Row { cells, ..Row::default() }
}

/// The source that a statement belongs to, by name.
fn source(map: &Map, thing: Thing) -> Option<String> {
    let Thing::Statement(id) = thing else { return None };
    map.statements[id].source.map(|source| map.word(map.sources[source].name).to_owned())
}

/// The issue that a stance or a position belongs to, by name.
fn issue(shown: &Shown<'_>, change: &Change) -> Option<String> {
    let issue = match change.what {
        What::Stance(both) => shown.each(both, |map, id| map.word(map.issues[map.stances[id].issue].name).to_owned()),
        _ => {
            let named = shown.each(change.thing, |map, thing| match thing {
                Thing::Position(id) => Some(map.word(map.issues[map.positions[id].issue].name).to_owned()),
                _ => None,
            });
            Both { old: named.old.flatten(), new: named.new.flatten() }
        }
    };
    issue.new.or(issue.old)
}
