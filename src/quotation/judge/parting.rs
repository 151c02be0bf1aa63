//! Letters and what parts them: whether the same letters, parted otherwise, say something else, as `not able` and `notable` do.

use super::vocabulary::{self, WordClass};
use crate::quotation::folding::letters::fold_unit;
use crate::quotation::folding::typographic::JOINT;
use crate::text::script::is_unspaced;

/// A folded letter, how it is written, and what stands between it and the letter before.
#[derive(Debug)]
pub(crate) struct Letter<'t> {
    pub(crate) folded: char,
    pub(crate) written: char,
    pub(crate) before: &'t str,
    /// The bytes of the text that it is written in; of a ligature, all of its letters have the same.
    pub(crate) unit: &'t str,
}

/// The letters of a text in their order.
pub(crate) fn letters(text: &str) -> Vec<Letter<'_>> {
    let mut letters = Vec::with_capacity(text.len());
    let mut folded = Vec::new();
    let mut at = 0;
    let mut separated = 0;
    while let Some(written) = text[at..].chars().next() {
        folded.clear();
        let end = fold_unit(text, at, &mut folded);
        let mut before = &text[separated..at];
        // Every unit folds to whole characters.
        for character in String::from_utf8_lossy(&folded).chars() {
            letters.push(Letter { folded: character, written, before, unit: &text[at..end] });
            before = "";
            separated = end;
        }
        at = end;
    }
    letters
}

/// Whether what stands between two letters parts words: anything but an apostrophe, or a line's end of which nobody knows.
pub(crate) fn parts(between: &str) -> bool {
    !between.is_empty() && between != "'" && between != "\u{2019}" && !between.ends_with(JOINT)
}

/// Whether a word that counts, denies or says how sure stands by itself in one of two texts of the same letters and within another word
/// in the other, or became another by an accent. A word that was cut into pieces is still that word.
pub(crate) fn changes_a_word(one: &[Letter<'_>], other: &[Letter<'_>]) -> bool {
    let (one, other) = (Words::new(one), Words::new(other));
    one.swallowed_by(&other) || other.swallowed_by(&one) || one.accents_of(&other)
}

/// The words of some letters, each by where it begins; the last number is where all end.
struct Words<'l> {
    letters: &'l [Letter<'l>],
    starts: Vec<usize>,
    /// Where a line's end may part words or not.
    open: Vec<usize>,
}

impl<'l> Words<'l> {
    fn new(letters: &'l [Letter<'l>]) -> Self {
        let parted = |at: &usize| *at > 0 && parts(letters[*at].before);
        let starts = std::iter::once(0).chain((0..letters.len()).filter(parted)).chain([letters.len()]).collect();
        let open = (0..letters.len()).filter(|at| letters[*at].before.ends_with(JOINT)).collect();
        Words { letters, starts, open }
    }

    /// Whether a word can begin or end at a letter.
    fn parts_at(&self, at: usize) -> bool {
        self.starts.binary_search(&at).is_ok() || self.open.binary_search(&at).is_ok()
    }

    /// The word around a stretch of letters that has no word's end within it; none where it has.
    fn around(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let next = self.starts.partition_point(|at| *at <= start);
        let (first, last) = (self.starts[next - 1], *self.starts.get(next)?);
        (last >= end).then_some((first, last))
    }

    fn word(&self, start: usize, end: usize) -> String {
        self.letters[start..end].iter().map(|letter| letter.folded).collect()
    }

    /// Whether a word of weight of these is a part of a longer word of the others.
    fn swallowed_by(&self, other: &Words<'_>) -> bool {
        self.starts.windows(2).any(|pair| {
            let (start, end) = (pair[0], pair[1]);
            if start == end || (other.parts_at(start) && other.parts_at(end)) {
                return false;
            }
            let word = self.word(start, end);
            let Some(weight) = vocabulary::weight(&word) else { return false };
            // Where no spaces part words, none can come or go by them.
            let is_spaced = !is_unspaced(self.letters[start].written);
            let Some((first, last)) = other.around(start, end).filter(|_| is_spaced) else { return false };
            let whole = vocabulary::weight(&other.word(first, last));
            let rest = [(first, start), (end, last)];
            let is_word = |part: &(usize, usize)| part.0 == part.1 || has_vowel(&self.word(part.0, part.1));
            !is_of_one_kind(&word, weight, whole) && rest.iter().all(is_word)
        })
    }

    /// Whether a word has another weight by its accents alone, such as `wurde` and `würde`.
    fn accents_of(&self, other: &Words<'_>) -> bool {
        self.starts.windows(2).filter(|pair| pair[0] < pair[1] && other.starts.binary_search(&pair[1]).is_ok()).any(
            |pair| {
                let written = |words: &Words<'_>| {
                    words.letters[pair[0]..pair[1]]
                        .iter()
                        .map(|letter| letter.written)
                        .collect::<String>()
                        .to_lowercase()
                };
                let (ours, theirs) = (written(self), written(other));
                ours != theirs && vocabulary::weight(&ours) != vocabulary::weight(&theirs)
            },
        )
    }
}

/// Whether a word within another says no more than the whole: `any one` and `anyone`, `can not` and `cannot`.
fn is_of_one_kind(part: &str, weight: WordClass, whole: Option<WordClass>) -> bool {
    let is_same = |whole| whole == weight || whole == WordClass::Negation || part == "one";
    whole.is_some_and(is_same)
}

/// Whether letters can be a word: those of Latin need a vowel, so that the `rth` of `no rth` is a piece of `north` and no word.
fn has_vowel(word: &str) -> bool {
    !word.is_ascii() || word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_weight_may_not_come_or_go() {
        let changed = |one: &str, other: &str| changes_a_word(&letters(one), &letters(other));
        for (one, other) in [
            ("is not able", "is notable"),
            ("it may be", "it maybe"),
            ("of use less", "of useless"),
            ("es wurde", "es würde"),
        ] {
            assert!(changed(one, other) && changed(other, one), "{one}");
        }
        for (one, other) in [
            ("that river", "t hat river"),
            ("into it", "in to it"),
            ("tasks of", "tasksof"),
            ("north of", "no rth of"),
            ("all of it", "al l of it"),
            ("it can not", "it cannot"),
            ("any one", "anyone"),
            ("per cent", "percent"),
            ("don't", "dont"),
            ("the cafe", "the café"),
        ] {
            assert!(!changed(one, other) && !changed(other, one), "{one}");
        }
    }
}
