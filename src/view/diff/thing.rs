//! A thing of the map as a node: what it says, with what became of that, and all that changed of it for programs.

use serde_json::{Value, json};

use crate::analysis::change::attribute::Attribute;
use crate::analysis::change::{Both, Change, Thing};
use crate::model::IssueId;
use crate::page::{Mark, Node, Runs, Target};

use super::shown::Shown;
use super::words;

/// Text of a thing, with its changes; empty where it never had any.
pub fn text(shown: &Shown<'_>, thing: Both<Thing>) -> Runs {
    let text = shown.each(thing, |map, thing| Attribute::Text.value(map, thing).map(std::borrow::Cow::into_owned));
    words::changed(text.old.flatten().as_deref(), text.new.flatten().as_deref())
}

/// This name of a thing, which leads to it; a position leads to its issue.
pub fn leading(shown: &Shown<'_>, thing: Both<Thing>, name: &str) -> Runs {
    let Some((map, of)) = shown.latest(thing) else { return Runs::new().with(Mark::Name, name) };
    let issue = |id: IssueId| Target::Issue(map.word(map.issues[id].name).to_owned());
    let target = match of {
        Thing::Author(id) => Target::Author(map.word(map.authors[id].name).to_owned()),
        Thing::Source(id) => Target::Source(map.word(map.sources[id].name).to_owned()),
        Thing::Issue(id) => issue(id),
        Thing::Position(id) => issue(map.positions[id].issue),
        Thing::Term(id) => Target::Term(map.word(map.terms[id].name).to_owned()),
        Thing::Statement(id) => Target::Statement(map.statement_name(id)),
    };
    Runs::leading(Mark::Name, name, &target)
}

/// The node of a thing in these words, with all its changes.
pub fn node(shown: &Shown<'_>, changes: &[&Change], runs: Runs, details: Vec<Runs>) -> Node {
    let read = shown.consumer.reads_values();
    let values: Vec<Value> = changes.iter().filter(|_| read).map(|change| shown.value(change)).collect();
    Node { runs, value: json!({ "changes": values }), details, children: Vec::new() }
}
