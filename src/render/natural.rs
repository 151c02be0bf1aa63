//! Lengths of the columns of a table, by which a document shares the width of its page.

use unicode_width::UnicodeWidthStr;

use crate::page::{Look, Row, TableOf as Table};

use super::text::plain;

/// So many of the rows that are made when they are looked at are looked at to see how long they are.
const LOOKED_AT: usize = 100;
/// A heading is set in strong letters, which are wider: it counts for so many more.
const STRONG: usize = 2;
/// The least and the most that a column counts for, in letters.
const COUNTED: [usize; 2] = [6, 40];

/// The letters of the longest line of each column, its heading among them; a wide letter counts as two.
pub(super) fn lengths(table: &Table<'_>) -> Vec<usize> {
    let longest = |text: &str| text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
    let headed = usize::from(table.look == Look::Grouped);
    let heads = table.columns.iter().enumerate();
    let heads = heads.map(|(at, column)| if at < headed { 0 } else { longest(&plain(&column.heading)) + STRONG });
    let mut lengths: Vec<usize> = heads.collect();
    let mut add = |row: &Row| {
        // A line across has room in all columns together.
        for (at, (cell, length)) in row.cells.iter().zip(&mut lengths).enumerate().filter(|_| row.across.is_none()) {
            let indent = if at == 0 { 2 * usize::from(row.depth) } else { 0 };
            *length = (*length).max(longest(&plain(&cell.runs)) + indent);
        }
    };
    table.rows.iter().for_each(&mut add);
    table.made.part(0..table.made.len().min(LOOKED_AT)).for_each(|row| add(&row));
    lengths
}

/// Parts of the width for columns of these lengths; together 1.
pub(super) fn shares(lengths: &[usize]) -> Vec<f64> {
    let counted: Vec<f64> = lengths.iter().map(|length| (*length).clamp(COUNTED[0], COUNTED[1]) as f64).collect();
    let whole: f64 = counted.iter().sum();
    counted.iter().map(|counted| counted / whole).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Cell, Column, Made};

    #[test]
    fn the_longest_line_counts_wherever_its_row_is_kept() {
        let row = |text: &str| Row { cells: vec![Cell::text("x"), Cell::text(text)], depth: 3, ..Row::default() };
        let mut table = Table {
            columns: vec![Column::new("a", "a"), Column::new("b", "heading")],
            rows: vec![row("one\na longer line"), Row::across(0, "a line that goes across all of it", "".into())],
            ..Table::default()
        };
        assert_eq!(lengths(&table), [7, 13]);
        table.made = Made::new(1, move |_| row("日本語日本語日本語"));
        assert_eq!(lengths(&table), [7, 18]);
        assert_eq!(shares(&[10, 30, 0, 400]), [10.0 / 86.0, 30.0 / 86.0, 6.0 / 86.0, 40.0 / 86.0]);
    }
}
