//! Quotations that were edited since their verdict was locked.

use crate::check::rule::{Context, Rule};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::quotation::State;

use super::all;

pub const RULE: Rule = Rule { code: &STALE_QUOTATION, run };

static STALE_QUOTATION: Code = Code {
    name: "stale-quotation",
    severity: Severity::Warning,
    summary: "a quotation that is not the one that was locked",
    explanation: "The text of the source is not here, and `quotes.lock` speaks of other words than these: the quotation was edited \
        since, or the program has learnt to read texts otherwise. So nobody knows whether the source says this.\n\nSomebody who has \
        the text runs `counterpoint quotes --lock`.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    for quoted in all(context).filter(|quoted| quoted.checked.state == State::Stale) {
        let message = "this quotation is not the one that was locked";
        let diagnostic = Diagnostic::new(&STALE_QUOTATION, context.map.quotations[quoted.id].words, message);
        let help = "where the texts are, `counterpoint quotes --lock` looks it up again";
        diagnostics.push(diagnostic.label("nobody has looked this up").help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::super::{found, locked};
    use super::*;

    #[test]
    fn an_edited_quotation_is_stale_where_its_text_is_not() {
        let map = "source s: S\nclaim a: x\n  quote: the town is quiet\n";
        let text = "In the morning, the town is quiet.";
        let lock = locked(map, text);
        assert_eq!(found(&RULE, map, None, lock.clone()), [""; 0]);
        let edited = map.replace("quiet", "loud");
        let expected = ["3: this quotation is not the one that was locked (nobody has looked this up)"];
        assert_eq!(found(&RULE, &edited, None, lock.clone()), expected);
        assert_eq!(found(&RULE, &edited, Some(text), lock), [""; 0]);
    }
}
