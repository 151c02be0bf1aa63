//! Repair against exhaustive search: the smallest, and all of the smallest.

use framework::{Semantics, Status, Stop};
use proptest::prelude::*;

use crate::analysis::evaluation::compile::Debate;
use crate::analysis::evaluation::hypothesis::Hypothesis;
use crate::analysis::evaluation::interpretation::{Agreement, Despite, Interpretation, Support};
use crate::analysis::evaluation::outcome::Outcome;
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
    let repair =
        Repair { debate: &debate, audience: None, hypothesis: &hypothesis, target: named(&map, target), goal, costs };
    let found = repair.find(&Stop::never());
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

/// The map with these changes, evaluated afresh.
fn evaluated(repair: &Repair<'_>, made: &[Edit]) -> Outcome {
    let mut hypothesis = repair.hypothesis.clone();
    for &edit in made {
        match edit {
            Edit::Answer(statement) => hypothesis.answered.push(statement),
            Edit::Withdraw(relation) => hypothesis.withdrawn.push(relation),
            Edit::GiveUp(statement) => hypothesis.gone.push(statement),
            Edit::Back(statement) => hypothesis.backed.push(statement),
            Edit::Bring(from, to) => hypothesis.brought.push((from, to)),
        }
    }
    let outcome = repair.debate.evaluate(repair.audience, &hypothesis, Semantics::Grounded, &Stop::never());
    outcome.expect("nothing stops it")
}

fn reaches(repair: &Repair<'_>, made: &[Edit]) -> bool {
    let wanted = if repair.goal == Goal::Stand { Status::Stands } else { Status::Falls };
    evaluated(repair, made).of(repair.target) == Some(wanted)
}

/// Every set of changes that reaches the goal and costs no more than need be.
fn exhaustive(repair: &Repair<'_>, most: u32) -> Option<(u32, Vec<Vec<Edit>>)> {
    let map = repair.debate.map;
    let base = evaluated(repair, &[]);
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
                if reaches(repair, &set) {
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
        let repair = Repair { debate: &debate, audience: None, hypothesis: &hypothesis, target, goal, costs };
        if let Some((cost, sets)) = exhaustive(&repair, 3) {
            let found = repair.find(&Stop::never());
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

/// Random attacks among so many statements, drawn anew for each seed; and so many others, which have nothing to do with
/// them.
fn quarrel(count: usize, others: usize, seed: u64) -> String {
    let mut state = seed;
    let mut draw = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize
    };
    let mut text = "@ann-2015\n\n".to_owned();
    for at in 0..count {
        let targets: Vec<String> =
            (0..count).filter(|&to| to != at && draw() % 10 < 3).map(|to| format!("s{to}")).collect();
        let against = if targets.is_empty() { String::new() } else { format!("  against: {}\n", targets.join(", ")) };
        text += &format!("claim s{at}: S{at}.\n{against}\n");
    }
    (0..others).for_each(|at| text += &format!("claim o{at}: O{at}.\n  against: o{}\n\n", (at + 1) % others));
    text
}

/// Repairs that make the first statement of a map stand, where the search may make so many steps.
fn bounded(text: &str, steps: u64) -> Repairs {
    let map = scene(text);
    let selection = whole(&map);
    let debate = Debate { map: &map, selection: &selection, within: false, interpretation: Interpretation::default() };
    let hypothesis = Hypothesis::default();
    let (target, costs) = (map.statements.ids().next().expect("there are some"), Costs::default());
    let repair = Repair { debate: &debate, audience: None, hypothesis: &hypothesis, target, goal: Goal::Stand, costs };
    let made = std::cell::Cell::new(0);
    let found = repair.find(&Stop::when(&|more| made.replace(made.get() + more) + more > steps));
    if let Some((cost, set)) = &found.dear {
        assert!(reaches(&repair, set) && *cost as usize == set.len() && *cost >= found.tried_below);
    }
    found
}

#[test]
fn a_search_that_is_stopped_tells_what_it_takes_at_least_and_at_most() {
    let hard = quarrel(30, 0, 7);
    let found = bounded(&hard, 100_000);
    assert!(!found.complete && found.cost.is_none() && found.tried_below > 1, "{found:?}");
    assert!(found.dear.is_some(), "{found:?}");
    assert!(found.steps < 400_000, "it ends soon after it was stopped: {}", found.steps);
    assert_eq!(found, bounded(&hard, 100_000), "it is the same whenever it is asked");
}

#[test]
fn a_step_costs_no_more_where_much_else_is_said() {
    // The other statements are drawn once, at less than twenty steps each, and never looked at again, however long the
    // search is.
    let [alone, among] = [0, 500].map(|others| bounded(&quarrel(14, others, 3), u64::MAX));
    assert_eq!((alone.cost, alone.number), (among.cost, among.number));
    assert!(alone.steps > 100_000, "the search is short: {}", alone.steps);
    assert!(among.steps - alone.steps < 500 * 20, "{} and {}", alone.steps, among.steps);
}
