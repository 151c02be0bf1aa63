//! Comparisons held against the worked cases, and on random maps against the definitions, written out a second time.

mod definition;
mod said;
mod scene;

use std::collections::BTreeSet;

use proptest::prelude::*;

use self::definition::{distance, on_conditions, quarrel, sums, verdict};
use self::said::{Kind, STEPS, Said, fits, steps, written};
use self::scene::{CHOICE, SCALE, text};
use super::coding::{Coding, by_unit, whole as answers};
use crate::analysis::dispute::agreement::{Meeting, OnCondition, Side, Verdict, compare};
use crate::analysis::dispute::network::Unit;
use crate::analysis::example::{map, whole};
use crate::analysis::table::column::{Actor, Columns};
use crate::analysis::table::ground::Grounds;
use crate::analysis::table::group::{Group, Grouped};
use crate::analysis::table::positions::Positions;
use crate::model::Map;

/// Results of the program for two on the only issue: the verdict and since when, the similarity, and congruence and
/// conflict.
type Found = (String, Option<String>, Option<f64>, [Option<f64>; 2]);

fn found(map: &Map, pair: [usize; 2]) -> Option<Found> {
    let authors: Vec<Actor> = map.authors.ids().map(Actor::Author).collect();
    between(map, pair.map(|at| authors[at]), false)
}

fn between(map: &Map, pair: [Actor; 2], voices: bool) -> Option<Found> {
    let columns = Columns::chosen(map, &pair, voices);
    if columns.owners.len() < 2 {
        return None;
    }
    let selection = whole(map);
    let positions = Positions::new(map, &selection, columns);
    let issue = map.issues.ids().next()?;
    let grounds = Grounds::new(map, false);
    let sides = [0, 1].map(|column| Side::new(map, &positions, &grounds, issue, column));
    let comparison = compare(map, &grounds, issue, [&sides[0], &sides[1]]);
    let word = match comparison.verdict {
        Verdict::Opposed | Verdict::TalkingPast => "opposed",
        Verdict::Degree => "degree",
        Verdict::Same(_) => "same",
        Verdict::Compatible => "compatible",
        Verdict::Ambivalent => "both ways",
        Verdict::OnlyRaised => "raised",
        Verdict::BothSilent | Verdict::OneSilent => "silent",
        Verdict::Conditional => "conditional",
        Verdict::ChangeOfMind => "else",
    };
    let (matrix, _) = answers(map, &positions, &[0, 1], Coding::default());
    let sums = by_unit(map, &positions, &[0, 1], Coding::default(), Unit::Source).from(0)[0];
    let since = comparison.since.map(|date| date.to_string());
    Some((word.to_owned(), since, matrix.from(0)[0].similarity(), [sums.congruence(), sums.conflict()]))
}

fn told(issue: &str, sources: &[(&str, &str, &str)], pair: [usize; 2]) -> (String, Option<String>) {
    let found = found(&map(&text(issue, sources)), pair).expect("two columns");
    (found.0, found.1)
}

fn since(verdict: &str, date: &str) -> (String, Option<String>) {
    (verdict.to_owned(), Some(date.to_owned()).filter(|date| !date.is_empty()))
}

#[test]
fn co_authors_who_change_together_do_not_conflict() {
    let together = [
        ("ann, kim", "1994", "holds e: rose"),
        ("ann, kim", "2000", "holds e: none"),
        ("kim", "2001", "raises e: asked"),
        ("wes", "1998", "holds e: none"),
    ];
    assert_eq!(told(CHOICE, &together, [0, 1]), since("same", "2000"));
    let (.., similarity, sums) = found(&map(&text(CHOICE, &together)), [0, 1]).expect("two columns");
    assert_eq!((similarity, sums), (Some(1.0), [None, None]));
    let alone = [together[0], together[1], ("kim", "2001", "holds e: rose"), together[3]];
    assert_eq!(told(CHOICE, &alone, [0, 1]), since("opposed", "2001"));
}

#[test]
fn what_one_wrote_with_one_and_then_with_another_is_compared_by_the_last() {
    let papers = [("ann, kim", "1994", "holds e: rose"), ("kim, wes", "2000", "holds e: none")];
    assert_eq!(told(CHOICE, &papers, [0, 2]), since("opposed", ""));
    assert_eq!(told(CHOICE, &papers, [0, 1]), since("opposed", "2000"));
    assert_eq!(told(CHOICE, &papers, [1, 2]), since("same", "2000"));
}

#[test]
fn whoever_rejects_what_another_holds_is_opposed_at_every_date() {
    let papers = [
        ("ann", "1994", "holds e: rose\n  rejects e: fell"),
        ("ann", "2000", "holds e: none\n  rejects e: fell"),
        ("kim", "1996", "holds e: fell"),
    ];
    assert_eq!(told(SCALE, &papers, [0, 1]), since("opposed", "2000"));
    let (.., similarity, _) = found(&map(&text(SCALE, &papers)), [0, 1]).expect("two columns");
    assert_eq!(similarity, Some(0.5));
    let rejects = [("ann", "1994", "rejects e: fell"), ("kim", "1996", "holds e: fell")];
    let (verdict, _, similarity, _) = found(&map(&text(SCALE, &rejects)), [0, 1]).expect("two columns");
    assert_eq!((verdict.as_str(), similarity), ("opposed", Some(0.5)));
}

#[test]
fn undated_opposites_are_no_change_and_enter_nothing() {
    let papers = [("ann", "", "holds e: rose"), ("ann", "2000", "holds e: none"), ("kim", "", "holds e: none")];
    let (verdict, since, similarity, _) = found(&map(&text(SCALE, &papers)), [0, 1]).expect("two columns");
    assert_eq!((verdict.as_str(), since, similarity), ("both ways", None, None));
}

fn any_said(kind: Kind) -> impl Strategy<Value = Said> {
    let by = prop::sample::subsequence(vec![0, 1, 2], 1..=3);
    let year = prop_oneof![1 => Just(None), 3 => (1990..1994u32).prop_map(Some)];
    let clause = (0..7usize, 0..steps(kind), 0..3usize);
    let condition = prop_oneof![3 => Just(None), 2 => (0..2usize).prop_map(Some)];
    (by, year, clause, condition).prop_map(move |(by, year, (what, at, more), condition)| {
        let mut said = Said { by, year, held: BTreeSet::new(), rejected: BTreeSet::new(), alone: what == 5, condition };
        match what {
            0..=2 if kind == Kind::Scale => said.held.extend(at..(at + more.max(1)).min(STEPS)),
            0..=2 => said.held.extend([at]),
            3..=5 => said.rejected.extend([at]),
            _ => {}
        }
        said
    })
}

fn any_map() -> impl Strategy<Value = (Kind, Vec<Said>)> {
    let kind = prop::sample::select(vec![Kind::YesNo, Kind::Choice, Kind::Scale, Kind::Open]);
    kind.prop_flat_map(|kind| (Just(kind), prop::collection::vec(any_said(kind), 1..8)))
}

fn near(a: Option<f64>, b: Option<f64>) -> bool {
    a.zip(b).map_or(a.is_none() && b.is_none(), |(a, b)| (a - b).abs() < 1e-9)
}

/// Conditions on which two say something: which, whether both do, and how they meet there.
fn met(map: &Map, pair: [usize; 2]) -> BTreeSet<(String, &'static str, &'static str)> {
    let authors: Vec<Actor> = map.authors.ids().map(Actor::Author).collect();
    let columns = Columns::chosen(map, &pair.map(|at| authors[at]), false);
    let positions = Positions::new(map, &whole(map), columns);
    let issue = map.issues.ids().next().expect("there is one");
    let grounds = Grounds::new(map, false);
    let sides = [0, 1].map(|column| Side::new(map, &positions, &grounds, issue, column));
    let told = |on: &OnCondition| {
        let stance = on.stances.iter().flatten().next().expect("one of the two says so");
        let words = map.stances[*stance].condition.as_ref().map(|it| map.text(it.words).into_owned());
        let who = match on.stances.each_ref().map(Vec::is_empty) {
            [false, false] => "both",
            [false, true] => "the one",
            _ => "the other",
        };
        let meeting = match on.meeting {
            Meeting::Same => "same",
            Meeting::Opposed => "opposed",
            Meeting::Apart => "apart",
        };
        (words.unwrap_or_default(), who, meeting)
    };
    compare(map, &grounds, issue, [&sides[0], &sides[1]]).on_conditions.iter().map(told).collect()
}

/// How many pairs of all three exclude each other; none where two of them always write jointly.
fn quarrels(map: &Map) -> Option<usize> {
    let authors: Vec<Actor> = map.authors.ids().map(Actor::Author).collect();
    let columns = Columns::chosen(map, &authors, false);
    if columns.owners.len() < authors.len() {
        return None;
    }
    let positions = Positions::new(map, &whole(map), columns);
    let issue = map.issues.ids().next()?;
    let stands: Vec<_> = positions.stances_on(issue).collect();
    let grouped = Grouped::new(map, issue, &stands);
    assert_eq!(grouped.quarrels > 0, grouped.group == Group::Clash);
    Some(grouped.quarrels)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// `PROPTEST_CASES` asks for more.
    #[test]
    fn figures_and_verdicts_are_those_of_the_definitions((kind, all) in any_map()) {
        let text = written(kind, &all);
        let map = map(&text);
        for pair in [[0, 1], [1, 0], [0, 2], [1, 2]] {
            let Some((word, since, similarity, [congruence, conflict])) = found(&map, pair) else { continue };
            prop_assert_eq!((word, since), verdict(kind, &all, pair), "{:?} of\n{}", pair, &text);
            let wanted = distance(kind, &all, pair).map(|distance| 1.0 - distance);
            prop_assert!(near(similarity, wanted), "{:?}: {:?}, not {:?} of\n{}", pair, similarity, wanted, &text);
            let wanted = sums(kind, &all, pair);
            let is_right = near(congruence, wanted.map(|it| it[0])) && near(conflict, wanted.map(|it| it[1]));
            prop_assert!(is_right, "{:?}: {:?} {:?}, not {:?} of\n{}", pair, congruence, conflict, wanted, &text);
            prop_assert_eq!(met(&map, pair), on_conditions(kind, &all, pair), "{:?} of\n{}", pair, &text);
        }
        if let Some(quarrels) = quarrels(&map).filter(|_| kind != Kind::Open) {
            let wanted = [[0, 1], [0, 2], [1, 2]].into_iter().filter(|pair| quarrel(kind, &all, *pair)).count();
            prop_assert_eq!(quarrels, wanted, "{}", &text);
        }
    }

    #[test]
    fn what_others_report_alters_nothing((kind, all) in any_map(), reports in any_map(), of in 0..3usize) {
        let (text, author) = (written(kind, &all), ["ann", "kim", "wes"][of]);
        let reported: Vec<Said> = reports.1.into_iter().filter(|said| fits(kind, said)).collect();
        // Of each report the clause is told in a source of somebody else's.
        let reports = written(kind, &reported);
        let reports = reports.split("\nclaim c: ").skip(1).enumerate().map(|(at, claim)| {
            let claim = claim.split("\n\n").next().unwrap_or_default();
            format!("source r{at}: R\n  by: ned\n\nclaim c: {claim}\n  voice: {author}\n\n")
        });
        let with = format!("{text}author ned: Ned\n\n{}", reports.collect::<String>());
        let (without, with) = (map(&text), map(&with));
        let authors: Vec<Actor> = with.authors.ids().map(Actor::Author).collect();
        for pair in [[0, 1], [0, 2], [1, 2]] {
            prop_assert_eq!(found(&without, pair), between(&with, pair.map(|at| authors[at]), true), "{}", &text);
        }
    }

    #[test]
    fn a_side_of_one_is_that_author((kind, all) in any_map()) {
        let text = written(kind, &all);
        let map = map(&format!("{text}side red: Red\n  authors: ann\n\nside blue: Blue\n  authors: kim\n"));
        let (authors, sides): (Vec<_>, Vec<_>) = (map.authors.ids().collect(), map.sides.ids().collect());
        let of_authors = between(&map, [Actor::Author(authors[0]), Actor::Author(authors[1])], false);
        let of_sides = between(&map, [Actor::Side(sides[0]), Actor::Side(sides[1])], false);
        // Two who always write jointly are one column, and two sides none the less.
        if of_authors.is_some() {
            prop_assert_eq!(of_authors, of_sides, "{}", &text);
        }
    }

    #[test]
    fn what_two_say_jointly_never_parts_them((kind, all) in any_map()) {
        let mut all = all;
        all.iter_mut().filter(|said| said.by != [2]).for_each(|said| said.by = vec![0, 1]);
        // So that they are two columns.
        all.push(Said { by: vec![0], year: None, held: BTreeSet::new(), rejected: BTreeSet::new(), alone: false, condition: None });
        let map = map(&written(kind, &all));
        if let Some((word, _, similarity, [_, conflict])) = found(&map, [0, 1]) {
            prop_assert!(!["opposed", "degree"].contains(&word.as_str()), "{word}");
            prop_assert!(similarity.is_none_or(|similarity| similarity == 1.0));
            prop_assert!(conflict.is_none_or(|conflict| conflict == 0.0));
        }
    }
}
