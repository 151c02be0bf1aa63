//! A page for a terminal: wrapped to its width, drawn with lines, coloured where that is wanted.

mod bands;
mod difference;
mod line;
mod open;
mod sides;
mod table;
mod tree;

use std::io::{self, Write};

use crate::page::{BlockOf as Block, Look, Mark, PageOf as Page, Runs};

use super::options::{Address, Options};
use super::text::in_one_line;

pub(super) use line::Line;

/// Width that is drawn to, whether in colours, and where places lead.
#[derive(Clone, Copy)]
pub(super) struct Pen<'a> {
    pub(super) width: usize,
    color: bool,
    address: Option<Address<'a>>,
}

pub(super) fn render(page: &Page<'_>, options: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let pen = Pen::new(options);
    let mut title = Vec::new();
    if !page.title.is_empty() && !page.speaks_for_itself {
        title = pen.underlined(&page.title, '═');
        title.push(Line::default());
    }
    let mut put = |line: Line| writeln!(out, "{}", line.text.trim_end());
    title.into_iter().try_for_each(&mut put)?;
    pen.put_blocks(&page.blocks, &mut put)
}

/// Takes a line where it goes.
type Put<'w> = dyn FnMut(Line) -> io::Result<()> + 'w;

/// The lines that `put` is given.
fn kept(put_all: impl FnOnce(&mut Put<'_>) -> io::Result<()>) -> Vec<Line> {
    let mut lines = Vec::new();
    let put = &mut |line| {
        lines.push(line);
        Ok(())
    };
    put_all(put).expect("to keep a line cannot fail");
    lines
}

/// The lines as one text.
pub(super) fn print(lines: &[Line]) -> String {
    let mut shown = String::with_capacity(lines.iter().map(|line| line.text.len() + 1).sum());
    for line in lines {
        shown.push_str(line.text.trim_end());
        shown.push('\n');
    }
    shown
}

impl<'a> Pen<'a> {
    pub(super) fn new(options: &Options<'a>) -> Self {
        Pen { width: options.width.max(Options::NARROWEST), color: options.color, address: options.address }
    }

    /// Whether a line has orders to the terminal in it, which take no column.
    fn gives_orders(self) -> bool {
        self.color || self.address.is_some()
    }

    /// The same with another width.
    pub(super) fn within(self, width: usize) -> Self {
        Pen { width, ..self }
    }

    /// The blocks, an empty line between any two but those that belong together.
    fn blocks(self, blocks: &[Block<'_>]) -> Vec<Line> {
        kept(|put| self.put_blocks(blocks, put))
    }

    /// The same line by line: what is made when it is looked at is never there as a whole.
    fn put_blocks(self, blocks: &[Block<'_>], put: &mut Put<'_>) -> io::Result<()> {
        let mut before: Option<&Block<'_>> = None;
        let alike = self.alike(blocks);
        for block in blocks {
            if before.is_some_and(|before| !matches!((before, block), (Block::Note(_), Block::Note(_)))) {
                put(Line::default())?;
            }
            match block {
                Block::Table(table) => {
                    self.put_table(table, alike.get(&table.columns.len()).filter(|_| table.look == Look::List), put)?;
                }
                _ => self.block(block).into_iter().try_for_each(&mut *put)?,
            }
            before = Some(block);
        }
        Ok(())
    }

    fn block(self, block: &Block<'_>) -> Vec<Line> {
        match block {
            Block::Heading { level: 1, runs } => self.underlined(runs, '─'),
            Block::Heading { runs, .. } => self.wrap(&under(Mark::Strong, runs)),
            Block::Prose(runs) => self.wrap(runs),
            Block::Note(runs) => self.wrap(&under(Mark::Faint, runs)),
            Block::List(items) => items.iter().flat_map(|item| self.hung(item, "• ", "  ")).collect(),
            Block::Table(table) => self.table(table),
            Block::Tree(roots) => self.tree(roots),
            Block::Sides(sides) => self.sides(sides),
            Block::Lines(lines) => self.lines(lines),
            Block::Verbatim(text) => text.lines().map(|line| self.painted(Mark::Plain, &in_one_line(line))).collect(),
        }
    }

    /// Text with a line below it.
    fn underlined(self, runs: &Runs, stroke: char) -> Vec<Line> {
        let mut lines = self.wrap(&under(Mark::Strong, runs));
        let width = lines.iter().map(|line| line.width).max().unwrap_or(0);
        lines.push(self.painted(Mark::Faint, &String::from(stroke).repeat(width)));
        lines
    }
}

/// The runs, with `mark` for those that have none of their own.
fn under(mark: Mark, runs: &Runs) -> Runs {
    let mut runs = runs.clone();
    for run in runs.pieces.iter_mut().filter(|run| run.mark == Mark::Plain && !run.text.contains('\n')) {
        run.mark = mark;
    }
    runs
}
