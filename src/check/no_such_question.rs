//! Attacks by a critical question that the scheme of what they attack does not have.

use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::file::Span;
use crate::model::{Map, Relation, SCHEMES, Scheme};
use crate::syntax::vocabulary::ClauseKind;
use crate::text::list::with_rest;

use super::rule::{Context, Rule};

pub(super) const RULE: Rule = Rule { code: &NO_SUCH_QUESTION, run };

static NO_SUCH_QUESTION: Code = Code {
    name: "no-such-question",
    severity: Severity::Warning,
    summary: "an attack by a critical question that the scheme does not have",
    explanation: "`against: X by SCHEME.QUESTION` attacks X with one of the critical questions of its scheme, so `SCHEME` is the `scheme` \
        of X, where X has one, and `QUESTION` one of the questions that the table of schemes has for it. A scheme that is not in the table \
        is your own: it has to stand under X, and its questions are what you call them.\n\nTake a question of the scheme, or leave out \
        what follows `by`: it is an attack without it.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.map;
    let attacks = map.relations.iter().filter(|(_, relation)| relation.kind.clause() == ClauseKind::Against);
    for (_, attack) in attacks {
        if let Some(by) = &attack.by
            && let Some(fault) = fault(map, attack, **by)
        {
            diagnostics.push(fault);
        }
    }
}

/// Finding on the question that an attack asks; none where the scheme has it.
fn fault(map: &Map, attack: &Relation, by: Span) -> Option<Diagnostic> {
    let asked = map.word(by);
    let attacked = map.statement_name(attack.to);
    let own = map.statements[attack.to].scheme.map(|span| (map.text(span), span));
    let about = |span: Span, message: String, label: &str| {
        let diagnostic = Diagnostic::new(&NO_SUCH_QUESTION, span, message).label(label);
        match own {
            Some((_, written)) => diagnostic.related(written, format!("the scheme of `{attacked}`")),
            None => diagnostic,
        }
    };
    let Some((name, question)) = asked.split_once('.') else {
        let scheme = own.as_ref().and_then(|(own, _)| Scheme::of(own)).filter(|scheme| scheme.asks(asked));
        let diagnostic = about(by, format!("`{asked}` names no question of a scheme"), "a scheme and its question");
        return Some(match scheme {
            Some(Scheme { name, .. }) => {
                diagnostic.help(format!("write `{name}.{asked}`")).fix(by, format!("{name}.{asked}"))
            }
            None => diagnostic.help("write the scheme before it, such as `expert-opinion.bias`"),
        });
    };
    let first = Span { end: by.start + name.len() as u32, ..by };
    let second = Span { start: first.end + 1, ..by };
    if let Some((own, _)) = own.as_ref().filter(|(own, _)| *own != name) {
        let message = format!("`{attacked}` is an argument of another scheme, `{own}`");
        let diagnostic = about(first, message, "not its scheme");
        return Some(if Scheme::of(own).is_some_and(|scheme| scheme.asks(question)) {
            diagnostic.help(format!("write `{own}.{question}`")).fix(first, own.as_ref())
        } else {
            diagnostic.help("take one of the questions of its scheme")
        });
    }
    let Some(scheme) = Scheme::of(name) else {
        // Whoever gives the statement a scheme of their own knows its questions.
        return match (&own, nearest(name, SCHEMES.iter().map(|scheme| scheme.name))) {
            (Some(_), _) => None,
            (None, Some(meant)) => {
                let diagnostic = about(first, format!("there is no scheme `{name}`"), "not a known scheme");
                Some(diagnostic.help(format!("did you mean `{meant}`?")).fix(first, meant))
            }
            (None, None) => {
                let diagnostic = about(first, format!("there is no scheme `{name}`"), "not a known scheme");
                Some(diagnostic.help(format!("if it is one of your own, write `scheme: {name}` below `{attacked}`")))
            }
        };
    };
    if scheme.asks(question) {
        return None;
    }
    let questions = scheme.questions.iter().map(|(question, _)| *question);
    let all: Vec<String> = questions.clone().map(|question| format!("`{question}`")).collect();
    let all = with_rest(&all, 0);
    let message = format!("`{name}` has no critical question `{question}`");
    let diagnostic = about(second, message, "not one of its questions");
    Some(match nearest(question, questions) {
        Some(meant) => diagnostic.help(format!("did you mean `{meant}`? It asks: {all}")).fix(second, meant),
        None => diagnostic.help(format!("it asks: {all}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;

    #[test]
    fn an_attack_asks_a_question_of_the_scheme() {
        let text = "claim a: x\n  scheme: expert-opinion\nclaim b: x\n  scheme: our-own\nclaim c: x\n\
                    claim d: x\n  against: a by expert-opinion.bias\nclaim e: x\n  against: a by bias\nclaim f: x\n  against: a by example.truth\n\
                    claim g: x\n  against: a by expert-opinion.biass\nclaim h: x\n  against: b by our-own.what\nclaim i: x\n  against: b by analogy.truth\n\
                    claim j: x\n  against (weakens): c by sign.strength\nclaim k: x\n  against: c by signs.strength\nclaim l: x\n  against: c by faith.hope\n\
                    claim m: x\n  outweighs: c by far\n";
        assert_eq!(
            found(&RULE, text),
            [
                "9:17: `bias` names no question of a scheme",
                "11:17: `a` is an argument of another scheme, `expert-opinion`",
                "13:32: `expert-opinion` has no critical question `biass`",
                "17:17: `b` is an argument of another scheme, `our-own`",
                "21:17: there is no scheme `signs`",
                "23:17: there is no scheme `faith`",
            ]
        );
    }
}
