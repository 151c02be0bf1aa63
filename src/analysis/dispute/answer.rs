//! Attacks that are not answered: they do not fall, and nothing against them stands or is open.

use framework::Status;

use crate::analysis::evaluation::outcome::Outcome;
use crate::model::select::Selection;
use crate::model::{IssueId, Map, RelationId, RelationKind, StatementId};

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

/// The kept statements that are attacked and not answered, in the order of the map, by what stands in it.
pub fn unanswered(map: &Map, selection: &Selection, outcome: &Outcome) -> Vec<Unanswered> {
    let kept = map.statements.ids().filter(|&id| selection.has_statement(id));
    let stated = selection.filter.stated;
    let of_one = |statement| {
        // An anticipated objection is there to be attacked, and asks for no answer.
        let asks = !map.statements[statement].anticipated;
        let attacks = map.attacks_on(statement, stated).filter(|&id| asks && is_open(map, id, stated, outcome));
        let attacks: Vec<RelationId> = attacks.collect();
        let issue = || issue_of(map, statement);
        (!attacks.is_empty()).then(|| Unanswered { statement, issue: issue(), attacks })
    };
    kept.filter_map(of_one).collect()
}

/// Whether nobody answers an attack. One that falls is met, whatever fells it, and an answer that falls is none. What is said against a
/// statement that says the same answers it, too; to undercut one of its reasons and not to fell it is no answer.
fn is_open(map: &Map, attack: RelationId, stated: bool, outcome: &Outcome) -> bool {
    let falls = |statement: StatementId| outcome.of(statement) == Some(Status::Falls);
    let from = map.relations[attack].from;
    let is_answered = |member: StatementId| {
        let mut against = map.attacks_on(member, stated).map(|answer| &map.relations[answer]);
        against.any(|answer| answer.kind == RelationKind::Against && !falls(answer.from))
    };
    let others = outcome.compiled.members(from).iter().copied();
    !falls(from) && !std::iter::once(from).chain(others).any(is_answered)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::analysis::dispute::answer::*;
    use crate::analysis::example::{scene, whole};
    use crate::analysis::table::class::Classes;
    use crate::model::Relation;
    use crate::study::Study;

    fn open(map: &Map) -> Vec<String> {
        let selection = whole(map);
        let study = Study::new(map, &selection);
        study.unanswered().iter().map(|open| map.statement_name(open.statement)).collect()
    }

    #[test]
    fn an_attack_is_answered_by_an_attack_on_it_and_a_self_objection_asks_for_none() {
        let map = scene(
            "@ann-2015\n\nclaim a: A.\n\nclaim b: B.\n\ncounterpoint c (anticipated): C.\n  against: a\n\n\
             claim d: D.\n  against: c\n\n@bob-2015\n\ncounterpoint e: E.\n  against: ann-2015.b\n",
        );
        assert_eq!(open(&map), ["ann-2015.b"]);
    }

    #[test]
    fn an_answer_that_falls_is_none_and_an_attack_that_falls_is_met() {
        let fallen = "@ann-2015\n\nclaim a: A.\n\nclaim reply: R.\n  against: bob-2015.foe\n\n@bob-2015\n\n\
                      claim foe: F.\n  against: ann-2015.a\n\nclaim again: G.\n  against: ann-2015.reply\n";
        assert_eq!(open(&scene(fallen)), ["ann-2015.a", "ann-2015.reply"]);
        let met = "@ann-2015\n\nclaim a: A.\n\nclaim doubt: D.\n  against: bob-2015.ground\n\n@bob-2015\n\n\
                   claim foe: F.\n  against: ann-2015.a\n  because: ground\n\nclaim ground: G.\n";
        assert_eq!(open(&scene(met)), ["bob-2015.ground"]);
    }

    proptest! {
        /// A statement attacked without an answer never stands, unless only its reasons are struck; and one felled by an attack is listed.
        #[test]
        fn unanswered_and_what_stands_tell_one_story(
            clauses in prop::collection::vec((0usize..7, 0u8..6, 0usize..7), 0..14),
        ) {
            let mut of = vec![Vec::new(); 7];
            // Only a reason can be undercut.
            let has_reason = |id: usize| clauses.iter().any(|&(from, kind, to)| from == id && kind == 3 && from < to);
            for &(from, kind, to) in clauses.iter().filter(|(from, _, to)| from != to) {
                let kind = match kind {
                    0..3 => "against",
                    3 if from < to => "because",
                    4 if has_reason(to) => "undercuts",
                    5 => "agrees",
                    _ => continue,
                };
                of[from].push(format!("  {kind}: s{to}\n"));
            }
            let mut text = "@ann-2015\n\n".to_owned();
            for (at, clauses) in of.iter_mut().enumerate() {
                clauses.sort();
                clauses.dedup();
                text += &format!("claim s{at}: S.\n{}\n", clauses.concat());
            }
            let map = scene(&text);
            let selection = whole(&map);
            let study = Study::new(&map, &selection);
            let status = |id: StatementId| study.outcome().of(id);
            for open in study.unanswered() {
                let direct = open.attacks.iter().filter(|&&id| map.relations[id].kind == RelationKind::Against);
                if direct.count() > 0 {
                    prop_assert_ne!(status(open.statement), Some(Status::Stands), "{}", text);
                }
            }
            for id in map.statements.ids().filter(|&id| status(id) == Some(Status::Falls)) {
                let stands = |attack: &RelationId| {
                    map.relations[*attack].kind == RelationKind::Against && status(map.relations[*attack].from) == Some(Status::Stands)
                };
                let is_listed = study.unanswered().iter().any(|open| open.statement == id);
                if map.attacks_on(id, false).any(|attack| stands(&attack)) {
                    prop_assert!(is_listed, "{}\n{}", map.own_name(id), text);
                }
            }
            // By the definition: a point that does not fall, and of which nothing that is against it, or says the same, is left.
            let same = Classes::new(&map, RelationKind::Agrees, false);
            let against = |id: StatementId| {
                let of_it = map.relations.iter().filter(move |(_, it)| it.kind == RelationKind::Against);
                of_it.filter(|(_, it)| same.of(it.to) == same.of(id)).map(|(_, it)| it.from).collect::<Vec<_>>()
            };
            let fallen = |id: StatementId| status(id) == Some(Status::Falls);
            let is_point = |it: &Relation| matches!(it.kind, RelationKind::Against | RelationKind::Undercuts);
            let defined: Vec<RelationId> = map.relations.iter()
                .filter(|(_, it)| is_point(it) && !fallen(it.from) && against(it.from).into_iter().all(fallen))
                .map(|(id, _)| id)
                .collect();
            let mut listed: Vec<RelationId> = study.unanswered().iter().flat_map(|open| open.attacks.clone()).collect();
            listed.sort_unstable();
            prop_assert_eq!(listed, defined, "{}", text);
        }
    }
}
