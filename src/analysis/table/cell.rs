//! One cell of the position table: what a few statements together say about an issue and each of its positions.

use crate::model::{Attitude, Date, IssueId, Map, PositionId, StanceId};

use super::bearing::Bearing;
use super::column_stance::ColumnStance;
use super::mind::Mind;
use super::orientation::tally;
use super::orientation::{Behind, OnIssue, OnPosition, Orientation, Tally};
use super::turn::{Last, Surviving, surviving};

/// A stance that bears on a position.
struct Bears {
    position: PositionId,
    bearing: Bearing,
    say: ColumnStance,
    /// Which of the cell's stances it is.
    number: u32,
}

/// Reads cells, one after the other. It keeps the room that it needs for one, so that a million cells take none each.
pub struct CellBuilder<'m> {
    map: &'m Map,
    bears: Vec<Bears>,
    /// Of each position spoken of, in order: which stances bear on it.
    ranges: Vec<(PositionId, Behind)>,
}

impl Bears {
    /// Whether it is more than an objection that the author anticipates.
    fn is_spoken(&self) -> bool {
        !self.say.anticipated
    }
}

impl<'m> CellBuilder<'m> {
    /// Of the cells of this map.
    pub fn new(map: &'m Map) -> CellBuilder<'m> {
        CellBuilder { map, bears: Vec::new(), ranges: Vec::new() }
    }

    /// Reads the stances of one column on one issue; the cells of the positions are added to `on`, and to `behind` which of
    /// the stances bear on each. Only `one_mind` can change: where several authors share a column, opposites need not be a
    /// change.
    pub fn read(
        &mut self,
        issue: IssueId,
        one_mind: bool,
        stances: &[ColumnStance],
        on: &mut Vec<OnPosition>,
        behind: &mut Vec<u32>,
    ) -> OnIssue {
        let CellBuilder { map, bears, ranges } = self;
        let map = *map;
        bears.clear();
        for (number, &say) in (0..).zip(stances) {
            bears.extend(say.bearings(map).map(|(position, bearing)| Bears { position, bearing, say, number }));
        }
        bears.sort_by_key(|bears| bears.position);
        let first = on.len();
        let all = tally(stances.iter().copied());
        ranges.clear();
        for group in bears.chunk_by(|a, b| a.position == b.position) {
            let first = behind.len();
            behind.extend(group.iter().map(|bears| bears.number));
            let behind = Behind { first: first as u32, count: (behind.len() - first) as u32 };
            ranges.push((group[0].position, behind));
        }
        let mind = Mind::of(map, issue, one_mind, stances);
        let mut excepted = Vec::new();
        if let Some(conditioned) = &mind.conditioned {
            excepted.extend(bears.extract_if(.., |it| conditioned.has_exception(it.say.stance)));
        }
        let of_position = |group: &[Bears]| {
            let tally = match stances {
                // The same statement stands behind all.
                [_] => all,
                _ => tally(group.iter().map(|bears| bears.say)),
            };
            on_position(&mind, group, tally, range(ranges, group[0].position))
        };
        on.extend(bears.chunk_by(|a, b| a.position == b.position).map(of_position));
        add_exceptions(&excepted, ranges, first, on);
        let orientation = orientation(map, &mind, stances, bears, &on[first..]);
        OnIssue { orientation, held: mind.held(), tally: all }
    }
}

/// How a column stands to an issue as a whole.
fn orientation(
    map: &Map,
    mind: &Mind<'_>,
    stances: &[ColumnStance],
    bears: &[Bears],
    positions: &[OnPosition],
) -> Orientation {
    let weighs = stances.iter().any(|say| !say.anticipated && say.attitude == Attitude::Weighs);
    let held = positions.iter().any(|cell| cell.held);
    let split = positions.iter().any(|cell| matches!(cell.orientation, Orientation::Ambivalent | Orientation::Changed));
    if weighs {
        Orientation::Ambivalent
    } else if split || !mind.is_consistent() {
        mind.both_ways(None)
    } else if mind.is_conditional() {
        Orientation::Conditional
    } else if held {
        let no = positions.iter().any(|cell| cell.held && map.positions[cell.position].is_no);
        match conditioned(bears, Bearing::Holds) {
            true => Orientation::Conditional,
            false if no => Orientation::Against,
            false => Orientation::For,
        }
    } else if positions.iter().any(|cell| cell.rejected) {
        if conditioned(bears, Bearing::Rejects) { Orientation::Conditional } else { Orientation::Against }
    } else if positions.iter().any(|cell| matches!(cell.orientation, Orientation::Preferred | Orientation::Second)) {
        Orientation::Preferred
    } else {
        Orientation::Raises
    }
}

fn on_position(mind: &Mind<'_>, group: &[Bears], tally: Tally, behind: Behind) -> OnPosition {
    let any = |wanted: Bearing| group.iter().any(|bears| bears.is_spoken() && bears.bearing == wanted);
    let (held, rejected) = (any(Bearing::Holds), any(Bearing::Rejects));
    // Beside what is said without a condition, one decides only where nothing else does.
    let rejects = || group.iter().filter(|bears| bears.is_spoken() && bears.bearing == Bearing::Rejects);
    let is_plain = mind.has_base() && rejects().any(|bears| !bears.say.conditional);
    let outright = rejects().any(|bears| !(bears.say.alone || is_plain && bears.say.conditional));
    let orientation = if held && outright {
        mind.both_ways(Some(group[0].position))
    } else if held {
        if conditioned(group, Bearing::Holds) { Orientation::Conditional } else { Orientation::For }
    } else if rejected {
        if conditioned(group, Bearing::Rejects) { Orientation::Conditional } else { Orientation::Against }
    } else if any(Bearing::First) {
        Orientation::Preferred
    } else if any(Bearing::Second) {
        Orientation::Second
    } else {
        Orientation::Raises
    };
    let alone = rejected && !outright;
    OnPosition { position: group[0].position, orientation, held, rejected, alone, exception: None, tally, behind }
}

/// Whether all that bears so carries a condition.
fn conditioned(bears: &[Bears], wanted: Bearing) -> bool {
    let mut wanted = bears.iter().filter(|bears| bears.is_spoken() && bears.bearing == wanted);
    wanted.all(|bears| bears.say.conditional)
}

/// Adds what is held or rejected as an exception alone: it takes no side, beside what is said without a condition.
fn add_exceptions(excepted: &[Bears], ranges: &[(PositionId, Behind)], first: usize, on: &mut Vec<OnPosition>) {
    for of_position in excepted.chunk_by(|a, b| a.position == b.position) {
        let position = of_position[0].position;
        let exception = Some(of_position[0].bearing);
        match on[first..].iter_mut().find(|cell| cell.position == position) {
            Some(cell) => cell.exception = exception,
            None => on.push(OnPosition {
                position,
                orientation: Orientation::Conditional,
                held: false,
                rejected: false,
                alone: false,
                exception,
                tally: tally(of_position.iter().map(|bears| bears.say)),
                behind: range(ranges, position),
            }),
        }
    }
    if !excepted.is_empty() {
        on[first..].sort_by_key(|cell| cell.position);
    }
}

/// Which stances stand behind the cell of a position, with those that are exceptions.
fn range(ranges: &[(PositionId, Behind)], position: PositionId) -> Behind {
    let at = ranges.binary_search_by_key(&position, |(position, _)| *position);
    at.map_or(Behind { first: 0, count: 0 }, |at| ranges[at].1)
}

/// Last stances of a column that changed; `None` where it did not change. `on_issue` and `on` are what was read of it. A column of
/// several does not change, but each of them may.
pub fn last(
    map: &Map,
    issue: IssueId,
    one_mind: bool,
    stances: &[ColumnStance],
    on_issue: &OnIssue,
    on: &[OnPosition],
) -> Option<Box<Last>> {
    let exclusive = map.issues[issue].is_exclusive();
    let is = |wanted: Orientation| {
        if exclusive { on_issue.orientation == wanted } else { on.iter().any(|cell| cell.orientation == wanted) }
    };
    let (stances, since, turns) = match one_mind {
        true if is(Orientation::Changed) => surviving(map, issue, stances, on)?,
        false if is(Orientation::Ambivalent) => surviving_of_each(map, issue, stances)?,
        _ => return None,
    };
    let (mut positions, mut behind) = (Vec::new(), Vec::new());
    let issue = CellBuilder::new(map).read(issue, one_mind, &stances, &mut positions, &mut behind);
    Some(Box::new(Last { since, issue, positions, stances, behind, turns }))
}

/// The stances among these that their makers gave up later, each group of makers by itself.
pub fn given_up(map: &Map, issue: IssueId, stances: &[ColumnStance]) -> Vec<StanceId> {
    let Some((kept, ..)) = surviving_of_each(map, issue, stances) else { return Vec::new() };
    stances.iter().filter(|say| !kept.contains(say)).map(|say| say.stance).collect()
}

/// The stances of several that stand in the end, when each of those who changed has been heard: whoever gave up a stance takes it
/// away from the column, too.
fn surviving_of_each(map: &Map, issue: IssueId, stances: &[ColumnStance]) -> Option<Surviving> {
    let makers = |say: &ColumnStance| map.authors_of(say.statement);
    let mut sorted = stances.to_vec();
    sorted.sort_by(|a, b| makers(a).cmp(makers(b)).then_with(|| a.stance.cmp(&b.stance)));
    let mut since: Option<Date> = None;
    let mut kept: Vec<StanceId> = Vec::new();
    for of_one in sorted.chunk_by(|a, b| makers(a) == makers(b)) {
        let (mut on, mut behind) = (Vec::new(), Vec::new());
        let on_issue = CellBuilder::new(map).read(issue, true, of_one, &mut on, &mut behind);
        // Nobody knows whether what has no author is of one mind, so nothing of it is given up.
        let is_of_one = !makers(&of_one[0]).is_empty();
        match is_of_one.then(|| last(map, issue, true, of_one, &on_issue, &on)).flatten() {
            Some(last) => {
                since = since.into_iter().chain([last.since]).max_by_key(|date| date.first_day());
                kept.extend(last.stances.iter().map(|say| say.stance));
            }
            None => kept.extend(of_one.iter().map(|say| say.stance)),
        }
    }
    let kept = stances.iter().filter(|say| kept.contains(&say.stance)).copied().collect();
    Some((kept, since?, Vec::new()))
}

/// The stances that take a side, in the order of time, without those that only say again what was said before them.
pub fn reversals(map: &Map, stances: &[ColumnStance]) -> Vec<StanceId> {
    let day = |say: &ColumnStance| map.date_of(say.statement).map(crate::model::Date::first_day);
    let takes_side = |say: &&ColumnStance| !say.alone && matches!(say.attitude, Attitude::Holds | Attitude::Rejects);
    let mut reversals: Vec<&ColumnStance> = stances.iter().filter(|say| !say.anticipated).filter(takes_side).collect();
    reversals.sort_by_key(|say| (day(say), say.bearings(map).min(), say.stance));
    reversals.dedup_by(|later, earlier| later.bearings(map).eq(earlier.bearings(map)));
    reversals.into_iter().map(|say| say.stance).collect()
}
