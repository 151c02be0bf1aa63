//! What a statement without a name is called: its first words.

use std::hash::BuildHasher;

use foldhash::HashMap;
use foldhash::fast::RandomState;
use hashbrown::HashTable;

use crate::model::{Map, SourceId, StatementId};
use crate::syntax::name;
use crate::text::folding::composed;

/// The names of all nameless statements.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    /// All names, one behind the other.
    text: String,
    /// In the order of the statements.
    drafts: Vec<Draft>,
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
    /// Names every nameless statement of a map, none like another of the same source.
    pub fn new(map: &Map) -> Self {
        let mut drafts = Drafts::default();
        // The last number given of the same words.
        let mut numbers: HashMap<(Option<SourceId>, String), u32> = HashMap::default();
        for (id, statement) in map.statements.iter().filter(|(_, statement)| statement.name.is_none()) {
            let words = name::of_words(&map.text(statement.text));
            let number = numbers.entry((statement.source, words.clone())).or_default();
            let is_taken =
                |name: &str| drafts.position(statement.source, name).is_some() || is_taken(map, statement.source, name);
            let name = name::next_free(&words, number, is_taken);
            drafts.push(id, statement.source, &name);
        }
        drafts
    }

    /// The name of a statement, if it is nameless.
    pub fn of(&self, statement: StatementId) -> Option<&str> {
        let at = self.drafts.binary_search_by_key(&statement, |draft| draft.statement).ok()?;
        Some(self.name(&self.drafts[at]))
    }

    /// The nameless statement of a source, or outside any, that is called so.
    pub fn find(&self, source: Option<SourceId>, name: &str) -> Option<StatementId> {
        self.position(source, &composed(name)).map(|at| self.drafts[at].statement)
    }

    fn name(&self, draft: &Draft) -> &str {
        &self.text[draft.start..draft.end]
    }

    fn position(&self, source: Option<SourceId>, name: &str) -> Option<usize> {
        let is_it = |&at: &u32| {
            let draft = &self.drafts[at as usize];
            draft.source == source && self.name(draft) == name
        };
        self.table.find(self.hasher.hash_one((source, name)), is_it).map(|&at| at as usize)
    }

    fn push(&mut self, statement: StatementId, source: Option<SourceId>, name: &str) {
        let start = self.text.len();
        self.text.push_str(name);
        self.drafts.push(Draft { statement, source, start, end: self.text.len() });
        let Drafts { text, drafts, table, hasher } = self;
        let hash = |&at: &u32| {
            let draft = &drafts[at as usize];
            hasher.hash_one((draft.source, &text[draft.start..draft.end]))
        };
        let at = drafts.len() as u32 - 1;
        table.insert_unique(hash(&at), at, hash);
    }
}

/// Whether a statement that has a name is called so.
fn is_taken(map: &Map, source: Option<SourceId>, name: &str) -> bool {
    match source {
        Some(source) => map.names.find_in(map, source, name).is_some(),
        None => map.names.shared.get(&map.files, name).is_some(),
    }
}
