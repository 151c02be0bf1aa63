//! What is attacked and never answered: an attack is answered when its attacker is attacked in turn.

use crate::model::{Map, RelationId, RelationKind, StatementId};

/// The attacks on a statement: relations that say `against` or `undercuts`; without inferred ones where `stated`.
pub fn attacks(map: &Map, statement: StatementId, stated: bool) -> impl Iterator<Item = RelationId> {
    map.relations_to(statement).iter().copied().filter(move |&id| {
        let relation = &map.relations[id];
        matches!(relation.kind, RelationKind::Against | RelationKind::Undercuts) && !(stated && relation.inferred)
    })
}

/// The attacks on a statement that nobody answers.
pub fn unanswered(map: &Map, statement: StatementId, stated: bool) -> Vec<RelationId> {
    let answered = |id: &RelationId| attacks(map, map.relations[*id].from, stated).next().is_some();
    attacks(map, statement, stated).filter(|id| !answered(id)).collect()
}
