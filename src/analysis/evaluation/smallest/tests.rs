//! The smallest defence held to brute force: every set of arguments is tried.

use framework::Draft;
use proptest::prelude::*;

use super::*;

/// Whether an argument is certainly in, or out, by this set of others and no circle; helpers may always be used.
fn is_certain(framework: &Framework, set: u32, argument: Argument, wanted: bool) -> bool {
    let size = framework.size();
    let (mut is_in, mut is_out) = (vec![false; size], vec![false; size]);
    loop {
        let before = (is_in.clone(), is_out.clone());
        for it in framework.arguments() {
            let attackers = framework.attackers(it);
            let joint = || framework.joint_attacks().iter().filter(|attack| attack.target == it);
            let needs = || framework.needs().iter().filter(|need| need.argument == it);
            let all = |members: &[Argument], of: &[bool]| members.iter().all(|&it| of[it as usize]);
            let some = |members: &[Argument], of: &[bool]| members.iter().any(|&it| of[it as usize]);
            let falls = some(attackers, &before.0)
                || joint().any(|attack| all(&attack.members, &before.0))
                || needs().any(|need| !need.open && all(&need.members, &before.1));
            let stands = all(attackers, &before.1)
                && joint().all(|attack| some(&attack.members, &before.1))
                && needs().all(|need| some(&need.members, &before.0));
            is_out[it as usize] |= falls;
            is_in[it as usize] |= stands && (framework.is_helper(it) || set >> it & 1 == 1);
        }
        if (&is_in, &is_out) == (&before.0, &before.1) {
            return if wanted { is_in[argument as usize] } else { is_out[argument as usize] };
        }
    }
}

fn hold(framework: &Framework) {
    let depths = Depths::new(framework);
    for argument in framework.arguments() {
        let found = smallest(framework, &depths, argument, &Stop::never());
        let Some(verdict) = depths.of(argument) else {
            assert!(found.is_none());
            continue;
        };
        let found = found.expect("what is certain has a defence");
        let counted = framework.arguments().filter(|&it| !framework.is_helper(it)).fold(0, |set, it| set | 1u32 << it);
        let sets = (0..1u32 << framework.size()).filter(|set| set & !counted == 0);
        let least = sets
            .filter(|&set| is_certain(framework, set, argument, verdict.is_in))
            .map(u32::count_ones)
            .min()
            .expect("all of them together do");
        let own = found.depths.of(argument).map(|verdict| verdict.is_in);
        let used = framework.arguments().filter(|&it| found.depths.of(it).is_some_and(|verdict| verdict.is_in));
        let used = used.filter(|&it| !framework.is_helper(it)).count();
        assert_eq!(
            (own, found.size, found.proven),
            (Some(verdict.is_in), least as usize, true),
            "{argument} {framework:?}"
        );
        assert_eq!(used, found.size, "{argument} {framework:?}");
    }
}

fn framework(size: usize, attacks: &[(Argument, Argument)]) -> Framework {
    let mut draft = Draft::new(size);
    for &(from, to) in attacks {
        draft.attack(from, to);
    }
    draft.build()
}

#[test]
fn the_shallowest_is_not_always_the_smallest() {
    // 0 is attacked by 1, 2 and 3. Each has an answer of its own that nothing attacks, and 7 answers all three, itself defended by 9.
    let own = [(1, 0), (2, 0), (3, 0), (4, 1), (5, 2), (6, 3)];
    let shared = [(7, 1), (7, 2), (7, 3), (8, 7), (9, 8)];
    let framework = framework(10, &[&own[..], &shared].concat());
    let depths = Depths::new(&framework);
    let found = smallest(&framework, &depths, 0, &Stop::never()).expect("it stands");
    assert_eq!((found.size, found.proven), (3, true));
    assert_eq!(found.depths.of(0).map(|verdict| verdict.depth), Some(4));
    assert_eq!(found.depths.of(4), None);
    let hasty = smallest(&framework, &depths, 0, &Stop::when(&|_| true)).expect("it stands");
    assert_eq!((hasty.size, hasty.proven), (4, false));
}

#[test]
fn a_long_chain_is_no_danger() {
    let attacks: Vec<(Argument, Argument)> = (1..100_000).map(|it| (it, it - 1)).collect();
    let framework = framework(100_000, &attacks);
    let found = smallest(&framework, &Depths::new(&framework), 1, &Stop::never()).expect("it stands");
    assert_eq!((found.size, found.proven), (50_000, true));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]
    #[test]
    fn no_smaller_one_exists(size in 1usize..11, attacks in prop::collection::vec((0u32..10, 0u32..10), 0..24), keep in 0u32..4) {
        // Attacks from earlier arguments on later ones alone decide everything; some others leave circles.
        let number = |it: u32| it % size as u32;
        let attacks: Vec<(Argument, Argument)> = attacks.into_iter().map(|(from, to)| (number(from), number(to)))
            .filter(|&(from, to)| from < to || (from > to && (from + to) % 4 < keep)).collect();
        hold(&framework(size, &attacks));
    }

    #[test]
    fn nor_where_several_attack_together_and_reasons_are_needed(
        attacks in prop::collection::vec((0u32..8, 0u32..8), 0..12),
        joint in prop::collection::vec((prop::collection::vec(0u32..8, 2..3), 0u32..8), 0..3),
        needs in prop::collection::vec((prop::collection::vec(0u32..8, 1..3), 0u32..8), 0..5),
        helpers in 0u32..3,
    ) {
        let mut draft = Draft::new(8);
        attacks.iter().filter(|(from, to)| from < to || (from + to) % 5 == 0).for_each(|&(from, to)| draft.attack(from, to));
        for (from, to) in &joint {
            draft.attack_together(from, *to);
        }
        for (any, argument) in &needs {
            draft.need(any, *argument);
        }
        (8 - helpers..8).for_each(|helper| draft.helper(helper));
        hold(&draft.build());
    }
}
