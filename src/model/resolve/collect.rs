//! Gathers every name before any is looked up, so that the order of the text does not matter.

use crate::file::Span;
use crate::model::name::NameTable;
use crate::model::{
    Answers, Author, Entity, Issue, Side, Source, SourceId, Statement, StatementId, StatementKind, Term,
};
use crate::syntax::tree::{Entry, Tree};
use crate::syntax::vocabulary::{ClauseKind, EntryKind, Qualifiers};

use super::missing::{Place, Wanted};
use super::resolver::Resolver;
use super::scope::{Scope, Section};

/// An author, source, issue, term or side as it is written, with what it became if it is in the map.
pub(super) type SharedEntry<'t> = (&'t Tree, &'t Entry, Option<Entity>);

impl Resolver<'_> {
    /// Names all authors, sources, issues, terms and sides.
    pub(super) fn collect_shared<'a>(&mut self, trees: &'a [Tree]) -> Vec<SharedEntry<'a>> {
        let mut entries = Vec::new();
        for tree in trees {
            for entry in &tree.entries {
                if is_shared(entry.kind) {
                    let named = self.collect_one_shared(entry);
                    if named.is_none() {
                        self.leave_out(tree, entry);
                    }
                    entries.push((tree, entry, named));
                }
            }
        }
        self.map.names.own.resize_with(self.map.sources.len(), NameTable::default);
        entries
    }

    fn collect_one_shared(&mut self, entry: &Entry) -> Option<Entity> {
        let (name, text) = head(entry)?;
        let map = &self.map;
        let named = match entry.kind {
            EntryKind::Author => Entity::Author(map.authors.next_id()),
            EntryKind::Source => Entity::Source(map.sources.next_id()),
            EntryKind::Issue => Entity::Issue(map.issues.next_id()),
            EntryKind::Side => Entity::Side(map.sides.next_id()),
            _ => Entity::Term(map.terms.next_id()),
        };
        if self.is_reserved(name, entry.kind) || !self.define_shared(name, named) {
            return None;
        }
        let draft = entry.is_draft();
        let map = &mut self.map;
        match named {
            Entity::Author(_) => {
                let (of, short, qualifications) = (None, None, None);
                _ = map.authors.add(Author { name, display: text, of, short, qualifications, draft });
            }
            Entity::Source(_) => _ = map.sources.add(new_source(entry, name, text)),
            Entity::Issue(_) => {
                let first_position = map.positions.next_id();
                let (answers, tags, incomplete) = (Answers::YesNo, Box::default(), entry.incomplete);
                let (question, position_count, scope) = (text, 0, None);
                let short = None;
                _ = map.issues.add(Issue {
                    name,
                    question,
                    answers,
                    first_position,
                    position_count,
                    scope,
                    tags,
                    short,
                    draft,
                    incomplete,
                });
            }
            Entity::Side(_) => _ = map.sides.add(new_side(entry, name, text)),
            Entity::Term(_) | Entity::Statement(_) => _ = map.terms.add(Term { name, word: text, draft }),
        }
        Some(named)
    }

    /// Counts an entry as left out, and remembers all names that it would have given.
    fn leave_out(&mut self, tree: &Tree, entry: &Entry) {
        self.map.omitted.entries += 1;
        self.excuse(entry.name);
        if entry.kind == EntryKind::Issue {
            for clause in tree.clauses(entry).iter().filter(|clause| clause.kind == ClauseKind::Position) {
                self.excuse(clause.argument);
            }
        }
    }

    /// Names all statements, and cuts the files into sections.
    pub(super) fn collect_statements<'a>(&mut self, trees: &'a [Tree]) -> Vec<Section<'a>> {
        let all = trees.iter().flat_map(|tree| &tree.entries);
        self.map.statements.reserve(all.filter(|entry| entry.kind.is_statement()).count());
        let mut sections = Vec::new();
        for tree in trees {
            let (mut start, mut scope) = (0, Scope::Loose);
            while start < tree.entries.len() {
                let length = tree.entries[start..].iter().skip(1).take_while(|entry| !opens_section(entry)).count();
                let entries = &tree.entries[start..start + 1 + length];
                if opens_section(&entries[0]) {
                    scope = self.scope_of(&entries[0]);
                }
                let statements = entries.iter().filter(|entry| entry.kind.is_statement());
                if let Scope::Source(source) = scope {
                    self.map.names.own[source.index()].reserve(statements.clone().count());
                }
                let statements = statements.map(|entry| self.collect_statement(entry, scope)).collect();
                sections.push(Section { tree, entries, scope, statements });
                start += entries.len();
            }
        }
        sections
    }

    /// Where the statements below a `source` or `from` belong.
    fn scope_of(&mut self, entry: &Entry) -> Scope {
        let source = if entry.kind == EntryKind::Source {
            self.source_defined_by(entry)
        } else {
            let source = head_name(entry).and_then(|name| self.source(name));
            if source.is_none() {
                self.map.omitted.entries += 1;
                self.excuse(entry.name);
            }
            source
        };
        source.map_or(Scope::Unknown, Scope::Source)
    }

    /// The source that an entry defines, which is none if its name was taken.
    fn source_defined_by(&self, entry: &Entry) -> Option<SourceId> {
        let name = head_name(entry)?;
        match self.map.names.shared.get(self.files, self.text(name))? {
            Entity::Source(source) if self.map.sources[source].name == name => Some(source),
            _ => None,
        }
    }

    fn collect_statement(&mut self, entry: &Entry, scope: Scope) -> Option<StatementId> {
        let source = match scope {
            Scope::Loose => None,
            Scope::Source(source) => Some(source),
            Scope::Unknown => {
                self.map.omitted.sourceless += 1;
                self.excuse(entry.name);
                return None;
            }
        };
        let id = self.map.statements.next_id();
        let text = text_of(entry);
        let sound = !entry.broken
            && text.is_some()
            && entry.name.is_none_or(|name| {
                !self.is_reserved(name, entry.kind)
                    && match source {
                        Some(source) => self.define_own(source, name, id),
                        None => self.define_shared(name, Entity::Statement(id)),
                    }
            });
        let (true, Some(text)) = (sound, text) else {
            self.map.omitted.entries += 1;
            self.excuse(entry.name);
            return None;
        };
        let draft = entry.is_draft() || source.is_some_and(|source| self.map.sources[source].draft);
        self.map.statements.add(new_statement(entry, text, source, draft));
        Some(id)
    }

    /// The source of this name, of `from`.
    fn source(&mut self, name: Span) -> Option<SourceId> {
        match self.shared(name, Wanted::Source, Place::Shared)? {
            Entity::Source(source) => Some(source),
            _ => None,
        }
    }
}

/// The name and text of a sound entry.
fn head(entry: &Entry) -> Option<(Span, Span)> {
    Some((head_name(entry)?, text_of(entry)?))
}

/// The text of an entry; of a draft that has none yet, nothing behind its head.
fn text_of(entry: &Entry) -> Option<Span> {
    let none = entry.is_draft().then_some(Span { start: entry.head.end, ..entry.head });
    entry.text.or(none)
}

/// The name of a sound entry.
pub(super) fn head_name(entry: &Entry) -> Option<Span> {
    if entry.broken { None } else { entry.name }
}

fn is_shared(kind: EntryKind) -> bool {
    use EntryKind::{Author, Issue, Side, Source, Term};
    matches!(kind, Author | Source | Issue | Term | Side)
}

fn opens_section(entry: &Entry) -> bool {
    matches!(entry.kind, EntryKind::Source | EntryKind::From)
}

fn new_source(entry: &Entry, name: Span, title: Span) -> Source {
    Source {
        name,
        title,
        authors: Box::default(),
        date: None,
        kind: None,
        container: None,
        volume: None,
        pages: None,
        url: None,
        accessed: None,
        doi: None,
        cite: None,
        text: None,
        licence: None,
        order: None,
        short: None,
        draft: entry.is_draft(),
        incomplete: entry.incomplete,
    }
}

fn new_side(entry: &Entry, name: Span, display: Span) -> Side {
    Side {
        name,
        display,
        short: None,
        authors: Box::default(),
        own: false,
        issues: Box::default(),
        motion: None,
        draft: entry.is_draft(),
    }
}

fn new_statement(entry: &Entry, text: Span, source: Option<SourceId>, draft: bool) -> Statement {
    Statement {
        kind: match entry.kind {
            EntryKind::Evidence => StatementKind::Evidence,
            EntryKind::Counterpoint => StatementKind::Counterpoint,
            _ => StatementKind::Claim,
        },
        name: entry.name,
        text,
        span: entry.span,
        source,
        by: None,
        voice: None,
        unstated: entry.qualifiers.contains(Qualifiers::UNSTATED),
        anticipated: entry.qualifiers.contains(Qualifiers::ANTICIPATED),
        evidence: None,
        at: None,
        date: None,
        scheme: None,
        weight: None,
        tags: Box::default(),
        card: None,
        draft,
        incomplete: entry.incomplete,
    }
}
