//! Laws that hold of every extension, on frameworks too large to be held to brute force.

use proptest::prelude::*;

use crate::{Argument, Draft, Framework, Label, Semantics, Stop, all, grounded};

/// Whether none of these is attacked by others among them, alone or together, and each has what it needs.
fn is_free_of_conflict(framework: &Framework, set: &[Argument]) -> bool {
    let holds = |it: &Argument| set.contains(it);
    set.iter().all(|&it| !framework.attackers(it).iter().any(holds))
        && framework.joint_attacks().iter().all(|it| !holds(&it.target) || !it.members.iter().all(holds))
        && framework.needs().iter().all(|it| !holds(&it.argument) || it.members.iter().any(holds))
}

/// Up to so many arguments with attacks, joint attacks and needs between them.
fn drawn(most: u32) -> impl Strategy<Value = Framework> {
    let some = move || prop::collection::vec(0..most, 1..4);
    let attacks = prop::collection::vec((0..most, 0..most), 0..2 * most as usize);
    let joint = prop::collection::vec((some(), 0..most), 0..most as usize);
    let needs = prop::collection::vec((some(), 0..most), 0..5);
    (attacks, joint, needs).prop_map(move |(attacks, joint, needs)| {
        let mut draft = Draft::new(most as usize);
        draft.attack_each(attacks);
        for (from, to) in &joint {
            draft.attack_together(from, *to);
        }
        for (any, argument) in &needs {
            draft.need(any, *argument);
        }
        draft.build()
    })
}

proptest! {
    #[test]
    fn every_extension_is_free_of_conflict(framework in drawn(14)) {
        for semantics in Semantics::all() {
            let found = all(&framework, semantics, 40, &Stop::never()).expect("never stopped").found;
            prop_assert!(found.iter().all(|it| is_free_of_conflict(&framework, it)), "{semantics:?} {found:?}");
        }
    }

    #[test]
    fn what_is_chosen_without_defence_is_as_large_as_can_be(framework in drawn(14)) {
        for semantics in [Semantics::Stage, Semantics::Cf2] {
            for found in all(&framework, semantics, 40, &Stop::never()).expect("never stopped").found {
                for more in framework.arguments().filter(|it| !found.contains(it)) {
                    let larger = [&found[..], &[more]].concat();
                    prop_assert!(!is_free_of_conflict(&framework, &larger), "{semantics:?} {found:?} {more}");
                }
            }
        }
    }

    #[test]
    fn cf2_holds_what_nobody_can_doubt(framework in drawn(14)) {
        let grounded = grounded(&framework);
        for found in all(&framework, Semantics::Cf2, 40, &Stop::never()).expect("never stopped").found {
            let doubted = |it: Argument| grounded[it as usize] == Label::In && !found.contains(&it);
            prop_assert!(!framework.arguments().any(doubted), "{found:?}");
        }
    }
}
