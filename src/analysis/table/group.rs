//! Groups of issues, by what columns do to each other there: they clash, on conditions only, they agree, or one speaks alone.

use crate::model::{IssueId, Map, PositionId};

use super::column_stance::ColumnStance;
use super::orientation::Orientation;
use super::positions::IssueStance;
use super::taken::{Taken, shared};

/// Relation of the columns to each other on an issue. The order is that of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Two take sides that exclude each other, and neither on a condition.
    Clash,
    /// They would if a condition were met, or fewer than two take a side without one.
    OnConditions,
    /// Two or more take sides, and all of these can be right.
    Agree,
    /// One takes a side, be it on a condition.
    OneSide,
    /// They ask, weigh, rank, or speak both ways.
    NoSide,
}

/// An issue with its group, and what orders it there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grouped {
    /// The issue, by its number in the map.
    pub issue: IssueId,
    /// Relation of the columns to each other there.
    pub group: Group,
    /// How many pairs of columns exclude each other.
    pub quarrels: usize,
    /// How many columns take a side, be it on a condition.
    pub sides: usize,
}

/// A side that a column takes, on a condition or without one.
#[derive(Clone, Copy)]
struct Side {
    column: usize,
    taken: Taken,
}

impl Grouped {
    /// Of an issue, by all that columns say there. What others report, and what is only called not enough alone, takes no side.
    pub fn new(map: &Map, issue: IssueId, stands: &[(usize, IssueStance<'_>)]) -> Grouped {
        let exclusive = map.issues[issue].is_exclusive();
        let (mut plain, mut conditional): (Vec<Side>, Vec<Side>) = (Vec::new(), Vec::new());
        for (column, stand) in stands {
            let [without, on_condition] = sides_of(map, stand, exclusive);
            plain.extend(without.into_iter().map(|taken| Side { column: *column, taken }));
            conditional.extend(on_condition.into_iter().map(|taken| Side { column: *column, taken }));
        }
        let columns = |sides: &mut dyn Iterator<Item = &Side>| {
            let mut columns: Vec<usize> = sides.map(|side| side.column).collect();
            columns.sort_unstable();
            columns.dedup();
            columns.len()
        };
        let outright = columns(&mut plain.iter());
        let all = columns(&mut plain.iter().chain(&conditional));
        let quarrels = quarrels(&plain, exclusive);
        let excludes = |one: &Side| {
            let clash = |other: &Side| one.column != other.column && one.taken.excludes(other.taken, exclusive);
            plain.iter().chain(&conditional).any(clash)
        };
        let group = if quarrels > 0 {
            Group::Clash
        } else if conditional.iter().any(excludes) || outright < 2 && all > 1 {
            Group::OnConditions
        } else {
            match all {
                0 => Group::NoSide,
                1 => Group::OneSide,
                _ => Group::Agree,
            }
        };
        Grouped { issue, group, quarrels, sides: all }
    }
}

/// Sides that one column takes without a condition, and what it takes on one; of who changed, in the end. Whoever speaks both ways takes no
/// side: on the issue, or where several positions can be held on that one.
fn sides_of(map: &Map, stand: &IssueStance<'_>, exclusive: bool) -> [Vec<Taken>; 2] {
    let stand = stand.latest();
    if exclusive && stand.issue.orientation == Orientation::Ambivalent {
        return [Vec::new(), Vec::new()];
    }
    let is_torn = |taken: &Taken| {
        let position = taken.held.map(|[first, _]| first).or(taken.rejected);
        let cell = position.and_then(|position| stand.on(position));
        !exclusive && cell.is_some_and(|cell| cell.orientation == Orientation::Ambivalent)
    };
    let taken = |conditional: bool| {
        let said = |say: &&ColumnStance| say.conditional == conditional && !say.reported;
        let taken = stand.stances.iter().filter(said).filter_map(|say| Taken::of(map, say));
        let mut taken: Vec<Taken> = taken.filter(|taken| !is_torn(taken)).collect();
        taken.sort_unstable();
        taken.dedup();
        taken
    };
    let (mut plain, conditional) = (taken(false), taken(true));
    // Of several ranges that are held, what they share is.
    if exclusive && let Some(held) = shared(plain.iter().filter_map(|taken| taken.held)) {
        plain.iter_mut().filter(|taken| taken.held.is_some()).for_each(|taken| taken.held = Some(held));
    }
    [plain, conditional]
}

/// How many pairs there are of who holds what excludes what another holds, or what another rejects who holds nothing.
fn quarrels(plain: &[Side], exclusive: bool) -> usize {
    let mut held: Vec<(usize, [PositionId; 2])> =
        plain.iter().filter_map(|side| Some((side.column, side.taken.held?))).collect();
    held.sort_unstable();
    held.dedup();
    let sorted = |end: usize| {
        let mut ends: Vec<PositionId> = held.iter().map(|(_, range)| range[end]).collect();
        ends.sort_unstable();
        ends
    };
    let (firsts, lasts) = (sorted(0), sorted(1));
    let begun = |at: PositionId| firsts.partition_point(|first| *first <= at);
    let ended = |at: PositionId| lasts.partition_point(|last| *last < at);
    let mut quarrels = 0;
    if exclusive {
        quarrels += held.iter().map(|(_, [_, last])| held.len() - begun(*last)).sum::<usize>();
    }
    let is_counted = |column: usize| exclusive && held.binary_search_by_key(&column, |(column, _)| *column).is_ok();
    let rejected = plain.iter().filter(|side| !is_counted(side.column)).filter_map(|side| side.taken.rejected);
    let against = rejected.map(|position| begun(position) - ended(position)).sum::<usize>();
    quarrels + against + within(plain, exclusive, &held)
}

/// The same of who holds something and rejects what another holds beside it: a step of a range that both hold in part.
fn within(plain: &[Side], exclusive: bool, held: &[(usize, [PositionId; 2])]) -> usize {
    let own = |column: usize| held.iter().find(|(other, _)| *other == column).map(|(_, range)| *range);
    let ranges = || held.iter().filter(|(_, [first, last])| first != last);
    if !exclusive || ranges().next().is_none() {
        return 0;
    }
    let rejects = plain.iter().filter_map(|side| Some((side.column, side.taken.rejected?, own(side.column)?)));
    let denied = rejects.map(|(column, position, own)| {
        let is_denied = |(other, range): &&(usize, [PositionId; 2])| {
            *other != column && range[0] <= position && position <= range[1] && shared([*range, own]).is_some()
        };
        ranges().filter(is_denied).count()
    });
    denied.sum()
}
