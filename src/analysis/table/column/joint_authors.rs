//! Authors who always write jointly.

use foldhash::{HashMap, HashMapExt};

use crate::model::{AuthorId, Entity, Map, StatementId};

/// The authors that `a+b` names, the key of a column: all those who always write jointly, in any order.
pub fn joint(map: &Map, key: &str) -> Option<Box<[AuthorId]>> {
    let named = |name| match map.find(name) {
        Some(Entity::Author(author)) => Some(author),
        _ => None,
    };
    let mut authors: Vec<AuthorId> = key.split('+').map(named).collect::<Option<_>>()?;
    authors.sort_unstable();
    joint_authors(map).into_iter().find(|group| **group == *authors)
}

/// All authors, in groups of those who share exactly the same statements.
pub fn joint_authors(map: &Map) -> Vec<Box<[AuthorId]>> {
    let mut statements: Vec<Vec<StatementId>> = vec![Vec::new(); map.authors.len()];
    for id in map.statements.ids() {
        for author in map.own_authors_of(id) {
            statements[author.index()].push(id);
        }
    }
    let mut groups: Vec<Vec<AuthorId>> = Vec::new();
    let mut known: HashMap<&[StatementId], usize> = HashMap::new();
    for author in map.authors.ids() {
        let made = statements[author.index()].as_slice();
        match known.get(made) {
            Some(&group) if !made.is_empty() => groups[group].push(author),
            _ => {
                known.insert(made, groups.len());
                groups.push(vec![author]);
            }
        }
    }
    groups.into_iter().map(Vec::into_boxed_slice).collect()
}
