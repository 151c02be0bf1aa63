//! The position table: who holds what on every issue.

mod cell;
mod cell_cache;
mod grid;
mod options;
mod passage;
mod standing;
pub mod value;

use crate::analysis::table::column::{By, ColumnOwner, Columns};
use crate::model::select::Selection;
use crate::model::{IssueId, Map};
use crate::page::{Block, Mark, Page, Runs};
use crate::study::Study;

pub use self::options::TableOptions;
pub use cell::{Content, issue_signs, issue_signs_in_line};

use self::grid::Grid;
use super::wording::naming::{column_key, column_title, columns_counted, counted};
use super::wording::omitted;
use crate::view::wording::named;

/// Issues as rows; authors, sources, organisations or years as columns.
///
/// The key of the first column is `issue`; those of the others are told by `column_key`.
/// The flat table has also `question` and `position`, and its cells are in words.
pub fn table(study: &Study<'_>, options: &TableOptions) -> Page {
    let (map, selection) = (study.map, study.selection);
    let title = match (options.by, selection.filter.authors.as_slice()) {
        (By::Author, _) => "Who stands where".to_owned(),
        (By::Source, _) => "Who stands where, by source".to_owned(),
        (By::Organisation, _) => "Who stands where, by organisation".to_owned(),
        (By::Side, _) => "Who stands where, by side".to_owned(),
        (By::Year, [author]) => format!("Where {} stands, by year", map.text(map.authors[*author].display)),
        (By::Year, _) => "Who stands where, by year".to_owned(),
    };
    let mut page = Page::new("table", title);
    let table = study.table(options.by);
    let derived = table.derived(options.derived);
    let (filled, empty) = table.filled_columns(derived);
    let (issues, unspoken) = table.filled_issues(derived);
    let mut grid = Grid::new(study, table, derived, &filled, options);
    if issues.is_empty() {
        page.push(Block::Prose("Nobody takes a stand on any issue here.".into()));
    } else {
        grid.fill(&issues);
        page.push(Block::Table(std::mem::take(&mut grid.table)));
        page.push(columns_note(map, table.columns(), &filled));
        page.blocks.extend(grid.legend.note());
        page.blocks.extend(questions(map, &issues));
    }
    page.records = grid.records();
    let (columnless, silent) = table.only_reported(empty, study.reported());
    note_empty(&mut page, map, table.columns(), &silent, selection, &unspoken);
    omitted::note(&mut page, map, selection);
    if options.by == By::Source && selection.filter.voices {
        page.push(Block::Note(
            "What a document reports of others is not its own stand, and has no column here.".into(),
        ));
    } else {
        omitted::note_voices(&mut page, study.reported(), columnless.len());
    }
    page
}

/// More issues than these are not asked again below the table.
const ASKED: usize = 60;

/// Questions of the issues, by their names.
fn questions(map: &Map, issues: &[IssueId]) -> Vec<Block> {
    if issues.len() > ASKED {
        let text = "`counterpoint list issues` tells what is asked.";
        return vec![Block::Note(text.into())];
    }
    let line = |&issue: &IssueId| {
        let question = map.text(map.issues[issue].question);
        named::issue(map, issue).with(Mark::Plain, "  ").with(Mark::Plain, question)
    };
    let heading = Block::Heading { level: 1, runs: "What is asked".into() };
    vec![heading, Block::List(issues.iter().map(line).collect())]
}

/// How many columns are spelt out below the table.
const SPELT: usize = 20;

/// Full names of the columns.
fn columns_note(map: &Map, columns: &Columns, shown: &[usize]) -> Block {
    let mut runs = Runs::from("Columns: ");
    for (index, &column) in shown.iter().take(SPELT).enumerate() {
        runs.push(Mark::Plain, if index > 0 { "; " } else { "" });
        runs.append(named::column(map, columns, column));
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
    let names: Vec<Runs> = unspoken.map(|&issue| named::issue(map, issue)).collect();
    if !names.is_empty() {
        let text = format!("Without a row, because nobody here speaks to it: {} (", counted(names.len(), "issue"));
        page.push(Block::Note(Runs::from(text).joined(omitted::named(names)).with(Mark::Plain, ").")));
    }
    let (mut authors, mut others) = (Vec::new(), Vec::new());
    for &column in silent.iter().filter(|&&column| !columns.is_catch_all(column)) {
        match &columns.owners[column] {
            ColumnOwner::Authors(joint) => {
                authors.extend(joint.iter().map(|&author| named::author(map, author)));
            }
            _ => others.push(named::column(map, columns, column)),
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
        page.push(Block::Note(Runs::from(text).joined(omitted::named(names)).with(Mark::Plain, ").")));
    }
}
