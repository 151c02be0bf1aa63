//! Draws a table: cells wrapped in their columns, and columns that do not fit in bands below one another.

use std::borrow::Borrow;
use std::io;
use std::rc::Rc;

use comfy_table::{ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, TableStyle, Width};
use foldhash::HashMap;
use rayon::prelude::*;
use unicode_width::UnicodeWidthStr;

use crate::page::{BlockOf, Column, Look, Mark, Row, Runs, TableOf as Table, Words};
use crate::render::wrap::{Measure, Paragraph};

use super::bands::{Band, GAP, bands};
use super::{Line, Pen, Put, kept, under};

/// Columns for each level of indentation.
const INDENT: usize = 2;
/// Rows that are measured by one core before it looks for more.
const ROWS_AT_ONCE: usize = 16;
/// The same of rows that have to be made.
const MADE_AT_ONCE: usize = 1 << 12;

impl Pen<'_> {
    pub(super) fn table(self, table: &Table<'_>) -> Vec<Line> {
        kept(|put| self.put_table(table, None, put))
    }

    /// Measures of tables that are read as lists, by how many columns they have: several of a page stand in the same columns.
    pub(super) fn alike(self, blocks: &[BlockOf<'_>]) -> HashMap<usize, Vec<Measure>> {
        let mut alike: HashMap<usize, Vec<Measure>> = HashMap::default();
        let tables = blocks.iter().filter_map(|block| match block {
            BlockOf::Table(table) if table.look == Look::List => Some(table),
            _ => None,
        });
        for table in tables {
            let measures = self.measures(table);
            match alike.get_mut(&measures.len()) {
                Some(known) => known.iter_mut().zip(measures).for_each(|(column, measure)| column.widen(measure, 0)),
                None => _ = alike.insert(measures.len(), measures),
            }
        }
        alike
    }

    /// Puts the lines of a table. Rows that are made when they are looked at are made to be measured, and again for each
    /// band to be drawn.
    pub(super) fn put_table(
        self,
        table: &Table<'_>,
        alike: Option<&Vec<Measure>>,
        put: &mut Put<'_>,
    ) -> io::Result<()> {
        if let Some(caption) = &table.caption {
            self.wrap(&under(Mark::Strong, caption)).into_iter().try_for_each(&mut *put)?;
        }
        if table.columns.is_empty() {
            return Ok(());
        }
        if table.look == Look::Grouped {
            return self.put_open(table, put);
        }
        let own = || self.measures(table);
        let bands = bands(&alike.cloned().unwrap_or_else(own), table.fixed, self.width);
        let repeated = bands[0].columns.len() - bands[0].own.len();
        // Several bands of what is there already are drawn at once.
        let drawn = (bands.len() > 1 && table.made.is_empty())
            .then(|| bands.par_iter().map(|band| kept(|put| self.band(table, band, put))).collect::<Vec<_>>());
        let mut drawn = drawn.map(Vec::into_iter);
        for (number, band) in bands.iter().enumerate() {
            if number > 0 {
                put(Line::default())?;
            }
            if bands.len() > 1 {
                let (first, last) = (band.own.start - repeated + 1, band.own.end - repeated);
                let which = if first == last { format!("column {first}") } else { format!("columns {first}–{last}") };
                let which = format!("{which} of {}", table.columns.len() - repeated);
                put(self.painted(Mark::Faint, &which))?;
            }
            match drawn.as_mut().and_then(Iterator::next) {
                Some(lines) => lines.into_iter().try_for_each(&mut *put)?,
                None => self.band(table, band, put)?,
            }
        }
        Ok(())
    }

    /// Widths that each column would like to have and needs.
    fn measures(self, table: &Table<'_>) -> Vec<Measure> {
        let kept = table.rows.par_chunks(ROWS_AT_ONCE).map(|rows| self.measures_of(table, rows.iter()));
        let mut parts: Vec<Vec<Measure>> = kept.collect();
        let starts: Vec<usize> = (0..table.made.len()).step_by(MADE_AT_ONCE).collect();
        let made = starts.into_par_iter().map(|start| {
            let rows = table.made.part(start..table.made.len().min(start + MADE_AT_ONCE));
            self.measures_of(table, rows)
        });
        parts.extend(made.collect::<Vec<_>>());
        let heading = |column: &Column| Paragraph::new(&column.heading, self.color).measure();
        let mut measures: Vec<Measure> = table.columns.iter().map(heading).collect();
        for part in parts {
            measures.iter_mut().zip(part).for_each(|(column, measure)| column.widen(measure, 0));
        }
        measures
    }

    /// The same of some rows.
    fn measures_of(self, table: &Table<'_>, rows: impl Iterator<Item = impl Borrow<Row>>) -> Vec<Measure> {
        let mut measures = vec![Measure::default(); table.columns.len()];
        let mut paragraph = Paragraph::default();
        let mut known: HashMap<usize, Measure> = HashMap::default();
        for row in rows {
            let row = row.borrow();
            for (at, (cell, column)) in row.cells.iter().zip(&mut measures).enumerate() {
                let indent = if at == 0 { INDENT * usize::from(row.depth) } else { 0 };
                let mut measure = || paragraph.refill(&cell.runs, self.color).measure();
                let measure = match cell.runs.address() {
                    Some(address) => *known.entry(address).or_insert_with(measure),
                    None => measure(),
                };
                column.widen(measure, indent);
            }
        }
        measures
    }

    fn band(self, table: &Table<'_>, band: &Band, put: &mut Put<'_>) -> io::Result<()> {
        let headings = band.columns.iter().map(|&(at, width)| {
            let column = &table.columns[at];
            Rc::from(self.cell(&under(Mark::Strong, &column.heading), width, 0, column.numeric))
        });
        let headings: Vec<Rc<[Line]>> = headings.collect();
        let frame = Frame::new(band, table.look == Look::List);
        // Without headings, too, there is a line above the one below them.
        let has_headings = band.columns.iter().any(|&(at, _)| !table.columns[at].heading.is_empty());
        let height = match (headings.iter().map(|cell| cell.len()).max(), table.look == Look::List && !has_headings) {
            (_, true) => 0,
            (height, false) => height.unwrap_or(0).max(usize::from(table.look != Look::List)),
        };
        (0..height).try_for_each(|at| put(frame.line(band, &headings, at)))?;
        frame.below_head.clone().into_iter().try_for_each(&mut *put)?;
        if table.is_empty() {
            put(self.painted(Mark::Faint, "(no rows)"))?;
        }
        let (mut known, mut before) = (HashMap::default(), None);
        for row in table.shown_rows() {
            let cells = self.row(table, band, &row, &mut known);
            let height = cells.iter().map(|cell| cell.len()).max().unwrap_or(0);
            // Below a row of one line, it is seen where the next begins.
            if table.look != Look::List && before.is_some_and(|before| row.ruled || row.depth == 0 && before > 1) {
                put(self.rule(band))?;
            }
            (0..height).try_for_each(|at| put(frame.line(band, &cells, at)))?;
            before = Some(height);
        }
        Ok(())
    }

    fn row(self, table: &Table<'_>, band: &Band, row: &Row, known: &mut HashMap<Known, Rc<[Line]>>) -> Vec<Rc<[Line]>> {
        let none = Words::default();
        let mut cell = |&(at, width): &(usize, usize)| {
            let words = row.cells.get(at).map_or(&none, |cell| &cell.runs);
            let indent = if at == 0 { (INDENT * usize::from(row.depth)).min(width / 2) } else { 0 };
            let numeric = table.columns[at].numeric;
            let draw = || Rc::from(self.cell(words, width, indent, numeric));
            match words.address() {
                Some(address) => known.entry((address, width, indent, numeric)).or_insert_with(draw).clone(),
                None => draw(),
            }
        };
        band.columns.iter().map(&mut cell).collect()
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

/// Measures of a cell that others share: the address of its words, its width, its indentation, whether it is a number.
type Known = (usize, usize, usize, bool);

/// How tables look: a line below the headings, and one between columns.
const STYLE: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none().junction('│'))
    .header_separator(LineStyle::none().fill('━').junction('┿'))
    .content_lines(ContentLineStyle::none().junction('│'));

/// How a table looks that is read as a list.
const OPEN: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none().junction(' '))
    .content_lines(ContentLineStyle::none().junction(' '));

/// Lines around the cells of a band.
struct Frame {
    /// The line below the headings, where there is one.
    below_head: Option<Line>,
    /// Text before each column but the first.
    between: Vec<String>,
}

impl Frame {
    /// Drawn empty: of a million cells none needs to be looked at again to see where it ends.
    fn new(band: &Band, open: bool) -> Frame {
        let mut table = comfy_table::Table::new();
        let empty = vec![""; band.columns.len()];
        let style = if open { OPEN } else { STYLE };
        table.load_style(style).set_content_arrangement(ContentArrangement::Disabled).set_header(empty.clone());
        table.add_row(empty);
        let last = band.columns.len() - 1;
        for (number, (column, (_, width))) in table.column_iter_mut().zip(&band.columns).enumerate() {
            let padding = (u16::from(number > 0), u16::from(number < last));
            let width = u16::try_from(*width).unwrap_or(u16::MAX).saturating_add(padding.0 + padding.1);
            column.set_padding(padding).set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
        }
        let mut lines: Vec<String> = table.lines().collect();
        let row = lines.pop().unwrap_or_default();
        let mut rest = row.chars();
        let between = band.columns[..last].iter().map(|(_, width)| rest.by_ref().skip(*width).take(GAP).collect());
        let between = between.collect();
        let below_head = lines.pop().filter(|_| !open).map(|text| Line { width: text.width(), text });
        Frame { below_head, between }
    }

    /// One of the lines of a row, with what stands there of each cell.
    fn line(&self, band: &Band, cells: &[Rc<[Line]>], at: usize) -> Line {
        let mut whole = Line::default();
        let mut end = 0;
        for (number, (cell, (_, width))) in cells.iter().zip(&band.columns).enumerate() {
            if let Some(between) = number.checked_sub(1).map(|before| &self.between[before]) {
                whole.pad(end);
                whole.text.push_str(between);
                end += GAP;
                whole.width += GAP;
            }
            if let Some(line) = cell.get(at) {
                whole.push(line);
            }
            end += width;
        }
        let trimmed = whole.text.trim_end().len();
        whole.width -= whole.text[trimmed..].width();
        whole.text.truncate(trimmed);
        whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Cell;
    use crate::render::options::Options;
    use crate::render::terminal::print;

    fn drawn(ruled: bool, open: bool) -> String {
        let row = |text: &str| Row { cells: vec![Cell::text(text), Cell::text("x")], ruled, ..Row::default() };
        let table = Table {
            columns: ["one", "two"].map(|key| Column::new(key, key)).to_vec(),
            rows: ["a", "b", "c\nd", "e"].map(row).to_vec(),
            look: if open { Look::List } else { Look::Ruled },
            ..Table::default()
        };
        print(&Pen::new(&Options::default()).table(&table))
    }

    #[test]
    fn a_rule_stands_only_below_a_row_of_several_lines() {
        let head = "one │ two\n━━━━┿━━━━\n";
        let rule = "────┼────\n";
        assert_eq!(drawn(false, false), format!("{head}a   │ x\nb   │ x\nc   │ x\nd   │\n{rule}e   │ x\n"));
        assert_eq!(drawn(true, false), format!("{head}a   │ x\n{rule}b   │ x\n{rule}c   │ x\nd   │\n{rule}e   │ x\n"));
    }

    #[test]
    fn a_table_that_is_read_as_a_list_has_no_lines() {
        assert_eq!(drawn(true, true), "one   two\na     x\nb     x\nc     x\nd\ne     x\n");
    }
}
