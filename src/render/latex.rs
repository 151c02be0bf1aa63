//! A page as a document of LaTeX, for a paper: tables with the lines of `booktabs`, and no text of a map is an order to TeX.

mod escape;
mod table;

use std::io::{self, Write};

use crate::page::{BlockOf as Block, Line, Node, PageOf as Page, Runs};

use super::anchors::{Anchors, Rank, alone, first};
use super::options::Options;
use super::text::safe;
use super::walk::walk;
use escape::{Writer, escaped, place};

const PREAMBLE: &str = include_str!("latex/preamble.tex");

/// Below this level nothing stands in further, and the level is said instead.
const DEEPEST: usize = 12;

pub(super) fn render(page: &Page<'_>, _: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let anchors = Anchors::of(page);
    let writer = Writer(&anchors);
    out.write_all(PREAMBLE.as_bytes())?;
    if !page.title.is_empty() {
        writeln!(out, "\n{}", writer.heading(1, &page.title))?;
    }
    writer.blocks(&page.blocks, 2, out)?;
    writeln!(out, "\n\\end{{document}}")
}

impl Writer<'_> {
    /// The blocks; the highest heading among them has this level. Rows of a table are written one by one.
    fn blocks(self, blocks: &[Block<'_>], level: usize, out: &mut dyn Write) -> io::Result<()> {
        let mut below = level;
        for block in blocks {
            let whole = match block {
                Block::Heading { level: deeper, runs } => {
                    below = level + usize::from(*deeper);
                    self.heading(below - 1, runs)
                }
                Block::Prose(runs) => self.runs(runs, None),
                Block::Note(runs) => format!("\\remark{{{}}}", self.runs(runs, None)),
                Block::List(items) => items.iter().map(|item| self.item(item)).collect(),
                Block::Tree(roots) => self.tree(roots),
                Block::Lines(lines) => lines.iter().map(|line| self.difference(line)).collect(),
                Block::Verbatim(text) => verbatim(text),
                Block::Table(table) => {
                    self.table(table, out)?;
                    continue;
                }
                Block::Sides(sides) => {
                    for side in sides {
                        writeln!(out, "\n{}", self.heading(below, &side.heading))?;
                        self.blocks(&side.blocks, below + 1, out)?;
                    }
                    continue;
                }
            };
            if !whole.trim().is_empty() {
                writeln!(out, "\n{}", whole.trim_end())?;
            }
        }
        Ok(())
    }

    fn heading(self, level: usize, runs: &Runs) -> String {
        let thing = alone(runs);
        let place = self.0.place(Rank::Heading, thing);
        let words = self.line(runs, place.as_ref().and(thing));
        if words.is_empty() {
            return words;
        }
        let order = match level {
            0 | 1 => "section",
            2 => "subsection",
            3 => "subsubsection",
            _ => "paragraph",
        };
        format!("{}\\{order}*{{{words}}}", self::place(place))
    }

    fn tree(self, roots: &[Node]) -> String {
        let mut shown = String::new();
        for step in walk(roots) {
            let thing = first(&step.node.runs);
            let place = self.0.place(Rank::Node, thing);
            let level = if step.depth > DEEPEST { format!("(level {}) ", step.depth + 1) } else { String::new() };
            let mut words = format!("{level}{}", self.runs(&step.node.runs, place.as_ref().and(thing)));
            for detail in &step.node.details {
                words.push_str(&format!("\\newline {}", self.runs(detail, None)));
            }
            shown.push_str(&entry(step.depth.min(DEEPEST), "•", &(self::place(place) + &words)));
        }
        shown
    }

    /// An item of a list, which is the place of what it names first.
    fn item(self, item: &Runs) -> String {
        let thing = first(item);
        let place = self.0.place(Rank::Node, thing);
        let words = self.runs(item, place.as_ref().and(thing));
        entry(0, "•", &(self::place(place) + &words))
    }

    /// A line of a difference: behind its sign, and whose it is at its end.
    fn difference(self, line: &Line) -> String {
        let remark =
            if line.remark.is_empty() { String::new() } else { format!(" ({})", self.runs(&line.remark, None)) };
        let sign = format!("\\texttt{{{}}}", line.whose.sign().to_string().trim());
        entry(line.depth.into(), &sign, &(self.runs(&line.runs, None) + &remark))
    }
}

/// An item of a list or a tree; nothing where there is nothing in it.
fn entry(depth: usize, sign: &str, words: &str) -> String {
    if words.is_empty() { String::new() } else { format!("\\entry{{{depth}}}{{{sign}}}{{{words}}}\n") }
}

/// Text letter for letter, line by line; no text can end it.
fn verbatim(text: &str) -> String {
    let line = |line: &str| {
        let words = line.trim_start_matches(' ');
        let indent = "~".repeat(line.len() - words.len());
        format!("\\texttt{{{indent}{}}}\\par\n", escaped(words))
    };
    let lines: String = safe(text).trim_end().lines().map(line).collect();
    if lines.is_empty() { lines } else { format!("{{\\setlength{{\\parskip}}{{0pt}}\n{lines}}}") }
}
