//! Authors who hold two positions that exclude each other, in one source.

use foldhash::HashMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::{Answers, Attitude, AuthorId, IssueId, Map, PositionId, Stance, StanceId, StatementId};

use super::rule::{Context, Rule};

pub(super) const RULE: Rule = Rule { code: &TWO_POSITIONS, run };

static TWO_POSITIONS: Code = Code {
    name: "two-positions",
    severity: Severity::Warning,
    summary: "an author holds two positions of one issue that exclude each other",
    explanation: "In one and the same source an author takes two answers of which only one can be held. It may be a \
        contradiction; more often one passage has a condition, ranks one over the other, reports somebody else, or the \
        issue should be `answers: open`.\n\nRead both passages again and write `if`, `prefers`, `weighs`, `voice` \
        or `(anticipated)` where that is what they say. If it is a contradiction, allow this finding: views show both.",
};

/// Range that an author first held on an issue in one source, and the stance that takes it.
type Firsts = HashMap<(IssueId, AuthorId), ([PositionId; 2], StanceId)>;

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.settled;
    for source in map.sources.ids() {
        let mut firsts = Firsts::default();
        map.statements_of(source).iter().for_each(|&id| look_at(map, id, &mut firsts, diagnostics));
    }
    let mut firsts = Firsts::default();
    for (id, _) in map.statements.iter().filter(|(_, statement)| statement.source.is_none()) {
        look_at(map, id, &mut firsts, diagnostics);
    }
}

fn look_at(map: &Map, id: StatementId, firsts: &mut Firsts, diagnostics: &mut Diagnostics) {
    let statement = &map.statements[id];
    let is_own = !statement.anticipated && statement.is_own();
    for &stance_id in map.stances_of(id).iter().filter(|_| is_own) {
        let stance = &map.stances[stance_id];
        let Some(position) = position_held(map, stance) else { continue };
        for &author in map.authors_of(id) {
            let (first, taken_by) = *firsts.entry((stance.issue, author)).or_insert((position, stance_id));
            if first[0].max(position[0]) > first[1].min(position[1]) {
                report(map, author, &map.stances[taken_by], first, stance, position, diagnostics);
                break;
            }
        }
    }
}

/// The position that a stance holds without condition, where it excludes others, of a range the first and the last step. On an
/// issue of yes and no, rejecting one is holding the other.
fn position_held(map: &Map, stance: &Stance) -> Option<[PositionId; 2]> {
    let issue = &map.issues[stance.issue];
    if !issue.is_exclusive() || stance.condition.is_some() {
        return None;
    }
    let first = match stance.attitude {
        Attitude::Holds => stance.position,
        Attitude::Rejects if issue.answers == Answers::YesNo && !stance.alone => {
            issue.positions().find(|&other| Some(other) != stance.position)
        }
        _ => None,
    }?;
    Some([first, stance.to.unwrap_or(first)])
}

fn report(
    map: &Map,
    author: AuthorId,
    first: &Stance,
    first_position: [PositionId; 2],
    second: &Stance,
    second_position: [PositionId; 2],
    diagnostics: &mut Diagnostics,
) {
    let name = |[first, last]: [PositionId; 2]| {
        if first == last {
            map.position_name(first).to_owned()
        } else {
            format!("{} to {}", map.position_name(first), map.position_name(last))
        }
    };
    let (first_name, second_name) = (name(first_position), name(second_position));
    let message = format!(
        "`{}` holds both `{first_name}` and `{second_name}` on `{}`, and only one can be held",
        map.word(map.authors[author].name),
        map.word(map.issues[second.issue].name),
    );
    let diagnostic = Diagnostic::new(&TWO_POSITIONS, second.position_span, message)
        .label(format!("here `{second_name}`"))
        .related(first.position_span, format!("here `{first_name}`"));
    let help = "if a condition, a ranking or another's voice is meant, write `if`, `prefers` or `voice`";
    diagnostics.push(diagnostic.help(help));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;

    const ISSUES: &str = "\
author a: A
author b: B
issue i: Q?
  position p: P
  position q: Q
issue o: Q?
  answers: open
  position p: P
  position q: Q
issue yn: Q?
source s: S
  by: a, b
";

    #[test]
    fn two_exclusive_positions_in_one_source_are_found() {
        let text = format!(
            "{ISSUES}claim c: x\n  holds i: p\nclaim d: x\n  holds i: q\nclaim e: x\n  holds yn: yes\n  rejects yn: yes\n"
        );
        assert_eq!(
            found(&RULE, &text),
            [
                "16:12: `a` holds both `p` and `q` on `i`, and only one can be held",
                "19:15: `a` holds both `yes` and `no` on `yn`, and only one can be held",
            ]
        );
    }

    #[test]
    fn what_can_be_held_together_is_not() {
        let text = format!(
            "{ISSUES}claim c: x\n  by: a\n  holds i: p\n  holds o: p, q\n  rejects i: q\n  holds yn: yes\n  rejects yn (alone): yes\n\
             claim d: x\n  by: b\n  holds i: q\nclaim e: x\n  holds i: q if the law allows\n\
             claim f: x\n  voice: b\n  holds i: q\nclaim g (anticipated): x\n  holds i: q\n\
             source t: T\n  by: a\nclaim c: x\n  holds i: q\nclaim d: x\n  prefers i: p over q\n"
        );
        assert_eq!(found(&RULE, &text), [""; 0]);
    }

    #[test]
    fn sources_may_take_turns() {
        let text = format!(
            "{ISSUES}claim c: x\n  holds i: p\nsource t: T\n  by: a\nclaim c: x\n  holds i: q\nfrom s\nclaim d: x\n  holds i: q\n"
        );
        assert_eq!(found(&RULE, &text).len(), 1);
    }
}
