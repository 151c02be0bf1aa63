//! Looks up names: first beside the statement, then in the space that all files share.

use memchr::memchr;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::file::Span;
use crate::model::{AuthorId, Entity, IssueId, Referent, Role, StatementId, TermId};
use crate::syntax::vocabulary::ABOVE;

use super::missing::{Missing, Place, Wanted};
use super::resolver::Resolver;
use super::scope::{Above, Scope, Subject};

pub(super) static WRONG_KIND: Code = Code {
    name: "wrong-kind",
    severity: Severity::Error,
    summary: "a name stands for another kind of thing than is wanted here",
    explanation: "The name exists, but it belongs to something that makes no sense in this place: an issue where a \
        statement is wanted, or a source where an author is.\n\nName the thing that is meant. Positions on an issue \
        are taken with `holds ISSUE: POSITION`; a statement of another source is written `SOURCE.NAME`.",
};

pub(super) static NOTHING_ABOVE: Code = Code {
    name: "nothing-above",
    severity: Severity::Error,
    summary: "`above` with no claim before it",
    explanation: "`above` stands for the nearest claim before, in the same stretch of the same source: from its \
        `source` or `from` on. Here there is none.\n\nGive the claim that is meant a name, and write that name.",
};

/// Kind of an entity, in words.
pub(super) fn kind_of(named: Entity) -> &'static str {
    match named {
        Entity::Author(_) => "an author",
        Entity::Source(_) => "a source",
        Entity::Issue(_) => "an issue",
        Entity::Term(_) => "a term",
        Entity::Side(_) => "a side",
        Entity::Statement(_) => "a statement",
    }
}

impl Resolver<'_> {
    /// The author of this name.
    pub(super) fn author(&mut self, name: Span) -> Option<AuthorId> {
        match self.shared(name, Wanted::Author, Place::Shared)? {
            Entity::Author(author) => Some(author),
            _ => None,
        }
    }

    /// The issue of this name.
    pub(super) fn issue(&mut self, name: Span) -> Option<IssueId> {
        match self.shared(name, Wanted::Issue, Place::Shared)? {
            Entity::Issue(issue) => Some(issue),
            _ => None,
        }
    }

    /// The term of this name.
    pub(super) fn term(&mut self, name: Span) -> Option<TermId> {
        match self.shared(name, Wanted::Term, Place::Shared)? {
            Entity::Term(term) => Some(term),
            _ => None,
        }
    }

    /// The statement that a clause of a subject mentions, perhaps as `above`.
    pub(super) fn statement(&mut self, name: Span, subject: &Subject) -> Option<StatementId> {
        if self.text(name) != ABOVE {
            return self.statement_in(name, subject.scope);
        }
        if let Above::Nothing = subject.above {
            let diagnostic = Diagnostic::new(&NOTHING_ABOVE, name, "there is no claim above that could be meant")
                .label("the nearest claim before, in the same source");
            self.diagnostics.push(diagnostic.help("name the statement that is meant"));
        }
        match subject.above {
            Above::Claim(statement) => {
                self.mention(name, Referent::Entity(Entity::Statement(statement)), Role::Word);
                Some(statement)
            }
            Above::Nothing | Above::Lost => None,
        }
    }

    /// The statement that a name stands for to somebody who reads in this scope.
    pub(super) fn statement_in(&mut self, name: Span, scope: Scope) -> Option<StatementId> {
        let text = self.text(name);
        if let Some(dot) = memchr(b'.', text.as_bytes()) {
            let source = Span { end: name.start + dot as u32, ..name };
            let own = Span { start: source.end + 1, ..name };
            let Entity::Source(source) = self.shared(source, Wanted::Source, Place::Shared)? else { return None };
            let statement = self.map.names.own[source.index()].get(self.files, self.text(own));
            if statement.is_none()
                && let Some(former) = self.formerly_in(source, own)
            {
                return Some(former);
            }
            match statement {
                Some(statement) => self.mention(own, Referent::Entity(Entity::Statement(statement)), Role::Name),
                None => self.miss(own, Wanted::Statement, Place::In(source)),
            }
            return statement;
        }
        if let Scope::Source(source) = scope
            && let Some(statement) = self.map.names.own[source.index()].get(self.files, text)
        {
            self.mention(name, Referent::Entity(Entity::Statement(statement)), Role::Name);
            return Some(statement);
        }
        if let Scope::Source(source) = scope
            && self.map.names.shared.get(self.files, text).is_none()
            && let Some(statement) = self.formerly_in(source, name)
        {
            return Some(statement);
        }
        if scope == Scope::Unknown && self.map.names.shared.get(self.files, text).is_none() {
            return None;
        }
        match self.shared(name, Wanted::Statement, Place::Beside(scope))? {
            Entity::Statement(statement) => Some(statement),
            _ => None,
        }
    }

    /// Entity with a name of the shared space, if it is of the kind that is wanted; else a finding says so.
    pub(super) fn shared(&mut self, name: Span, wanted: Wanted, place: Place) -> Option<Entity> {
        let found = self.map.names.shared.get_with_place(self.files, self.text(name));
        if let Some((_, named)) = found {
            self.mention(name, Referent::Entity(named), Role::Name);
        }
        match found {
            None => match self.formerly(name) {
                Some(named) if wanted.admits(named) => return Some(named),
                _ => self.miss(name, wanted, place),
            },
            Some((_, named)) if wanted.admits(named) => return Some(named),
            Some((defined_at, named)) => self.report_wrong_kind(name, wanted, defined_at, named),
        }
        None
    }

    /// Remembers a name that was not found, unless its absence has been explained.
    fn miss(&mut self, name: Span, wanted: Wanted, place: Place) {
        if !self.is_excused(self.text(name)) {
            self.missing.push(Missing { name, wanted, place });
        }
    }

    fn report_wrong_kind(&mut self, name: Span, wanted: Wanted, defined_at: Span, named: Entity) {
        let text = self.text(name);
        if self.is_excused(text) {
            return;
        }
        let (found, wanted_kind) = (kind_of(named), wanted.kind());
        let help = match (wanted, named) {
            (Wanted::Statement, Entity::Issue(_)) => {
                format!("to take a position on an issue, write `holds {text}: POSITION`")
            }
            (Wanted::Statement, Entity::Source(_)) => format!("name one of its statements: `{text}.NAME`"),
            (Wanted::Statement, Entity::Term(_)) => {
                format!("to say what a term means, write `defines {text}: MEANING`")
            }
            _ => format!("write the name of {wanted_kind}"),
        };
        let diagnostic = Diagnostic::new(&WRONG_KIND, name, format!("`{text}` is {found}, not {wanted_kind}"))
            .label(format!("{wanted_kind} is wanted here"))
            .related(defined_at, format!("{found} is called so"));
        self.diagnostics.push(diagnostic.help(help));
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Entity;
    use crate::model::example::{findings, map_of, sound_map, statement};

    /// The premises of each reason that is given for a statement, by name.
    fn reasons(map: &crate::model::Map, name: &str) -> Vec<Vec<String>> {
        let reasons = map.reasons_for(statement(map, name)).iter();
        let premises = |reason: &crate::model::ReasonId| map.reasons[*reason].premises.iter();
        reasons.map(|reason| premises(reason).map(|&id| map.statement_name(id)).collect()).collect()
    }

    #[test]
    fn a_name_is_looked_up_beside_the_statement_then_among_the_shared_ones() {
        let map = sound_map(
            "claim ground: loose\nclaim other: loose\n\
             source s: S\nclaim a: x\n  because: ground, other, t.ground\nclaim ground: own\n\
             source t: T\nclaim ground: own\n",
        );
        assert_eq!(reasons(&map, "s.a"), [["s.ground"], ["other"], ["t.ground"]]);
    }

    #[test]
    fn the_order_of_text_and_files_does_not_matter() {
        let (map, diagnostics) = map_of(&[
            "from s\nclaim a: x\n  because: b and t.c\n  holds i: p\n",
            "source t: T\n  by: me\nclaim c: x\n",
            "issue i: Q?\n  position p: P\nsource s: S\n  by: me\nclaim b: x\nauthor me: Me\n",
        ]);
        assert_eq!(diagnostics.total(), 0);
        assert_eq!(reasons(&map, "s.a"), [["s.b", "t.c"]]);
        assert_eq!(map.find("s.b"), Some(Entity::Statement(statement(&map, "s.b"))));
    }

    #[test]
    fn above_is_the_nearest_claim_before_in_the_section() {
        let text = "source s: S\nclaim a: x\nevidence: fact one\n  supports: above\nevidence: fact two\n  supports: above\n\
                    claim b: x\n  because: above\n";
        let map = sound_map(text);
        assert_eq!(reasons(&map, "s.a"), [["s.fact-one"], ["s.fact-two"]]);
        assert_eq!(reasons(&map, "s.b"), [["s.a"]]);
        assert_eq!(
            findings(&["source s: S\nclaim a: x\nfrom s\nevidence: e\n  supports: above\n"]),
            ["a.arg:5:13 nothing-above: there is no claim above that could be meant"]
        );
    }

    #[test]
    fn another_kind_of_thing_is_told_apart() {
        assert_eq!(
            findings(&[
                "issue i: Q?\nterm t: T\nauthor w: W\nsource s: S\n  by: i\nclaim a: x\n  because: i, s, t, w\n  \
                        holds t: yes\n  defines i: x\n  against: i.a, w.a\n"
            ]),
            [
                "a.arg:5:7 wrong-kind: `i` is an issue, not an author",
                "a.arg:7:12 wrong-kind: `i` is an issue, not a statement",
                "a.arg:7:15 wrong-kind: `s` is a source, not a statement",
                "a.arg:7:18 wrong-kind: `t` is a term, not a statement",
                "a.arg:7:21 wrong-kind: `w` is an author, not a statement",
                "a.arg:8:9 wrong-kind: `t` is a term, not an issue",
                "a.arg:9:11 wrong-kind: `i` is an issue, not a term",
                "a.arg:10:12 wrong-kind: `i` is an issue, not a source",
                "a.arg:10:17 wrong-kind: `w` is an author, not a source",
            ]
        );
    }
}
