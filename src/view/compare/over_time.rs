//! What a comparison of one author at several times has to say about time.

use crate::analysis::table::column::{ColumnOwner, Columns};
use crate::model::select::Selection;
use crate::model::{AuthorId, Map, StatementId};
use crate::page::Block;
use crate::view::wording::naming::{authors_title, counted};

/// Counts what the authors say at times that nobody asked for.
pub fn other_times(map: &Map, selection: &Selection, columns: &Columns) -> Vec<Block> {
    let mut dated: Vec<&[AuthorId]> = Vec::new();
    for who in &columns.owners {
        if let ColumnOwner::Dated(authors, _) = who
            && !dated.contains(&&**authors)
        {
            dated.push(authors);
        }
    }
    let mut places = Vec::new();
    let mut is_elsewhere = |statement: StatementId, authors: &[AuthorId]| {
        columns.of(map, statement, &mut places);
        places.is_empty() && map.authors_of(statement).iter().any(|author| authors.contains(author))
    };
    let mut notes = Vec::new();
    for authors in dated {
        let kept = map.statements.ids().filter(|&id| selection.has_statement(id));
        let number = kept.filter(|&id| is_elsewhere(id, authors)).count();
        if number > 0 {
            let what = format!("{} of {}", counted(number, "statement"), authors_title(map, authors));
            let of = if number == 1 { "is on no side: it is" } else { "are on no side: they are" };
            notes.push(Block::Note(format!("{what} {of} dated otherwise, not so closely, or not at all.").into()));
        }
    }
    notes
}
