//! Classes: statements that say the same in other words, and evidence of the same fact.

use crate::model::{Map, RelationKind, StatementId};

/// For every statement the class that it belongs to, known by the first statement in it.
#[derive(Debug)]
pub struct Classes {
    first: Vec<StatementId>,
}

impl Classes {
    /// The classes that relations of one kind make; without those that the mapper inferred, where `stated`.
    pub fn new(map: &Map, kind: RelationKind, stated: bool) -> Classes {
        Classes::of_kinds(map, &[kind], stated)
    }

    /// The classes that relations of any of these kinds make.
    pub fn of_kinds(map: &Map, kinds: &[RelationKind], stated: bool) -> Classes {
        let mut classes = Classes { first: map.statements.ids().collect() };
        for (_, relation) in map.relations.iter() {
            if kinds.contains(&relation.kind) && !(stated && relation.inferred) {
                let (a, b) = (classes.root(relation.from), classes.root(relation.to));
                classes.first[a.max(b).index()] = a.min(b);
            }
        }
        for statement in map.statements.ids() {
            classes.first[statement.index()] = classes.root(statement);
        }
        classes
    }

    /// The first statement of the class.
    pub fn of(&self, statement: StatementId) -> StatementId {
        self.first[statement.index()]
    }

    /// The first statement of every class of more than one, once for each of its others.
    pub fn several(&self) -> impl Iterator<Item = StatementId> {
        let others = self.first.iter().enumerate().filter(|(index, first)| first.index() != *index);
        others.map(|(_, &first)| first)
    }

    /// Follows the class to its first statement, and shortens the way for the next who asks.
    fn root(&mut self, mut statement: StatementId) -> StatementId {
        while self.of(statement) != statement {
            let next = self.of(self.of(statement));
            self.first[statement.index()] = next;
            statement = next;
        }
        statement
    }
}
