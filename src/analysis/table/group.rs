//! Groups of issues, by what columns do to each other there: they clash, on conditions only, they agree, or one speaks alone.

use crate::model::{IssueId, Map, PositionId};

use super::bearing::Bearing;
use super::column_stance::ColumnStance;
use super::orientation::Orientation;
use super::positions::IssueStance;

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

/// A side that a column takes: it holds a position or rejects it.
#[derive(Clone, Copy)]
struct Side {
    column: usize,
    position: PositionId,
    holds: bool,
    conditional: bool,
}

impl Side {
    /// Whether two columns cannot both be right.
    fn excludes(&self, other: &Side, exclusive: bool) -> bool {
        let differ = match (self.holds, other.holds) {
            (true, true) => exclusive && self.position != other.position,
            (false, false) => false,
            _ => self.position == other.position,
        };
        differ && self.column != other.column
    }
}

impl Grouped {
    /// Of an issue, by all that columns say there. What others report, and what is only called not enough alone, takes no side.
    pub fn new(map: &Map, issue: IssueId, stands: &[(usize, IssueStance<'_>)]) -> Grouped {
        let exclusive = map.issues[issue].is_exclusive();
        let mut sides: Vec<Side> = Vec::new();
        for (column, stand) in stands {
            sides.extend(sides_of(map, *column, stand, exclusive));
        }
        let (conditional, plain): (Vec<Side>, Vec<Side>) = sides.into_iter().partition(|side| side.conditional);
        let columns = |sides: &mut dyn Iterator<Item = &Side>| {
            let mut columns: Vec<usize> = sides.map(|side| side.column).collect();
            columns.sort_unstable();
            columns.dedup();
            columns.len()
        };
        let outright = columns(&mut plain.iter());
        let all = columns(&mut plain.iter().chain(&conditional));
        let quarrels = quarrels(&plain, exclusive);
        let excludes = |one: &Side| plain.iter().chain(&conditional).any(|other| one.excludes(other, exclusive));
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

/// The sides that one column takes; of who changed, the last one.
fn sides_of(map: &Map, column: usize, stand: &IssueStance<'_>, exclusive: bool) -> Vec<Side> {
    let is_open = |position: PositionId| {
        let orientation = stand.on(position).map(|cell| cell.orientation);
        !matches!(orientation, Some(Orientation::Ambivalent))
    };
    if exclusive && stand.issue.orientation == Orientation::Ambivalent {
        return Vec::new();
    }
    let last = match stand.issue.orientation {
        Orientation::Changed => stand.reversals(map).last().copied(),
        _ => None,
    };
    let first_day = |say: &ColumnStance| map.date_of(say.statement).map(crate::model::Date::first_day);
    let since = last.and_then(|last| stand.stances.iter().find(|say| say.stance == last)).and_then(first_day);
    let spoken = stand.stances.iter().filter(|say| !say.anticipated && !say.reported && !say.alone);
    let spoken = spoken.filter(|say| since.is_none_or(|since| first_day(say).is_some_and(|day| day >= since)));
    let mut sides = Vec::new();
    for say in spoken {
        for (position, bearing) in say.bearings(map).filter(|(position, _)| is_open(*position)) {
            if matches!(bearing, Bearing::Holds | Bearing::Rejects) {
                let side = Side { column, position, holds: bearing == Bearing::Holds, conditional: say.conditional };
                let is_known = |known: &Side| {
                    (known.position, known.holds, known.conditional) == (position, side.holds, side.conditional)
                };
                if !sides.iter().any(is_known) {
                    sides.push(side);
                }
            }
        }
    }
    sides
}

/// How often one holds what excludes what another holds, or what another rejects without holding anything.
fn quarrels(plain: &[Side], exclusive: bool) -> usize {
    let mut held: Vec<(PositionId, usize)> =
        plain.iter().filter(|side| side.holds).map(|side| (side.position, side.column)).collect();
    held.sort_unstable();
    let held_by = |position: PositionId| {
        held.partition_point(|(other, _)| *other <= position) - held.partition_point(|(other, _)| *other < position)
    };
    let mut quarrels = 0;
    if exclusive {
        let same: usize = held.chunk_by(|a, b| a.0 == b.0).map(|same| same.len() * (same.len() - 1) / 2).sum();
        quarrels += held.len() * held.len().saturating_sub(1) / 2 - same;
    }
    let mut holders: Vec<usize> = held.iter().map(|(_, column)| *column).collect();
    holders.sort_unstable();
    // Whoever rejects what another holds holds something else, where anything: that pair is counted.
    let is_counted = |column: usize| exclusive && holders.binary_search(&column).is_ok();
    let rejected = plain.iter().filter(|side| !side.holds && !is_counted(side.column));
    quarrels + rejected.map(|side| held_by(side.position)).sum::<usize>()
}
