//! Conditions in free words that name an issue and one of its positions, and so were meant to hang on the map.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::file::Span;
use crate::model::{Condition, Map};

use super::rule::{Context, Rule};

pub(super) const RULE: Rule = Rule { code: &CONDITION_WITHOUT_COLON, run };

static CONDITION_WITHOUT_COLON: Code = Code {
    name: "condition-without-colon",
    severity: Severity::Warning,
    summary: "a condition in free words that looks like an issue and its position",
    explanation: "`if ISSUE: POSITION` hangs on the map: `stand` says whether it is met. Without the colon the same words are free words, of \
        which no map can tell whether they are so.\n\nWrite the colon, or say the condition in other words.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.map;
    for (_, stance) in map.stances.iter() {
        let Some(condition) = stance.condition.as_deref().filter(|condition| condition.links.is_empty()) else {
            continue;
        };
        if let Some((issue, position)) = meant(map, condition) {
            let words = map.text(condition.words);
            let message = format!("`{words}` is a condition in free words, and no part of the map");
            let diagnostic = Diagnostic::new(&CONDITION_WITHOUT_COLON, condition.words, message)
                .label(format!("meant `{issue}: {position}`?"));
            let colon = Span { start: condition.words.start + issue.len() as u32, ..condition.words };
            let colon = Span { end: colon.start, ..colon };
            diagnostics.push(diagnostic.help(format!("write `{issue}: {position}`")).fix(colon, ":"));
        }
    }
}

/// The issue and the position of which a condition consists, where it is nothing but their names.
fn meant(map: &Map, condition: &Condition) -> Option<(String, String)> {
    let words = map.text(condition.words);
    let mut words = words.split(' ');
    let (issue, position) = (words.next()?, words.next()?);
    let id = map.issues.ids().find(|&id| map.word(map.issues[id].name) == issue)?;
    let is_named = map.issues[id].positions().any(|it| map.position_name(it) == position);
    (is_named && words.next().is_none()).then(|| (issue.to_owned(), position.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;

    #[test]
    fn a_position_of_the_map_has_a_colon() {
        let text = "issue buses: Late?\nissue ban: Ban?\nclaim a: x\n  holds ban: yes if buses yes\nclaim b: x\n  holds ban: yes if buses: yes\n\
                    claim c: x\n  holds ban: yes if buses run late\nclaim d: x\n  holds ban: no unless trams yes\n";
        assert_eq!(found(&RULE, text), ["4:21: `buses yes` is a condition in free words, and no part of the map"]);
    }
}
