//! Explanations of findings.

use crate::diagnostic::{Code, Severity};
use crate::page::{Block, Cell, Column, Mark, Page, Row, Runs, Table};

/// One finding, in full.
pub fn one(code: &Code) -> Page {
    let mut page = Page::new("explain", Runs::new().with(Mark::Name, code.name));
    let (mark, word) = severity(code);
    let summary = format!(": {}.", code.summary);
    page.push(Block::Prose(Runs::new().with(mark, word).with(Mark::Plain, summary)));
    for paragraph in code.explanation.split("\n\n") {
        page.push(Block::Prose(paragraph.into()));
    }
    page
}

/// Every finding, in a line each.
pub fn all<'c>(codes: impl Iterator<Item = &'c Code>) -> Page {
    let mut page = Page::new("explain", "What can be found in a map");
    let columns =
        vec![Column::new("code", "code"), Column::new("severity", "counts as"), Column::new("summary", "when")];
    let row = |code: &Code| {
        let (mark, word) = severity(code);
        let name = Cell::runs(Runs::new().with(Mark::Name, code.name));
        let cells = vec![name, Cell::runs(Runs::new().with(mark, word)), Cell::text(code.summary)];
        Row { cells, ..Row::default() }
    };
    let rows = codes.map(row).collect();
    page.push(Block::Table(Table { key: "codes".to_owned(), columns, fixed: 1, rows, ..Table::default() }));
    page
}

fn severity(code: &Code) -> (Mark, &'static str) {
    match code.severity {
        Severity::Error => (Mark::Error, "error"),
        Severity::Warning => (Mark::Warning, "warning"),
    }
}
