//! Findings for a terminal, in the look that compilers have: the line, a caret below the place, and what to do.
//!
//! Drawn here and not by a crate: the crates for this read the whole line, of which there may be fifty megabytes, count
//! columns from where they were given the text, and wrap neither messages nor labels.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::diagnostic::{Fix, Severity};
use crate::file::{Files, Span};
use crate::page::{Mark, Runs, Target};
use crate::render::options::Options;
use crate::render::terminal::{Line, Pen, print};
use crate::render::text::{in_one_line, plain};

use super::excerpt::Excerpt;
use super::report::{DiagnosticView, Report, word};

/// More of a line than this is not shown, however wide the terminal is.
const LONGEST_EXCERPT: usize = 160;
/// More of a replaced text than this is not shown.
const LONGEST_CHANGE: usize = 60;

pub(in crate::render) fn terminal(
    report: &Report<'_>,
    files: &Files,
    options: &Options<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    if report.errors + report.warnings == 0 {
        return Ok(());
    }
    let pen = Pen::new(options);
    let mut lines = Vec::new();
    for view in &report.shown {
        finding(pen, view, files, &mut lines);
        lines.push(Line::default());
    }
    lines.extend(pen.wrap(&report.counts().into()));
    out.write_all(print(&lines).as_bytes())
}

fn finding(pen: Pen<'_>, view: &DiagnosticView<'_>, files: &Files, lines: &mut Vec<Line>) {
    let DiagnosticView { diagnostic, severity } = *view;
    let mark = match severity {
        Severity::Error => Mark::Error,
        Severity::Warning => Mark::Warning,
    };
    let title = Runs::new()
        .with(mark, format!("{}[{}]", word(severity), diagnostic.code.name))
        .with(Mark::Strong, format!(": {}", diagnostic.message));
    lines.extend(pen.hung(&title, "", "  "));

    let related = diagnostic.related.iter().map(|(span, label)| (*span, label));
    let places: Vec<_> = std::iter::once((diagnostic.span, &diagnostic.label)).chain(related).collect();
    let number = |&(span, _): &(Span, &String)| files.place(span).line.to_string().len();
    let margin = Margin { pen, columns: places.iter().map(number).max().unwrap_or(1) };
    for (at, (span, label)) in places.into_iter().enumerate() {
        let look = if at == 0 { ("--> ", mark, '^') } else { ("::: ", Mark::Name, '-') };
        margin.excerpt(span, label, look, files, lines);
    }
    let help = diagnostic.help.clone().map(|help| ("help", help));
    let fix = diagnostic.fix.as_ref().map(|fix| ("fix", change(fix, files)));
    if help.is_some() || fix.is_some() {
        lines.push(margin.bar());
    }
    for (word, text) in help.into_iter().chain(fix) {
        let text = Runs::new().with(Mark::Strong, word).with(Mark::Plain, format!(": {text}"));
        let space = " ".repeat(margin.columns + 1);
        let follow = " ".repeat(margin.columns + "  = : ".len() + word.len() - 1);
        lines.extend(pen.hung(&text, &format!("{space}= "), &follow));
    }
}

/// The margin of a finding, in which its line numbers stand.
struct Margin<'p> {
    pen: Pen<'p>,
    columns: usize,
}

impl Margin<'_> {
    /// The place, the line, and the caret with its label.
    fn excerpt(&self, span: Span, label: &str, look: (&str, Mark, char), files: &Files, lines: &mut Vec<Line>) {
        let ((arrow, mark, stroke), file) = (look, files.get(span.file));
        let room = self.pen.width.saturating_sub(self.columns + 3);
        let excerpt = Excerpt::new(file, span, room.min(LONGEST_EXCERPT));
        if arrow != "--> " {
            lines.push(self.bar());
        }
        let place = format!("{}:{}:{}", in_one_line(&file.path), excerpt.place.line, excerpt.place.column);
        let space = " ".repeat(self.columns);
        let target =
            Target::Place { path: file.path.clone(), line: excerpt.place.line, column: Some(excerpt.place.column) };
        lines.extend(self.pen.hung(
            &Runs::leading(Mark::Plain, place, &target),
            &format!("{space}{arrow}"),
            &format!("{space}    "),
        ));
        // Of a file that was not read there is no line to show, and a caret below nothing says nothing.
        if file.text.is_empty() && label.is_empty() {
            return;
        }
        lines.push(self.bar());

        let mut line = self.pen.painted(Mark::Faint, &format!("{:>1$} | ", excerpt.place.line, self.columns));
        line.push(&self.pen.painted(Mark::Plain, &excerpt.text));
        lines.push(line);

        let (before, under) = (&excerpt.text[..excerpt.caret.start], &excerpt.text[excerpt.caret.clone()]);
        let (before, under) = (before.width(), under.width().max(1));
        let caret = Runs::new().with(mark, String::from(stroke).repeat(under));
        let label = Runs::new().with(mark, in_one_line(label));
        let beside = room.saturating_sub(before + under + 1);
        let mut line = self.bar();
        line.pad(self.columns + 3 + before);
        line.push(&self.pen.wrap(&caret).swap_remove(0));
        if plain(&label).width() <= beside {
            line.pad(line.width + 1);
            line.push(&self.pen.wrap(&label).swap_remove(0));
            lines.push(line);
            return;
        }
        // There is no room beside the caret: the label stands below it, or as far to the left as it needs.
        lines.push(line);
        for text in self.pen.within(room - before.min(room / 2)).wrap(&label) {
            let mut line = self.bar();
            line.pad(self.columns + 3 + before.min(room / 2));
            line.push(&text);
            lines.push(line);
        }
    }

    /// A line with nothing in it.
    fn bar(&self) -> Line {
        self.pen.painted(Mark::Faint, &format!("{}|", " ".repeat(self.columns + 1)))
    }
}

/// A fix in words.
pub(super) fn change(fix: &Fix, files: &Files) -> String {
    match (files.text(fix.span), fix.replacement.as_str()) {
        ("", new) => format!("insert {}", quoted(new)),
        (old, "") => format!("leave out {}", quoted(old)),
        (old, new) => format!("write {} instead of {}", quoted(new), quoted(old)),
    }
}

/// Text as it would be typed, cut if it is long. White space alone is told in words.
fn quoted(text: &str) -> String {
    let count = |word: &str| if text.len() == 1 { format!("a {word}") } else { format!("{} {word}s", text.len()) };
    for (letter, word) in [(' ', "space"), ('\t', "tab"), ('\n', "line end")] {
        if text.chars().all(|other| other == letter) {
            return count(word);
        }
    }
    let end = text.char_indices().nth(LONGEST_CHANGE).map_or(text.len(), |(end, _)| end);
    let cut = if end < text.len() { "…" } else { "" };
    format!("`{}{cut}`", text[..end].replace("\r\n", "⏎").replace('\n', "⏎"))
}
