//! The page as one flat table: a change a row, as it was before and as it is now.

use crate::analysis::change::{Both, Change, Thing, What};
use crate::file::Span;
use crate::model::Map;
use crate::page::{Field, Table};

use super::entry::{Entry, entry, name, places};
use super::shown::Shown;

/// A change, as it was before and as it is now.
struct Line {
    what: &'static str,
    how: &'static str,
    attribute: Option<&'static str>,
    source: Option<String>,
    issue: Option<String>,
    names: Both<String>,
    texts: Both<String>,
    places: Both<(String, usize)>,
}

/// A row for each change.
pub fn records(shown: &Shown<'_>) -> Table {
    Table::of_records("changes", &fields(), shown.kept.iter().map(|change| line(shown, change)))
}

fn fields() -> Vec<Field<Line>> {
    fn place(place: Option<&(String, usize)>) -> (Option<&str>, Option<usize>) {
        place.map(|(file, line)| (file.as_str(), *line)).unzip()
    }
    vec![
        Field::text("what", |line: &Line| line.what),
        Field::text("change", |line: &Line| line.how),
        Field::text("attribute", |line: &Line| line.attribute),
        Field::text("source", |line: &Line| line.source.clone()),
        Field::text("issue", |line: &Line| line.issue.clone()),
        Field::text("old_name", |line: &Line| line.names.old.clone()),
        Field::text("new_name", |line: &Line| line.names.new.clone()),
        Field::text("old", |line: &Line| line.texts.old.clone()),
        Field::text("new", |line: &Line| line.texts.new.clone()),
        Field::text("old_file", |line: &Line| place(line.places.old.as_ref()).0.map(str::to_owned)),
        Field::whole("old_line", |line: &Line| place(line.places.old.as_ref()).1),
        Field::text("new_file", |line: &Line| place(line.places.new.as_ref()).0.map(str::to_owned)),
        Field::whole("new_line", |line: &Line| place(line.places.new.as_ref()).1),
    ]
}

fn line(shown: &Shown<'_>, change: &Change) -> Line {
    let Entry { what, how, attribute, text } = entry(shown, change);
    let written = |map: &Map, place: Span| (map.files.get(place.file).path.clone(), map.files.place(place).line);
    Line {
        what,
        how,
        attribute,
        source: shown.latest(change.thing).and_then(|(map, thing)| source(map, thing)),
        issue: issue(shown, change),
        names: shown.each(change.thing, name),
        texts: text,
        places: shown.each(places(shown, change), written),
    }
}

/// The source that a statement belongs to, by name.
fn source(map: &Map, thing: Thing) -> Option<String> {
    let Thing::Statement(id) = thing else { return None };
    map.statements[id].source.map(|source| map.word(map.sources[source].name).to_owned())
}

/// The issue that a stance or a position belongs to, by name.
fn issue(shown: &Shown<'_>, change: &Change) -> Option<String> {
    let issue = if let What::Stance(both) = change.what {
        shown.each(both, |map, id| map.word(map.issues[map.stances[id].issue].name).to_owned())
    } else {
        let named = shown.each(change.thing, |map, thing| match thing {
            Thing::Position(id) => Some(map.word(map.issues[map.positions[id].issue].name).to_owned()),
            _ => None,
        });
        Both { old: named.old.flatten(), new: named.new.flatten() }
    };
    issue.new.or(issue.old)
}
