//! Attacks that are never answered: an attack is answered when its attacker is attacked in turn.

use crate::model::select::Selection;
use crate::model::{IssueId, Map, RelationId, StatementId};

/// How many steps up the reasons are gone to find the issue that a statement matters for.
const STEPS: usize = 256;

/// A statement that is attacked and not answered.
#[derive(Debug)]
pub struct Unanswered {
    /// The statement that is attacked.
    pub statement: StatementId,
    /// The issue that it speaks to, or else the first that it matters for.
    pub issue: Option<IssueId>,
    /// The attacks that nobody answers, in the order of the text.
    pub attacks: Vec<RelationId>,
}

/// The kept statements that are attacked and not answered, in the order of the map.
pub fn unanswered(map: &Map, selection: &Selection) -> Vec<Unanswered> {
    let kept = map.statements.ids().filter(|&id| selection.has_statement(id));
    let of_one = |statement| {
        let attacks = open_attacks(map, statement, selection.filter.stated);
        let issue = || issue_of(map, statement);
        (!attacks.is_empty()).then(|| Unanswered { statement, issue: issue(), attacks })
    };
    kept.filter_map(of_one).collect()
}

/// The issue that a statement speaks to, or else the first that it matters for by what it is a reason for.
fn issue_of(map: &Map, statement: StatementId) -> Option<IssueId> {
    let mut found = vec![statement];
    let mut next = 0;
    while let Some(&statement) = found.get(next) {
        if let Some(&stance) = map.stances_of(statement).first() {
            return Some(map.stances[stance].issue);
        }
        for &reason in map.reasons_using(statement) {
            let conclusion = map.reasons[reason].conclusion;
            if found.len() < STEPS && !found.contains(&conclusion) {
                found.push(conclusion);
            }
        }
        next += 1;
    }
    None
}

/// The attacks on a statement that nobody answers. An anticipated objection is there to be attacked, and asks
/// for no answer.
fn open_attacks(map: &Map, statement: StatementId, stated: bool) -> Vec<RelationId> {
    if map.statements[statement].anticipated {
        return Vec::new();
    }
    let answered = |id: &RelationId| map.attacks_on(map.relations[*id].from, stated).next().is_some();
    map.attacks_on(statement, stated).filter(|id| !answered(id)).collect()
}

#[cfg(test)]
mod tests {
    use crate::analysis::dispute::answer::*;
    use crate::analysis::example::{scene, whole};

    #[test]
    fn an_attack_is_answered_by_an_attack_on_it_and_a_self_objection_asks_for_none() {
        let map = scene(
            "@ann-2015\n\nclaim a: A.\n\nclaim b: B.\n\ncounterpoint c (anticipated): C.\n  against: a\n\n\
             claim d: D.\n  against: c\n\n@bob-2015\n\ncounterpoint e: E.\n  against: ann-2015.b\n",
        );
        let open: Vec<String> =
            unanswered(&map, &whole(&map)).iter().map(|open| map.statement_name(open.statement)).collect();
        assert_eq!(open, ["ann-2015.b"]);
    }
}
