//! The word diff of a quotation and the passage it comes nearest to, with a class for each change.

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::vocabulary::{self, WordClass};
use crate::quotation::folding::number;
use crate::text::difference::{ChangeKind, stretches};
use crate::text::folding::fold;
use crate::text::script::is_hiragana;

/// Gravity of a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Words that change little.
    Minor,
    /// A word that changes what is claimed, or a gap that leaves out a negation.
    Critical,
}

/// A stretch of kept words, or one changed word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WordChange {
    /// Kind of the change.
    pub kind: ChangeKind,
    /// The words as written, with plain typography.
    pub text: String,
    /// The class that makes the change critical.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<WordClass>,
}

/// A word with its place in the text it comes from.
struct Word<'t> {
    text: &'t str,
    start: usize,
    key: String,
}

impl Word<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The changes that lead from the source's passage to the quotation; both in typographic form.
pub(crate) fn changes(passage: &str, quotation: &str) -> Vec<WordChange> {
    let old = words(passage);
    let new = words(quotation);
    let keys = |words: &[Word<'_>]| words.iter().map(|word| word.key.clone()).collect::<Vec<_>>();
    let mut changes = Vec::new();
    for stretch in stretches(&keys(&old), &keys(&new)) {
        let side = if stretch.kind == ChangeKind::Added { &new } else { &old };
        let words = &side[stretch.range];
        if stretch.kind == ChangeKind::Kept {
            let text = passage[words[0].start..words[words.len() - 1].end()].to_owned();
            changes.push(WordChange { kind: ChangeKind::Kept, text, class: None });
        } else {
            changes.extend(words.iter().map(|word| changed(word, stretch.kind)));
        }
    }
    changes
}

/// The gravest of some changes, if there is any.
pub(crate) fn severity(changes: &[WordChange]) -> Option<Severity> {
    let changed = changes.iter().filter(|change| change.kind != ChangeKind::Kept);
    changed.map(|change| if change.class.is_some() { Severity::Critical } else { Severity::Minor }).max()
}

/// Whether two words became one in the same letters, or one two, of which one is a small word that every sentence is
/// made of: `the rapist` for `therapist`.
pub(crate) fn are_parted_otherwise(changes: &[WordChange]) -> bool {
    let of_kind = |kind| {
        let words = changes.iter().filter(move |change| change.kind == kind);
        words.map(|change| change.text.chars().flat_map(fold).collect::<String>()).collect::<Vec<_>>()
    };
    let (removed, added) = (of_kind(ChangeKind::Removed), of_kind(ChangeKind::Added));
    let parts = |whole: &[String], parts: &[String]| {
        parts
            .windows(2)
            .any(|pair| pair.iter().any(|part| vocabulary::stands_alone(part)) && whole.contains(&pair.concat()))
    };
    parts(&removed, &added) || parts(&added, &removed)
}

/// Whether a text denies anything.
pub(crate) fn has_negation(text: &str) -> bool {
    words(text).iter().any(|word| vocabulary::is_negation(&word.key))
}

fn changed(word: &Word<'_>, kind: ChangeKind) -> WordChange {
    WordChange { kind, text: word.text.to_owned(), class: vocabulary::class(word.text, &word.key) }
}

/// The words of a text; contractions are taken apart, so that `doesn't` is `does not`.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    for (start, word) in text.unicode_word_indices() {
        if word.starts_with(|c: char| c.is_numeric()) {
            words.push(number_word(text, start, word));
            continue;
        }
        if word.chars().all(is_hiragana)
            && let Some(last) = words.last_mut()
            && last.text.chars().all(is_hiragana)
            && last.start + last.text.len() == start
        {
            // Endings such as しない are one word, for they may deny.
            last.text = &text[last.start..start + word.len()];
            last.key.push_str(word);
            continue;
        }
        let key: String = word.nfkc().flat_map(fold).collect();
        match contraction(&key) {
            // The tail of a contraction is ASCII, and so as long in the text as in the key.
            Some((first, tail)) if word.is_char_boundary(word.len() - tail) => {
                let (head, rest) = word.split_at(word.len() - tail);
                words.push(Word { text: head, start, key: first });
                words.push(Word { text: rest, start: start + head.len(), key: "not".to_owned() });
            }
            _ => words.push(Word { text: word, start, key }),
        }
    }
    words
}

/// A number with its sign, currency and percent sign.
fn number_word<'t>(text: &'t str, start: usize, word: &'t str) -> Word<'t> {
    let end = start + word.len();
    let start = start - number::prefix(&text[..start]).len();
    let end = end + number::suffix(&text[end..]).len();
    let text = &text[start..end];
    let key = match number::numbers(text).as_slice() {
        [number] if text.ends_with(|c: char| !c.is_alphabetic()) => number.clone(),
        _ => text.nfkc().flat_map(fold).collect(),
    };
    Word { text, start, key }
}

/// The verb of a negative contraction, and the bytes of its tail.
fn contraction(key: &str) -> Option<(String, usize)> {
    let verb = match key {
        "can't" => return Some(("can".to_owned(), 2)),
        "won't" => "will",
        "shan't" => "shall",
        "cannot" => "can",
        _ => key.strip_suffix("n't")?,
    };
    (!verb.is_empty()).then(|| (verb.to_owned(), 3))
}

#[cfg(test)]
mod tests {
    use super::{ChangeKind, Severity, WordChange, changes, severity};

    fn shown(changes: &[WordChange]) -> String {
        let mark = |kind| match kind {
            ChangeKind::Kept => "",
            ChangeKind::Removed => "-",
            ChangeKind::Added => "+",
        };
        let words: Vec<_> = changes.iter().map(|change| format!("{}{}", mark(change.kind), change.text)).collect();
        words.join(" ")
    }

    #[test]
    fn shows_what_changed_and_how_much_it_matters() {
        let cases = [
            ("it does not rain", "it does rain", "it does -not rain", Some(Severity::Critical)),
            ("it doesn't rain", "it does not rain", "it doesn't rain", None),
            ("it cannot rain", "it can rain", "it can -not rain", Some(Severity::Critical)),
            ("up by 1.5%", "up by 15%", "up by -1.5% +15%", Some(Severity::Critical)),
            ("a large map", "a big map", "a -large +big map", Some(Severity::Minor)),
            ("1,500 men", "1500 men", "1,500 men", None),
            ("for Japan now", "for China now", "for -Japan +China now", Some(Severity::Critical)),
            ("雨が降る", "雨が降らない", "雨が降 -る +らない", Some(Severity::Critical)),
            ("it may rain", "it will rain", "it -may +will rain", Some(Severity::Critical)),
        ];
        for (passage, quotation, expected, gravest) in cases {
            let changes = changes(passage, quotation);
            assert_eq!(shown(&changes), expected);
            assert_eq!(severity(&changes), gravest, "{quotation}");
        }
    }
}
