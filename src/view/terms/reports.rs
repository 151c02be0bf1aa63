//! Reported uses and definitions of words, which are nobody's own.

use crate::page::{Block, Mark, Runs};
use crate::text::list::and;
use crate::view::wording::naming::counted;

/// Reported uses of a term, which are nobody's here: so many definitions, and statements with one of these words.
pub(super) fn reports(definitions: usize, statements: usize, words: &str) -> Option<Block> {
    let parts = [
        (definitions > 0).then(|| counted(definitions, "definition")),
        (statements > 0).then(|| format!("{} with {words}", counted(statements, "statement"))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return None;
    }
    let runs = Runs::from(format!("Reports of what others say are left out: {}; ", and(parts)));
    Some(Block::Note(runs.with(Mark::Name, "--voices").with(Mark::Plain, " brings them in.")))
}
