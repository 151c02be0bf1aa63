//! A page as a document of a word processor (Office Open XML): headings, tables, lists and quotations by styles that can be changed.
//!
//! Written by hand into a zip, so that whatever makes documents can build on it. The bytes depend on the page alone: every part has
//! the same date.

mod package;
mod paragraph;
mod table;

use std::io::{self, Write};

use crate::page::{BlockOf as Block, Line, Node, PageOf as Page, Runs};

use super::anchors::{Anchors, Rank, alone, first};
use super::options::Options;
use super::text::{plain, safe};
use super::walk::walk;
use package::package;
use paragraph::{Paragraph, Writer};

/// Word processors know so many levels of a list; below, the level is said instead.
const DEEPEST: usize = 8;

pub(super) fn render(page: &Page<'_>, _: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let anchors = Anchors::of(page);
    let mut writer = Writer::new(&anchors);
    if !page.title.is_empty() {
        writer.heading(0, &page.title);
    }
    writer.blocks(&page.blocks, 1);
    out.write_all(&package(&plain(&page.title), &writer.finish())?)
}

impl Writer<'_> {
    /// The blocks; the highest heading among them has this level, where the title has 0.
    fn blocks(&mut self, blocks: &[Block<'_>], level: usize) {
        let mut below = level;
        for block in blocks {
            match block {
                Block::Heading { level: deeper, runs } => {
                    below = level + usize::from(*deeper);
                    self.heading(below - 1, runs);
                }
                Block::Prose(runs) => self.paragraph(&Paragraph::of("Normal"), runs),
                Block::Note(runs) => self.paragraph(&Paragraph::of("Note"), runs),
                Block::List(items) => {
                    for item in items {
                        self.paragraph_about(&Paragraph::item(0), item, Rank::Node, first(item));
                    }
                }
                Block::Tree(roots) => self.tree(roots),
                Block::Lines(lines) => lines.iter().for_each(|line| self.difference(line)),
                Block::Verbatim(text) => {
                    for line in safe(text).trim_end().lines() {
                        self.paragraph(&Paragraph::of("Code"), &Runs::from(line));
                    }
                }
                Block::Table(table) => self.table(table),
                Block::Sides(sides) => {
                    for side in sides {
                        self.heading(below, &side.heading);
                        self.blocks(&side.blocks, below + 1);
                    }
                }
            }
        }
    }

    /// A heading of this level, where the title has 0; nothing where it has no words.
    fn heading(&mut self, level: usize, runs: &Runs) {
        const STYLES: [&str; 6] = ["Title", "Heading1", "Heading2", "Heading3", "Heading4", "Heading5"];
        if !runs.is_empty() {
            let style = Paragraph::of(STYLES[level.min(STYLES.len() - 1)]);
            self.paragraph_about(&style, runs, Rank::Heading, alone(runs));
        }
    }

    fn tree(&mut self, roots: &[Node]) {
        for step in walk(roots) {
            let level = if step.depth > DEEPEST { format!("(level {}) ", step.depth + 1) } else { String::new() };
            let mut runs = Runs::from(level).joined(step.node.runs.clone());
            for detail in &step.node.details {
                runs = runs.joined("\n".into()).joined(detail.clone());
            }
            self.paragraph_about(&Paragraph::item(step.depth.min(DEEPEST)), &runs, Rank::Node, first(&step.node.runs));
        }
    }

    /// A line of a difference: its sign, its words, and whose it is in words.
    fn difference(&mut self, line: &Line) {
        let mut runs = Runs::from(format!("{} ", line.whose.sign())).joined(line.runs.clone());
        if !line.remark.is_empty() {
            runs = runs.joined(" (".into()).joined(line.remark.clone()).joined(")".into());
        }
        self.paragraph(&Paragraph { indent: line.depth.into(), ..Paragraph::of("Difference") }, &runs);
    }
}
