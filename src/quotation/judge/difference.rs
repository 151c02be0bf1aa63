//! The word diff of a quotation and the passage it comes nearest to, with a class for each change.

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::parting;
use super::vocabulary::{self, Language, WordClass};
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
    let language = Language::of(passage);
    let mut changes = Vec::new();
    let stretches = stretches(&keys(&old), &keys(&new));
    let mut stretches = stretches.into_iter().peekable();
    while let Some(stretch) = stretches.next() {
        let kept = |words: &[Word<'_>]| {
            let text = passage[words[0].start..words[words.len() - 1].end()].to_owned();
            WordChange { kind: ChangeKind::Kept, text, class: None }
        };
        let side = if stretch.kind == ChangeKind::Added { &new } else { &old };
        let words = &side[stretch.range];
        let added = stretches.next_if(|next| stretch.kind == ChangeKind::Removed && next.kind == ChangeKind::Added);
        match added.map(|added| &new[added.range]) {
            _ if stretch.kind == ChangeKind::Kept => changes.push(kept(words)),
            Some(added) if are_the_same(words, added) => changes.push(kept(words)),
            added => {
                let start =
                    |side: &[Word<'_>], words: &[Word<'_>]| side.iter().position(|word| word.start == words[0].start);
                let changed = |side: &[Word<'_>], words: &[Word<'_>], kind| {
                    let first = start(side, words).unwrap_or_default();
                    let one = |at: usize| WordChange {
                        kind,
                        text: side[at].text.to_owned(),
                        class: class_at(language, side, at),
                    };
                    (first..first + words.len()).map(one).collect::<Vec<_>>()
                };
                let mut left_out = changed(side, words, stretch.kind);
                let mut put_in = added.map_or_else(Vec::new, |added| changed(&new, added, ChangeKind::Added));
                let (was, is) = (words, added.unwrap_or_default());
                weigh_pairs(language, left_out.iter_mut().zip(was), &mut put_in, is);
                changes.append(&mut left_out);
                changes.append(&mut put_in);
            }
        }
    }
    changes
}

/// The class of a word where it stands.
fn class_at(language: Language, words: &[Word<'_>], at: usize) -> Option<WordClass> {
    let is_number = |word: &Word<'_>| {
        word.key.contains(char::is_numeric) || vocabulary::weight(&word.key) == Some(WordClass::Number)
    };
    // The unit behind a number, with `per` or `of a` between them at most.
    let is_counted = words[at.saturating_sub(2)..at].iter().any(is_number);
    vocabulary::class(language, words[at].text, &words[at].key, is_counted)
}

/// Words of a stretch that are held against those in whose place they stand: of more nobody could say which stands for which.
const NEAR: usize = 50;

/// Weighs words by those in whose place they stand: forms of one word change little, and opposites much.
fn weigh_pairs<'c, 'w>(
    language: Language,
    removed: impl Iterator<Item = (&'c mut WordChange, &'w Word<'w>)>,
    added: &mut [WordChange],
    words: &[Word<'_>],
) {
    for (old, was) in removed.take(NEAR) {
        for (new, is) in added.iter_mut().zip(words).take(NEAR) {
            let are_forms = |class: Option<WordClass>| {
                class.is_some_and(|class| vocabulary::are_forms_of_one(&was.key, &is.key, class))
            };
            if are_forms(old.class) || are_forms(new.class) {
                (old.class, new.class) = (None, None);
            } else if let Some(class) = vocabulary::class_of_pair(language, &was.key, &is.key) {
                old.class = old.class.or(Some(class));
                new.class = new.class.or(Some(class));
            }
        }
    }
}

/// Whether words are others by their spaces alone, and none of weight comes or goes by them.
fn are_the_same(removed: &[Word<'_>], added: &[Word<'_>]) -> bool {
    let joined = |words: &[Word<'_>]| words.iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
    let (removed, added) = (joined(removed), joined(added));
    let (one, other) = (parting::letters(&removed), parting::letters(&added));
    let is_same = one.len() == other.len() && one.iter().zip(&other).all(|(one, other)| one.folded == other.folded);
    is_same && number::numbers(&removed) == number::numbers(&added) && !parting::changes_a_word(&one, &other)
}

/// The gravest of some changes, if there is any.
pub(crate) fn severity(changes: &[WordChange]) -> Option<Severity> {
    let changed = changes.iter().filter(|change| change.kind != ChangeKind::Kept);
    changed.map(|change| if change.class.is_some() { Severity::Critical } else { Severity::Minor }).max()
}

/// Whether a text denies anything.
pub(crate) fn has_negation(text: &str) -> bool {
    words(text).iter().any(|word| vocabulary::is_negation(&word.key))
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
            ("the data points there", "the data point there", "the data -points +point there", Some(Severity::Minor)),
            ("we march on to it", "we marched on to it", "we -march +marched on to it", Some(Severity::Minor)),
            ("in March of it", "in August of it", "in -March +August of it", Some(Severity::Critical)),
            ("it has 3 points", "it has 3 percent", "it has 3 -points +percent", Some(Severity::Critical)),
            (
                "the price will increase",
                "the price will decrease",
                "the price will -increase +decrease",
                Some(Severity::Critical),
            ),
            ("it is possible now", "it is impossible now", "it is -possible +impossible now", Some(Severity::Critical)),
            ("das kann man so", "das muss man so", "das -kann +muss man so", Some(Severity::Critical)),
            (
                "die Preise sinken und das ist gut",
                "die Preise steigen und das ist gut",
                "die Preise -sinken +steigen und das ist gut",
                Some(Severity::Critical),
            ),
            (
                "le prix de la ville augmente",
                "le prix de la ville diminue",
                "le prix de la ville -augmente +diminue",
                Some(Severity::Critical),
            ),
            (
                "los precios de la casa en mayo",
                "los precios de la casa en abril",
                "los precios de la casa en -mayo +abril",
                Some(Severity::Critical),
            ),
            ("人口が増加した", "人口が減少した", "人口が -増 -加 +減 +少 した", Some(Severity::Critical)),
            ("a large map", "a big map", "a -large +big map", Some(Severity::Minor)),
            ("1,500 men", "1500 men", "1,500 men", None),
            ("for Japan now", "for China now", "for -Japan +China now", Some(Severity::Critical)),
            ("雨が降る", "雨が降らない", "雨が降 -る +らない", Some(Severity::Critical)),
            ("it rained t hat w hole day", "it rained that whole day", "it rained t hat w hole day", None),
            ("it may be", "it maybe", "it -may -be +maybe", Some(Severity::Critical)),
            ("it may rain", "it will rain", "it -may +will rain", Some(Severity::Critical)),
        ];
        for (passage, quotation, expected, gravest) in cases {
            let changes = changes(passage, quotation);
            assert_eq!(shown(&changes), expected);
            assert_eq!(severity(&changes), gravest, "{quotation}");
        }
    }
}
