//! Ranges: several adjacent steps of a scale in one clause, which are one stance from the first of them to the last.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::file::Span;
use crate::model::{Answers, Attitude, Condition, IssueId, PositionId};
use crate::syntax::tree::{Clause, Reference};
use crate::text::list::with_rest;

use super::resolver::Resolver;
use super::scope::Subject;
use super::stance::{Place, Taken};

pub(super) static NOT_A_RANGE: Code = Code {
    name: "not-a-range",
    severity: Severity::Error,
    summary: "several positions in one `holds` that are no range of a scale",
    explanation: "Of an issue whose positions exclude each other, one can be held. Only on a scale (`answers: scale`) may one \
        `holds` name several: steps that follow each other, which are a range, from the first of them to the last.\n\nName all \
        steps of the range. If the passage takes one position, name that; if it ranks them, write `prefers`; if it takes one \
        on a condition, give each a clause of its own with `if`. Where several may be held together, the issue is `answers: \
        open`.",
};

/// As many steps stand in a fix or a message.
const LISTED: usize = 8;

impl Resolver<'_> {
    /// Adds the one stance of a clause that holds several positions which exclude each other; `false` if it failed, `None` where
    /// there is no such clause.
    pub(super) fn range(
        &mut self,
        clause: &Clause,
        subject: &Subject,
        attitude: Attitude,
        issue: IssueId,
        names: &[Reference],
        condition: Option<&Condition>,
    ) -> Option<bool> {
        if attitude != Attitude::Holds || names.len() < 2 || !self.map.issues[issue].is_exclusive() {
            return None;
        }
        let found: Vec<PositionId> = names.iter().filter_map(|name| self.position(issue, name.span)).collect();
        let span = names[0].span.to(names[names.len() - 1].span);
        let mut steps = found.clone();
        steps.sort_unstable();
        steps.dedup();
        let (Some(&first), Some(&last)) = (steps.first(), steps.last()) else { return Some(false) };
        if steps.len() == 1 {
            // One name said again is a copy, of which a rule tells.
            for (&position, name) in found.iter().zip(names) {
                let place = Some(Place { position, to: None, span: name.span });
                let taken = Taken { issue, place, over: &[], condition: condition.cloned().map(Box::new) };
                self.add_stance(clause, subject, attitude, taken);
            }
            return Some(found.len() == names.len());
        }
        let is_run = last.index() - first.index() + 1 == steps.len();
        let is_scale = self.map.issues[issue].answers == Answers::Scale;
        if found.len() < names.len() {
            return Some(false);
        }
        if !is_scale || !is_run || steps.len() < found.len() {
            if !self.map.issues[issue].incomplete {
                self.report_no_range(issue, is_scale, span, [first, last], steps.len() < found.len());
            }
            return Some(false);
        }
        let place = Some(Place { position: first, to: Some(last), span });
        self.add_stance(
            clause,
            subject,
            attitude,
            Taken { issue, place, over: &[], condition: condition.cloned().map(Box::new) },
        );
        Some(true)
    }

    fn report_no_range(&mut self, issue: IssueId, is_scale: bool, span: Span, ends: [PositionId; 2], is_twice: bool) {
        let what = &self.map.issues[issue];
        let name = self.text(what.name);
        let [first, last] = ends.map(|end| self.position_name(end));
        let all: Vec<&str> = (ends[0].index()..=ends[1].index())
            .take(LISTED + 1)
            .map(|at| self.position_name(PositionId::new(at)))
            .collect();
        let (message, help) = match is_scale {
            false => (
                format!("only one position of `{name}` can be held"),
                "name the one that is held, or write `prefers` or `if`; where several may be held together, the issue is \
                 `answers: open`"
                    .to_owned(),
            ),
            true if is_twice => (
                format!("a range of `{name}` names a step twice"),
                "name each step of the range once".to_owned(),
            ),
            true => {
                let quoted: Vec<String> = all.iter().take(LISTED).map(|step| format!("`{step}`")).collect();
                let steps = with_rest(&quoted, ends[1].index() + 1 - ends[0].index() - quoted.len());
                (
                    format!("not every step from `{first}` to `{last}` of `{name}` is named"),
                    format!("a range names all of its steps: {steps}; where only some are meant, give each a clause of its own"),
                )
            }
        };
        let label = if is_scale { "not a range" } else { "exclude each other" };
        let diagnostic =
            Diagnostic::new(&NOT_A_RANGE, span, message).label(label).related(what.name, "the issue").help(help);
        let fits = is_scale && all.len() <= LISTED;
        let fix = all.join(", ");
        self.diagnostics.push(if fits { diagnostic.fix(span, fix) } else { diagnostic });
    }
}

#[cfg(test)]
mod tests {
    use crate::model::example::{findings, sound_map, statement};
    use crate::model::{Map, Stance};

    const ISSUES: &str = "issue plain: Q?\nissue choice: Q?\n  position one: 1\n  position two: 2\n\
        issue open: Q?\n  answers: open\n  position one: 1\n  position two: 2\n\
        issue scale: Q?\n  answers: scale\n  position low: L\n  position mid: M\n  position high: H\n  position top: T\n";

    fn told(map: &Map, stance: &Stance) -> String {
        let names: Vec<&str> = stance.positions().map(|position| map.position_name(position)).collect();
        format!("{} {}", names.join(" "), map.files.text(stance.position_span))
    }

    #[test]
    fn adjacent_steps_in_one_clause_are_one_stance_in_whatever_order_they_are_named() {
        let text = format!(
            "{ISSUES}claim a: x\n  holds scale (strongly): mid, low if it rains\n  holds scale: mid, high, top\n  \
             holds scale: top\n  rejects scale: low, mid\n  holds open: one, two\n"
        );
        let map = sound_map(&text);
        let stances = map.stances_of(statement(&map, "a")).iter().map(|&id| told(&map, &map.stances[id]));
        let wanted =
            ["low mid mid, low", "mid high top mid, high, top", "top top", "low low", "mid mid", "one one", "two two"];
        assert_eq!(stances.collect::<Vec<_>>(), wanted);
    }

    #[test]
    fn what_is_no_range_says_what_to_write() {
        let text = format!(
            "{ISSUES}claim a: x\n  holds scale: low, high\n  holds scale: mid, high, mid\n  holds choice: one, two\n  \
             holds plain: yes, no\n  holds scale: low, nothing-near\n"
        );
        assert_eq!(
            findings(&[&text]),
            [
                "a.arg:16:16 not-a-range: not every step from `low` to `high` of `scale` is named [low, mid, high]",
                "a.arg:17:16 not-a-range: a range of `scale` names a step twice [mid, high]",
                "a.arg:18:17 not-a-range: only one position of `choice` can be held",
                "a.arg:19:16 not-a-range: only one position of `plain` can be held",
                "a.arg:20:21 unknown-position: `scale` has no position `nothing-near`",
            ]
        );
    }
}
