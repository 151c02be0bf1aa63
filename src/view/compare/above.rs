//! Relations and texts that a comparison has told already, so that they are not told twice.

use foldhash::{HashMap, HashSet};

use crate::model::{IssueId, RelationId, StatementId};
use crate::page::{Block, Mark, Runs};

/// Relations and texts that the issues above on the page have told already: below they are not told in full again.
#[derive(Debug, Default)]
pub struct Above {
    pub(super) relations: HashSet<RelationId>,
    /// Whose text stands behind one of those relations.
    pub(super) texts: HashSet<StatementId>,
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
            let runs = Runs::from("Of two statements that are close, words that only the first has are shown as ");
            let runs = runs.with(Mark::Removed, "these").with(Mark::Plain, ", and words that only the second has as ");
            notes.push(Block::Note(runs.with(Mark::Added, "these").with(Mark::Plain, ".")));
        }
        if !self.statements.is_empty() {
            let runs = Runs::new().with(Mark::Name, "counterpoint show NAME");
            let text = " shows all that stands under a statement, and what speaks against it.";
            notes.push(Block::Note(runs.with(Mark::Plain, text)));
        }
        notes
    }
}
