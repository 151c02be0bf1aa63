//! Dates, weights, and words of a short list.

use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::{Date, Weight};
use crate::syntax::tree::Clause;
use crate::text::list::with_rest;

use super::resolver::Resolver;

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
        the `kind` of evidence (`example`, `statistic`, `law`, `testimony`, `document`, `history`, `study`, `expert`, \
        `poll`, `analogy`). The lists are short so that tables can count by them.\n\nTake the word that fits best; say the rest in a `note`.",
};

pub(super) static BAD_WEIGHT: Code = Code {
    name: "bad-weight",
    severity: Severity::Error,
    summary: "a weight that is no number from 0 to 1",
    explanation: "A weight says how much you give a statement before anything speaks for or against it: 0 is nothing, 1 is as much as \
        can be, and a statement without one has .5. It is written as a decimal number with a point, such as `.85`; a zero may stand \
        before the point.\n\nThe figures of `stand --strength` begin with it, and nothing else looks at it.",
};

pub(super) static BAD_ORDER: Code = Code {
    name: "bad-order",
    severity: Severity::Error,
    summary: "an order that is no whole number from 1 on",
    explanation: "`order` says which speech of a debate a source is: the first is 1. Speeches are shown in this order.\n\nWrite a \
        whole number.",
};

impl Resolver<'_> {
    /// The place among the speeches of a debate that a clause gives.
    pub(super) fn order(&mut self, clause: &Clause) -> Option<u32> {
        let span = clause.text?;
        let text = self.text(span);
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
        let order = text.parse().ok().filter(|order| is_number && *order > 0);
        if order.is_none() {
            let message = format!("`{}` is no place among speeches", beginning(text));
            let diagnostic = Diagnostic::new(&BAD_ORDER, span, message).label("not a whole number from 1 on");
            self.diagnostics.push(diagnostic.help("write a whole number: the first speech is 1"));
        }
        order
    }

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

    /// The weight that a clause gives.
    pub(super) fn weight(&mut self, clause: &Clause) -> Option<Weight> {
        let span = clause.text?;
        let text = self.text(span);
        let weight = Weight::parse(text);
        if weight.is_none() {
            let message = format!("`{}` is not a weight", beginning(text));
            let diagnostic = Diagnostic::new(&BAD_WEIGHT, span, message)
                .label("not a number from 0 to 1")
                .help("write a number from 0 to 1 with a point, such as .85");
            self.diagnostics.push(match pointed(text) {
                Some(meant) => diagnostic.fix(span, meant),
                None => diagnostic,
            });
        }
        weight
    }

    /// The one of a list of words that a clause gives.
    pub(super) fn one_of<T: Copy>(&mut self, clause: &Clause, words: &[(T, &str)]) -> Option<T> {
        let span = clause.text?;
        let text = self.text(span);
        if let Some((value, _)) = words.iter().find(|(_, word)| *word == text) {
            return Some(*value);
        }
        let list: Vec<_> = words.iter().map(|(_, word)| format!("`{word}`")).collect();
        let list = with_rest(&list, 0);
        let message = format!("`{}` cannot be `{}`", clause.kind.row().keyword, beginning(text));
        let diagnostic =
            Diagnostic::new(&UNKNOWN_WORD, span, message).label("not one of the words that are known here");
        self.diagnostics.push(match nearest(text, words.iter().map(|(_, word)| *word)) {
            Some(meant) => diagnostic.help(format!("did you mean `{meant}`? There are: {list}")).fix(span, meant),
            None => diagnostic.help(format!("there are: {list}")),
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

/// A weight that is written with a comma or in hundredths, as it should be: `0,85`, `85%`, `85 %`.
fn pointed(text: &str) -> Option<String> {
    let pointed = match text.strip_suffix(['%', '％']) {
        Some(hundredths) => {
            let hundredths: u8 = hundredths.trim_end().parse().ok()?;
            match hundredths {
                0..100 => format!(".{hundredths:02}"),
                _ => format!("{}", f64::from(hundredths) / 100.0),
            }
        }
        None if text.starts_with(['0', ',']) => text.replace(',', "."),
        None => return None,
    };
    Weight::parse(&pointed).map(|weight| weight.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_that_is_nearly_one_is_pointed() {
        assert_eq!(pointed("0,85").as_deref(), Some(".85"));
        assert_eq!(pointed("5 %").as_deref(), Some(".05"));
        assert_eq!(pointed("100%").as_deref(), Some("1"));
        for text in ["120%", "-5%", "1.5", "much", "%", "1,000", "0,8,5"] {
            assert_eq!(pointed(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_that_is_nearly_one_is_rewritten() {
        assert_eq!(rewritten("2017/2/23").as_deref(), Some("2017-02-23"));
        assert_eq!(rewritten("2017年2月").as_deref(), Some("2017-02"));
        assert_eq!(rewritten("2017-13"), None);
        assert_eq!(rewritten("23.2.2017"), None);
        assert_eq!(rewritten("spring"), None);
    }
}
