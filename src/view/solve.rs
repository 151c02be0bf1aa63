//! Answers about a framework that is not a map: extensions, the status of every argument, strengths.

use framework::solve::Standing;
use framework::strength::Strengths;
use framework::{Argument, Status};
use serde_json::Value;

use crate::page::{Block, Cell, Column, Consumer, Kind, Mark, Page, Row, Runs, Table};

use super::wording::figure::rounded;
use super::wording::naming::counted;

/// Function that names an argument.
pub type Naming<'n> = &'n dyn Fn(Argument) -> String;

/// Extensions below a sentence that says what they are.
pub fn extensions(title: &str, answer: &str, extensions: &[Vec<Argument>], naming: Naming) -> Page {
    let mut page = Page::new("solve", title);
    page.push(Block::Prose(answer.into()));
    let row = |(number, extension): (usize, &Vec<Argument>)| {
        let names: Vec<String> = extension.iter().map(|&argument| naming(argument)).collect();
        let runs = if names.is_empty() { Runs::new().with(Mark::Faint, "nothing") } else { names.join(" ").into() };
        cells([Cell::number(number), Cell::number(names.len()), Cell::new(runs, names.join(" "))])
    };
    let table = Table {
        key: "extensions".to_owned(),
        columns: vec![
            Column::number("extension", "extension"),
            Column::number("size", "size"),
            Column::new("arguments", "arguments"),
        ],
        fixed: 1,
        rows: (1..).zip(extensions).map(row).collect(),
        ..Table::default()
    };
    show(&mut page, table);
    page
}

/// A page that says that there is no extension, and so nothing stands or falls.
pub fn no_reading(title: &str) -> Page {
    let mut page = Page::new("solve", title);
    page.push(Block::Prose("There is no extension, so nothing is said of any argument.".into()));
    show(&mut page, status_table(Vec::new()));
    page
}

/// The status of every argument; people are shown the first `most`.
pub fn statuses(title: &str, standing: &Standing, most: usize, consumer: Consumer, naming: Naming) -> Page {
    let mut page = Page::new("solve", title);
    let number = |status| standing.statuses.iter().filter(|it| **it == status).count();
    let (open, unknown) = (number(Some(Status::Open)), number(None));
    let verb = |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    let mut summary = format!(
        "Of {}, {}, {} and {}",
        counted(standing.statuses.len(), "argument"),
        verb(number(Some(Status::Stands)), "stands", "stand"),
        verb(number(Some(Status::Falls)), "falls", "fall"),
        verb(open, "is open", "are open"),
    );
    if unknown > 0 {
        summary.push_str(&format!("; of {unknown} it is not known"));
    }
    page.push(Block::Prose(format!("{summary}.").into()));
    let yes_no = |holds: Option<bool>| match holds {
        None => Cell::new(Runs::new().with(Mark::Faint, "unknown"), Value::Null),
        Some(holds) => Cell::new(if holds { "yes" } else { "no" }, holds),
    };
    let row = |argument: usize| {
        let status = standing.statuses[argument];
        let (mark, word) = match status {
            Some(Status::Stands) => (Mark::For, "stands"),
            Some(Status::Falls) => (Mark::Against, "falls"),
            Some(Status::Open) => (Mark::Between, "open"),
            None => (Mark::Faint, "unknown"),
        };
        cells([
            name(naming(argument as Argument)),
            Cell::new(Runs::new().with(mark, word), status.map_or(Value::Null, |_| word.into())),
            yes_no(standing.credulous[argument]),
            yes_no(status.map(|status| status == Status::Stands)),
        ])
    };
    let shown = shown(standing.statuses.len(), most, consumer, &mut page);
    show(&mut page, status_table((0..shown).map(row).collect()));
    page
}

fn status_table(rows: Vec<Row>) -> Table {
    let columns = vec![
        Column::new("argument", "argument"),
        Column::new("status", "status"),
        Column::of(Kind::Truth, "credulous", "in some"),
        Column::of(Kind::Truth, "skeptical", "in every"),
    ];
    Table { key: "arguments".to_owned(), columns, fixed: 1, rows, ..Table::default() }
}

/// The strength of every argument; people are shown the first `most`.
pub fn strengths(title: &str, strengths: &Strengths, most: usize, consumer: Consumer, naming: Naming) -> Page {
    let mut page = Page::new("solve", title);
    if !strengths.restless.is_empty() {
        let text = format!(
            "{} in circles did not come to rest: their strengths, and those of what they act upon, are only where they were last.",
            counted(strengths.restless.len(), "argument")
        );
        page.push(Block::Prose(text.into()));
    }
    let row = |argument: usize| {
        let strength = strengths.of[argument];
        let is_at_rest = strengths.restless.binary_search(&(argument as Argument)).is_err();
        let settled = Cell::new(if is_at_rest { "yes" } else { "no" }, is_at_rest);
        let figure = rounded(strength, 3);
        cells([name(naming(argument as Argument)), Cell::new(figure, strength), settled])
    };
    let shown = shown(strengths.of.len(), most, consumer, &mut page);
    let table = Table {
        key: "strengths".to_owned(),
        columns: vec![
            Column::new("argument", "argument"),
            Column::number("strength", "strength"),
            Column::of(Kind::Truth, "settled", "at rest"),
        ],
        fixed: 1,
        rows: (0..shown).map(row).collect(),
        ..Table::default()
    };
    show(&mut page, table);
    page
}

/// How many rows are shown: programs want all.
fn shown(rows: usize, most: usize, consumer: Consumer, page: &mut Page) -> usize {
    let shown = if consumer == Consumer::Person { rows.min(most) } else { rows };
    if shown < rows {
        let text = format!("{} more are not shown; ", rows - shown);
        let runs = Runs::from(text).with(Mark::Name, "--most").with(Mark::Plain, " says how many are.");
        page.push(Block::Note(runs));
    }
    shown
}

/// The table on the page; where it has no row, for programs alone.
fn show(page: &mut Page, table: Table) {
    if table.rows.is_empty() { page.records = Some(table) } else { page.push(Block::Table(table)) }
}

fn name(name: String) -> Cell {
    Cell::new(Runs::new().with(Mark::Name, name.as_str()), name)
}

fn cells<const COUNT: usize>(cells: [Cell; COUNT]) -> Row {
    Row { cells: cells.into(), ..Row::default() }
}
