//! One line of a terminal: its text, with its colours in it, and the columns it takes.

use anstyle::{AnsiColor, Effects, Style};
use unicode_width::UnicodeWidthStr;

use crate::page::{Mark, Run, Runs, Target};
use crate::render::wrap::{Paragraph, Stretch};

use super::Pen;

/// A line that is wrapped and ready to be written.
#[derive(Debug, Clone, Default)]
pub(in crate::render) struct Line {
    pub(in crate::render) text: String,
    pub(in crate::render) width: usize,
}

impl Line {
    /// Adds another line at the end of this one.
    pub(in crate::render) fn push(&mut self, other: &Line) {
        self.text.push_str(&other.text);
        self.width += other.width;
    }

    /// Adds spaces up to this width.
    pub(in crate::render) fn pad(&mut self, width: usize) {
        self.text.extend(std::iter::repeat_n(' ', width.saturating_sub(self.width)));
        self.width = self.width.max(width);
    }
}

impl Pen<'_> {
    /// Safe text of one line, in the colour of its mark.
    pub(in crate::render) fn painted(self, mark: Mark, text: &str) -> Line {
        let mut line = Line::default();
        self.paint(&mut line, mark, text);
        line.width = text.width();
        line
    }

    pub(super) fn paint(self, line: &mut Line, mark: Mark, text: &str) {
        let style = style(mark);
        if !self.color || style.is_plain() {
            line.text.push_str(text);
        } else {
            line.text.push_str(&format!("{style}{text}{style:#}"));
        }
    }

    /// A part of a run, as a link where the run leads to a place that has an address. Every line has the whole link.
    fn write(self, line: &mut Line, run: &Run, part: &str) {
        let address = match (self.address, run.target.as_deref()) {
            (Some(address), Some(Target::Place { path, line, .. })) => address(path, *line),
            _ => None,
        };
        let Some(address) = address else { return self.paint(line, run.mark, part) };
        line.text.push_str(&format!("\x1b]8;;{address}\x1b\\"));
        self.paint(line, run.mark, part);
        line.text.push_str("\x1b]8;;\x1b\\");
    }

    /// The runs as lines of the pen's width.
    pub(in crate::render) fn wrap(self, runs: &Runs) -> Vec<Line> {
        let paragraph = Paragraph::new(runs, self.color);
        let paint = |Stretch { bytes, width }| {
            let mut line = Line { text: String::with_capacity(bytes.len()), width };
            for (number, piece) in paragraph.pieces(bytes) {
                self.write(&mut line, &runs.pieces[number], piece);
            }
            line
        };
        paragraph.lines(self.width).into_iter().map(paint).collect()
    }

    /// The runs with something before the first line and something before all others.
    pub(in crate::render) fn hung(self, runs: &Runs, first: &str, other: &str) -> Vec<Line> {
        let mut lead = self.painted(Mark::Faint, first);
        let follow = self.painted(Mark::Faint, other);
        let room = self.width.saturating_sub(lead.width.max(follow.width));
        let lines = self.within(room.max(1)).wrap(runs);
        let hang = |line: Line| {
            let mut whole = std::mem::replace(&mut lead, follow.clone());
            whole.push(&line);
            whole
        };
        lines.into_iter().map(hang).collect()
    }
}

/// How a mark looks where colours may be used.
fn style(mark: Mark) -> Style {
    match mark {
        Mark::Plain => Style::new(),
        Mark::Strong => Style::new().bold(),
        Mark::Faint | Mark::Place => Style::new().dimmed(),
        Mark::Name => AnsiColor::Cyan.on_default(),
        Mark::Quotation => Style::new().italic(),
        Mark::For => AnsiColor::Green.on_default(),
        Mark::Against => AnsiColor::Red.on_default(),
        Mark::Between => AnsiColor::Yellow.on_default(),
        Mark::Inferred => Style::new().italic().dimmed(),
        Mark::Added => AnsiColor::Green.on_default().underline(),
        Mark::Removed => AnsiColor::Red.on_default().effects(Effects::STRIKETHROUGH),
        Mark::Error => AnsiColor::Red.on_default().bold(),
        Mark::Warning => AnsiColor::Yellow.on_default().bold(),
    }
}
