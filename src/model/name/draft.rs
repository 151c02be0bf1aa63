//! What a statement without a name is called: its first words.

use std::hash::BuildHasher;

use foldhash::HashMap;
use foldhash::fast::RandomState;
use hashbrown::HashTable;

use crate::model::{Map, SourceId, StatementId};
use crate::text::script::is_unspaced;
use crate::text::words::Count;

/// How many words of a text make a name.
const WORDS: usize = 6;

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
        // From the second of the same words on a number is added. The last one given is kept, or a thousand
        // statements of the same words would each try a thousand numbers.
        let mut numbers: HashMap<(Option<SourceId>, String), u32> = HashMap::default();
        for (id, statement) in map.statements.iter().filter(|(_, statement)| statement.name.is_none()) {
            let words = first_words(&map.text(statement.text));
            let number = numbers.entry((statement.source, words.clone())).or_default();
            let name = loop {
                *number += 1;
                let name = numbered(&words, *number);
                if drafts.position(statement.source, &name).is_none() && !is_taken(map, statement.source, &name) {
                    break name;
                }
            };
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
        self.position(source, name).map(|at| self.drafts[at].statement)
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

fn numbered(words: &str, number: u32) -> String {
    if number == 1 { words.to_owned() } else { format!("{words}-{number}") }
}

/// Whether a statement that has a name is called so.
fn is_taken(map: &Map, source: Option<SourceId>, name: &str) -> bool {
    match source {
        Some(source) => map.names.find_in(map, source, name).is_some(),
        None => map.names.shared.get(&map.files, name).is_some(),
    }
}

/// The first six words, joined by `-`, in lower case.
fn first_words(text: &str) -> String {
    let mut name = String::new();
    let (mut count, mut between) = (Count::default(), true);
    for letter in text.chars() {
        if matches!(letter, '\'' | '’') {
            continue;
        }
        if !letter.is_alphanumeric() {
            between = true;
            continue;
        }
        let alone = is_unspaced(letter);
        if alone || between {
            if count.words() == WORDS {
                break;
            }
            if alone { count.add_unspaced(1) } else { count.add_word() }
        }
        if between && !name.is_empty() {
            name.push('-');
        }
        name.extend(letter.to_lowercase());
        between = false;
    }
    if name.is_empty() { "nameless".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::first_words;

    #[test]
    fn six_words_make_a_name() {
        for (text, name) in [
            ("Japan's part should be, above all, civilian.", "japans-part-should-be-above-all"),
            ("Short — (too)!", "short-too"),
            ("…", "nameless"),
            ("日本は国際平和に貢献すべきである。", "日本は国際平和に貢献すべ"),
            ("The 日本 model of 1954 is not one", "the-日本-model-of-1954-is"),
            ("The 日 model of 1954 is not one", "the-日-model-of-1954-is-not"),
        ] {
            assert_eq!(first_words(text), name);
        }
    }
}
