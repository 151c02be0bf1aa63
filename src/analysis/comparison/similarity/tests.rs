//! Laws of all measures, on maps made at random.

use proptest::prelude::*;

use crate::analysis::comparison::similarity::*;
use crate::analysis::example::{map, whole};
use crate::analysis::table::column::{By, Columns};

const MEASURES: [Measure; 7] = [
    Measure::Gower,
    Measure::Congruence,
    Measure::Conflict,
    Measure::Subtract,
    Measure::Jaccard,
    Measure::Kappa,
    Measure::Tau,
];

/// Says what an author holds: for each issue nothing, or one of three things.
type Stands = Vec<Option<usize>>;

/// A map with a yes/no issue and a scale by turns, and a choice and an open issue at the end, of as many authors; in this
/// order.
fn text(authors: &[(usize, &Stands)], issues: &[usize]) -> String {
    let mut text: String = authors.iter().map(|(name, _)| format!("author a{name}: A{name}\n")).collect();
    for issue in issues {
        let answers = ["", "scale", "choice", "open"][issue % 4];
        text += &format!("\nissue i{issue}: Question {issue}?\n");
        if !answers.is_empty() {
            text += &format!("  answers: {answers}\n  position p0: A\n  position p1: B\n  position p2: C\n");
        }
    }
    for (name, stands) in authors {
        text += &format!("\nsource s{name}: S{name}\n  by: a{name}\n  date: 2020\n\nclaim c: C.\n");
        for &issue in issues {
            let Some(stand) = stands[issue] else { continue };
            let position = if issue % 4 == 0 { ["yes", "no", "no"][stand].to_owned() } else { format!("p{stand}") };
            text += &format!("  holds i{issue}: {position}\n");
        }
    }
    text
}

/// The figures of all pairs, in the order of the names of the authors, by every measure.
fn figures(text: &str, number: usize) -> Vec<Vec<Numbered>> {
    let map = map(text);
    let selection = whole(&map);
    let positions = Positions::new(&map, &selection, Columns::new(&map, By::Author, false));
    let name = |index: usize| map.authors.iter().position(|(_, author)| map.word(author.name) == format!("a{index}"));
    // The columns are in the order of the text; joint authors there are none.
    let who = (0..number).map(|index| name(index).expect("every author is in the map")).collect();
    let similarity = Similarity::new(&map, &selection, &positions, who, Coding::default());
    let of = |measure: &Measure| {
        let figures = similarity.figures(*measure);
        let pairs = (0..number).flat_map(|a| (a + 1..number).map(move |b| (a, b)));
        let found: Vec<_> = pairs.map(|(a, b)| (figures.of(a, b), figures.of(b, a))).collect();
        assert!(found.iter().all(|(one, other)| one.value == other.value), "symmetry");
        found.into_iter().map(|(figure, _)| (figure.value, figure.number)).collect()
    };
    MEASURES.iter().map(of).collect()
}

/// A figure, and the number that it rests on.
type Numbered = (Option<f64>, usize);

fn near(a: &[Vec<Numbered>], b: &[Vec<Numbered>]) -> bool {
    let same = |((x, n), (y, m)): (&Numbered, &Numbered)| {
        n == m && x.is_some() == y.is_some() && (x.unwrap_or(0.0) - y.unwrap_or(0.0)).abs() < 1e-12
    };
    a.iter().flatten().zip(b.iter().flatten()).all(same)
}

fn any_stands() -> impl Strategy<Value = Vec<Stands>> {
    prop::collection::vec(prop::collection::vec(prop::option::of(0..3usize), 8), 3)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_authors_and_issues_changes_nothing(stands in any_stands()) {
        let authors: Vec<(usize, &Stands)> = stands.iter().enumerate().collect();
        let turned: Vec<(usize, &Stands)> = authors.iter().rev().copied().collect();
        let issues: Vec<usize> = (0..8).collect();
        let backwards: Vec<usize> = issues.iter().rev().copied().collect();
        let found = figures(&text(&authors, &issues), 3);
        prop_assert!(near(&found, &figures(&text(&turned, &backwards), 3)));
        for (measure, figures) in MEASURES.iter().zip(&found) {
            for (value, number) in figures {
                let least = match measure {
                    Measure::Gower | Measure::Jaccard | Measure::Conflict | Measure::Congruence => 0.0,
                    Measure::Kappa | Measure::Tau => -1.0,
                    Measure::Subtract => -(*number as f64),
                };
                let most = match measure {
                    Measure::Congruence | Measure::Conflict | Measure::Subtract => *number as f64,
                    _ => 1.0,
                };
                prop_assert!(value.is_none_or(|value| (least - 1e-12..=most + 1e-12).contains(&value)));
            }
        }
    }

    #[test]
    fn what_nobody_addresses_changes_nothing(stands in any_stands(), at in 0..8usize) {
        let mut stands = stands;
        for stands in &mut stands {
            stands[at] = None;
        }
        let authors: Vec<(usize, &Stands)> = stands.iter().enumerate().collect();
        let issues: Vec<usize> = (0..8).collect();
        let fewer: Vec<usize> = issues.iter().copied().filter(|&issue| issue != at).collect();
        prop_assert!(near(&figures(&text(&authors, &issues), 3), &figures(&text(&authors, &fewer), 3)));
    }

    #[test]
    fn an_author_beside_the_same_author_is_one_or_undefined(stands in any_stands()) {
        let authors = [(0, &stands[0]), (1, &stands[0])];
        let found = figures(&text(&authors, &(0..8).collect::<Vec<_>>()), 2);
        for (measure, figures) in MEASURES.iter().zip(found) {
            if matches!(measure, Measure::Gower | Measure::Jaccard | Measure::Kappa | Measure::Tau) {
                prop_assert!(figures[0].0.is_none_or(|value| (value - 1.0).abs() < 1e-12), "{measure:?}");
            }
        }
    }

    #[test]
    fn silence_is_never_neutral(stands in any_stands(), at in 0..8usize) {
        // The stance of an author whom nobody answers changes nothing between the others.
        let authors: Vec<(usize, &Stands)> = stands.iter().enumerate().collect();
        let issues: Vec<usize> = (0..8).collect();
        let before = figures(&text(&authors, &issues), 3);
        let mut silent = stands.clone();
        silent[0][at] = None;
        let others = silent.iter().enumerate().collect::<Vec<_>>();
        let after = figures(&text(&others, &issues), 3);
        for (measure, (before, after)) in MEASURES.iter().zip(before.iter().zip(&after)) {
            prop_assert_eq!(before[2], after[2], "{:?}", measure);
            if *measure != Measure::Jaccard {
                // For the one who fell silent there is less, and never something else in its place.
                prop_assert!(after[0].1 <= before[0].1);
            }
        }
    }
}
