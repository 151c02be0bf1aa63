//! Known answers of the literature, for every semantics and question.

use std::cell::Cell;

use crate::{Count, Draft, Framework, Semantics, Status, Stop, all, count, one, statuses};
use Semantics::{Cf2, Complete, Eager, Grounded, Ideal, Preferred, SemiStable, Stable, Stage};

/// A framework from lines such as `a→b, b↔c`: arguments are single letters or digits, numbered in the order of their characters.
fn framework(attacks: &str) -> (Framework, Vec<char>) {
    let mut names: Vec<char> = attacks.chars().filter(|letter| letter.is_alphanumeric()).collect();
    names.sort_unstable();
    names.dedup();
    let number = |name: char| names.iter().position(|&it| it == name).expect("named") as u32;
    let mut draft = Draft::new(names.len());
    for chain in attacks.split(", ") {
        let letters: Vec<char> = chain.chars().collect();
        for link in letters.windows(3).step_by(2) {
            draft.attack(number(link[0]), number(link[2]));
            if link[1] == '↔' {
                draft.attack(number(link[2]), number(link[0]));
            }
        }
    }
    (draft.build(), names)
}

/// All extensions as one reads them: `{a,d} {b,d}`.
fn extensions(attacks: &str, semantics: Semantics) -> String {
    let (framework, names) = framework(attacks);
    let found = all(&framework, semantics, 100, &Stop::never()).expect("never stopped").found;
    let shown = found.iter().map(|extension| {
        let members: Vec<String> = extension.iter().map(|&it| names[it as usize].to_string()).collect();
        format!("{{{}}}", members.join(","))
    });
    shown.collect::<Vec<_>>().join(" ")
}

/// The statuses of all arguments in order: `+` stands, `-` falls, `?` open.
fn statuses_of(attacks: &str, semantics: Semantics) -> String {
    let (framework, _) = framework(attacks);
    let statuses = statuses(&framework, semantics, &Stop::never()).expect("never stopped");
    let sign = |status| match status {
        Status::Stands => '+',
        Status::Falls => '-',
        Status::Open => '?',
    };
    statuses.map_or("no reading".to_owned(), |statuses| statuses.into_iter().map(sign).collect())
}

#[test]
fn a_pair_and_a_circle_that_hangs_on_it() {
    let attacks = "1↔2, 2→3→4→5→3";
    assert_eq!(extensions(attacks, Grounded), "{}");
    assert_eq!(extensions(attacks, Preferred), "{1} {2,4}");
    for semantics in [Stable, SemiStable, Stage, Eager] {
        assert_eq!(extensions(attacks, semantics), "{2,4}", "{semantics:?}");
    }
    assert_eq!(extensions(attacks, Ideal), "{}");
    assert_eq!(extensions(attacks, Cf2), "{1,3} {1,4} {1,5} {2,4}");
    assert_eq!(statuses_of(attacks, Preferred), "?????");
    assert_eq!(statuses_of(attacks, Stable), "-+-+-");
}

#[test]
fn what_both_sides_reject_stands_on_neither_ground() {
    let attacks = "a↔b, a→c, b→c, c→d";
    for semantics in [Preferred, Stable] {
        assert_eq!(extensions(attacks, semantics), "{a,d} {b,d}");
        assert_eq!(statuses_of(attacks, semantics), "??-+");
    }
    assert_eq!(extensions(attacks, Grounded), "{}");
    assert_eq!(extensions(attacks, Ideal), "{}");
    assert_eq!(extensions(attacks, Complete), "{} {a,d} {b,d}");
}

#[test]
fn an_odd_circle_with_a_way_out() {
    let attacks = "a→b→c→a, a↔d";
    assert_eq!(extensions(attacks, Preferred), "{b,d}");
    assert_eq!(extensions(attacks, Ideal), "{b,d}");
    assert_eq!(extensions(attacks, Cf2), "{a} {b,d} {c,d}");
}

#[test]
fn one_that_attacks_itself() {
    let attacks = "a↔b, b→c, c→c";
    assert_eq!(extensions(attacks, Preferred), "{a} {b}");
    assert_eq!(statuses_of(attacks, Preferred), "???");
    assert_eq!(extensions(attacks, Stable), "{b}");
    assert_eq!(extensions(attacks, SemiStable), "{b}");
    assert_eq!(extensions(attacks, Eager), "{b}");
}

#[test]
fn three_in_a_circle() {
    let attacks = "a→b→c→a";
    assert_eq!(extensions(attacks, Preferred), "{}");
    assert_eq!(extensions(attacks, Stable), "");
    assert_eq!(statuses_of(attacks, Stable), "no reading");
    let (framework, _) = framework(attacks);
    assert_eq!(one(&framework, Stable, &Stop::never()), Ok(None));
    for semantics in [Stage, Cf2] {
        assert_eq!(extensions(attacks, semantics), "{a} {b} {c}");
        assert_eq!(statuses_of(attacks, semantics), "???");
    }
}

#[test]
fn a_joint_attack_of_one_that_falls_and_one_that_stands() {
    let mut draft = Draft::new(4);
    draft.attack_together(&[0, 1], 2);
    draft.attack(2, 3);
    draft.attack(3, 0);
    let framework = draft.build();
    for semantics in [Complete, Preferred] {
        let found = all(&framework, semantics, 10, &Stop::never()).expect("never stopped");
        assert_eq!((found.found, found.more), (vec![vec![1]], false));
    }
    assert_eq!(one(&framework, Stable, &Stop::never()), Ok(None));
    // A member of joint attacks alone is chosen with some others of them, and never with all and their target.
    let found = all(&framework, Cf2, 10, &Stop::never()).expect("never stopped");
    assert_eq!(found.found, [[0, 1], [1, 2], [1, 3]]);
}

#[test]
fn a_joint_attack_dies_with_a_member_that_was_left_out() {
    // 0 and 1 exclude each other; 0 and 2 together attack 3, which attacks 2 in turn.
    let mut draft = Draft::new(4);
    for &(from, to) in &[(0, 1), (1, 0), (3, 2)] {
        draft.attack(from, to);
    }
    draft.attack_together(&[0, 2], 3);
    let found = all(&draft.build(), Cf2, 10, &Stop::never()).expect("never stopped");
    assert_eq!(found.found, [[0, 2], [0, 3], [1, 3]]);
}

#[test]
fn who_needs_what_was_left_out_is_left_out() {
    // 0 and 1 exclude each other; 2 needs 0, and attacks 3.
    let mut draft = Draft::new(4);
    for &(from, to) in &[(0, 1), (1, 0), (2, 3)] {
        draft.attack(from, to);
    }
    draft.need(&[0], 2);
    let found = all(&draft.build(), Cf2, 10, &Stop::never()).expect("never stopped");
    assert_eq!(found.found, [[0, 2], [1, 3]]);
}

#[test]
fn extensions_of_components_multiply_up_to_what_is_asked_for() {
    let (framework, _) = framework("a↔b, c↔d, e↔f");
    let found = all(&framework, Preferred, 3, &Stop::never()).expect("never stopped");
    assert_eq!((found.found.len(), found.more), (3, true));
    let found = all(&framework, Preferred, 8, &Stop::never()).expect("never stopped");
    assert_eq!((found.found.len(), found.more), (8, false));
    let count = count(&framework, Complete, &Stop::never());
    assert_eq!(count, Ok(Count { number: Some(27), more: false }));
}

#[test]
fn what_was_found_before_the_time_was_up_is_kept() {
    // Pairs side by side: a part each, 2 to the power of 130 extensions.
    let mut draft = Draft::new(260);
    (0..260).for_each(|it| draft.attack(it, it ^ 1));
    let framework = draft.build();
    let never = &Stop::never();
    for semantics in [Complete, Preferred, Stable, SemiStable, Stage, Cf2] {
        // One is found first; then the time is up, later and later.
        let mut least = 0;
        for patience in (300..900).step_by(50) {
            let asked = Cell::new(0);
            let is_up = |_| asked.replace(asked.get() + 1) > patience;
            let stop = &Stop::when(&is_up);
            let found = all(&framework, semantics, 1000, stop).expect("one was found");
            assert!(found.more && !found.found.is_empty(), "{semantics:?}");
            assert!(found.found.iter().all(|it| semantics == Complete || it.len() == 130), "{semantics:?}");
            let asked = Cell::new(0);
            let is_up = |_| asked.replace(asked.get() + 1) > patience;
            let counted = count(&framework, semantics, &Stop::when(&is_up)).expect("one was found");
            assert!(counted.number.is_none_or(|it| it >= least), "{semantics:?}");
            least = counted.number.unwrap_or(least);
        }
        assert!(least > 1, "{semantics:?}");
        assert_eq!(count(&framework, semantics, never), Ok(Count { number: None, more: false }));
    }
}

#[test]
fn who_stops_gets_no_answer() {
    let (framework, _) = framework("a↔b, b→c→d→b");
    let stop = |_| true;
    assert!(statuses(&framework, Preferred, &Stop::when(&stop)).is_err());
}
