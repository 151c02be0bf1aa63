//! Remarks on a statement beside its text: how it is called, its own date, its scheme, its weight, its tags, definitions and notes.

use super::stance_word::INFERRED;
use crate::file::Span;
use crate::model::{Card, Map, StatementId};
use crate::page::{Mark, Runs, Target};

/// A line for each remark; without inferred definitions where only what is `stated` is asked for.
pub fn remarks(map: &Map, statement: StatementId, stated: bool) -> Vec<Runs> {
    let what = &map.statements[statement];
    let mut remarks = Vec::new();
    let definitions = map.definitions_of(statement).iter().map(|&id| &map.definitions[id]);
    for definition in definitions.filter(|definition| !(stated && definition.inferred)) {
        let term = &map.terms[definition.term];
        let target = Target::Term(map.word(term.name).to_owned());
        let word = Runs::leading(Mark::Plain, format!("‘{}’", map.text(term.word)), &target);
        let mut runs = Runs::new().with(Mark::Faint, "defines ").joined(word);
        runs.push(Mark::Inferred, if definition.inferred { INFERRED } else { "" });
        runs.push(Mark::Plain, format!(": {}", map.text(definition.text)));
        remarks.push(runs);
    }
    let line = |word: &str, text: String| Runs::new().with(Mark::Faint, format!("{word}: ")).with(Mark::Plain, text);
    let card =
        |of: fn(&Card) -> Option<Span>| what.card.as_deref().and_then(of).map(|span| map.text(span).into_owned());
    remarks.extend(card(|card| card.short).map(|short| line("short", short)));
    remarks.extend(card(|card| card.tag).map(|tag| line("tag", tag)));
    remarks.extend(what.date.map(|date| line("date", date.to_string())));
    remarks.extend(what.scheme.map(|scheme| line("scheme", map.text(scheme).into_owned())));
    remarks.extend(what.weight.map(|weight| line("weight", weight.to_string())));
    if !what.tags.is_empty() {
        let tags: Vec<&str> = what.tags.iter().map(|&tag| map.word(tag)).collect();
        remarks.push(line("tags", tags.join(", ")));
    }
    for note in map.notes_of(statement) {
        let word = if note.from_reading { "note of a reading" } else { "note" };
        remarks.push(line(word, map.text(note.text).into_owned()));
    }
    remarks
}
