//! What there is in a map: authors, sources, issues, statements, terms, each as a table.

mod cells;
mod statements;

use serde_json::Value;

use crate::model::Map;
use crate::model::select::Selection;
use crate::page::{Block, BlockOf, Cell, Column, Consumer, Kind, Mark, Page, PageOf, Runs, Table};

use self::cells::{row, table};
use super::wording::naming::{author_names, counted};
use super::wording::omitted;

/// What is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// Authors, with how much is theirs.
    Authors,
    /// Sources.
    Sources,
    /// Issues, with their positions.
    Issues,
    /// Statements.
    Statements {
        /// Only those that are attacked by a statement which nobody attacks in turn.
        unanswered: bool,
    },
    /// Terms, with how often they are defined.
    Terms,
}

impl Listed {
    /// Every one with its word.
    pub const WORDS: &[(Listed, &str, &str)] = &[
        (Listed::Authors, "authors", ""),
        (Listed::Sources, "sources", ""),
        (Listed::Issues, "issues", ""),
        (Listed::Statements { unanswered: false }, "statements", ""),
        (Listed::Terms, "terms", ""),
    ];
}

/// Everything of one kind, in the order of the map.
pub fn list<'m>(map: &'m Map, selection: &Selection, listed: Listed, consumer: Consumer) -> PageOf<'m> {
    let (title, one, table) = match listed {
        Listed::Authors => ("Authors", "author", authors(map, selection)),
        Listed::Sources => ("Sources", "source", sources(map, selection)),
        Listed::Issues => ("Issues", "issue", issues(map, selection)),
        Listed::Statements { unanswered: false } => {
            ("Statements", "statement", statements::all(map, selection, consumer))
        }
        Listed::Statements { unanswered: true } => return unanswered(map, selection),
        Listed::Terms => ("Terms", "term", terms(map, selection)),
    };
    let mut page = PageOf::new("list", title);
    if table.is_empty() {
        page.push(Block::Prose(format!("There are no {one}s here.").into()));
        page.records = Some(table);
    } else {
        page.push(Block::Note(counted(table.len(), one).into()));
        page.push(BlockOf::Table(table));
    }
    if consumer.reads_records() && listed == (Listed::Statements { unanswered: false }) {
        page.records = Some(statements::records(map, selection));
    }
    omitted::note(&mut page, map, selection);
    page
}

fn unanswered(map: &Map, selection: &Selection) -> Page {
    let mut page = Page::new("list", "Attacked and never answered");
    let open = statements::open(map, selection);
    page.push(match open.is_empty() {
        true => Block::Prose("Nothing here is attacked without an answer.".into()),
        false => Block::Tree(statements::open_trees(map, &open)),
    });
    let text = "An attack is against a statement, or denies that its reasons show it; it is answered when it is attacked in turn.";
    page.push(Block::Note(text.into()));
    omitted::note(&mut page, map, selection);
    page.records = Some(statements::open_table(map, &open));
    page
}

fn name(name: &str) -> Cell {
    Cell::new(Runs::new().with(Mark::Name, name), Value::from(name))
}

fn authors(map: &Map, selection: &Selection) -> Table {
    let words =
        [("author", "author"), ("name", "name"), ("organisation", "of")].map(|(key, word)| Column::new(key, word));
    let numbers = [("sources", "sources"), ("statements", "statements"), ("reported", "reported by others")];
    let mut table = table("authors", words.into_iter().chain(numbers.map(|(key, word)| Column::number(key, word))));
    let (mut own, mut reported) = (vec![0; map.authors.len()], vec![0; map.authors.len()]);
    for (id, statement) in map.statements.iter().filter(|(id, _)| selection.has_statement(*id)) {
        map.own_authors_of(id).iter().for_each(|author| own[author.index()] += 1);
        statement.reported().into_iter().for_each(|author| reported[author.index()] += 1);
    }
    let mut sources = vec![0; map.authors.len()];
    for (_, source) in map.sources.iter() {
        source.authors.iter().for_each(|author| sources[author.index()] += 1);
    }
    for (id, author) in map.authors.iter() {
        if !selection.filter.authors.is_empty() && !selection.filter.authors.contains(&id) {
            continue;
        }
        table.rows.push(row(vec![
            name(map.word(author.name)),
            Cell::text(map.text(author.display)),
            Cell::text(author.of.map_or("".into(), |of| map.text(of))),
            Cell::number(sources[id.index()]),
            Cell::number(own[id.index()]),
            Cell::number(reported[id.index()]),
        ]));
    }
    table
}

fn sources(map: &Map, selection: &Selection) -> Table {
    let words = ["source", "title", "authors", "date", "kind"].map(|key| Column::new(key, key));
    let mut table = table("sources", words.into_iter().chain([Column::number("statements", "statements")]));
    table.hold(Kind::Texts, &["authors"]);
    for (id, source) in map.sources.iter() {
        if !selection.filter.sources.is_empty() && !selection.filter.sources.contains(&id) {
            continue;
        }
        let authors: Vec<&str> = source.authors.iter().map(|&author| map.word(map.authors[author].name)).collect();
        let kept = map.statements_of(id).iter().filter(|&&statement| selection.has_statement(statement)).count();
        table.rows.push(row(vec![
            name(map.word(source.name)),
            Cell::text(map.text(source.title)),
            Cell::new(author_names(map, &source.authors), authors),
            Cell::text(source.date.map_or(String::new(), |date| date.to_string())),
            Cell::text(source.kind.map_or("".into(), |kind| map.text(kind))),
            Cell::number(kept),
        ]));
    }
    table
}

fn issues(map: &Map, selection: &Selection) -> Table {
    let words = ["issue", "question", "answers", "positions"].map(|key| Column::new(key, key));
    let numbers = ["authors", "statements"].map(|key| Column::number(key, key));
    let mut table = table("issues", words.into_iter().chain(numbers));
    table.hold(Kind::Texts, &["positions"]);
    for (id, issue) in map.issues.iter() {
        if !selection.filter.issues.is_empty() && !selection.filter.issues.contains(&id) {
            continue;
        }
        let stances = map.stances_on(id).iter().filter(|&&stance| selection.has_stance(stance));
        let mut statements: Vec<_> = stances.map(|&stance| map.stances[stance].statement).collect();
        statements.sort_unstable();
        statements.dedup();
        let mut authors: Vec<_> = statements.iter().flat_map(|&id| map.own_authors_of(id)).collect();
        authors.sort_unstable();
        authors.dedup();
        let positions: Vec<&str> = issue.positions().map(|position| map.position_name(position)).collect();
        table.rows.push(row(vec![
            name(map.word(issue.name)),
            Cell::text(map.text(issue.question)),
            Cell::text(issue.answers.word()),
            Cell::new(positions.join(", "), positions),
            Cell::number(authors.len()),
            Cell::number(statements.len()),
        ]));
    }
    table
}

fn terms(map: &Map, selection: &Selection) -> Table {
    let words = ["term", "word"].map(|key| Column::new(key, key));
    let mut table = table("terms", words.into_iter().chain([Column::number("definitions", "definitions")]));
    let mut definitions = vec![0; map.terms.len()];
    for (_, definition) in map.definitions.iter() {
        let kept = selection.has_statement(definition.statement) && !(selection.filter.stated && definition.inferred);
        definitions[definition.term.index()] += usize::from(kept);
    }
    for (id, term) in map.terms.iter() {
        table.rows.push(row(vec![
            name(map.word(term.name)),
            Cell::text(map.text(term.word)),
            Cell::number(definitions[id.index()]),
        ]));
    }
    table
}
