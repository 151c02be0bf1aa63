//! The position table as facts: for every column and issue what is held, rejected, weighed, ranked or raised.
//!
//! Three readings of the rule that a reader may ask about. What `weighs` or `raises` names no position, so it decides the
//! issue's cell and leaves its positions as they are. To hold a position and to say that it is not enough `alone` is no
//! ambivalence: it is for, and marked. An anticipated objection is no stance of its author: it counts as raising.

use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use crate::model::select::Selection;
use crate::model::{IssueId, Map, PositionId, StanceId};

use super::cell::{CellBuilder, last, reversals};
use super::column::Columns;
use super::column_stance::{StancesByColumn, stances_by_column};
use super::exception::Conditioned;
use super::orientation::{OnIssue, OnPosition, Orientation, Tally};
use super::turn::Last;

pub use super::bearing::{Bearing, bearings};
pub use super::column_stance::ColumnStance;

/// A column's stand on an issue: the issue's cell, and one for each position that it speaks of.
#[derive(Debug, Clone, Copy)]
pub struct IssueStance<'p> {
    /// The stance on the issue as a whole.
    pub issue: OnIssue,
    /// The positions spoken of, in the order of the map.
    pub positions: &'p [OnPosition],
    /// The stances behind it, in the order of the text.
    pub stances: &'p [ColumnStance],
    /// Which of the stances bear on which of the positions.
    behind: &'p [u32],
    /// Last stances of the column, where it changed.
    pub last: Option<&'p Last>,
    /// Reports by others of its stances: shown beside its own, and part of nothing else.
    pub reports: &'p [ColumnStance],
    /// Whether several people speak in the column, each with a mind of their own.
    pub several: bool,
}

impl<'p> IssueStance<'p> {
    /// Counts the statements of some of its stances.
    pub fn count(&self, stances: impl Iterator<Item = ColumnStance>) -> Tally {
        debug_assert!(!self.stances.is_empty() || !self.reports.is_empty(), "some of its stances");
        Tally::of(stances)
    }

    /// Counts some of its stances that say the same of the same position or range together: the first of each, with its tally.
    pub fn alike(&self, stances: &[ColumnStance]) -> Vec<(ColumnStance, Tally)> {
        let said = |say: &ColumnStance| (say.attitude, say.position, say.to);
        let mut stances = stances.to_vec();
        stances.sort_by_key(said);
        let same = stances.chunk_by(|a, b| said(a) == said(b));
        same.map(|same| (same[0], self.count(same.iter().copied()))).collect()
    }

    /// Whether it holds what a cell is about: of several ranges what they share.
    pub fn holds(&self, cell: &OnPosition) -> bool {
        let is_shared = |[first, last]: [PositionId; 2]| (first..=last).contains(&cell.position);
        cell.held && self.issue.held.is_none_or(is_shared)
    }

    /// Whether a position is held or rejected on a condition alone, beside what is said without one on an issue of which one position can
    /// be held: that takes no side.
    pub fn is_aside(&self, map: &Map, cell: &OnPosition) -> bool {
        let is_exclusive = map.issues[map.positions[cell.position].issue].is_exclusive();
        let is_conditional = |orientation| orientation == Orientation::Conditional;
        is_exclusive && is_conditional(cell.orientation) && !is_conditional(self.issue.orientation)
    }

    /// The stances on a condition that are exceptions to what is said without one.
    pub fn exceptions(&self, map: &Map) -> Vec<StanceId> {
        let issue = self.stances.first().map(|say| map.stances[say.stance].issue);
        let conditioned = issue.and_then(|issue| Conditioned::of(map, issue, self.stances));
        let excepted =
            conditioned.iter().flat_map(|it| it.conditional.iter().filter(|(_, taken)| it.is_exception(*taken)));
        excepted.map(|(stance, _)| *stance).collect()
    }

    /// The cell of a position, if it is spoken of.
    pub fn on(&self, position: PositionId) -> Option<&'p OnPosition> {
        let at = self.positions.binary_search_by_key(&position, |cell| cell.position).ok()?;
        Some(&self.positions[at])
    }

    /// The stances that bear on a position, in the order of the text: an issue may have thousands of either.
    pub fn bearing_on(&self, position: PositionId) -> impl Iterator<Item = &'p ColumnStance> + use<'p> {
        let part = self.on(position).map(|cell| cell.behind);
        let part = part.map(|part| part.first as usize..(part.first + part.count) as usize);
        let (stances, numbers) = (self.stances, part.map_or(&[][..], |part| &self.behind[part]));
        // One that ranks a position over itself bears on it twice.
        let once = move |at: &usize| *at == 0 || numbers[*at] != numbers[*at - 1];
        (0..numbers.len()).filter(once).map(move |at| &stances[numbers[at] as usize])
    }

    /// The stances behind the cell of a position, or behind that of the issue.
    pub fn behind(&self, position: Option<PositionId>) -> impl Iterator<Item = &'p ColumnStance> + use<'p> {
        let all = if position.is_none() { self.stances } else { &[] };
        all.iter().chain(position.into_iter().flat_map({
            let stand = *self;
            move |position| stand.bearing_on(position)
        }))
    }
}

impl<'p> IssueStance<'p> {
    /// The stand of who says nothing.
    pub const SILENT: IssueStance<'static> = IssueStance {
        issue: OnIssue { orientation: Orientation::Silent, held: None, tally: Tally::NONE },
        positions: &[],
        stances: &[],
        behind: &[],
        last: None,
        reports: &[],
        several: false,
    };

    /// The stances by which it turned from one thing to the opposite, in the order of time: the first of each time.
    pub fn reversals(&self, map: &Map) -> Vec<StanceId> {
        reversals(map, self.stances)
    }

    /// Stances that are compared: the last ones.
    pub fn latest(&self) -> IssueStance<'p> {
        self.last.map_or(*self, |last| IssueStance {
            reports: self.reports,
            several: self.several,
            ..IssueStance::of(last.issue, &last.positions, &last.stances, None, &last.behind)
        })
    }

    /// Bundles the cells read from some stances.
    pub(crate) fn of(
        issue: OnIssue,
        positions: &'p [OnPosition],
        stances: &'p [ColumnStance],
        last: Option<&'p Last>,
        behind: &'p [u32],
    ) -> IssueStance<'p> {
        IssueStance { issue, positions, stances, behind, last, reports: &[], several: false }
    }

    /// The statements behind those of its stances that are wanted, counted.
    pub fn tally(&self, wanted: impl Fn(&ColumnStance) -> bool) -> Tally {
        Tally::of(self.stances.iter().copied().filter(wanted))
    }
}

/// The whole table: only what is not silent takes room.
#[derive(Debug)]
pub struct Positions {
    /// The owners of the columns.
    pub columns: Arc<Columns>,
    issues: Vec<OnOne>,
}

/// A row of the table: what all columns say on one issue, each of them by its part of the lists.
#[derive(Debug)]
struct OnOne {
    cells: Vec<Cell>,
    positions: Vec<OnPosition>,
    stances: Vec<ColumnStance>,
    /// The stances that bear on each position, by their numbers in their cell.
    behind: Vec<u32>,
}

#[derive(Debug)]
struct Cell {
    column: u32,
    issue: OnIssue,
    positions: Range<u32>,
    stances: Range<u32>,
    last: Option<Box<Last>>,
    reports: Range<u32>,
    several: bool,
}

impl Positions {
    /// Reads the selected stances of a map into columns. Its cost grows with the number of stances.
    pub fn new(map: &Map, selection: &Selection, columns: impl Into<Arc<Columns>>) -> Positions {
        let columns = columns.into();
        let on_one = |(issue, stances_by_column): (usize, StancesByColumn)| {
            OnOne::new(map, &columns, IssueId::new(issue), &stances_by_column)
        };
        let issues = stances_by_column(map, selection, &columns).into_par_iter().enumerate().map(on_one).collect();
        Positions { columns, issues }
    }

    /// Stance of a column on an issue.
    pub fn stance(&self, issue: IssueId, column: usize) -> IssueStance<'_> {
        let on_one = &self.issues[issue.index()];
        match on_one.cells.binary_search_by_key(&column, |cell| cell.column as usize) {
            Ok(index) => on_one.stance(&on_one.cells[index]),
            Err(_) => IssueStance::SILENT,
        }
    }

    /// The columns that are not silent on an issue, in order, with what they say.
    pub fn stances_on(&self, issue: IssueId) -> impl Iterator<Item = (usize, IssueStance<'_>)> {
        self.shown_on(issue).filter(|(_, stand)| !stand.stances.is_empty())
    }

    /// The same with those of whom others report something.
    pub fn shown_on(&self, issue: IssueId) -> impl Iterator<Item = (usize, IssueStance<'_>)> {
        let on_one = &self.issues[issue.index()];
        on_one.cells.iter().map(|cell| (cell.column as usize, on_one.stance(cell)))
    }
}

impl OnOne {
    fn new(map: &Map, columns: &Columns, issue: IssueId, stances_by_column: &[(u32, ColumnStance)]) -> OnOne {
        let (mut cells, mut positions, mut bearing) = (Vec::new(), Vec::new(), Vec::new());
        let mut stances_by_column = stances_by_column.to_vec();
        // Reports by others stand behind a column's own stances.
        stances_by_column.sort_by_key(|(column, say)| (*column, say.reported));
        let stances: Vec<ColumnStance> = stances_by_column.iter().map(|(_, say)| *say).collect();
        let mut builder = CellBuilder::new(map);
        let mut first_say = 0;
        for of_column in stances_by_column.chunk_by(|(a, _), (b, _)| a == b) {
            let (column, first_position) = (of_column[0].0, positions.len());
            let own = of_column.partition_point(|(_, say)| !say.reported);
            let behind = first_say..first_say + own;
            let reports = behind.end..first_say + of_column.len();
            first_say = reports.end;
            let one_mind = columns.is_one_mind(column as usize) || are_of_one_hand(map, &stances[behind.clone()]);
            let on_issue = match own {
                0 => IssueStance::SILENT.issue,
                _ => builder.read(issue, one_mind, &stances[behind.clone()], &mut positions, &mut bearing),
            };
            let part = |range: Range<usize>| range.start as u32..range.end as u32;
            let last = last(map, issue, one_mind, &stances[behind.clone()], &on_issue, &positions[first_position..]);
            let positions = part(first_position..positions.len());
            let (stances, reports) = (part(behind), part(reports));
            cells.push(Cell { column, issue: on_issue, positions, stances, last, reports, several: !one_mind });
        }
        OnOne { cells, positions, stances, behind: bearing }
    }

    fn stance<'p>(&'p self, cell: &'p Cell) -> IssueStance<'p> {
        let part = |range: &Range<u32>| range.start as usize..range.end as usize;
        IssueStance {
            issue: cell.issue,
            positions: &self.positions[part(&cell.positions)],
            stances: &self.stances[part(&cell.stances)],
            behind: &self.behind,
            last: cell.last.as_deref(),
            reports: &self.stances[part(&cell.reports)],
            several: cell.several,
        }
    }
}

/// Whether the same authors say all of it: in a column that several share, too, they may have changed their mind.
fn are_of_one_hand(map: &Map, stances: &[ColumnStance]) -> bool {
    let makers = |say: &ColumnStance| map.authors_of(say.statement);
    let Some((first, others)) = stances.split_first() else { return false };
    !makers(first).is_empty() && others.iter().all(|say| makers(say) == makers(first))
}

#[cfg(test)]
mod tests;
