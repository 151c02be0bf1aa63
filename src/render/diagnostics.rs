//! Shows findings: in a terminal with the line and a caret below it, as JSON for programs, else as a page.

mod excerpt;
mod json;
mod page;
mod terminal;

use std::io::{self, Write};

use crate::diagnostic::{Diagnostic, Severity};
use crate::file::Files;

use super::{Format, Options};

pub(super) use json::json;
pub(super) use terminal::terminal;

/// A finding, and what it counts as where the levels of this run are applied.
#[derive(Debug, Clone, Copy)]
pub struct DiagnosticView<'d> {
    /// The finding.
    pub diagnostic: &'d Diagnostic,
    /// What it counts as.
    pub severity: Severity,
}

/// What was found in a map: the findings to be shown, and how many there are altogether.
#[derive(Debug, Clone, Default)]
pub struct Report<'d> {
    /// Those to be shown, in the order in which they are.
    pub shown: Vec<DiagnosticView<'d>>,
    /// How many errors there are, shown or not.
    pub errors: usize,
    /// How many warnings there are, shown or not.
    pub warnings: usize,
}

/// How a format shows findings.
pub(super) type Show = fn(&Report<'_>, &Files, &Options, &mut dyn Write) -> io::Result<()>;

/// Writes the findings in this format; for a terminal nothing where there is nothing to say.
pub fn render(
    report: &Report<'_>,
    files: &Files,
    format: Format,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format.findings {
        Some(show) => show(report, files, options, out),
        None => super::render(&page::page(report, files), format, options, out),
    }
}

impl Report<'_> {
    /// How many there are, in words: `2 errors and 1 warning`.
    fn counts(&self) -> String {
        let number = |number: usize, word: &str| format!("{number} {word}{}", if number == 1 { "" } else { "s" });
        let words = match (self.errors, self.warnings) {
            (0, 0) => return "nothing was found".to_owned(),
            (errors, 0) => number(errors, "error"),
            (0, warnings) => number(warnings, "warning"),
            (errors, warnings) => format!("{} and {}", number(errors, "error"), number(warnings, "warning")),
        };
        match self.shown.len() {
            0 => format!("{words}, not shown"),
            shown if shown < self.errors + self.warnings => format!("{words}, of which the first {shown} are shown"),
            _ => words,
        }
    }
}

/// The severity as a word.
fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_words() {
        let counts = |errors, warnings| Report { shown: Vec::new(), errors, warnings }.counts();
        assert_eq!(counts(0, 0), "nothing was found");
        assert_eq!(counts(1, 0), "1 error, not shown");
        assert_eq!(counts(2, 1), "2 errors and 1 warning, not shown");
    }
}
