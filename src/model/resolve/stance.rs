//! Stances of statements on issues: `holds`, `rejects`, `prefers`, `weighs`, `raises`.

use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::file::Span;
use crate::model::{Attitude, Condition, IssueId, PositionId, Referent, Role, Stance, Strength};
use crate::syntax::tree::{Clause, Reference, Tree};
use crate::syntax::vocabulary::{Link, NO, Qualifiers, YES};
use crate::text::list::with_rest;

use super::relation::SELF_RELATION;
use super::resolver::Resolver;
use super::scope::Subject;

pub(super) static UNKNOWN_POSITION: Code = Code {
    name: "unknown-position",
    severity: Severity::Error,
    summary: "a position that the issue does not have",
    explanation: "A stance names one of the positions that are written below its issue; an issue without any is \
        answered by `yes` and `no`.\n\nCorrect the name, or add `position NAME: text` to the issue. What is said about \
        an issue and fits no position can be written with `weighs` or `raises`.",
};

/// How many positions a message lists.
const LISTED: usize = 8;
/// How many positions are looked through for one that may be meant.
const SEARCHED: usize = 1000;

impl Resolver<'_> {
    /// Adds the stances that a clause takes, one for each position or one for a range; `false` if any part of it failed.
    pub(super) fn stances(&mut self, tree: &Tree, clause: &Clause, subject: &Subject, attitude: Attitude) -> bool {
        let Some(issue) = clause.argument.and_then(|name| self.issue(name)) else { return false };
        let text = match attitude {
            Attitude::Weighs | Attitude::Raises => {
                self.add_stance(clause, subject, attitude, Taken { issue, place: None, over: &[], condition: None });
                return true;
            }
            _ => tree.references(clause),
        };
        let Ok(condition) = self.condition(clause, subject) else { return false };
        let lower = text.iter().position(|reference| reference.link == Link::Over).unwrap_or(text.len());
        let (upper, lower) = text.split_at(lower);
        let over = self.positions(issue, lower);
        let mut whole = over.len() == lower.len();
        if !whole && over.is_empty() {
            return false;
        }
        if let Some(taken) = self.range(clause, subject, attitude, issue, upper, condition.as_deref()) {
            return taken;
        }
        for reference in upper {
            match self.position(issue, reference.span) {
                Some(position) if over.contains(&position) => {
                    self.report_ranked_over_itself(reference.span);
                    whole = false;
                }
                Some(position) => {
                    let place = Some(Place { position, to: None, span: reference.span });
                    let taken = Taken { issue, place, over: &over, condition: condition.clone() };
                    self.add_stance(clause, subject, attitude, taken);
                }
                None => whole = false,
            }
        }
        whole
    }

    pub(super) fn add_stance(
        &mut self,
        clause: &Clause,
        subject: &Subject,
        attitude: Attitude,
        Taken { issue, place, over, condition }: Taken<'_>,
    ) {
        let Some(statement) = subject.statement else { return };
        let text = match attitude {
            Attitude::Weighs | Attitude::Raises => clause.text,
            _ => None,
        };
        self.map.stances.add(Stance {
            statement,
            issue,
            attitude,
            position: place.as_ref().map(|place| place.position),
            to: place.as_ref().and_then(|place| place.to),
            position_span: place.map_or(clause.span, |place| place.span),
            over: over.into(),
            strength: match clause.qualifiers {
                flags if flags.contains(Qualifiers::STRONGLY) => Strength::Strongly,
                flags if flags.contains(Qualifiers::TENTATIVELY) => Strength::Tentatively,
                _ => Strength::Plainly,
            },
            alone: clause.qualifiers.contains(Qualifiers::ALONE),
            condition,
            text,
            inferred: subject.infers(clause),
            draft: subject.drafts(clause) || self.map.issues[issue].draft,
            span: clause.span,
        });
    }

    fn positions(&mut self, issue: IssueId, references: &[Reference]) -> Vec<PositionId> {
        references.iter().filter_map(|reference| self.position(issue, reference.span)).collect()
    }

    pub(super) fn position(&mut self, issue: IssueId, name: Span) -> Option<PositionId> {
        let found = self.position_named(issue, self.text(name));
        if let Some((position, role)) = found {
            self.mention(name, Referent::Position(position), role);
        } else if !self.position_may_be_lost(issue, name) {
            let diagnostic = self.unknown_position(issue, name);
            self.diagnostics.push(diagnostic);
        }
        found.map(|(position, _)| position)
    }

    /// The position of an issue that is called so, and whether that is its name or a word for it.
    pub(super) fn position_named(&self, issue: IssueId, text: &str) -> Option<(PositionId, Role)> {
        let mut positions = self.map.issues[issue].positions();
        let first = positions.next().expect("an issue has positions as soon as issues are resolved");
        if self.map.positions[first].name.is_some() {
            let found = self.map.names.positions[issue.index()].get(self.files, text);
            return found.map(|position| (position, Role::Name));
        }
        let found = match text {
            YES => Some(first),
            NO => positions.next(),
            _ => None,
        };
        found.map(|position| (position, Role::Word))
    }

    /// Whether the map would perhaps have a position of this name but for an error that has been told.
    pub(super) fn position_may_be_lost(&self, issue: IssueId, name: Span) -> bool {
        self.map.issues[issue].incomplete || self.is_excused(self.text(name))
    }

    pub(super) fn unknown_position(&self, issue: IssueId, name: Span) -> Diagnostic {
        let text = self.text(name);
        let Issue { names, count, defined_at } = self.describe(issue);
        let shown: Vec<_> = names.iter().take(LISTED).map(|name| format!("`{name}`")).collect();
        let positions = with_rest(&shown, count - shown.len());
        let message = format!("`{}` has no position `{text}`", self.text(defined_at));
        let diagnostic = Diagnostic::new(&UNKNOWN_POSITION, name, message)
            .label("unknown position")
            .related(defined_at, "the issue");
        match nearest(text, names.iter().copied()) {
            Some(meant) => {
                diagnostic.help(format!("did you mean `{meant}`? Its positions are {positions}")).fix(name, meant)
            }
            None => diagnostic.help(format!("its positions are {positions}")),
        }
    }

    /// Name of a position, for a message.
    pub(super) fn position_name(&self, position: PositionId) -> &str {
        match &self.map.positions[position] {
            crate::model::Position { name: Some(name), .. } => self.files.text(*name),
            crate::model::Position { is_no: true, .. } => NO,
            _ => YES,
        }
    }

    /// Names of an issue and its positions, for a message.
    pub(super) fn describe(&self, issue: IssueId) -> Issue<'_> {
        let issue = &self.map.issues[issue];
        let names = issue.positions().take(SEARCHED).map(|position| self.position_name(position)).collect();
        Issue { names, count: issue.position_count as usize, defined_at: issue.name }
    }

    fn report_ranked_over_itself(&mut self, name: Span) {
        let message = format!("`{}` is ranked over itself", self.text(name));
        let diagnostic = Diagnostic::new(&SELF_RELATION, name, message).label("stands on both sides of `over`");
        self.diagnostics.push(diagnostic.help("name the other position, or leave this one out"));
    }
}

/// Position that a stance names, or first and last step of its range, with the place of the names.
pub(super) struct Place {
    pub(super) position: PositionId,
    pub(super) to: Option<PositionId>,
    pub(super) span: Span,
}

/// Position or range that a clause takes, with what it is ranked over and its condition.
pub(super) struct Taken<'c> {
    pub(super) issue: IssueId,
    pub(super) place: Option<Place>,
    pub(super) over: &'c [PositionId],
    pub(super) condition: Option<Box<Condition>>,
}

/// An issue as a message describes it.
pub(super) struct Issue<'f> {
    pub(super) names: Vec<&'f str>,
    pub(super) count: usize,
    pub(super) defined_at: Span,
}

#[cfg(test)]
mod tests {
    use crate::model::example::{findings, sound_map, statement};
    use crate::model::{Answers, Attitude, Strength};

    const ISSUES: &str =
        "issue plain: Q?\nissue choice: Q?\n  position one: 1\n  position two: 2\n  position three: 3\n";

    #[test]
    fn a_stance_keeps_all_that_it_says() {
        let text = format!(
            "{ISSUES}claim a: x\n  holds choice (strongly, inferred): one if it rains\n  holds choice: two if it rains\n  rejects plain (alone): no\n  \
             prefers choice: one over two, three\n  weighs plain: both ways\n"
        );
        let map = sound_map(&text);
        let stances: Vec<_> = map.stances_of(statement(&map, "a")).iter().map(|&id| &map.stances[id]).collect();
        let position = |index: usize| stances[index].position.map(|position| map.position_name(position));
        assert_eq!((position(0), position(1), position(2)), (Some("one"), Some("two"), Some("no")));
        assert_eq!((stances[0].strength, stances[0].inferred), (Strength::Strongly, true));
        assert_eq!(stances[1].condition.as_ref().map(|it| map.word(it.words)), Some("it rains"));
        assert!(stances[2].alone && stances[2].condition.is_none());
        let over: Vec<_> = stances[3].over.iter().map(|&position| map.position_name(position)).collect();
        assert_eq!(over, ["two", "three"]);
        assert_eq!((stances[4].attitude, position(4)), (Attitude::Weighs, None));
        assert_eq!(stances[4].text.map(|words| map.word(words)), Some("both ways"));
        assert_eq!(map.issues[stances[2].issue].answers, Answers::YesNo);
        assert_eq!(map.issues[stances[0].issue].answers, Answers::Choice);
    }

    #[test]
    fn an_unknown_position_is_offered_the_nearest() {
        let text = format!(
            "{ISSUES}claim a: x\n  holds choice: tow, nothing-near\n  rejects plain: No\n  prefers choice: one over one\n"
        );
        assert_eq!(
            findings(&[&text]),
            [
                "a.arg:7:17 unknown-position: `choice` has no position `tow` [two]",
                "a.arg:7:22 unknown-position: `choice` has no position `nothing-near`",
                "a.arg:8:18 unknown-position: `plain` has no position `No` [no]",
                "a.arg:9:19 self-relation: `one` is ranked over itself",
            ]
        );
    }
}
