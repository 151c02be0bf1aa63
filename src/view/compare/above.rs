//! Statements that a comparison has told already with their grounds, so that they are not told twice.

use foldhash::HashMap;

use crate::model::{IssueId, StatementId};
use crate::page::Block;

/// Statements that the questions above on the page have told already: below they are not told in full again.
#[derive(Debug, Default)]
pub struct Above {
    /// Whether words are marked in which two statements differ.
    pub(super) marks_words: bool,
    /// Under which issue each statement stands with its reasons and quotations.
    pub(super) statements: HashMap<StatementId, IssueId>,
}

impl Above {
    /// Notes that help to read the issues.
    pub fn notes(&self) -> Vec<Block> {
        let mut notes = Vec::new();
        if self.marks_words {
            let text = "Words that only one of two close statements has stand in bold, in both alike.";
            notes.push(Block::Note(text.into()));
        }
        notes
    }
}
