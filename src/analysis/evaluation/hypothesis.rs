//! Changes to what is argued, tried without touching the map.

use crate::model::{AuthorId, Map, PositionId, ReasonId, RelationId, SideId, StatementId};

/// Uncertain element of a map: the sources may or may not say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UncertainElement {
    /// A statement, with all that it says.
    Statement(StatementId),
    /// An attack on a statement or on a reason.
    Relation(RelationId),
    /// A reason for a statement.
    Reason(ReasonId),
}

/// Offer of something new, which may be said of a statement or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Offer {
    /// Something against it and all that say the same, which nothing answers.
    Answer(StatementId),
    /// A reason for it that nothing can be said against.
    Reason(StatementId),
}

/// Changes to what a map argues.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hypothesis {
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
    /// Reasons that are taken back.
    pub unreasoned: Vec<ReasonId>,
    /// Parts that may be there or not: whatever is certain all the same is so in either case.
    pub doubted: Vec<UncertainElement>,
    /// Things that may be said newly or not.
    pub offered: Vec<Offer>,
    /// Statements brought against others.
    pub brought: Vec<(StatementId, StatementId)>,
    /// Positions that are settled for the stances that hang on them: whether each is held to, whoever holds it and whatever excludes it.
    pub settled: Vec<(PositionId, bool)>,
}

impl Hypothesis {
    /// Whether all is as the map has it.
    pub fn is_empty(&self) -> bool {
        *self == Hypothesis::default()
    }
}

/// The authors whose argument a statement is: its makers, or the voice that it only reports.
pub fn speakers(map: &Map, statement: StatementId) -> Vec<AuthorId> {
    let what = &map.statements[statement];
    if what.is_own() { map.authors_of(statement).to_vec() } else { what.reported().into_iter().collect() }
}

/// The statements that nobody would make if these authors were silent.
pub fn said_only_by(map: &Map, authors: &[AuthorId]) -> Vec<StatementId> {
    let silent = |statement: &StatementId| {
        let speakers = speakers(map, *statement);
        !speakers.is_empty() && speakers.iter().all(|author| authors.contains(author))
    };
    map.statements.ids().filter(silent).collect()
}

/// The statements that nobody would make if this side were silent.
pub fn said_only_by_side(map: &Map, side: SideId) -> Vec<StatementId> {
    let side = &map.sides[side];
    let silent = |statement: &StatementId| {
        let speakers = speakers(map, *statement);
        map.is_of_side(side, *statement, &speakers) && speakers.iter().all(|author| side.authors.contains(author))
    };
    map.statements.ids().filter(silent).collect()
}
