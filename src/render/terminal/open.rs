//! Draws a table without lines, whose rows stand in groups below lines that go across: names wrapped at the left, words beside them.

use std::io;

use comfy_table::{ColumnConstraint, ContentArrangement, TableStyle, Width};

use crate::page::{Across, Mark, Row, Runs, TableOf as Table};
use crate::render::wrap::Paragraph;

use super::{Line, Pen, Put, under};

/// Columns for each level of indentation.
const INDENT: usize = 2;
/// The most columns that the name of a row takes in a line, its indentation included.
const NAME: usize = 28;
/// A heading takes no more lines than this, if its words are short enough.
const HEADING: usize = 2;
/// A line across all columns may be as long as this, however narrow they are together.
const LINE: usize = 80;
/// Stands for a column of painted text while the table is drawn, since colours and links take no room.
const PAINTED: char = '\u{E000}';

/// The widths of the columns, and what is left between two of them.
struct Layout {
    widths: Vec<usize>,
    gap: usize,
}

impl Layout {
    fn total(&self) -> usize {
        self.widths.iter().sum::<usize>() + self.gap * (self.widths.len() - 1)
    }
}

impl Pen<'_> {
    pub(super) fn put_open(self, table: &Table<'_>, put: &mut Put<'_>) -> io::Result<()> {
        let Some(layout) = self.layout(table) else {
            return match &table.narrow {
                Some(narrow) => self.put_open(narrow, put),
                None => self.put_rows(table, &self.squeezed(table), put),
            };
        };
        self.put_rows(table, &layout, put)
    }

    /// Widths in which all columns have room beside each other; `None` where they have not.
    fn layout(self, table: &Table<'_>) -> Option<Layout> {
        let natural = self.widths(table, true);
        let layouts = [2, 1].map(|gap| Layout { widths: natural.clone(), gap });
        if let Some(layout) = layouts.into_iter().find(|layout| layout.total() <= self.width) {
            return Some(layout);
        }
        // Words may be wrapped where there is no other form, and what is left is shared by those who want it.
        table.narrow.as_ref()?;
        let mut layout = Layout { widths: self.widths(table, false), gap: 1 };
        let mut left = self.width.checked_sub(layout.total())?;
        while left > 0 {
            let wants = |at: &usize| layout.widths[*at] < natural[*at];
            let Some(least) = (0..natural.len()).filter(wants).min_by_key(|at| layout.widths[*at]) else { break };
            layout.widths[least] += 1;
            left -= 1;
        }
        Some(layout)
    }

    /// Widths by which the last column takes what the others leave.
    fn squeezed(self, table: &Table<'_>) -> Layout {
        let mut widths = self.widths(table, true);
        let last = widths.len() - 1;
        let before = widths[..last].iter().map(|width| width + 2).sum::<usize>().min(self.width / 2);
        if last == 1 {
            widths[0] = widths[0].min(before.saturating_sub(2)).max(1);
        }
        widths[last] = self.width.saturating_sub(before).max(1);
        Layout { widths, gap: 2 }
    }

    /// The width that each column wants: of its longest line, or else of its longest word.
    fn widths(self, table: &Table<'_>, natural: bool) -> Vec<usize> {
        let mut widths: Vec<usize> = table.columns.iter().map(|column| self.heading_width(&column.heading)).collect();
        widths[0] = 1;
        let mut paragraph = Paragraph::default();
        for row in table.rows.iter().filter(|row| row.across.is_none()) {
            for (at, (cell, width)) in row.cells.iter().zip(&mut widths).enumerate() {
                let measure = paragraph.refill(&cell.runs, self.color).measure();
                let wanted = match at {
                    0 => (measure.natural + indent(row)).min(NAME),
                    _ if natural => measure.natural,
                    _ => measure.word,
                };
                *width = wanted.max(*width);
            }
        }
        widths
    }

    /// The least width in which a heading takes few lines, and no word of it is broken.
    fn heading_width(self, heading: &Runs) -> usize {
        let paragraph = Paragraph::new(heading, self.color);
        let measure = paragraph.measure();
        let fits = |width: &usize| paragraph.lines(*width).len() <= HEADING;
        (measure.word.max(1)..measure.natural).find(fits).unwrap_or(measure.natural.max(1))
    }

    fn put_rows(self, table: &Table<'_>, layout: &Layout, put: &mut Put<'_>) -> io::Result<()> {
        let rows: Vec<&Row> = table.rows.iter().collect();
        // A group without cells has no columns to be named.
        let has_cells = |at: usize| {
            let group =
                rows[at + 1..].iter().take_while(|row| row.across.as_ref().is_none_or(|across| !across.is_group));
            group.into_iter().any(|row| row.across.is_none())
        };
        let mut at = 0;
        for (number, stretch) in rows.chunk_by(|one, other| one.across.is_none() && other.across.is_none()).enumerate()
        {
            match &stretch[0].across {
                None => self.cells(layout, stretch).into_iter().try_for_each(&mut *put)?,
                Some(across) if across.is_group => {
                    if number > 0 {
                        put(Line::default())?;
                    }
                    let lines = if has_cells(at) {
                        self.group(table, layout, across)
                    } else {
                        self.wrap(&under(Mark::Strong, &across.runs))
                    };
                    lines.into_iter().try_for_each(&mut *put)?;
                }
                Some(across) => self.across(layout, across, indent(stretch[0])).into_iter().try_for_each(&mut *put)?,
            }
            at += stretch.len();
        }
        Ok(())
    }

    /// A heading with those of the columns beside it, or above them where it is long.
    fn group(self, table: &Table<'_>, layout: &Layout, across: &Across) -> Vec<Line> {
        let title = self.wrap(&under(Mark::Strong, &across.runs));
        if table.columns[1..].iter().all(|column| column.heading.is_empty()) {
            return title;
        }
        let headings = table.columns.iter().zip(&layout.widths);
        let mut cells: Vec<Vec<Line>> =
            headings.map(|(column, &width)| self.within(width).wrap(&under(Mark::Strong, &column.heading))).collect();
        let (mut lines, first) = match title.as_slice() {
            [line] if line.width <= layout.widths[0] => (Vec::new(), title),
            _ => (title, vec![Line::default()]),
        };
        cells[0] = first;
        lines.extend(self.drawn(layout, vec![cells]));
        lines
    }

    /// The same as `hung`, or just wrapped where nothing stands before it.
    fn stood_in(self, runs: &Runs, first: &str, other: &str) -> Vec<Line> {
        if first.is_empty() && other.is_empty() { self.wrap(runs) } else { self.hung(runs, first, other) }
    }

    /// A line across all columns, with a name at its end where there is room.
    fn across(self, layout: &Layout, across: &Across, indent: usize) -> Vec<Line> {
        let width = layout.total().max(LINE).min(self.width);
        let (first, other) = (" ".repeat(indent), " ".repeat(indent + INDENT));
        let mut lines = self.within(width).stood_in(&across.runs, &first, &other);
        let aside = Paragraph::new(&across.aside, self.color).measure().natural;
        if let Some(last) = lines.last_mut().filter(|last| aside > 0 && last.width + 2 + aside <= width) {
            last.pad(width - aside);
            let aside = self.wrap(&across.aside);
            for line in &aside {
                last.push(line);
            }
        }
        lines
    }

    /// Some rows of cells: words stand beside the last line of what they are about.
    fn cells(self, layout: &Layout, rows: &[&Row]) -> Vec<Line> {
        let cell = |row: &Row, at: usize, width: usize| {
            let Some(cell) = row.cells.get(at) else { return vec![Line::default()] };
            let indent = if at == 0 { indent(row).min(width / 2) } else { 0 };
            // A name that goes on stands in further.
            let fits = Paragraph::new(&cell.runs, self.color).measure().natural + indent <= width;
            let other = if at == 0 && !fits { " ".repeat(indent + INDENT) } else { String::new() };
            self.within(width).stood_in(&cell.runs, &" ".repeat(indent), &other)
        };
        let row = |row: &&Row| layout.widths.iter().enumerate().map(|(at, &width)| cell(row, at, width)).collect();
        self.drawn(layout, rows.iter().map(row).collect())
    }

    /// Rows of wrapped cells, each cell by its lines, put into their columns.
    fn drawn(self, layout: &Layout, rows: Vec<Vec<Vec<Line>>>) -> Vec<Line> {
        let mut table = comfy_table::Table::new();
        table.load_style(TableStyle::new()).set_content_arrangement(ContentArrangement::Disabled);
        let mut painted = Vec::new();
        for mut row in rows {
            let height = row.iter().map(Vec::len).max().unwrap_or(0);
            // The first line of words stands beside the last line of a name; several lines of words go on below it.
            let name = row[0].len();
            let words = row[1..].iter().map(Vec::len).max().unwrap_or(0);
            let above = if words == 1 { height - 1 } else { name.saturating_sub(1) };
            for cell in &mut row[1..] {
                cell.splice(0..0, std::iter::repeat_n(Line::default(), above));
            }
            let height = row.iter().map(Vec::len).max().unwrap_or(0);
            for at in 0..height {
                painted.extend(row.iter().filter_map(|cell| cell.get(at)).filter(|line| line.width > 0).cloned());
            }
            let text = |line: &Line| {
                if self.gives_orders() { PAINTED.to_string().repeat(line.width) } else { line.text.clone() }
            };
            let cells = row.iter().map(|cell| cell.iter().map(text).collect::<Vec<_>>().join("\n"));
            table.add_row(cells);
        }
        let last = layout.widths.len() - 1;
        for (number, (column, &width)) in table.column_iter_mut().zip(&layout.widths).enumerate() {
            let gap = if number < last { layout.gap } else { 0 };
            let whole = u16::try_from(width + gap).unwrap_or(u16::MAX);
            let gap = u16::try_from(gap).unwrap_or_default();
            column.set_padding((0, gap)).set_constraint(ColumnConstraint::Absolute(Width::Fixed(whole)));
        }
        let mut painted = painted.into_iter();
        table.lines().map(|line| self.repainted(&line, &mut painted)).collect()
    }

    /// A line as it was drawn, with painted text where it stands.
    fn repainted(self, drawn: &str, painted: &mut impl Iterator<Item = Line>) -> Line {
        let drawn = drawn.trim_end();
        let mut line = Line::default();
        if !self.gives_orders() {
            return self.painted(Mark::Plain, drawn);
        }
        let mut is_painted = false;
        for letter in drawn.chars() {
            match letter {
                PAINTED if is_painted => {}
                PAINTED => painted.next().iter().for_each(|text| line.push(text)),
                other => {
                    line.text.push(other);
                    line.width += 1;
                }
            }
            is_painted = letter == PAINTED;
        }
        line
    }
}

fn indent(row: &Row) -> usize {
    INDENT * usize::from(row.depth)
}
