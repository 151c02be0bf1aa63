//! Draws a table: cells wrapped in their columns, and columns that do not fit in bands below one another.

use comfy_table::{ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, TableStyle, Width};
use rayon::prelude::*;
use unicode_width::UnicodeWidthStr;

use crate::page::{Cell, Column, Mark, Row, Runs, Table};
use crate::render::wrap::{Measure, Paragraph};

use super::bands::{Band, bands};
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
        let headings = band.columns.iter().map(|&(at, width)| {
            let column = &table.columns[at];
            self.cell(&under(Mark::Strong, &column.heading), width, 0, column.numeric)
        });
        let headings: Vec<Vec<Line>> = headings.collect();
        let rows: Vec<Vec<Vec<Line>>> = table.rows.iter().map(|row| self.row(table, band, row)).collect();
        let mut drawn = draw(band, &headings, &rows).into_iter();
        lines.extend(drawn.by_ref().take(height(&headings) + 1));
        if table.rows.is_empty() {
            lines.push(self.painted(Mark::Faint, "(no rows)"));
        }
        let mut before = None;
        for (row, cells) in table.rows.iter().zip(&rows) {
            let height = height(cells);
            // Below a row of one line, it is seen where the next begins.
            if before.is_some_and(|before| row.ruled || row.depth == 0 && before > 1) {
                lines.push(self.rule(band));
            }
            lines.extend(drawn.by_ref().take(height));
            before = Some(height);
        }
        lines
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

    fn rule(self, band: &Band) -> Line {
        let strokes: Vec<String> = band.columns.iter().map(|&(_, width)| "─".repeat(width)).collect();
        self.painted(Mark::Faint, &strokes.join("─┼─"))
    }
}

/// How tables look: a line below the headings, and one between columns.
const STYLE: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none().junction('│'))
    .header_separator(LineStyle::none().fill('━').junction('┿'))
    .content_lines(ContentLineStyle::none().junction('│'));

/// How many lines a row takes.
fn height(cells: &[Vec<Line>]) -> usize {
    cells.iter().map(Vec::len).max().unwrap_or(0)
}

/// Sets cells, wrapped already, beside each other: the lines of the headings, one below them, and those of all rows.
fn draw(band: &Band, headings: &[Vec<Line>], rows: &[Vec<Vec<Line>>]) -> Vec<Line> {
    let mut table = comfy_table::Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Disabled).set_header(texts(headings));
    table.add_rows(rows.iter().map(|cells| texts(cells)));
    let last = band.columns.len() - 1;
    for (number, (column, (_, width))) in table.column_iter_mut().zip(&band.columns).enumerate() {
        let padding = (u16::from(number > 0), u16::from(number < last));
        let width = u16::try_from(*width).unwrap_or(u16::MAX).saturating_add(padding.0 + padding.1);
        column.set_padding(padding).set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
    }
    let line = |text: String| {
        let text = text.trim_end().to_owned();
        Line { width: text.width(), text }
    };
    table.lines().map(line).collect()
}

/// The lines of each cell as one text.
fn texts(cells: &[Vec<Line>]) -> Vec<String> {
    let joined = |cell: &Vec<Line>| cell.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
    cells.iter().map(joined).collect()
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
