//! Statements and authors by the names that somebody typed.

use crate::analysis::table::column::joint;
use crate::command::Failure;
use crate::command::filter::unknown;
use crate::model::{AuthorId, Entity, Map, StatementId};
use crate::view::naming_of_authors;

/// The statement of this name.
pub fn statement(map: &Map, name: &str) -> Result<StatementId, Failure> {
    if let Some(Entity::Statement(statement)) = map.find(name) {
        return Ok(statement);
    }
    match map.statements_named(name).as_slice() {
        [] => {
            let own = name.rsplit('.').next().filter(|own| !own.is_empty()).unwrap_or(name);
            let known = map.statements.iter().filter_map(|(_, statement)| statement.name).map(|span| map.word(span));
            Err(unknown("statement", own, known))
        }
        [statement] => Ok(*statement),
        several => {
            let names: Vec<String> = several.iter().map(|&statement| map.statement_name(statement)).collect();
            Err(Failure(format!("`{name}` is the name of several statements\nhelp: say which: {}", names.join(", "))))
        }
    }
}

/// All the statements of these names.
pub fn statements(map: &Map, names: &[String]) -> Result<Vec<StatementId>, Failure> {
    names.iter().map(|name| statement(map, name)).collect()
}

/// The author of this name, or those whom `a+b` names and who always write jointly; with what to call them.
pub fn authors(map: &Map, name: &str) -> Result<(Vec<AuthorId>, String), Failure> {
    let found = match map.find(name) {
        Some(Entity::Author(author)) => Some(vec![author]),
        _ => joint(map, name, false).map(|authors| authors.to_vec()),
    };
    match found {
        Some(authors) => {
            let called = naming_of_authors(map, &authors);
            Ok((authors, called))
        }
        None => Err(unknown("author", name, map.authors.iter().map(|(_, author)| map.word(author.name)))),
    }
}
