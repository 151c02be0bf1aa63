//! Omissions of a filter, said in a sentence: a page never leaves anything out in silence.

use crate::analysis::table::voice::Reported;
use crate::model::select::{Filter, Selection};
use crate::model::{Map, Omitted};
use crate::page::{Block, Mark, PageOf, Runs};

use super::named;
use super::naming::counted;
use crate::text::list::{and, first};

/// Adds a note of what errors kept out of the map, and one of what the filter left out, if they left anything out.
pub fn note(page: &mut PageOf<'_>, map: &Map, selection: &Selection) {
    page.blocks.extend(notes(map, selection).into_iter().map(Block::Note));
}

/// The same of one of several maps, whose name goes before it.
pub fn note_of(page: &mut PageOf<'_>, name: &str, map: &Map, selection: &Selection) {
    let named = |note| Runs::new().with(Mark::Name, name).with(Mark::Plain, ": ").joined(note);
    page.blocks.extend(notes(map, selection).into_iter().map(named).map(Block::Note));
}

/// Sentences on what errors kept out of the map, and what the filter left out.
pub fn notes(map: &Map, selection: &Selection) -> Vec<Runs> {
    let mut notes = Vec::new();
    if let Some(parts) = errors(map) {
        let text = format!("Parts of the map are missing here because of errors: {parts}; ");
        let runs = Runs::from(text).with(Mark::Name, "counterpoint check");
        notes.push(runs.with(Mark::Plain, " shows where."));
    }
    let mut parts = Vec::new();
    if selection.statements_omitted > 0 {
        parts.push(counted(selection.statements_omitted, "statement"));
    }
    if selection.stances_omitted > 0 {
        parts.push(counted(selection.stances_omitted, "stance"));
    }
    let options = options(&selection.filter);
    if !parts.is_empty() && !options.is_empty() {
        let text = format!("{} left out by ", and(parts));
        notes.push(Runs::from(text).with(Mark::Name, and(options)).with(Mark::Plain, "."));
    }
    notes
}

/// Parts of the files that are not in the map, because they were not understood or mention what does not exist,
/// counted.
pub fn errors(map: &Map) -> Option<String> {
    let Omitted { entries, clauses, sourceless } = map.omitted;
    let entries = match entries {
        0 => None,
        1 => Some("1 entry".to_owned()),
        _ => Some(format!("{entries} entries")),
    };
    let clauses = (clauses > 0).then(|| counted(clauses, "clause"));
    let sourceless = (sourceless > 0).then(|| format!("{} of unknown source", counted(sourceless, "statement")));
    let parts: Vec<String> = [entries, clauses, sourceless].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| and(parts))
}

/// Adds a note of the reported voices that were not asked for; so many of their authors have no column for that reason.
pub fn note_voices(page: &mut PageOf<'_>, reported: &Reported, columnless: usize) {
    if reported.statements == 0 {
        return;
    }
    let statements = counted(reported.statements, "statement");
    let of =
        if columnless > 0 { format!(" of {} without a column", counted(columnless, "author")) } else { String::new() };
    let runs = Runs::from(format!("Reports of what others hold count for nobody here: {statements}{of}; "));
    page.push(Block::Note(runs.with(Mark::Name, "--voices").with(Mark::Plain, " brings them in.")));
}

/// The options of the command line that narrow a filter.
pub fn options(filter: &Filter) -> Vec<String> {
    let set = [
        (!filter.authors.is_empty() || !filter.sides.is_empty(), "--author"),
        (!filter.sources.is_empty(), "--source"),
        (!filter.issues.is_empty(), "--issue"),
        (!filter.positions.is_empty(), "--position"),
        (!filter.kinds.is_empty(), "--kind"),
        (!filter.evidence.is_empty(), "--evidence"),
        (!filter.tags.is_empty(), "--tag"),
        (filter.since.is_some(), "--since"),
        (filter.until.is_some(), "--until"),
        (filter.text.is_some(), "--text"),
        (filter.stated, "--stated"),
    ];
    set.into_iter().filter(|(is_set, _)| *is_set).map(|(_, option)| option.to_owned()).collect()
}

/// Pairs of an issue and a name in a sentence: `bob on tax`.
pub fn on_issues<'n>(pairs: impl Iterator<Item = (&'n str, &'n str)>) -> String {
    names(pairs.map(|(issue, name)| format!("{name} on {issue}")).collect())
}

/// So many names are shown of many.
const SHOWN: usize = 8;

/// Names that lead to what they name, in a sentence; of many only the first, and the number of the rest.
pub fn named(names: impl IntoIterator<Item = Runs>) -> Runs {
    named::first(names, SHOWN)
}

/// Names in a sentence; of many only the first, and the number of the rest.
#[expect(clippy::needless_pass_by_value, reason = "every caller has just made the list for it")]
pub fn names(names: Vec<String>) -> String {
    first(&names, SHOWN)
}
