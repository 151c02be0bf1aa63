//! The position table: who holds what on every issue.

mod cell;
mod cell_cache;
mod passage;
mod standing;
pub mod value;

use rayon::prelude::*;
use serde_json::{Value, json};

use crate::analysis::evaluation::outcome::Outcome;
use crate::analysis::table::column::{By, ColumnOwner, Columns};
use crate::analysis::table::derived::Derived;
use crate::analysis::table::positions::{IssueStance, Positions};
use crate::analysis::table::voice::{Reported, reported};
use crate::model::select::Selection;
use crate::model::{IssueId, Map, PositionId};
use crate::page::{Block, Cell, Column, Consumer, Kind, Mark, Page, Row, Runs, Table};

pub use cell::{Content, issue_signs, issue_signs_in_line};

use self::cell_cache::CellCache;
use super::stand::plainly;
use super::wording::naming::{column_key, column_title, columns_counted, counted};
use super::wording::sign::Legend;
use super::wording::{derived, omitted};

/// How the table is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct TableOptions {
    /// What makes a column.
    pub by: By,
    /// Whether each position has a row below its issue.
    pub positions: bool,
    /// What stands in a cell below its signs.
    pub content: Content,
    /// Whether derived stances are shown, too.
    pub derived: bool,
    /// Whether cells are marked in which nothing stands.
    pub standing: bool,
    /// Who reads it.
    pub consumer: Consumer,
}

/// Issues as rows; authors, sources, organisations or years as columns.
///
/// The key of the first column is `issue`; those of the others are told by `column_key`.
/// The flat table has also `question` and `position`, and its cells are in words.
pub fn table(map: &Map, selection: &Selection, options: &TableOptions) -> Page {
    let columns = Columns::new(map, options.by, selection.filter.voices);
    let positions = Positions::new(map, selection, columns);
    let title = match (options.by, selection.filter.authors.as_slice()) {
        (By::Author, _) => "Who stands where".to_owned(),
        (By::Source, _) => "Who stands where, by source".to_owned(),
        (By::Organisation, _) => "Who stands where, by organisation".to_owned(),
        (By::Year, [author]) => format!("Where {} stands, by year", map.text(map.authors[*author].display)),
        (By::Year, _) => "Who stands where, by year".to_owned(),
    };
    let mut page = Page::new("table", title);
    let derived = if options.derived { Derived::new(map, selection, &positions.columns) } else { Derived::default() };
    let (speaking, silent) = speaking(&positions, &derived, map);
    let is_spoken_to =
        |issue: IssueId| positions.shown_on(issue).next().is_some() || derived.columns_on(issue).next().is_some();
    let (issues, unspoken): (Vec<IssueId>, Vec<IssueId>) = map.issues.ids().partition(|&issue| is_spoken_to(issue));
    if issues.is_empty() {
        page.push(Block::Prose("Nobody takes a stand on any issue here.".into()));
        page.records = Grid::new(map, selection, &positions, &derived, &speaking, options).records();
    } else {
        let mut grid = Grid::new(map, selection, &positions, &derived, &speaking, options);
        grid.fill(&issues);
        page.push(Block::Table(std::mem::take(&mut grid.table)));
        page.push(columns_note(map, &positions.columns, &speaking));
        page.blocks.extend(grid.legend.note());
        page.blocks.extend(questions(map, &issues));
        page.records = grid.records();
    }
    let reported = if selection.filter.voices { Reported::default() } else { reported(map) };
    let is_reported = |column: &usize| match &positions.columns.owners[*column] {
        ColumnOwner::Authors(authors) => authors.iter().all(|author| reported.authors.binary_search(author).is_ok()),
        _ => false,
    };
    let (columnless, silent): (Vec<usize>, Vec<usize>) = silent.into_iter().partition(is_reported);
    note_empty(&mut page, map, &positions.columns, &silent, selection, &unspoken);
    omitted::note(&mut page, map, selection);
    if options.by == By::Source && selection.filter.voices {
        page.push(Block::Note(
            "What a document reports of others is not its own stand, and has no column here.".into(),
        ));
    } else {
        omitted::note_voices(&mut page, &reported, columnless.len());
    }
    page
}

/// More issues than these are not asked again below the table.
const ASKED: usize = 60;

/// What the names of the issues stand for.
fn questions(map: &Map, issues: &[IssueId]) -> Vec<Block> {
    if issues.len() > ASKED {
        let text = "`counterpoint list issues` tells what is asked.";
        return vec![Block::Note(text.into())];
    }
    let line = |&issue: &IssueId| {
        let issue = &map.issues[issue];
        Runs::new()
            .with(Mark::Name, map.word(issue.name))
            .with(Mark::Plain, "  ")
            .with(Mark::Plain, map.text(issue.question))
    };
    let heading = Block::Heading { level: 1, runs: "What is asked".into() };
    vec![heading, Block::List(issues.iter().map(line).collect())]
}

/// Which columns say anything, and which do not.
fn speaking(positions: &Positions, derived: &Derived, map: &Map) -> (Vec<usize>, Vec<usize>) {
    let mut speaks = vec![false; positions.columns.owners.len()];
    for issue in map.issues.ids() {
        let spoken = positions.shown_on(issue).map(|(column, _)| column);
        spoken.chain(derived.columns_on(issue)).for_each(|column| speaks[column] = true);
    }
    (0..speaks.len()).partition(|&column| speaks[column])
}

/// The table as it grows, with the flat one beside it.
struct Grid<'m> {
    map: &'m Map,
    positions: &'m Positions,
    derived: &'m Derived,
    speaking: &'m [usize],
    options: &'m TableOptions,
    /// What stands, where the cells are to show it.
    standing: Option<Outcome>,
    legend: Legend,
    table: Table,
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

/// So many issues are looked at by one core before it looks for more.
const ISSUES_AT_ONCE: usize = 16;

impl<'m> Grid<'m> {
    fn new(
        map: &'m Map,
        selection: &Selection,
        positions: &'m Positions,
        derived: &'m Derived,
        speaking: &'m [usize],
        options: &'m TableOptions,
    ) -> Self {
        let named = |key: String| Column::new(key.clone(), Runs::new().with(Mark::Name, key));
        let of_party = || speaking.iter().map(|&column| named(column_key(map, &positions.columns, column)));
        let mut table = Table { key: "positions".to_owned(), fixed: 1, ..Table::default() };
        table.columns.push(Column::new("issue", "issue"));
        table.columns.extend(of_party());
        table.columns.iter_mut().for_each(|column| column.kind = Kind::Several);
        let mut flat = Table { key: "positions".to_owned(), fixed: 3, ..Table::default() };
        flat.columns.extend(["issue", "question", "position"].map(|key| Column::new(key, key)));
        flat.columns.extend(of_party());
        let standing = options.standing.then(|| plainly(map, selection));
        Grid { map, positions, derived, speaking, options, standing, legend: Legend::default(), table, flat }
    }

    /// Rows for all of these, in this order.
    fn fill(&mut self, issues: &[IssueId]) {
        let of_some = |issues: &[IssueId]| {
            let mut made = IssueRows::default();
            issues.iter().for_each(|&issue| self.add_issue(issue, &mut made));
            made
        };
        let made: Vec<IssueRows> = issues.par_chunks(ISSUES_AT_ONCE).map(of_some).collect();
        for IssueRows { rows, flat, legend, .. } in made {
            self.table.rows.extend(rows);
            self.flat.rows.extend(flat);
            self.legend.append(legend);
        }
    }

    fn add_issue(&self, issue: IssueId, made: &mut IssueRows<'m>) {
        self.add_row(issue, None, made);
        if self.options.positions {
            for position in self.map.issues[issue].positions() {
                self.add_row(issue, Some(position), made);
            }
        }
    }

    /// A row for an issue, or for one of its positions.
    fn add_row(&self, issue: IssueId, position: Option<PositionId>, made: &mut IssueRows<'m>) {
        let (map, legend) = (self.map, &mut made.legend);
        let name = map.word(map.issues[issue].name);
        let question = map.text(map.issues[issue].question);
        let position_name = position.map(|position| map.position_name(position));
        let value = json!({ "issue": name, "question": question, "position": position_name });
        let first = Cell::new(Runs::new().with(Mark::Name, position_name.unwrap_or(name)), value);
        let depth = u8::from(position.is_some());
        let mut row = Row {
            cells: Vec::with_capacity(self.speaking.len() + 1),
            depth,
            ruled: self.options.positions && depth == 0,
        };
        row.cells.push(first);
        let words = [name, &question, position_name.unwrap_or_default()];
        let mut flat = Row { cells: words.map(Cell::text).to_vec(), ..Row::default() };
        let reads_records = self.options.consumer.reads_records();
        let mut stands = self.positions.shown_on(issue).peekable();
        for &column in self.speaking {
            while stands.next_if(|(other, _)| *other < column).is_some() {}
            let stand = stands.next_if(|(other, _)| *other == column).map_or(IssueStance::SILENT, |(_, stand)| stand);
            let passages = passage::passages(map, &stand, position, self.options.content);
            let derived = self.derived.on(issue, column);
            if reads_records {
                let own = spoken(map, &stand, position, &passages);
                let words = [Some(own).filter(|own| !own.is_empty()), derived::words(map, derived, position)];
                flat.cells.push(Cell::value(words.into_iter().flatten().collect::<Vec<_>>().join("; ")));
            }
            let mut value = match position {
                _ if !self.options.consumer.reads_values() => Value::Null,
                None => value::issue_value(map, &stand),
                Some(position) => value::position_value(map, &stand, position),
            };
            let mut more: Vec<Runs> = Vec::new();
            for line in passages.into_iter().chain(derived::signs(map, derived, position, legend)) {
                more.extend([Runs::from("\n"), line]);
            }
            if let Some(standing) = &self.standing {
                let status = standing::of_cell(map, standing, &stand, position);
                more.extend(Some(standing::sign(status, legend)).filter(|sign| !sign.is_empty()));
                if let (Some(status), Some(cell)) = (status, flat.cells.last_mut().filter(|_| reads_records)) {
                    let words = cell.value.as_str().unwrap_or_default();
                    *cell = Cell::value(format!("{words}; {}", standing::word(Some(status))));
                }
                if !value.is_null() {
                    value["standing"] = status.map(|status| standing::word(Some(status))).into();
                }
            }
            if self.options.derived && !value.is_null() {
                value["derived"] = derived::values(map, derived, position);
            }
            let runs = match position {
                None if more.is_empty() => made.cache.issue_signs(map, issue, &stand, legend),
                None => cell::issue_signs(map, &stand, legend).into(),
                Some(position) => cell::position_signs(map, &stand, position, legend).into(),
            };
            row.cells.push(Cell { runs: cell_cache::with(runs, more), value });
        }
        made.rows.push(row);
        if reads_records {
            made.flat.push(flat);
        }
    }

    /// The flat table, where anybody reads it.
    fn records(self) -> Option<Table> {
        self.options.consumer.reads_records().then_some(self.flat)
    }
}

/// A cell in words, with the statements or quotations behind it.
fn spoken(map: &Map, stand: &IssueStance<'_>, position: Option<PositionId>, passages: &[Runs]) -> String {
    let stands = match position {
        None => value::issue_words(map, stand),
        Some(position) => value::position_words(map, stand, position),
    };
    let passages: Vec<String> = passages.iter().map(Runs::plain).collect();
    if passages.is_empty() { stands } else { format!("{stands}: {}", passages.join(" / ")) }
}

/// How many columns are spelt out below the table.
const SPELT: usize = 20;

/// What the columns are called in full.
fn columns_note(map: &Map, columns: &Columns, shown: &[usize]) -> Block {
    let mut runs = Runs::from("Columns: ");
    for (index, &column) in shown.iter().take(SPELT).enumerate() {
        runs.push(Mark::Plain, if index > 0 { "; " } else { "" });
        runs.push(Mark::Name, column_key(map, columns, column));
        let title = column_title(map, columns, column);
        if title != column_key(map, columns, column) {
            runs.push(Mark::Plain, format!(" {title}"));
        }
    }
    let more = shown.len().saturating_sub(SPELT);
    runs.push(Mark::Plain, if more > 0 { format!("; and {more} more.") } else { ".".to_owned() });
    Block::Note(runs)
}

/// Says which rows and columns are not there because they hold nothing.
fn note_empty(
    page: &mut Page,
    map: &Map,
    columns: &Columns,
    silent: &[usize],
    selection: &Selection,
    unspoken: &[IssueId],
) {
    let asked = &selection.filter.issues;
    let unspoken = unspoken.iter().filter(|issue| asked.is_empty() || asked.contains(issue));
    let names: Vec<String> = unspoken.map(|&issue| map.word(map.issues[issue].name).to_owned()).collect();
    if !names.is_empty() {
        let text = format!("Without a row, because nobody here speaks to it: {} (", counted(names.len(), "issue"));
        page.push(Block::Note(Runs::from(text).with(Mark::Name, omitted::names(names)).with(Mark::Plain, ").")));
    }
    let (mut authors, mut others) = (Vec::new(), Vec::new());
    for &column in silent.iter().filter(|&&column| !columns.is_catch_all(column)) {
        match &columns.owners[column] {
            ColumnOwner::Authors(joint) => {
                authors.extend(joint.iter().map(|&author| map.word(map.authors[author].name).to_owned()));
            }
            _ => others.push(column_key(map, columns, column)),
        }
    }
    let filtered = selection.statements_omitted + selection.stances_omitted > 0;
    let why = match (columns.by, filtered || map.omitted.is_nothing()) {
        (By::Year, true) => "nobody took a stand then",
        (By::Year, false) => "no stand was understood that was taken then",
        (_, true) => "nothing here is theirs",
        (_, false) => "nothing that was understood is theirs",
    };
    for (by, names) in [(columns.by, others), (By::Author, authors)].into_iter().filter(|(_, names)| !names.is_empty())
    {
        let text = format!("Without a column, because {why}: {} (", columns_counted(by, names.len()));
        page.push(Block::Note(Runs::from(text).with(Mark::Name, omitted::names(names)).with(Mark::Plain, ").")));
    }
}
