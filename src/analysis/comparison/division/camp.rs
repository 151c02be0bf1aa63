//! Camps: those who stand on the same side of an issue.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::table::orientation::{OnPosition, Orientation};
use crate::analysis::table::positions::IssueStance;
use crate::analysis::table::taken::Taken;
use crate::model::{Date, IssueId, Map, PositionId};

/// A side of an issue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Holds a position of the issue.
    For(PositionId),
    /// Holds a range of a scale, from this step to that.
    Range(PositionId, PositionId),
    /// Holds nothing, and rejects these.
    Against(Vec<PositionId>),
    /// Holds nothing, and calls these not enough by themselves.
    NotAlone(Vec<PositionId>),
    /// Speaks both ways: of this position, or of the issue.
    BothWays(Option<PositionId>),
    /// Said one thing at one time and the opposite at another.
    Changed(Option<PositionId>),
    /// Holds these, each from a first to a last position and on a condition alone, which is to take no side.
    ForIf(Vec<[PositionId; 2]>),
    /// Rejects these on a condition alone.
    AgainstIf(Vec<PositionId>),
    /// Only ranks these first.
    Ranks(Vec<PositionId>),
    /// Only asks or mentions it.
    Raises,
}

/// A column that stands on a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// The column of the member, in the table of positions.
    pub column: usize,
    /// Whether only on a condition.
    pub conditional: bool,
    /// Since when, where the member stood elsewhere before.
    pub since: Option<Date>,
}

/// A side and those who stand on it, in the order of the columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Camp {
    /// The side on which the members stand.
    pub side: Side,
    /// Those who stand there.
    pub members: Vec<Member>,
}

/// The camps on an issue. On an open one a column may be in several; one that is silent is in none.
pub fn camps(map: &Map, issue: IssueId, stands: &[(usize, IssueStance<'_>)]) -> Vec<Camp> {
    let mut camps: BTreeMap<Side, Vec<Member>> = BTreeMap::new();
    for (column, stand) in stands {
        let (since, stand) = (stand.last.map(|last| last.since), &stand.latest());
        let sides =
            if map.issues[issue].is_exclusive() { vec![on_issue(map, stand)] } else { on_positions(map, stand) };
        for (side, standing) in sides {
            let conditional = standing == Orientation::Conditional;
            camps.entry(side).or_default().push(Member { column: *column, conditional, since });
        }
    }
    camps.into_iter().map(|(side, members)| Camp { side, members }).collect()
}

/// The positions of a stand that are so.
fn positions(stand: &IssueStance<'_>, wanted: impl Fn(&OnPosition) -> bool) -> Vec<PositionId> {
    stand.positions.iter().filter(|cell| wanted(cell)).map(|cell| cell.position).collect()
}

/// Ranges held by one who speaks on conditions alone, each once.
fn held_on_conditions(map: &Map, stand: &IssueStance<'_>) -> Vec<[PositionId; 2]> {
    let taken = stand.stances.iter().filter_map(|say| Taken::of(map, say));
    taken.filter_map(|taken| taken.held).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Where one stands who can hold only one position.
fn on_issue(map: &Map, stand: &IssueStance<'_>) -> (Side, Orientation) {
    let standing = stand.issue.orientation;
    let rejects = |alone: bool| positions(stand, |cell| cell.rejected && cell.alone == alone);
    let side = match standing {
        Orientation::Ambivalent => Side::BothWays(None),
        Orientation::Changed => Side::Changed(None),
        Orientation::Preferred | Orientation::Second => {
            Side::Ranks(positions(stand, |cell| cell.orientation == Orientation::Preferred))
        }
        Orientation::Raises | Orientation::Silent => Side::Raises,
        Orientation::Conditional => match held_on_conditions(map, stand) {
            held if held.is_empty() => Side::AgainstIf(positions(stand, |cell| cell.rejected)),
            held => Side::ForIf(held),
        },
        Orientation::For | Orientation::Against => match stand.issue.held {
            Some([first, last]) if first == last => Side::For(first),
            Some([first, last]) => Side::Range(first, last),
            None if rejects(false).is_empty() => Side::NotAlone(rejects(true)),
            None => Side::Against(rejects(false)),
        },
    };
    (side, standing)
}

/// The sides of a column on an open issue: one for each position that it is for or against.
fn on_positions(map: &Map, stand: &IssueStance<'_>) -> Vec<(Side, Orientation)> {
    let side = |cell: &OnPosition| {
        let position = cell.position;
        let side = match cell.orientation {
            Orientation::Ambivalent => Side::BothWays(Some(position)),
            Orientation::Changed => Side::Changed(Some(position)),
            _ if cell.held => Side::For(position),
            _ if cell.rejected && cell.alone => Side::NotAlone(vec![position]),
            _ if cell.rejected => Side::Against(vec![position]),
            _ => return None,
        };
        Some((side, cell.orientation))
    };
    let mut sides: Vec<(Side, Orientation)> = stand.positions.iter().filter_map(side).collect();
    let is_split = sides.iter().any(|(_, standing)| *standing == Orientation::Ambivalent);
    if sides.is_empty() || stand.issue.orientation == Orientation::Ambivalent && !is_split {
        sides.push(on_issue(map, stand));
    }
    sides
}
