//! Statements as rows and authors as columns: the verdicts for each author, and how much of what others say each accepts.

use framework::Status;

use crate::analysis::evaluation::accepted::Accepted;
use crate::analysis::evaluation::audience::{Audience, Relevance};
use crate::analysis::evaluation::outcome::Outcome;
use crate::analysis::table::column::Columns;
use crate::model::select::Selection;
use crate::model::{Map, StatementId};
use crate::page::{Block, Cell, Column, Consumer, Field, Look, Mark, Page, Row, Runs, Table};
use crate::view::wording::called::{column_said, column_short};
use crate::view::wording::naming::{column_key, counted};
use crate::view::wording::omitted;
use crate::view::wording::speech::{self, Speech};

use super::interpretation;
use super::why::word;

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

/// The page. So many authors are `unasked`, each number with the reason.
pub fn audiences(
    map: &Map,
    selection: &Selection,
    columns: &Columns,
    included: &[AudienceColumn],
    unasked: &[(usize, &str)],
    among: Among,
    consumer: Consumer,
) -> Page {
    let title = match among {
        Among::All => "What stands for every author",
        Among::Some => "What stands for some author",
        Among::Each => "What stands for each author",
    };
    let (mut page, speech) = (Page::new("stand", title), Speech::new(map));
    let all: Vec<StatementId> = map.statements.ids().filter(|&id| selection.has_statement(id)).collect();
    let shown = all.iter().copied().filter(|&id| match among {
        Among::All => included.iter().all(|included| included.stands(id)),
        Among::Some => included.iter().any(|included| included.stands(id)),
        Among::Each => true,
    });
    let shown: Vec<StatementId> = shown.collect();
    let (of, authors) = (counted(all.len(), "statement"), counted(included.len(), "author"));
    page.push(Block::Prose(format!("{} of {of}, for {authors}.", shown.len()).into()));
    page.push(Block::Table(common_ground(map, &speech, columns, included, &all)));
    page.push(Block::Table(for_each(map, &speech, columns, included, &shown)));
    page.blocks.extend(notes());
    for (count, reason) in unasked.iter().filter(|(count, _)| *count > 0) {
        let text = format!("Not asked, because {reason}: {}.", counted(*count, "author"));
        page.push(Block::Note(text.into()));
    }
    if let Some(audience_column) = included.first() {
        interpretation::note_unargued(&mut page, &audience_column.outcome.compiled.unargued);
    }
    omitted::note(&mut page, map, selection);
    page.records = consumer.reads_records().then(|| records(map, columns, included, &shown));
    page
}

/// The statements, each with a word for every author.
fn for_each(
    map: &Map,
    speech: &Speech<'_>,
    columns: &Columns,
    included: &[AudienceColumn],
    shown: &[StatementId],
) -> Table {
    let mut table = Table { key: "ears".to_owned(), fixed: 1, look: Look::List, ..Table::default() };
    table.columns.push(Column::new("statement", ""));
    for audience_column in included {
        let key = column_key(map, columns, audience_column.column);
        table.columns.push(Column::new(key, column_short(map, speech.short(), columns, audience_column.column)));
    }
    for &id in shown {
        let name = speech::capitalized(speech.statement(id));
        let mut cells = vec![Cell::new(name, map.statement_name(id))];
        cells.extend(included.iter().map(|audience_column| cell(audience_column, id)));
        table.rows.push(Row { cells, ..Row::default() });
    }
    table
}

/// Meanings of the words.
fn notes() -> [Block; 2] {
    let words = "own: the author says so. granted: the author concedes it. not accepted: it stands, but it speaks against what \
                 the author says or grants, or rests on what does.";
    let preferred = "For each author, their own statements and grants prevail over whatever attacks them from outside.";
    [words, preferred].map(|text| Block::Note(text.into()))
}

/// The verdict on a statement for one author, and whether the statement is their own.
fn cell(audience_column: &AudienceColumn, statement: StatementId) -> Cell {
    let status = audience_column.outcome.of(statement);
    let (verdict, mark) = match status {
        Some(Status::Stands) if !audience_column.accepted.has(statement) => ("not accepted", Mark::Faint),
        Some(Status::Stands) => ("stands", Mark::For),
        Some(Status::Falls) => ("falls", Mark::Against),
        Some(Status::Open) => ("open", Mark::Between),
        None => ("no reading", Mark::Faint),
    };
    let runs = Runs::new().with(mark, verdict);
    let runs = match audience_column.audience.of(statement) {
        Relevance::Own => runs.with(Mark::Plain, ", own"),
        Relevance::Granted => runs.with(Mark::Plain, ", granted"),
        Relevance::Outside => runs,
    };
    Cell::new(runs, word(status))
}

/// For each author, the number of accepted statements of the others.
fn common_ground(
    map: &Map,
    speech: &Speech<'_>,
    columns: &Columns,
    included: &[AudienceColumn],
    all: &[StatementId],
) -> Table {
    let mut table = Table {
        key: "common_ground".to_owned(),
        caption: Some("How many statements of the one at the top the one at the left accepts".into()),
        fixed: 1,
        look: Look::List,
        ..Table::default()
    };
    table.columns.push(Column::new("author", ""));
    for audience_column in included {
        let key = column_key(map, columns, audience_column.column);
        table.columns.push(Column::number(key, column_short(map, speech.short(), columns, audience_column.column)));
    }
    for audience_column in included {
        let key = column_key(map, columns, audience_column.column);
        let mut cells = vec![Cell::new(column_said(map, speech.short(), columns, audience_column.column), key)];
        for other in included {
            let (common, number) = audience_column.accepts_of(other, all);
            cells.push(match number {
                0 => Cell::new(Runs::new().with(Mark::Faint, "–"), serde_json::Value::Null),
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
