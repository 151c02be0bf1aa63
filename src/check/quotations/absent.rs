//! Quotations that their source does not have.

use crate::check::rule::{Context, Rule};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::quotation::Fidelity;

use super::judged;

pub const RULE: Rule = Rule { code: &ABSENT_QUOTATION, run };

static ABSENT_QUOTATION: Code = Code {
    name: "absent-quotation",
    severity: Severity::Error,
    summary: "a quotation that its source does not have",
    explanation: "The words were looked up in the text of the source, whatever its line breaks, quotation marks, note marks and \
        running heads, and nothing there comes near them. Perhaps they are a paraphrase, or of another source.\n\n\
        `counterpoint find \"WORDS\"` looks up a passage as you remember it, in all sources, and prints it as a `quote` clause. \
        What the text does not say in these words belongs into the statement, not into a quotation.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    for quoted in judged(context).filter(|quoted| quoted.checked.fidelity == Some(Fidelity::Absent)) {
        let message = format!("`{}` does not say this", quoted.source_name(context));
        let whole = quoted.checked.finding.as_ref().is_none_or(|finding| finding.exhaustive);
        let label = if whole {
            "nowhere in its text"
        } else {
            "not found in its text, which is too long to compare every passage"
        };
        diagnostics.push(quoted.finding(context, &ABSENT_QUOTATION, message).label(label));
    }
}

#[cfg(test)]
mod tests {
    use super::super::{found, locked};
    use super::*;
    use crate::quotation::Lock;

    #[test]
    fn what_is_not_there_is_absent_with_its_text_and_with_its_lock() {
        let map = "source s: S\nclaim a: x\n  quote: nothing is ever said here\n  quote: the town is quiet\n";
        let text = "In the morning, the town is quiet.";
        let expected = ["3: `s` does not say this (nowhere in its text)"];
        assert_eq!(found(&RULE, map, Some(text), Lock::default()), expected);
        assert_eq!(found(&RULE, map, None, locked(map, text)), expected);
        assert_eq!(found(&RULE, map, None, Lock::default()), [""; 0]);
    }
}
