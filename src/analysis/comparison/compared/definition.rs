//! The definitions of who is compared with whom, written out a second time: sets of positions, year by year.

use std::collections::BTreeSet;

use super::scene::text;

/// Clause of a random map: what it holds, what it rejects, and whether outright.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) by: Vec<usize>,
    pub(super) year: Option<u32>,
    pub(super) held: BTreeSet<usize>,
    pub(super) rejected: BTreeSet<usize>,
    pub(super) alone: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    YesNo,
    Choice,
    Scale,
    Open,
}

pub(super) const STEPS: usize = 4;

pub(super) fn steps(kind: Kind) -> usize {
    if kind == Kind::YesNo { 2 } else { STEPS }
}

fn names(kind: Kind, positions: &BTreeSet<usize>) -> String {
    let name = |&at: &usize| if kind == Kind::YesNo { ["no", "yes"][at].to_owned() } else { format!("p{at}") };
    positions.iter().map(name).collect::<Vec<_>>().join(", ")
}

pub(super) fn written(kind: Kind, all: &[Said]) -> String {
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

/// Statements that hold by some date: all that are made by then and that nothing later, by then, excludes.
fn standing(kind: Kind, all: &[Said], until: u32) -> Vec<Said> {
    let said: Vec<&Said> = all.iter().filter(|it| it.year.is_none_or(|year| year <= until)).collect();
    let is_given_up = |one: &Said| said.iter().any(|later| later.year > one.year && excludes(kind, later, one));
    said.iter().filter(|one| one.year.is_none() || !is_given_up(one)).map(|it| (*it).clone()).collect()
}

/// Statements that one makes outright on all, or of one position of an open issue.
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

/// Stand of one as a whole: a contradiction, or a stand in the end, perhaps after a change.
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

pub(super) fn distance(kind: Kind, all: &[Said], pair: [usize; 2]) -> Option<f64> {
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

pub(super) fn verdict(kind: Kind, all: &[Said], pair: [usize; 2]) -> (String, Option<String>) {
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
        () if only_raises => return plain("raised"),
        () if contradicts => return plain("both ways"),
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
pub(super) fn sums(kind: Kind, all: &[Said], pair: [usize; 2]) -> Option<[f64; 2]> {
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
