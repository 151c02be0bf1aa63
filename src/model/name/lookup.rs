//! Looking a name up in the finished map, and naming what has none.

use foldhash::HashMap;

use crate::file::Span;
use crate::model::entity::Entity;
use crate::model::map::Map;
use crate::model::{IssueId, PositionId, SourceId, StatementId};
use crate::syntax::name;

use super::draft::Drafts;
use super::former::FormerNames;
use super::{NameIndex, NameTable};

impl NameIndex {
    /// Entity with a name of the shared space, or the statement that `SOURCE.NAME` names. A nameless statement is found
    /// by its first words.
    pub fn find(&self, map: &Map, name: &str) -> Option<Entity> {
        if let Some(named) = self.shared_or_former(map, name) {
            return Some(named);
        }
        let (source, own) = match name.split_once('.') {
            None => (None, name),
            Some((source, own)) => match self.shared_or_former(map, source)? {
                Entity::Source(source) => (Some(source), own),
                _ => return None,
            },
        };
        let named = source.and_then(|source| self.find_in(map, source, own));
        named.or_else(|| self.drafts(map).find(source, own)).map(Entity::Statement)
    }

    fn shared_or_former(&self, map: &Map, name: &str) -> Option<Entity> {
        self.shared.get(&map.files, name).or_else(|| self.former.get(&map.files, name))
    }

    /// The statement of this name in a source, or that was called so before.
    pub fn find_in(&self, map: &Map, source: SourceId, name: &str) -> Option<StatementId> {
        let former = || self.former_own.get(source.index()).and_then(|names| names.get(&map.files, name));
        self.own[source.index()].get(&map.files, name).or_else(former)
    }

    /// Places where the former names of a thing are written, in the order of the text.
    pub fn former_names(&self, named: Entity) -> &[Span] {
        let former = self.former_of.get_or_init(|| {
            let own = self.former_own.iter().flat_map(NameTable::in_order);
            let own = own.map(|(name, statement)| (name, Entity::Statement(statement)));
            FormerNames::new(self.former.in_order().into_iter().chain(own))
        });
        former.of(named)
    }

    /// The written position of this name of an issue.
    pub fn find_position(&self, map: &Map, issue: IssueId, name: &str) -> Option<PositionId> {
        self.positions[issue.index()].get(&map.files, name)
    }

    /// All statements that have this name or are known by it, in the order of the text.
    pub fn statements_named(&self, map: &Map, name: &str) -> Vec<StatementId> {
        let loose = match self.shared.get(&map.files, name) {
            Some(Entity::Statement(statement)) => Some(statement),
            _ => None,
        };
        let own = self.own.iter().filter_map(|names| names.get(&map.files, name));
        let drafts = self.drafts(map);
        let sources = map.sources.ids().map(Some).chain([None]);
        let drafted = sources.filter_map(|source| drafts.find(source, name));
        let mut found: Vec<_> = loose.into_iter().chain(own).chain(drafted).collect();
        found.sort_unstable();
        found
    }

    /// The name made of its first words under which a nameless statement is known.
    pub fn drafted(&self, map: &Map, statement: StatementId) -> Option<&str> {
        self.drafts(map).of(statement)
    }

    /// Made when first asked for: to check a map, no nameless statement needs to be called anything.
    fn drafts(&self, map: &Map) -> &Drafts {
        self.drafts.get_or_init(|| drafted(map))
    }
}

/// Names every nameless statement of a map, none like another of the same source.
fn drafted(map: &Map) -> Drafts {
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

/// Whether a statement that has a name is called so.
fn is_taken(map: &Map, source: Option<SourceId>, name: &str) -> bool {
    match source {
        Some(source) => map.names.find_in(map, source, name).is_some(),
        None => map.names.shared.get(&map.files, name).is_some(),
    }
}
