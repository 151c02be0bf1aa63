//! The position table as facts: for every column and issue what is held, rejected, weighed, ranked or raised.
//!
//! Three readings of the rule that a reader may ask about. What `weighs` or `raises` names no position, so it decides the
//! issue's cell and leaves its positions as they are. To hold a position and to say that it is not enough `alone` is no
//! ambivalence: it is for, and marked. An objection that an author anticipates is not his stance: it counts as raising.

use std::ops::Range;

use rayon::prelude::*;

use crate::model::select::Selection;
use crate::model::{IssueId, Map, PositionId, StanceId};

use super::cell::{CellBuilder, last, reversals};
use super::column::Columns;
use super::column_stance::{StancesByColumn, stances_by_column};
use super::orientation::{OnIssue, OnPosition, Orientation, Tally};
use super::turn::Last;

pub use super::bearing::{Bearing, bearings};
pub use super::column_stance::ColumnStance;

/// A column's stand on an issue: the issue's cell, and one for each position that it speaks of.
#[derive(Debug, Clone, Copy)]
pub struct IssueStance<'p> {
    /// The issue's cell.
    pub issue: OnIssue,
    /// The positions spoken of, in the order of the map.
    pub positions: &'p [OnPosition],
    /// The stances behind it, in the order of the text.
    pub stances: &'p [ColumnStance],
    /// What it holds to in the end, where it changed.
    pub last: Option<&'p Last>,
    /// What others report that it says: shown beside its own, and part of nothing else.
    pub reports: &'p [ColumnStance],
}

impl<'p> IssueStance<'p> {
    /// The stand of who says nothing.
    pub const SILENT: IssueStance<'static> = IssueStance {
        issue: OnIssue {
            orientation: Orientation::Silent,
            held: None,
            tally: Tally {
                statements: 0,
                inferred: 0,
                reported: 0,
                unstated: 0,
                anticipated: 0,
                strongly: 0,
                tentatively: 0,
                conditioned: 0,
            },
        },
        positions: &[],
        stances: &[],
        last: None,
        reports: &[],
    };

    /// The stances by which it turned from one thing to the opposite, in the order of time: the first of each time.
    pub fn reversals(&self, map: &Map) -> Vec<StanceId> {
        reversals(map, self.stances)
    }

    /// What is compared: what it holds to in the end.
    pub fn latest(&self) -> IssueStance<'p> {
        self.last.map_or(*self, |last| IssueStance {
            issue: last.issue,
            positions: &last.positions,
            stances: &last.stances,
            last: None,
            reports: self.reports,
        })
    }

    /// Whether it neither says anything nor is reported to.
    pub fn is_empty(&self) -> bool {
        self.stances.is_empty() && self.reports.is_empty()
    }

    /// The cell of a position, if it is spoken of.
    pub fn on(&self, position: PositionId) -> Option<&OnPosition> {
        self.positions.iter().find(|cell| cell.position == position)
    }
}

/// The whole table: only what is not silent takes room.
#[derive(Debug)]
pub struct Positions {
    /// Whose statements stand in which column.
    pub columns: Columns,
    issues: Vec<OnOne>,
}

/// A row of the table: what all columns say on one issue, each of them by its part of the lists.
#[derive(Debug)]
struct OnOne {
    cells: Vec<Cell>,
    positions: Vec<OnPosition>,
    stances: Vec<ColumnStance>,
}

#[derive(Debug)]
struct Cell {
    column: u32,
    issue: OnIssue,
    positions: Range<u32>,
    stances: Range<u32>,
    last: Option<Box<Last>>,
    reports: Range<u32>,
}

impl Positions {
    /// Reads the selected stances of a map into columns. Its cost grows with the number of stances.
    pub fn new(map: &Map, selection: &Selection, columns: Columns) -> Positions {
        let on_one = |(issue, stances_by_column)| OnOne::new(map, &columns, IssueId::new(issue), stances_by_column);
        let issues = stances_by_column(map, selection, &columns).into_par_iter().enumerate().map(on_one).collect();
        Positions { columns, issues }
    }

    /// What one column says about one issue.
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
    fn new(map: &Map, columns: &Columns, issue: IssueId, stances_by_column: StancesByColumn) -> OnOne {
        let (mut cells, mut positions) = (Vec::new(), Vec::new());
        let mut stances_by_column = stances_by_column;
        // What others report stands behind what a column says itself.
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
                _ => builder.read(issue, one_mind, &stances[behind.clone()], &mut positions),
            };
            let part = |range: Range<usize>| range.start as u32..range.end as u32;
            let last = last(map, issue, &stances[behind.clone()], &on_issue, &positions[first_position..]);
            let positions = part(first_position..positions.len());
            let (stances, reports) = (part(behind), part(reports));
            cells.push(Cell { column, issue: on_issue, positions, stances, last, reports });
        }
        OnOne { cells, positions, stances }
    }

    fn stance<'p>(&'p self, cell: &'p Cell) -> IssueStance<'p> {
        let part = |range: &Range<u32>| range.start as usize..range.end as usize;
        IssueStance {
            issue: cell.issue,
            positions: &self.positions[part(&cell.positions)],
            stances: &self.stances[part(&cell.stances)],
            last: cell.last.as_deref(),
            reports: &self.stances[part(&cell.reports)],
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
