//! Tables in HTML: each in a box of its own that can be scrolled, with heads that say what they are heads of.

use std::io::{self, Write};

use maud::{Markup, html};

use crate::page::{Across, Cell, Column, Look, Row, TableOf as Table, Target};
use crate::render::anchors::{Rank, about, first};
use crate::render::text::plain;

use super::{Paper, deep};

/// With more columns than this a table does not fit on paper unless its words may be broken.
const MANY: usize = 10;

impl Paper<'_> {
    pub(super) fn table(&self, table: &Table<'_>, out: &mut dyn Write) -> io::Result<()> {
        let label = html! { (table.caption.as_ref().map_or("Table".to_owned(), plain)) };
        // It can be scrolled with the keyboard alone, and says what it is.
        write!(out, "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">", label.0)?;
        let class = if table.columns.len() > MANY { " class=\"many\"" } else { "" };
        let head = html! {
            @if let Some(caption) = &table.caption { caption { (self.runs(caption)) } }
            @if table.look != Look::Grouped {
                thead { tr { @for column in &table.columns { (self.heading_of(column)) } } }
            }
        };
        write!(out, "<table{class}>{}<tbody>", head.0)?;
        for shown in table.shown_rows() {
            write!(out, "\n{}", self.row(table, &shown).0)?;
        }
        write!(out, "</tbody></table></div>")
    }

    /// The head of a column.
    fn heading_of(&self, column: &Column) -> Markup {
        let thing = first(&column.heading);
        let place = self.leads.place(Rank::Column, thing);
        // A head without words is none.
        if column.heading.is_empty() {
            return html! { td class=[numeric(column)] {} };
        }
        html! { th scope="col" id=[&place] class=[numeric(column)] { (self.runs_about(&column.heading, place.as_ref().and(thing))) } }
    }

    fn row(&self, table: &Table<'_>, row: &Row) -> Markup {
        let (rank, thing) = about(row);
        let place = self.leads.place(rank, thing);
        let own = place.as_ref().and(thing);
        if let Some(across) = &row.across {
            return self.across(table, across, row.depth, (place, own));
        }
        let heads = table.fixed.max(1);
        let none = Cell::default();
        html! {
            tr id=[place] class=[row.ruled.then_some("ruled")] {
                @for (at, column) in table.columns.iter().enumerate() {
                    @let cell = row.cells.get(at).unwrap_or(&none);
                    @if at < heads && !cell.runs.is_empty() {
                        th scope="row" class=[classes(column, at, row.depth)] { (self.runs_about(&cell.runs, own)) }
                    } @else {
                        td class=[numeric(column)] { (self.runs_about(&cell.runs, own)) }
                    }
                }
            }
        }
    }

    /// A line across all columns; a heading has those of the columns beside it.
    fn across(
        &self,
        table: &Table<'_>,
        across: &Across,
        depth: u8,
        (place, own): (Option<String>, Option<&Target>),
    ) -> Markup {
        let columns = table.columns.len();
        html! {
            tr id=[place] class=(if across.is_group { "group" } else { "across" }) {
                @if across.is_group && columns > 1 {
                    th scope="col" { (self.runs_about(&across.runs, own)) }
                    @for column in &table.columns[1..] { (self.heading_of(column)) }
                } @else {
                    td colspan=(columns) class=[indent(depth)] {
                        // It stays in sight where the table is scrolled.
                        div.line {
                            (self.runs_about(&across.runs, own))
                            @if !across.aside.is_empty() { " " (self.runs_about(&across.aside, own)) }
                        }
                    }
                }
            }
        }
    }
}

fn numeric(column: &Column) -> Option<&'static str> {
    column.numeric.then_some("number")
}

/// Classes of the head of a row: whether it is a number, and in the first column how deep the row is.
fn classes(column: &Column, at: usize, depth: u8) -> Option<String> {
    let deep = if at == 0 { deep(depth) } else { String::new() };
    let classes = format!("{}{deep}", numeric(column).unwrap_or_default());
    (!classes.is_empty()).then(|| classes.trim().to_owned())
}

fn indent(depth: u8) -> Option<String> {
    (depth > 0).then(|| deep(depth).trim().to_owned())
}
