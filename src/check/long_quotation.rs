//! Quotations that are longer than a quotation should be.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::text::words;

use super::rule::{Context, Rule};

pub(super) const RULE: Rule = Rule { code: &LONG_QUOTATION, run };

static LONG_QUOTATION: Code = Code {
    name: "long-quotation",
    severity: Severity::Warning,
    summary: "a quotation with more words than is allowed",
    explanation: "A quotation is there to show that the source says so, and to be found in it: a few words do both. Long \
        ones fill tables, and may be more than the right to quote covers. Words are counted as Unicode's rules divide \
        them; where words are written without spaces, as in Chinese and Japanese, two characters count as one word.\n\nQuote the words that matter, and write \
        `[...]` for what is left out between them. The limit is 15 words; `quotation-words` in `counterpoint.toml` \
        changes it.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let Context { map, settings, .. } = context;
    let limit = settings.quotation_words;
    for (_, quotation) in map.quotations.iter() {
        let text = map.files.text(quotation.words);
        // A word takes a byte at least, and another to tell it from the next; nearly all are known to be few by that.
        if text.len() <= 2 * limit || words::most(text) <= limit {
            continue;
        }
        let words = words::count(text);
        if words > limit {
            let message = format!("this quotation has {words} words, and {limit} are allowed");
            let diagnostic = Diagnostic::new(&LONG_QUOTATION, quotation.words, message).label(format!("{words} words"));
            diagnostics.push(diagnostic.help("quote the words that matter, with `[...]` for what is left out"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;

    #[test]
    fn sixteen_words_are_too_many() {
        let words = |count: usize| "word ".repeat(count);
        let text = format!("claim a: x\n  quote [1]: {}\n  quote: {}[...] …\n", words(16), words(15));
        assert_eq!(found(&RULE, &text), ["2:14: this quotation has 16 words, and 15 are allowed"]);
    }

    #[test]
    fn two_characters_are_a_word_where_there_are_no_spaces() {
        let text = format!("claim a: x\n  quote [1]: {}\n  quote: {}\n", "平和".repeat(16), "平和".repeat(15) + "構");
        assert_eq!(found(&RULE, &text), ["2:14: this quotation has 16 words, and 15 are allowed"]);
    }
}
