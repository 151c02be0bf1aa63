//! Stances on each issue, brought together from all over the map.

use rayon::prelude::*;

use crate::model::select::Selection;
use crate::model::{Attitude, Map, PositionId, Stance, StanceId, StatementId, Strength};

use super::bearing::{Bearing, bearing_on};
use super::column::Columns;

/// A stance as it stands in a column, with all of it that decides a cell. Stances lie in the order of the text and are asked
/// for issue by issue: to go back to the map for each of a million would be to wait for memory most of the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnStance {
    /// The stance in the map.
    pub stance: StanceId,
    /// The statement that takes it.
    pub statement: StatementId,
    /// The position held, rejected, or ranked first; of a range its first step.
    pub position: Option<PositionId>,
    /// The last step of a range.
    pub to: Option<PositionId>,
    /// Whether the position is held, rejected, ranked or weighed.
    pub attitude: Attitude,
    /// How firmly the stance is taken.
    pub strength: Strength,
    /// Whether it calls the position not enough by itself.
    pub alone: bool,
    /// Whether it carries a condition.
    pub conditional: bool,
    /// Whether the mapper reads it into the text.
    pub inferred: bool,
    /// Whether the author relies on it and does not say it.
    pub unstated: bool,
    /// Whether it is only an anticipated objection.
    pub anticipated: bool,
    /// Whether it is here by another's report.
    pub reported: bool,
}

/// Stances on one issue, each with its column: by column, and within one in the order of the text.
pub type StancesByColumn = Vec<(u32, ColumnStance)>;

/// The number of stances that one core takes at a time.
const AT_ONCE: usize = 1 << 14;

impl ColumnStance {
    /// A stance of the map, as its makers' own or as others report it.
    pub fn new(map: &Map, id: StanceId, reported: bool) -> ColumnStance {
        let stance = &map.stances[id];
        let statement = &map.statements[stance.statement];
        ColumnStance {
            stance: id,
            statement: stance.statement,
            position: stance.position,
            to: stance.to,
            attitude: stance.attitude,
            strength: stance.strength,
            alone: stance.alone,
            conditional: stance.condition.is_some(),
            inferred: stance.inferred,
            unstated: statement.unstated,
            anticipated: statement.anticipated,
            reported,
        }
    }

    /// The positions on which it bears.
    pub fn bearings(&self, map: &Map) -> impl Iterator<Item = (PositionId, Bearing)> {
        let over = match self.attitude {
            Attitude::Prefers => &*map.stances[self.stance].over,
            _ => &[],
        };
        bearing_on(map, self.attitude, [self.position, self.to], self.alone, over)
    }
}

/// Stances on each issue of a map. The map is walked once, in the order of the text.
pub fn stances_by_column(map: &Map, selection: &Selection, columns: &Columns) -> Vec<StancesByColumn> {
    let chunks = map.stances.as_slice().par_chunks(AT_ONCE).enumerate();
    let found: Vec<_> =
        chunks.map(|(chunk, stances)| walk(map, selection, columns, chunk * AT_ONCE, stances)).collect();
    let mut numbers = vec![0; map.issues.len()];
    found.iter().flatten().for_each(|(issue, ..)| numbers[*issue as usize] += 1);
    let mut stances_by_column: Vec<StancesByColumn> = numbers.into_iter().map(Vec::with_capacity).collect();
    found.into_iter().flatten().for_each(|(issue, column, say)| stances_by_column[issue as usize].push((column, say)));
    stances_by_column.par_iter_mut().for_each(|stances_by_column| stances_by_column.sort_by_key(|(column, _)| *column));
    stances_by_column
}

/// Column stances of some stances in a row, each with the number of its issue and of its column.
fn walk(
    map: &Map,
    selection: &Selection,
    columns: &Columns,
    first: usize,
    stances: &[Stance],
) -> Vec<(u32, u32, ColumnStance)> {
    let mut found = Vec::with_capacity(stances.len());
    let (mut of, mut places) = (None, Vec::new());
    for (at, stance) in stances.iter().enumerate() {
        let id = StanceId::new(first + at);
        if !selection.has_stance(id) {
            continue;
        }
        // Those of one statement mostly stand in a row.
        if of != Some(stance.statement) {
            columns.of(map, stance.statement, &mut places);
            of = Some(stance.statement);
        }
        let of_column = |&(column, reported): &(usize, bool)| {
            (stance.issue.index() as u32, column as u32, ColumnStance::new(map, id, reported))
        };
        let about = |&&(column, _): &&(usize, bool)| columns.is_about(map, column, stance.issue);
        found.extend(places.iter().filter(about).map(of_column));
    }
    found
}
