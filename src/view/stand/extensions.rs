//! The readings of a map by one rule: what each has that not every one has, and what stands in all.

use foldhash::HashSet;
use framework::Status;

use crate::analysis::evaluation::condition::taken::Taken;
use crate::analysis::evaluation::extensions::Extensions;
use crate::model::select::Selection;
use crate::model::{Map, StanceId, StatementId};
use crate::page::{Block, Field, Mark, Node, Page, Runs, Table};
use crate::view::wording::naming::{counted, statement_value};
use crate::view::wording::omitted;
use crate::view::wording::speech::{self, Speech};
use crate::view::wording::stance_said::stance_said;

use super::asked::Asked;
use super::interpretation;

/// The page that lists the extensions: which statements can stand together.
pub fn extensions(map: &Map, selection: &Selection, asked: &Asked<'_>, found: &Extensions) -> Page {
    let title = match asked.audience {
        Some((_, name)) => format!("What can stand together for {name}"),
        None => "What can stand together".to_owned(),
    };
    let (mut page, speech) = (Page::new("stand", title), Speech::new(map));
    let outcome = asked.outcome;
    page.push(Block::Prose(summary(outcome.semantics.name(), found).into()));
    let shown = |statements: &mut dyn Iterator<Item = StatementId>| -> Vec<StatementId> {
        statements.filter(|&id| selection.has_statement(id)).collect()
    };
    let stands = |id: &StatementId| outcome.of(*id) == Some(Status::Stands);
    let in_every = shown(&mut map.statements.ids().filter(stands));
    let several = found.found.len() > 1 || found.number != Some(found.found.len() as u128);
    let every: HashSet<StatementId> = in_every.iter().copied().collect();
    let mut groups: Vec<(String, String, Vec<StatementId>)> = Vec::new();
    for (index, statements) in found.found.iter().enumerate().filter(|_| several) {
        let alone = shown(&mut statements.iter().copied().filter(|id| !every.contains(id)));
        groups.push(((index + 1).to_string(), format!("In reading {}, and not in every one", index + 1), alone));
    }
    if !found.found.is_empty() {
        let title = if several { "In every reading" } else { "In it" };
        groups.push(("every".to_owned(), title.to_owned(), in_every));
    }
    for (key, title, statements) in &groups {
        let title = format!("{title}: {}", counted(statements.len(), "statement"));
        page.push(Block::Heading { level: 1, runs: title.into() });
        let held = key.parse::<usize>().ok().and_then(|number| found.stances.get(number - 1));
        let held = held.map(|held| held_to(map, &speech, asked, held)).unwrap_or_default();
        if statements.is_empty() && held.is_empty() {
            page.push(Block::Prose("Nothing.".into()));
        } else if !statements.is_empty() {
            page.push(Block::Tree(statements.iter().map(|&id| line(map, &speech, id)).collect()));
        }
        if !held.is_empty() {
            page.push(Block::List(held));
        }
    }
    if let Some(more) = found.number.map(|number| number - found.found.len() as u128).filter(|more| *more > 0) {
        let noun = if more == 1 { "reading" } else { "readings" };
        page.push(Block::Note(format!("{more} more {noun} not shown; --extensions=NUMBER shows more.").into()));
    }
    let open = (0..map.statements.len()).any(|at| outcome.of(StatementId::new(at)) == Some(Status::Open));
    if open && outcome.semantics.is_single() {
        let text = "What is left open stands in no reading; another rule, such as --semantics preferred, takes sides.";
        page.push(Block::Note(text.into()));
    }
    interpretation::say(&mut page, asked);
    omitted::note(&mut page, map, selection);
    page.records = asked.consumer.reads_records().then(|| records(map, &groups));
    page
}

/// The stances that are held to in a reading and not in every one: `ban: for yes unless works: yes, by keep-out`.
fn held_to(map: &Map, speech: &Speech<'_>, asked: &Asked<'_>, stances: &[StanceId]) -> Vec<Runs> {
    let some = stances.iter().filter(|&&it| asked.outcome.of_stance(map, it) != Some(Taken::Stands));
    let line = |&id: &StanceId| {
        let runs = speech::issue(map, map.stances[id].issue).with(Mark::Plain, ": ").joined(stance_said(map, id));
        runs.with(Mark::Plain, ", by ").joined(speech.statement(map.stances[id].statement))
    };
    some.map(line).collect()
}

fn summary(rule: &str, found: &Extensions) -> String {
    match (found.found.len(), found.number) {
        (0, _) => format!("There is no {rule} reading of the map."),
        (1, Some(1)) => format!("There is one {rule} reading of the map."),
        (_, Some(number)) => {
            format!("There are {number} {rule} readings of the map, each of which hangs together.")
        }
        (shown, None) => format!("There are {shown} {rule} readings of the map at least; more were not counted."),
    }
}

fn line(map: &Map, speech: &Speech<'_>, statement: StatementId) -> Node {
    let (runs, value) = (speech.told(statement), statement_value(map, statement));
    Node { runs, value, details: Vec::new(), children: Vec::new() }
}

/// A row for each statement of each group, `every` or the number of the reading.
fn records(map: &Map, groups: &[(String, String, Vec<StatementId>)]) -> Table {
    type Line<'m> = (&'m Map, &'m str, StatementId);
    let lines = groups.iter().flat_map(|(interpretation, _, statements)| {
        statements.iter().map(move |&statement| (map, interpretation.as_str(), statement))
    });
    let fields = [
        Field::text("reading", |(_, interpretation, _): &Line<'_>| (*interpretation).to_owned()),
        Field::text("statement", |(map, _, statement): &Line<'_>| map.statement_name(*statement)),
        Field::text("text", |(map, _, statement): &Line<'_>| map.text(map.statements[*statement].text)),
    ];
    Table::of_records("extensions", &fields, lines)
}
