//! Findings for programs: the shape that `grammar/diagnostics.schema.json` describes.

use std::io::{self, Write};

use serde::Serialize;

use crate::file::{Files, Span};
use crate::render::json::pretty;
use crate::render::options::Options;
use crate::text::LineColumn;

use super::report::{DiagnosticView, Report, word};

/// Raised when a program that reads the old shape could not read the new one.
const VERSION: u32 = 1;

pub(in crate::render) fn json(
    report: &Report<'_>,
    files: &Files,
    _: &Options<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let shape = ReportShape {
        version: VERSION,
        errors: report.errors,
        warnings: report.warnings,
        findings: report.shown.iter().map(|view| finding(view, files)).collect(),
    };
    pretty(&shape, out)
}

#[derive(Serialize)]
struct ReportShape<'d> {
    version: u32,
    errors: usize,
    warnings: usize,
    findings: Vec<FindingShape<'d>>,
}

#[derive(Serialize)]
struct FindingShape<'d> {
    code: &'d str,
    severity: &'d str,
    message: &'d str,
    label: &'d str,
    #[serde(flatten)]
    place: PlaceShape<'d>,
    related: Vec<RelatedShape<'d>>,
    help: Option<&'d str>,
    fix: Option<FixShape<'d>>,
}

#[derive(Serialize)]
struct RelatedShape<'d> {
    label: &'d str,
    #[serde(flatten)]
    place: PlaceShape<'d>,
}

#[derive(Serialize)]
struct FixShape<'d> {
    replacement: &'d str,
    #[serde(flatten)]
    place: PlaceShape<'d>,
}

#[derive(Serialize)]
struct PlaceShape<'d> {
    file: &'d str,
    /// Bytes from the start of the file.
    span: SpanShape,
    start: PointShape,
    end: PointShape,
}

#[derive(Serialize)]
struct SpanShape {
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct PointShape {
    line: usize,
    column: usize,
}

fn finding<'d>(view: &DiagnosticView<'d>, files: &'d Files) -> FindingShape<'d> {
    let diagnostic = view.diagnostic;
    let related = |(span, label): &'d (Span, String)| RelatedShape { label, place: place(*span, files) };
    let fix = diagnostic.fix.as_ref();
    FindingShape {
        code: diagnostic.code.name,
        severity: word(view.severity),
        message: &diagnostic.message,
        label: &diagnostic.label,
        place: place(diagnostic.span, files),
        related: diagnostic.related.iter().map(related).collect(),
        help: diagnostic.help.as_deref(),
        fix: fix.map(|fix| FixShape { replacement: &fix.replacement, place: place(fix.span, files) }),
    }
}

fn place(span: Span, files: &Files) -> PlaceShape<'_> {
    let point = |span| {
        let LineColumn { line, column } = files.place(span);
        PointShape { line, column }
    };
    PlaceShape {
        file: &files.get(span.file).path,
        span: SpanShape { start: span.start, end: span.end },
        start: point(span),
        end: point(span.behind()),
    }
}
