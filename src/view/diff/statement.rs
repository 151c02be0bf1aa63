//! Source by source: the statements that are new, gone, reworded, renamed, moved or otherwise changed.

use crate::analysis::change::attribute::Attribute;
use crate::analysis::change::{Both, Change, Thing, What};
use crate::model::{Map, StatementId};
use crate::page::{Block, Mark, Node, Page, Runs};
use crate::view::wording::naming::source_title;

use super::shown::Shown;
use super::{entry, thing, words};
use crate::view::wording::named;

/// Adds a heading for each source in which a statement changed, with a tree below it. A statement of which only stances changed
/// stands under its issues already.
pub fn section(shown: &Shown<'_>, page: &mut Page) {
    let is_shown = |change: &&&Change| {
        matches!(change.thing.new.or(change.thing.old), Some(Thing::Statement(_)))
            && !matches!(change.what, What::Stance(_))
    };
    let changes: Vec<&Change> = shown.kept.iter().filter(is_shown).copied().collect();
    // The changes of one statement stand beside each other.
    let mut statements: Vec<(usize, &[&Change])> =
        changes.chunk_by(|a, b| a.thing == b.thing).map(|group| (place(shown, group[0].thing), group)).collect();
    statements.sort_by_key(|(place, _)| *place);
    if statements.is_empty() {
        return;
    }
    page.push(Block::Heading { level: 1, runs: "Statements".into() });
    for group in statements.chunk_by(|a, b| a.0 == b.0) {
        page.push(Block::Heading { level: 2, runs: title(shown, group[0].1[0].thing) });
        page.push(Block::Tree(group.iter().map(|(_, changes)| node(shown, changes)).collect()));
    }
}

/// Where the source of a statement stands among all sources: those of the new version, those that are gone, and none.
fn place(shown: &Shown<'_>, thing: Both<Thing>) -> usize {
    let source = |map: &Map, thing| if let Thing::Statement(id) = thing { map.statements[id].source } else { None };
    match shown.each(thing, source) {
        Both { new: Some(Some(source)), .. } => source.index(),
        Both { new: None, old: Some(Some(source)) } => shown.changes.paired.sources.number_of_old(source),
        _ => usize::MAX,
    }
}

fn title(shown: &Shown<'_>, thing: Both<Thing>) -> Runs {
    let Some((map, Thing::Statement(id))) = shown.latest(thing) else { return Runs::new() };
    match map.statements[id].source {
        Some(source) => {
            let name = named::source(map, source);
            name.with(Mark::Plain, format!(": {}", source_title(map, source)))
        }
        None => "Outside any source".into(),
    }
}

/// A statement with all that changed of it.
fn node(shown: &Shown<'_>, changes: &[&Change]) -> Node {
    let thing = changes[0].thing;
    let mut runs = head(shown, thing);
    runs.push(Mark::Plain, ": ");
    runs.append(thing::text(shown, thing));
    let mut details = Vec::new();
    for change in changes {
        let text = entry::entry(shown, change).text;
        let mut line = match change.what {
            What::Existence | What::Name | What::Attribute(Attribute::Text) => continue,
            What::Source => Runs::new().with(Mark::Faint, "moved: "),
            What::Attribute(attribute) => Runs::new().with(Mark::Faint, format!("{}: ", attribute.word())),
            _ => Runs::new(),
        };
        line.append(words::changed(text.old.as_deref(), text.new.as_deref()));
        details.push(line);
    }
    thing::node(shown, changes, runs, details)
}

/// Kind and name of a statement, with its earlier name, and whether it is new or gone.
pub fn head(shown: &Shown<'_>, thing: Both<Thing>) -> Runs {
    let mut runs = Runs::new();
    match thing {
        Both { old: None, .. } => runs.push(Mark::Strong, "new "),
        Both { new: None, .. } => runs.push(Mark::Strong, "gone "),
        Both { .. } => {}
    }
    let kind = shown.latest(thing).and_then(|(map, thing)| Attribute::Kind.value(map, thing));
    runs.push(Mark::Faint, format!("{} ", kind.as_deref().unwrap_or_default()));
    let is_named = |map: &Map, thing| matches!(thing, Thing::Statement(id) if is_named(map, id));
    let names = shown.each(thing, |map, thing| thing.own_name(map).into_owned());
    match (&names.old, &names.new, shown.each(thing, is_named)) {
        (Some(old), Some(new), Both { old: named, new: now })
            if old != new && (named == Some(true) || now == Some(true)) =>
        {
            runs.push(Mark::Removed, old.as_str());
            runs.push(Mark::Plain, " ");
            runs.push(Mark::Added, new.as_str());
        }
        (old, new, _) => {
            let name = new.as_ref().or(old.as_ref()).map(String::as_str).unwrap_or_default();
            runs.append(thing::leading(shown, thing, name));
        }
    }
    runs
}

fn is_named(map: &Map, id: StatementId) -> bool {
    map.statements[id].name.is_some()
}
