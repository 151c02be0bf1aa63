//! Relations of a statement to others: reasons, attacks, concessions.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::file::Span;
use crate::model::{Reason, Relation, RelationKind, SmallList, StatementId, StatementKind};
use crate::syntax::tree::{Clause, Tree};
use crate::syntax::vocabulary::{Link, Qualifiers};

use super::resolver::Resolver;
use super::scope::{Scope, Subject};

pub(super) static SELF_RELATION: Code = Code {
    name: "self-relation",
    severity: Severity::Error,
    summary: "a statement that supports, attacks or concedes itself",
    explanation: "Nothing is a reason for itself or speaks against itself: such a clause says nothing, and usually \
        another name was meant.\n\nName the other statement, or take the clause out.",
};

pub(super) static NOT_EVIDENCE: Code = Code {
    name: "same-fact-without-evidence",
    severity: Severity::Error,
    summary: "`same-fact` with a statement that is not evidence",
    explanation: "`same-fact` says that two pieces of evidence report the same event or figure, whatever each makes of \
        it. A claim is not a fact that could be the same.\n\nOf two claims that say the same, write `agrees`; or make \
        the statement `evidence`, if it is.",
};

impl Resolver<'_> {
    /// Adds the reasons of `because`: between commas each for itself, joined by `and` together.
    pub(super) fn because(&mut self, tree: &Tree, clause: &Clause, subject: &Subject) -> bool {
        let references = tree.references(clause);
        let mut whole = true;
        let mut premises: Vec<StatementId> = Vec::new();
        let mut start = 0;
        while start < references.len() {
            let rest = &references[start + 1..];
            let end = start + 1 + rest.iter().take_while(|reference| reference.link == Link::Together).count();
            premises.clear();
            for reference in &references[start..end] {
                premises.extend(self.other_statement(reference.span, subject));
            }
            if premises.len() == end - start {
                let span = references[start].span.to(references[end - 1].span);
                self.add_reason(subject.statement, premises.as_slice().into(), clause, subject, span);
            } else {
                whole = false;
            }
            start = end;
        }
        whole
    }

    /// Adds the statement as a reason of each that `supports` names.
    pub(super) fn supports(&mut self, tree: &Tree, clause: &Clause, subject: &Subject) -> bool {
        let mut whole = true;
        for reference in tree.references(clause) {
            let conclusion = self.other_statement(reference.span, subject);
            whole &= conclusion.is_some();
            match subject.statement {
                Some(premise) => {
                    self.add_reason(conclusion, SmallList::One(premise), clause, subject, reference.span);
                }
                // The conclusion has a reason that is not in the map.
                None => self.mark_incomplete(conclusion),
            }
        }
        whole
    }

    fn add_reason(
        &mut self,
        conclusion: Option<StatementId>,
        premises: SmallList<StatementId>,
        clause: &Clause,
        subject: &Subject,
        span: Span,
    ) {
        let Some(conclusion) = conclusion else { return };
        let (inferred, from_reading) = (subject.infers(clause), subject.from_reading);
        let is_draft = |statement: &StatementId| self.map.statements[*statement].draft;
        let draft = subject.drafts(clause) || is_draft(&conclusion) || premises.iter().any(is_draft);
        self.map.reasons.add(Reason { conclusion, premises, inferred, from_reading, draft, span });
    }

    /// Adds a relation to each statement that a clause names.
    pub(super) fn relate(&mut self, tree: &Tree, clause: &Clause, subject: &Subject, kind: RelationKind) -> bool {
        if kind == RelationKind::SameFact && !self.joins_evidence(clause, subject) {
            return false;
        }
        let mut whole = true;
        for reference in tree.references(clause) {
            let to = self.other_statement(reference.span, subject);
            let to = to.filter(|&to| kind != RelationKind::SameFact || self.is_evidence(to, reference.span));
            whole &= to.is_some();
            if let Some(to) = to {
                self.add_relation(clause, subject, kind, to, Box::default(), reference.span);
            }
        }
        whole
    }

    /// Adds an undercut of each statement that a clause names. What follows its `because` is looked up beside the
    /// statement that is undercut; whether that is a reason is seen when all reasons are known.
    pub(super) fn undercuts(&mut self, tree: &Tree, clause: &Clause, subject: &Subject) -> bool {
        let references = tree.references(clause);
        let because = references.iter().position(|reference| reference.link == Link::Because);
        let (struck, because) = references.split_at(because.unwrap_or(references.len()));
        let mut whole = true;
        for reference in struck {
            let Some(to) = self.other_statement(reference.span, subject) else {
                whole = false;
                continue;
            };
            let beside = self.map.statements[to].source.map_or(Scope::Loose, Scope::Source);
            let beside = Subject { scope: beside, ..*subject };
            let premises: Vec<_> =
                because.iter().filter_map(|reference| self.statement(reference.span, &beside)).collect();
            if premises.len() < because.len() {
                whole = false;
                continue;
            }
            if subject.statement.is_some() {
                let place = because.first().map(|first| first.span.to(because[because.len() - 1].span));
                self.undercuts.push((self.relations.len(), place));
            }
            self.add_relation(clause, subject, RelationKind::Undercuts, to, premises.into(), reference.span);
        }
        whole
    }

    fn add_relation(
        &mut self,
        clause: &Clause,
        subject: &Subject,
        kind: RelationKind,
        to: StatementId,
        because: Box<[StatementId]>,
        span: Span,
    ) {
        let Some(from) = subject.statement else { return };
        let (inferred, from_reading) = (subject.infers(clause), subject.from_reading);
        let is_draft = |statement: &StatementId| self.map.statements[*statement].draft;
        let draft = subject.drafts(clause) || is_draft(&to) || because.iter().any(is_draft);
        let turns = clause.qualifiers.contains(Qualifiers::TURNS);
        let by = clause.text.map(Box::new);
        self.relations.push(Relation { from, kind, to, because, turns, by, inferred, from_reading, draft, span });
    }

    /// A statement that a clause mentions, if it is not the one that the clause belongs to.
    fn other_statement(&mut self, name: Span, subject: &Subject) -> Option<StatementId> {
        let found = self.statement(name, subject)?;
        if Some(found) != subject.statement {
            return Some(found);
        }
        let message = format!("`{}` is the statement itself", self.text(name));
        let diagnostic = Diagnostic::new(&SELF_RELATION, name, message).label("refers to its own entry");
        self.diagnostics.push(diagnostic.help("name another statement, or take this out"));
        None
    }

    /// Whether the statement that says `same-fact` is evidence; else that is said.
    fn joins_evidence(&mut self, clause: &Clause, subject: &Subject) -> bool {
        let is_evidence = subject.kind.is_none_or(|kind| kind == StatementKind::Evidence);
        if !is_evidence {
            let message = "`same-fact` is for evidence only";
            self.report_not_evidence(clause.keyword(), message.to_owned(), "this statement is not evidence");
        }
        is_evidence
    }

    fn is_evidence(&mut self, statement: StatementId, name: Span) -> bool {
        let is_evidence = self.map.statements[statement].kind == StatementKind::Evidence;
        if !is_evidence {
            let message = format!("`{}` is not evidence", self.text(name));
            self.report_not_evidence(name, message, "evidence is wanted here");
        }
        is_evidence
    }

    fn report_not_evidence(&mut self, span: Span, message: String, label: &str) {
        let diagnostic = Diagnostic::new(&NOT_EVIDENCE, span, message).label(label);
        self.diagnostics.push(
            diagnostic.help("`same-fact` joins two pieces of evidence; of claims that say the same, write `agrees`"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::model::example::{findings, sound_map, statement};
    use crate::model::{Map, RelationKind};

    fn relations(map: &Map, name: &str) -> Vec<(RelationKind, String, bool)> {
        let relations = map.relations_from(statement(map, name)).iter().map(|&id| &map.relations[id]);
        relations.map(|it| (it.kind, map.statement_name(it.to), it.inferred)).collect()
    }

    #[test]
    fn a_reading_adds_from_outside_and_infers() {
        let map = sound_map(
            "source s: S\nclaim a: x\nclaim ground: x\nsource t: T\nclaim b: x\nclaim ground: x\n\
             reading s.a\n  against: t.b\n  because (stated): ground\n  grants: ground\n",
        );
        assert_eq!(
            relations(&map, "s.a"),
            [(RelationKind::Against, "t.b".to_owned(), true), (RelationKind::Grants, "s.ground".to_owned(), true),]
        );
        let reason = &map.reasons[map.reasons_for(statement(&map, "s.a"))[0]];
        assert_eq!((reason.inferred, reason.from_reading), (false, true));
        assert_eq!(map.relations_to(statement(&map, "t.b")).len(), 1);
    }

    #[test]
    fn nothing_relates_to_itself_and_facts_are_of_evidence() {
        assert_eq!(
            findings(&["claim a: x\n  because: b and a\n  against: a\n  same-fact: e\n\
                        claim b: x\n  supports: above\nevidence e: x\n  same-fact: b, f\nevidence f: x\n"]),
            [
                "a.arg:2:18 self-relation: `a` is the statement itself",
                "a.arg:3:12 self-relation: `a` is the statement itself",
                "a.arg:4:3 same-fact-without-evidence: `same-fact` is for evidence only",
                "a.arg:8:14 same-fact-without-evidence: `b` is not evidence",
            ]
        );
    }
}
