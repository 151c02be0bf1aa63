//! Facts of a study are computed once.

use crate::analysis::dispute::agreement::Verdict;
use crate::analysis::example::{map, scene, whole};
use crate::analysis::table::column::{Actor, By};
use crate::study::*;

#[test]
fn what_is_asked_for_again_is_what_was_found_at_first() {
    let map = scene("@ann-2015\n\nclaim a: A.\n  holds act: yes\n\n@bob-2015\n\nclaim b: B.\n  holds act: no\n");
    let selection = whole(&map);
    let study = Study::new(&map, &selection);
    assert!(std::ptr::eq(study.outcome(), study.outcome()));
    assert!(std::ptr::eq(study.grounds(), study.grounds()));
    assert!(std::ptr::eq(study.counts(), study.counts()));
    assert!(std::ptr::eq(study.reported(), study.reported()));
    for (by, word, _) in By::WORDS {
        let table = study.table(*by);
        assert!(std::ptr::eq(table, study.table(*by)), "{word}");
        assert!(std::ptr::eq(table.positions(), table.positions()), "{word}");
        assert!(std::ptr::eq(table.addressed(), table.addressed()), "{word}");
    }
}

/// Counts of many, of whom most are silent, are what each two come to on each issue.
#[test]
fn of_many_each_two_are_counted_as_if_they_were_compared_alone() {
    let mut text = String::new();
    for issue in 0..6 {
        text += &format!("issue i{issue}: Which {issue}?\n  answers: choice\n  position a: A\n  position b: B\n");
    }
    for author in 0..12 {
        text +=
            &format!("author w{author}: W{author}\nsource s{author}: S\n  by: w{author}\n  date: 2020\nclaim c: C.\n");
        // Nobody speaks to the last issue, and one alone to the first.
        for issue in (0..5).filter(|issue| if *issue == 0 { author == 3 } else { (author * 5 + issue * 3) % 4 < 2 }) {
            let clause = ["holds", "rejects", "raises"][(author + issue) % 3];
            let what = if clause == "raises" { "why" } else { ["a", "b"][author * issue % 2] };
            text += &format!("  {clause} i{issue}: {what}\n");
        }
    }
    let map = map(&text);
    let selection = whole(&map);
    let study = Study::new(&map, &selection);
    let actors: Vec<Actor> = map.authors.ids().map(Actor::Author).collect();
    for number in [2, 3, 12] {
        let compared = study.compared(&actors[..number]);
        let verdict = |issue, pair| compared.pair(issue, pair).found.verdict;
        for (pair, counts) in compared.counts_of_pairs() {
            let mut expected = [0; Verdict::SHARPEST_FIRST.len()];
            map.issues.ids().for_each(|issue| expected[verdict(issue, pair).rank()] += 1);
            assert_eq!(counts, expected, "{pair:?} of {number}");
        }
        for issue in compared.issues() {
            let all: Vec<Verdict> = compared.pairs().map(|pair| verdict(issue.issue, pair)).collect();
            assert_eq!(Some(issue.sharpest().rank()), all.iter().map(|verdict| verdict.rank()).min());
            assert!(
                Verdict::SHARPEST_FIRST.iter().all(|it| all.contains(it) == issue.verdicts().any(|one| one == *it))
            );
            let cruxes: std::collections::BTreeSet<_> = compared
                .pairs()
                .flat_map(|pair| compared.pair(issue.issue, pair).contested().collect::<Vec<_>>())
                .collect();
            assert_eq!(issue.in_cruxes, cruxes);
        }
    }
}
