//! Quarrels of small maps, and what holds for all of them.

use std::cell::Cell;

use framework::{Semantics, Status};
use proptest::prelude::*;

use super::*;
use crate::analysis::evaluation::interpretation::{Agreement, Despite, Interpretation, Support};
use crate::analysis::evaluation::tests::drawn;
use crate::analysis::example::{scene, whole};
use crate::model::{Entity, Map};

fn audiences(map: &Map) -> [Audience; 2] {
    ["ann", "bob"].map(|name| match map.find(name) {
        Some(Entity::Author(author)) => Audience::new(map, &[author], false),
        _ => panic!("no author {name}"),
    })
}

fn between(
    map: &Map,
    interpretation: Interpretation,
    check: impl FnOnce(&Debate<'_>, [&Audience; 2], [&Outcome; 2], &Distance),
) {
    let selection = whole(map);
    let debate = Debate { map, selection: &selection, within: false, interpretation };
    let [ann, bob] = audiences(map);
    let framework_for = |audience| {
        let outcome = debate.evaluate(Some(audience), &Hypothesis::default(), Semantics::Grounded, &Stop::never());
        outcome.expect("nothing stops it")
    };
    let (for_ann, for_bob) = (framework_for(&ann), framework_for(&bob));
    let all: Vec<StatementId> = map.statements.ids().collect();
    let distance = debate.distance([&ann, &bob], [&for_ann, &for_bob], &all, &Stop::never());
    check(&debate, [&ann, &bob], [&for_ann, &for_bob], &distance);
}

/// The quarrels of Ann and Bob: `a !b` are opposite, `(c)` comes out the same for both.
fn quarrels(ann: &str, bob: &str) -> Vec<String> {
    let map = scene(&format!("@ann-2015\n\n{ann}\n@bob-2015\n\n{bob}"));
    let mut shown = Vec::new();
    between(&map, Interpretation::default(), |_, _, _, distance| {
        let one = |&(statement, opposite): &(StatementId, bool)| {
            let name = format!("{}{}", if opposite { "!" } else { "" }, map.own_name(statement));
            if distance.differing.contains(&statement) { name } else { format!("({name})") }
        };
        let quarrel = |quarrel: &Quarrel| quarrel.statements.iter().map(one).collect::<Vec<_>>().join(" ");
        shown = distance.quarrels.iter().map(quarrel).collect();
    });
    shown
}

#[test]
fn a_quarrel_counts_once_whatever_hangs_on_it() {
    let chain = "claim a: A.\n  because: b\n\nclaim b: B.\n  because: c\n\nclaim c: C.\n";
    assert_eq!(quarrels(chain, "claim x: X.\n  against: ann-2015.c\n"), ["a b c (!x)"]);
    // Two that each say something against the other quarrel about one thing.
    let against = "claim a: A.\n  against: bob-2015.x\n";
    assert_eq!(quarrels(against, "claim x: X.\n  against: ann-2015.a\n"), ["a !x"]);
    // An answer that only its author accepts belongs to the quarrel, whoever had the last word.
    let answered = "claim a: A.\n\nclaim b: B.\n  against: bob-2015.x\n";
    assert_eq!(quarrels(answered, "claim x: X.\n  against: ann-2015.a\n"), ["a (b) !x"]);
}

#[test]
fn what_is_attacked_apart_is_quarrelled_about_apart() {
    let two = "claim a: A.\n\nclaim b: B.\n";
    let apart = "claim x: X.\n  against: ann-2015.a\n\nclaim y: Y.\n  against: ann-2015.b\n";
    assert_eq!(quarrels(two, apart), ["a (!x)", "b (!y)"]);
    let together = "claim x: X.\n  against: ann-2015.a, ann-2015.b\n";
    assert_eq!(quarrels(two, together), ["a b (!x)"]);
    assert_eq!(quarrels(two, "claim x: X.\n"), [""; 0]);
}

#[test]
fn reasons_and_steps_are_quarrelled_about_too() {
    let step = "claim a: A.\n  because: b\n\nclaim b: B.\n";
    assert_eq!(quarrels(step, "claim x: X.\n  undercuts: ann-2015.a because ann-2015.b\n"), ["a (!x)"]);
    // Bob grants what Ann gives no good reason for: for Bob it needs none.
    let poor = "claim a: A.\n  because: b\n\nclaim b: B.\n\nclaim n: N.\n  against: b\n";
    assert_eq!(quarrels(poor, "claim x: X.\n  grants: ann-2015.a\n"), ["a"]);
    let granted = "evidence n: N.\n  against: ann-2015.b\n\nclaim x: X.\n  grants: ann-2015.a\n";
    assert_eq!(quarrels(step, granted), ["b (!n)"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]
    #[test]
    fn nothing_that_two_differ_on_is_decided_between_them(
        count in 2usize..8,
        clauses in prop::collection::vec((0usize..8, 0u8..8, 0usize..8, 0usize..8), 1..14),
        of_bob in 1usize..7,
        style in 0u8..6,
        most in 0u64..2_000,
    ) {
        let mut interpretation = Interpretation::default();
        match style {
            0 => interpretation.agreement = Agreement::Separate,
            1 => interpretation.despite = Despite::Attacks,
            2 => interpretation.support = Support::Deductive,
            3 => interpretation.support = Support::None,
            4 => interpretation.support = Support::Evidential,
            _ => {}
        }
        // The first statements are Ann's, the others Bob's: those without a source, by whom each is said.
        let text = drawn(count, &clauses);
        let by = |at: usize| if at < of_bob { "ann" } else { "bob" };
        let text = (0..count).fold(text, |text, at| {
            text.replace(&format!("claim s{at}: S{at}.\n"), &format!("claim s{at}: S{at}.\n  by: {}\n", by(at)))
        });
        let map = scene(&format!("@joint\n\n{text}").replace("@joint", "source joint: J\n  by: ann, bob\n"));
        between(&map, interpretation, |debate, audiences, outcomes, distance| {
            let evaluated = |audiences: &[&Audience]| {
                let compiled = debate.compile_for(audiences, &Hypothesis::default());
                let found = framework::statuses(&compiled.framework, Semantics::Grounded, &Stop::never());
                found.expect("nothing stops it").expect("there is a grounded labelling")
            };
            let shared = evaluated(&audiences);
            for statement in map.statements.ids() {
                let status = shared[statement.index()];
                for outcome in outcomes {
                    assert!(status == Status::Open || outcome.of(statement) == Some(status), "{statement:?}\n{text}");
                }
            }
            // Two for whom the same counts share their frameworks.
            let alike = evaluated(&[audiences[0], audiences[0]]);
            for statement in map.statements.ids() {
                assert_eq!(outcomes[0].of(statement), Some(alike[statement.index()]));
            }
            let mut quarrelled: Vec<StatementId> =
                distance.quarrels.iter().flat_map(|quarrel| quarrel.statements.iter().map(|(it, _)| *it)).collect();
            assert!(distance.differing.iter().all(|statement| quarrelled.contains(statement)));
            let number = quarrelled.len();
            quarrelled.sort();
            quarrelled.dedup();
            assert_eq!(quarrelled.len(), number, "a statement belongs to one quarrel");
            let turned = debate.distance(
                [audiences[1], audiences[0]],
                [outcomes[1], outcomes[0]],
                &map.statements.ids().collect::<Vec<_>>(),
                &Stop::never(),
            );
            assert_eq!(&turned, distance);
            // Stopped anywhere, it tells the same statements; what it does not tell apart it leaves together.
            let spent = Cell::new(0);
            let is_up = |steps: u64| {
                spent.set(spent.get() + steps);
                spent.get() > most
            };
            let all: Vec<StatementId> = map.statements.ids().collect();
            let stopped = debate.distance(audiences, outcomes, &all, &Stop::when(&is_up));
            assert_eq!(stopped.differing, distance.differing);
            if stopped.complete {
                assert_eq!(&stopped, distance);
            }
            let place = |id: &StatementId, found: &Distance| {
                let has = |quarrel: &Quarrel| quarrel.statements.iter().any(|(it, _)| it == id);
                let places: Vec<usize> = (0..found.quarrels.len()).filter(|&at| has(&found.quarrels[at])).collect();
                assert_eq!(places.len(), 1, "{id:?} in {places:?}\n{text}");
                places[0]
            };
            for one in &distance.differing {
                for other in &distance.differing {
                    let [apart, together] = [distance, &stopped].map(|found| place(one, found) == place(other, found));
                    assert!(!apart || together, "a quarrel is torn apart\n{text}");
                }
            }
        });
    }
}
