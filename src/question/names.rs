//! Statements, authors, sources and terms by the names that somebody gives.

use super::{Refusal, called};
use crate::analysis::evaluation::audience::Audience;
use crate::analysis::table::column::joint;
use crate::analysis::usage::{forms, marked};
use crate::diagnostic::nearest::nearest;
use crate::model::{AuthorId, Entity, Map, PositionId, SideId, SourceId, StatementId, TermId};
use crate::text::list::with_rest;
use crate::view::naming_of_authors;
use crate::view::show::Subject;

/// Whether anything in the map is called so, be it several statements.
pub fn is_known(map: &Map, name: &str) -> bool {
    called::find(map, name).is_some() || !map.statements_named(name).is_empty()
}

/// Entity of a name; of a statement also without its source, where only one source has it.
///
/// # Errors
///
/// Nothing is called so, or several statements are.
pub fn thing(map: &Map, name: &str) -> Result<Entity, Refusal> {
    match called::find(map, name) {
        Some(named) => Ok(named),
        None => only_statement(map, name, || {
            let shared = [
                map.authors.iter().map(|(_, author)| author.name).collect::<Vec<_>>(),
                map.sources.iter().map(|(_, source)| source.name).collect(),
                map.issues.iter().map(|(_, issue)| issue.name).collect(),
                map.terms.iter().map(|(_, term)| term.name).collect(),
                map.sides.iter().map(|(_, side)| side.name).collect(),
                map.statements.iter().filter_map(|(_, statement)| statement.name).collect(),
            ];
            let known = shared.iter().flatten().map(|span| map.word(*span));
            unknown("author, source, issue, term or statement", own_part(name), known)
        })
        .map(Entity::Statement),
    }
}

/// Thing that has a page of its own: what [`thing`] finds, authors who always write jointly, or a position, by `ISSUE.POSITION` or, where one
/// question alone has it, by its name.
///
/// # Errors
///
/// Nothing is called so, or several things are.
pub fn subject(map: &Map, name: &str) -> Result<Subject, Refusal> {
    if let Some(authors) = joint(map, name) {
        return Ok(Subject::Jointly(authors.to_vec()));
    }
    let known = called::find(map, name).is_some() || !map.statements_named(name).is_empty();
    match called::positions(map, name).as_slice() {
        [position] if !known => Ok(Subject::Position(*position)),
        several if !known && !several.is_empty() => {
            let issue = |position: &PositionId| map.word(map.issues[map.positions[*position].issue].name);
            let names = several.iter().map(|it| format!("{}.{}", issue(it), map.position_name(*it)));
            let names: Vec<String> = names.take(LISTED).collect();
            let more = several.len() - names.len();
            Err(Refusal(format!(
                "`{name}` is an answer to several questions\nhelp: say which: {}",
                with_rest(&names, more)
            )))
        }
        _ => thing(map, name).map(Subject::Entity).map_err(|none| match name.split_once('.') {
            // A name with a question before it can only be that of an answer.
            Some((issue, _)) if matches!(called::find(map, issue), Some(Entity::Issue(_))) => {
                position(map, &name.replacen('.', ":", 1)).err().unwrap_or(none)
            }
            _ => none,
        }),
    }
}

/// The statement of this name.
///
/// # Errors
///
/// No statement is called so, or several are.
pub fn statement(map: &Map, name: &str) -> Result<StatementId, Refusal> {
    if let Some(Entity::Statement(statement)) = called::find(map, name) {
        return Ok(statement);
    }
    only_statement(map, name, || {
        let known = map.statements.iter().filter_map(|(_, statement)| statement.name).map(|span| map.word(span));
        unknown("statement", own_part(name), known)
    })
}

/// The position that `ISSUE: POSITION` names; none where the words have not that form.
///
/// # Errors
///
/// They have it, and no issue is called so, or it has no such position.
pub fn position(map: &Map, words: &str) -> Result<Option<PositionId>, Refusal> {
    let Some((issue, position)) = words.split_once(':').map(|(issue, position)| (issue.trim(), position.trim())) else {
        return Ok(None);
    };
    let Some(Entity::Issue(id)) = called::find(map, issue) else {
        return Err(unknown("issue", issue, map.issues.iter().map(|(_, issue)| map.word(issue.name))));
    };
    let found = map.find_position(id, position);
    let known = || map.issues[id].positions().map(|known| map.position_name(known)).collect::<Vec<&str>>();
    found.map(Some).ok_or_else(|| unknown("position", position, known().into_iter()))
}

/// The one statement called so, of whatever source.
fn only_statement(map: &Map, name: &str, none: impl FnOnce() -> Refusal) -> Result<StatementId, Refusal> {
    match map.statements_named(name).as_slice() {
        [] => Err(none()),
        [statement] => Ok(*statement),
        several => {
            let names: Vec<String> = several.iter().map(|&statement| map.statement_name(statement)).collect();
            Err(Refusal(format!("`{name}` is the name of several statements\nhelp: say which: {}", names.join(", "))))
        }
    }
}

/// A name without the source before it.
fn own_part(name: &str) -> &str {
    name.rsplit('.').next().filter(|own| !own.is_empty()).unwrap_or(name)
}

/// Every statement called so, of whatever source.
///
/// # Errors
///
/// There is none.
pub fn every_statement(map: &Map, name: &str) -> Result<Vec<StatementId>, Refusal> {
    let found = match called::find(map, name) {
        Some(Entity::Statement(statement)) => vec![statement],
        _ => map.statements_named(name),
    };
    if found.is_empty() {
        let names: Vec<String> = map.statements.ids().map(|id| map.statement_name(id)).collect();
        return Err(unknown("statement", name, names.iter().map(String::as_str)));
    }
    Ok(found)
}

/// Speakers with one voice, by a name that somebody gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Speakers {
    /// An author, or those who always write jointly.
    Authors(Vec<AuthorId>),
    /// A side of the debate.
    Side(SideId),
}

impl Speakers {
    /// Those as whom somebody takes a map.
    pub fn audience(&self, map: &Map, stated: bool) -> Audience {
        match self {
            Speakers::Authors(authors) => Audience::new(map, authors, stated),
            Speakers::Side(side) => Audience::of_side(map, *side, stated),
        }
    }
}

/// The side of this name, else what [`authors`] finds.
///
/// # Errors
///
/// Nobody is called so.
pub fn speakers(map: &Map, name: &str) -> Result<(Speakers, String), Refusal> {
    match called::find(map, name) {
        Some(Entity::Side(side)) => Ok((Speakers::Side(side), map.text(map.sides[side].display).into_owned())),
        _ => authors(map, name).map(|(authors, called)| (Speakers::Authors(authors), called)),
    }
}

/// The author of this name, or those whom `a+b` names and who always write jointly; with what to call them.
///
/// # Errors
///
/// Nobody is called so.
pub fn authors(map: &Map, name: &str) -> Result<(Vec<AuthorId>, String), Refusal> {
    let found = match called::find(map, name) {
        Some(Entity::Author(author)) => Some(vec![author]),
        _ => joint(map, name).map(|authors| authors.to_vec()),
    };
    match found {
        Some(authors) => {
            let called = naming_of_authors(map, &authors);
            Ok((authors, called))
        }
        None => Err(unknown("author", name, map.authors.iter().map(|(_, author)| map.word(author.name)))),
    }
}

/// The source of this name.
///
/// # Errors
///
/// None is called so.
pub fn source(map: &Map, name: &str) -> Result<SourceId, Refusal> {
    match called::find(map, name) {
        Some(Entity::Source(source)) => Ok(source),
        _ => Err(unknown("source", name, map.sources.iter().map(|(_, source)| map.word(source.name)))),
    }
}

/// The term of this name, else the first that has this word.
///
/// # Errors
///
/// There is none.
pub fn term(map: &Map, name: &str) -> Result<TermId, Refusal> {
    if let Some(Entity::Term(term)) = called::find(map, name) {
        return Ok(term);
    }
    let word = marked(name);
    map.terms
        .ids()
        .find(|&term| forms(map, term).contains(&word))
        .ok_or_else(|| unknown("term", name, map.terms.iter().map(|(_, term)| map.word(term.name))))
}

/// How many names a message lists.
const LISTED: usize = 12;

/// Argument of `counterpoint list` that lists things of this kind.
fn what_lists(kind: &str) -> &'static str {
    match kind {
        "author" => "authors",
        "source" => "sources",
        "issue" | "position" => "issues",
        "term" => "terms",
        "author or source" => "authors`, `counterpoint list sources` or `counterpoint list sides",
        _ => "statements",
    }
}

/// Refusal where nothing of a kind has the name: with the name that was perhaps meant, or those that there are.
pub fn unknown<'n>(kind: &str, name: &str, known: impl Iterator<Item = &'n str> + Clone) -> Refusal {
    let help = if let Some(meant) = nearest(name, known.clone()) {
        format!("\nhelp: did you mean `{meant}`?")
    } else {
        let first: Vec<&str> = known.clone().take(LISTED).collect();
        match known.count() - first.len() {
            _ if first.is_empty() => String::new(),
            0 if first.len() == 1 => format!("\nhelp: there is only {}", first[0]),
            0 => format!("\nhelp: there are {}", with_rest(&first, 0)),
            more => format!(
                "\nhelp: there are {}: `counterpoint list {}` shows them",
                with_rest(&first, more),
                what_lists(kind)
            ),
        }
    };
    Refusal(format!("the map has no {kind} `{name}`{help}"))
}
