//! Draws the lines of a difference: a sign in the first column, and whose a line is at its end.

use crate::page::{Line as Shown, Mark, Whose};
use crate::render::text::plain;

use super::{Line, Pen, under};
use unicode_width::UnicodeWidthStr;

/// Columns between a line and its remark.
const GAP: usize = 2;
/// A remark takes a part of the width at most: one of so many.
const PART: usize = 3;

impl Pen<'_> {
    /// Each line behind its sign; colour only repeats what the sign says.
    pub(super) fn lines(self, lines: &[Shown]) -> Vec<Line> {
        let longest = lines.iter().map(|line| plain(&line.remark).width()).max().unwrap_or(0);
        let beside = longest.min(self.width / PART);
        lines.iter().flat_map(|line| self.line(line, beside)).collect()
    }

    fn line(self, line: &Shown, beside: usize) -> Vec<Line> {
        let indent = "  ".repeat(line.depth.into());
        let sign = match line.whose {
            Whose::First => Mark::Against,
            Whose::Second => Mark::For,
            Whose::Both => Mark::Plain,
        };
        let room = if line.remark.is_empty() { self.width } else { self.width.saturating_sub(beside + GAP) };
        let inside = self.within(room.saturating_sub(4 + indent.len()).max(1)).wrap(&line.runs);
        let remarks = self.within(beside.max(1)).wrap(&under(Mark::Faint, &line.remark));
        let remarks = if line.remark.is_empty() { Vec::new() } else { remarks };
        let row = |at: usize| {
            let mut whole = self.painted(sign, &line.whose.sign().to_string());
            whole.push(&self.painted(Mark::Plain, &format!(" {indent}{}", if at == 0 { "" } else { "  " })));
            if let Some(text) = inside.get(at) {
                whole.push(text);
            }
            if let Some(remark) = remarks.get(at) {
                whole.pad(self.width.saturating_sub(beside));
                whole.push(remark);
            }
            whole
        };
        (0..inside.len().max(remarks.len())).map(row).collect()
    }
}
