//! Findings for a terminal, in the look that compilers have: the line, a caret below the place, and what to do.

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::Severity;
use crate::file::{Files, Span};
use crate::page::Runs;
use crate::render::Options;
use crate::render::text::in_one_line;
use crate::render::wrap::Paragraph;

use super::excerpt::Excerpt;
use super::{DiagnosticView, Report, word};

/// Columns for the line number and the line beside it.
const MARGIN: usize = 10;
/// More of a line than this is not shown, however wide the terminal is.
const LONGEST_EXCERPT: usize = 160;
/// More of a replaced text than this is not shown.
const LONGEST_CHANGE: usize = 60;

pub(in crate::render) fn terminal(report: &Report<'_>, files: &Files, options: &Options) -> String {
    if report.shown.is_empty() && report.errors + report.warnings == 0 {
        return String::new();
    }
    let width = options.width.max(Options::NARROWEST);
    // Lines are cut here, at the right place and with a sign: the renderer has nothing left to cut.
    let renderer = if options.color { Renderer::styled().hyperlink(false) } else { Renderer::plain() };
    let renderer = renderer.term_width(usize::from(u16::MAX));
    let mut shown = String::new();
    for view in &report.shown {
        shown.push_str(renderer.render(&[finding(view, files, width)]).trim_end());
        shown.push_str("\n\n");
    }
    shown.push_str(&report.counts());
    shown.push('\n');
    shown
}

fn finding<'f>(view: &DiagnosticView<'_>, files: &'f Files, width: usize) -> Group<'f> {
    let DiagnosticView { diagnostic, severity } = *view;
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let indent = word(severity).len() + diagnostic.code.name.len() + 4;
    let title = level.primary_title(wrapped(&diagnostic.message, width.saturating_sub(indent)));
    let mut group = Group::with_title(title.id(diagnostic.code.name));

    let (place, lines) = excerpt(diagnostic.span, &diagnostic.label, AnnotationKind::Primary, files, width);
    group = group.element(place).element(lines);
    for (span, label) in &diagnostic.related {
        let (place, lines) = excerpt(*span, label, AnnotationKind::Context, files, width);
        group = group.element(place).element(lines);
    }
    let text_width = width.saturating_sub(MARGIN + 2);
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(wrapped(help, text_width)));
    }
    if let Some(fix) = &diagnostic.fix {
        let old = files.text(fix.span);
        let words = match (old.is_empty(), fix.replacement.is_empty()) {
            (true, _) => format!("insert {}", quoted(&fix.replacement)),
            (false, true) => format!("leave out {}", quoted(old)),
            (false, false) => format!("write {} instead of {}", quoted(&fix.replacement), quoted(old)),
        };
        group = group.element(Level::HELP.with_name("fix").message(wrapped(&words, text_width)));
    }
    group
}

/// The place and the line, with the caret and its label.
fn excerpt<'f>(
    span: Span,
    label: &str,
    kind: AnnotationKind,
    files: &'f Files,
    width: usize,
) -> (Element<'f>, Element<'f>) {
    let file = files.get(span.file);
    let most = width.saturating_sub(MARGIN).clamp(Options::NARROWEST, LONGEST_EXCERPT);
    let excerpt = Excerpt::new(file, span, most);
    let origin = Origin::path(in_one_line(&file.path)).line(excerpt.place.line).char_column(excerpt.place.column);
    let label = in_one_line(label).into_owned();
    let caret = kind.span(excerpt.caret).label((!label.is_empty()).then_some(label));
    let lines = Snippet::source(excerpt.text).line_start(excerpt.place.line).annotation(caret);
    (origin.into(), lines.into())
}

/// Safe text in lines of this width.
fn wrapped(text: &str, width: usize) -> String {
    let paragraph = Paragraph::new(&Runs::from(text), false);
    let lines = paragraph.lines(width.max(Options::NARROWEST)).into_iter();
    let text_of = |bytes| paragraph.pieces(bytes).map(|(_, text)| text).collect::<String>();
    lines.map(|line| text_of(line.bytes)).collect::<Vec<_>>().join("\n")
}

/// Text as it would be typed, cut if it is long. Its line ends are shown, for they matter.
fn quoted(text: &str) -> String {
    let text = text.trim_end_matches('\n');
    let end = text.char_indices().nth(LONGEST_CHANGE).map_or(text.len(), |(end, _)| end);
    let cut = if end < text.len() { "…" } else { "" };
    format!("`{}{cut}`", text[..end].replace('\n', "⏎"))
}
