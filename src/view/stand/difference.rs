//! Consequences of a change: the statements that stand otherwise than before.

use framework::Status;

use crate::analysis::evaluation::outcome::Outcome;
use crate::model::select::Selection;
use crate::model::{Map, StatementId};
use crate::page::{Block, Field, Mark, Node, Page, Runs, Table};
use crate::view::wording::naming::{counted, statement_value, whose};
use crate::view::wording::omitted;

use super::asked::Asked;
use super::why::{Teller, word};
use super::{interpretation, summary};
use crate::view::wording::named;

/// Suppositions, in words: what is taken for granted, and what is taken away.
#[derive(Debug, Clone, Default)]
pub struct Supposed {
    /// Statements that are supposed to hold.
    pub holds: Vec<StatementId>,
    /// Statements that are supposed not to be said, by name.
    pub not_said: Vec<StatementId>,
    /// The names of authors who are supposed to be silent.
    pub without: Vec<String>,
}

/// The page: what stands after the change (`asked`) otherwise than `before`.
pub fn difference(map: &Map, selection: &Selection, before: &Outcome, asked: &Asked<'_>, supposed: &Supposed) -> Page {
    let mut page = Page::new("stand", "What follows");
    page.push(Block::Prose(supposition(map, supposed)));
    let all: Vec<StatementId> = map.statements.ids().filter(|&id| selection.has_statement(id)).collect();
    let (gone, left): (Vec<StatementId>, Vec<StatementId>) =
        all.iter().copied().partition(|&id| asked.outcome.compiled.is_gone(id));
    page.push(Block::Prose(format!("Before: {}", summary(before, &all)).into()));
    let unsaid = if gone.is_empty() { String::new() } else { format!(" {} not said.", are(gone.len())) };
    page.push(Block::Prose(format!("Then: {}{unsaid}", summary(asked.outcome, &left)).into()));
    let moved = left.iter().copied();
    let moved = moved.filter(|id| !supposed.holds.contains(id) && before.of(*id) != asked.outcome.of(*id));
    let moved: Vec<StatementId> = moved.collect();
    let teller = Teller::new(map, asked.trace, asked.audience);
    let groups = [(Status::Stands, "Now stands"), (Status::Open, "Now open"), (Status::Falls, "Now falls")];
    for (status, title) in groups {
        let of_it = moved.iter().copied().filter(|&id| asked.outcome.of(id) == Some(status));
        let nodes: Vec<Node> = of_it.map(|id| line(map, &teller, before, asked, id)).collect();
        if !nodes.is_empty() {
            let title = format!("{title}: {}", counted(nodes.len(), "statement"));
            page.push(Block::Heading { level: 1, runs: title.into() });
            page.push(Block::Tree(nodes));
        }
    }
    if moved.is_empty() {
        page.push(Block::Prose("Nothing else changes.".into()));
    }
    interpretation::say(&mut page, asked);
    omitted::note(&mut page, map, selection);
    page.records = asked.consumer.reads_records().then(|| records(map, &teller, before, asked, &moved));
    page
}

fn supposition(map: &Map, supposed: &Supposed) -> Runs {
    let mut runs = Runs::from("Suppose that ");
    let mut first = true;
    let mut part = |text: Runs, then: &str| {
        runs.push(Mark::Plain, if first { "" } else { ", and that " });
        first = false;
        runs.append(text.with(Mark::Plain, then));
    };
    let name = |statement: &StatementId| named::statement(map, *statement);
    supposed.holds.iter().for_each(|statement| part(name(statement), " holds, whatever is said against it"));
    supposed.not_said.iter().for_each(|statement| part(name(statement), " is not said"));
    for author in &supposed.without {
        part(Runs::new().with(Mark::Strong, author.as_str()), " says nothing");
    }
    runs.with(Mark::Plain, ".")
}

fn line(map: &Map, teller: &Teller<'_>, before: &Outcome, asked: &Asked<'_>, statement: StatementId) -> Node {
    let mut runs = Runs::new().with(Mark::Faint, was(before.of(statement)));
    runs.push(Mark::Plain, ": ");
    runs.push(Mark::Plain, map.text(map.statements[statement].text));
    runs.push(Mark::Plain, " ");
    runs.append(named::statement(map, statement));
    let mut value = statement_value(map, statement);
    value["before"] = word(before.of(statement)).into();
    value["standing"] = word(asked.outcome.of(statement)).into();
    let mut detail = Runs::new().with(Mark::Strong, whose(map, statement)).with(Mark::Plain, " · ");
    detail.append(teller.why(statement));
    Node { runs, value, details: vec![detail], children: Vec::new() }
}

fn are(number: usize) -> String {
    if number == 1 { "1 is".to_owned() } else { format!("{number} are") }
}

fn was(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::Stands) => "stood",
        Some(Status::Falls) => "fell",
        Some(Status::Open) => "was open",
        None => "had no reading",
    }
}

/// A statement, its verdicts before and now, why, and its text.
type Moved = (String, [&'static str; 2], String, String);

fn records(map: &Map, teller: &Teller<'_>, before: &Outcome, asked: &Asked<'_>, moved: &[StatementId]) -> Table {
    let rows = moved.iter().map(|&id| {
        let standing = [before, asked.outcome].map(|outcome| word(outcome.of(id)));
        (map.statement_name(id), standing, teller.why(id).plain(), map.text(map.statements[id].text).into_owned())
    });
    let fields = [
        Field::text("statement", |(name, ..): &Moved| name.clone()),
        Field::text("before", |(_, [before, _], ..): &Moved| *before),
        Field::text("standing", |(_, [_, now], ..): &Moved| *now),
        Field::text("why", |(.., why, _): &Moved| why.clone()),
        Field::text("text", |(.., text): &Moved| text.clone()),
    ];
    Table::of_records("follows", &fields, rows)
}
