//! Two texts that are close, word by word: what both have, and what only the one or the other has.

use std::hash::BuildHasher;

use unicode_segmentation::UnicodeSegmentation;

use crate::page::{Mark, Runs};
use crate::text::difference::{ChangeKind, LONG, words};

/// Share of two texts that must be the same before their differences are worth marking.
const CLOSE: f64 = 0.6;

/// Two texts with the words marked that only the one has, in both alike: neither is an edit of the other.
#[derive(Debug)]
pub struct Difference {
    /// From 0 to 1: how much of both is the same, spaces aside.
    pub nearness: f64,
    /// The one text, with the words marked that the other has not got.
    pub one: Runs,
    /// The other text, with the words marked that the one has not got.
    pub other: Runs,
}

/// The words of a text in no order, by which it is seen at once of most texts that they are not close to it.
#[derive(Debug)]
pub struct Bag {
    /// The hash of each word, with its letters; ascending.
    words: Vec<(u64, usize)>,
    letters: usize,
}

impl Bag {
    /// The words of a text, as a difference takes them.
    pub fn new(text: &str) -> Bag {
        let trimmed = text.split_word_bounds().map(str::trim).filter(|word| !word.is_empty());
        let hash = |word: &str| foldhash::fast::FixedState::default().hash_one(word);
        let mut words: Vec<(u64, usize)> = trimmed.map(|word| (hash(word), word.len())).collect();
        words.sort_unstable();
        Bag { letters: words.iter().map(|(_, letters)| letters).sum(), words }
    }

    /// Whether two texts have enough words in common to be close, were they in the same order.
    pub fn may_be_close(&self, other: &Bag) -> bool {
        let (mut same, mut at) = (0, 0);
        for (word, letters) in &self.words {
            while other.words.get(at).is_some_and(|(other, _)| other < word) {
                at += 1;
            }
            if other.words.get(at).is_some_and(|(other, _)| other == word) {
                same += 2 * letters;
                at += 1;
            }
        }
        nearness(same, self.letters + other.letters) >= CLOSE
    }
}

fn nearness(same: usize, all: usize) -> f64 {
    same as f64 / all.max(1) as f64
}

/// The difference of two texts where they are close; `None` where they are not, or are the same.
pub fn difference(one: &str, other: &str) -> Option<Difference> {
    let (shorter, longer) = (one.len().min(other.len()), one.len().max(other.len()));
    if longer > LONG || (2 * shorter) as f64 / ((shorter + longer) as f64) < CLOSE || one == other {
        return None;
    }
    let (mut same, mut all) = (0, 0);
    let (mut marked_one, mut marked_other) = (Runs::new(), Runs::new());
    for (kind, text) in words(one, other) {
        let letters = text.trim().len();
        match kind {
            ChangeKind::Kept => {
                same += 2 * letters;
                all += 2 * letters;
                marked_one.extend(Mark::Plain, text);
                marked_other.extend(Mark::Plain, text);
            }
            ChangeKind::Removed => {
                all += letters;
                marked_one.extend(Mark::Strong, text);
            }
            ChangeKind::Added => {
                all += letters;
                marked_other.extend(Mark::Strong, text);
            }
        }
    }
    let nearness = nearness(same, all);
    (nearness >= CLOSE).then(|| Difference { nearness, one: bare(marked_one), other: bare(marked_other) })
}

/// Leaves the spaces at the ends of marked phrases unmarked.
fn bare(runs: Runs) -> Runs {
    let mut bared = Runs::new();
    for run in runs.pieces {
        if run.mark == Mark::Plain || run.text.trim().is_empty() {
            bared.push(run.mark, run.text);
        } else {
            bared.push_words(run.mark, &run.text);
        }
    }
    bared
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_close_is_never_left_out_unseen(one in "[abc ,]{0,24}", other in "[abc ,]{0,24}") {
            if difference(&one, &other).is_some() {
                prop_assert!(Bag::new(&one).may_be_close(&Bag::new(&other)));
            }
        }
    }

    #[test]
    fn texts_of_other_words_are_not_looked_at_closely() {
        let [one, near, far] =
            ["Trams should run now.", "Trams should never run now.", "Courts serve peace and police."];
        assert!(Bag::new(one).may_be_close(&Bag::new(near)) && !Bag::new(one).may_be_close(&Bag::new(far)));
    }

    fn shown(runs: &Runs) -> String {
        let piece = |run: &crate::page::Run| match run.mark {
            Mark::Strong => format!("*{}*", run.text),
            _ => run.text.clone(),
        };
        runs.pieces.iter().map(piece).collect()
    }

    #[test]
    fn close_texts_show_the_words_in_which_they_differ() {
        let found = difference("Japan should send its engineers abroad.", "Japan should send its police abroad.")
            .expect("they are close");
        assert_eq!(shown(&found.one), "Japan should send its *engineers* abroad.");
        assert_eq!(shown(&found.other), "Japan should send its *police* abroad.");
        assert!(found.nearness > 0.6 && found.nearness < 1.0);
    }

    #[test]
    fn spaces_around_marked_words_are_not_marked() {
        let found = difference("Build trams now.", "Never build trams right now.").map(|found| shown(&found.other));
        assert_eq!(found, None);
        let found = difference("Trams should run now.", "Trams should never run now.").expect("they are close");
        assert_eq!(shown(&found.other), "Trams should *never* run now.");
    }

    #[test]
    fn texts_that_are_far_apart_or_equal_have_no_difference_to_mark() {
        assert!(difference("Roads serve peace.", "Peace is served by police reform and by courts.").is_none());
        assert!(difference("The same.", "The same.").is_none());
        assert!(difference("", "Anything").is_none());
    }
}
