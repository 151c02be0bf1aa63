//! One change in words: what changed of what, how it was written before, and how it is written now.

use serde_json::{Value, json};

use crate::analysis::change::attribute::Attribute;
use crate::analysis::change::{Both, Change, Thing, What};
use crate::file::Span;
use crate::model::Map;
use crate::view::wording::naming::place_value;

use super::clause;
use super::shown::Shown;

/// A change in words.
pub struct Entry {
    /// Kind of thing that changed: `statement`, `stance`, `quotation`…
    pub what: &'static str,
    /// How: `added`, `removed`, `renamed`, `moved` or `changed`.
    pub how: &'static str,
    /// Which of its attributes changed, if that is it.
    pub attribute: Option<&'static str>,
    /// How it was before, and how it is now.
    pub text: Both<String>,
}

/// A change in words.
pub fn entry(shown: &Shown<'_>, change: &Change) -> Entry {
    let Change { thing, what } = *change;
    let noun = noun(thing);
    let clause = |what, text: Both<String>| {
        let how = match (&text.old, &text.new) {
            (None, _) => "added",
            (_, None) => "removed",
            _ => "changed",
        };
        Entry { what, how, attribute: None, text }
    };
    match what {
        What::Existence => clause(noun, shown.each(thing, said)),
        What::Name => Entry { what: noun, how: "renamed", attribute: None, text: shown.each(thing, name) },
        What::Source => Entry { what: noun, how: "moved", attribute: None, text: shown.each(thing, source) },
        What::Attribute(attribute) => {
            let value = |map: &Map, thing| attribute.value(map, thing).map(std::borrow::Cow::into_owned);
            let text = shown.each(thing, value);
            let text = Both { old: text.old.flatten(), new: text.new.flatten() };
            Entry { what: noun, how: "changed", attribute: Some(attribute.word()), text }
        }
        What::Stance(both) => clause("stance", shown.each(both, clause::stance)),
        What::Reason(both) => clause("reason", shown.each(both, clause::reason)),
        What::Relation(both) => clause("relation", shown.each(both, clause::relation)),
        What::Quotation(both) => clause("quotation", shown.each(both, clause::quotation)),
        What::Definition(both) => clause("definition", shown.each(both, clause::definition)),
        What::Note(both) => clause("note", shown.each(both, clause::note)),
    }
}

impl Shown<'_> {
    /// Results of a function for something in each version, with the map that it is in.
    pub fn each<T, U>(&self, both: Both<T>, make: impl Fn(&Map, T) -> U) -> Both<U> {
        Both {
            old: both.old.map(|old| make(self.versions.old, old)),
            new: both.new.map(|new| make(self.versions.new, new)),
        }
    }

    /// A change, for programs: nothing where none reads it.
    pub fn value(&self, change: &Change) -> Value {
        if !self.consumer.reads_values() {
            return Value::Null;
        }
        let Entry { what, how, attribute, text } = entry(self, change);
        let name = self.each(change.thing, name);
        let place = self.each(places(self, change), place_value);
        json!({
            "what": what, "change": how, "attribute": attribute,
            "old": { "name": name.old, "text": text.old, "place": place.old },
            "new": { "name": name.new, "text": text.new, "place": place.new },
        })
    }
}

/// The word for what a thing is.
pub fn noun(thing: Both<Thing>) -> &'static str {
    match thing.new.or(thing.old) {
        Some(Thing::Author(_)) => "author",
        Some(Thing::Source(_)) => "source",
        Some(Thing::Issue(_)) => "issue",
        Some(Thing::Position(_)) => "position",
        Some(Thing::Term(_)) => "term",
        Some(Thing::Statement(_)) | None => "statement",
    }
}

/// Name of a thing, as it would be looked up.
pub fn name(map: &Map, thing: Thing) -> String {
    match thing {
        Thing::Author(id) => map.word(map.authors[id].name).to_owned(),
        Thing::Source(id) => map.word(map.sources[id].name).to_owned(),
        Thing::Issue(id) => map.word(map.issues[id].name).to_owned(),
        Thing::Position(id) => {
            format!("{}.{}", map.word(map.issues[map.positions[id].issue].name), map.position_name(id))
        }
        Thing::Term(id) => map.word(map.terms[id].name).to_owned(),
        Thing::Statement(id) => map.statement_name(id),
    }
}

/// Text of a thing.
fn said(map: &Map, thing: Thing) -> String {
    Attribute::Text.value(map, thing).unwrap_or_default().into_owned()
}

/// The source of a statement, by name.
fn source(map: &Map, thing: Thing) -> String {
    let Thing::Statement(id) = thing else { return String::new() };
    let source = map.statements[id].source.map(|source| map.word(map.sources[source].name));
    source.unwrap_or("no source").to_owned()
}

/// Where it is written: the clause, if it is one, else the thing.
pub fn places(shown: &Shown<'_>, change: &Change) -> Both<Span> {
    match change.what {
        What::Stance(both) => shown.each(both, |map, id| map.stances[id].span),
        What::Reason(both) => shown.each(both, |map, id| map.reasons[id].span),
        What::Relation(both) => shown.each(both, |map, id| map.relations[id].span),
        What::Quotation(both) => shown.each(both, |map, id| map.quotations[id].span),
        What::Definition(both) => shown.each(both, |map, id| map.definitions[id].span),
        What::Note(both) => both,
        What::Existence | What::Name | What::Source | What::Attribute(_) => shown.each(change.thing, head),
    }
}

fn head(map: &Map, thing: Thing) -> Span {
    match thing {
        Thing::Author(id) => map.authors[id].name,
        Thing::Source(id) => map.sources[id].name,
        Thing::Issue(id) => map.issues[id].name,
        Thing::Position(id) => map.positions[id].name.unwrap_or(map.issues[map.positions[id].issue].name),
        Thing::Term(id) => map.terms[id].name,
        Thing::Statement(id) => map.head(id),
    }
}
