//! A page as Markdown, to be put into a document: pipe tables, nested lists, one side after the other.

mod escape;

use std::io::{self, Write};

use crate::page::{BlockOf as Block, Line, Look, Node, PageOf as Page, Row, Runs, TableOf as Table};

use super::options::Options;
use super::text::{in_one_line, plain, safe};
use super::walk::{Step, walk};
use escape::{in_cell, inline};

/// Below this level a list is not indented further: what is read from many spaces is code, and the level is said instead.
const DEEPEST: usize = 12;

pub(super) fn render(page: &Page<'_>, _: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut paragraphs = Paragraphs { out, are_begun: false };
    if !page.title.is_empty() {
        paragraphs.push(&format!("# {}", inline(&page.title)))?;
    }
    blocks(&page.blocks, 2, &mut paragraphs)?;
    writeln!(paragraphs.out)
}

/// Paragraphs on their way out, one by one: a row that is made when it is looked at is never kept.
struct Paragraphs<'o> {
    out: &'o mut dyn Write,
    are_begun: bool,
}

impl Paragraphs<'_> {
    /// Begins a paragraph: with an empty line where one is before it.
    fn begin(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.are_begun, true) { self.out.write_all(b"\n\n") } else { Ok(()) }
    }

    fn push(&mut self, paragraph: &str) -> io::Result<()> {
        self.begin()?;
        self.out.write_all(paragraph.as_bytes())
    }
}

/// Each block as a paragraph; the highest heading among them has this level.
fn blocks(blocks: &[Block<'_>], level: usize, paragraphs: &mut Paragraphs<'_>) -> io::Result<()> {
    let mut below = level;
    let mut before_list = false;
    for block in blocks {
        let is_list = matches!(block, Block::List(_) | Block::Tree(_));
        if is_list && before_list {
            // Without anything between them, two lists are read as one.
            paragraphs.push("<!-- -->")?;
        }
        before_list = is_list;
        let paragraph = match block {
            Block::Heading { level: deeper, runs } => {
                below = level + usize::from(*deeper);
                heading(below - 1, runs)
            }
            Block::Prose(runs) => inline(runs),
            Block::Note(runs) => format!("<small>{}</small>", inline(runs)),
            Block::List(items) => list(items),
            Block::Tree(roots) => tree(roots),
            Block::Lines(lines) => difference(lines),
            Block::Verbatim(text) => verbatim(text),
            Block::Table(table) => {
                if let Some(caption) = &table.caption {
                    paragraphs.push(&format!("<b>{}</b>", inline(caption)))?;
                }
                pipes(table, paragraphs)?;
                continue;
            }
            Block::Sides(sides) => {
                for side in sides {
                    paragraphs.push(&heading(below, &side.heading))?;
                    self::blocks(&side.blocks, below + 1, paragraphs)?;
                }
                continue;
            }
        };
        if !paragraph.is_empty() {
            paragraphs.push(&paragraph)?;
        }
    }
    Ok(())
}

fn heading(level: usize, runs: &Runs) -> String {
    format!("{} {}", "#".repeat(level.clamp(1, 6)), inline(runs))
}

fn list(items: &[Runs]) -> String {
    items.iter().map(|item| format!("- {}", inline(item))).collect::<Vec<_>>().join("\n")
}

fn tree(roots: &[Node]) -> String {
    let mut shown = String::new();
    for Step { node, depth, .. } in walk(roots) {
        if !shown.is_empty() {
            shown.push('\n');
        }
        shown.push_str(&"  ".repeat(depth.min(DEEPEST)));
        shown.push_str("- ");
        if depth > DEEPEST {
            shown.push_str(&format!("(level {}) ", depth + 1));
        }
        shown.push_str(&inline(&node.runs));
        for detail in &node.details {
            shown.push_str("<br>");
            shown.push_str(&inline(detail));
        }
    }
    shown
}

/// A table, written row by row.
fn pipes(table: &Table<'_>, paragraphs: &mut Paragraphs<'_>) -> io::Result<()> {
    if table.columns.is_empty() {
        return Ok(());
    }
    if table.look == Look::Grouped {
        return paragraphs.push(&open(table));
    }
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let headings = table.columns.iter().map(|column| in_cell(&column.heading)).collect();
    let strokes = table.columns.iter().map(|column| if column.numeric { "---:" } else { "---" }.to_owned()).collect();
    paragraphs.push(&format!("{}\n{}", line(headings), line(strokes)))?;
    for row in table.shown_rows() {
        let cell = |at: usize| {
            let shown = row.cells.get(at).map(|cell| in_cell(&cell.runs)).unwrap_or_default();
            let indent = if at == 0 { usize::from(row.depth) } else { 0 };
            "&emsp;".repeat(indent) + &shown
        };
        write!(paragraphs.out, "\n{}", line((0..table.columns.len()).map(cell).collect()))?;
    }
    Ok(())
}

/// A table in groups: a table of its own for each, in which a line across stands in the first column; a list where a group has no rows of
/// cells. Strokes share the width of a page among the columns.
fn open(table: &Table<'_>) -> String {
    let line = |cells: &[String]| format!("| {} |", cells.join(" | "));
    let empty = || vec![String::new(); table.columns.len() - 1];
    let is_group = |row: &Row| row.across.as_ref().is_some_and(|across| across.is_group);
    let mut paragraphs = Vec::new();
    let rows: Vec<&Row> = table.rows.iter().collect();
    for group in rows.chunk_by(|_, next| !is_group(next)) {
        let title = group[0].across.as_ref().filter(|across| across.is_group);
        let below = &group[usize::from(title.is_some())..];
        let title = title.map_or_else(|| table.columns[0].heading.clone(), |across| across.runs.clone());
        let shown = |row: &Row| match &row.across {
            Some(across) => {
                let aside =
                    if across.aside.is_empty() { String::new() } else { format!(" ({})", in_cell(&across.aside)) };
                format!("{}{aside}", in_cell(&across.runs))
            }
            None => row.cells.first().map(|cell| in_cell(&cell.runs)).unwrap_or_default(),
        };
        if below.iter().all(|row| row.across.is_some()) {
            paragraphs.push(format!("**{}**", inline(&title)));
            paragraphs.push(below.iter().map(|row| format!("- {}", shown(row))).collect::<Vec<_>>().join("\n"));
            continue;
        }
        let headings = table.columns[1..].iter().map(|column| in_cell(&column.heading));
        let strokes = std::iter::once("-".repeat(30)).chain(empty().into_iter().map(|_| "-".repeat(12)));
        let mut lines = vec![
            line(&std::iter::once(in_cell(&title)).chain(headings).collect::<Vec<_>>()),
            line(&strokes.collect::<Vec<_>>()),
        ];
        for row in below {
            let first = "&emsp;".repeat(row.depth.into()) + &shown(row);
            let cell = |at: usize| row.cells.get(at).map(|cell| in_one_cell(&cell.runs)).unwrap_or_default();
            let rest = if row.across.is_some() { empty() } else { (1..table.columns.len()).map(cell).collect() };
            lines.push(line(&std::iter::once(first).chain(rest).collect::<Vec<_>>()));
        }
        paragraphs.push(lines.join("\n"));
    }
    paragraphs.join("\n\n")
}

/// A cell whose lines stand behind one another: what parts lines in a cell is no Markdown.
fn in_one_cell(runs: &Runs) -> String {
    let mut runs = runs.clone();
    runs.pieces.iter_mut().for_each(|run| run.text = run.text.replace('\n', ", "));
    in_cell(&runs)
}

/// Lines of a difference as code that editors and forges colour.
fn difference(lines: &[Line]) -> String {
    let line = |line: &Line| {
        let remark = if line.remark.is_empty() { String::new() } else { format!("  ({})", plain(&line.remark)) };
        format!("{} {}{}{remark}", line.whose.sign(), "  ".repeat(line.depth.into()), in_one_line(&plain(&line.runs)))
    };
    let shown = verbatim(&lines.iter().map(line).collect::<Vec<_>>().join("\n"));
    match shown.split_once('\n') {
        Some((fence, rest)) => format!("{fence}diff\n{rest}"),
        None => shown,
    }
}

/// A fence that is longer than any in the text.
fn verbatim(text: &str) -> String {
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{}\n{fence}", safe(text).trim_end_matches('\n'))
}
