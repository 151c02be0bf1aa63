//! Names for statements without a name: their first words.

use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use crate::model::{SourceId, StatementId};
use crate::text::folding::composed;

/// The names of all nameless statements.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    /// All names, one behind the other.
    text: String,
    /// In the order of the statements.
    of_statements: Vec<Draft>,
    table: HashTable<u32>,
    hasher: RandomState,
}

#[derive(Debug, Clone, Copy)]
struct Draft {
    statement: StatementId,
    source: Option<SourceId>,
    start: usize,
    end: usize,
}

impl Drafts {
    /// The name of a statement, if it is nameless.
    pub fn of(&self, statement: StatementId) -> Option<&str> {
        let at = self.of_statements.binary_search_by_key(&statement, |draft| draft.statement).ok()?;
        Some(self.name(&self.of_statements[at]))
    }

    /// The nameless statement of a source, or outside any, that is called so.
    pub fn find(&self, source: Option<SourceId>, name: &str) -> Option<StatementId> {
        self.position(source, &composed(name)).map(|at| self.of_statements[at].statement)
    }

    fn name(&self, draft: &Draft) -> &str {
        &self.text[draft.start..draft.end]
    }

    pub fn position(&self, source: Option<SourceId>, name: &str) -> Option<usize> {
        let is_it = |&at: &u32| {
            let draft = &self.of_statements[at as usize];
            draft.source == source && self.name(draft) == name
        };
        self.table.find(self.hasher.hash_one((source, name)), is_it).map(|&at| at as usize)
    }

    pub fn push(&mut self, statement: StatementId, source: Option<SourceId>, name: &str) {
        let start = self.text.len();
        self.text.push_str(name);
        self.of_statements.push(Draft { statement, source, start, end: self.text.len() });
        let Drafts { text, of_statements: drafts, table, hasher } = self;
        let hash = |&at: &u32| {
            let draft = &drafts[at as usize];
            hasher.hash_one((draft.source, &text[draft.start..draft.end]))
        };
        let at = drafts.len() as u32 - 1;
        table.insert_unique(hash(&at), at, hash);
    }
}
