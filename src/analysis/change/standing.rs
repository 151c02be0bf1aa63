//! Changes of stances by author: on each issue the cell of the position table before, and after.

use crate::analysis::table::column::{By, ColumnOwner, Columns};
use crate::analysis::table::orientation::Orientation;
use crate::analysis::table::positions::{IssueStance, Positions};
use crate::model::select::Selection;
use crate::model::{Author, Id, IssueId, PositionId, StatementId};

use super::pairs::Paired;
use super::version::{Both, Versions};

/// The position tables of both versions, and which column of the one is which of the other.
#[derive(Debug)]
pub struct Standings {
    /// The position table of the version before.
    pub old: Positions,
    /// The position table of the version after.
    pub new: Positions,
    /// The columns of both, each with the one that has its authors in the other version.
    pub columns: Vec<Both<usize>>,
    /// For each column of either table, which of those it is.
    places: [Vec<Vec<usize>>; 2],
}

impl Standings {
    /// Reads both versions into columns by author.
    pub fn new(versions: Versions, paired: &Paired, selected: [&Selection; 2]) -> Standings {
        let [old, new] = [(versions.old, selected[0]), (versions.new, selected[1])].map(|(map, selection)| {
            Positions::new(map, selection, Columns::new(map, By::Author, selection.filter.voices))
        });
        let [columns_old, columns_new] = [&old, &new].map(|positions| of_authors(&positions.columns));
        let column = |known: &[(Id<Author>, usize)], author: Option<Id<Author>>| {
            known.binary_search_by_key(&author?, |(author, _)| *author).ok().map(|at| known[at].1)
        };
        let mut columns: Vec<Both<usize>> = Vec::new();
        let mut seen = foldhash::HashSet::default();
        let mut add = |both: Both<usize>| {
            if seen.insert(both) {
                columns.push(both);
            }
        };
        for author in paired.authors.all() {
            add(Both { old: column(&columns_old, author.old), new: column(&columns_new, author.new) });
        }
        for who in [ColumnOwner::Unknown, ColumnOwner::Own] {
            let at = |positions: &Positions| positions.columns.owners.iter().position(|it| *it == who);
            add(Both { old: at(&old), new: at(&new) });
        }
        let mut places = [&old, &new].map(|positions| vec![Vec::new(); positions.columns.owners.len()]);
        for (index, both) in columns.iter().enumerate() {
            for (side, column) in [both.old, both.new].into_iter().enumerate() {
                if let Some(column) = column {
                    places[side][column].push(index);
                }
            }
        }
        Standings { old, new, columns, places }
    }

    /// Stance of a column on an issue in either version.
    pub fn stands(&self, issue: Both<IssueId>, column: Both<usize>) -> [IssueStance<'_>; 2] {
        let stand = |positions, issue: Option<IssueId>, column: Option<usize>| match (issue, column) {
            (Some(issue), Some(column)) => Positions::stance(positions, issue, column),
            _ => IssueStance::SILENT,
        };
        [stand(&self.old, issue.old, column.old), stand(&self.new, issue.new, column.new)]
    }

    /// The columns whose cell on an issue is another than before: how they stand, not the number of statements behind it.
    pub fn turned(&self, paired: &Paired, issue: Both<IssueId>) -> Vec<usize> {
        let mut speaking: Vec<usize> = Vec::new();
        for (side, (positions, issue)) in [(&self.old, issue.old), (&self.new, issue.new)].into_iter().enumerate() {
            let columns = issue.into_iter().flat_map(|issue| positions.stances_on(issue)).map(|(column, _)| column);
            speaking.extend(columns.flat_map(|column| &self.places[side][column]));
        }
        speaking.sort_unstable();
        speaking.dedup();
        speaking.retain(|&at| is_turned(paired, &self.stands(issue, self.columns[at])));
        speaking
    }

    /// The columns that a statement stands in, by their index among those of both versions.
    pub fn columns_of(&self, versions: Versions, statement: Both<StatementId>) -> Vec<usize> {
        let mut places = Vec::new();
        let mut found = Vec::new();
        let sides = [(versions.old, &self.old, statement.old), (versions.new, &self.new, statement.new)];
        for (side, (map, positions, id)) in sides.into_iter().enumerate() {
            let Some(id) = id else { continue };
            positions.columns.of(map, id, &mut places);
            found.extend(places.iter().flat_map(|(column, _)| &self.places[side][*column]));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn is_turned(paired: &Paired, [old, new]: &[IssueStance<'_>; 2]) -> bool {
    let of_old = |position| paired.positions.number_of_old(position);
    read(old, of_old) != read(new, |position: PositionId| position.index())
}

/// A position by its number: how it stands, whether only as not enough by itself, strongly, tentatively.
type OnNumber = (usize, Orientation, bool, bool, bool);

/// Contents of a cell that count: its orientation, on which positions, how firmly.
fn read(stand: &IssueStance<'_>, number: impl Fn(PositionId) -> usize) -> (Orientation, Vec<OnNumber>) {
    let mut positions: Vec<OnNumber> = stand
        .positions
        .iter()
        .map(|cell| {
            let tally = &cell.tally;
            let tentative = tally.tentatively > 0 && tally.tentatively == tally.statements;
            (number(cell.position), cell.orientation, cell.alone, tally.strongly > 0, tentative)
        })
        .collect();
    positions.sort_unstable();
    (stand.issue.orientation, positions)
}

/// The column of each author, in the order of the authors.
fn of_authors(columns: &Columns) -> Vec<(Id<Author>, usize)> {
    let mut found = Vec::new();
    for (column, who) in columns.owners.iter().enumerate() {
        if let ColumnOwner::Authors(authors) = who {
            found.extend(authors.iter().map(|&author| (author, column)));
        }
    }
    found.sort_unstable();
    found
}
