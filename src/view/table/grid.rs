//! The rows of the position table, for people and flat for programs.

use framework::Status;
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::analysis::evaluation::outcome::Outcome;
use crate::analysis::table::derived::Derived;
use crate::analysis::table::positions::IssueStance;
use crate::model::select::DerivedStance;
use crate::model::{IssueId, Map, PositionId};
use crate::page::{Cell, Column, Kind, Row, Runs, Table};
use crate::study::{PositionTable, Study};
use crate::view::wording::derived;
use crate::view::wording::naming::column_key;
use crate::view::wording::sign::Legend;

use super::cell_cache::CellCache;
use super::options::TableOptions;
use super::{cell, cell_cache, passage, standing, value};
use crate::view::wording::named;

/// The table as it grows, with the flat one beside it.
pub struct Grid<'g> {
    map: &'g Map,
    of: &'g PositionTable<'g>,
    derived: &'g Derived,
    columns: &'g [usize],
    options: &'g TableOptions,
    /// Outcome of the map, where the cells are to show it.
    standing: Option<&'g Outcome>,
    /// The signs that occur.
    pub legend: Legend,
    /// The table that people see.
    pub table: Table,
    flat: Table,
}

/// The rows of some issues, and the signs in them.
#[derive(Default)]
struct IssueRows<'m> {
    rows: Vec<Row>,
    flat: Vec<Row>,
    legend: Legend,
    cache: CellCache<'m>,
}

/// Subject of a row: an issue, or one of its positions.
#[derive(Clone, Copy)]
struct Subject {
    issue: IssueId,
    position: Option<PositionId>,
}

/// Stance of a column on the subject of a row, with its passages and its status.
struct Said<'g> {
    stand: IssueStance<'g>,
    derived: &'g [DerivedStance],
    passages: Vec<Runs>,
    status: Option<Status>,
}

/// So many issues are looked at by one core before it looks for more.
const ISSUES_AT_ONCE: usize = 16;

impl<'g> Grid<'g> {
    /// A table with these columns, and no rows yet.
    pub fn new(
        study: &'g Study<'_>,
        of: &'g PositionTable<'g>,
        derived: &'g Derived,
        columns: &'g [usize],
        options: &'g TableOptions,
    ) -> Self {
        let of_one = |&column: &usize| {
            let heading = named::column(study.map, of.columns(), column);
            Column::new(column_key(study.map, of.columns(), column), heading)
        };
        let of_party = || columns.iter().map(of_one);
        let mut table = Table { key: "positions".to_owned(), fixed: 1, ..Table::default() };
        table.columns.push(Column::new("issue", "issue"));
        table.columns.extend(of_party());
        table.columns.iter_mut().for_each(|column| column.kind = Kind::Several);
        let mut flat = Table { key: "positions".to_owned(), fixed: 3, ..Table::default() };
        flat.columns.extend(["issue", "question", "position"].map(|key| Column::new(key, key)));
        flat.columns.extend(of_party());
        let standing = options.standing.then(|| study.outcome());
        Grid { map: study.map, of, derived, columns, options, standing, legend: Legend::default(), table, flat }
    }

    /// Rows for all of these, in this order.
    pub fn fill(&mut self, issues: &[IssueId]) {
        let of_some = |issues: &[IssueId]| {
            let mut made = IssueRows::default();
            for &issue in issues {
                self.add_issue(issue, &mut made);
            }
            made
        };
        let made: Vec<IssueRows<'_>> = issues.par_chunks(ISSUES_AT_ONCE).map(of_some).collect();
        for IssueRows { rows, flat, legend, .. } in made {
            self.table.rows.extend(rows);
            self.flat.rows.extend(flat);
            self.legend.append(legend);
        }
    }

    fn add_issue(&self, issue: IssueId, made: &mut IssueRows<'g>) {
        self.add_row(Subject { issue, position: None }, made);
        if self.options.positions {
            for position in self.map.issues[issue].positions() {
                self.add_row(Subject { issue, position: Some(position) }, made);
            }
        }
    }

    fn add_row(&self, subject: Subject, made: &mut IssueRows<'g>) {
        let Subject { issue, position } = subject;
        let (mut row, mut flat) = self.begin(subject);
        let mut stands = self.of.positions().shown_on(issue).peekable();
        for &column in self.columns {
            while stands.next_if(|(other, _)| *other < column).is_some() {}
            let stand = stands.next_if(|(other, _)| *other == column).map_or(IssueStance::SILENT, |(_, stand)| stand);
            let passages = passage::passages(self.map, &stand, position, self.options.content);
            let status = self.standing.and_then(|outcome| standing::of_cell(outcome, &stand, position));
            let said = Said { stand, derived: self.derived.on(issue, column), passages, status };
            if self.options.consumer.reads_records() {
                flat.cells.push(Cell::value(self.in_words(subject, &said)));
            }
            let value = self.value(subject, &said);
            row.cells.push(Cell { value, ..self.signs(subject, said, made) });
        }
        made.rows.push(row);
        if self.options.consumer.reads_records() {
            made.flat.push(flat);
        }
    }

    /// The rows with nothing but what they are about.
    fn begin(&self, Subject { issue, position }: Subject) -> (Row, Row) {
        let map = self.map;
        let name = map.word(map.issues[issue].name);
        let question = map.text(map.issues[issue].question);
        let position_name = position.map(|position| map.position_name(position));
        let value = json!({ "issue": name, "question": question, "position": position_name });
        let shown = position.map_or_else(|| named::issue(map, issue), |position| named::position(map, position));
        let first = Cell::new(shown, value);
        let depth = u8::from(position.is_some());
        let mut cells = Vec::with_capacity(self.columns.len() + 1);
        cells.push(first);
        let words = [name, &question, position_name.unwrap_or_default()];
        let flat = Row { cells: words.map(Cell::text).to_vec(), ..Row::default() };
        (Row { cells, depth, ruled: self.options.positions && depth == 0 }, flat)
    }

    /// A cell in words, with the statements or quotations behind it.
    fn in_words(&self, Subject { position, .. }: Subject, said: &Said<'_>) -> String {
        let map = self.map;
        let own = spoken(map, &said.stand, position, &said.passages);
        let words = [Some(own).filter(|own| !own.is_empty()), derived::words(map, said.derived, position)];
        let words = words.into_iter().flatten().collect::<Vec<_>>().join("; ");
        match said.status {
            Some(status) => format!("{words}; {}", standing::word(Some(status))),
            None => words,
        }
    }

    /// A cell for programs.
    fn value(&self, Subject { position, .. }: Subject, said: &Said<'_>) -> Value {
        let map = self.map;
        if !self.options.consumer.reads_values() {
            return Value::Null;
        }
        let mut value = match position {
            None => value::issue_value(map, &said.stand),
            Some(position) => value::position_value(map, &said.stand, position),
        };
        if self.standing.is_some() {
            value["standing"] = said.status.map(|status| standing::word(Some(status))).into();
        }
        if self.options.derived {
            value["derived"] = derived::values(map, said.derived, position);
        }
        value
    }

    /// A cell for people.
    fn signs(&self, Subject { issue, position }: Subject, said: Said<'_>, made: &mut IssueRows<'g>) -> Cell {
        let (map, legend) = (self.map, &mut made.legend);
        let mut more: Vec<Runs> = Vec::new();
        for line in said.passages.into_iter().chain(derived::signs(map, said.derived, position, legend)) {
            more.extend([Runs::from("\n"), line]);
        }
        more.extend(Some(standing::sign(said.status, legend)).filter(|sign| !sign.is_empty()));
        let runs = match position {
            None if more.is_empty() => made.cache.issue_signs(map, issue, &said.stand, legend),
            None => cell::issue_signs(map, &said.stand, legend).into(),
            Some(position) => cell::position_signs(map, &said.stand, position, legend).into(),
        };
        Cell { runs: cell_cache::with(runs, more), value: Value::Null }
    }

    /// The flat table, where anybody reads it.
    pub fn records(self) -> Option<Table> {
        self.options.consumer.reads_records().then_some(self.flat)
    }
}

/// Own stance of a column, in words.
fn spoken(map: &Map, stand: &IssueStance<'_>, position: Option<PositionId>, passages: &[Runs]) -> String {
    let stands = match position {
        None => value::issue_words(map, stand),
        Some(position) => value::position_words(map, stand, position),
    };
    let passages: Vec<String> = passages.iter().map(Runs::plain).collect();
    if passages.is_empty() { stands } else { format!("{stands}: {}", passages.join(" / ")) }
}
