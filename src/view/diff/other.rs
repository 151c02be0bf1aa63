//! Authors, sources, issues with their positions, and terms: what is new, gone, renamed or otherwise described.

use crate::analysis::change::attribute::Attribute;
use crate::analysis::change::{Change, Thing, What};
use crate::page::{Block, Mark, Node, Page, Runs};

use super::shown::Shown;
use super::{entry, thing, words};

/// A heading, and what stands below it.
type Section = (&'static str, fn(Thing) -> bool);

/// Adds a heading for each kind of thing of which some changed.
pub fn section(shown: &Shown<'_>, page: &mut Page) {
    let sections: [Section; 4] = [
        ("Authors", |thing| matches!(thing, Thing::Author(_))),
        ("Sources", |thing| matches!(thing, Thing::Source(_))),
        ("Issues", |thing| matches!(thing, Thing::Issue(_) | Thing::Position(_))),
        ("Terms", |thing| matches!(thing, Thing::Term(_))),
    ];
    for (title, is_of) in sections {
        let of_kind = |change: &&&Change| change.thing.new.or(change.thing.old).is_some_and(is_of);
        let changes: Vec<&Change> = shown.kept.iter().filter(of_kind).copied().collect();
        if !changes.is_empty() {
            page.push(Block::Heading { level: 1, runs: title.into() });
            page.push(Block::Tree(changes.chunk_by(|a, b| a.thing == b.thing).map(|of| node(shown, of)).collect()));
        }
    }
}

/// A thing with all that changed of it.
fn node(shown: &Shown<'_>, changes: &[&Change]) -> Node {
    let thing = changes[0].thing;
    let mut runs = Runs::new();
    match (thing.old, thing.new) {
        (None, _) => runs.push(Mark::Strong, "new "),
        (_, None) => runs.push(Mark::Strong, "gone "),
        _ => {}
    }
    runs.push(Mark::Faint, format!("{} ", entry::noun(thing)));
    let names = shown.each(thing, entry::name);
    let renamed = changes.iter().any(|change| change.what == What::Name);
    match (&names.old, &names.new) {
        (Some(old), Some(new)) if renamed => {
            runs.push(Mark::Removed, old.as_str());
            runs.push(Mark::Plain, " ");
            runs.push(Mark::Added, new.as_str());
        }
        (old, new) => {
            let name = new.as_ref().or(old.as_ref()).map(String::as_str).unwrap_or_default();
            runs.append(thing::leading(shown, changes[0].thing, name));
        }
    }
    let text = thing::text(shown, thing);
    if !text.pieces.is_empty() {
        runs.push(Mark::Plain, ": ");
        runs.append(text);
    }
    let mut details = Vec::new();
    for change in changes {
        let What::Attribute(attribute) = change.what else { continue };
        if attribute != Attribute::Text {
            let text = entry::entry(shown, change).text;
            let mut line = Runs::new().with(Mark::Faint, format!("{}: ", attribute.word()));
            line.append(words::changed(text.old.as_deref(), text.new.as_deref()));
            details.push(line);
        }
    }
    thing::node(shown, changes, runs, details)
}
