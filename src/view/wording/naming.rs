//! How things of the map are called on a page: columns, authors, statements, places.

use serde_json::{Value, json};

use crate::analysis::table::column::{By, ColumnOwner, Columns};
use crate::file::Span;
use crate::model::{
    AuthorId, Date, Entity, EvidenceKind, Map, Period, PositionId, QuotationId, SourceId, StatementId, StatementKind,
};
use crate::page::{Mark, Runs};
use crate::text::list::and;

/// Keys of columns that a table has before those of authors.
const TAKEN: [&str; 4] = ["issue", "question", "position", "verdict"];

/// The key of a column, which is stable: the name of the author or source, `a+b` of joint authors, the organisation as it
/// is written, the year, `a@2014` of what an author said then; `(unknown)` where the map does not name it, `(own)` for the mapper's own statements. One that
/// would be `issue`, `question`, `position` or `verdict` has `column ` before it.
pub fn column_key(map: &Map, columns: &Columns, column: usize) -> String {
    let key = match &columns.owners[column] {
        ColumnOwner::Authors(authors) => authors_key(map, authors),
        ColumnOwner::Dated(authors, period) => format!("{}@{period}", authors_key(map, authors)),
        ColumnOwner::Source(source) => map.word(map.sources[*source].name).to_owned(),
        ColumnOwner::Organisation(of) => map.text(*of).into_owned(),
        ColumnOwner::Side(side) => map.word(map.sides[*side].name).to_owned(),
        ColumnOwner::Year(year) => year.to_string(),
        ColumnOwner::Unknown => "(unknown)".to_owned(),
        ColumnOwner::Own => "(own)".to_owned(),
    };
    if TAKEN.contains(&key.as_str()) { format!("column {key}") } else { key }
}

/// A column as a person calls it.
pub fn column_title(map: &Map, columns: &Columns, column: usize) -> String {
    match &columns.owners[column] {
        ColumnOwner::Authors(authors) => authors_title(map, authors),
        ColumnOwner::Dated(authors, period) => format!("{} {}", authors_title(map, authors), period_words(*period)),
        ColumnOwner::Source(source) => source_title(map, *source),
        ColumnOwner::Organisation(of) => map.text(*of).into_owned(),
        ColumnOwner::Side(side) => map.text(map.sides[*side].display).into_owned(),
        ColumnOwner::Year(year) => year.to_string(),
        ColumnOwner::Unknown => match columns.by {
            By::Author | By::Organisation | By::Side => "an unnamed author".to_owned(),
            By::Source => "no source".to_owned(),
            By::Year => "no date".to_owned(),
        },
        ColumnOwner::Own => "our own case".to_owned(),
    }
}

/// A column as the subject of a sentence: one author or several.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'t> {
    /// Name of the column.
    pub title: &'t str,
    are_several: bool,
}

impl<'t> Subject<'t> {
    /// Of a column with this title: authors who always write jointly are several, a document and an organisation are one.
    pub fn new(columns: &Columns, column: usize, title: &'t str) -> Self {
        let are_several = match &columns.owners[column] {
            ColumnOwner::Authors(authors) | ColumnOwner::Dated(authors, _) => authors.len() > 1,
            _ => false,
        };
        Subject { title, are_several }
    }

    /// Whether it is several authors who always write jointly.
    pub fn are_several(self) -> bool {
        self.are_several
    }

    /// The subject with its verb, for one or for several: `Ann holds`, `Ann & Bob hold`.
    pub fn does(self, one: &str, several: &str) -> String {
        format!("{} {}", self.title, if self.are_several { several } else { one })
    }
}

fn authors_key(map: &Map, authors: &[AuthorId]) -> String {
    authors.iter().map(|&author| map.word(map.authors[author].name)).collect::<Vec<_>>().join("+")
}

/// Authors who always write jointly, as a person calls them.
pub fn authors_title(map: &Map, authors: &[AuthorId]) -> String {
    let names = authors.iter().map(|&author| map.text(map.authors[author].display));
    names.collect::<Vec<_>>().join(" & ")
}

/// A stretch of time in a sentence: `in 2014`, `on 2014-05-01`, `up to 2014`, `from 2014 to 2016`.
fn period_words(period: Period) -> String {
    match (period.from, period.to) {
        (Some(from), Some(to)) if from == to => format!("{} {from}", preposition(from)),
        (Some(from), Some(to)) => format!("from {from} to {to}"),
        (Some(from), None) => format!("from {from} on"),
        (None, Some(to)) => format!("up to {to}"),
        (None, None) => "at any time".to_owned(),
    }
}

/// `on` a day, `in` a month or a year.
fn preposition(date: Date) -> &'static str {
    if date.first_day() == date.last_day() { "on" } else { "in" }
}

/// Columns counted as what they are: `1 author`, `2 years`.
pub fn columns_counted(by: By, number: usize) -> String {
    let what = match by {
        By::Author => "author",
        By::Source => "source",
        By::Organisation => "organisation",
        By::Side => "side",
        By::Year => "year",
    };
    counted(number, what)
}

/// Authors by their full names, joined by `and`.
pub fn author_names(map: &Map, authors: &[AuthorId]) -> String {
    and(authors.iter().map(|&author| map.text(map.authors[author].display).into_owned()))
}

/// A source by its title, with its year.
pub fn source_title(map: &Map, source: SourceId) -> String {
    let source = &map.sources[source];
    let title = map.text(source.title);
    source.date.map_or(title.to_string(), |date| format!("{title} ({})", date.year()))
}

/// The authors of a statement: they say it, or raise it as an objection to be answered.
pub fn whose(map: &Map, statement: StatementId) -> String {
    let speaker = speaker(map, statement);
    let what = &map.statements[statement];
    if !what.anticipated {
        return speaker;
    }
    match (map.authors_of(statement), what.source) {
        _ if what.voice.is_some() => format!("an objection of {speaker}"),
        ([], None) => "an objection that we raise".to_owned(),
        ([_, _, ..], _) => format!("an objection that {speaker} raise"),
        _ => format!("an objection that {speaker} raises"),
    }
}

/// The speakers of a statement: its authors, else its source, else the mapper; with the voice that it reports.
pub fn speaker(map: &Map, statement: StatementId) -> String {
    let makers = match (map.authors_of(statement), map.statements[statement].source) {
        ([], None) => "our own".to_owned(),
        ([], Some(source)) => source_title(map, source),
        (authors, _) => author_names(map, authors),
    };
    let Some(voice) = map.statements[statement].voice else { return makers };
    let voiced = match voice.author {
        Some(author) => map.text(map.authors[author].display).into_owned(),
        None => "an unnamed voice".to_owned(),
    };
    let s = if map.authors_of(statement).len() > 1 { "" } else { "s" };
    match voice {
        _ if voice.endorsed => format!("{voiced}, reported by {makers}, who agree{s}"),
        _ if voice.disputed => format!("{voiced}, reported and disputed by {makers}"),
        _ => format!("{voiced}, reported by {makers}"),
    }
}

/// The word for what a statement is: its kind, and of evidence which.
pub fn kind(map: &Map, statement: StatementId) -> &'static str {
    evidence_kind(map, statement).unwrap_or(map.statements[statement].kind.word())
}

/// The word for what kind of evidence a statement is, where it is evidence of a kind.
pub fn evidence_kind(map: &Map, statement: StatementId) -> Option<&'static str> {
    let statement = &map.statements[statement];
    let kind = statement.evidence.filter(|_| statement.kind == StatementKind::Evidence)?;
    EvidenceKind::WORDS.iter().find(|(known, _)| *known == kind).map(|(_, word)| *word)
}

/// Name of the position that is held; of a range those of its first and last step: `none to some`.
pub fn range_name(map: &Map, [first, last]: [PositionId; 2]) -> String {
    let name = map.position_name(first);
    if first == last { name.to_owned() } else { format!("{name} to {}", map.position_name(last)) }
}

/// A quotation in its marks, with its place in brackets.
pub fn quotation(map: &Map, quotation: QuotationId) -> Runs {
    let quotation = &map.quotations[quotation];
    let mut runs = Runs::new().with(Mark::Quotation, format!("“{}”", map.text(quotation.words)));
    if let Some(place) = quotation.place {
        runs.push(Mark::Plain, " ");
        runs.push(Mark::Place, format!("[{}]", map.text(place)));
    }
    if !quotation.read.is_empty() {
        let read: Vec<String> = quotation.read.iter().map(|&read| format!("“{}”", map.text(read))).collect();
        runs.push(Mark::Faint, format!(", read: {}", read.join(" … ")));
    }
    runs
}

/// When a statement was made: ` in 2010`, ` on 2010-05-01`; nothing where the map has no date.
pub fn when(map: &Map, statement: StatementId) -> String {
    let Some(date) = map.date_of(statement) else { return String::new() };
    format!(" {} {date}", preposition(date))
}

/// The file that a place stands in, as it is shown.
pub fn file(map: &Map, span: Span) -> &str {
    &map.files.get(span.file).path
}

/// The names of a statement's authors in the map, for programs.
pub fn author_keys(map: &Map, statement: StatementId) -> Vec<&str> {
    map.authors_of(statement).iter().map(|&author| map.word(map.authors[author].name)).collect()
}

/// A place in the map, for programs.
pub fn place_value(map: &Map, span: Span) -> Value {
    json!({ "file": map.files.get(span.file).path, "line": map.files.place(span).line })
}

/// A statement, for programs: what it is called, what it says, whose it is and where it stands.
pub fn statement_value(map: &Map, statement: StatementId) -> Value {
    let what = &map.statements[statement];
    let mut value = json!({
        "name": map.statement_name(statement),
        "kind": what.kind.word(),
        "evidence": evidence_kind(map, statement),
        "text": map.text(what.text),
        "authors": author_keys(map, statement),
        "source": what.source.map(|source| map.word(map.sources[source].name)),
        "at": what.at.map(|at| map.text(at)),
        "unstated": what.unstated,
        "anticipated": what.anticipated,
        "place": place_value(map, what.span),
    });
    let card = what.card.as_deref();
    for (key, span) in [("short", card.and_then(|card| card.short)), ("tag", card.and_then(|card| card.tag))] {
        if let Some(span) = span {
            value[key] = map.text(span).into();
        }
    }
    let former = map.former_names(Entity::Statement(statement));
    if !former.is_empty() {
        value["renamed"] = former.into();
    }
    if what.draft {
        value["draft"] = true.into();
    }
    if let Some(voice) = what.voice {
        value["voice"] = json!({
            "author": voice.author.map(|author| map.word(map.authors[author].name)),
            "endorsed": voice.endorsed,
            "disputed": voice.disputed,
        });
    }
    value
}

/// A number with its noun: `1 statement`, `2 statements`.
pub fn counted(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    }
}
