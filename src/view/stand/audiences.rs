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
use crate::view::wording::named;

/// One author as the audience for whom the map is evaluated.
#[derive(Debug)]
pub struct AudienceColumn {
    /// The column of the author, or of several who always write jointly.
    pub column: usize,
    /// Statements that they assert and grant.
    pub audience: Audience,
    /// Outcome of the debate for them.
    pub outcome: Outcome,
    /// Statements of others that they accept, counted.
    pub accepted: Accepted,
}

impl AudienceColumn {
    fn stands(&self, statement: StatementId) -> bool {
        self.outcome.of(statement) == Some(Status::Stands)
    }

    fn is_own(&self, statement: StatementId) -> bool {
        self.audience.of(statement) == Relevance::Own
    }

    /// How many of the statements of another this author accepts, of how many that are not this author's, too.
    fn accepts_of(&self, other: &AudienceColumn, all: &[StatementId]) -> (usize, usize) {
        let others = all.iter().filter(|&&id| other.is_own(id) && !self.is_own(id));
        (others.clone().filter(|&&id| self.accepted.has(id)).count(), others.count())
    }
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

/// The page. So many authors are `omitted`, for whom there was no room.
pub fn audiences(
    map: &Map,
    selection: &Selection,
    columns: &Columns,
    included: &[AudienceColumn],
    omitted: usize,
    among: Among,
    consumer: Consumer,
) -> Page {
    let title = match among {
        Among::All => "What stands for every author",
        Among::Some => "What stands for some author",
        Among::Each => "What stands for each author",
    };
    let mut page = Page::new("stand", title);
    let all: Vec<StatementId> = map.statements.ids().filter(|&id| selection.has_statement(id)).collect();
    let shown = all.iter().copied().filter(|&id| match among {
        Among::All => included.iter().all(|included| included.stands(id)),
        Among::Some => included.iter().any(|included| included.stands(id)),
        Among::Each => true,
    });
    let shown: Vec<StatementId> = shown.collect();
    let (of, authors) = (counted(all.len(), "statement"), counted(included.len(), "author"));
    page.push(Block::Prose(format!("{} of {of}, for {authors}.", shown.len()).into()));
    page.push(Block::Table(common_ground(map, columns, included, &all)));
    page.push(Block::Table(for_each(map, columns, included, &shown)));
    page.blocks.extend(legend(map, columns, included));
    if omitted > 0 {
        let text = format!("Not asked, because there are too many: {}.", counted(omitted, "author"));
        page.push(Block::Note(text.into()));
    }
    if let Some(audience_column) = included.first() {
        interpretation::note_unargued(&mut page, &audience_column.outcome.compiled.unargued);
    }
    omitted::note(&mut page, map, selection);
    page.records = consumer.reads_records().then(|| records(map, columns, included, &shown));
    page
}

/// The statements, each with a sign for every author.
fn for_each(map: &Map, columns: &Columns, included: &[AudienceColumn], shown: &[StatementId]) -> Table {
    let mut table = Table { key: "ears".to_owned(), fixed: 1, ..Table::default() };
    table.columns.push(Column::new("statement", "statement"));
    for audience_column in included {
        let key = column_key(map, columns, audience_column.column);
        table.columns.push(Column::new(key, named::column(map, columns, audience_column.column)));
    }
    for &id in shown {
        let mut cells = vec![Cell::new(named::statement(map, id), map.statement_name(id))];
        cells.extend(included.iter().map(|audience_column| cell(audience_column, id)));
        table.rows.push(Row { cells, ..Row::default() });
    }
    table
}

/// Meanings of the signs and the columns.
fn legend(map: &Map, columns: &Columns, included: &[AudienceColumn]) -> [Block; 3] {
    let signs = "Signs: + stands; (+) stands and is not accepted, because it speaks against what the author asserts or grants, or \
                 rests on what does; − falls; ? open; own what the author asserts; granted what the author concedes.";
    let title = |included: &AudienceColumn| {
        let column = included.column;
        format!("{} {}", column_key(map, columns, column), column_title(map, columns, column))
    };
    let titles: Vec<String> = included.iter().map(title).collect();
    let preferred =
        "For each author, what that author asserts or grants is preferred over whatever attacks it from outside.";
    [signs.to_owned(), format!("Columns: {}.", titles.join("; ")), preferred.to_owned()]
        .map(|text| Block::Note(text.into()))
}

/// The verdict on a statement for one author: a sign, and whether the statement is their own.
fn cell(audience_column: &AudienceColumn, statement: StatementId) -> Cell {
    let status = audience_column.outcome.of(statement);
    let (sign, mark) = match status {
        Some(Status::Stands) if !audience_column.accepted.has(statement) => ("(+)", Mark::Faint),
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
fn common_ground(map: &Map, columns: &Columns, included: &[AudienceColumn], all: &[StatementId]) -> Table {
    let mut table = Table {
        key: "common_ground".to_owned(),
        caption: Some("How many of the statements of the one at the top the one at the left accepts".into()),
        fixed: 1,
        ..Table::default()
    };
    table.columns.push(Column::new("author", "for"));
    for audience_column in included {
        let key = column_key(map, columns, audience_column.column);
        table.columns.push(Column::number(key, named::column(map, columns, audience_column.column)));
    }
    for audience_column in included {
        let key = column_key(map, columns, audience_column.column);
        let mut cells = vec![Cell::new(named::column(map, columns, audience_column.column), key)];
        for other in included {
            let (common, number) = audience_column.accepts_of(other, all);
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
    statement: StatementId,
}

fn records(map: &Map, columns: &Columns, included: &[AudienceColumn], shown: &[StatementId]) -> Table {
    let lines = shown.iter().flat_map(|&statement| {
        included.iter().map(move |audience_column| Line { map, columns, audience_column, statement })
    });
    let fields = [
        Field::text("statement", |line: &Line<'_>| line.map.statement_name(line.statement)),
        Field::text("author", |line: &Line<'_>| column_key(line.map, line.columns, line.audience_column.column)),
        Field::text("standing", |line: &Line<'_>| word(line.audience_column.outcome.of(line.statement))),
        Field::text("relevance", |line: &Line<'_>| line.audience_column.audience.of(line.statement).word()),
        Field::truth("accepted", |line: &Line<'_>| Some(line.audience_column.accepted.has(line.statement))),
    ];
    Table::of_records("ears", &fields, lines)
}
