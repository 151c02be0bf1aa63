//! The known answer of Bench-Capon, and small frameworks against every set of arguments under every order of values.

use super::*;
use Acceptance::{Indefensible, Objective, Subjective};

fn framework(size: usize, attacks: &[(u32, u32)]) -> Framework {
    let mut draft = Draft::new(size);
    for &(from, to) in attacks {
        draft.attack(from, to);
    }
    draft.build()
}

fn accepted(framework: &Framework) -> Vec<u32> {
    (0..).zip(grounded(framework)).filter(|(_, label)| *label == Label::In).map(|(argument, _)| argument).collect()
}

#[test]
fn what_an_audience_prefers_decides_a_circle() {
    let (r, b) = (0, 1);
    let circle = framework(3, &[(0, 1), (1, 2), (2, 0)]);
    let values = [r, r, b];
    let valued = Valued::new(&circle, &values).expect("plain");
    assert_eq!(accepted(&valued.seen_by(&[r, b])), [0, 2]);
    assert_eq!(accepted(&valued.seen_by(&[b, r])), [1, 2]);
    // Nobody prefers anything: every attack succeeds.
    assert!(accepted(&valued.seen_by(&[])).is_empty());
    assert_eq!(valued.acceptance().expect("few values"), [Subjective, Subjective, Objective]);
}

#[test]
fn an_attack_within_one_value_always_succeeds() {
    let pair = framework(2, &[(0, 1)]);
    assert_eq!(Valued::new(&pair, &[4, 4]).expect("plain").acceptance(), Some(vec![Objective, Indefensible]));
    assert_eq!(Valued::new(&pair, &[4, 2]).expect("plain").acceptance(), Some(vec![Objective, Subjective]));
}

#[test]
fn what_has_no_answer_gets_none() {
    let star = framework(8, &[(0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (0, 6), (0, 7)]);
    assert!(Valued::new(&star, &[0]).is_none());
    assert!(Valued::new(&star, &[0, 1, 2, 3, 4, 5, 6, 7]).expect("plain").acceptance().is_none());
    assert_eq!(Valued::new(&framework(0, &[]), &[]).expect("plain").acceptance(), Some(vec![]));
    let mut draft = Draft::new(1);
    draft.need(&[], 0);
    assert!(Valued::new(&draft.build(), &[0]).is_none());
}

#[test]
fn values_elsewhere_do_not_matter() {
    // The circle of Bench-Capon four times over, with eight values, the arguments of each apart.
    let circles: Vec<(u32, u32)> = (0..4).flat_map(|at| [(at, at + 4), (at + 4, at + 8), (at + 8, at)]).collect();
    let values: Vec<Value> = [0, 0, 1].iter().flat_map(|value| (0..4).map(move |at| 2 * at + value)).collect();
    let framework = framework(12, &circles);
    let valued = Valued::new(&framework, &values).expect("plain");
    let expected: Vec<Acceptance> = [Subjective, Subjective, Objective].iter().flat_map(|&it| [it; 4]).collect();
    assert_eq!(valued.acceptance(), Some(expected));
}

/// The least set that holds all that it defends, among all sets, where an attack counts as its definition says.
fn least_complete(size: u32, defeats: &dyn Fn(u32, u32) -> bool) -> u32 {
    let within = |set: u32| (0..size).filter(move |it| set >> it & 1 == 1);
    let hit = |set: u32, it: u32| within(set).any(|from| defeats(from, it));
    let defends = |set: u32, it: u32| (0..size).all(|from| !defeats(from, it) || hit(set, from));
    let is_complete = |&set: &u32| {
        within(set).all(|it| !hit(set, it)) && (0..size).all(|it| defends(set, it) == (set >> it & 1 == 1))
    };
    (0..1 << size).filter(is_complete).min_by_key(|set| set.count_ones()).expect("one is always there")
}

#[test]
fn all_of_three_arguments_and_three_values_agree_with_brute_force() {
    const ORDERS: [[u32; 3]; 6] = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    for bits in 0..512_u32 {
        let attacks = |from: u32, to: u32| bits >> (3 * from + to) & 1 == 1;
        let pairs: Vec<(u32, u32)> = (0..9).map(|it| (it / 3, it % 3)).filter(|&(a, b)| attacks(a, b)).collect();
        let framework = framework(3, &pairs);
        for code in 0..27 {
            let values = [code % 3, code / 3 % 3, code / 9];
            let found = ORDERS.map(|rank| {
                let prefers = |a: u32, b: u32| rank[values[a as usize] as usize] < rank[values[b as usize] as usize];
                least_complete(3, &|from, to| attacks(from, to) && !prefers(to, from))
            });
            let (some, all) = found.iter().fold((0, 7), |(some, all), set| (some | set, all & set));
            let expected = [0, 1, 2].map(|it| match (all >> it & 1, some >> it & 1) {
                (1, _) => Objective,
                (_, 1) => Subjective,
                _ => Indefensible,
            });
            let valued = Valued::new(&framework, &values).expect("plain");
            assert_eq!(valued.acceptance().expect("few values"), expected, "{pairs:?} {values:?}");
        }
    }
}
