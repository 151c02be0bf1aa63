//! Authors, sources and issues: the clauses below them.

use foldhash::HashSet;

use crate::file::Span;
use crate::model::name::NameTable;
use crate::model::{Answers, AuthorId, Entity, IssueId, Position, SourceId};
use crate::syntax::tree::{Clause, Entry, Tree};
use crate::syntax::vocabulary::ClauseKind;

use super::collect::SharedEntry;
use super::resolver::Resolver;

impl Resolver<'_> {
    /// Reads the clauses of all authors, sources and issues.
    pub(super) fn resolve_shared(&mut self, entries: &[SharedEntry<'_>]) {
        for &(tree, entry, named) in entries {
            let text_of = |kind| tree.first_clause(entry, kind).and_then(|clause| clause.text);
            match named {
                Some(Entity::Author(author)) => {
                    let author = &mut self.map.authors[author];
                    author.of = text_of(ClauseKind::Of);
                    author.short = text_of(ClauseKind::Short);
                    author.qualifications = text_of(ClauseKind::Qualifications);
                }
                Some(Entity::Source(source)) => self.resolve_source(tree, entry, source),
                Some(Entity::Issue(issue)) => self.resolve_issue(tree, entry, issue),
                Some(Entity::Side(side)) => self.resolve_side(tree, entry, side),
                Some(Entity::Term(_) | Entity::Statement(_)) => (),
                None => self.check_shared(tree, entry),
            }
        }
    }

    /// Looks for errors below an entry that was left out.
    fn check_shared(&mut self, tree: &Tree, entry: &Entry) {
        for clause in tree.clauses(entry) {
            match clause.kind {
                ClauseKind::By => _ = self.authors(tree, clause),
                ClauseKind::Authors | ClauseKind::Issues | ClauseKind::Motion => self.check_side(tree, clause),
                ClauseKind::Order => _ = self.order(clause),
                ClauseKind::Date | ClauseKind::Accessed => _ = self.date(clause),
                ClauseKind::Answers => _ = self.one_of(clause, Answers::WORDS),
                _ => (),
            }
        }
    }

    fn resolve_source(&mut self, tree: &Tree, entry: &Entry, source: SourceId) {
        let clause = |kind| tree.first_clause(entry, kind);
        if let Some(by) = clause(ClauseKind::By) {
            let (authors, whole) = self.authors(tree, by);
            self.map.sources[source].authors = authors;
            self.lose_of_source(source, !whole);
        }
        if let Some(date) = clause(ClauseKind::Date) {
            let date = self.date(date);
            self.map.sources[source].date = date;
            self.lose_of_source(source, date.is_none());
        }
        if let Some(accessed) = clause(ClauseKind::Accessed) {
            let date = self.date(accessed);
            self.map.sources[source].accessed = date;
            self.map.omitted.clauses += usize::from(date.is_none());
        }
        if let Some(order) = clause(ClauseKind::Order) {
            let order = self.order(order);
            self.map.sources[source].order = order;
            self.map.omitted.clauses += usize::from(order.is_none());
        }
        let text_of = |kind| clause(kind).and_then(|clause| clause.text);
        let source = &mut self.map.sources[source];
        source.kind = text_of(ClauseKind::Kind);
        source.container = text_of(ClauseKind::In);
        source.volume = text_of(ClauseKind::Volume);
        source.pages = text_of(ClauseKind::Pages);
        source.licence = text_of(ClauseKind::Licence);
        source.short = text_of(ClauseKind::Short);
        source.url = text_of(ClauseKind::Url);
        source.doi = text_of(ClauseKind::Doi);
        source.cite = text_of(ClauseKind::Cite);
        source.text = text_of(ClauseKind::Text);
    }

    fn lose_of_source(&mut self, source: SourceId, lost: bool) {
        self.map.omitted.clauses += usize::from(lost);
        self.map.sources[source].incomplete |= lost;
    }

    fn resolve_issue(&mut self, tree: &Tree, entry: &Entry, issue: IssueId) {
        let first_position = self.map.positions.next_id();
        self.map.names.positions.push(NameTable::default());
        let (mut answers, mut tags) = (None, None);
        // Whether the position above is in the map, for what follows it.
        let mut above = None;
        for clause in tree.clauses(entry) {
            match (clause.kind, clause.argument) {
                (ClauseKind::Position, Some(name)) => {
                    let sound = self.define_position(name, self.map.positions.next_id());
                    self.map.omitted.clauses += usize::from(!sound);
                    above = sound.then(|| {
                        let (name, text, says) = (Some(name), clause.text, None);
                        self.map.positions.add(Position { issue, name, text, says, is_no: false })
                    });
                }
                (ClauseKind::Says, _) => {
                    if let Some(position) = above {
                        self.map.positions[position].says = clause.text;
                    }
                }
                (ClauseKind::Answers, _) => {
                    let word = self.one_of(clause, Answers::WORDS);
                    self.map.omitted.clauses += usize::from(word.is_none());
                    // Of answers that are not understood nobody can say that they exclude each other.
                    answers = Some(word.unwrap_or(Answers::Open));
                }
                (ClauseKind::Tags, _) if tags.is_none() => tags = Some(names(tree, clause)),
                _ => (),
            }
        }
        let written = self.map.positions.len() - first_position.index();
        if written == 0 {
            for is_no in [false, true] {
                self.map.positions.add(Position { issue, name: None, text: None, says: None, is_no });
            }
        }
        let position_count = self.map.positions.len() - first_position.index();
        let issue = &mut self.map.issues[issue];
        issue.first_position = first_position;
        issue.position_count = u32::try_from(position_count).expect("ids of positions are 32 bits wide");
        issue.answers = match (answers, written) {
            (Some(Answers::Open), _) => Answers::Open,
            (_, 0) => Answers::YesNo,
            (answers, _) => answers.unwrap_or(Answers::Choice),
        };
        let text_of = |kind| tree.first_clause(entry, kind).and_then(|clause| clause.text);
        issue.scope = text_of(ClauseKind::Scope);
        issue.short = text_of(ClauseKind::Short);
        issue.tags = tags.unwrap_or_default();
    }

    /// The authors that a clause names, each once, and whether all are known.
    pub(super) fn authors(&mut self, tree: &Tree, clause: &Clause) -> (Box<[AuthorId]>, bool) {
        let references = tree.references(clause);
        let mut authors: Vec<_> = references.iter().filter_map(|name| self.author(name.span)).collect();
        let whole = authors.len() == references.len();
        if authors.len() > 1 {
            let mut seen = HashSet::default();
            authors.retain(|author| seen.insert(*author));
        }
        (authors.into(), whole)
    }
}

/// The names that a clause lists, whatever they stand for.
pub(super) fn names(tree: &Tree, clause: &Clause) -> Box<[Span]> {
    tree.references(clause).iter().map(|name| name.span).collect()
}
