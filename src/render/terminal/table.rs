//! Draws a table: cells wrapped in their columns, and columns that do not fit in bands below one another.

use rayon::prelude::*;

use crate::page::{Cell, Column, Mark, Row, Runs, Table};
use crate::render::wrap::{Measure, Paragraph, Stretch};

use super::bands::{Band, GAP, bands};
use super::{Line, Pen, under};

/// Columns for each level of indentation.
const INDENT: usize = 2;
/// Rows that are measured by one core before it looks for more.
const ROWS_AT_ONCE: usize = 16;

impl Pen {
    pub(super) fn table(self, table: &Table) -> Vec<Line> {
        let mut lines = Vec::new();
        if let Some(caption) = &table.caption {
            lines.extend(self.wrap(&under(Mark::Strong, caption)));
        }
        if table.columns.is_empty() {
            return lines;
        }
        let bands = bands(&self.measures(table), table.fixed, self.width);
        let repeated = bands[0].columns.len() - bands[0].own.len();
        let drawn: Vec<Vec<Line>> = bands.par_iter().map(|band| self.band(table, band)).collect();
        for (number, (band, drawn)) in bands.iter().zip(drawn).enumerate() {
            if number > 0 {
                lines.push(Line::default());
            }
            if bands.len() > 1 {
                let (first, last) = (band.own.start - repeated + 1, band.own.end - repeated);
                let which = if first == last { format!("column {first}") } else { format!("columns {first}–{last}") };
                let which = format!("{which} of {}", table.columns.len() - repeated);
                lines.push(self.painted(Mark::Faint, &which));
            }
            lines.extend(drawn);
        }
        lines
    }

    /// What each column would like to have and needs.
    fn measures(self, table: &Table) -> Vec<Measure> {
        let of_rows = |rows: &[Row]| {
            let mut measures = vec![Measure::default(); table.columns.len()];
            let mut paragraph = Paragraph::default();
            for row in rows {
                for (at, (cell, column)) in row.cells.iter().zip(&mut measures).enumerate() {
                    let indent = if at == 0 { INDENT * usize::from(row.depth) } else { 0 };
                    column.widen(paragraph.refill(&cell.runs, self.color).measure(), indent);
                }
            }
            measures
        };
        let parts: Vec<Vec<Measure>> = table.rows.par_chunks(ROWS_AT_ONCE).map(of_rows).collect();
        let heading = |column: &Column| Paragraph::new(&column.heading, self.color).measure();
        let mut measures: Vec<Measure> = table.columns.iter().map(heading).collect();
        for part in parts {
            measures.iter_mut().zip(part).for_each(|(column, measure)| column.widen(measure, 0));
        }
        measures
    }

    fn band(self, table: &Table, band: &Band) -> Vec<Line> {
        let mut lines = Vec::with_capacity(table.rows.len() + 2);
        let mut slots: Vec<Slot> = Vec::with_capacity(band.columns.len());
        for &(at, width) in &band.columns {
            let start = slots.last().map_or(0, |slot| slot.start + slot.width + GAP);
            let mut slot = Slot { start, width, numeric: table.columns[at].numeric, ..Slot::default() };
            slot.fill(self, &under(Mark::Strong, &table.columns[at].heading), 0);
            slots.push(slot);
        }
        self.abreast(&slots, &mut lines);
        lines.push(self.painted(Mark::Plain, &across(band, "━", "━┿━")));
        if table.rows.is_empty() {
            lines.push(self.painted(Mark::Faint, "(no rows)"));
        }
        let none = Cell::default();
        let mut before = None;
        for row in &table.rows {
            for (&(at, width), slot) in band.columns.iter().zip(&mut slots) {
                let indent = if at == 0 { (INDENT * usize::from(row.depth)).min(width / 2) } else { 0 };
                slot.fill(self, &row.cells.get(at).unwrap_or(&none).runs, indent);
            }
            // Below a row of one line, it is seen where the next begins.
            if before.is_some_and(|before| row.ruled || row.depth == 0 && before > 1) {
                lines.push(self.painted(Mark::Faint, &across(band, "─", "─┼─")));
            }
            before = Some(self.abreast(&slots, &mut lines));
        }
        lines
    }

    /// The cells of a row beside each other, and how many lines that takes.
    fn abreast(self, slots: &[Slot], lines: &mut Vec<Line>) -> usize {
        let height = slots.iter().map(|slot| slot.lines.len()).max().unwrap_or(0);
        for number in 0..height {
            let mut line = Line { text: String::with_capacity(2 * self.width), width: 0 };
            for slot in slots {
                if slot.start > 0 {
                    line.pad(slot.start - 2);
                    line.text.push('│');
                    line.width += 1;
                }
                let Some(Stretch { bytes, width }) = slot.lines.get(number).filter(|line| !line.bytes.is_empty())
                else {
                    continue;
                };
                let lead = if slot.numeric { slot.width.saturating_sub(*width) } else { slot.indent };
                line.pad(slot.start + lead);
                for (mark, piece) in slot.paragraph.pieces(bytes.clone()) {
                    self.paint(&mut line, mark, piece);
                }
                line.width += width;
            }
            lines.push(line);
        }
        height
    }
}

/// A column of a band, with the cell in it that is being drawn.
#[derive(Default)]
struct Slot {
    start: usize,
    width: usize,
    numeric: bool,
    indent: usize,
    paragraph: Paragraph,
    lines: Vec<Stretch>,
}

impl Slot {
    fn fill(&mut self, pen: Pen, runs: &Runs, indent: usize) {
        self.paragraph.refill(runs, pen.color).fill(self.width - indent, &mut self.lines);
        self.indent = indent;
    }
}

/// A line through all columns of a band.
fn across(band: &Band, stroke: &str, crossing: &str) -> String {
    let strokes: Vec<String> = band.columns.iter().map(|&(_, width)| stroke.repeat(width)).collect();
    strokes.join(crossing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Options;
    use crate::render::terminal::print;

    fn drawn(ruled: bool) -> String {
        let row = |text: &str| Row { cells: vec![Cell::text(text), Cell::text("x")], ruled, ..Row::default() };
        let table = Table {
            columns: ["one", "two"].map(|key| Column::new(key, key)).to_vec(),
            rows: ["a", "b", "c\nd", "e"].map(row).to_vec(),
            ..Table::default()
        };
        print(&Pen::new(&Options::default()).table(&table))
    }

    #[test]
    fn a_rule_stands_only_below_a_row_of_several_lines() {
        let head = "one │ two\n━━━━┿━━━━\n";
        let rule = "────┼────\n";
        assert_eq!(drawn(false), format!("{head}a   │ x\nb   │ x\nc   │ x\nd   │\n{rule}e   │ x\n"));
        assert_eq!(drawn(true), format!("{head}a   │ x\n{rule}b   │ x\n{rule}c   │ x\nd   │\n{rule}e   │ x\n"));
    }
}
