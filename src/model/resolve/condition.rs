//! Conditions of stances: names in them are links to what they hang on; whatever else stands there is words.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::file::Span;
use crate::model::{Condition, ConditionLink, Entity, IssueId, PositionId, Referent, Role, SmallList, SourceId};
use crate::syntax::grammar::condition_names;
use crate::syntax::tree::Clause;
use crate::syntax::vocabulary::ABOVE;
use crate::text::list::with_rest;

use super::lookup::kind_of;
use super::missing::{Missing, Place, UNLINKED_CONDITION, Wanted};
use super::relation::SELF_RELATION;
use super::resolver::Resolver;
use super::scope::{Above, Scope, Subject};

pub(super) static CONDITION_WITHOUT_POSITION: Code = Code {
    name: "condition-without-position",
    severity: Severity::Error,
    summary: "a condition that names an issue and none of its positions",
    explanation: "A stance can hang on a position: `holds ban: yes if works: well`. An issue alone says nothing that could \
        be met, unless it is one of yes and no, where its name alone means `yes`.\n\nWrite a colon and the position behind \
        the issue.",
};

/// How many positions a message lists.
const LISTED: usize = 8;

/// The two names of one link, as places.
struct Named {
    name: Span,
    position: Option<Span>,
}

/// Result of looking up a name in a condition.
enum Found {
    Link(ConditionLink),
    /// A sound name of something else, or of nothing: the condition is words. What there is to say of it, where it looks like a name.
    Words(Option<Complaint>),
    /// An error, which has been told.
    Broken,
}

enum Complaint {
    Missing(Missing),
    Told(Box<Diagnostic>),
}

impl Resolver<'_> {
    /// The condition of a clause, if it has one; `Err` where it names what cannot be a condition.
    pub(super) fn condition(&mut self, clause: &Clause, subject: &Subject) -> Result<Option<Box<Condition>>, ()> {
        let Some(words) = clause.text else { return Ok(None) };
        let mut condition = Condition { word: clause.word, words, links: SmallList::Several(Box::default()) };
        let named = self.names_in(words);
        let (mut links, mut complaints, mut known, mut broken) = (Vec::new(), Vec::new(), named.len() == 1, false);
        for it in &named {
            known |= it.position.is_some();
            match self.link(it, subject) {
                Found::Link(link) => {
                    known = true;
                    links.push(link);
                }
                Found::Words(complaint) => complaints.extend(complaint),
                Found::Broken => broken = true,
            }
        }
        // Every name found is a mention, whatever becomes of the condition: an editor that renames the thing changes it
        // here, too.
        for it in &named {
            self.mention_link(it, subject);
        }
        if broken {
            return Err(());
        }
        if links.len() == named.len() && !links.is_empty() {
            links.sort_unstable();
            links.dedup();
            condition.links = links.as_slice().into();
        } else if known {
            // Two words joined by `and`, of which neither is a name, are words.
            for complaint in complaints {
                match complaint {
                    Complaint::Missing(missing) => self.missing.push(missing),
                    Complaint::Told(diagnostic) => self.diagnostics.push(*diagnostic),
                }
            }
        }
        Ok(Some(Box::new(condition)))
    }

    /// The names of which a condition consists; none where it is said in words.
    fn names_in(&self, words: Span) -> Vec<Named> {
        let text = self.text(words);
        let place = |part: &str| {
            let start = words.start as usize + (part.as_ptr() as usize - text.as_ptr() as usize);
            Span::new(words.file, start, start + part.len())
        };
        let names = condition_names(text).map(|(_, names)| names).unwrap_or_default();
        names.into_iter().map(|it| Named { name: place(it.name), position: it.position.map(place) }).collect()
    }

    fn link(&mut self, it: &Named, subject: &Subject) -> Found {
        let text = self.text(it.name);
        if text == ABOVE && it.position.is_none() {
            return match self.statement(it.name, subject) {
                Some(statement) => Found::Link(ConditionLink::Statement(statement)),
                None if matches!(subject.above, Above::Nothing) => Found::Broken,
                None => Found::Words(None),
            };
        }
        match (self.named(it, subject.scope), it.position) {
            (Ok(Entity::Statement(statement)), None) if Some(statement) == subject.statement => {
                let message = format!("`{text}` is the statement itself");
                let diagnostic = Diagnostic::new(&SELF_RELATION, it.name, message).label("refers to its own entry");
                self.diagnostics.push(diagnostic.help("name what its stance hangs on, or take the condition out"));
                Found::Broken
            }
            (Ok(Entity::Statement(statement)), None) => Found::Link(ConditionLink::Statement(statement)),
            (Ok(Entity::Issue(issue)), Some(position)) => self.position_link(issue, position),
            (Ok(Entity::Issue(issue)), None) => self.issue_link(issue, it.name),
            (Ok(entity), position) => Found::Words(Some(self.complain_of_kind(it.name, entity, position.is_some()))),
            (Err(missing), _) => Found::Words(missing.map(Complaint::Missing)),
        }
    }

    /// Entity that the name before a colon, or without one, stands for; what is missing where that is nothing.
    fn named(&self, it: &Named, scope: Scope) -> Result<Entity, Option<Missing>> {
        let wanted = if it.position.is_some() { Wanted::ConditionIssue } else { Wanted::Condition };
        let text = self.text(it.name);
        if let Some((source, own)) = text.split_once('.') {
            let start = it.name.start + source.len() as u32;
            let missing = |name, wanted, place| Some(Missing { name, wanted, place });
            let of_source = Span { end: start, ..it.name };
            let Some(Entity::Source(source)) = self.map.names.shared.get(self.files, source) else {
                let said = missing(of_source, Wanted::ConditionSource, Place::Shared);
                return Err(said.filter(|_| !self.is_excused(source)));
            };
            let own_name = Span { start: start + 1, ..it.name };
            return self
                .own(source, own)
                .ok_or_else(|| missing(own_name, wanted, Place::In(source)).filter(|_| !self.is_excused(own)));
        }
        let own = match scope {
            Scope::Source(source) if it.position.is_none() => self.own(source, text),
            _ => None,
        };
        own.or_else(|| self.map.names.shared.get(self.files, text)).ok_or_else(|| {
            let silent = scope == Scope::Unknown || self.is_excused(text);
            let place = if it.position.is_some() { Place::Shared } else { Place::Beside(scope) };
            (!silent).then_some(Missing { name: it.name, wanted, place })
        })
    }

    fn own(&self, source: SourceId, name: &str) -> Option<Entity> {
        self.map.names.own[source.index()].get(self.files, name).map(Entity::Statement)
    }

    fn position_link(&mut self, issue: IssueId, position: Span) -> Found {
        match self.position_named(issue, self.text(position)) {
            Some((found, _)) => Found::Link(ConditionLink::Position(found)),
            None if self.position_may_be_lost(issue, position) => Found::Words(None),
            None => {
                let unknown = self.unknown_position(issue, position);
                let unlinked = Diagnostic { code: &UNLINKED_CONDITION, ..unknown };
                let message = format!("{}: the condition is taken as words", unlinked.message);
                Found::Words(Some(Complaint::Told(Box::new(Diagnostic { message, ..unlinked }))))
            }
        }
    }

    /// Of an issue of yes and no, its name alone means `yes`.
    fn issue_link(&mut self, issue: IssueId, name: Span) -> Found {
        if let Some(yes) = self.yes(issue) {
            return Found::Link(ConditionLink::Position(yes));
        }
        let described = self.describe(issue);
        let text = self.text(name);
        let shown: Vec<_> = described.names.iter().take(LISTED).map(|it| format!("`{text}: {it}`")).collect();
        let shown = with_rest(&shown, described.count - shown.len());
        let message = format!("`{text}` is an issue, and no position of it is named");
        let diagnostic = Diagnostic::new(&CONDITION_WITHOUT_POSITION, name, message).label("which of its positions?");
        let diagnostic = diagnostic.related(described.defined_at, "the issue");
        self.diagnostics.push(diagnostic.help(format!("write the position behind it: {shown}")));
        Found::Broken
    }

    /// The `yes` of an issue that writes no positions.
    fn yes(&self, issue: IssueId) -> Option<PositionId> {
        let mut positions = self.map.issues[issue].positions();
        positions.next().filter(|&first| self.map.positions[first].name.is_none())
    }

    fn complain_of_kind(&self, name: Span, entity: Entity, has_position: bool) -> Complaint {
        let wanted =
            if has_position { "an issue is wanted before the colon" } else { "a statement or an issue is wanted" };
        let message = format!("`{}` is {}: the condition is taken as words", self.text(name), kind_of(entity));
        let diagnostic = Diagnostic::new(&UNLINKED_CONDITION, name, message).label(wanted);
        Complaint::Told(Box::new(
            diagnostic.help("name a statement or `ISSUE: POSITION`, or say it in more than one word"),
        ))
    }

    /// Remembers the names of a link as mentions.
    fn mention_link(&mut self, it: &Named, subject: &Subject) {
        // The word `above` was mentioned when it was looked up.
        if self.uses.is_none() || self.text(it.name) == ABOVE {
            return;
        }
        let can_be_met = |entity: &Entity| match entity {
            Entity::Statement(_) => it.position.is_none(),
            Entity::Issue(_) => true,
            _ => false,
        };
        if let Some(entity) = self.named(it, subject.scope).ok().filter(can_be_met) {
            let dot = self.text(it.name).find('.').map_or(0, |dot| dot as u32 + 1);
            if dot > 0
                && let Some(Entity::Source(source)) =
                    self.map.names.shared.get(self.files, &self.text(it.name)[..dot as usize - 1])
            {
                let place = Span { end: it.name.start + dot - 1, ..it.name };
                self.mention(place, Referent::Entity(Entity::Source(source)), Role::Name);
            }
            self.mention(Span { start: it.name.start + dot, ..it.name }, Referent::Entity(entity), Role::Name);
            if let (Entity::Issue(issue), Some(position)) = (entity, it.position)
                && let Some((found, role)) = self.position_named(issue, self.text(position))
            {
                self.mention(position, Referent::Position(found), role);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::example::{findings, sound_map, statement};
    use crate::model::{ConditionLink, Map};

    const ISSUES: &str = "issue plain: Q?\nissue choice: Q?\n  position one: 1\n  position two: 2\n";

    /// Each condition of a statement: `unless choice:one s.b`, `if = it rains`.
    fn conditions(map: &Map, name: &str) -> Vec<String> {
        let conditions =
            map.stances_of(statement(map, name)).iter().filter_map(|&id| map.stances[id].condition.as_ref());
        let shown = |link: &ConditionLink| match *link {
            ConditionLink::Statement(id) => map.statement_name(id),
            ConditionLink::Position(id) => {
                format!("{}:{}", map.word(map.issues[map.positions[id].issue].name), map.position_name(id))
            }
        };
        conditions
            .map(|it| {
                if it.is_linked() {
                    format!("{} {}", it.word.word(), it.links.iter().map(shown).collect::<Vec<_>>().join(" "))
                } else {
                    format!("{} = {}", it.word.word(), map.text(it.words))
                }
            })
            .collect()
    }

    #[test]
    fn a_condition_of_names_is_a_link_and_any_other_is_words() {
        let map = sound_map(&format!(
            "{ISSUES}source s: S\nclaim plain: x\nclaim b: x\nclaim a: x\n  holds choice: one if plain\n  holds choice: one if \
             plain: no\n  holds choice: one unless choice: one and t.b and b\n  holds choice: two unless choice: one and t.b and b\n  holds choice: two if above and choice: \
             two\n  rejects choice: one if b and it rains\n  holds choice: one unless peace and quiet\n\
             source t: T\nclaim b: x\nclaim c: x\n  holds choice: one if plain\n  holds choice: two if 雨が降れば\n"
        ));
        assert_eq!(
            conditions(&map, "s.a"),
            [
                "if s.plain",
                "if plain:no",
                "unless s.b t.b choice:one",
                "unless s.b t.b choice:one",
                "if s.b choice:two",
                "if = b and it rains",
                "unless = peace and quiet",
            ]
        );
        assert_eq!(conditions(&map, "t.c"), ["if plain:yes", "if = 雨が降れば"]);
    }

    #[test]
    fn what_looks_like_a_name_and_is_none_is_words_and_said() {
        let text = format!(
            "{ISSUES}author me: M\nsource s: S\nclaim ground: x\nclaim a: x\n  holds plain: yes if grund\n  holds plain: yes if \
             choise: one\n  holds plain: yes if choice: tow\n  holds plain: yes if me\n  holds plain: yes if peace\n  holds plain: \
             yes if ground and nobody\n  holds plain: yes if s.grond\n  holds plain: yes if u.ground\n  holds plain: yes if \
             note: this\n  holds plain: yes if ground: one\n"
        );
        assert_eq!(
            findings(&[&text]),
            [
                "a.arg:9:23 unlinked-condition: no statement or issue is called `grund`: the condition is taken as words [ground]",
                "a.arg:10:23 unlinked-condition: no issue is called `choise`: the condition is taken as words [choice]",
                "a.arg:11:31 unlinked-condition: `choice` has no position `tow`: the condition is taken as words [two]",
                "a.arg:12:23 unlinked-condition: `me` is an author: the condition is taken as words",
                "a.arg:13:23 unlinked-condition: no statement or issue is called `peace`: the condition is taken as words",
                "a.arg:14:34 unlinked-condition: no statement or issue is called `nobody`: the condition is taken as words",
                "a.arg:15:25 unlinked-condition: `s` has no statement called `grond`: the condition is taken as words [ground]",
                "a.arg:16:23 unlinked-condition: no source is called `u`: the condition is taken as words",
                "a.arg:17:23 unlinked-condition: no issue is called `note`: the condition is taken as words",
                "a.arg:18:23 unlinked-condition: no issue is called `ground`: the condition is taken as words",
            ]
        );
    }

    #[test]
    fn an_issue_without_its_position_and_a_statement_on_itself_are_errors() {
        let text = format!(
            "{ISSUES}claim a: x\n  holds plain: yes if choice\n  holds plain: no if a\n  holds plain: yes if above\n  weighs plain: if a\n"
        );
        assert_eq!(
            findings(&[&text]),
            [
                "a.arg:6:23 condition-without-position: `choice` is an issue, and no position of it is named",
                "a.arg:7:22 self-relation: `a` is the statement itself",
                "a.arg:8:23 nothing-above: there is no claim above that could be meant",
            ]
        );
    }

    #[test]
    fn what_an_error_may_have_taken_from_the_map_is_not_missed() {
        let text = "issue i: Q?\n  positon p: P\n  position q: Q\nclam lost: x\nclaim a: x\n  holds i: q if lost\n  holds i: q if i: p\n";
        assert_eq!(
            findings(&[text]),
            [
                "a.arg:2:3 unknown-clause: there is no clause `positon` [position]",
                "a.arg:4:1 unknown-entry: there is no kind of entry `clam` [claim]",
            ]
        );
    }
}
