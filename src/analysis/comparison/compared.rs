//! Who is compared with whom: the worked cases, and random maps held against the definitions, written out a second time.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::coding::{Coding, by_unit, whole as answers};
use crate::analysis::dispute::agreement::{Side, Verdict, compare};
use crate::analysis::dispute::network::Unit;
use crate::analysis::example::{map, whole};
use crate::analysis::table::column::{Actor, Columns};
use crate::analysis::table::ground::Grounds;
use crate::analysis::table::positions::Positions;
use crate::model::Map;

/// What the program says of two on the only issue: the verdict and since when, the similarity, and congruence and conflict.
type Found = (String, Option<String>, Option<f64>, [Option<f64>; 2]);

fn found(map: &Map, pair: [usize; 2]) -> Option<Found> {
    let authors: Vec<Actor> = map.authors.ids().map(Actor::Author).collect();
    let columns = Columns::chosen(map, &pair.map(|at| authors[at]), false);
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
        Verdict::Conditional | Verdict::ChangeOfMind => "else",
    };
    let (matrix, _) = answers(map, &positions, &[0, 1], Coding::default());
    let sums = by_unit(map, &positions, &[0, 1], Coding::default(), Unit::Source).from(0)[0];
    let since = comparison.since.map(|date| date.to_string());
    Some((word.to_owned(), since, matrix.from(0)[0].similarity(), [sums.congruence(), sums.conflict()]))
}

const AUTHORS: &str = "author ann: Ann\nauthor kim: Kim\nauthor wes: Wes\n\n";
const CHOICE: &str = "issue e: What happened?\n  position fell: F\n  position none: N\n  position rose: R\n\n";
const SCALE: &str =
    "issue e: What happened?\n  answers: scale\n  position fell: F\n  position none: N\n  position rose: R\n\n";

/// A map of these sources: who wrote it, when, and its clause.
fn text(issue: &str, sources: &[(&str, &str, &str)]) -> String {
    let mut text = format!("{AUTHORS}{issue}");
    for (number, (by, date, clause)) in sources.iter().enumerate() {
        text += &format!("source s{number}: S\n  by: {by}\n");
        text += &if date.is_empty() { String::new() } else { format!("  date: {date}\n") };
        text += &format!("\nclaim c: Claim {number}.\n  {clause}\n\n");
    }
    text
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

/// What a clause of a random map says: what it holds, what it rejects, and whether outright.
#[derive(Debug, Clone)]
struct Said {
    by: Vec<usize>,
    year: Option<u32>,
    held: BTreeSet<usize>,
    rejected: BTreeSet<usize>,
    alone: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    YesNo,
    Choice,
    Scale,
    Open,
}

const STEPS: usize = 4;

fn steps(kind: Kind) -> usize {
    if kind == Kind::YesNo { 2 } else { STEPS }
}

fn names(kind: Kind, positions: &BTreeSet<usize>) -> String {
    let name = |&at: &usize| if kind == Kind::YesNo { ["no", "yes"][at].to_owned() } else { format!("p{at}") };
    positions.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn written(kind: Kind, all: &[Said]) -> String {
    let answers = match kind {
        Kind::YesNo => String::new(),
        Kind::Choice => "  answers: choice\n".to_owned(),
        Kind::Scale => "  answers: scale\n".to_owned(),
        Kind::Open => "  answers: open\n".to_owned(),
    };
    let positions = (0..STEPS).filter(|_| kind != Kind::YesNo).map(|at| format!("  position p{at}: P\n"));
    let issue = format!("issue e: What?\n{answers}{}\n", positions.collect::<String>());
    let rows: Vec<(String, String, String)> = all
        .iter()
        .map(|said| {
            let by: Vec<&str> = said.by.iter().map(|&at| ["ann", "kim", "wes"][at]).collect();
            let clause = match (said.held.is_empty(), said.rejected.is_empty()) {
                (false, _) => format!("holds e: {}", names(kind, &said.held)),
                (_, false) if said.alone => format!("rejects e (alone): {}", names(kind, &said.rejected)),
                (_, false) => format!("rejects e: {}", names(kind, &said.rejected)),
                _ => "raises e: asked".to_owned(),
            };
            (by.join(", "), said.year.map(|year| year.to_string()).unwrap_or_default(), clause)
        })
        .collect();
    let rows: Vec<(&str, &str, &str)> = rows.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
    text(&issue, &rows)
}

fn excludes(kind: Kind, a: &Said, b: &Said) -> bool {
    let apart = !a.held.is_empty() && !b.held.is_empty() && a.held.is_disjoint(&b.held);
    !a.held.is_disjoint(&b.rejected) || !b.held.is_disjoint(&a.rejected) || kind != Kind::Open && apart
}

/// What somebody stands on by some date: all that is said by then and that nothing later, by then, excludes.
fn standing(kind: Kind, all: &[Said], until: u32) -> Vec<Said> {
    let said: Vec<&Said> = all.iter().filter(|it| it.year.is_none_or(|year| year <= until)).collect();
    let is_given_up = |one: &Said| said.iter().any(|later| later.year > one.year && excludes(kind, later, one));
    said.iter().filter(|one| one.year.is_none() || !is_given_up(one)).map(|it| (*it).clone()).collect()
}

/// What one says outright on all, or of one position of an open issue.
fn outright(kind: Kind, all: &[Said], author: usize, only: Option<usize>) -> Vec<Said> {
    let mine = all.iter().filter(|said| said.by.contains(&author) && !said.alone);
    let cut = |said: &Said| {
        let mut said = said.clone();
        if kind == Kind::YesNo {
            let (held, rejected) = (said.held.clone(), said.rejected.clone());
            said.held.extend(rejected.iter().map(|at| 1 - at));
            said.rejected.extend(held.iter().map(|at| 1 - at));
        }
        if let Some(only) = only {
            said.held.retain(|&at| at == only);
            said.rejected.retain(|&at| at == only);
        }
        said
    };
    mine.map(cut).filter(|said| !said.held.is_empty() || !said.rejected.is_empty()).collect()
}

/// What one says as a whole: contradicts it, or stands somewhere in the end, perhaps after a change.
enum Stand {
    Contradicts,
    Stands { said: Vec<Said>, changed: Option<u32> },
}

fn stand(kind: Kind, said: Vec<Said>) -> Stand {
    let pairs = || said.iter().enumerate().flat_map(|(at, a)| said[at + 1..].iter().map(move |b| (a, b)));
    let opposite: Vec<(&Said, &Said)> = pairs().filter(|(a, b)| excludes(kind, a, b)).collect();
    if opposite.is_empty() {
        return Stand::Stands { said, changed: None };
    }
    if said.iter().any(|it| it.year.is_none()) || opposite.iter().any(|(a, b)| a.year == b.year) {
        return Stand::Contradicts;
    }
    // It turned last where something was given up last: by the first that excludes it.
    let given_up = |one: &Said| {
        let later = said.iter().filter(|later| later.year > one.year && excludes(kind, later, one));
        later.filter_map(|later| later.year).min()
    };
    let changed = said.iter().filter_map(given_up).max();
    Stand::Stands { said, changed }
}

/// Where one may stand on a scale, in half steps.
fn places(said: &[Said], steps: usize) -> Vec<usize> {
    let held: Vec<&BTreeSet<usize>> = said.iter().map(|it| &it.held).filter(|held| !held.is_empty()).collect();
    let is_rejected = |at: &usize| said.iter().any(|it| it.rejected.contains(at));
    let shared: Vec<usize> = (0..steps).filter(|at| held.iter().all(|held| held.contains(at))).collect();
    match (said.is_empty(), held.is_empty()) {
        (true, _) => Vec::new(),
        (_, true) => (0..steps).filter(|at| !is_rejected(at)).map(|at| 2 * at).collect(),
        _ => vec![shared[0] + shared[shared.len() - 1]],
    }
}

fn nearest(a: &[Said], b: &[Said], steps: usize) -> Option<usize> {
    let (a, b) = (places(a, steps), places(b, steps));
    a.iter().flat_map(|x| b.iter().map(move |y| x.abs_diff(*y))).min()
}

fn union(said: &[Said], of: fn(&Said) -> &BTreeSet<usize>) -> BTreeSet<usize> {
    said.iter().flat_map(of).copied().collect()
}

/// How far two are apart who stand on this, times apart; on an open issue of one position.
fn apart(kind: Kind, a: &[Said], b: &[Said]) -> Option<f64> {
    let (held_a, held_b) = (union(a, |it| &it.held), union(b, |it| &it.held));
    let (not_a, not_b) = (union(a, |it| &it.rejected), union(b, |it| &it.rejected));
    match kind {
        Kind::YesNo | Kind::Scale => {
            nearest(a, b, steps(kind)).map(|half| half as f64 / (2 * (steps(kind) - 1)) as f64)
        }
        _ if !held_a.is_disjoint(&not_b) || !held_b.is_disjoint(&not_a) => Some(1.0),
        Kind::Choice if !held_a.is_empty() && !held_b.is_empty() => Some(f64::from(u8::from(held_a != held_b))),
        _ if !held_a.is_disjoint(&held_b) || !not_a.is_disjoint(&not_b) => Some(0.0),
        _ => None,
    }
}

fn distance(kind: Kind, all: &[Said], pair: [usize; 2]) -> Option<f64> {
    if kind == Kind::Open {
        let of_one = |only: usize| {
            let stands = pair.map(|author| stand(kind, outright(kind, all, author, Some(only))));
            let [Stand::Stands { said: a, .. }, Stand::Stands { said: b, .. }] = stands else { return None };
            apart(kind, &standing(kind, &a, 9999), &standing(kind, &b, 9999))
        };
        let found: Vec<f64> = (0..STEPS).filter_map(of_one).collect();
        return (!found.is_empty()).then(|| found.iter().sum::<f64>() / found.len() as f64);
    }
    let stands = pair.map(|author| stand(kind, outright(kind, all, author, None)));
    let [Stand::Stands { said: a, changed: of_a }, Stand::Stands { said: b, changed: of_b }] = stands else {
        return None;
    };
    let at = |said: &[Said], changed: Option<u32>, year: u32| match changed {
        None => said.to_vec(),
        Some(_) => {
            let first = said.iter().filter_map(|it| it.year).min().unwrap_or(0);
            standing(kind, said, year.max(first))
        }
    };
    let on = |year: u32| apart(kind, &at(&a, of_a, year), &at(&b, of_b, year));
    let last = on(9999);
    let days: Vec<u32> = [(&a, of_a), (&b, of_b)]
        .iter()
        .filter(|(_, changed)| changed.is_some())
        .flat_map(|(said, _)| said.iter().filter_map(|it| it.year))
        .collect();
    if days.is_empty() || kind != Kind::Scale {
        return last;
    }
    let each: Vec<f64> = days.into_iter().filter_map(on).collect();
    if each.contains(&0.0) { last } else { each.into_iter().reduce(f64::min).or(last) }
}

fn verdict(kind: Kind, all: &[Said], pair: [usize; 2]) -> (String, Option<String>) {
    let speaks = |author: usize, sided: bool| {
        let mut mine = all.iter().filter(|said| said.by.contains(&author));
        mine.any(|said| !sided || !said.held.is_empty() || !said.rejected.is_empty())
    };
    let plain = |word: &str| (word.to_owned(), None);
    let scopes: Vec<Option<usize>> = if kind == Kind::Open { (0..STEPS).map(Some).collect() } else { vec![None] };
    let mut ends = [Vec::new(), Vec::new()];
    let (mut since, mut contradicts) = (None, false);
    for (side, &author) in pair.iter().enumerate() {
        for &only in &scopes {
            match stand(kind, outright(kind, all, author, only)) {
                Stand::Contradicts => contradicts = true,
                Stand::Stands { said, changed } => {
                    since = since.max(changed);
                    ends[side].extend(if changed.is_some() { standing(kind, &said, 9999) } else { said });
                }
            }
        }
    }
    if pair.iter().any(|&author| !speaks(author, false)) {
        return plain("silent");
    }
    let only_raises = pair.iter().any(|&author| !speaks(author, true));
    let word = match () {
        () if only_raises => "raised",
        () if contradicts => "both ways",
        () => {
            let [a, b] = &ends;
            let (held_a, held_b) = (union(a, |it| &it.held), union(b, |it| &it.held));
            let (not_a, not_b) = (union(a, |it| &it.rejected), union(b, |it| &it.rejected));
            let alone = |author: usize| -> BTreeSet<usize> {
                let mine = all.iter().filter(|said| said.alone && said.by.contains(&author));
                mine.flat_map(|said| &said.rejected).copied().collect()
            };
            let middle = |said: &[Said]| places(said, steps(kind))[0];
            let both_hold = !held_a.is_empty() && !held_b.is_empty() && kind != Kind::Open;
            let shared = |said: &[Said]| -> BTreeSet<usize> {
                let held = said.iter().map(|it| &it.held).filter(|held| !held.is_empty());
                (0..steps(kind)).filter(|at| held.clone().all(|held| held.contains(at))).collect()
            };
            let differ = both_hold && shared(a) != shared(b);
            let is_near = kind == Kind::Scale && differ && middle(a).abs_diff(middle(b)) < steps(kind);
            let rejects_a: BTreeSet<usize> =
                not_a.union(&alone(pair[0])).filter(|at| !held_a.contains(at)).copied().collect();
            let rejects_b: BTreeSet<usize> =
                not_b.union(&alone(pair[1])).filter(|at| !held_b.contains(at)).copied().collect();
            match () {
                () if !held_a.is_disjoint(&not_b) || !held_b.is_disjoint(&not_a) => "opposed",
                () if differ && !is_near => "opposed",
                () if differ => "degree",
                () if !held_a.is_disjoint(&held_b) || !rejects_a.is_disjoint(&rejects_b) => "same",
                () => "compatible",
            }
        }
    };
    (word.to_owned(), since.map(|year| year.to_string()))
}

/// Congruence and conflict: each statement, which is a source of its own, against each of the other's, unless both are both's.
fn sums(kind: Kind, all: &[Said], pair: [usize; 2]) -> Option<[f64; 2]> {
    let (mut number, mut conflict) = (0.0, 0.0);
    for a in all.iter().filter(|said| said.by.contains(&pair[0])) {
        for b in all.iter().filter(|said| said.by.contains(&pair[1])) {
            let is_joint = [a, b].iter().all(|said| pair.iter().all(|author| said.by.contains(author)));
            let one = |said: &Said| vec![Said { by: vec![0, 1], ..said.clone() }];
            if !is_joint && let Some(distance) = distance_of(kind, one(a), one(b)) {
                number += 1.0;
                conflict += distance;
            }
        }
    }
    (number > 0.0).then_some([number - conflict, conflict])
}

fn distance_of(kind: Kind, a: Vec<Said>, b: Vec<Said>) -> Option<f64> {
    let both: Vec<Said> = a
        .into_iter()
        .map(|it| Said { by: vec![0], ..it })
        .chain(b.into_iter().map(|it| Said { by: vec![1], ..it }))
        .collect();
    distance(kind, &both, [0, 1])
}

fn any_said(kind: Kind) -> impl Strategy<Value = Said> {
    let by = prop::sample::subsequence(vec![0, 1, 2], 1..=3);
    let year = prop_oneof![1 => Just(None), 3 => (1990..1994u32).prop_map(Some)];
    let clause = (0..7usize, 0..steps(kind), 0..3usize);
    (by, year, clause).prop_map(move |(by, year, (what, at, more))| {
        let mut said = Said { by, year, held: BTreeSet::new(), rejected: BTreeSet::new(), alone: what == 5 };
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
        }
    }

    #[test]
    fn what_two_say_jointly_never_parts_them((kind, all) in any_map()) {
        let mut all = all;
        all.iter_mut().filter(|said| said.by != [2]).for_each(|said| said.by = vec![0, 1]);
        // So that they are two columns.
        all.push(Said { by: vec![0], year: None, held: BTreeSet::new(), rejected: BTreeSet::new(), alone: false });
        let map = map(&written(kind, &all));
        if let Some((word, _, similarity, [_, conflict])) = found(&map, [0, 1]) {
            prop_assert!(!["opposed", "degree"].contains(&word.as_str()), "{word}");
            prop_assert!(similarity.is_none_or(|similarity| similarity == 1.0));
            prop_assert!(conflict.is_none_or(|conflict| conflict == 0.0));
        }
    }
}
