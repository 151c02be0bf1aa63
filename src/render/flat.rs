//! The one flat table of a page, for formats that have nothing else: its records, else its first table, else its texts.

use std::borrow::Cow;

use crate::page::{BlockOf as Block, Cell, Column, Node, PageOf as Page, Row, Runs, TableOf as Table};

use super::text::plain;
use super::walk::walk;

/// The flat table of a page, by which programs read it.
pub(super) fn flat<'p>(page: &'p Page<'p>) -> Cow<'p, Table<'p>> {
    match page.records.as_ref().or_else(|| first_table(&page.blocks)) {
        Some(table) => Cow::Borrowed(table),
        None => Cow::Owned(texts(page)),
    }
}

fn first_table<'p>(blocks: &'p [Block<'p>]) -> Option<&'p Table<'p>> {
    blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Sides(sides) => sides.iter().find_map(|side| first_table(&side.blocks)),
        _ => None,
    })
}

/// Texts of a page without any table, in a column of their own.
fn texts(page: &Page<'_>) -> Table<'static> {
    let mut texts = Vec::new();
    collect(&page.blocks, &mut texts);
    let row = |text| Row { cells: vec![Cell::text(text)], ..Row::default() };
    Table {
        key: "text".to_owned(),
        columns: vec![Column::new("text", "Text")],
        rows: texts.into_iter().map(row).collect(),
        ..Table::default()
    }
}

fn collect(blocks: &[Block<'_>], texts: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading { runs, .. } | Block::Prose(runs) | Block::Note(runs) => texts.push(plain(runs)),
            Block::List(items) => texts.extend(items.iter().map(plain)),
            Block::Tree(roots) => lines_of(roots, texts),
            Block::Sides(sides) => {
                for side in sides {
                    texts.extend(std::iter::once(&side.heading).filter(|heading| !Runs::is_empty(heading)).map(plain));
                    collect(&side.blocks, texts);
                }
            }
            Block::Lines(lines) => texts.extend(lines.iter().map(|line| plain(&line.runs))),
            Block::Verbatim(text) => texts.push(text.clone()),
            Block::Table(_) => {}
        }
    }
}

fn lines_of(roots: &[Node], texts: &mut Vec<String>) {
    for step in walk(roots) {
        let lines: Vec<_> = std::iter::once(&step.node.runs).chain(&step.node.details).map(plain).collect();
        texts.push(lines.join("\n"));
    }
}
