//! What a comparison of one author at several times has to say about time.

use crate::analysis::column::{Columns, Who};
use crate::model::select::Selection;
use crate::model::{AuthorId, Map, StatementId};
use crate::page::{Block, Mark, Runs};
use crate::view::naming::{author_names, authors_title, counted};

use super::summary::Compared;
use super::verdict::is_opposed;

/// Says whose change of mind it is where all sides are the same authors, and opposed on anything.
pub fn change_of_mind(map: &Map, columns: &Columns, all: &Compared) -> Option<Block> {
    let Some(Who::Dated(first, _)) = columns.who.first() else { return None };
    let is_same = columns.who.iter().all(|who| matches!(who, Who::Dated(authors, _) if authors == first));
    let mut pairs = all.issues.iter().flat_map(|held| &held.pairs);
    (is_same && pairs.any(|pair| is_opposed(pair.found.verdict))).then(|| {
        let runs = Runs::from("Where these are opposed, it is ").with(Mark::Strong, "a change of mind");
        Block::Prose(runs.with(Mark::Plain, format!(": all that is said here is by {}.", author_names(map, first))))
    })
}

/// Counts what the authors say at times that nobody asked for.
pub fn other_times(map: &Map, selection: &Selection, columns: &Columns) -> Vec<Block> {
    let mut dated: Vec<&[AuthorId]> = Vec::new();
    for who in &columns.who {
        if let Who::Dated(authors, _) = who
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
