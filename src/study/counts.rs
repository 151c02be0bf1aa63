//! Numbers of statements by author, source and issue, and of definitions by term.

use crate::model::select::Selection;
use crate::model::{AuthorId, IssueId, Map, SourceId, TermId};

/// Counts of a selection, by the places of authors, sources, issues and terms in the map.
#[derive(Debug)]
pub struct Counts {
    authors: Vec<AuthorCount>,
    sources: Vec<usize>,
    issues: Vec<IssueCount>,
    definitions: Vec<usize>,
}

/// Numbers of an author's sources and statements.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AuthorCount {
    /// Sources, be they selected or not.
    pub sources: usize,
    /// Statements of the author.
    pub statements: usize,
    /// Statements in which others report the author.
    pub reported: usize,
}

/// Numbers of authors and statements on an issue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct IssueCount {
    /// Authors who speak to it.
    pub authors: usize,
    /// Statements that take a stance on it.
    pub statements: usize,
}

impl Counts {
    /// Counts all of it. Its cost grows with the length of the map.
    pub(super) fn new(map: &Map, selection: &Selection) -> Counts {
        let sources = map
            .sources
            .ids()
            .map(|id| map.statements_of(id).iter().filter(|&&statement| selection.has_statement(statement)).count());
        Counts {
            authors: of_authors(map, selection),
            sources: sources.collect(),
            issues: map.issues.ids().map(|issue| on_issue(map, selection, issue)).collect(),
            definitions: of_terms(map, selection),
        }
    }

    /// Numbers of an author's sources and statements.
    pub fn of_author(&self, author: AuthorId) -> AuthorCount {
        self.authors[author.index()]
    }

    /// How many statements are taken from a source.
    pub fn of_source(&self, source: SourceId) -> usize {
        self.sources[source.index()]
    }

    /// Numbers of authors and statements on an issue.
    pub fn on_issue(&self, issue: IssueId) -> IssueCount {
        self.issues[issue.index()]
    }

    /// How often it is said what a term means.
    pub fn definitions_of(&self, term: TermId) -> usize {
        self.definitions[term.index()]
    }
}

fn of_authors(map: &Map, selection: &Selection) -> Vec<AuthorCount> {
    let mut counts = vec![AuthorCount::default(); map.authors.len()];
    for (id, statement) in map.statements.iter().filter(|(id, _)| selection.has_statement(*id)) {
        map.own_authors_of(id).iter().for_each(|author| counts[author.index()].statements += 1);
        statement.reported().into_iter().for_each(|author| counts[author.index()].reported += 1);
    }
    for (_, source) in map.sources.iter() {
        source.authors.iter().for_each(|author| counts[author.index()].sources += 1);
    }
    counts
}

fn on_issue(map: &Map, selection: &Selection, issue: IssueId) -> IssueCount {
    let stances = map.stances_on(issue).iter().filter(|&&stance| selection.has_stance(stance));
    let mut statements: Vec<_> = stances.map(|&stance| map.stances[stance].statement).collect();
    statements.sort_unstable();
    statements.dedup();
    let mut authors: Vec<_> = statements.iter().flat_map(|&id| map.own_authors_of(id)).collect();
    authors.sort_unstable();
    authors.dedup();
    IssueCount { authors: authors.len(), statements: statements.len() }
}

fn of_terms(map: &Map, selection: &Selection) -> Vec<usize> {
    let mut definitions = vec![0; map.terms.len()];
    for (_, definition) in map.definitions.iter() {
        let kept = selection.has_statement(definition.statement) && !(selection.filter.stated && definition.inferred);
        definitions[definition.term.index()] += usize::from(kept);
    }
    definitions
}
