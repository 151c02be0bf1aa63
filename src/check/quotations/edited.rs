//! Quotations some of whose words are not those of their source.

use crate::check::rule::{Context, Rule};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::quotation::{Fidelity, Severity as Gravity};

use super::{Quoted, judged};

pub const RULE: Rule = Rule { code: &EDITED_QUOTATION, run };

static EDITED_QUOTATION: Code = Code {
    name: "edited-quotation",
    severity: Severity::Warning,
    summary: "a quotation some of whose words are not those of its source",
    explanation: "The source has the passage in other words. None of the changed words is of a kind that turns a sentence round; \
        that would be a `misquotation`. Still, a quotation is the source's own words.\n\nTake them from the help, or from \
        `counterpoint quotes --suggest STATEMENT`; write `[...]` for what you leave out, and brackets around what you put in.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let mild = |quoted: &Quoted<'_>| {
        quoted.checked.fidelity == Some(Fidelity::Edited) && quoted.checked.severity != Some(Gravity::Critical)
    };
    for quoted in judged(context).filter(mild) {
        let message = format!("these are not quite the words of `{}`", quoted.source_name(context));
        let label = quoted.changes(|_| true);
        let label = if label.is_empty() { "some words differ".to_owned() } else { label };
        diagnostics.push(quoted.finding(context, &EDITED_QUOTATION, message).label(label));
    }
}

#[cfg(test)]
mod tests {
    use super::super::found;
    use super::*;
    use crate::quotation::Lock;

    #[test]
    fn a_changed_word_is_shown() {
        let map = "source s: S\nclaim a: x\n  quote: the town wants a rapid tram to the port\n";
        let text = "We hear that the town wants a quick tram to the port.";
        let expected = "3: these are not quite the words of `s` (`quick` is left out, `rapid` is put in)";
        assert_eq!(found(&RULE, map, Some(text), Lock::default()), [expected]);
    }
}
