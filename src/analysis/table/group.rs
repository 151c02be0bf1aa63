//! Groups of issues, by what columns do to each other there: they clash, on conditions only, they agree, or one speaks alone.

use std::collections::BTreeSet;

use crate::model::{IssueId, Map, PositionId};

use super::orientation::Orientation;
use super::positions::IssueStance;
use super::taken::{Taken, shared};

/// First position and last of what a column holds, mostly the same.
type Range = [PositionId; 2];

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

/// A side that a column takes: it holds a position or a range, or rejects a position.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Side {
    column: usize,
    taken: Taken,
    conditional: bool,
}

impl Side {
    /// Whether two columns cannot both be right.
    fn excludes(&self, other: &Side, exclusive: bool) -> bool {
        self.column != other.column && self.taken.excludes(other.taken, exclusive)
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
    let stand = stand.latest();
    if exclusive && stand.issue.orientation == Orientation::Ambivalent {
        return Vec::new();
    }
    let is_open = |position: PositionId| {
        let orientation = stand.on(position).map(|cell| cell.orientation);
        orientation != Some(Orientation::Ambivalent)
    };
    let mut sides: Vec<Side> = Vec::new();
    for say in stand.stances {
        let Some(taken) = Taken::of(map, say) else { continue };
        if !exclusive && !taken.held.map(|[first, _]| first).or(taken.rejected).is_some_and(is_open) {
            continue;
        }
        // Of several ranges a column holds what they share.
        let is_joined = exclusive && !say.conditional && taken.held.is_some();
        let held = if is_joined { stand.issue.held.or(taken.held) } else { taken.held };
        let side = Side { column, taken: Taken { held, ..taken }, conditional: say.conditional };
        if !sides.contains(&side) {
            sides.push(side);
        }
    }
    sides
}

/// How many pairs of columns exclude each other: on a position, where several can be held.
fn quarrels(plain: &[Side], exclusive: bool) -> usize {
    let mut held: Vec<(Range, usize)> = plain.iter().filter_map(|side| Some((side.taken.held?, side.column))).collect();
    held.sort_unstable();
    held.dedup();
    let rejected = || plain.iter().filter_map(|side| Some((side.taken.rejected?, side.column)));
    if !exclusive {
        let holders = |position: PositionId| {
            let (from, to) = ([position; 2], usize::MAX);
            held.partition_point(|it| *it <= (from, to)) - held.partition_point(|it| *it < (from, 0))
        };
        return rejected().map(|(position, _)| holders(position)).sum();
    }
    let mut lasts: Vec<PositionId> = held.iter().map(|([_, last], _)| *last).collect();
    lasts.sort_unstable();
    let apart: usize = held.iter().map(|([first, _], _)| lasts.partition_point(|last| last < first)).sum();
    apart + denied(&held, rejected())
}

/// How many pairs there are of whom one rejects what the other holds, and holds nothing that lies apart from it.
fn denied(held: &[(Range, usize)], rejected: impl Iterator<Item = (PositionId, usize)>) -> usize {
    let mut by_column: Vec<(usize, Range)> = held.iter().map(|(range, column)| (*column, *range)).collect();
    by_column.sort_unstable();
    let of_column = |column: usize| {
        let at = by_column.partition_point(|(other, _)| *other < column);
        by_column.get(at).filter(|(other, _)| *other == column).map(|(_, range)| *range)
    };
    let ranges: Vec<&(Range, usize)> = held.iter().filter(|([first, last], _)| first != last).collect();
    let mut number = 0;
    let mut pairs = BTreeSet::new();
    for (position, column) in rejected {
        let own = of_column(column);
        // Whoever holds something lies apart from whoever holds just what is rejected: that pair is counted.
        if own.is_none() {
            number += held.partition_point(|it| *it <= ([position; 2], usize::MAX))
                - held.partition_point(|it| *it < ([position; 2], 0));
        }
        let is_denied = |range: Range| shared([range, [position; 2]]).is_some();
        let is_joined = |range: Range| own.is_none_or(|own| shared([own, range]).is_some());
        let others = ranges.iter().filter(|(range, other)| *other != column && is_denied(*range) && is_joined(*range));
        pairs.extend(others.map(|(_, other)| (column.min(*other), column.max(*other))));
    }
    number + pairs.len()
}
