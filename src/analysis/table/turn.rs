//! Turns: what a column that changed its mind holds to in the end, and what it held to at each time.

use crate::model::{Date, IssueId, Map, PositionId};

use super::column_stance::ColumnStance;
use super::orientation::{OnIssue, OnPosition, Orientation};
use super::taken::{Taken, are_consistent};

/// What a column holds to in the end, where it said the opposite before.
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
    /// What it took from each of these days on, in the order of time.
    pub turns: Vec<(u32, Vec<Taken>)>,
}

/// What is said in one stretch of time: on days that may be the same.
#[derive(Debug)]
pub struct Time<T> {
    /// The first day on which it may have been said.
    pub first_day: u32,
    /// What was said then, in the order of the text.
    pub said: Vec<T>,
}

/// What was taken, by time; `None` where something has no date.
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

/// The stances that stand in the end, when it turned last, and what stood at each time. Only what is about a position that
/// `changed` is given up; on an issue of which one position can be held that is all of it.
pub fn surviving(
    map: &Map,
    issue: IssueId,
    stances: &[ColumnStance],
    positions: &[OnPosition],
) -> Option<(Vec<ColumnStance>, Date, Vec<(u32, Vec<Taken>)>)> {
    let exclusive = map.issues[issue].is_exclusive();
    let has_changed = |position: PositionId| {
        positions.iter().any(|cell| cell.position == position && cell.orientation == Orientation::Changed)
    };
    let is_about =
        |taken: &Taken| exclusive || taken.held.map(|[first, _]| first).or(taken.rejected).is_some_and(has_changed);
    let taken = |say: &ColumnStance| Taken::of(map, say).filter(is_about);
    let sided = stances.iter().filter_map(|say| Some((map.date_of(say.statement), (say, taken(say)?))));
    let times = times(sided)?;
    let mut standing: Vec<(&ColumnStance, Taken)> = Vec::new();
    let (mut since, mut turns) = (None, Vec::new());
    for time in &times {
        let mut now: Vec<Taken> = time.said.iter().map(|(_, taken)| *taken).collect();
        now.sort_unstable();
        now.dedup();
        let before = standing.len();
        standing.retain(|(_, earlier)| !now.iter().any(|later| later.excludes(*earlier, exclusive)));
        if standing.len() < before {
            since = map.date_of(time.said[0].0.statement);
        }
        standing.extend(&time.said);
        let mut held: Vec<Taken> = standing.iter().map(|(_, taken)| *taken).collect();
        held.sort_unstable();
        held.dedup();
        turns.push((time.first_day, held));
    }
    let stands = |say: &ColumnStance| standing.iter().any(|(other, _)| std::ptr::eq(*other, say));
    let kept = stances.iter().filter(|say| taken(say).is_none() || stands(say)).copied().collect();
    Some((kept, since?, turns))
}
