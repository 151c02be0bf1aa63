//! The definitions of who is compared with whom, written out a second time: sets of positions, year by year.

use std::collections::BTreeSet;

use super::said::{Kind, STEPS, Said, condition, steps};

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
    Stands { said: Vec<Said>, changed: Option<u32>, depends: bool },
}

/// Statements of one that are held against each other: where one position can be held, what is said without a condition, and if nothing
/// is, what is said on each condition.
fn held_together(kind: Kind, said: &[Said]) -> (Vec<Vec<Said>>, bool) {
    let on = |condition: Option<usize>| -> Vec<Said> {
        said.iter().filter(|it| it.condition == condition).cloned().collect()
    };
    match kind {
        Kind::Open => (vec![said.to_vec()], false),
        _ if said.is_empty() || !on(None).is_empty() => (vec![on(None)], false),
        _ => (vec![on(Some(0)), on(Some(1))], true),
    }
}

fn stand(kind: Kind, said: &[Said]) -> Stand {
    let (groups, depends) = held_together(kind, said);
    let mut all = Stand::Stands { said: Vec::new(), changed: None, depends };
    for group in groups {
        match (&mut all, stand_together(kind, group)) {
            (Stand::Stands { said, changed, .. }, Stand::Stands { said: more, changed: later, .. }) => {
                said.extend(more);
                *changed = (*changed).max(later);
            }
            _ => return Stand::Contradicts,
        }
    }
    all
}

fn stand_together(kind: Kind, said: Vec<Said>) -> Stand {
    let pairs = || said.iter().enumerate().flat_map(|(at, a)| said[at + 1..].iter().map(move |b| (a, b)));
    let opposite: Vec<(&Said, &Said)> = pairs().filter(|(a, b)| excludes(kind, a, b)).collect();
    if opposite.is_empty() {
        return Stand::Stands { said, changed: None, depends: false };
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
    Stand::Stands { said, changed, depends: false }
}

/// Stand of one in the end: of what changed, what nothing later excludes that is said on the same condition.
fn in_the_end(kind: Kind, said: &[Said]) -> Vec<Said> {
    let of_group = |group: Vec<Said>| match stand_together(kind, group.clone()) {
        Stand::Stands { changed: Some(_), .. } => standing(kind, &group, 9999),
        _ => group,
    };
    if kind == Kind::Open {
        return of_group(said.to_vec());
    }
    let on = |condition| said.iter().filter(|it| it.condition == condition).cloned().collect();
    [None, Some(0), Some(1)].into_iter().flat_map(|condition| of_group(on(condition))).collect()
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
            let stands = pair.map(|author| stand(kind, &outright(kind, all, author, Some(only))));
            let [Stand::Stands { said: a, .. }, Stand::Stands { said: b, .. }] = stands else { return None };
            apart(kind, &in_the_end(kind, &a), &in_the_end(kind, &b))
        };
        let found: Vec<f64> = (0..STEPS).filter_map(of_one).collect();
        return (!found.is_empty()).then(|| found.iter().sum::<f64>() / found.len() as f64);
    }
    let stands = pair.map(|author| stand(kind, &outright(kind, all, author, None)));
    let [
        Stand::Stands { said: a, changed: of_a, depends: false },
        Stand::Stands { said: b, changed: of_b, depends: false },
    ] = stands
    else {
        return None;
    };
    let at = |said: &[Said], changed: Option<u32>, year: u32| {
        if changed.is_none() {
            said.to_vec()
        } else {
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
    let (mut since, mut contradicts, mut depends) = (None, false, false);
    for (side, &author) in pair.iter().enumerate() {
        for &only in &scopes {
            match stand(kind, &outright(kind, all, author, only)) {
                Stand::Contradicts => contradicts = true,
                Stand::Stands { said, changed, .. } => {
                    since = since.max(changed);
                    ends[side].extend(in_the_end(kind, &said));
                }
            }
        }
    }
    for (side, &author) in pair.iter().enumerate() {
        let alone = all.iter().filter(|said| said.alone && said.by.contains(&author));
        depends |= is_conditional(kind, &ends[side], &alone.cloned().collect::<Vec<_>>());
    }
    for end in &mut ends {
        end.retain(|said| kind == Kind::Open || said.condition.is_none());
    }
    if pair.iter().any(|&author| !speaks(author, false)) {
        return plain("silent");
    }
    let only_raises = pair.iter().any(|&author| !speaks(author, true));
    let word = match () {
        () if only_raises => return plain("raised"),
        () if contradicts => return plain("both ways"),
        () if depends => "conditional",
        () => {
            let [a, b] = &ends;
            let (held_a, held_b) = (holds(kind, a), holds(kind, b));
            let (not_a, not_b) = (union(a, |it| &it.rejected), union(b, |it| &it.rejected));
            let alone = |author: usize| -> BTreeSet<usize> {
                let mine = all.iter().filter(|said| said.alone && said.by.contains(&author));
                let mine = mine.filter(|said| kind == Kind::Open || said.condition.is_none());
                mine.flat_map(|said| &said.rejected).copied().collect()
            };
            let middle = |said: &[Said]| places(said, steps(kind))[0];
            let both_hold = !held_a.is_empty() && !held_b.is_empty() && kind != Kind::Open;
            let differ = both_hold && held_a != held_b;
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

/// Positions that one holds: where one position can be held, what all share that hold any; else all of it.
fn holds(kind: Kind, said: &[Said]) -> BTreeSet<usize> {
    let held = said.iter().map(|it| &it.held).filter(|held| !held.is_empty());
    match kind {
        Kind::Open => union(said, |it| &it.held),
        _ if held.clone().next().is_none() => BTreeSet::new(),
        _ => (0..steps(kind)).filter(|at| held.clone().all(|held| held.contains(at))).collect(),
    }
}

/// Whether two cannot both be right in what they take without a condition; degrees that share a step can.
pub(super) fn quarrel(kind: Kind, all: &[Said], pair: [usize; 2]) -> bool {
    let (word, _) = verdict(kind, all, pair);
    let [a, b] = pair.map(|author| {
        let mut end = in_the_end(kind, &outright(kind, all, author, None));
        end.retain(|said| said.condition.is_none());
        (holds(kind, &end), union(&end, |it| &it.rejected))
    });
    let apart = !a.0.is_empty() && !b.0.is_empty() && a.0.is_disjoint(&b.0);
    let denies = !a.0.is_disjoint(&b.1) || !b.0.is_disjoint(&a.1);
    ["opposed", "degree"].contains(&word.as_str()) && (apart || denies)
}

/// Whether one speaks on conditions alone: where one position can be held, in whatever takes a side; else in all that holds something, or
/// where nothing does, in all that rejects something.
fn is_conditional(kind: Kind, end: &[Said], alone: &[Said]) -> bool {
    let holds = end.iter().any(|said| !said.held.is_empty());
    let all: Vec<&Said> = match kind {
        Kind::Open if holds => end.iter().filter(|said| !said.held.is_empty()).collect(),
        Kind::Open => end.iter().chain(alone).collect(),
        _ if end.is_empty() => alone.iter().collect(),
        _ => end.iter().collect(),
    };
    !all.is_empty() && all.iter().all(|said| said.condition.is_some())
}

/// Statements of two on conditions where one position can be held: whether both do on the same one, else whose exception it is to what that
/// author says without one, and how it meets what the other says.
pub(super) fn on_conditions(
    kind: Kind,
    all: &[Said],
    pair: [usize; 2],
) -> BTreeSet<(String, &'static str, &'static str)> {
    let mut found = BTreeSet::new();
    if kind == Kind::Open {
        return found;
    }
    let ends = pair.map(|author| in_the_end(kind, &outright(kind, all, author, None)));
    let on = |side: usize, condition: Option<usize>| -> Vec<&Said> {
        ends[side].iter().filter(|said| said.condition == condition).collect()
    };
    let takes = |said: &Said| (said.held.clone(), said.rejected.clone());
    let meeting = |one: &[&Said], other: &[&Said]| {
        let any = |is_so: &dyn Fn(&Said, &Said) -> bool| one.iter().any(|a| other.iter().any(|b| is_so(a, b)));
        match () {
            () if any(&|a, b| excludes(kind, a, b)) => "opposed",
            () if any(&|a, b| takes(a) == takes(b)) => "same",
            () => "apart",
        }
    };
    for at in 0..2 {
        let said = [on(0, Some(at)), on(1, Some(at))];
        if said.iter().all(|said| !said.is_empty()) {
            found.insert((condition(at).to_owned(), "both", meeting(&said[0], &said[1])));
            continue;
        }
        for (side, who) in [(0, "the one"), (1, "the other")] {
            let (base, others) = (on(side, None), on(1 - side, None));
            let is_exception = |said: &&&Said| {
                let holds_else = !said.held.is_empty() && base.iter().all(|base| base.held != said.held);
                !base.is_empty() && (holds_else || base.iter().any(|base| excludes(kind, base, said)))
            };
            let exceptions: Vec<&Said> = said[side].iter().filter(is_exception).copied().collect();
            if !exceptions.is_empty() && !others.is_empty() {
                found.insert((condition(at).to_owned(), who, meeting(&exceptions, &others)));
            }
        }
    }
    found
}

/// Congruence and conflict: each statement, which is a source of its own, against each of the other's, unless both are both's.
pub(super) fn sums(kind: Kind, all: &[Said], pair: [usize; 2]) -> Option<[f64; 2]> {
    let (mut number, mut conflict) = (0.0, 0.0);
    for a in left_in_the_end(kind, all, pair[0]) {
        for b in left_in_the_end(kind, all, pair[1]) {
            let is_joint = [&a, &b].iter().all(|said| pair.iter().all(|author| said.by.contains(author)));
            let one = |said: &Said| vec![Said { by: vec![0, 1], ..said.clone() }];
            if !is_joint && let Some(distance) = distance_of(kind, one(&a), one(&b)) {
                number += 1.0;
                conflict += distance;
            }
        }
    }
    (number > 0.0).then_some([number - conflict, conflict])
}

/// All that one says, without what that author gave up.
fn left_in_the_end(kind: Kind, all: &[Said], author: usize) -> Vec<Said> {
    let scopes: Vec<Option<usize>> = if kind == Kind::Open { (0..STEPS).map(Some).collect() } else { vec![None] };
    let is_left = |said: &&Said| {
        let is_given_up = |only: &Option<usize>| {
            let cut = outright(kind, std::slice::from_ref(*said), author, *only);
            let Some(cut) = cut.first() else { return false };
            let mine = outright(kind, all, author, *only);
            let stands = stand(kind, &mine);
            let is_changed = matches!(stands, Stand::Stands { changed: Some(_), .. });
            is_changed && !in_the_end(kind, &mine).contains(cut)
        };
        !scopes.iter().any(is_given_up)
    };
    all.iter().filter(|said| said.by.contains(&author)).filter(is_left).cloned().collect()
}

fn distance_of(kind: Kind, a: Vec<Said>, b: Vec<Said>) -> Option<f64> {
    let both: Vec<Said> = a
        .into_iter()
        .map(|it| Said { by: vec![0], ..it })
        .chain(b.into_iter().map(|it| Said { by: vec![1], ..it }))
        .collect();
    distance(kind, &both, [0, 1])
}
