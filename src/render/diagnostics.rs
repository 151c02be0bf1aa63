//! Shows findings: in a terminal with the line and a caret below it, as JSON for programs, else as a page.

mod excerpt;
mod json;
mod page;
mod report;
mod terminal;

use std::io::{self, Write};

use crate::file::Files;

use super::Format;
use super::options::Options;

pub(in crate::render) use self::report::Show;
pub use self::report::{DiagnosticView, Report};
pub(super) use json::json;
pub(super) use terminal::terminal;

/// Writes the findings in this format; for a terminal nothing where there is nothing to say.
pub fn render(
    report: &Report<'_>,
    files: &Files,
    format: Format,
    options: &Options<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format.findings {
        Some(show) => show(report, files, options, out),
        None => super::render(&page::page(report, files), format, options, out),
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
