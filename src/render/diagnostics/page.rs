//! Findings as a page, for every format that has no look of its own for them.

use crate::diagnostic::Severity;
use crate::file::Files;
use crate::page::{Block, Cell, Column, Mark, Page, Row, Runs, Table, Target};

use super::report::{DiagnosticView, Report, word};
use super::terminal::change;

/// One table: a row for each finding.
pub(super) fn page(report: &Report<'_>, files: &Files) -> Page {
    let mut page = Page::new("check", "Findings");
    page.push(Block::Prose(Runs::from(report.counts())));
    page.push(Block::Table(Table {
        key: "findings".to_owned(),
        columns: vec![
            Column::new("severity", "Severity"),
            Column::new("code", "Code"),
            Column::new("file", "File"),
            Column::number("line", "Line"),
            Column::number("column", "Column"),
            Column::new("message", "What is wrong"),
            Column::new("label", "At its place"),
            Column::new("help", "What to do"),
            Column::new("fix", "Change that mends it"),
        ],
        fixed: 1,
        rows: report.shown.iter().map(|view| row(view, files)).collect(),
        ..Table::default()
    }));
    page
}

fn row(view: &DiagnosticView<'_>, files: &Files) -> Row {
    let DiagnosticView { diagnostic, severity } = *view;
    let place = files.place(diagnostic.span);
    let mark = match severity {
        Severity::Error => Mark::Error,
        Severity::Warning => Mark::Warning,
    };
    let path = files.get(diagnostic.span.file).path.as_str();
    let target = Target::Place { path: path.to_owned(), line: place.line, column: Some(place.column) };
    Row {
        cells: vec![
            Cell::runs(Runs::new().with(mark, word(severity))),
            Cell::runs(Runs::new().with(Mark::Name, diagnostic.code.name)),
            Cell::runs(Runs::leading(Mark::Place, path, &target)),
            Cell::number(place.line),
            Cell::number(place.column),
            Cell::text(diagnostic.message.as_str()),
            Cell::text(diagnostic.label.as_str()),
            diagnostic.help.as_deref().map(Cell::text).unwrap_or_default(),
            diagnostic.fix.as_ref().map(|fix| Cell::text(change(fix, files))).unwrap_or_default(),
        ],
        ..Row::default()
    }
}
