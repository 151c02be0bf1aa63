//! What statements are and say: the clauses below claims, evidence, counterpoints and readings.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::{
    Attitude, AuthorId, Definition, EvidenceKind, Quotation, RelationKind, Statement, StatementId, StatementKind, Voice,
};
use crate::syntax::tree::{Clause, Entry, Tree};
use crate::syntax::vocabulary::{ClauseKind, EntryKind, Qualifiers};

use super::collect::head_name;
use super::duplicate::UNNAMED;
use super::shared::names;
use super::{Above, Resolver, Scope, Section, Subject, first_clause};

pub(super) static NOT_JOINT_AUTHOR: Code = Code {
    name: "not-joint-author",
    severity: Severity::Error,
    summary: "`by` names somebody who is not an author of the source",
    explanation: "Below a statement, `by` narrows it to one of the authors who wrote its source together. Whoever is \
        merely reported there is a voice.\n\nWrite `voice: NAME` for somebody who is reported, or add the author to \
        the `by` of the source.",
};

pub(super) static ONE_VOICE: Code = Code {
    name: "one-voice",
    severity: Severity::Error,
    summary: "a statement with several voices",
    explanation: "`voice` says who speaks in a statement, where it is not the author: one author of the map, or \
        `unnamed`.\n\nWrite a statement for each voice, joined by `agrees`; or make the group an author of its own.",
};

pub(super) static COUNTERPOINT_WITHOUT_TARGET: Code = Code {
    name: "counterpoint-without-target",
    severity: Severity::Error,
    summary: "a counterpoint that does not say against what",
    explanation: "A counterpoint speaks against another statement: `against: X` attacks X itself, `undercuts: X because \
        A` grants A and denies that it shows X. A `reading` of the counterpoint may say it as well.\n\nAdd one of the \
        two, or make it a `claim`.",
};

impl Subject {
    /// Whether the mapper reads a clause into the text: always in a reading, unless it says otherwise.
    pub(super) fn infers(&self, clause: &Clause) -> bool {
        let flags = clause.qualifiers;
        flags.contains(Qualifiers::INFERRED) || (self.from_reading && !flags.contains(Qualifiers::STATED))
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
                let subject = Subject { statement, kind, scope: section.scope, from_reading: false, above };
                self.resolve_clauses(section.tree, entry, &subject);
                if entry.kind == EntryKind::Claim {
                    above = statement.map_or(Above::Lost, Above::Claim);
                }
            } else if entry.kind == EntryKind::Reading {
                let subject = self.reading(entry, section.scope, above);
                self.map.left_out.entries += usize::from(subject.statement.is_none());
                self.resolve_clauses(section.tree, entry, &subject);
            }
        }
    }

    /// The statement that a reading is about. Names in it are looked up beside that statement.
    fn reading(&mut self, entry: &Entry, scope: Scope, above: Above) -> Subject {
        let unknown = Subject { statement: None, kind: None, scope: Scope::Unknown, from_reading: true, above };
        let name = head_name(entry);
        match name.and_then(|name| self.statement(name, &Subject { scope, ..unknown })) {
            None => unknown,
            Some(id) => {
                let Statement { kind, source, .. } = self.map.statements[id];
                let scope = source.map_or(Scope::Loose, Scope::Source);
                Subject { statement: Some(id), kind: Some(kind), scope, ..unknown }
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
                ClauseKind::Against => self.relate(tree, clause, subject, RelationKind::Against),
                ClauseKind::Undercuts => self.undercuts(tree, clause, subject),
                ClauseKind::Despite => self.relate(tree, clause, subject, RelationKind::Despite),
                ClauseKind::Grants => self.relate(tree, clause, subject, RelationKind::Grants),
                ClauseKind::Agrees => self.relate(tree, clause, subject, RelationKind::Agrees),
                ClauseKind::SameFact => self.relate(tree, clause, subject, RelationKind::SameFact),
                ClauseKind::Defines => self.defines(clause, subject),
                _ if subject.from_reading => true,
                _ => self.resolve_detail(tree, entry, clause, subject.statement),
            };
            if !whole && subject.statement.is_some() {
                self.map.left_out.clauses += 1;
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

    /// Says which counterpoints are directed against nothing.
    pub(super) fn check_counterpoints(&mut self) {
        for (id, statement) in self.map.statements.iter() {
            let is_target = |kind| matches!(kind, RelationKind::Against | RelationKind::Undercuts);
            let mut relations = self.map.links.relations_from.of(id).iter();
            if statement.kind != StatementKind::Counterpoint
                || statement.incomplete
                || relations.any(|&relation| is_target(self.map.relations[relation].kind))
            {
                continue;
            }
            let message = "this counterpoint does not say what it speaks against";
            let diagnostic =
                Diagnostic::new(&COUNTERPOINT_WITHOUT_TARGET, self.map.head(id), message).label("against what?");
            let help = "add `against: STATEMENT` or `undercuts: STATEMENT because REASON`, or make it a `claim`";
            self.diagnostics.push(diagnostic.help(help));
        }
    }

    fn defines(&mut self, clause: &Clause, subject: &Subject) -> bool {
        let term = clause.argument.and_then(|name| self.term(name));
        if let (Some(statement), Some(term), Some(text)) = (subject.statement, term, clause.text) {
            let inferred = subject.infers(clause);
            self.map.definitions.add(Definition { statement, term, text, inferred, span: clause.span });
        }
        term.is_some()
    }

    /// Reads a clause about the statement itself.
    fn resolve_detail(&mut self, tree: &Tree, entry: &Entry, clause: &Clause, id: Option<StatementId>) -> bool {
        match clause.kind {
            ClauseKind::Quote => {
                if let (Some(statement), Some(words)) = (id, clause.text) {
                    let at = || first_clause(tree, entry, ClauseKind::At).and_then(|at| at.text);
                    let place = clause.argument.or_else(at);
                    self.map.quotations.add(Quotation { statement, words, place, span: clause.span });
                }
                true
            }
            ClauseKind::Kind if entry.kind == EntryKind::Evidence => {
                let kind = self.one_of(clause, "evidence", EvidenceKind::WORDS);
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
            ClauseKind::Tags => {
                self.detail(id, |statement| statement.tags = names(tree, clause));
                true
            }
            _ => true,
        }
    }

    /// Changes a statement, if it is in the map.
    fn detail(&mut self, id: Option<StatementId>, change: impl FnOnce(&mut Statement)) {
        if let Some(id) = id {
            change(&mut self.map.statements[id]);
        }
    }

    /// Who speaks. A voice that is not known is nobody's: the words must not become the author's own by an error.
    fn voice(&mut self, tree: &Tree, clause: &Clause) -> (Voice, bool) {
        let mut voice = Voice {
            author: None,
            endorsed: clause.qualifiers.contains(Qualifiers::ENDORSED),
            disputed: clause.qualifiers.contains(Qualifiers::DISPUTED),
        };
        let whole = match tree.references(clause) {
            [name] if self.text(name.span) == UNNAMED => true,
            [name] => {
                voice.author = self.author(name.span);
                voice.author.is_some()
            }
            [_, second, ..] => {
                let message = "a statement speaks with one voice";
                let diagnostic = Diagnostic::new(&ONE_VOICE, second.span, message).label("a second voice");
                let help = "write a statement for each voice, or make the group an author of its own";
                self.diagnostics.push(diagnostic.help(help));
                false
            }
            [] => false,
        };
        (voice, whole)
    }

    /// Whose a statement is. Where nobody of its `by` is known it is nobody's, not every author's.
    fn narrowed_authors(&mut self, tree: &Tree, clause: &Clause, id: Option<StatementId>) -> (Box<[AuthorId]>, bool) {
        let (mut authors, mut whole) = self.authors(tree, clause);
        let Some(source) = id.and_then(|id| self.map.statements[id].source) else { return (authors, whole) };
        let joint = &self.map.sources[source].authors;
        // Of a source without authors, or whose `by` is broken, nobody can say who is not among them.
        if joint.is_empty()
            || self.map.sources[source].incomplete
            || authors.iter().all(|author| joint.contains(author))
        {
            return (authors, whole);
        }
        whole = false;
        let (kept, others): (Vec<_>, Vec<_>) = authors.iter().partition(|author| joint.contains(author));
        authors = kept.into();
        let source_name = self.map.sources[source].name;
        for author in others {
            let display = self.text(self.map.authors[author].name);
            let written = |name: &&crate::syntax::tree::Reference| self.text(name.span) == display;
            let place = tree.references(clause).iter().find(written).map_or(clause.span, |name| name.span);
            let message = format!("`{display}` is not an author of `{}`", self.text(source_name));
            let diagnostic = Diagnostic::new(&NOT_JOINT_AUTHOR, place, message)
                .label("not an author of the source")
                .related(source_name, "the source");
            let help =
                format!("if {display} is reported here, write `voice: {display}`; else add it to the source's `by`");
            self.diagnostics.push(diagnostic.help(help));
        }
        (authors, whole)
    }
}

#[cfg(test)]
mod tests {
    use crate::model::EvidenceKind;
    use crate::model::example::{findings, map_of, sound_map, statement};

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
        assert_eq!(map.date_of(f).map(|date| date.year()), Some(2017));
    }

    #[test]
    fn an_error_never_makes_words_the_authors_own() {
        let text = "author a: A\nauthor b: B\nauthor c: C\nsource s: S\n  by: a, b\nclaim e: x\n  voice: nobody\n  by: c\n\
                    claim f: x\n  voice: a, b\n  date: May\nevidence g: x\n  kind: statistics\n";
        let (map, _) = map_of(&[text]);
        let e = statement(&map, "s.e");
        assert!(map.statements[e].voice.is_some() && map.authors_of(e).is_empty());
        assert_eq!(map.left_out.clauses, 5);
        assert_eq!(
            findings(&[text]),
            [
                "a.arg:7:10 unknown-name: no author is called `nobody`",
                "a.arg:8:7 not-joint-author: `c` is not an author of `s`",
                "a.arg:10:13 one-voice: a statement speaks with one voice",
                "a.arg:11:9 bad-date: `May` is not a date",
                "a.arg:13:9 unknown-word: there is no kind of evidence called `statistics` [statistic]",
            ]
        );
    }

    #[test]
    fn a_counterpoint_needs_a_target_and_a_reading_may_give_it() {
        assert_eq!(
            findings(&["claim a: x\ncounterpoint b: x\ncounterpoint: nameless\n  supports: above\n\
                        counterpoint c: x\nreading c\n  against: a\ncounterpoint d: x\n  againts: a\n"]),
            [
                "a.arg:2:14 counterpoint-without-target: this counterpoint does not say what it speaks against",
                "a.arg:3:1 counterpoint-without-target: this counterpoint does not say what it speaks against",
                "a.arg:9:3 unknown-clause: there is no clause `againts` [against]",
            ]
        );
    }
}
