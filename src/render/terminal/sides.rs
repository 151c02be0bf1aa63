//! Sets what is held beside each other side by side where there is room, else above one another.

use crate::page::{Mark, SideOf as Side};

use super::{Line, Pen, under};

/// Columns that a side needs to be read with ease.
const ENOUGH: usize = 36;
/// Line between two sides.
const BETWEEN: &str = " │ ";

impl Pen<'_> {
    pub(super) fn sides(self, sides: &[Side<'_>]) -> Vec<Line> {
        let gaps = 3 * sides.len().saturating_sub(1);
        let width = self.width.saturating_sub(gaps) / sides.len().max(1);
        if sides.len() > 1 && width >= ENOUGH {
            let columns: Vec<_> = sides.iter().map(|side| self.within(width).side(side)).collect();
            // Text that is shown letter for letter is never wrapped: where it does not fit, nothing stands beside it.
            if columns.iter().flatten().all(|line| line.width <= width) {
                return self.beside(&columns, width);
            }
        }
        let mut lines = Vec::new();
        for side in sides {
            if !lines.is_empty() {
                lines.push(Line::default());
            }
            lines.extend(self.side(side));
        }
        lines
    }

    fn side(self, side: &Side<'_>) -> Vec<Line> {
        let mut lines = Vec::new();
        if !side.heading.is_empty() {
            lines = self.wrap(&under(Mark::Strong, &side.heading));
            let width = lines.iter().map(|line| line.width).max().unwrap_or(0);
            lines.push(self.painted(Mark::Faint, &"─".repeat(width)));
        }
        lines.extend(self.blocks(&side.blocks));
        lines
    }

    fn beside(self, columns: &[Vec<Line>], width: usize) -> Vec<Line> {
        let height = columns.iter().map(Vec::len).max().unwrap_or(0);
        let between = self.painted(Mark::Faint, BETWEEN);
        let row = |at: usize| {
            let mut whole = Line::default();
            for (number, column) in columns.iter().enumerate() {
                if number > 0 {
                    whole.pad(number * (width + between.width) - between.width);
                    whole.push(&between);
                }
                if let Some(line) = column.get(at) {
                    whole.push(line);
                }
            }
            whole
        };
        (0..height).map(row).collect()
    }
}
