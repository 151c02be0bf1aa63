//! Quotations with gaps: the chain of their parts against its definition, and how much is done to find it.

use std::ops::Range;

use proptest::prelude::*;

use super::{Chain, chain, reach};
use crate::quotation::folding::skeleton::{BREAK, skeleton};
use crate::quotation::search::matches::Matches;
use crate::quotation::search::part_places::{Needle, PartPlaces};
use crate::quotation::search::scan::scan;
use crate::quotation::search::wording::Wording;
use crate::quotation::source::passage::is_bounded;
use crate::quotation::source::reader::Format;
use crate::quotation::source::source_text::SourceText;

/// A quotation made ready to be looked for in a text.
struct Sought {
    wording: Wording,
    letters: Vec<String>,
    matches: Vec<Matches>,
}

impl Sought {
    fn new(source: &SourceText, quotation: &str) -> Self {
        let wording = Wording::new(quotation);
        let letters: Vec<String> = wording.parts.iter().map(|part| skeleton(&part.text)).collect();
        let (matches, _) = scan(source.letters(), &letters);
        Self { wording, letters, matches }
    }

    /// Parts of the same letters have the same number.
    fn needles(&self) -> Vec<Needle<'_>> {
        let needle = |index: usize| {
            let letters = &self.letters[index];
            let number = self.letters.iter().position(|other| other == letters).unwrap_or_default();
            Needle { number, part: &self.wording.parts[index], letters, matches: &self.matches[index] }
        };
        (0..self.letters.len()).map(needle).collect()
    }
}

fn read(text: &str) -> SourceText {
    SourceText::read(text.as_bytes().to_vec(), Format::Plain).expect("the text is small")
}

/// The chain by its definition: each part at the nearest place to the one before it that can be read on from there.
fn by_definition(source: &SourceText, needles: &[Needle<'_>], anchor: usize, at: usize) -> Option<Chain> {
    let letters = source.letters().as_bytes();
    let stands = |needle: &Needle<'_>, at: usize| {
        let range = at..at + needle.letters.len();
        let here = letters.get(range.clone()) == Some(needle.letters.as_bytes());
        here && is_bounded(source.text(), &source.locate(range), needle.part.glued_start, needle.part.glued_end)
    };
    let is_read_on = |between: Range<usize>| !letters[between].contains(&BREAK);
    let place = |needle: &Needle<'_>, at: usize| at..at + needle.letters.len();
    let mut chain = vec![0..0; needles.len()];
    chain[anchor] = stands(&needles[anchor], at).then(|| place(&needles[anchor], at))?;
    for number in anchor + 1..needles.len() {
        let (needle, from) = (&needles[number], chain[number - 1].end);
        let fits = |at: &usize| {
            let end = at + needle.letters.len();
            stands(needle, *at) && end <= from + reach(&needle.part.before) && is_read_on(from..end)
        };
        chain[number] = (from..letters.len()).find(fits).map(|at| place(needle, at))?;
    }
    for number in (0..anchor).rev() {
        let (needle, to) = (&needles[number], chain[number + 1].start);
        let fits = |at: &usize| {
            let end = at + needle.letters.len();
            let reach = reach(&needles[number + 1].part.before);
            stands(needle, *at) && end <= to && at + reach >= to && is_read_on(*at..to)
        };
        chain[number] = (0..to).rev().find(fits).map(|at| place(needle, at))?;
    }
    Some(chain)
}

proptest! {
    #[test]
    fn the_chain_is_what_its_definition_says(
        text in prop::collection::vec(prop::sample::select(vec![
            "a", "b", "ab", "ba", "c", "a b", "日本", "a-b", "\n\n¹² a b c\n\n", "c d e f g h i j k l m n o p q r s t u v",
        ]), 1..60),
        parts in prop::collection::vec(prop::sample::select(vec!["a", "b", "ab", "c", "a b", "日本", "v"]), 1..6),
        joins in prop::collection::vec(prop::sample::select(vec![" [...] ", " [x] ", "[x]", " [x]"]), 5),
        crowded: bool,
    ) {
        let source = read(&text.join(" "));
        let between = std::iter::once("").chain(joins);
        let quotation: String = between.zip(parts).flat_map(|(join, part)| [join, part]).collect();
        let mut sought = Sought::new(&source, &quotation);
        if crowded {
            // As where a needle was seen too often to list its places.
            sought.matches.iter_mut().for_each(|matches| *matches = Matches { uncounted: 1, ..Matches::default() });
        }
        let needles = sought.needles();
        let mut places = PartPlaces::new(&source);
        for anchor in 0..needles.len() {
            for at in 0..source.letters().len() {
                if source.letters().as_bytes()[at..].starts_with(needles[anchor].letters.as_bytes()) {
                    let expected = by_definition(&source, &needles, anchor, at);
                    prop_assert_eq!(chain(&mut places, &needles, anchor, at), expected);
                }
            }
        }
    }
}

/// Steps taken to look for a quotation of so many parts from a hundred places, in a text that has each part everywhere.
fn work(parts: usize) -> usize {
    let source = read(&"a b c ".repeat(parts * 3));
    let sought = Sought::new(&source, &vec!["a b"; parts].join(" [...] "));
    let needles = sought.needles();
    let mut places = PartPlaces::new(&source);
    for anchor in 0..100 {
        assert!(chain(&mut places, &needles, 0, anchor * 3).is_some());
    }
    places.work()
}

#[test]
fn what_is_done_grows_with_the_parts_and_not_with_the_text_for_each_of_them() {
    let [one, two] = [1_000, 2_000].map(work);
    assert!(two <= 2 * one + one / 5, "{one} and {two}");
    assert!(one <= 100 * 1_000 * 3, "{one}");
}

#[test]
fn who_asks_too_much_is_told_so() {
    let source = read("a b c");
    let sought = Sought::new(&source, "a [...] c");
    let mut places = PartPlaces::new(&source);
    assert_eq!(chain(&mut places, &sought.needles(), 0, 0), Some(vec![0..1, 2..3]));
    places.spend(usize::MAX);
    assert!(places.is_spent());
    assert_eq!(chain(&mut places, &sought.needles(), 0, 0), None);
}
