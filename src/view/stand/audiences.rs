//! Statements as rows and authors as columns: the verdicts for each author, and how much of what others say each accepts.

use framework::Status;

use crate::analysis::evaluation::accepted::Accepted;
use crate::analysis::evaluation::audience::{Audience, Relevance};
use crate::analysis::evaluation::outcome::Outcome;
use crate::analysis::table::column::Columns;
use crate::model::select::Selection;
use crate::model::{Map, StatementId};
use crate::page::{Block, Cell, Column, Consumer, Field, Mark, Page, Row, Runs, Table};
use crate::view::wording::naming::{column_key, column_title, counted};
use crate::view::wording::omitted;

use super::interpretation;
use super::why::word;

/// One author as the audience for whom the map is evaluated.
#[derive(Debug)]
pub struct AudienceColumn {
    /// The column of the author, or of several who always write jointly.
    pub column: usize,
    /// What they assert and grant.
    pub audience: Audience,
    /// What stands for them.
    pub outcome: Outcome,
}

/// Which statements are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// Those that stand for all authors.
    All,
    /// Those that stand for some author.
    Some,
    /// Every statement, with whom it stands for.
    Each,
}

impl Among {
    /// Every one with its word, and what it means to whoever asks for it.
    pub const WORDS: &[(Among, &str, &str)] = &[
        (Among::All, "all", "What stands for every author"),
        (Among::Some, "some", "What stands for some author"),
        (Among::Each, "each", "Every statement, for each author"),
    ];
}

/// The page. `unheard` authors had no room.
pub fn audiences(
    map: &Map,
    selection: &Selection,
    columns: &Columns,
    included: &[AudienceColumn],
    omitted: usize,
    among: Among,
    consumer: Consumer,
) -> Page {
    let mut page = Page::new(
        "stand",
        match among {
            Among::All => "What stands for every author",
            Among::Some => "What stands for some author",
            Among::Each => "What stands for each author",
        },
    );
    let all: Vec<StatementId> = map.statements.ids().filter(|&id| selection.has_statement(id)).collect();
    let accepted: Vec<Accepted> = included
        .iter()
        .map(|audience_column| Accepted::new(map, &audience_column.audience, &audience_column.outcome))
        .collect();
    let stands =
        |audience_column: &AudienceColumn, id: StatementId| audience_column.outcome.of(id) == Some(Status::Stands);
    let shown = all.iter().copied().filter(|&id| match among {
        Among::All => included.iter().all(|audience_column| stands(audience_column, id)),
        Among::Some => included.iter().any(|audience_column| stands(audience_column, id)),
        Among::Each => true,
    });
    let shown: Vec<StatementId> = shown.collect();
    page.push(Block::Prose(
        format!("{} of {}, for {}.", shown.len(), counted(all.len(), "statement"), counted(included.len(), "author"))
            .into(),
    ));
    let mut table = Table { key: "ears".to_owned(), fixed: 1, ..Table::default() };
    table.columns.push(Column::new("statement", "statement"));
    for audience_column in included {
        let key = column_key(map, columns, audience_column.column);
        table.columns.push(Column::new(key.clone(), Runs::new().with(Mark::Name, key)));
    }
    for &id in &shown {
        let mut cells = vec![Cell::new(Runs::new().with(Mark::Name, map.statement_name(id)), map.statement_name(id))];
        cells.extend(
            included.iter().zip(&accepted).map(|(audience_column, accepted)| cell(audience_column, accepted, id)),
        );
        table.rows.push(Row { cells, ..Row::default() });
    }
    page.push(Block::Table(common_ground(map, columns, included, &accepted, &all)));
    page.push(Block::Table(table));
    let legend = "Signs: + stands; (+) stands and is not accepted, because it speaks against what the author asserts or grants, or \
                  rests on what does; − falls; ? open; own what the author asserts; granted what the author concedes.";
    page.push(Block::Note(legend.into()));
    let titles: Vec<String> = included
        .iter()
        .map(|audience_column| {
            format!(
                "{} {}",
                column_key(map, columns, audience_column.column),
                column_title(map, columns, audience_column.column)
            )
        })
        .collect();
    page.push(Block::Note(format!("Columns: {}.", titles.join("; ")).into()));
    page.push(Block::Note(
        "For each author, what that author asserts or grants is preferred over whatever attacks it from outside."
            .into(),
    ));
    if omitted > 0 {
        page.push(Block::Note(
            format!("Not asked, because there are too many: {}.", counted(omitted, "author")).into(),
        ));
    }
    if let Some(audience_column) = included.first() {
        interpretation::note_unargued(&mut page, &audience_column.outcome.compiled.unargued);
    }
    omitted::note(&mut page, map, selection);
    page.records = consumer.reads_records().then(|| records(map, columns, included, &accepted, &shown));
    page
}

/// The verdict on a statement for one author: a sign, and whether the statement is their own.
fn cell(audience_column: &AudienceColumn, accepted: &Accepted, statement: StatementId) -> Cell {
    let status = audience_column.outcome.of(statement);
    let (sign, mark) = match status {
        Some(Status::Stands) if !accepted.has(statement) => ("(+)", Mark::Faint),
        Some(Status::Stands) => ("+", Mark::For),
        Some(Status::Falls) => ("−", Mark::Against),
        Some(Status::Open) => ("?", Mark::Between),
        None => ("·", Mark::Faint),
    };
    let runs = Runs::new().with(mark, sign);
    let runs = match audience_column.audience.of(statement) {
        Relevance::Own => runs.with(Mark::Faint, " own"),
        Relevance::Granted => runs.with(Mark::Faint, " granted"),
        Relevance::Outside => runs,
    };
    Cell::new(runs, word(status))
}

/// For each author, the number of accepted statements of the others.
fn common_ground(
    map: &Map,
    columns: &Columns,
    included: &[AudienceColumn],
    accepted: &[Accepted],
    all: &[StatementId],
) -> Table {
    let mut table = Table {
        key: "common_ground".to_owned(),
        caption: Some("How many of the statements of the one at the top the one at the left accepts".into()),
        fixed: 1,
        ..Table::default()
    };
    table.columns.push(Column::new("author", "for"));
    for audience_column in included {
        let key = column_key(map, columns, audience_column.column);
        table.columns.push(Column::number(key.clone(), Runs::new().with(Mark::Name, key)));
    }
    for (audience_column, accepted) in included.iter().zip(accepted) {
        let key = column_key(map, columns, audience_column.column);
        let mut cells = vec![Cell::new(Runs::new().with(Mark::Name, key.clone()), key)];
        for other in included {
            let is_own = |by: &AudienceColumn, id: StatementId| by.audience.of(id) == Relevance::Own;
            let others = all.iter().filter(|&&id| is_own(other, id) && !is_own(audience_column, id));
            let number = others.clone().count();
            let common = others.filter(|&&id| accepted.has(id)).count();
            cells.push(match number {
                0 => Cell::new(Runs::new().with(Mark::Faint, "·"), serde_json::Value::Null),
                _ => Cell::new(format!("{common} of {number}"), common),
            });
        }
        table.rows.push(Row { cells, ..Row::default() });
    }
    table
}

/// A statement as an author takes it.
struct Line<'m> {
    map: &'m Map,
    columns: &'m Columns,
    audience_column: &'m AudienceColumn,
    accepted: &'m Accepted,
    statement: StatementId,
}

fn records(
    map: &Map,
    columns: &Columns,
    included: &[AudienceColumn],
    accepted: &[Accepted],
    shown: &[StatementId],
) -> Table {
    let lines = shown.iter().flat_map(|&statement| {
        let line = move |(audience_column, accepted)| Line { map, columns, audience_column, accepted, statement };
        included.iter().zip(accepted).map(line)
    });
    let fields = [
        Field::text("statement", |line: &Line<'_>| line.map.statement_name(line.statement)),
        Field::text("author", |line: &Line<'_>| column_key(line.map, line.columns, line.audience_column.column)),
        Field::text("standing", |line: &Line<'_>| word(line.audience_column.outcome.of(line.statement))),
        Field::text("relevance", |line: &Line<'_>| super::relevance(line.audience_column.audience.of(line.statement))),
        Field::truth("accepted", |line: &Line<'_>| Some(line.accepted.has(line.statement))),
    ];
    Table::of_records("ears", &fields, lines)
}
