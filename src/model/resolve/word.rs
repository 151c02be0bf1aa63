//! Dates, and words of a short list.

use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::Date;
use crate::syntax::tree::Clause;

use super::Resolver;

pub(super) static BAD_DATE: Code = Code {
    name: "bad-date",
    severity: Severity::Error,
    summary: "a date that does not exist or is written in another way",
    explanation: "Dates are written from the largest to the smallest, so that they sort and mean the same everywhere: \
        `2017`, `2017-02` or `2017-02-23`. A year or a month alone stands for all of its days.\n\nWrite as much of the \
        date as the document tells.",
};

pub(super) static UNKNOWN_WORD: Code = Code {
    name: "unknown-word",
    severity: Severity::Error,
    summary: "a word that is not one of those that are known here",
    explanation: "Some clauses take one word of a short list: the `answers` of an issue (`choice`, `scale`, `open`) and \
        the `kind` of evidence (`example`, `statistic`, `law`, `testimony`, `document`, `history`). The lists are \
        short so that tables can count by them.\n\nTake the word that fits best; say the rest in a `note`.",
};

impl Resolver<'_> {
    /// The date that a clause gives.
    pub(super) fn date(&mut self, clause: &Clause) -> Option<Date> {
        let span = clause.text?;
        let text = self.text(span);
        let date = Date::parse(text);
        if date.is_none() {
            let diagnostic = Diagnostic::new(&BAD_DATE, span, format!("`{}` is not a date", beginning(text)))
                .label("no such date")
                .help("write YYYY, YYYY-MM or YYYY-MM-DD, such as 2017-02-23");
            self.diagnostics.push(match rewritten(text) {
                Some(meant) => diagnostic.fix(span, meant),
                None => diagnostic,
            });
        }
        date
    }

    /// The one of a list of words that a clause gives; `what` is the word of the clause.
    pub(super) fn one_of<T: Copy>(&mut self, clause: &Clause, what: &str, words: &[(T, &str)]) -> Option<T> {
        let span = clause.text?;
        let text = self.text(span);
        if let Some((value, _)) = words.iter().find(|(_, word)| *word == text) {
            return Some(*value);
        }
        let list: Vec<_> = words.iter().map(|(_, word)| format!("`{word}`")).collect();
        let message = format!("`{what}` cannot be `{}`", beginning(text));
        let diagnostic =
            Diagnostic::new(&UNKNOWN_WORD, span, message).label("not one of the words that are known here");
        self.diagnostics.push(match nearest(text, words.iter().map(|(_, word)| *word)) {
            Some(meant) => {
                diagnostic.help(format!("did you mean `{meant}`? There are: {}", list.join(", "))).fix(span, meant)
            }
            None => diagnostic.help(format!("there are: {}", list.join(", "))),
        });
        None
    }
}

/// As much of a text as fits into a message.
fn beginning(text: &str) -> String {
    const LETTERS: usize = 40;
    let line = text.lines().next().unwrap_or_default();
    let mut beginning: String = line.chars().take(LETTERS).collect();
    if beginning.len() < text.len() {
        beginning.push('…');
    }
    beginning
}

/// A date that is written with other separators or without its zeros, as it should be: `2017/2/23`, `2017年2月`.
fn rewritten(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['/', '.', '-', '年', '月', '日', ' ']).filter(|part| !part.is_empty()).collect();
    let (year, rest) = parts.split_first()?;
    if parts.len() > 3 {
        return None;
    }
    let rest: String = rest.iter().map(|part| format!("-{part:0>2}")).collect();
    let date = format!("{year}{rest}");
    Date::parse(&date).map(|_| date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_is_nearly_one_is_rewritten() {
        assert_eq!(rewritten("2017/2/23").as_deref(), Some("2017-02-23"));
        assert_eq!(rewritten("2017年2月").as_deref(), Some("2017-02"));
        assert_eq!(rewritten("2017-13"), None);
        assert_eq!(rewritten("23.2.2017"), None);
        assert_eq!(rewritten("spring"), None);
    }
}
