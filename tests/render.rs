//! One page with all that a page can hold, in every format, beside the text that is expected; and pages that nobody meant
//! well. `UPDATE_EXPECTED=1` accepts what is printed now.

#[path = "render/hostile.rs"]
mod hostile;
#[path = "render/latex.rs"]
mod latex;
#[path = "render/made.rs"]
mod made;
#[path = "render/network.rs"]
mod network;
#[cfg(feature = "office")]
#[path = "render/office.rs"]
mod office;

use std::io::{self, Write};
use std::path::Path;

use counterpoint::file::Files;
use counterpoint::page::{Block, Cell, Column, Groups, Made, Page, Row, Table};
use counterpoint::render::diagnostics::Report;
use counterpoint::render::{Format, Options, render, text};

fn format(name: &str) -> Format {
    Format::all().find(|format| format.name() == name).expect("a format of this name is in the list")
}

fn shown(page: &Page, name: &str, width: usize, color: bool) -> String {
    text(|out| render(page, format(name), &Options { width, color, address: None }, out))
}

fn findings(report: &Report<'_>, files: &Files, name: &str, width: usize) -> String {
    let options = Options { width, ..Options::default() };
    text(|out| counterpoint::render::diagnostics::render(report, files, format(name), &options, out))
}

/// Compares with the file, or writes it.
fn expect(name: &str, shown: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/render").join(name);
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&path, shown).expect("the expected text can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == shown, "{name} is not as expected; UPDATE_EXPECTED=1 accepts this:\n{shown}");
}

#[test]
fn every_format_is_as_expected() {
    let page = made::page();
    for width in [80, 120] {
        let lines = shown(&page, "terminal", width, false);
        expect(&format!("page.terminal.{width}.txt"), &lines);
    }
    expect("page.terminal.color.txt", &shown(&page, "terminal", 80, true).replace('\u{1b}', "␛"));
    expect("page.md", &shown(&page, "markdown", 80, false));
    expect("page.csv", &shown(&page, "csv", 80, false));
    expect("page.json", &shown(&page, "json", 80, false));
    expect("page.html", &shown(&page, "html", 80, false));
    expect("page.tex", &shown(&page, "latex", 80, false));
    expect("page.graphml", &shown(&page, "graphml", 80, false));
    expect("page.dot", &shown(&page, "dot", 80, false));
}

/// Bytes that were written: the most at once, and all of them.
#[derive(Default)]
struct Pieces {
    largest: usize,
    all: usize,
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.largest = self.largest.max(bytes.len());
        self.all += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn rows_that_are_made_when_they_are_looked_at_are_written_before_the_last_is_made() {
    let mut table = Table { key: "rows".into(), columns: vec![Column::new("row", "Row")], ..Table::default() };
    table.made = Made::new(5_000, |number| Row { cells: vec![Cell::words(number.to_string())], ..Row::default() });
    table.groups = Groups::of_rows(5_000, |number| vec![number.to_string().into()]);
    let mut page = Page::new("list", "Many");
    page.push(Block::Table(table));
    for name in ["terminal", "markdown", "csv", "json", "html", "latex"] {
        let mut pieces = Pieces::default();
        render(&page, format(name), &Options::default(), &mut pieces).expect("all is taken");
        assert!(pieces.all > 20_000 && pieces.largest * 2 < pieces.all, "{name}: {} of {}", pieces.largest, pieces.all);
    }
}

#[test]
fn findings_are_as_expected() {
    made::findings(|report, files| {
        expect("findings.terminal.80.txt", &findings(report, files, "terminal", 80));
        expect("findings.terminal.120.txt", &findings(report, files, "terminal", 120));
        expect("findings.json", &findings(report, files, "json", 80));
        expect("findings.csv", &findings(report, files, "csv", 80));
    });
}

#[test]
fn json_is_as_the_schemas_say() {
    let check = |schema: &str, json: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("grammar").join(schema);
        let schema = std::fs::read_to_string(path).expect("the schema is in the repository");
        let schema = serde_json::from_str(&schema).expect("the schema is JSON");
        let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
        let json = serde_json::from_str(json).expect("what is printed is JSON");
        let errors: Vec<_> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0]);
    };
    check("page.schema.json", &shown(&made::page(), "json", 80, false));
    check("page.schema.json", &shown(&Page::new("list", ""), "json", 80, false));
    made::findings(|report, files| {
        check("diagnostics.schema.json", &findings(report, files, "json", 80));
    });
}

#[test]
fn findings_fit_into_every_terminal() {
    use unicode_width::UnicodeWidthStr;
    made::findings(|report, files| {
        for width in 20..130 {
            for line in findings(report, files, "terminal", width).lines() {
                assert!(line.width() <= width, "{} columns in {width}: {line:?}", line.width());
            }
        }
    });
}

/// Were the line read for each of them, this would not end.
#[test]
fn ten_thousand_findings_in_one_long_line_are_shown() {
    use counterpoint::diagnostic::{Code, Diagnostic, Severity};
    use counterpoint::file::{File, Span};
    use counterpoint::render::diagnostics::DiagnosticView;
    static CODE: Code = Code { name: "code", severity: Severity::Error, summary: "", explanation: "" };

    let mut files = Files::default();
    let id = files.add(File::new("long.arg", "日本語".repeat(1_000_000)));
    let found: Vec<_> = (0..10_000)
        .map(|at| {
            Diagnostic::new(&CODE, Span::new(id, 900 * at, 900 * at + 9), "wrong").fix(Span::new(id, 0, 9_000_000), "")
        })
        .collect();
    let shown = found.iter().map(|diagnostic| DiagnosticView { diagnostic, severity: Severity::Error }).collect();
    let report = Report { shown, errors: 10_000, warnings: 0 };
    let lines = findings(&report, &files, "terminal", 80);
    assert!(lines.contains("long.arg:1:2999701") && lines.ends_with("\n10000 errors\n"));
    let json = findings(&report, &files, "json", 80);
    assert!(json.contains("\"column\": 2999701"));
}
