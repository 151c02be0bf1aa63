//! Where a statement speaks to an issue: the position that it is about, and on which side of that it stands.

use foldhash::HashMap;

use crate::analysis::table::bearing::{Bearing, bearings};
use crate::model::select::Selection;
use crate::model::{Attitude, IssueId, Map, PositionId, StanceId, StatementId};

/// How a statement stands to the position at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceSide {
    /// It holds the position, or rejects the only other one.
    For,
    /// It rejects the position.
    Against,
    /// It ranks it first.
    Prefers,
    /// It weighs the issue.
    Weighs,
    /// It only asks or mentions it.
    Raises,
}

/// Side that one stance takes in one place.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The issue that it is on.
    pub issue: IssueId,
    /// The position that it is about; none where it takes no side.
    pub position: Option<PositionId>,
    /// The statement that takes the stance.
    pub statement: StatementId,
    /// The stance in the map.
    pub stance: StanceId,
    /// How it stands there.
    pub side: PlaceSide,
}

/// The statements on an issue by position, in the order of the map, those that name none last. Of an issue without positions of its
/// own, to reject one is to hold the other. What a statement says in one place stands together.
pub(super) fn places(map: &Map, selection: &Selection, issue: IssueId) -> Vec<Place> {
    let stances = map.stances_on(issue).iter().copied().filter(|&stance| selection.has_stance(stance));
    let mut places: Vec<Place> = stances.flat_map(|stance| of_stance(map, issue, stance)).collect();
    places.sort_by_key(|place| (place.position.is_none(), place.position, place.side != PlaceSide::For, place.stance));
    let mut first: HashMap<(Option<PositionId>, StatementId), usize> = HashMap::default();
    for (at, place) in places.iter().enumerate() {
        first.entry((place.position, place.statement)).or_insert(at);
    }
    places.sort_by_cached_key(|place| first[&(place.position, place.statement)]);
    places
}

/// The places of a stance: of a range each of its steps.
fn of_stance(map: &Map, issue: IssueId, stance: StanceId) -> Vec<Place> {
    let what = &map.stances[stance];
    let held = bearings(map, stance).filter(|(_, bearing)| *bearing == Bearing::Holds).map(|(position, _)| position);
    let held: Vec<PositionId> = held.collect();
    let side = match what.attitude {
        Attitude::Holds => PlaceSide::For,
        Attitude::Rejects if !held.is_empty() => PlaceSide::For,
        Attitude::Rejects => PlaceSide::Against,
        Attitude::Prefers => PlaceSide::Prefers,
        Attitude::Weighs => PlaceSide::Weighs,
        Attitude::Raises => PlaceSide::Raises,
    };
    let place = |position| Place { issue, position, statement: what.statement, stance, side };
    if held.is_empty() { vec![place(what.position)] } else { held.into_iter().map(Some).map(place).collect() }
}
