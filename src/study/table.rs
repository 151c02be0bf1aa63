//! A position table: who is held against whom, and what all of them say on each issue.

use std::cmp::Reverse;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::analysis::comparison::coding::{Coding, by_unit, placeless};
use crate::analysis::comparison::division::{Camp, Divisions, camps};
use crate::analysis::comparison::similarity::Similarity;
use crate::analysis::comparison::tie::{Ties, Weight};
use crate::analysis::dispute::contradiction::{Contradiction, Mind, contradictions, minds};
use crate::analysis::dispute::network::{Affiliation, Unit, affiliations};
use crate::analysis::table::column::{ColumnOwner, Columns};
use crate::analysis::table::derived::{Derived, NONE};
use crate::analysis::table::group::Grouped;
use crate::analysis::table::positions::{IssueStance, Positions};
use crate::analysis::table::voice::Reported;
use crate::analysis::usage::Usages;
use crate::model::select::{Filter, Selection};
use crate::model::{AuthorId, Date, IssueId, Map, StatementId};

/// The facts of a selection that depend on what makes a column.
#[derive(Debug)]
pub struct PositionTable<'m> {
    /// The map of which this is a table.
    pub map: &'m Map,
    /// The part of it that is looked at.
    pub selection: &'m Selection,
    columns: Arc<Columns>,
    positions: OnceLock<Positions>,
    derived: OnceLock<Derived>,
    derived_between: OnceLock<Derived>,
    addressed: OnceLock<Vec<usize>>,
    divisions: OnceLock<Divisions>,
    usages: OnceLock<Usages>,
}

impl<'m> PositionTable<'m> {
    pub(super) fn new(map: &'m Map, selection: &'m Selection, columns: Columns) -> PositionTable<'m> {
        PositionTable {
            map,
            selection,
            columns: Arc::new(columns),
            positions: OnceLock::new(),
            derived: OnceLock::new(),
            derived_between: OnceLock::new(),
            addressed: OnceLock::new(),
            divisions: OnceLock::new(),
            usages: OnceLock::new(),
        }
    }

    /// Columns of the table, each with its owner.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// Stances of each column on each issue.
    pub fn positions(&self) -> &Positions {
        self.positions.get_or_init(|| Positions::new(self.map, self.selection, Arc::clone(&self.columns)))
    }

    /// The derived stances where they are asked for, else none.
    pub fn derived(&self, is_asked: bool) -> &Derived {
        let derived = || Derived::new(self.map, self.selection, &self.columns);
        if is_asked { self.derived.get_or_init(derived) } else { &NONE }
    }

    /// Those by which one column speaks against a ground of another, where they are asked for; else none.
    pub fn derived_between(&self, is_asked: bool) -> &Derived {
        let derived = || Derived::between(self.map, self.selection, &self.columns);
        if is_asked { self.derived_between.get_or_init(derived) } else { &NONE }
    }

    /// On how many issues each column says anything.
    pub fn addressed(&self) -> &[usize] {
        self.addressed.get_or_init(|| {
            let mut issues = vec![0; self.columns.owners.len()];
            for issue in self.map.issues.ids() {
                self.positions().stances_on(issue).for_each(|(column, _)| issues[column] += 1);
            }
            issues
        })
    }

    /// The columns that take a stand on anything, in order. What the map names no author for is nobody's, who could be held
    /// against another.
    pub fn speaking(&self) -> Vec<usize> {
        let is_somebody = |&column: &usize| self.columns.owners[column] != ColumnOwner::Unknown;
        let speaks = |&column: &usize| self.addressed()[column] > 0;
        (0..self.columns.owners.len()).filter(speaks).filter(is_somebody).collect()
    }

    /// How many columns say nothing at all; what is for what belongs nowhere else is not counted.
    pub fn silent(&self) -> usize {
        let is_silent = |&column: &usize| self.addressed()[column] == 0 && !self.columns.is_catch_all(column);
        (0..self.columns.owners.len()).filter(is_silent).count()
    }

    /// The columns in which anything stands, be it derived, and those that are empty.
    pub fn filled_columns(&self, derived: &Derived) -> (Vec<usize>, Vec<usize>) {
        let mut is_filled: Vec<bool> = self.addressed().iter().map(|&issues| issues > 0).collect();
        for issue in self.map.issues.ids() {
            let shown = self.positions().shown_on(issue).map(|(column, _)| column);
            shown.chain(derived.columns_on(issue)).for_each(|column| is_filled[column] = true);
        }
        (0..is_filled.len()).partition(|&column| is_filled[column])
    }

    /// The columns of a table of positions, and those that have none. A filter by issue, position or tag leaves out what is said of
    /// others, and not who says it: whoever speaks elsewhere is silent here, which is to be seen.
    pub fn shown_columns(&self, derived: &Derived) -> (Vec<usize>, Vec<usize>) {
        let (mut filled, empty) = self.filled_columns(derived);
        let Filter { issues, positions, tags, .. } = &self.selection.filter;
        if issues.is_empty() && positions.is_empty() && tags.is_empty() {
            filled.sort_by_key(|&column| self.order(column));
            return (filled, empty);
        }
        let (issues, positions, tags) = (Vec::new(), Vec::new(), Vec::new());
        let whole = Selection::new(self.map, Filter { issues, positions, tags, ..self.selection.filter.clone() });
        let mut speaks = vec![false; self.columns.owners.len()];
        let mut places = Vec::new();
        for (id, stance) in self.map.stances.iter().filter(|(id, _)| whole.has_stance(*id)) {
            self.columns.of(self.map, self.map.stances[id].statement, &mut places);
            let about = places.iter().filter(|(column, _)| self.columns.is_about(self.map, *column, stance.issue));
            about.for_each(|(column, _)| speaks[*column] = true);
        }
        let (silent, empty): (Vec<usize>, Vec<usize>) = empty.into_iter().partition(|&column| speaks[column]);
        filled.extend(silent.into_iter().filter(|&column| !self.columns.is_catch_all(column)));
        filled.sort_by_key(|&column| self.order(column));
        (filled, empty)
    }

    /// Columns of documents stand in the order of time, all others in that of the map.
    fn order(&self, column: usize) -> (u32, usize) {
        match self.columns.owners[column] {
            ColumnOwner::Source(source) => (self.map.sources[source].date.map_or(u32::MAX, Date::first_day), column),
            _ => (0, column),
        }
    }

    /// The issues on which anything is said, be it derived, and the others.
    pub fn filled_issues(&self, derived: &Derived) -> (Vec<IssueId>, Vec<IssueId>) {
        self.map.issues.ids().partition(|&issue| {
            self.positions().shown_on(issue).next().is_some() || derived.columns_on(issue).next().is_some()
        })
    }

    /// These issues in the groups of a table. Where columns clash, what most of them quarrel over comes first; elsewhere, what
    /// most of them answer.
    pub fn grouped(&self, issues: &[IssueId]) -> Vec<Grouped> {
        let group = |&issue: &IssueId| {
            let stands: Vec<(usize, IssueStance<'_>)> = self.positions().stances_on(issue).collect();
            Grouped::new(self.map, issue, &stands)
        };
        let mut grouped: Vec<Grouped> = issues.par_iter().map(group).collect();
        grouped.sort_by_key(|it| (it.group, Reverse(it.quarrels), Reverse(it.sides), it.issue));
        grouped
    }

    /// Of some columns those of authors whose stands are only reported, and the others.
    pub fn only_reported(&self, columns: Vec<usize>, reported: &Reported) -> (Vec<usize>, Vec<usize>) {
        columns.into_iter().partition(|&column| match &self.columns.owners[column] {
            ColumnOwner::Authors(authors) => {
                authors.iter().all(|author| reported.authors.binary_search(author).is_ok())
            }
            _ => false,
        })
    }

    /// Those of them who speak to most issues, at most so many, in order.
    pub fn speaking_most(&self, number: usize) -> Vec<usize> {
        let mut most = self.speaking();
        most.sort_by_key(|&column| Reverse(self.addressed()[column]));
        most.truncate(number);
        most.sort_unstable();
        most
    }

    /// Division of the columns on each issue.
    pub fn divisions(&self) -> &Divisions {
        self.divisions.get_or_init(|| Divisions::new(self.map, self.positions()))
    }

    /// Whom the measures leave out because to reject a position of a scale gives no place on it: the issue and the column.
    pub fn placeless(&self) -> Vec<(IssueId, usize)> {
        let mut found = placeless(self.map, self.positions(), Coding::default());
        found.retain(|(_, column)| self.columns.owners[*column] != ColumnOwner::Unknown);
        found
    }

    /// How near some of the columns stand to each other.
    pub fn similarity(&self, who: Vec<usize>, coding: Coding) -> Similarity<'_> {
        Similarity::new(self.map, self.selection, self.positions(), who, coding)
    }

    /// Each two of some columns with what the one says alike and against the other, once for each unit.
    pub fn ties(&self, who: &[usize], unit: Unit, weight: Weight) -> Ties {
        Ties::new(&by_unit(self.map, self.positions(), who, Coding::default(), unit), who.len(), weight)
    }

    /// Each column with each issue to which it speaks, issue by issue.
    pub fn affiliations(&self) -> Vec<Affiliation> {
        affiliations(self.map, self.positions())
    }

    /// How each column uses the terms of the map.
    pub fn usages(&self) -> &Usages {
        self.usages.get_or_init(|| Usages::new(self.map, self.selection, &self.columns))
    }

    /// Camps on an issue: each side with its columns.
    pub fn camps(&self, issue: IssueId) -> Vec<Camp> {
        let stands: Vec<(usize, IssueStance<'_>)> = self.positions().stances_on(issue).collect();
        camps(self.map, issue, &stands)
    }

    /// The columns that say nothing on an issue.
    pub fn silent_on(&self, issue: IssueId) -> Vec<usize> {
        let is_silent = |column: &usize| self.positions().stance(issue, *column).stances.is_empty();
        (0..self.columns.owners.len()).filter(is_silent).collect()
    }

    /// Of the authors that have a column for what they said at a time: how many of their statements stand in no column.
    pub fn at_other_times(&self) -> Vec<(&[AuthorId], usize)> {
        let mut dated: Vec<&[AuthorId]> = Vec::new();
        for who in &self.columns.owners {
            if let ColumnOwner::Dated(authors, _) = who
                && !dated.contains(&&**authors)
            {
                dated.push(authors);
            }
        }
        let mut places = Vec::new();
        let mut is_elsewhere = |statement: StatementId, authors: &[AuthorId]| {
            self.columns.of(self.map, statement, &mut places);
            places.is_empty() && self.map.authors_of(statement).iter().any(|author| authors.contains(author))
        };
        let kept = || self.map.statements.ids().filter(|&id| self.selection.has_statement(id));
        let mut of = |authors| (authors, kept().filter(|&id| is_elsewhere(id, authors)).count());
        dated.into_iter().map(&mut of).collect()
    }

    /// The contradictions of each who speaks on these issues, and the changes of mind.
    pub fn contradictions(&self, issues: &[IssueId]) -> Vec<(IssueId, Mind, Contradiction)> {
        let mut found = Vec::new();
        for &issue in issues {
            for (mind, stances) in minds(self.map, self.positions(), issue) {
                let of_one = contradictions(self.map, issue, &stances);
                found.extend(of_one.into_iter().map(|contradiction| (issue, mind.clone(), contradiction)));
            }
        }
        found
    }
}
