//! Ranges that are a whole scale, which say nothing.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::Map;

use super::rule::{Context, Rule};

pub(super) const RULE: Rule = Rule { code: &WHOLE_SCALE, run };

static WHOLE_SCALE: Code = Code {
    name: "whole-scale",
    severity: Severity::Warning,
    summary: "a range of all steps of a scale",
    explanation: "A `holds` names every step of a scale. Whoever holds all of it rules nothing out, and would count as standing in \
        the middle.\n\nName the steps that the passage takes. If it sees both sides, write `weighs`; if it only asks, `raises`.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map: &Map = context.map;
    for (_, stance) in map.stances.iter() {
        let issue = &map.issues[stance.issue];
        let is_whole = stance.to.is_some() && stance.positions().count() == issue.position_count as usize;
        if is_whole && !issue.incomplete {
            let message = format!("this is the whole scale of `{}`", map.word(issue.name));
            let diagnostic = Diagnostic::new(&WHOLE_SCALE, stance.position_span, message).label("every step");
            let help = "name the steps that are held, or write `weighs` where both sides are seen";
            diagnostics.push(diagnostic.related(issue.name, "the issue").help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;

    #[test]
    fn only_a_range_of_every_step_is_found() {
        let text = "issue i: Q?\n  answers: scale\n  position a: A\n  position b: B\n  position c: C\n\
                    claim c: x\n  holds i: a, b\n  holds i: c, a, b\n  rejects i: a, b, c\n";
        assert_eq!(found(&RULE, text), ["8:12: this is the whole scale of `i`"]);
    }
}
