//! Turns: what a column that changed its mind holds to in the end, and what it held to at each time.

use crate::model::{Date, IssueId, Map, PositionId, StanceId};

use super::column_stance::ColumnStance;
use super::exception::{Conditioned, Said, by_condition};
use super::orientation::{OnIssue, OnPosition, Orientation};
use super::taken::{Taken, are_consistent};

/// Last stances of a column that took the opposite side before.
#[derive(Debug)]
pub struct Last {
    /// When it turned last.
    pub since: Date,
    /// The issue's cell, as if nothing else had been said.
    pub issue: OnIssue,
    /// The cells of the positions, likewise.
    pub positions: Vec<OnPosition>,
    /// The stances that nothing later excludes, in the order of the text.
    pub stances: Vec<ColumnStance>,
    /// Which of the stances bear on which of the positions.
    pub behind: Vec<u32>,
    /// Sides taken from each of these days on, in the order of time.
    pub turns: Vec<(u32, Vec<Taken>)>,
}

/// Statements of one stretch of time: on days that may be the same.
#[derive(Debug)]
pub struct Time<T> {
    /// The first day on which it may have been said.
    pub first_day: u32,
    /// Statements of that time, in the order of the text.
    pub said: Vec<T>,
}

/// Stretches of time with what was said in each; `None` where something has no date.
pub fn times<T>(said: impl Iterator<Item = (Option<Date>, T)>) -> Option<Vec<Time<T>>> {
    let mut dated = Vec::new();
    for (date, what) in said {
        dated.push((date?, what));
    }
    dated.sort_by_key(|(date, _)| (date.first_day(), date.last_day()));
    let mut last_day = 0;
    let mut times: Vec<Time<T>> = Vec::new();
    for (date, what) in dated {
        match times.last_mut() {
            Some(time) if date.first_day() <= last_day => time.said.push(what),
            _ => times.push(Time { first_day: date.first_day(), said: vec![what] }),
        }
        last_day = last_day.max(date.last_day());
    }
    Some(times)
}

/// Whether what is opposite was said at different times, and never at one time: a change of mind.
pub fn is_change(times: &[Time<Taken>], exclusive: bool) -> bool {
    times.len() > 1 && times.iter().all(|time| are_consistent(time.said.iter().copied(), exclusive))
}

/// Stances that stand in the end, the time of the last turn, and what stood at each time.
pub type Surviving = (Vec<ColumnStance>, Date, Vec<(u32, Vec<Taken>)>);

/// The stances that stand in the end, when it turned last, and what stood at each time. Only what is about a position that
/// `changed` is given up; on an issue of which one position can be held that is all of it. What is said on a condition is given up
/// by what is said later on the same one, and by nothing else.
pub fn surviving(map: &Map, issue: IssueId, stances: &[ColumnStance], positions: &[OnPosition]) -> Option<Surviving> {
    let exclusive = map.issues[issue].is_exclusive();
    let has_changed = |position: PositionId| {
        positions.iter().any(|cell| cell.position == position && cell.orientation == Orientation::Changed)
    };
    let is_about =
        |taken: &Taken| exclusive || taken.held.map(|[first, _]| first).or(taken.rejected).is_some_and(has_changed);
    let end = |said: Vec<Said>| End::of(map, exclusive, said);
    let (base, on_conditions): (Option<End>, Vec<End>) =
        if let Some(Conditioned { base, conditional }) = Conditioned::of(map, issue, stances) {
            let on_conditions = by_condition(map, &conditional).into_iter().map(end).collect();
            ((!base.is_empty()).then(|| end(base)), on_conditions)
        } else {
            let taken = stances.iter().filter_map(|say| Some((say.stance, Taken::of(map, say).filter(is_about)?)));
            (Some(end(taken.collect())), Vec::new())
        };
    let ends = || base.iter().chain(&on_conditions);
    let is_kept = |say: &&ColumnStance| !ends().any(|end| end.given_up.contains(&say.stance));
    let kept = stances.iter().filter(is_kept).copied().collect();
    // Whoever says something without a condition turned where that did.
    let (since, turns) = match base {
        Some(base) => (base.since, base.turns),
        None => (on_conditions.iter().filter_map(|end| end.since).max_by_key(|date| date.first_day()), Vec::new()),
    };
    Some((kept, since?, turns))
}

/// End of all stances that are held against each other.
pub struct End {
    /// The stances that something later excludes.
    pub given_up: Vec<StanceId>,
    /// When it turned last.
    since: Option<Date>,
    /// Sides taken from each of these days on, in the order of time; empty where it did not change its mind.
    turns: Vec<(u32, Vec<Taken>)>,
}

impl End {
    /// Of what is said together: of one condition, or without one.
    pub fn of(map: &Map, exclusive: bool, said: Vec<Said>) -> End {
        let mut end = End { given_up: Vec::new(), since: None, turns: Vec::new() };
        let dated = |it: Said| (map.date_of(map.stances[it.0].statement), it);
        let Some(times) = times(said.into_iter().map(dated)) else { return end };
        let is_consistent = |time: &Time<Said>| are_consistent(time.said.iter().map(|(_, taken)| *taken), exclusive);
        if !times.iter().all(is_consistent) {
            return end;
        }
        let mut standing: Vec<Said> = Vec::new();
        for time in &times {
            let mut now: Vec<Taken> = time.said.iter().map(|(_, taken)| *taken).collect();
            now.sort_unstable();
            now.dedup();
            let is_excluded = |earlier: &mut Said| now.iter().any(|later| later.excludes(earlier.1, exclusive));
            let given_up: Vec<Said> = standing.extract_if(.., is_excluded).collect();
            if !given_up.is_empty() {
                end.since = map.date_of(map.stances[time.said[0].0].statement);
            }
            end.given_up.extend(given_up.into_iter().map(|(stance, _)| stance));
            standing.extend(&time.said);
            let mut held: Vec<Taken> = standing.iter().map(|(_, taken)| *taken).collect();
            held.sort_unstable();
            held.dedup();
            end.turns.push((time.first_day, held));
        }
        end
    }
}
