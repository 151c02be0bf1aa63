//! A page as Markdown, to be put into a document: pipe tables, nested lists, one side after the other, and no tag of HTML.

mod escape;

use std::io::{self, Write};

use crate::page::{BlockOf as Block, Column, Line, Look, Mark, Node, PageOf as Page, Row, Runs, TableOf as Table};

use super::natural::lengths;
use super::options::Options;
use super::text::{in_one_line, plain, safe};
use super::walk::{Step, walk};
use escape::{Writer, begun};

/// Below this level a list is not indented further: what is read from many spaces is code, and the level is said instead.
const DEEPEST: usize = 12;

/// The shortest and the longest stroke below a heading.
const STROKES: [usize; 2] = [3, 30];

pub(super) fn render(page: &Page<'_>, options: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut paragraphs = Paragraphs { out, are_begun: false };
    let writer = Writer(options.address);
    if !page.title.is_empty() {
        paragraphs.push(&format!("# {}", writer.line(&page.title)))?;
    }
    writer.blocks(&page.blocks, 2, &mut paragraphs)?;
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

impl Writer<'_> {
    /// Each block as a paragraph; the highest heading among them has this level.
    fn blocks(self, blocks: &[Block<'_>], level: usize, paragraphs: &mut Paragraphs<'_>) -> io::Result<()> {
        let mut below = level;
        // Two lists behind one another would be read as one, were their bullets alike.
        let (mut bullet, mut before_list) = ('-', false);
        for block in blocks {
            let is_list = matches!(block, Block::List(_) | Block::Tree(_));
            bullet = if is_list && before_list && bullet == '-' { '*' } else { '-' };
            before_list = is_list;
            let paragraph = match block {
                Block::Heading { level: deeper, runs } => {
                    below = level + usize::from(*deeper);
                    self.heading(below - 1, runs)
                }
                Block::Prose(runs) | Block::Note(runs) => self.block(runs, 0),
                Block::List(items) => self.list(items, bullet),
                Block::Tree(roots) => self.tree(roots, bullet),
                Block::Lines(lines) => difference(lines),
                Block::Verbatim(text) => verbatim(text),
                Block::Table(table) => {
                    if let Some(caption) = &table.caption {
                        paragraphs.push(&begun(&self.line(&strong(caption))))?;
                    }
                    self.pipes(table, paragraphs)?;
                    continue;
                }
                Block::Sides(sides) => {
                    for side in sides {
                        paragraphs.push(&self.heading(below, &side.heading))?;
                        self.blocks(&side.blocks, below + 1, paragraphs)?;
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

    fn heading(self, level: usize, runs: &Runs) -> String {
        format!("{} {}", "#".repeat(level.clamp(1, 6)), self.line(runs))
    }

    fn list(self, items: &[Runs], bullet: char) -> String {
        items.iter().map(|item| format!("{bullet} {}", self.block(item, 2))).collect::<Vec<_>>().join("\n")
    }

    fn tree(self, roots: &[Node], bullet: char) -> String {
        let mut shown = String::new();
        for Step { node, depth, .. } in walk(roots) {
            if !shown.is_empty() {
                shown.push('\n');
            }
            let indent = 2 * depth.min(DEEPEST);
            shown.push_str(&format!("{}{bullet} ", " ".repeat(indent)));
            if depth > DEEPEST {
                shown.push_str(&format!("(level {}) ", depth + 1));
            }
            shown.push_str(&self.block(&node.runs, indent + 2));
            for detail in &node.details {
                shown.push_str(&format!("\\\n{}", " ".repeat(indent + 2)));
                shown.push_str(&self.block(detail, indent + 2));
            }
        }
        shown
    }

    /// A table, written row by row.
    fn pipes(self, table: &Table<'_>, paragraphs: &mut Paragraphs<'_>) -> io::Result<()> {
        if table.columns.is_empty() {
            return Ok(());
        }
        if table.look == Look::Grouped {
            return paragraphs.push(&self.open(table));
        }
        let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let headings = table.columns.iter().map(|column| self.cell(&column.heading)).collect();
        let strokes = table.columns.iter().zip(lengths(table)).map(|(column, length)| stroke(column, length)).collect();
        paragraphs.push(&format!("{}\n{}", line(headings), line(strokes)))?;
        for row in table.shown_rows() {
            let cell = |at: usize| {
                let shown = row.cells.get(at).map(|cell| self.cell(&cell.runs)).unwrap_or_default();
                let indent = if at == 0 { usize::from(row.depth) } else { 0 };
                "&emsp;".repeat(indent) + &shown
            };
            write!(paragraphs.out, "\n{}", line((0..table.columns.len()).map(cell).collect()))?;
        }
        Ok(())
    }

    /// A table in groups: a table of its own for each, in which a line across stands in the first column; a list where a group has no
    /// rows of cells. Strokes share the width of a page among the columns.
    fn open(self, table: &Table<'_>) -> String {
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
                    let aside = if across.aside.is_empty() {
                        String::new()
                    } else {
                        format!(" ({})", self.cell(&across.aside))
                    };
                    format!("{}{aside}", self.cell(&across.runs))
                }
                None => row.cells.first().map(|cell| self.cell(&cell.runs)).unwrap_or_default(),
            };
            if below.iter().all(|row| row.across.is_some()) {
                paragraphs.push(begun(&self.line(&strong(&title))));
                paragraphs
                    .push(below.iter().map(|row| format!("- {}", begun(&shown(row)))).collect::<Vec<_>>().join("\n"));
                continue;
            }
            let headings = table.columns[1..].iter().map(|column| self.cell(&column.heading));
            let strokes = std::iter::once("-".repeat(30)).chain(empty().into_iter().map(|_| "-".repeat(12)));
            let mut lines = vec![
                line(&std::iter::once(self.cell(&title)).chain(headings).collect::<Vec<_>>()),
                line(&strokes.collect::<Vec<_>>()),
            ];
            for row in below {
                let first = "&emsp;".repeat(row.depth.into()) + &shown(row);
                let cell = |at: usize| row.cells.get(at).map(|cell| self.cell(&cell.runs)).unwrap_or_default();
                let rest = if row.across.is_some() { empty() } else { (1..table.columns.len()).map(cell).collect() };
                lines.push(line(&std::iter::once(first).chain(rest).collect::<Vec<_>>()));
            }
            paragraphs.push(lines.join("\n"));
        }
        paragraphs.join("\n\n")
    }
}

/// The stroke below the heading of a column: as long as what stands in it, since word processors share a page by the strokes.
fn stroke(column: &Column, length: usize) -> String {
    let end = if column.numeric { ":" } else { "" };
    "-".repeat(length.clamp(STROKES[0], STROKES[1])) + end
}

/// The runs in strong letters, but for what has a mark of its own.
fn strong(runs: &Runs) -> Runs {
    let mut runs = runs.clone();
    runs.pieces.iter_mut().filter(|run| run.mark == Mark::Plain).for_each(|run| run.mark = Mark::Strong);
    runs
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
