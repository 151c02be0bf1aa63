//! Quotations whose changed or left-out words change what is claimed.

use crate::check::rule::{Context, Rule};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::quotation::{Fidelity, Severity as Gravity};

use super::{Quoted, judged};

pub const RULE: Rule = Rule { code: &MISQUOTATION, run };

static MISQUOTATION: Code = Code {
    name: "misquotation",
    severity: Severity::Error,
    summary: "a quotation that differs from its source in a word that matters",
    explanation: "A changed word matters where it denies, counts, measures, dates, names, or says how many or how sure: `not`, \
        `12`, `per cent`, `May`, `Japan`, `most`, `must`. One such word is a small part of a sentence and can turn it round; so can \
        a gap (`[...]`) that leaves out a denial. The label shows the words, the help the passage.\n\nTake the words of the source: \
        `counterpoint quotes --suggest STATEMENT` prints them as a clause.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let grave = |quoted: &Quoted<'_>| {
        let checked = quoted.checked;
        checked.severity == Some(Gravity::Critical) && checked.fidelity != Some(Fidelity::Possible)
    };
    for quoted in judged(context).filter(grave) {
        let name = quoted.source_name(context);
        let changes = quoted.changes(|change| change.class.is_some());
        let (message, label) = match (changes.is_empty(), quoted.put_in()) {
            (false, _) => (format!("this changes what `{name}` says"), changes),
            (true, Some(words)) => {
                (format!("brackets change what `{name}` says"), format!("{words} is not what stands there"))
            }
            (true, None) if quoted.checked.fidelity == Some(Fidelity::Gapped) => {
                (format!("this leaves out that `{name}` denies something"), "a gap skips a denial".to_owned())
            }
            (true, None) => (format!("this changes what `{name}` says"), "words that matter differ".to_owned()),
        };
        diagnostics.push(quoted.finding(context, &MISQUOTATION, message).label(label));
    }
}

#[cfg(test)]
mod tests {
    use super::super::{found, locked};
    use super::*;
    use crate::quotation::Lock;

    #[test]
    fn a_denial_may_be_neither_dropped_nor_skipped() {
        let map = "source s: S\nclaim a: x\n  quote: the town should build a tram next year\n  \
                   quote: the town [...] build a tram\n  quote: the town should not build a tram\n";
        let text = "We think that the town should not build a tram next year.";
        let dropped = "3: this changes what `s` says (`not` is left out (negation))";
        let skipped = "4: this leaves out that `s` denies something (a gap skips a denial)";
        assert_eq!(found(&RULE, map, Some(text), Lock::default()), [dropped, skipped]);
        let bracketed = "source s: S\nclaim a: x\n  quote: the town should [never] build a tram\n";
        let put_in = "3: brackets change what `s` says (`[never]` is not what stands there)";
        assert_eq!(found(&RULE, bracketed, Some("Now the town should build a tram."), Lock::default()), [put_in]);
        let unseen = "3: this changes what `s` says (words that matter differ)";
        assert_eq!(found(&RULE, map, None, locked(map, text)), [unseen, skipped]);
    }
}
