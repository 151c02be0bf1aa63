//! Findings of a map, as they are handed to a format.

use std::io::{self, Write};

use crate::diagnostic::{Diagnostic, Severity};
use crate::file::Files;
use crate::render::options::Options;

/// A finding, and what it counts as where the levels of this run are applied.
#[derive(Debug, Clone, Copy)]
pub struct DiagnosticView<'d> {
    /// The finding that is reported.
    pub diagnostic: &'d Diagnostic,
    /// Severity that the levels give it.
    pub severity: Severity,
}

/// Report on a map: the findings to be shown, and how many there are altogether.
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
pub(in crate::render) type Show = fn(&Report<'_>, &Files, &Options<'_>, &mut dyn Write) -> io::Result<()>;

impl Report<'_> {
    /// How many there are, in words: `2 errors and 1 warning`.
    pub(super) fn counts(&self) -> String {
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
pub(super) fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
