//! Places and distances on a scale, held against the definition written out position by position.

use proptest::prelude::*;

use super::*;
use crate::answer::{Fraction, Question};

fn says(held: std::ops::Range<u32>, rejected: &[u32]) -> Answer {
    let held = held.map(|position| (position, Side::Holds));
    let rejected = rejected.iter().map(|&position| (position, Side::Rejects));
    let mut says: Vec<(u32, Side)> = held.chain(rejected).collect();
    says.sort_unstable();
    Answer::Says(says.into())
}

fn turned(turns: &[(u32, Answer)]) -> Answer {
    Answer::Turned(turns.to_vec().into())
}

fn distance(positions: u32, a: &Answer, b: &Answer) -> Option<f64> {
    Question::Scale(positions).distance(a, b).map(|Fraction { parts, of }| parts as f64 / of as f64)
}

#[test]
fn a_range_stands_at_its_middle_and_a_rejection_at_what_is_left() {
    let one = |position| says(position..position + 1, &[]);
    let rejects = |rejected: &[u32]| says(0..0, rejected);
    let rows = [
        (says(0..2, &[]), one(1), Some(0.25)),
        (says(0..3, &[]), one(1), Some(0.0)),
        (says(0..2, &[]), says(1..3, &[]), Some(0.5)),
        (rejects(&[0]), one(0), Some(0.5)),
        (rejects(&[0]), one(2), Some(0.0)),
        (rejects(&[0, 1]), one(0), Some(1.0)),
        (rejects(&[0]), says(0..2, &[]), Some(0.25)),
        (rejects(&[0]), rejects(&[0]), Some(0.0)),
        (rejects(&[0]), rejects(&[1, 2]), Some(0.5)),
        (rejects(&[1, 2]), rejects(&[0, 1]), Some(1.0)),
        (rejects(&[0, 1, 2]), one(0), None),
        (says(1..2, &[0]), one(0), Some(0.5)),
    ];
    for (a, b, expected) in rows {
        assert_eq!(distance(3, &a, &b), expected, "{a:?} and {b:?}");
        assert_eq!(distance(3, &b, &a), expected, "{b:?} and {a:?}");
    }
    assert_eq!(rejects(&[0, 2]).place(3), Some(2));
    assert_eq!(rejects(&[0]).place(3), None);
}

#[test]
fn whoever_changed_counts_in_the_end_but_where_they_never_agree_at_the_nearest() {
    let one = |position| says(position..position + 1, &[]);
    let was = |first, then| turned(&[(1994, one(first)), (2000, one(then))]);
    let rows = [
        (was(2, 1), one(0), Some(0.5)),
        (was(1, 2), one(0), Some(0.5)),
        (was(0, 2), one(0), Some(1.0)),
        (was(2, 0), one(0), Some(0.0)),
        (was(0, 2), turned(&[(1990, one(2)), (1996, one(1))]), Some(0.5)),
        (was(0, 2), turned(&[(1990, one(1)), (1996, one(0))]), Some(1.0)),
    ];
    for (a, b, expected) in rows {
        assert_eq!(distance(3, &a, &b), expected, "{a:?} and {b:?}");
        assert_eq!(distance(3, &b, &a), expected, "{b:?} and {a:?}");
    }
}

/// The positions at which an answer may stand, in half steps.
fn all_places(answer: &Answer, positions: u32) -> Vec<u32> {
    let held: Vec<u32> = answer.says().iter().filter(|it| it.1 == Side::Holds).map(|it| it.0).collect();
    match answer {
        Answer::Middle => vec![positions - 1],
        _ if !held.is_empty() => vec![held.iter().min().unwrap_or(&0) + held.iter().max().unwrap_or(&0)],
        _ => (0..positions).filter(|at| answer.says().iter().all(|it| it.0 != *at)).map(|at| 2 * at).collect(),
    }
}

fn smallest(a: &Answer, b: &Answer, positions: u32) -> Option<u32> {
    let (a, b) = (all_places(a, positions), all_places(b, positions));
    a.iter().flat_map(|x| b.iter().map(|y| x.abs_diff(*y))).min()
}

/// An answer as it was on a day, as the definition has it.
fn on(answer: &Answer, day: u32) -> &Answer {
    let Answer::Turned(turns) = answer else { return answer };
    let before = turns.iter().rev().find(|(since, _)| *since <= day);
    &before.unwrap_or(&turns[0]).1
}

fn by_definition(a: &Answer, b: &Answer, positions: u32) -> Option<u32> {
    let last = smallest(on(a, u32::MAX), on(b, u32::MAX), positions);
    if turns(a).is_empty() && turns(b).is_empty() {
        return last;
    }
    let days = turns(a).iter().chain(turns(b)).map(|it| it.0);
    let all: Vec<u32> = days.filter_map(|day| smallest(on(a, day), on(b, day), positions)).collect();
    if all.contains(&0) { last } else { all.into_iter().min().or(last) }
}

fn any_plain(positions: u32) -> impl Strategy<Value = Answer> {
    let held = (0..positions, 0..3u32).prop_map(move |(from, more)| says(from..(from + more).min(positions), &[]));
    let rejected = prop::collection::btree_set(0..positions, 1..=positions as usize)
        .prop_map(|rejected| says(0..0, &rejected.into_iter().collect::<Vec<_>>()));
    prop_oneof![3 => held, 2 => rejected].prop_filter("it says something", |answer| answer.length() > 0)
}

fn any(positions: u32) -> impl Strategy<Value = Answer> {
    let turns = prop::collection::btree_map(1990..1996u32, any_plain(positions), 2..4);
    let turned = turns.prop_map(|turns| turned(&turns.into_iter().collect::<Vec<_>>()));
    prop_oneof![3 => any_plain(positions), 1 => turned]
}

proptest! {
    #[test]
    fn steps_are_those_of_the_definition((positions, a, b) in (1..6u32).prop_flat_map(|it| (Just(it), any(it), any(it)))) {
        prop_assert_eq!(steps(&a, &b, positions), by_definition(&a, &b, positions));
        prop_assert_eq!(steps(&a, &b, positions), steps(&b, &a, positions));
        prop_assert!(steps(&a, &a, positions).is_none_or(|itself| itself == 0));
    }
}
