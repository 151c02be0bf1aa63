//! Lists of a map: authors, sources, issues, statements, terms, each as a table.

mod asked;
mod cells;
mod drafts;
mod people;
mod records;
mod statements;

use crate::page::{Block, BlockOf, Cell, Column, Consumer, Kind, Mark, PageOf, Runs, Table};
use crate::study::Study;
use crate::syntax::vocabulary::OWN;

use self::asked::is_asked;
use self::cells::{row, table};
use super::unanswered::unanswered;
use super::wording::naming::{author_names, counted};
use super::wording::omitted;
use crate::view::wording::named;

/// The kind of thing that a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// Authors, with how much is theirs.
    Authors,
    /// Sources, with authors and dates.
    Sources,
    /// Issues, with their positions.
    Issues,
    /// Statements, with whose they are and where they stand.
    Statements {
        /// Only those that are attacked by a statement which nobody attacks in turn.
        unanswered: bool,
    },
    /// Terms, with how often they are defined.
    Terms,
    /// Sides, with who is on them and on which issues.
    Sides,
    /// Drafts: what is in the map and counts for nothing yet.
    Drafts,
}

impl Listed {
    /// Every one with its word.
    pub const WORDS: &[(Listed, &str, &str)] = &[
        (Listed::Authors, "authors", ""),
        (Listed::Sources, "sources", ""),
        (Listed::Issues, "issues", ""),
        (Listed::Statements { unanswered: false }, "statements", ""),
        (Listed::Terms, "terms", ""),
        (Listed::Sides, "sides", ""),
        (Listed::Drafts, "drafts", ""),
    ];
}

/// Everything of one kind, in the order of the map.
pub fn list<'s>(study: &'s Study<'_>, listed: Listed, consumer: Consumer) -> PageOf<'s> {
    let is_person = consumer == Consumer::Person;
    let of = |people: fn(&Study<'_>) -> Table, programs: fn(&Study<'_>) -> Table| {
        if is_person { people(study) } else { programs(study) }
    };
    let (title, one, table) = match listed {
        Listed::Authors => ("Authors", "author", of(people::authors, authors)),
        Listed::Sources => ("Sources", "source", of(people::sources, sources)),
        Listed::Issues => ("Issues", "issue", of(people::issues, issues)),
        Listed::Statements { unanswered: true } => return unanswered(study),
        Listed::Statements { .. } if is_person => ("Statements", "statement", people::statements(study)),
        Listed::Statements { .. } => ("Statements", "statement", statements::all(study, consumer)),
        Listed::Terms => ("Terms", "term", of(people::terms, terms)),
        Listed::Sides => ("Sides", "side", of(people::sides, sides)),
        Listed::Drafts => ("Drafts", "draft", drafts::table(study)),
    };
    let mut page = PageOf::new("list", title);
    if table.is_empty() {
        page.push(Block::Prose(format!("There are no {one}s here.").into()));
        page.records = Some(table);
    } else {
        page.push(Block::Note(counted(table.len(), one).into()));
        page.push(BlockOf::Table(table));
    }
    if consumer.reads_records() {
        page.records = match listed {
            Listed::Authors => Some(records::authors(study)),
            Listed::Sources => Some(records::sources(study)),
            Listed::Issues => Some(records::issues(study)),
            Listed::Sides => Some(records::sides(study)),
            Listed::Statements { .. } => Some(statements::records(study)),
            Listed::Terms => Some(records::terms(study)),
            Listed::Drafts => page.records,
        };
    }
    omitted::note(&mut page, study.map, study.selection);
    page
}

fn authors(study: &Study<'_>) -> Table {
    let (map, filter) = (study.map, &study.selection.filter);
    let words =
        [("author", "author"), ("name", "name"), ("organisation", "of")].map(|(key, word)| Column::new(key, word));
    let numbers = [("sources", "sources"), ("statements", "statements"), ("reported", "reported by others")];
    let mut table = table("authors", words.into_iter().chain(numbers.map(|(key, word)| Column::number(key, word))));
    for (id, author) in map.authors.iter() {
        if !is_asked(map, filter, id) {
            continue;
        }
        let count = study.counts().of_author(id);
        table.rows.push(row(vec![
            Cell::runs(named::author(map, id)),
            Cell::text(map.text(author.display)),
            Cell::text(author.of.map_or("".into(), |of| map.text(of))),
            Cell::number(count.sources),
            Cell::number(count.statements),
            Cell::number(count.reported),
        ]));
    }
    table
}

fn sources(study: &Study<'_>) -> Table {
    let (map, filter) = (study.map, &study.selection.filter);
    let words = ["source", "title", "authors", "date", "kind"].map(|key| Column::new(key, key));
    let mut table = table("sources", words.into_iter().chain([Column::number("statements", "statements")]));
    table.hold(Kind::Texts, &["authors"]);
    for (id, source) in map.sources.iter() {
        if !filter.sources.is_empty() && !filter.sources.contains(&id) {
            continue;
        }
        let authors: Vec<&str> = source.authors.iter().map(|&author| map.word(map.authors[author].name)).collect();
        table.rows.push(row(vec![
            Cell::runs(named::source(map, id)),
            Cell::text(map.text(source.title)),
            Cell::new(author_names(map, &source.authors), authors),
            Cell::text(source.date.map_or(String::new(), |date| date.to_string())),
            Cell::text(source.kind.map_or("".into(), |kind| map.text(kind))),
            Cell::number(study.counts().of_source(id)),
        ]));
    }
    table
}

fn issues(study: &Study<'_>) -> Table {
    let (map, filter) = (study.map, &study.selection.filter);
    let words = ["issue", "question", "answers", "positions"].map(|key| Column::new(key, key));
    let numbers = ["authors", "statements"].map(|key| Column::number(key, key));
    let mut table = table("issues", words.into_iter().chain(numbers));
    table.hold(Kind::Texts, &["positions"]);
    for (id, issue) in map.issues.iter() {
        if !filter.issues.is_empty() && !filter.issues.contains(&id) {
            continue;
        }
        let count = study.counts().on_issue(id);
        let positions: Vec<&str> = issue.positions().map(|position| map.position_name(position)).collect();
        table.rows.push(row(vec![
            Cell::runs(named::issue(map, id)),
            Cell::text(map.text(issue.question)),
            Cell::text(issue.answers.word()),
            Cell::new(positions.join(", "), positions),
            Cell::number(count.authors),
            Cell::number(count.statements),
        ]));
    }
    table
}

fn sides(study: &Study<'_>) -> Table {
    let map = study.map;
    let columns = [("side", "side"), ("name", "stands for"), ("authors", "authors"), ("issues", "issues")];
    let columns = columns.map(|(key, word)| Column::new(key, word));
    let mut table = table("sides", columns);
    table.hold(Kind::Texts, &["authors", "issues"]);
    for (_, side) in map.sides.iter() {
        let authors = side.authors.iter().map(|&author| map.word(map.authors[author].name));
        let authors: Vec<&str> = authors.chain(side.own.then_some(OWN)).collect();
        let issues: Vec<&str> = side.issues.iter().map(|&issue| map.word(map.issues[issue].name)).collect();
        table.rows.push(row(vec![
            Cell::runs(Runs::new().with(Mark::Name, map.word(side.name))),
            Cell::text(map.text(side.display)),
            Cell::new(authors.join(", "), authors),
            Cell::new(if issues.is_empty() { "all".to_owned() } else { issues.join(", ") }, issues),
        ]));
    }
    table
}

fn terms(study: &Study<'_>) -> Table {
    let map = study.map;
    let words = ["term", "word"].map(|key| Column::new(key, key));
    let mut table = table("terms", words.into_iter().chain([Column::number("definitions", "definitions")]));
    for (id, term) in map.terms.iter() {
        table.rows.push(row(vec![
            Cell::runs(named::term(map, id)),
            Cell::text(map.text(term.word)),
            Cell::number(study.counts().definitions_of(id)),
        ]));
    }
    table
}
