//! Changes to what is argued, tried without touching the map.

use crate::model::{AuthorId, Map, RelationId, StatementId};

/// What is otherwise than the map has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Statements that nothing attacks and that need no reason.
    pub supposed: Vec<StatementId>,
    /// Statements that nobody makes.
    pub gone: Vec<StatementId>,
    /// Statements that something new is against, which nothing answers.
    pub answered: Vec<StatementId>,
    /// Statements with a new reason that nothing can be said against.
    pub backed: Vec<StatementId>,
    /// Attacks that are taken back.
    pub withdrawn: Vec<RelationId>,
    /// Statements brought against others.
    pub brought: Vec<(StatementId, StatementId)>,
}

impl Changes {
    /// Whether all is as the map has it.
    pub fn is_empty(&self) -> bool {
        *self == Changes::default()
    }
}

/// Whose argument a statement is: of its makers, unless it only reports another's voice, whose it then is.
pub fn speakers(map: &Map, statement: StatementId) -> Vec<AuthorId> {
    match map.statements[statement].voice {
        Some(voice) if !voice.endorsed => voice.author.into_iter().collect(),
        _ => map.authors_of(statement).to_vec(),
    }
}

/// The statements that nobody would make if these authors were silent.
pub fn said_only_by(map: &Map, authors: &[AuthorId]) -> Vec<StatementId> {
    let silent = |statement: &StatementId| {
        let speakers = speakers(map, *statement);
        !speakers.is_empty() && speakers.iter().all(|author| authors.contains(author))
    };
    map.statements.ids().filter(silent).collect()
}
