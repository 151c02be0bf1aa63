//! Quotations that neither a text nor a lock says anything of.

use crate::check::rule::{Context, Rule};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::quotation::State;

use super::{Quoted, all};

pub const RULE: Rule = Rule { code: &UNVERIFIED_QUOTATION, run };

static UNVERIFIED_QUOTATION: Code = Code {
    name: "unverified-quotation",
    severity: Severity::Warning,
    summary: "a quotation that nobody has looked up",
    explanation: "The source names the file of its text, and the file is not here; and `quotes.lock` does not know the quotation. So \
        it may be right or wrong. Of all such sources there is one finding, so that a map without texts stays readable; a \
        quotation that is new below a source that was locked has a finding of its own. A source that names no text is left \
        in peace.\n\nPut the text where `text` says, or say with `--sources` where the texts are; or ask somebody who has them for \
        a `quotes.lock`.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let known = |quoted: &Quoted<'_>| context.quotations.lock().sources.contains_key(quoted.source_name(context));
    // A text that cannot be read is a finding already.
    let named = |quoted: &Quoted<'_>| {
        context.map.sources[quoted.source].text.is_some() && !context.quotations.is_refused(quoted.source)
    };
    let open = all(context).filter(|quoted| quoted.checked.state == State::Unverified);
    let (new, unknown): (Vec<_>, Vec<_>) = open.filter(|quoted| known(quoted) || named(quoted)).partition(known);
    for quoted in new {
        let message = format!("nobody has looked up whether `{}` says this", quoted.source_name(context));
        let diagnostic = Diagnostic::new(&UNVERIFIED_QUOTATION, context.map.quotations[quoted.id].words, message);
        let help = "where the texts are, `counterpoint quotes --lock` looks it up";
        diagnostics.push(diagnostic.label("not in `quotes.lock`").help(help));
    }
    let mut sources: Vec<_> = unknown.iter().map(|quoted| quoted.source).collect();
    sources.dedup();
    sources.sort();
    sources.dedup();
    if let Some(place) = sources.first().and_then(|&first| context.map.sources[first].text) {
        let number = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
        let (quotations, of) = (number(unknown.len(), "quotation"), number(sources.len(), "source"));
        let message = format!("nobody has looked up {quotations} of {of}");
        let diagnostic = Diagnostic::new(&UNVERIFIED_QUOTATION, place, message).label("this text is not here");
        let help = "say with `--sources` where the texts are, or put them beside the map; a `quotes.lock` speaks for them, too";
        diagnostics.push(diagnostic.help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::super::{found, locked};
    use super::*;
    use crate::quotation::Lock;

    #[test]
    fn a_map_without_texts_is_told_once_and_a_new_quotation_by_itself() {
        let map = "source s: S\n  text: s.txt\nclaim a: x\n  quote: the town is quiet\n  quote: is quiet\n";
        let once = "2: nobody has looked up 2 quotations of 1 source (this text is not here)";
        assert_eq!(found(&RULE, map, None, Lock::default()), [once]);
        let lock = locked(map, "The town is quiet.");
        assert_eq!(found(&RULE, map, None, lock.clone()), [""; 0]);
        let more = format!("{map}  quote: and loud\n");
        assert_eq!(
            found(&RULE, &more, None, lock),
            ["6: nobody has looked up whether `s` says this (not in `quotes.lock`)"]
        );
        assert_eq!(found(&RULE, &map.replace("  text: s.txt\n", ""), None, Lock::default()), [""; 0]);
    }
}
