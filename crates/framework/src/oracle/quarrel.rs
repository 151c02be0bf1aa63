//! Quarrels held to brute force: every complete labelling is looked at.

use super::*;
use crate::{Argument, Quarrel, Semantics, Stop, quarrels};

/// The quarrels of a case by their definition, with the arguments that count and are asked for.
fn expected(case: &Case, asked: Set) -> Vec<Vec<(Argument, bool)>> {
    let labellings = extensions(case, Semantics::Complete);
    // 1 in, -1 out, 0 neither; by labelling.
    let labels = |it: usize| -> Vec<i8> {
        labellings.iter().map(|of| i8::from(of.within >> it & 1 == 1) - i8::from(of.out >> it & 1 == 1)).collect()
    };
    let is_constant = |labels: &[i8]| labels.iter().all(|label| *label == labels[0]);
    let counted = ((1_u32 << case.size) - 1) as Set & !case.helpers;
    let mut found = Vec::new();
    for it in members(counted) {
        let own = labels(it);
        let turned: Vec<i8> = own.iter().map(|label| -label).collect();
        let together: Vec<(Argument, bool)> = members(counted)
            .filter(|&other| other == it || !is_constant(&own))
            .filter_map(|other| match labels(other) {
                labels if labels == own => Some((other as Argument, false)),
                labels if labels == turned => Some((other as Argument, true)),
                _ => None,
            })
            .collect();
        let is_first = together[0].0 == it as Argument;
        if is_first && together.iter().any(|(other, _)| asked >> other & 1 == 1) {
            found.push(together);
        }
    }
    found
}

fn hold(case: &Case, asked: Set) {
    let framework = case.framework();
    let asked = asked & ((1_u32 << case.size) - 1) as Set & !case.helpers;
    let list: Vec<Argument> = members(asked).map(|it| it as Argument).collect();
    let found = quarrels(&framework, &list, &Stop::never());
    let sets: Vec<Vec<(Argument, bool)>> = found.found.into_iter().map(|Quarrel { members }| members).collect();
    assert_eq!((sets, found.complete), (expected(case, asked), true), "{case:?}, asked {list:?}");
}

#[test]
fn every_framework_of_up_to_three_arguments() {
    (0..=3).flat_map(all_cases).for_each(|case| hold(&case, Set::MAX));
}

#[test]
fn some_frameworks_of_up_to_ten_arguments() {
    for number in 0..2_000 {
        hold(&random_plain(number, 10), if number % 2 == 0 { Set::MAX } else { number as Set });
    }
}

#[test]
fn some_frameworks_with_joint_attacks_needs_and_helpers() {
    for number in 0..1_000 {
        hold(&random_case(number, 6), if number % 2 == 0 { Set::MAX } else { number as Set });
    }
}

#[test]
#[ignore = "takes long"]
fn many_frameworks() {
    (0..20_000).for_each(|number| hold(&random_plain(number, 11), Set::MAX));
    (0..10_000).for_each(|number| hold(&random_case(number, 7), Set::MAX));
}
