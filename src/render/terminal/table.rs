//! Draws a table: cells wrapped in their columns, and columns that do not fit in bands below one another.

use std::borrow::Cow;

use crate::page::{Cell, Mark, Row, Runs, Table};
use crate::render::wrap::{Measure, Paragraph};

use super::bands::{Band, GAP, bands};
use super::{Line, Pen, under};

/// Columns for each level of indentation.
const INDENT: usize = 2;

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
        for (number, band) in bands.iter().enumerate() {
            if number > 0 {
                lines.push(Line::default());
            }
            if bands.len() > 1 {
                let (first, last) = (band.own.start - repeated + 1, band.own.end - repeated);
                let which = if first == last { format!("column {first}") } else { format!("columns {first}–{last}") };
                let which = format!("{which} of {}", table.columns.len() - repeated);
                lines.push(self.painted(Mark::Faint, &which));
            }
            self.band(table, band, &mut lines);
        }
        lines
    }

    /// What each column would like to have and needs.
    fn measures(self, table: &Table) -> Vec<Measure> {
        let heading = |column: &crate::page::Column| Paragraph::new(&column.heading, self.color).measure();
        let mut measures: Vec<Measure> = table.columns.iter().map(heading).collect();
        for row in &table.rows {
            for (at, (cell, column)) in row.cells.iter().zip(&mut measures).enumerate() {
                let measure = Paragraph::new(&cell.runs, self.color).measure();
                let indent = if at == 0 { INDENT * usize::from(row.depth) } else { 0 };
                column.natural = column.natural.max(measure.natural + indent);
                column.word = column.word.max(measure.word + indent);
            }
        }
        measures
    }

    fn band(self, table: &Table, band: &Band, lines: &mut Vec<Line>) {
        let headings: Vec<_> = band
            .columns
            .iter()
            .map(|&(at, width)| {
                let column = &table.columns[at];
                self.cell(&under(Mark::Strong, &column.heading), width, 0, column.numeric)
            })
            .collect();
        self.join(band, &headings, lines);
        lines.push(self.rule(band, "━", "━┿━"));
        if table.rows.is_empty() {
            lines.push(self.painted(Mark::Faint, "(no rows)"));
        }

        let rows: Vec<Vec<Vec<Line>>> = table.rows.iter().map(|row| self.row(table, band, row)).collect();
        // Where some rows take several lines, it must be seen where each begins.
        let apart = rows.iter().flatten().any(|cell| cell.len() > 1);
        for (number, (row, cells)) in table.rows.iter().zip(&rows).enumerate() {
            if number > 0 && (row.ruled || apart && row.depth == 0) {
                lines.push(self.rule(band, "─", "─┼─"));
            }
            self.join(band, cells, lines);
        }
    }

    fn row(self, table: &Table, band: &Band, row: &Row) -> Vec<Vec<Line>> {
        let none = Cell::default();
        let cell = |&(at, width): &(usize, usize)| {
            let cell = row.cells.get(at).unwrap_or(&none);
            let indent = if at == 0 { (INDENT * usize::from(row.depth)).min(width / 2) } else { 0 };
            self.cell(&cell.runs, width, indent, table.columns[at].numeric)
        };
        band.columns.iter().map(cell).collect()
    }

    fn cell(self, runs: &Runs, width: usize, indent: usize, numeric: bool) -> Vec<Line> {
        let mut lines = self.within(width - indent).wrap(runs);
        for line in &mut lines {
            let lead = if numeric { width.saturating_sub(line.width) } else { indent };
            if lead > 0 {
                line.text.insert_str(0, &" ".repeat(lead));
                line.width += lead;
            }
        }
        lines
    }

    /// Sets cells beside each other.
    fn join(self, band: &Band, cells: &[Vec<Line>], lines: &mut Vec<Line>) {
        let bar = self.painted(Mark::Faint, " │ ");
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        for at in 0..height {
            let (mut whole, mut edge) = (Line::default(), 0);
            for (number, (cell, (_, width))) in cells.iter().zip(&band.columns).enumerate() {
                if number > 0 {
                    whole.pad(edge);
                    whole.push(&bar);
                    edge += GAP;
                }
                if let Some(line) = cell.get(at) {
                    whole.push(line);
                }
                edge += width;
            }
            lines.push(whole);
        }
    }

    fn rule(self, band: &Band, stroke: &str, crossing: &str) -> Line {
        let strokes: Vec<Cow<'_, str>> = band.columns.iter().map(|&(_, width)| stroke.repeat(width).into()).collect();
        self.painted(Mark::Faint, &strokes.join(crossing))
    }
}
