//! Notes on time in a comparison of one author at several times.

use crate::page::Block;
use crate::study::PositionTable;
use crate::view::wording::naming::{authors_title, counted};

/// Counts what the authors say at times that nobody asked for.
pub fn other_times(table: &PositionTable<'_>) -> Vec<Block> {
    let note = |(authors, number): (&[_], usize)| {
        let what = format!("{} of {}", counted(number, "statement"), authors_title(table.map, authors));
        let of = if number == 1 { "is on no side: it is" } else { "are on no side: they are" };
        Block::Note(format!("{what} {of} dated otherwise, not so closely, or not at all.").into())
    };
    table.at_other_times().into_iter().filter(|(_, number)| *number > 0).map(note).collect()
}
