//! Whatever is shown is well formed in each format, and acts on nothing.

use counterpoint::diagnostic::{Diagnostic, Severity};
use counterpoint::file::Files;
use counterpoint::page::{Consumer, PageOf};
use counterpoint::render::diagnostics::{DiagnosticView, Report};
use counterpoint::render::{Format, Options, diagnostics, render, text};

use crate::well_formed::well_formed;

/// Holds a page to the laws of each format that its reader may ask for; a network only where there is one.
pub fn assert_well_formed(page: &PageOf<'_>, consumer: Option<Consumer>, width: usize) {
    for format in Format::all() {
        let is_read = consumer.is_none_or(|consumer| consumer == format.consumer());
        if is_read && (page.graph.is_some() || format.consumer() != Consumer::Network) && !format.is_binary() {
            let shown = text(|out| render(page, format, &Options { width, ..Options::default() }, out));
            assert_holds(&shown, format);
        }
    }
}

/// Holds findings to the laws of each format.
pub fn assert_findings_well_formed(findings: &[Diagnostic], files: &Files, width: usize) {
    let views = findings.iter().map(|diagnostic| DiagnosticView { diagnostic, severity: diagnostic.code.severity });
    let errors = findings.iter().filter(|finding| finding.code.severity == Severity::Error).count();
    let report = Report { shown: views.collect(), errors, warnings: findings.len() - errors };
    for format in Format::all().filter(|format| format.consumer() != Consumer::Network && !format.is_binary()) {
        let shown =
            text(|out| diagnostics::render(&report, files, format, &Options { width, ..Options::default() }, out));
        assert_holds(&shown, format);
    }
}

fn assert_holds(shown: &str, format: Format) {
    if let Err(wrong) = well_formed(shown, format.name()) {
        panic!("{} {wrong}:\n{shown}", format.name());
    }
}
