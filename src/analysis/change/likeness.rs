//! Pairs texts that are near to each other, without holding each against each: only those that share something rare.

use std::cmp::Ordering;

use rayon::prelude::*;

use super::fingerprint::Fingerprint;
use super::pairs::Pairs;
use crate::model::Id;
use crate::text::script::is_unspaced;

/// Of a thousand words of two texts, how many both must have for them to be near.
pub(super) const NEAR: u64 = 600;
/// By how many of its rarest marks a text is looked for.
const MARKS: usize = 8;
/// A mark that so many pairs of texts have in common tells nothing.
const MOST_PAIRS: usize = 64;
/// How many counters there are for marks; a power of two.
const COUNTERS: usize = 1 << 20;

/// A text as the words that it is made of.
#[derive(Debug)]
pub(super) struct Words {
    /// A number for each word, sorted.
    words: Vec<u64>,
    /// Two words that stand beside each other, anywhere and in this place; sorted, none twice.
    marks: Vec<u64>,
}

impl Words {
    /// The words of a text. `place` is where it stands: what is common elsewhere may be rare there.
    pub fn new(text: &str, place: u64) -> Words {
        let mut words: Vec<u64> = Vec::new();
        let mut word = String::new();
        for letter in text.chars() {
            let alone = is_unspaced(letter);
            if (alone || !letter.is_alphanumeric()) && !word.is_empty() {
                words.push(Fingerprint::new().text(&word).value());
                word.clear();
            }
            if letter.is_alphanumeric() {
                word.extend(letter.to_lowercase());
            }
        }
        words.extend((!word.is_empty()).then(|| Fingerprint::new().text(&word).value()));
        let two = |pair: &[u64]| Fingerprint::new().number(pair[0]).number(pair[1]).value();
        let mut marks: Vec<u64> = words.windows(2).map(two).collect();
        if words.len() <= MARKS {
            marks.extend(&words);
        }
        let here: Vec<u64> = marks.iter().map(|&mark| Fingerprint::new().number(mark).number(place).value()).collect();
        marks.extend(here);
        marks.sort_unstable();
        marks.dedup();
        words.sort_unstable();
        Words { words, marks }
    }

    /// How many words two texts have in common, and how much of both that is, of a thousand.
    pub fn likeness(&self, other: &Words) -> (u64, u64) {
        let (mut same, mut at, mut beside) = (0, 0, 0);
        while let (Some(one), Some(two)) = (self.words.get(at), other.words.get(beside)) {
            let order = one.cmp(two);
            same += u64::from(order == Ordering::Equal);
            at += usize::from(order != Ordering::Greater);
            beside += usize::from(order != Ordering::Less);
        }
        let all = (self.words.len() + other.words.len()) as u64;
        (same, (2000 * same).checked_div(all).unwrap_or(0))
    }
}

impl<T> Pairs<T> {
    /// Pairs what is left and near, the nearest first: what has at least so many words in common. `more` is what else speaks for a pair, on the scale of a thousand; `None` where
    /// it cannot be one.
    pub(super) fn by_likeness(
        &mut self,
        least: u64,
        old: impl Fn(Id<T>) -> Words + Sync,
        new: impl Fn(Id<T>) -> Words + Sync,
        more: impl Fn(Id<T>, Id<T>) -> Option<u64> + Sync,
    ) {
        let olds: Vec<Id<T>> = self.open_old().collect();
        let news: Vec<Id<T>> = self.open_new().collect();
        if olds.is_empty() || news.is_empty() {
            return;
        }
        let old_words: Vec<Words> = olds.par_iter().map(|&id| old(id)).collect();
        let new_words: Vec<Words> = news.par_iter().map(|&id| new(id)).collect();
        let near = |&(one, other): &(u32, u32)| {
            let (same, likeness) = old_words[one as usize].likeness(&new_words[other as usize]);
            let (old, new) = (olds[one as usize], news[other as usize]);
            if likeness < NEAR || same < least { None } else { more(old, new).map(|more| (likeness + more, old, new)) }
        };
        let wanted = candidates(&old_words, &new_words).par_iter().filter_map(near).collect();
        self.by_score(wanted);
    }
}

/// The texts of either side that share one of their rarest marks, by their index. Each text takes part in few.
fn candidates(old: &[Words], new: &[Words]) -> Vec<(u32, u32)> {
    let slot = |mark: u64| (mark >> 40) as usize % COUNTERS;
    let count = |side: &[Words]| {
        let mut counts = vec![0u32; COUNTERS];
        side.iter().flat_map(|words| &words.marks).for_each(|&mark| counts[slot(mark)] += 1);
        counts
    };
    let counts = [count(old), count(new)];
    let rarest = |(index, words): (usize, &Words)| {
        let known = |&mark: &u64| {
            let [old, new] = [counts[0][slot(mark)], counts[1][slot(mark)]];
            (old > 0 && new > 0).then_some((old + new, mark))
        };
        let mut marks: Vec<(u32, u64)> = words.marks.iter().filter_map(known).collect();
        marks.sort_unstable();
        marks.truncate(MARKS);
        marks.into_iter().map(move |(_, mark)| (mark, index as u32)).collect::<Vec<_>>()
    };
    let sorted = |side: &[Words]| {
        let mut marks: Vec<(u64, u32)> = side.iter().enumerate().flat_map(rarest).collect();
        marks.par_sort_unstable();
        marks
    };
    let (olds, news) = (sorted(old), sorted(new));
    let mut news = news.chunk_by(|a, b| a.0 == b.0).peekable();
    let mut found = Vec::new();
    for group in olds.chunk_by(|a, b| a.0 == b.0) {
        while news.next_if(|other| other[0].0 < group[0].0).is_some() {}
        let Some(other) = news.next_if(|other| other[0].0 == group[0].0) else { continue };
        if group.len() * other.len() <= MOST_PAIRS {
            found.extend(group.iter().flat_map(|(_, one)| other.iter().map(move |(_, two)| (*one, *two))));
        }
    }
    found.par_sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_counts_words_whatever_their_case_and_order() {
        let like = |one: &str, other: &str| Words::new(one, 0).likeness(&Words::new(other, 0));
        assert_eq!(like("Trams are quiet.", "quiet: TRAMS are"), (3, 1000));
        assert_eq!(like("Trams are quiet.", "Buses are loud."), (1, 333));
        assert_eq!(like("", "…"), (0, 0));
        assert_eq!(like("日本は貢献", "日本が貢献"), (4, 800));
    }
}
