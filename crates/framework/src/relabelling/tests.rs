//! Labels kept up to date, against labels found anew after each change; and how much is looked at for a change.

use proptest::prelude::*;

use super::*;
use crate::{Draft, grounded};

/// The labels of a framework in which some are given: what is in has nothing against it, what is out is felled by what nothing attacks.
fn anew(size: usize, parts: &Parts, given: &[Option<Label>], added: &[(Argument, Argument)]) -> Vec<Label> {
    let free = size as Argument;
    let mut draft = Draft::new(size + 1);
    let is_given = |argument: Argument| given[argument as usize].is_some();
    let attacks = parts.attacks.iter().chain(added);
    attacks.filter(|(_, to)| !is_given(*to)).for_each(|&(from, to)| draft.attack(from, to));
    for (from, to) in parts.joint.iter().filter(|(_, to)| !is_given(*to)) {
        draft.attack_together(from, *to);
    }
    for need in parts.framework().needs().iter().filter(|need| !is_given(need.argument)) {
        let mut members = need.members.clone();
        if need.open {
            // Neither in nor out, as a need that goes round is.
            members.push(parts.open());
        }
        draft.need(&members, need.argument);
    }
    for (argument, label) in given.iter().enumerate() {
        match label {
            Some(Label::Out) => draft.attack(free, argument as Argument),
            Some(Label::Undecided) => draft.attack(argument as Argument, argument as Argument),
            Some(Label::In) | None => {}
        }
    }
    grounded(&draft.build())
}

/// Contents of a framework. The last argument attacks itself.
#[derive(Debug, Clone)]
struct Parts {
    size: usize,
    attacks: Vec<(Argument, Argument)>,
    joint: Vec<(Vec<Argument>, Argument)>,
    needs: Vec<(Vec<Argument>, Argument)>,
}

impl Parts {
    fn open(&self) -> Argument {
        self.size as Argument - 1
    }

    fn framework(&self) -> Framework {
        let mut draft = Draft::new(self.size);
        self.attacks.iter().for_each(|&(from, to)| draft.attack(from, to));
        self.joint.iter().for_each(|(from, to)| draft.attack_together(from, *to));
        self.needs.iter().for_each(|(any, argument)| draft.need(any, *argument));
        draft.build()
    }
}

fn parts() -> impl Strategy<Value = Parts> {
    let attacks = prop::collection::vec((0u32..9, 0u32..9), 0..16);
    let joint = prop::collection::vec((prop::collection::vec(0u32..9, 2..4), 0u32..9), 0..4);
    let needs = prop::collection::vec((prop::collection::vec(0u32..9, 0..4), 0u32..9), 0..6);
    (attacks, joint, needs).prop_map(|(mut attacks, joint, needs)| {
        attacks.push((9, 9));
        Parts { size: 10, attacks, joint, needs }
    })
}

fn label(number: u8) -> Option<Label> {
    [None, Some(Label::In), Some(Label::Out), Some(Label::Undecided)][number as usize % 4]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
    #[test]
    fn after_every_change_it_is_as_if_found_anew(
        parts in parts(),
        changes in prop::collection::vec((0u8..7, 0u32..9, 0u32..9), 1..24),
    ) {
        let mut kept = Relabelling::new(parts.framework(), []);
        let (mut given, mut added) = (vec![None; parts.size], Vec::new());
        for (kind, one, other) in changes {
            match kind {
                0..4 => {
                    given[one as usize] = label(kind);
                    kept.give(one, label(kind));
                }
                4 | 5 => {
                    added.push((one, other));
                    kept.attack(one, other);
                }
                _ => {
                    if let Some((from, to)) = added.pop() {
                        kept.withdraw(from, to);
                    }
                }
            }
            let expected = anew(parts.size, &parts, &given, &added);
            let begun = given.iter().enumerate().filter_map(|(at, label)| label.map(|label| (at as Argument, label)));
            let mut begun = Relabelling::new(parts.framework(), begun);
            for &(from, to) in &added {
                begun.attack(from, to);
            }
            for argument in 0..parts.size as Argument {
                prop_assert_eq!(begun.label(argument), expected[argument as usize], "{} of {:?}", argument, parts);
                prop_assert_eq!(kept.label(argument), expected[argument as usize], "{} of {:?}", argument, parts);
            }
        }
    }
}

/// So many chains, in each of which every argument attacks the one before it.
fn chains(number: usize, length: usize) -> Framework {
    let mut draft = Draft::new(number * length);
    for at in (0..number * length).filter(|at| at % length > 0) {
        draft.attack(at as Argument, at as Argument - 1);
    }
    draft.build()
}

#[test]
fn what_a_change_does_not_touch_costs_nothing() {
    let cost = |number: usize| {
        let mut kept = Relabelling::new(chains(number, 10), []);
        let before = kept.steps();
        kept.give(9, Some(Label::Out));
        assert_eq!(kept.label(0), Label::In, "9 is out, so 8 is in, and 0 as well");
        kept.give(9, None);
        assert_eq!(kept.label(0), Label::Out);
        kept.steps() - before
    };
    assert!(cost(1) < 200, "it was {}", cost(1));
    assert_eq!(cost(1), cost(1000));
}

#[test]
fn what_follows_from_something_else_as_well_is_not_followed_further() {
    // 0 attacks 1, and so do many others that nothing attacks; a long chain hangs on 1.
    let mut draft = Draft::new(2000);
    draft.attack(0, 1);
    draft.attack(2, 1);
    (3..2000).for_each(|at| draft.attack(if at == 3 { 1 } else { at - 1 }, at));
    let mut kept = Relabelling::new(draft.build(), []);
    let before = kept.steps();
    kept.give(2, Some(Label::Out));
    assert_eq!(kept.label(1), Label::Out);
    assert!(kept.steps() - before < 20, "it was {}", kept.steps() - before);
}
