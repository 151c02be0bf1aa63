//! Quotations of which their source has only something like it.

use crate::check::rule::{Context, Rule};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::quotation::Fidelity;

use super::judged;

pub const RULE: Rule = Rule { code: &POSSIBLE_QUOTATION, run };

static POSSIBLE_QUOTATION: Code = Code {
    name: "possible-quotation",
    severity: Severity::Error,
    summary: "a quotation of which its source has only something like it",
    explanation: "The source has a passage that may be meant, and more than a fifth of its letters differ: that counts as not \
        found. The help shows the passage.\n\nIf it is the one, take its words: `counterpoint quotes --suggest STATEMENT` prints \
        them as a clause. Else look for the right one with `counterpoint find \"WORDS\"`.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    for quoted in judged(context).filter(|quoted| quoted.checked.fidelity == Some(Fidelity::Possible)) {
        let message = format!("`{}` does not say this, but only something like it", quoted.source_name(context));
        diagnostics.push(quoted.finding(context, &POSSIBLE_QUOTATION, message).label("too far from the passage"));
    }
}

#[cfg(test)]
mod tests {
    use super::super::found;
    use super::*;
    use crate::quotation::Lock;

    #[test]
    fn what_is_only_like_it_is_no_quotation() {
        let map = "source s: S\nclaim a: x\n  quote: the mayor wants trams before every bus\n";
        let text = "Yesterday the mayor wanted a tram before another bus.";
        let found = found(&RULE, map, Some(text), Lock::default());
        assert_eq!(found, ["3: `s` does not say this, but only something like it (too far from the passage)"]);
    }
}
