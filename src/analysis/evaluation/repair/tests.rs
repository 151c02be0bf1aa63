//! Repair against exhaustive search: the smallest, and all of the smallest.

use proptest::prelude::*;

use crate::analysis::evaluation::compile::Debate;
use crate::analysis::evaluation::hypothesis::Hypothesis;
use crate::analysis::evaluation::interpretation::{Agreement, Despite, Interpretation, Support};
use crate::analysis::evaluation::tests::{drawn, named};
use crate::analysis::example::{scene, whole};
use crate::model::{Map, RelationKind};

use super::*;

fn shown(map: &Map, change: Edit) -> String {
    let name = |id| map.own_name(id);
    match change {
        Edit::Answer(it) => format!("answer {}", name(it)),
        Edit::Withdraw(it) => {
            let relation = &map.relations[it];
            format!("withdraw {}→{}", name(relation.from), name(relation.to))
        }
        Edit::GiveUp(it) => format!("give up {}", name(it)),
        Edit::Back(it) => format!("back {}", name(it)),
        Edit::Bring(from, to) => format!("bring {}→{}", name(from), name(to)),
    }
}

fn repairs(statements: &str, target: &str, goal: Goal, costs: Costs) -> (Option<u32>, Vec<String>) {
    let map = scene(&format!("@ann-2015\n\n{statements}"));
    let selection = whole(&map);
    let debate = Debate { map: &map, selection: &selection, within: false, interpretation: Interpretation::default() };
    let hypothesis = Hypothesis::default();
    let repair = Repair {
        debate: &debate,
        audience: None,
        hypothesis: &hypothesis,
        target: named(&map, target),
        goal,
        costs,
        left: REPAIR_BUDGET,
    };
    let found = repair.find();
    assert!(found.complete);
    let set = |set: &Vec<Edit>| set.iter().map(|&change| shown(&map, change)).collect::<Vec<_>>().join(" and ");
    (found.cost, found.sets.iter().map(set).collect())
}

#[test]
fn known_answers() {
    let one = "claim a: A.\n\nclaim b: B.\n  against: a\n\nclaim c: C.\n  against: a\n\nclaim d: D.\n  against: c\n";
    let (cost, sets) = repairs(one, "a", Goal::Stand, Costs::default());
    assert_eq!((cost, sets), (Some(1), ["answer b", "withdraw b→a", "give up b"].map(str::to_owned).to_vec()));
    let two = "claim a: A.\n\nclaim b: B.\n  against: a\n\nclaim c: C.\n  against: a\n";
    let (cost, sets) = repairs(two, "a", Goal::Stand, Costs::default());
    assert_eq!((cost, sets.len()), (Some(2), 9));
    let (cost, _) = repairs(one, "d", Goal::Stand, Costs::default());
    assert_eq!(cost, Some(0));
}

#[test]
fn kinds_of_change_can_be_forbidden_and_weighed() {
    let text = "claim a: A.\n  because: r\n\nclaim r: R.\n\nclaim b: B.\n  against: r\n";
    let all = repairs(text, "a", Goal::Stand, Costs::default());
    assert_eq!(all, (Some(1), ["answer b", "withdraw b→r", "give up b", "back a"].map(str::to_owned).to_vec()));
    let costs = Costs { answer: Some(2), withdraw: None, give_up: None, back: Some(3), bring: None };
    assert_eq!(repairs(text, "a", Goal::Stand, costs), (Some(2), vec!["answer b".to_owned()]));
    let none = Costs { answer: None, withdraw: None, give_up: None, back: None, bring: None };
    assert_eq!(repairs(text, "a", Goal::Stand, none), (None, vec![]));
    let fall = repairs("claim a: A.\n  because: r\n\nclaim r: R.\n", "a", Goal::Fall, Costs::default());
    assert_eq!(fall, (Some(1), ["answer r", "give up r"].map(str::to_owned).to_vec()));
    let between = Costs { bring: Some(1), ..none };
    let text = format!("{text}\nclaim c: C.\n");
    assert_eq!(repairs(&text, "a", Goal::Stand, between), (Some(1), vec!["bring c→b".to_owned()]));
}

/// Every set of changes that reaches the goal and costs no more than need be.
fn exhaustive(repair: &Repair<'_>, most: u32) -> Option<(u32, Vec<Vec<Edit>>)> {
    let map = repair.debate.map;
    let base = repair.evaluate(&[]);
    let compiled = &base.compiled;
    let mut all: Vec<Edit> = Vec::new();
    for id in map.statements.ids() {
        if compiled.members(id)[0] == id && compiled.proposition(id) != compiled.proposition(repair.target) {
            all.push(Edit::Answer(id));
        }
        if id != repair.target {
            all.push(Edit::GiveUp(id));
        }
        if compiled.needs_reasons(id) {
            all.push(Edit::Back(id));
        }
        for other in map.statements.ids().filter(|&other| other != id && base.of(other) == Some(Status::Stands)) {
            all.push(Edit::Bring(other, id));
        }
    }
    for (id, relation) in map.relations.iter() {
        let despite =
            repair.debate.interpretation.despite == Despite::Attacks && relation.kind == RelationKind::Despite;
        if despite || matches!(relation.kind, RelationKind::Against | RelationKind::Undercuts) {
            all.push(Edit::Withdraw(id));
        }
    }
    all.retain(|&change| repair.costs.of(change).is_some());
    all.sort();
    for cost in 0..=most {
        let mut found = Vec::new();
        let mut open: Vec<(usize, u32, Vec<Edit>)> = vec![(0, cost, Vec::new())];
        while let Some((next, left, set)) = open.pop() {
            if left == 0 {
                if repair.is_reached(&repair.evaluate(&set)) {
                    found.push(set);
                }
                continue;
            }
            for (at, &change) in all.iter().enumerate().skip(next) {
                let price = repair.costs.of(change).expect("it may be made");
                if price <= left {
                    let set = set.iter().copied().chain([change]).collect();
                    open.push((at + 1, left - price, set));
                }
            }
        }
        if !found.is_empty() {
            found.sort();
            return Some((cost, found));
        }
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]
    #[test]
    fn as_small_as_can_be_and_all_of_the_smallest(
        count in 2usize..8,
        clauses in prop::collection::vec((0usize..8, 0u8..8, 0usize..8, 0usize..8), 1..12),
        fall in any::<bool>(),
        style in 0u8..6,
        weights in (1u32..3, 1u32..3, 1u32..3, 1u32..3),
    ) {
        let map = scene(&format!("@ann-2015\n\n{}", drawn(count, &clauses)));
        let selection = whole(&map);
        let mut interpretation = Interpretation::default();
        match style {
            0 => interpretation.agreement = Agreement::Separate,
            1 => interpretation.despite = Despite::Attacks,
            2 => interpretation.support = Support::Deductive,
            3 => interpretation.support = Support::None,
            _ => {}
        }
        let costs = Costs {
            answer: Some(weights.0),
            withdraw: Some(weights.1),
            give_up: Some(weights.2),
            back: Some(weights.3),
            bring: (style == 4).then_some(1),
        };
        let debate = Debate { map: &map, selection: &selection, within: false, interpretation };
        let goal = if fall { Goal::Fall } else { Goal::Stand };
        let hypothesis = Hypothesis::default();
        let target = map.statements.ids().next().expect("two or more");
        let repair = Repair { debate: &debate, audience: None, hypothesis: &hypothesis, target, goal, costs, left: REPAIR_BUDGET };
        if let Some((cost, sets)) = exhaustive(&repair, 3) {
            let found = repair.find();
            prop_assert_eq!(found.cost, Some(cost));
            prop_assert_eq!(found.number, sets.len());
            if let Some(factors) = found.factors {
                let mut product: Vec<Vec<Edit>> = vec![Vec::new()];
                for factor in &factors {
                    let with = |set: &Vec<Edit>| factor.iter().map(|part| [&set[..], part].concat()).collect::<Vec<_>>();
                    product = product.iter().flat_map(with).collect();
                }
                for set in &mut product {
                    set.sort();
                }
                product.sort();
                prop_assert_eq!(&product, &sets);
            }
            prop_assert_eq!(&found.sets[..], &sets[..sets.len().min(SHOWN)]);
        }
    }
}
