//! What is attacked and never answered: an attack is answered when its attacker is attacked in turn.

use crate::model::{Map, RelationId, RelationKind, StatementId};

/// The attacks on a statement: relations that say `against` or `undercuts`; without inferred ones where `stated`.
pub fn attacks(map: &Map, statement: StatementId, stated: bool) -> impl Iterator<Item = RelationId> {
    map.relations_to(statement).iter().copied().filter(move |&id| {
        let relation = &map.relations[id];
        matches!(relation.kind, RelationKind::Against | RelationKind::Undercuts) && !(stated && relation.inferred)
    })
}

/// The attacks on a statement that nobody answers. An anticipated objection is there to be attacked, and asks
/// for no answer.
pub fn unanswered(map: &Map, statement: StatementId, stated: bool) -> Vec<RelationId> {
    if map.statements[statement].anticipated {
        return Vec::new();
    }
    let answered = |id: &RelationId| attacks(map, map.relations[*id].from, stated).next().is_some();
    attacks(map, statement, stated).filter(|id| !answered(id)).collect()
}

#[cfg(test)]
mod tests {
    use crate::analysis::dispute::answer::*;
    use crate::analysis::example::scene;

    #[test]
    fn an_attack_is_answered_by_an_attack_on_it_and_a_self_objection_asks_for_none() {
        let map = scene(
            "@ann-2015\n\nclaim a: A.\n\nclaim b: B.\n\ncounterpoint c (anticipated): C.\n  against: a\n\n\
             claim d: D.\n  against: c\n\n@bob-2015\n\ncounterpoint e: E.\n  against: ann-2015.b\n",
        );
        let open: Vec<String> = map
            .statements
            .ids()
            .filter(|&id| !unanswered(&map, id, false).is_empty())
            .map(|id| map.statement_name(id))
            .collect();
        assert_eq!(open, ["ann-2015.b"]);
    }
}
