//! Quotations that are longer than a quotation should be.

mod words;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::Map;

use self::words::count_words;
use super::{Rule, Settings};

pub(super) const RULE: Rule = Rule { code: &LONG_QUOTATION, run };

static LONG_QUOTATION: Code = Code {
    name: "long-quotation",
    severity: Severity::Warning,
    summary: "a quotation with more words than is allowed",
    explanation: "A quotation is there to show that the source says so, and to be found in it: a few words do both. Long \
        ones fill tables, and may be more than the right to quote covers. Words are counted as Unicode's rules divide \
        them; of Chinese and Japanese, two characters count as one word.\n\nQuote the words that matter, and write \
        `[...]` for what is left out between them. The limit is 15 words; `quotation-words` in `counterpoint.toml` \
        changes it.",
};

fn run(map: &Map, settings: &Settings, diagnostics: &mut Diagnostics) {
    let limit = settings.quotation_words;
    for (_, quotation) in map.quotations.iter() {
        let text = map.files.text(quotation.words);
        if most_words(text) <= limit {
            continue;
        }
        let words = count_words(text);
        if words > limit {
            let message = format!("this quotation has {words} words, and {limit} are allowed");
            let diagnostic = Diagnostic::new(&LONG_QUOTATION, quotation.words, message).label(format!("{words} words"));
            diagnostics.push(diagnostic.help("quote the words that matter, with `[...]` for what is left out"));
        }
    }
}

/// How many words a text has at most, found at a glance: every word but the first has a byte in it or before it that is no
/// letter or digit of ASCII.
fn most_words(text: &str) -> usize {
    let divides = |byte: u8| !byte.is_ascii_alphanumeric() && byte != b'_';
    1 + text.bytes().map(|byte| usize::from(divides(byte))).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn there_are_never_more_words_than_seem_possible(text in "[a-c0-2_'. é日ア한\\[]{0,20}") {
            prop_assert!(count_words(&text) <= most_words(&text));
        }
    }

    #[test]
    fn sixteen_words_are_too_many() {
        let words = |count: usize| "word ".repeat(count);
        let text = format!("claim a: x\n  quote [1]: {}\n  quote: {}[...] …\n", words(16), words(15));
        assert_eq!(found(&RULE, &text), ["2:14: this quotation has 16 words, and 15 are allowed"]);
    }
}
