//! Tables in LaTeX, with the lines of `booktabs`: over several pages where they are long, and long texts wrapped in their columns.

use std::io::{self, Write};

use crate::page::{Column, Look, Row, TableOf as Table};
use crate::render::anchors::{Rank, about, first};
use crate::render::natural::{lengths, shares};

use super::escape::{Writer, place};

/// Letters that stand beside each other on the page. Columns that are longer together are wrapped.
const LETTERS: usize = 85;
/// With more columns than this, or than the second, they are set in smaller letters.
const MANY: [usize; 2] = [7, 11];

impl Writer<'_> {
    pub(super) fn table(self, table: &Table<'_>, out: &mut dyn Write) -> io::Result<()> {
        let count = table.columns.len();
        if let Some(caption) = &table.caption {
            writeln!(out, "\n\\textbf{{{}}}", self.line(caption, None))?;
        }
        if count == 0 {
            return Ok(());
        }
        let size = MANY.iter().filter(|many| count > **many).count();
        let size = [
            "\\small\\setlength{\\tabcolsep}{4pt}",
            "\\footnotesize\\setlength{\\tabcolsep}{3pt}",
            "\\scriptsize\\setlength{\\tabcolsep}{2pt}",
        ][size];
        writeln!(out, "\n{{{size}\n\\begin{{longtable}}[l]{{@{{}}{}@{{}}}}\n\\toprule", columns(table))?;
        if table.look != Look::Grouped {
            let heads: Vec<String> = table.columns.iter().map(|column| self.head(column)).collect();
            writeln!(out, "{} \\\\\n\\midrule", heads.join(" & "))?;
        }
        writeln!(out, "\\endhead\n\\bottomrule\n\\endfoot")?;
        for (at, row) in table.shown_rows().enumerate() {
            self.row(table, &row, at == 0, out)?;
        }
        if table.is_empty() {
            writeln!(out, "\\multicolumn{{{count}}}{{@{{}}l@{{}}}}{{(no rows)}} \\\\")?;
        }
        writeln!(out, "\\end{{longtable}}\n}}")
    }

    fn head(self, column: &Column) -> String {
        let thing = first(&column.heading);
        let place = self.0.place(Rank::Column, thing);
        let words = self.line(&column.heading, place.as_ref().and(thing));
        let words = if words.is_empty() { words } else { format!("\\textbf{{{words}}}") };
        format!("{}{words}", self::place(place))
    }

    fn row(self, table: &Table<'_>, row: &Row, is_first: bool, out: &mut dyn Write) -> io::Result<()> {
        let (rank, thing) = about(row);
        let place = self.0.place(rank, thing);
        let own = place.as_ref().and(thing);
        let indent = self::place(place.clone()) + &"\\quad{}".repeat(row.depth.min(12).into());
        let Some(across) = &row.across else {
            let cell = |at: usize| row.cells.get(at).map(|cell| self.runs(&cell.runs, own)).unwrap_or_default();
            let cells: Vec<String> = (0..table.columns.len()).map(cell).collect();
            return writeln!(out, "{indent}{} \\\\", cells.join(" & "));
        };
        let mut words = self.runs(&across.runs, own);
        if !across.aside.is_empty() {
            words.push_str(&format!(" ({})", self.line(&across.aside, own)));
        }
        if !across.is_group {
            let count = table.columns.len();
            return writeln!(
                out,
                "\\multicolumn{{{count}}}{{@{{}}>{{\\raggedright}}p{{\\linewidth}}@{{}}}}{{{indent}{words}}} \\\\"
            );
        }
        let heads: Vec<String> = table.columns[1..].iter().map(|column| self.head(column)).collect();
        let rule = if is_first { "" } else { "\\midrule\n" };
        let gap = heads.iter().map(|head| format!(" & {head}")).collect::<String>();
        writeln!(out, "{rule}{indent}\\textbf{{{words}}}{gap} \\\\\n\\midrule")
    }
}

/// How the columns are set: numbers at the right, texts as they are where all have room, else wrapped by how much stands in them.
fn columns(table: &Table<'_>) -> String {
    let lengths = lengths(table);
    let has_lines = |at: usize| {
        table
            .rows
            .iter()
            .filter_map(|row| row.cells.get(at))
            .any(|cell| cell.runs.pieces.iter().any(|run| run.text.contains('\n')))
    };
    let fits = table.made.is_empty()
        && table.look != Look::Grouped
        && lengths.iter().sum::<usize>() + 2 * lengths.len() <= LETTERS;
    let shares = shares(&lengths);
    let columns = table.columns.iter().zip(shares).enumerate().map(|(at, (column, share))| {
        let side = if column.numeric { "raggedleft" } else { "raggedright" };
        match column.numeric {
            true if fits => "r".to_owned(),
            false if fits && !has_lines(at) => "l".to_owned(),
            _ => format!(">{{\\{side}\\arraybackslash}}p{{\\dimexpr{share:.4}\\linewidth-2\\tabcolsep\\relax}}"),
        }
    });
    columns.collect()
}
