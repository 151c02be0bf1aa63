//! The map: everything that a folder of files says, by id.

use std::borrow::Cow;

use crate::file::{Files, Span};
use crate::syntax::fold::fold;
use crate::syntax::vocabulary::{NO, UNNAMED, YES};

use super::arena::Adjacency;
use super::entity::Entity;
use super::name::NameIndex;
use super::{
    Arena, Author, AuthorId, Definition, Issue, IssueId, Note, Position, PositionId, Quotation, Reason, Relation, Side,
    Source, SourceId, Stance, Statement, StatementId, Term, Voice,
};

/// Counts of what had to be left out of the map because of errors.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Omitted {
    /// Entries that were not understood.
    pub entries: usize,
    /// Clauses that were not understood, or mention what does not exist.
    pub clauses: usize,
    /// Statements whose source is unknown.
    pub sourceless: usize,
}

impl Omitted {
    /// Whether the map holds everything that was written.
    pub fn is_nothing(&self) -> bool {
        *self == Omitted::default()
    }
}

/// A resolved map. It holds only what is sound; what is not has a diagnostic and is counted in [`Omitted`].
#[derive(Debug, Default)]
pub struct Map {
    /// The files that it was read from; every span points into them.
    pub files: Files,
    /// Authors, in the order of the text.
    pub authors: Arena<Author>,
    /// Sources, in the order of the text.
    pub sources: Arena<Source>,
    /// Issues, in the order of the text.
    pub issues: Arena<Issue>,
    /// The positions of all issues.
    pub positions: Arena<Position>,
    /// Terms, in the order of the text.
    pub terms: Arena<Term>,
    /// Sides, in the order of the text.
    pub sides: Arena<Side>,
    /// Statements of every kind, in the order of the text.
    pub statements: Arena<Statement>,
    /// Stances of statements on issues.
    pub stances: Arena<Stance>,
    /// Reasons for statements, in the order of the text.
    pub reasons: Arena<Reason>,
    /// Other relations between statements.
    pub relations: Arena<Relation>,
    /// The sources' own words.
    pub quotations: Arena<Quotation>,
    /// Definitions of terms by statements.
    pub definitions: Arena<Definition>,
    /// Remarks of the mapper about statements.
    pub notes: Arena<Note>,
    /// Counts of what errors kept out.
    pub omitted: Omitted,
    pub(super) names: NameIndex,
    pub(super) links: Links,
}

/// Links from each thing to those that hang on it, made once when the map is resolved.
#[derive(Debug, Default)]
pub(super) struct Links {
    pub stances_of_statement: Adjacency<Statement, Stance>,
    pub stances_on_issue: Adjacency<Issue, Stance>,
    pub reasons_for: Adjacency<Statement, Reason>,
    pub reasons_using: Adjacency<Statement, Reason>,
    pub relations_from: Adjacency<Statement, Relation>,
    pub relations_to: Adjacency<Statement, Relation>,
    pub quotations_of: Adjacency<Statement, Quotation>,
    pub definitions_of: Adjacency<Statement, Definition>,
    pub notes_of: Adjacency<Statement, Note>,
    pub statements_of_source: Adjacency<Source, Statement>,
}

impl Map {
    /// A text as a reader reads it: lines joined, paragraphs and list items kept apart.
    pub fn text(&self, span: Span) -> Cow<'_, str> {
        fold(self.files.text(span))
    }

    /// A name as it is written.
    pub fn word(&self, span: Span) -> &str {
        self.files.text(span)
    }

    /// Entity with a name of the shared space, or the statement that `SOURCE.NAME` names.
    pub fn find(&self, name: &str) -> Option<Entity> {
        self.names.find(self, name)
    }

    /// The names that a thing had before, in the order of the text.
    pub fn former_names(&self, named: Entity) -> Vec<&str> {
        self.names.former_names(named).iter().map(|&name| self.word(name)).collect()
    }

    /// All statements that have this name or, nameless, are known by it, in whichever source: one name can stand in several.
    pub fn statements_named(&self, name: &str) -> Vec<StatementId> {
        self.names.statements_named(self, name)
    }

    /// The position of this name among those of an issue.
    pub fn find_position(&self, issue: IssueId, name: &str) -> Option<PositionId> {
        let first = self.issues[issue].first_position;
        match self.positions[first].name {
            Some(_) => self.names.find_position(self, issue, name),
            None => self.issues[issue].positions().find(|&position| self.position_name(position) == name),
        }
    }

    /// A condition as it is written: `if it rains`.
    pub fn condition(&self, condition: &super::Condition) -> String {
        format!("{} {}", condition.word.word(), self.text(condition.words))
    }

    /// The name of a position; `yes` and `no` where none is written.
    pub fn position_name(&self, position: PositionId) -> &str {
        match &self.positions[position] {
            Position { name: Some(name), .. } => self.word(*name),
            Position { is_no: true, .. } => NO,
            Position { is_no: false, .. } => YES,
        }
    }

    /// The name by which a statement is shown and can be looked up: `source.name`, or the bare name of a loose one.
    pub fn statement_name(&self, statement: StatementId) -> String {
        let own = self.own_name(statement);
        match self.statements[statement].source {
            Some(source) => format!("{}.{own}", self.word(self.sources[source].name)),
            None => own.to_owned(),
        }
    }

    /// The name of a statement in its source; of a nameless one that made of its first six words.
    pub fn own_name(&self, statement: StatementId) -> &str {
        match self.statements[statement].name {
            Some(name) => self.word(name),
            None => self.names.drafted(self, statement).unwrap_or_default(),
        }
    }

    /// Where a statement begins, to point at it: its name, or the word before where it has none.
    pub fn head(&self, statement: StatementId) -> Span {
        let Statement { name, span, kind, .. } = &self.statements[statement];
        let keyword = Span { end: span.start + kind.word().len() as u32, ..*span };
        name.unwrap_or(keyword)
    }

    /// The authors who make a statement, whoever is reported in it: those of its `by`, else all of its source.
    pub fn authors_of(&self, statement: StatementId) -> &[AuthorId] {
        let Statement { by, source, .. } = &self.statements[statement];
        match (by, source) {
            (Some(by), _) => by,
            (None, Some(source)) => &self.sources[*source].authors,
            (None, None) => &[],
        }
    }

    /// The authors who answer for what a statement says: its makers, but where it only reports another's voice.
    pub fn own_authors_of(&self, statement: StatementId) -> &[AuthorId] {
        if self.statements[statement].is_own() { self.authors_of(statement) } else { &[] }
    }

    /// Whether a statement that is said by these is the side's own. What is said on other issues alone is not.
    pub fn is_of_side(&self, side: &Side, statement: StatementId, speakers: &[AuthorId]) -> bool {
        let is_own = || speakers.is_empty() && self.statements[statement].source.is_none();
        let is_theirs = speakers.iter().any(|author| side.authors.contains(author)) || side.own && is_own();
        let stances = self.stances_of(statement);
        is_theirs && (stances.is_empty() || stances.iter().any(|&stance| side.is_on(self.stances[stance].issue)))
    }

    /// When a statement was made: its own date, else that of its source.
    pub fn date_of(&self, statement: StatementId) -> Option<super::Date> {
        let Statement { date, source, .. } = &self.statements[statement];
        date.or_else(|| source.and_then(|source| self.sources[source].date))
    }

    /// The stances that a statement takes.
    pub fn stances_of(&self, statement: StatementId) -> &[super::StanceId] {
        self.links.stances_of_statement.of(statement)
    }

    /// The stances on an issue.
    pub fn stances_on(&self, issue: IssueId) -> &[super::StanceId] {
        self.links.stances_on_issue.of(issue)
    }

    /// The reasons given for a statement.
    pub fn reasons_for(&self, statement: StatementId) -> &[super::ReasonId] {
        self.links.reasons_for.of(statement)
    }

    /// The reasons that a statement is part of.
    pub fn reasons_using(&self, statement: StatementId) -> &[super::ReasonId] {
        self.links.reasons_using.of(statement)
    }

    /// The relations that a statement has to others.
    pub fn relations_from(&self, statement: StatementId) -> &[super::RelationId] {
        self.links.relations_from.of(statement)
    }

    /// The relations that others have to a statement.
    pub fn relations_to(&self, statement: StatementId) -> &[super::RelationId] {
        self.links.relations_to.of(statement)
    }

    /// The quotations of a statement.
    pub fn quotations_of(&self, statement: StatementId) -> &[super::QuotationId] {
        self.links.quotations_of.of(statement)
    }

    /// The remarks about a statement, in the order of the text.
    pub fn notes_of(&self, statement: StatementId) -> impl Iterator<Item = &Note> {
        self.links.notes_of.of(statement).iter().map(|&id| &self.notes[id])
    }

    /// The definitions that a statement gives.
    pub fn definitions_of(&self, statement: StatementId) -> &[super::Id<Definition>] {
        self.links.definitions_of.of(statement)
    }

    /// The statements of a source, in the order of the text.
    pub fn statements_of(&self, source: SourceId) -> &[StatementId] {
        self.links.statements_of_source.of(source)
    }
}

impl Voice {
    /// The name of who speaks, as it is written.
    pub fn name<'m>(&self, map: &'m Map) -> &'m str {
        self.author.map_or(UNNAMED, |author| map.word(map.authors[author].name))
    }
}
