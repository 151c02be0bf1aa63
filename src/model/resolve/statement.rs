//! Statements: the clauses below claims, evidence, counterpoints and readings.

use crate::model::{Attitude, Card, Definition, EvidenceKind, Note, Quotation, RelationKind, Statement, StatementId};
use crate::syntax::tree::{Clause, Entry, Tree};
use crate::syntax::vocabulary::{ClauseKind, EntryKind, Qualifiers};

use super::collect::head_name;
use super::resolver::Resolver;
use super::scope::{Above, Scope, Section, Subject};
use super::shared::names;

impl Subject {
    /// Whether the mapper reads a clause into the text: always in a reading, unless it says otherwise.
    pub(super) fn infers(&self, clause: &Clause) -> bool {
        let flags = clause.qualifiers;
        flags.contains(Qualifiers::INFERRED) || (self.from_reading && !flags.contains(Qualifiers::STATED))
    }

    /// Whether a clause is a draft: by itself, or with all of its entry.
    pub(super) fn drafts(&self, clause: &Clause) -> bool {
        self.draft || clause.qualifiers.contains(Qualifiers::DRAFT)
    }
}

impl Resolver<'_> {
    /// Reads the clauses of all statements and readings of a section.
    pub(super) fn resolve_section(&mut self, section: &Section<'_>) {
        let mut above = Above::Nothing;
        let mut statements = section.statements.iter();
        for entry in section.entries {
            if entry.kind.is_statement() {
                let statement = *statements.next().expect("every statement of a section was collected");
                let kind = statement.map(|statement| self.map.statements[statement].kind);
                let draft = statement.is_some_and(|statement| self.map.statements[statement].draft);
                let scope = section.scope;
                let subject = Subject { statement, kind, scope, from_reading: false, draft, above };
                self.resolve_clauses(section.tree, entry, &subject);
                if entry.kind == EntryKind::Claim {
                    above = statement.map_or(Above::Lost, Above::Claim);
                }
            } else if entry.kind == EntryKind::Reading {
                let subject = self.reading(entry, section.scope, above);
                self.map.omitted.entries += usize::from(subject.statement.is_none());
                self.resolve_clauses(section.tree, entry, &subject);
            }
        }
    }

    /// The statement that a reading is about. Names in it are looked up beside that statement.
    fn reading(&mut self, entry: &Entry, scope: Scope, above: Above) -> Subject {
        let (scope_unknown, draft) = (Scope::Unknown, entry.is_draft());
        let unknown = Subject { statement: None, kind: None, scope: scope_unknown, from_reading: true, draft, above };
        let name = head_name(entry);
        match name.and_then(|name| self.statement(name, &Subject { scope, ..unknown })) {
            None => unknown,
            Some(id) => {
                let Statement { kind, source, draft, .. } = self.map.statements[id];
                let draft = draft || unknown.draft;
                let scope = source.map_or(Scope::Loose, Scope::Source);
                Subject { statement: Some(id), kind: Some(kind), scope, draft, ..unknown }
            }
        }
    }

    fn resolve_clauses(&mut self, tree: &Tree, entry: &Entry, subject: &Subject) {
        for clause in tree.clauses(entry) {
            let whole = match clause.kind {
                ClauseKind::Holds => self.stances(tree, clause, subject, Attitude::Holds),
                ClauseKind::Rejects => self.stances(tree, clause, subject, Attitude::Rejects),
                ClauseKind::Prefers => self.stances(tree, clause, subject, Attitude::Prefers),
                ClauseKind::Weighs => self.stances(tree, clause, subject, Attitude::Weighs),
                ClauseKind::Raises => self.stances(tree, clause, subject, Attitude::Raises),
                ClauseKind::Because => self.because(tree, clause, subject),
                ClauseKind::Supports => self.supports(tree, clause, subject),
                ClauseKind::Against if clause.qualifiers.contains(Qualifiers::WEAKENS) => {
                    self.relate(tree, clause, subject, RelationKind::Weakens)
                }
                ClauseKind::Against => self.relate(tree, clause, subject, RelationKind::Against),
                ClauseKind::Outweighs => self.relate(tree, clause, subject, RelationKind::Outweighs),
                ClauseKind::Undercuts => self.undercuts(tree, clause, subject),
                ClauseKind::Despite => self.relate(tree, clause, subject, RelationKind::Despite),
                ClauseKind::Grants => self.relate(tree, clause, subject, RelationKind::Grants),
                ClauseKind::Agrees => self.relate(tree, clause, subject, RelationKind::Agrees),
                ClauseKind::SameFact => self.relate(tree, clause, subject, RelationKind::SameFact),
                ClauseKind::Defines => self.defines(clause, subject),
                ClauseKind::Note => {
                    if let (Some(statement), Some(text)) = (subject.statement, clause.text) {
                        let (entry, from_reading) = (entry.span, subject.from_reading);
                        self.map.notes.add(Note { statement, text, entry, from_reading });
                    }
                    true
                }
                _ if subject.from_reading => true,
                _ => self.resolve_detail(tree, entry, clause, subject),
            };
            if !whole && subject.statement.is_some() {
                self.map.omitted.clauses += 1;
                self.mark_incomplete(subject.statement);
            }
        }
        if subject.from_reading && entry.incomplete {
            self.mark_incomplete(subject.statement);
        }
    }

    /// Remembers that a statement would say more but for an error.
    pub(super) fn mark_incomplete(&mut self, statement: Option<StatementId>) {
        if let Some(statement) = statement {
            self.map.statements[statement].incomplete = true;
        }
    }

    fn defines(&mut self, clause: &Clause, subject: &Subject) -> bool {
        let term = clause.argument.and_then(|name| self.term(name));
        if let (Some(statement), Some(term), Some(text)) = (subject.statement, term, clause.text) {
            let (inferred, draft) = (subject.infers(clause), subject.drafts(clause) || self.map.terms[term].draft);
            self.map.definitions.add(Definition { statement, term, text, inferred, draft, span: clause.span });
        }
        term.is_some()
    }

    /// Reads a clause about the statement itself.
    fn resolve_detail(&mut self, tree: &Tree, entry: &Entry, clause: &Clause, subject: &Subject) -> bool {
        let id = subject.statement;
        match clause.kind {
            ClauseKind::Quote => {
                if let (Some(statement), Some(words)) = (id, clause.text) {
                    let at = || tree.first_clause(entry, ClauseKind::At).and_then(|at| at.text);
                    let place = clause.argument.or_else(at);
                    let (read, draft) = (Box::default(), subject.drafts(clause));
                    self.map.quotations.add(Quotation { statement, words, place, read, draft, span: clause.span });
                }
                true
            }
            ClauseKind::Read => {
                self.read_aloud(clause, id);
                true
            }
            ClauseKind::Short => {
                self.detail(id, |statement| card(statement).short = clause.text);
                true
            }
            ClauseKind::Tag => {
                self.detail(id, |statement| card(statement).tag = clause.text);
                true
            }
            ClauseKind::Kind if entry.kind == EntryKind::Evidence => {
                let kind = self.one_of(clause, EvidenceKind::WORDS);
                self.detail(id, |statement| statement.evidence = statement.evidence.or(kind));
                kind.is_some()
            }
            ClauseKind::Date => {
                let date = self.date(clause);
                self.detail(id, |statement| statement.date = statement.date.or(date));
                date.is_some()
            }
            ClauseKind::Voice => {
                let (voice, whole) = self.voice(tree, clause);
                self.detail(id, |statement| statement.voice = statement.voice.or(Some(voice)));
                whole
            }
            ClauseKind::By => {
                let (by, whole) = self.narrowed_authors(tree, clause, id);
                self.detail(id, |statement| _ = statement.by.get_or_insert(by));
                whole
            }
            ClauseKind::At => {
                self.detail(id, |statement| statement.at = statement.at.or(clause.text));
                true
            }
            ClauseKind::Scheme => {
                self.detail(id, |statement| statement.scheme = statement.scheme.or(clause.text));
                true
            }
            ClauseKind::Weight => {
                let weight = self.weight(clause);
                self.detail(id, |statement| statement.weight = statement.weight.or(weight));
                weight.is_some()
            }
            ClauseKind::Tags => {
                self.detail(id, |statement| statement.tags = names(tree, clause));
                true
            }
            _ => true,
        }
    }

    /// Adds words that are read aloud to the quotation directly above them, which is the last of the map.
    fn read_aloud(&mut self, clause: &Clause, id: Option<StatementId>) {
        let last = self.map.quotations.ids().next_back().filter(|_| id.is_some());
        if let (Some(last), Some(words)) = (last, clause.text) {
            let quotation = &mut self.map.quotations[last];
            let mut read = std::mem::take(&mut quotation.read).into_vec();
            read.push(words);
            quotation.read = read.into();
        }
    }

    /// Changes a statement, if it is in the map.
    fn detail(&mut self, id: Option<StatementId>, change: impl FnOnce(&mut Statement)) {
        if let Some(id) = id {
            change(&mut self.map.statements[id]);
        }
    }
}

/// Card of a statement, made where it has none yet.
fn card(statement: &mut Statement) -> &mut Card {
    statement.card.get_or_insert_default()
}

#[cfg(test)]
mod tests {
    use crate::model::EvidenceKind;
    use crate::model::example::{sound_map, statement};

    #[test]
    fn a_statement_keeps_all_that_is_said_of_it() {
        let map = sound_map(
            "author a: A\nauthor b: B\nauthor c: C\nterm t: T\nsource s: S\n  by: a, b\n  date: 2017\n\
             evidence e (unstated): x\n  kind: law\n  voice: c (endorsed)\n  by: b\n  date: 2016-05\n  quote: w\n  \
             quote [IV]: v\n  at: III\n  tags: one, two\n  defines t: meaning\nclaim f: x\n  voice: unnamed\n"
                .replace("voice: c (endorsed)", "voice (endorsed): c")
                .as_str(),
        );
        let id = statement(&map, "s.e");
        let e = &map.statements[id];
        assert!(e.unstated && e.evidence == Some(EvidenceKind::Law));
        let voice = e.voice.expect("a voice");
        assert_eq!(voice.author.map(|author| map.word(map.authors[author].name)), Some("c"));
        assert!(voice.endorsed && !voice.disputed);
        let names: Vec<_> = map.authors_of(id).iter().map(|&author| map.word(map.authors[author].name)).collect();
        assert_eq!(names, ["b"]);
        assert_eq!(map.date_of(id).map(|date| date.to_string()).as_deref(), Some("2016-05"));
        let places: Vec<_> =
            map.quotations_of(id).iter().map(|&id| map.quotations[id].place.map(|place| map.word(place))).collect();
        assert_eq!(places, [Some("III"), Some("IV")]);
        assert_eq!((e.tags.len(), map.definitions_of(id).len()), (2, 1));
        let f = statement(&map, "s.f");
        assert_eq!(map.statements[f].voice.map(|voice| voice.author), Some(None));
        assert_eq!(map.authors_of(f).len(), 2);
        assert_eq!(map.date_of(f).map(crate::model::Date::year), Some(2017));
    }
}
