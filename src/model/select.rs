//! The one filter: which statements and stances of a map a reader asks for.

use super::{AuthorId, EvidenceKind, IssueId, Map, PositionId, SourceId, StanceId, StatementId, StatementKind};

/// What to keep. Several values of one field mean *any of these*; several fields mean *all of these*.
#[derive(Debug, Default, Clone)]
pub struct Filter {
    /// Statements of these authors.
    pub authors: Vec<AuthorId>,
    /// Statements of these sources.
    pub sources: Vec<SourceId>,
    /// Statements that take a stance on these issues, and those stances.
    pub issues: Vec<IssueId>,
    /// Statements that take a stance on these positions, and those stances.
    pub positions: Vec<PositionId>,
    /// Statements of these kinds.
    pub kinds: Vec<StatementKind>,
    /// Evidence of these kinds.
    pub evidence: Vec<EvidenceKind>,
    /// Statements, or stances on issues, that have one of these tags.
    pub tags: Vec<String>,
    /// Statements whose date may lie on or after this day (see `Date::first_day`).
    pub since: Option<u32>,
    /// Statements whose date may lie on or before this day.
    pub until: Option<u32>,
    /// Statements that have these words in their text or quotations, in any case.
    pub text: Option<String>,
    /// Leave out what the mapper inferred.
    pub stated: bool,
    /// Bring reported voices in.
    pub voices: bool,
}

/// What a filter kept of a map, and how much it left out. Every view reads the map through one.
#[derive(Debug)]
pub struct Selection {
    statements: Vec<bool>,
    stances: Vec<bool>,
    /// The filter that made it.
    pub filter: Filter,
    /// How many statements were left out.
    pub statements_left_out: usize,
    /// How many stances of kept statements were left out.
    pub stances_left_out: usize,
}

impl Selection {
    /// Reads a map through a filter.
    pub fn new(_map: &Map, _filter: Filter) -> Self {
        todo!("written with the resolver")
    }

    /// Whether a statement is kept.
    pub fn has_statement(&self, statement: StatementId) -> bool {
        self.statements[statement.index()]
    }

    /// Whether a stance is kept; its statement then is, too.
    pub fn has_stance(&self, stance: StanceId) -> bool {
        self.stances[stance.index()]
    }
}
