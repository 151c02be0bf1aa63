//! One cell of the position table: what a few statements together say about an issue and each of its positions.

use crate::model::{Answers, Attitude, IssueId, Map, PositionId, StanceId, Strength};

use super::positions::{OnIssue, OnPosition, Say, Standing, Tally};

/// How a stance bears on one position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bearing {
    /// It holds it.
    Holds,
    /// It rejects it.
    Rejects,
    /// It ranks it first.
    First,
    /// It ranks it lower.
    Second,
}

/// The positions on which a stance bears. On a yes/no issue rejecting one is holding the other, and the other way
/// round; but what is only not enough `alone` does not make its opposite held.
pub fn bearings(map: &Map, stance: StanceId) -> impl Iterator<Item = (PositionId, Bearing)> {
    let stance = &map.stances[stance];
    let first = match stance.attitude {
        Attitude::Holds => Some(Bearing::Holds),
        Attitude::Rejects => Some(Bearing::Rejects),
        Attitude::Prefers => Some(Bearing::First),
        Attitude::Weighs | Attitude::Raises => None,
    };
    let named = stance.position.zip(first);
    let issue = &map.issues[stance.issue];
    let mirrored = match named {
        Some((position, bearing @ (Bearing::Holds | Bearing::Rejects)))
            if issue.answers == Answers::YesNo && !stance.alone =>
        {
            let other = issue.positions().find(|&other| other != position);
            other.zip(Some(if bearing == Bearing::Holds { Bearing::Rejects } else { Bearing::Holds }))
        }
        _ => None,
    };
    let lower = stance.over.iter().map(|&position| (position, Bearing::Second));
    named.into_iter().chain(mirrored).chain(lower)
}

/// A stance that bears on a position; `spoken` unless it is only an objection that the author anticipates.
struct Bears {
    position: PositionId,
    bearing: Bearing,
    say: Say,
    spoken: bool,
}

/// Reads the stances of one column on one issue; the cells of the positions are added to `on`. Only `one_mind` can change:
/// where several authors share a column, opposites need not be a change.
pub fn read(map: &Map, issue: IssueId, one_mind: bool, says: &[Say], on: &mut Vec<OnPosition>) -> OnIssue {
    let mut bears: Vec<Bears> = Vec::with_capacity(says.len());
    for &say in says {
        let spoken = !say.is_anticipated(map);
        bears.extend(bearings(map, say.stance).map(|(position, bearing)| Bears { position, bearing, say, spoken }));
    }
    bears.sort_by_key(|bears| bears.position);
    let first = on.len();
    let all = tally(map, says.iter().copied());
    let of_position = |group: &[Bears]| match says {
        // The same statement stands behind all.
        [_] => on_position(map, one_mind, group, all),
        _ => on_position(map, one_mind, group, tally(map, group.iter().map(|bears| bears.say))),
    };
    on.extend(bears.chunk_by(|a, b| a.position == b.position).map(of_position));
    let positions = &on[first..];

    let mut spoken = says.iter().filter(|say| !say.is_anticipated(map));
    let weighs = spoken.any(|say| map.stances[say.stance].attitude == Attitude::Weighs);
    let held = positions.iter().filter(|cell| cell.held).count();
    let split = positions.iter().any(|cell| matches!(cell.standing, Standing::Ambivalent | Standing::Changed));
    let exclusive = map.issues[issue].is_exclusive();
    let standing = if weighs {
        Standing::Ambivalent
    } else if split || (exclusive && held > 1) {
        both_ways(map, one_mind, exclusive, &bears)
    } else if held > 0 {
        let no = positions.iter().any(|cell| cell.held && map.positions[cell.position].is_no);
        match conditioned(map, &bears, Bearing::Holds) {
            true => Standing::Conditional,
            false if no => Standing::Against,
            false => Standing::For,
        }
    } else if positions.iter().any(|cell| cell.rejected) {
        if conditioned(map, &bears, Bearing::Rejects) { Standing::Conditional } else { Standing::Against }
    } else if positions.iter().any(|cell| matches!(cell.standing, Standing::Preferred | Standing::Second)) {
        Standing::Preferred
    } else {
        Standing::Raises
    };
    OnIssue { standing, tally: all }
}

fn on_position(map: &Map, one_mind: bool, group: &[Bears], tally: Tally) -> OnPosition {
    let alone = |bears: &Bears| map.stances[bears.say.stance].alone;
    let any = |wanted: Bearing| group.iter().any(|bears| bears.spoken && bears.bearing == wanted);
    let (held, rejected) = (any(Bearing::Holds), any(Bearing::Rejects));
    let outright = group.iter().any(|bears| bears.spoken && bears.bearing == Bearing::Rejects && !alone(bears));
    let standing = if held && outright {
        both_ways(map, one_mind, false, group)
    } else if held {
        if conditioned(map, group, Bearing::Holds) { Standing::Conditional } else { Standing::For }
    } else if rejected {
        if conditioned(map, group, Bearing::Rejects) { Standing::Conditional } else { Standing::Against }
    } else if any(Bearing::First) {
        Standing::Preferred
    } else if any(Bearing::Second) {
        Standing::Second
    } else {
        Standing::Raises
    };
    OnPosition { position: group[0].position, standing, held, rejected, alone: rejected && !outright, tally }
}

/// Whether all that bears so carries a condition.
fn conditioned(map: &Map, bears: &[Bears], wanted: Bearing) -> bool {
    let mut wanted = bears.iter().filter(|bears| bears.spoken && bears.bearing == wanted);
    wanted.all(|bears| map.stances[bears.say.stance].condition.is_some())
}

fn both_ways(map: &Map, one_mind: bool, exclusive: bool, bears: &[Bears]) -> Standing {
    if one_mind && changed(map, exclusive, bears) { Standing::Changed } else { Standing::Ambivalent }
}

/// Whether what is opposite was said at different times, and never at one time: a change of mind.
fn changed(map: &Map, exclusive: bool, bears: &[Bears]) -> bool {
    let mut said = Vec::new();
    for bears in bears.iter().filter(|bears| bears.spoken) {
        let stance = &map.stances[bears.say.stance];
        if stance.alone || !matches!(bears.bearing, Bearing::Holds | Bearing::Rejects) {
            continue;
        }
        let Some(date) = map.date_of(stance.statement) else { return false };
        said.push((date.first_day(), date.last_day(), bears.position, bears.bearing));
    }
    said.sort_unstable();
    let mut last_day = 0;
    let mut times: Vec<Vec<(PositionId, Bearing)>> = Vec::new();
    for (first, last, position, bearing) in said {
        match times.last_mut() {
            Some(time) if first <= last_day => time.push((position, bearing)),
            _ => times.push(vec![(position, bearing)]),
        }
        last_day = last_day.max(last);
    }
    times.len() > 1
        && times.iter_mut().all(|time| {
            time.sort_unstable();
            time.dedup();
            let held = time.iter().filter(|(_, bearing)| *bearing == Bearing::Holds).count();
            time.windows(2).all(|pair| pair[0].0 != pair[1].0) && !(exclusive && held > 1)
        })
}

/// The stances that take a side, in the order of time, without those that only say again what was said before them.
pub fn turns(map: &Map, says: &[Say]) -> Vec<StanceId> {
    let day = |stance: StanceId| map.date_of(map.stances[stance].statement).map(|date| date.first_day());
    let takes_side = |stance: StanceId| {
        let stance = &map.stances[stance];
        !stance.alone && matches!(stance.attitude, Attitude::Holds | Attitude::Rejects)
    };
    let spoken = says.iter().filter(|say| !say.is_anticipated(map)).map(|say| say.stance);
    let mut turns: Vec<StanceId> = spoken.filter(|&stance| takes_side(stance)).collect();
    turns.sort_by_key(|&stance| (day(stance), bearings(map, stance).min(), stance));
    turns.dedup_by(|later, earlier| bearings(map, *later).eq(bearings(map, *earlier)));
    turns
}

/// Counts statements, not stances: one that says two things about an issue is one.
pub fn tally(map: &Map, mut says: impl Iterator<Item = Say>) -> Tally {
    let mut tally = Tally::default();
    let Some(first) = says.next() else { return tally };
    // Most cells have one stance behind them.
    let Some(second) = says.next() else {
        count(map, &[first], &mut tally);
        return tally;
    };
    let mut says: Vec<Say> = [first, second].into_iter().chain(says).collect();
    says.sort_by_key(|say| (map.stances[say.stance].statement, say.stance));
    for of_one in says.chunk_by(|a, b| map.stances[a.stance].statement == map.stances[b.stance].statement) {
        count(map, of_one, &mut tally);
    }
    tally
}

/// Counts one statement by all that it says.
fn count(map: &Map, says: &[Say], tally: &mut Tally) {
    let statement = &map.statements[map.stances[says[0].stance].statement];
    tally.statements += 1;
    tally.inferred += usize::from(says.iter().all(|say| map.stances[say.stance].inferred));
    tally.reported += usize::from(says[0].reported);
    tally.unstated += usize::from(statement.unstated);
    tally.anticipated += usize::from(statement.anticipated);
    let strengths = says.iter().map(|say| map.stances[say.stance].strength);
    match strengths.max_by_key(|strength| (*strength != Strength::Plainly, *strength)) {
        Some(Strength::Strongly) => tally.strongly += 1,
        Some(Strength::Tentatively) => tally.tentatively += 1,
        _ => {}
    }
    tally.conditioned += usize::from(says.iter().any(|say| map.stances[say.stance].condition.is_some()));
}
