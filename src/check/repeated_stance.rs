//! The same stance twice in one statement.

use std::borrow::Cow;

use foldhash::{HashMap, HashMapExt};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::{Attitude, IssueId, Map, PositionId, Stance, StanceId};

use super::rule::{Context, Rule};

pub(super) const RULE: Rule = Rule { code: &REPEATED_STANCE, run };

static REPEATED_STANCE: Code = Code {
    name: "repeated-stance",
    severity: Severity::Warning,
    summary: "a statement takes the same stance twice",
    explanation: "Two clauses of one statement, or one of it and one of a reading, say the same about the same issue. To \
        say it twice makes it no firmer, and nothing counts it twice; usually the one is a copy that should name another \
        position.\n\nTake one of them out, or write what was meant. Stances with different conditions are not the same.",
};

/// Content that makes two stances one: all of it but how firmly they are taken, and whether they were read into the
/// text.
#[derive(PartialEq, Eq, Hash)]
struct Said<'m> {
    issue: IssueId,
    attitude: Attitude,
    position: Option<PositionId>,
    to: Option<PositionId>,
    over: &'m [PositionId],
    alone: bool,
    condition: Option<String>,
    text: Option<Cow<'m, str>>,
}

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.settled;
    for statement in map.statements.ids() {
        let stances = map.stances_of(statement);
        if !may_repeat(map, stances) {
            continue;
        }
        let mut firsts: HashMap<Said<'_>, &Stance> = HashMap::with_capacity(stances.len());
        for stance in stances.iter().map(|&id| &map.stances[id]) {
            let first = *firsts.entry(said(map, stance)).or_insert(stance);
            if !std::ptr::eq(first, stance) {
                report(map, first, stance, diagnostics);
            }
        }
    }
}

/// Whether it is worth a closer look: mostly a statement has one stance on an issue, and few.
fn may_repeat(map: &Map, stances: &[StanceId]) -> bool {
    const FEW: usize = 8;
    let issue = |id: &StanceId| map.stances[*id].issue;
    stances.len() > FEW
        || stances.iter().enumerate().any(|(at, id)| stances[..at].iter().any(|it| issue(it) == issue(id)))
}

fn said<'m>(map: &'m Map, stance: &'m Stance) -> Said<'m> {
    Said {
        issue: stance.issue,
        attitude: stance.attitude,
        position: stance.position,
        to: stance.to,
        over: &stance.over,
        alone: stance.alone,
        condition: stance.condition.as_ref().map(|condition| map.condition(condition)),
        text: stance.text.map(|span| map.text(span)),
    }
}

fn report(map: &Map, first: &Stance, second: &Stance, diagnostics: &mut Diagnostics) {
    let issue = map.word(map.issues[second.issue].name);
    let name = map.statement_name(second.statement);
    let message = match second.position {
        Some(position) => {
            format!("`{name}` takes the same stance on `{}` of `{issue}` twice", map.position_name(position))
        }
        None => format!("`{name}` says the same about `{issue}` twice"),
    };
    let diagnostic = Diagnostic::new(&REPEATED_STANCE, second.position_span, message)
        .label("the same again")
        .related(first.position_span, "first said here");
    diagnostics.push(diagnostic.help("take one of the two out, or write the position that was meant"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;

    const ISSUES: &str = "\
issue i: Q?
  answers: open
  position p: P
  position q: Q
";

    #[test]
    fn one_stance_in_two_clauses_or_in_a_reading_is_found() {
        let text = format!(
            "{ISSUES}claim c: x\n  holds i: p, q\n  holds i (strongly): p\n  weighs i: both\n  weighs i: both\n\
             claim d: x\n  prefers i: p over q\nreading d\n  prefers i: p over q\n"
        );
        assert_eq!(
            found(&RULE, &text),
            [
                "7:23: `c` takes the same stance on `p` of `i` twice",
                "9:3: `c` says the same about `i` twice",
                "13:14: `d` takes the same stance on `p` of `i` twice",
            ]
        );
    }

    #[test]
    fn what_says_something_else_is_not() {
        let text = format!(
            "{ISSUES}claim c: x\n  holds i: p if it rains\n  holds i: p if it snows\n  holds i: p\n  rejects i: q\n\
             \x20 rejects i (alone): q\n  raises i: one\n  raises i: two\nclaim d: x\n  holds i: p\n"
        );
        assert_eq!(found(&RULE, &text), [""; 0]);
    }
}
