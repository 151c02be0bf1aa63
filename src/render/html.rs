//! A page as one file for a browser or a printer: no script, nothing loaded from elsewhere, every text escaped.

use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::page::{
    Across, BlockOf as Block, Cell, Column, Line, Look, Mark, Node, PageOf as Page, Row, Run, Runs, SideOf as Side,
    TableOf as Table,
};

use super::options::Options;
use super::text::{plain, safe, signed};
use super::walk::walk;

const STYLE: &str = include_str!("html/page.css");

/// Lists within lists end here, since browsers end them somewhere, too; below, the level is said instead.
const DEEPEST: usize = 24;

/// With more columns than this a table does not fit on paper unless its words may be broken.
const MANY: usize = 10;

pub(super) fn render(page: &Page<'_>, _: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let head = html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="generator" content="Counterpoint";
            title { (plain(&page.title)) }
            style { (PreEscaped(STYLE)) }
        }
    };
    let title = html! { @if !page.title.is_empty() { h1 { (runs(&page.title)) } } };
    write!(out, "{}<html lang=\"en\">{}<body><main>{}", DOCTYPE.0, head.0, title.0)?;
    blocks(&page.blocks, 2, out)?;
    writeln!(out, "</main></body></html>")
}

/// The blocks; the highest heading among them has this level. Rows of a table are written one by one.
fn blocks(blocks: &[Block<'_>], level: usize, out: &mut dyn Write) -> io::Result<()> {
    // Blocks side by side stand below the heading before them.
    let mut below = level;
    for block in blocks {
        let whole = match block {
            Block::Heading { level: deeper, runs: text } => {
                below = level + usize::from(*deeper);
                heading(below - 1, text)
            }
            Block::Prose(text) => html! { p { (runs(text)) } },
            Block::Note(text) => html! { p.note { (runs(text)) } },
            Block::Table(content) => {
                table(content, out)?;
                Markup::default()
            }
            Block::Tree(roots) => tree(roots),
            Block::Sides(all) => {
                sides(all, below, out)?;
                Markup::default()
            }
            Block::List(items) => html! { ul { @for item in items { li { (runs(item)) } } } },
            Block::Lines(all) => lines(all),
            Block::Verbatim(text) => html! { pre { (safe(text)) } },
        };
        writeln!(out, "{}", whole.0)?;
    }
    Ok(())
}

fn heading(level: usize, text: &Runs) -> Markup {
    match level {
        0..=2 => html! { h2 { (runs(text)) } },
        3 => html! { h3 { (runs(text)) } },
        4 => html! { h4 { (runs(text)) } },
        _ => html! { h5 { (runs(text)) } },
    }
}

/// Lines of a difference: each with its sign, and with a class for whose it is. Nothing rests on the colour alone.
fn lines(lines: &[Line]) -> Markup {
    html! {
        ul.lines {
            @for line in lines {
                "\n"
                li class=(line.whose.word()) style=[line_indent(line.depth)] {
                    span.sign { (line.whose.sign()) } (runs(&line.runs))
                    @if !line.remark.is_empty() { " " small { (runs(&line.remark)) } }
                }
            }
        }
    }
}

/// Margin of a line of this depth; the hanging indent of the style comes on top of it.
fn line_indent(depth: u8) -> Option<String> {
    (depth > 0).then(|| format!("margin-left:{}rem", depth.min(12)))
}

fn sides(sides: &[Side<'_>], level: usize, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "<div class=\"sides\">")?;
    for side in sides {
        write!(out, "<section>{}", heading(level, &side.heading).0)?;
        blocks(&side.blocks, level + 1, out)?;
        write!(out, "</section>")?;
    }
    write!(out, "</div>")
}

fn table(table: &Table<'_>, out: &mut dyn Write) -> io::Result<()> {
    let label = html! { (table.caption.as_ref().map_or("Table".to_owned(), plain)) };
    // It can be scrolled with the keyboard alone, and says what it is.
    write!(out, "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">", label.0)?;
    let class = if table.columns.len() > MANY { " class=\"many\"" } else { "" };
    let head = html! {
        @if let Some(caption) = &table.caption { caption { (runs(caption)) } }
        @if table.look != Look::Grouped {
            thead {
                tr { @for column in &table.columns { th scope="col" class=[numeric(column)] { (runs(&column.heading)) } } }
            }
        }
    };
    write!(out, "<table{class}>{}<tbody>", head.0)?;
    for shown in table.shown_rows() {
        write!(out, "\n{}", row(table, &shown).0)?;
    }
    write!(out, "</tbody></table></div>")
}

fn row(table: &Table<'_>, row: &Row) -> Markup {
    if let Some(across) = &row.across {
        return self::across(table, across, row.depth);
    }
    let heads = table.fixed.max(1);
    let none = Cell::default();
    html! {
        tr class=[row.ruled.then_some("ruled")] {
            @for (at, column) in table.columns.iter().enumerate() {
                @let cell = row.cells.get(at).unwrap_or(&none);
                @if at < heads {
                    th scope="row" class=[numeric(column)] style=[indent(at, row.depth)] { (runs(&cell.runs)) }
                } @else {
                    td class=[numeric(column)] { (runs(&cell.runs)) }
                }
            }
        }
    }
}

/// A line across all columns; a heading has those of the columns beside it.
fn across(table: &Table<'_>, across: &Across, depth: u8) -> Markup {
    let columns = table.columns.len();
    html! {
        tr class=(if across.is_group { "group" } else { "across" }) {
            @if across.is_group && columns > 1 {
                th scope="col" { (runs(&across.runs)) }
                @for column in &table.columns[1..] { th scope="col" { (runs(&column.heading)) } }
            } @else {
                td colspan=(columns) style=[indent(0, depth)] {
                    (runs(&across.runs))
                    @if !across.aside.is_empty() { " " (runs(&across.aside)) }
                }
            }
        }
    }
}

fn numeric(column: &Column) -> Option<&'static str> {
    column.numeric.then_some("number")
}

fn indent(at: usize, depth: u8) -> Option<String> {
    (at == 0 && depth > 0).then(|| format!("padding-left:{}rem", 1 + u16::from(depth.min(12))))
}

/// Lists within lists, opened and closed one level at a time: the depth is the map's, and the stack is ours.
fn tree(roots: &[Node]) -> Markup {
    let mut shown = String::new();
    let mut open = 0;
    for step in walk(roots) {
        let depth = step.depth.min(DEEPEST) + 1;
        if depth > open {
            shown.push_str(if open == 0 { "<ul class=\"tree\">" } else { "\n<ul>" });
            open += 1;
        } else {
            shown.push_str("</li>");
            shown.push_str(&"</ul></li>".repeat(open - depth));
            open = depth;
        }
        let text = html! {
            @if step.depth > DEEPEST { span.faint { "(level " (step.depth + 1) ") " } }
            (runs(&step.node.runs))
            @for detail in &step.node.details { div.detail { (runs(detail)) } }
        };
        shown.push_str("\n<li>");
        shown.push_str(&text.0);
    }
    shown.push_str(&"</li></ul>".repeat(open));
    PreEscaped(shown)
}

/// Marked text. Each run that came from a map is kept from turning the writing direction of what stands around it.
fn runs(runs: &Runs) -> Markup {
    html! { @for run in &runs.pieces { (marked(run)) } }
}

fn marked(run: &Run) -> Markup {
    let shown = signed(run);
    let text = html! {
        @for (number, line) in shown.split('\n').enumerate() {
            @if number > 0 { br; }
            (line)
        }
    };
    match run.mark {
        Mark::Plain if shown.is_ascii() => text,
        Mark::Plain => html! { bdi { (text) } },
        Mark::Strong => html! { strong dir="auto" { (text) } },
        Mark::Faint => html! { span.faint dir="auto" { (text) } },
        Mark::Name => html! { code dir="auto" { (text) } },
        Mark::Quotation => html! { i.quotation dir="auto" { (text) } },
        Mark::Place => html! { cite dir="auto" { (text) } },
        Mark::For => html! { span.for dir="auto" { (text) } },
        Mark::Against => html! { span.against dir="auto" { (text) } },
        Mark::Between => html! { span.between dir="auto" { (text) } },
        Mark::Inferred => html! { span.inferred dir="auto" { (text) } },
        Mark::Added => html! { ins dir="auto" { (text) } },
        Mark::Removed => html! { del dir="auto" { (text) } },
        Mark::Error => html! { strong.error dir="auto" { (text) } },
        Mark::Warning => html! { strong.warning dir="auto" { (text) } },
    }
}
