//! Every quotation with what it is worth, how that is known, and where it stands.

pub(super) mod record;
pub mod suggest;
mod trouble;
pub(super) mod words;

use serde_json::Value;

use crate::model::{Map, QuotationId};
use crate::page::{Block, Cell, Column, Consumer, Kind, Mark, Page, Row, Runs, Table};
use crate::quotation::{Checked, Fidelity, State, Verification};
use crate::study::{Quotations, Study};

use super::wording::naming::counted;
use super::wording::omitted;
use crate::text::list::and;
use crate::view::wording::named;
use crate::view::wording::speech::Speech;

/// Which quotations are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// Those of a verdict.
    Fidelity(Fidelity),
    /// Those known in this way.
    State(State),
    /// Those with a change or gap that matters.
    Critical,
    /// Those that are refused unless a level allows it.
    Denied,
}

/// All quotations of the statements that are kept, or only some of them.
pub fn quotes(study: &Study<'_>, only: &[Only], full: bool, consumer: Consumer) -> Page {
    let mut page = Page::new("quotes", "Quotations");
    let (map, quotations) = (study.map, study.quotations());
    let Quotations { verification, known, .. } = quotations;
    let shown: Vec<_> = known.iter().copied().filter(|(_, checked)| is_asked(checked, only)).collect();
    if full || !only.is_empty() || !study.selection.filter.sources.is_empty() || consumer.reads_values() {
        page.push(Block::Prose(summary(quotations)));
        table(&mut page, map, verification, &shown, consumer);
    } else {
        trouble::overview(&mut page, map, quotations);
    }
    if known.len() > shown.len() {
        let text = counted(known.len() - shown.len(), "quotation");
        page.push(Block::Note(
            Runs::from(text).with(Mark::Plain, " left out by ").with(Mark::Name, "--only").with(Mark::Plain, "."),
        ));
    }
    note_unread(&mut page, map, quotations);
    omitted::note(&mut page, map, study.selection);
    if consumer.reads_records() {
        page.records = Some(record::table(map, verification, &shown));
    }
    page
}

/// Adds a table with a row for each quotation.
fn table(
    page: &mut Page,
    map: &Map,
    verification: &Verification,
    shown: &[(QuotationId, &Checked)],
    consumer: Consumer,
) {
    let columns =
        [("quotation", "quotation"), ("fidelity", "verdict"), ("found", "in its source"), ("statement", "statement")];
    let columns = columns.map(|(key, heading)| Column::new(key, heading)).to_vec();
    let rows = shown.iter().map(|(id, checked)| row(map, verification, *id, checked, consumer)).collect();
    if !shown.is_empty() {
        let mut table = Table { key: "quotations".to_owned(), columns, fixed: 1, rows, ..Table::default() };
        table.hold(Kind::Several, &["quotation"]);
        page.push(Block::Table(table));
    }
    if shown.iter().any(|(_, checked)| words::has_changes(checked)) {
        let text = Runs::from("In the words, ")
            .with(Mark::Removed, "these")
            .with(Mark::Plain, " stand in the source alone and ");
        let text =
            text.with(Mark::Added, "these").with(Mark::Plain, " in the quotation alone; behind a change that matters ");
        page.push(Block::Note(text.with(Mark::Plain, "stands what it touches.")));
    }
}

/// Says of which texts nobody could look anything up, and why.
pub fn note_unread(page: &mut Page, map: &Map, quotations: &Quotations<'_>) {
    for (source, reason) in quotations.unread() {
        let name = Speech::new(map).source_named(*source);
        let runs = Runs::from("The text of ").joined(name).with(Mark::Plain, " was not read: ");
        page.push(Block::Note(runs.with(Mark::Plain, format!("{reason}."))));
    }
    let [with_text, nameless] = quotations.without_text();
    for (sources, reason) in [(with_text, "the texts are not here"), (nameless, "the map names no text")] {
        if !sources.is_empty() {
            let speech = Speech::new(map);
            let names = omitted::named(sources.into_iter().map(|source| speech.source_named(source)));
            let runs = Runs::from(format!("Not looked up, because {reason}: ")).joined(names);
            page.push(Block::Note(runs.with(Mark::Plain, ".")));
        }
    }
}

fn is_asked(checked: &Checked, only: &[Only]) -> bool {
    let fits = |only: &Only| match *only {
        Only::Fidelity(fidelity) => checked.fidelity == Some(fidelity),
        Only::State(state) => checked.state == state,
        Only::Critical => checked.severity == Some(crate::quotation::Severity::Critical),
        Only::Denied => checked.is_denied(),
    };
    only.is_empty() || only.iter().any(fits)
}

/// Counts of all, of each worth, of each way of knowing it, and of those that are refused.
pub fn summary(quotations: &Quotations<'_>) -> Runs {
    let mut runs = Runs::from(counted(quotations.known.len(), "quotation"));
    let number = |fits: &dyn Fn(&Checked) -> bool| quotations.known.iter().filter(|(_, checked)| fits(checked)).count();
    let worth = words::WORTH.map(|name| (number(&|checked| words::worth(checked) == Some(name)), name));
    let states = words::KNOWN.map(|name| (number(&|checked| words::known(checked.state) == name), name));
    let said = |counts: &[(usize, &str)]| {
        let counts = counts.iter().filter(|(count, _)| *count > 0);
        and(counts.map(|(count, name)| format!("{count} {name}")))
    };
    for part in [said(&worth), said(&states)] {
        runs.push(Mark::Plain, if part.is_empty() { String::new() } else { format!("; {part}") });
    }
    let denied = quotations.denied();
    if denied > 0 {
        runs.push(Mark::Plain, "; ");
        runs.push(Mark::Error, format!("{denied} refused"));
    }
    runs.with(Mark::Plain, ".")
}

fn row(map: &Map, verification: &Verification, id: QuotationId, checked: &Checked, consumer: Consumer) -> Row {
    let quotation = &map.quotations[id];
    let statement = named::statement(map, quotation.statement).with(Mark::Plain, "\n");
    let statement = statement.with(Mark::Place, map.files.path_and_line(quotation.words));
    let statement = statement.with(Mark::Faint, if quotation.draft { "\na draft" } else { "" });
    let value = if consumer.reads_values() { record::value(map, verification, id, checked) } else { Value::Null };
    let cells = vec![
        Cell::new(words::words(map, id, checked), value),
        Cell::new(words::fidelity(checked), checked.fidelity.map_or("", Fidelity::name)),
        Cell::new(words::found(map, verification, id), verification.place(map, id).unwrap_or_default()),
        Cell::new(statement, map.statement_name(quotation.statement)),
    ];
    Row { cells, ..Row::default() }
}
