//! The position table: who holds what on every issue.

pub(super) mod answer;
mod cell;
mod matrix;
pub(super) mod notes;
pub(super) mod on_issue;
mod options;
mod passage;
mod people;
mod records;
mod sheet;
mod standing;
pub mod value;

use crate::analysis::table::column::{By, ColumnOwner, Columns};
use crate::analysis::table::group::Grouped;
use crate::model::select::Selection;
use crate::model::{AuthorId, IssueId, Map};
use crate::page::{Block, Mark, PageOf, Runs, Table, Target};
use crate::study::Study;

pub use self::options::{Detail, Layout, TableOptions};
pub use cell::{Content, issue_signs, issue_signs_in_line};

use self::sheet::Sheet;
use super::wording::naming::{columns_counted, counted};
use super::wording::omitted;
use super::wording::stance_word::{INFERRED, SILENT, signs};
use crate::view::wording::named;

/// Questions in groups, where columns clash first; below each a row for each position, and columns for authors, sources, sides,
/// organisations or years.
///
/// The key of the first column is `position`; those of the others are told by `column_key`. The records have a row for each issue,
/// position and column that speaks of it.
pub fn table<'s>(study: &'s Study<'_>, options: &TableOptions) -> PageOf<'s> {
    let (map, selection) = (study.map, study.selection);
    let mut page = PageOf::new("table", title(map, selection, options.by));
    let table = study.table(options.by);
    let derived = table.derived(options.derived);
    let (filled, empty) = table.shown_columns(derived);
    let (issues, unspoken) = table.filled_issues(derived);
    let grouped: Vec<Grouped> = table.grouped(&issues);
    if issues.is_empty() {
        page.push(Block::Prose("Nobody takes a stand on any issue here.".into()));
    } else if options.consumer.reads_blocks() {
        page.speaks_for_itself = true;
        let sheet = Sheet::new(study, table, derived, &filled, options);
        let drawn = match options.layout {
            Layout::Positions => sheet.table(&grouped),
            Layout::Issues => sheet.by_issue(&grouped),
            Layout::Columns => sheet.by_column(&grouped),
        };
        let told = told_signs(&drawn);
        page.push(Block::Table(drawn));
        page.blocks.extend(told.map(Block::Note));
    }
    if options.consumer.reads_records() {
        page.records = Some(records::records(study, table, derived, grouped, filled, options));
    }
    let (columnless, silent) = table.only_reported(empty, study.reported());
    note_empty(&mut page, study, table.columns(), &silent, &unspoken);
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

fn title(map: &Map, selection: &Selection, by: By) -> String {
    match (by, selection.filter.authors.as_slice()) {
        (By::Author, _) => "Who stands where".to_owned(),
        (By::Source, _) => "Who stands where, by source".to_owned(),
        (By::Organisation, _) => "Who stands where, by organisation".to_owned(),
        (By::Side, _) => "Who stands where, by side".to_owned(),
        (By::Year, [author]) => format!("Where {} stands, by year", map.text(map.authors[*author].display)),
        (By::Year, _) => "Who stands where, by year".to_owned(),
    }
}

/// The meaning of the two signs, as far as the table has them.
fn told_signs(table: &Table) -> Option<Runs> {
    let has = |sign: &str| {
        let in_runs = |runs: &Runs| runs.pieces.iter().any(|run| run.text.ends_with(sign));
        table.rows.iter().any(|row| {
            let across = row.across.as_ref().is_some_and(|across| in_runs(&across.runs));
            across || row.cells.iter().any(|cell| in_runs(&cell.runs))
        })
    };
    signs(has(INFERRED), has(SILENT))
}

/// Says which rows and columns are not there because they hold nothing.
fn note_empty(page: &mut PageOf<'_>, study: &Study<'_>, columns: &Columns, silent: &[usize], unspoken: &[IssueId]) {
    let (map, selection) = (study.map, study.selection);
    let asked = &selection.filter.issues;
    let unspoken = unspoken.iter().filter(|issue| asked.is_empty() || asked.contains(issue));
    let names: Vec<Runs> = unspoken.map(|&issue| named::issue(map, issue)).collect();
    if !names.is_empty() {
        let text = format!("Without a row, because nobody here speaks to it: {} (", counted(names.len(), "issue"));
        page.push(Block::Note(Runs::from(text).joined(omitted::named(names)).with(Mark::Plain, ").")));
    }
    // Statements of each author: silence on the issue is not silence.
    let mut own = vec![0; map.authors.len()];
    let statements = study.statements().filter(|&id| !silent.is_empty() && map.statements[id].is_own());
    for author in statements.flat_map(|id| map.authors_of(id)) {
        own[author.index()] += 1;
    }
    let silent_author = |author: AuthorId| {
        let target = Target::Author(map.word(map.authors[author].name).to_owned());
        let runs = Runs::leading(Mark::Plain, study.short().author(author), &target);
        match own[author.index()] {
            0 => runs,
            number => runs.with(Mark::Plain, format!(" with {}", counted(number, "statement"))),
        }
    };
    let (mut authors, mut others) = (Vec::new(), Vec::new());
    for &column in silent.iter().filter(|&&column| !columns.is_catch_all(column)) {
        match &columns.owners[column] {
            ColumnOwner::Authors(joint) => {
                authors.extend(joint.iter().map(|&author| silent_author(author)));
            }
            _ => others.push(named::column(map, columns, column)),
        }
    }
    let filtered = selection.statements_omitted + selection.stances_omitted > 0;
    let why = match (columns.by, filtered || map.omitted.is_nothing()) {
        (By::Year, true) => "nobody took a stand then",
        (By::Year, false) => "no stand was understood that was taken then",
        (_, true) => "no position here is theirs",
        (_, false) => "no position that was understood is theirs",
    };
    for (by, names) in [(columns.by, others), (By::Author, authors)].into_iter().filter(|(_, names)| !names.is_empty())
    {
        let text = format!("Without a column, because {why}: {} (", columns_counted(by, names.len()));
        page.push(Block::Note(Runs::from(text).joined(omitted::named(names)).with(Mark::Plain, ").")));
    }
}
