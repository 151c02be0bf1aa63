//! Words that are read aloud and that the quotation above them has not got.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::quotation::Typographic;
use crate::text::script::is_unspaced;

use super::rule::{Context, Rule};

pub(super) const RULE: Rule = Rule { code: &READ_OUTSIDE_QUOTATION, run };

static READ_OUTSIDE_QUOTATION: Code = Code {
    name: "read-outside-quotation",
    severity: Severity::Error,
    summary: "words that are read aloud are not in the quotation",
    explanation: "`read` says which words of the quotation directly above it are read aloud, in one piece and as they stand there; \
        quotation marks, dashes and spaces may be of another kind. Words that the quotation has not got would be put into the mouth of \
        its source.\n\nCopy the words from the quotation. Where some between them are passed over, give each piece a `read` of its own.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.map;
    for (_, quotation) in map.quotations.iter().filter(|(_, quotation)| !quotation.read.is_empty()) {
        let words = Typographic::new(&map.text(quotation.words)).text;
        for &read in &quotation.read {
            if !stands_in(&words, &Typographic::new(&map.text(read)).text) {
                let message = "these words are not in the quotation above them";
                let diagnostic = Diagnostic::new(&READ_OUTSIDE_QUOTATION, read, message).label("read aloud");
                let diagnostic = diagnostic.related(quotation.words, "the quotation");
                diagnostics
                    .push(diagnostic.help("copy them from it; where words are passed over, begin another `read`"));
            }
        }
    }
}

/// Whether a text has these words, and not as parts of longer ones.
fn stands_in(text: &str, words: &str) -> bool {
    let is_whole = |at: usize| {
        let letters = [text[..at].chars().next_back(), text[at..].chars().next()];
        letters.iter().any(|letter| letter.is_none_or(|letter| !letter.is_alphanumeric() || is_unspaced(letter)))
    };
    text.match_indices(words).any(|(at, _)| is_whole(at) && is_whole(at + words.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;

    #[test]
    fn what_is_read_aloud_stands_in_the_quotation() {
        let text = "claim a: x\n  quote [1]: one can “hear” each\n    other again, even at noon\n  read: \"hear\" each other\n  read: even at noon\n  \
                    read: even at night\n  read: her again\n  quote: 平和構築\n  read: 構築\n  read: one can\n";
        let message = "these words are not in the quotation above them";
        assert_eq!(
            found(&RULE, text),
            [format!("6:9: {message}"), format!("7:9: {message}"), format!("10:9: {message}")]
        );
    }
}
