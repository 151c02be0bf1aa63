//! A page for a terminal: wrapped to its width, drawn with lines, coloured where that is wanted.

mod bands;
mod difference;
mod line;
mod sides;
mod table;
mod tree;

use std::io::{self, Write};

use crate::page::{Block, Mark, Page, Runs};

use super::options::Options;
use super::text::in_one_line;

pub(super) use line::Line;

/// What is drawn with: how wide, and whether in colours.
#[derive(Clone, Copy)]
pub(super) struct Pen {
    pub(super) width: usize,
    color: bool,
}

pub(super) fn render(page: &Page, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(shown(page, options).as_bytes())
}

fn shown(page: &Page, options: &Options) -> String {
    let pen = Pen::new(options);
    let mut lines = Vec::new();
    if !page.title.is_empty() {
        lines.extend(pen.underlined(&page.title, '═'));
        lines.push(Line::default());
    }
    lines.extend(pen.blocks(&page.blocks));
    print(&lines)
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

impl Pen {
    pub(super) fn new(options: &Options) -> Self {
        Pen { width: options.width.max(Options::NARROWEST), color: options.color }
    }

    /// The same with another width.
    pub(super) fn within(self, width: usize) -> Pen {
        Pen { width, ..self }
    }

    /// The blocks, an empty line between any two but those that belong together.
    fn blocks(self, blocks: &[Block]) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut before: Option<&Block> = None;
        for block in blocks {
            if before.is_some_and(|before| !matches!((before, block), (Block::Note(_), Block::Note(_)))) {
                lines.push(Line::default());
            }
            lines.extend(self.block(block));
            before = Some(block);
        }
        lines
    }

    fn block(self, block: &Block) -> Vec<Line> {
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
