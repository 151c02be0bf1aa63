//! Puts the parts of a quotation with declared gaps in order, from its longest part outward.

use std::ops::Range;

use super::matches::Matches;
use super::wording::{Join, Part};
use crate::quotation::folding::skeleton::BREAK;
use crate::quotation::judge::difference::has_negation;
use crate::quotation::judge::finding::Gap;
use crate::quotation::source::passage::{Passage, is_bounded};
use crate::quotation::source::source_text::SourceText;
use crate::text::words;
use unicode_segmentation::UnicodeSegmentation;

/// Letters that an ellipsis may leave out: some thirty pages.
const ELLIPSIS_REACH: usize = 1 << 16;
/// Letters that any bracket may stand for, besides four for each of its own.
const BRACKET_REACH: usize = 40;

/// Where each part stands, in letters of the source.
pub(crate) type Chain = Vec<Range<usize>>;

/// The letters of the source in which the part after, or before, a join is looked for.
pub(crate) fn reach(join: &Join) -> usize {
    match join {
        Join::Start | Join::Ellipsis(_) => ELLIPSIS_REACH,
        Join::Bracket(inside) => BRACKET_REACH + 4 * inside.len(),
    }
}

/// A part of a quotation that is looked for beside the others.
pub(crate) struct Needle<'n> {
    pub(crate) part: &'n Part,
    pub(crate) letters: &'n str,
    pub(crate) matches: &'n Matches,
}

/// The chain of all parts around the anchor's place, each at the nearest place that fits.
pub(crate) fn chain(source: &SourceText, needles: &[Needle<'_>], anchor: usize, at: usize) -> Option<Chain> {
    let mut chain = vec![0..0; needles.len()];
    chain[anchor] = at..at + needles[anchor].letters.len();
    if !stands(source, needles[anchor].part, &chain[anchor]) {
        return None;
    }
    for number in anchor + 1..needles.len() {
        let needle = &needles[number];
        let region = after(source, chain[number - 1].end, reach(&needle.part.before));
        chain[number] = needle.places(source, region).find(|place| stands(source, needle.part, place))?;
    }
    for number in (0..anchor).rev() {
        let needle = &needles[number];
        let region = before(source, chain[number + 1].start, reach(&needles[number + 1].part.before));
        chain[number] = needle.places(source, region).rev().find(|place| stands(source, needle.part, place))?;
    }
    Some(chain)
}

impl Needle<'_> {
    /// The places within a region that were seen; of a needle seen too often to list them all, those
    /// that a search finds.
    fn places(&self, source: &SourceText, region: Range<usize>) -> impl DoubleEndedIterator<Item = Range<usize>> {
        let length = self.letters.len();
        let seen = &self.matches.verbatim;
        let places: Vec<usize> = if self.matches.uncounted > 0 {
            let within = &source.letters().as_bytes()[region.clone()];
            memchr::memmem::find_iter(within, self.letters).map(|at| region.start + at).collect()
        } else {
            let first = seen.partition_point(|at| (*at as usize) < region.start);
            let places = seen[first..].iter().map(|at| *at as usize);
            places.take_while(|at| at + length <= region.end).collect()
        };
        places.into_iter().map(move |at| at..at + length)
    }
}

/// The letters after a place that are read on from it.
pub(crate) fn after(source: &SourceText, at: usize, reach: usize) -> Range<usize> {
    let letters = source.letters().as_bytes();
    let end = letters.len().min(at + reach);
    at..memchr::memchr(BREAK, &letters[at..end]).map_or(end, |length| at + length)
}

/// The letters before a place that it is read on from.
pub(crate) fn before(source: &SourceText, at: usize, reach: usize) -> Range<usize> {
    let letters = source.letters().as_bytes();
    let start = at.saturating_sub(reach);
    memchr::memrchr(BREAK, &letters[start..at]).map_or(start, |offset| start + offset + 1)..at
}

/// What lies between two parts.
pub(crate) fn gap(source: &SourceText, join: &Join, range: Range<usize>) -> Gap {
    let skipped = Passage::read(source, range.clone()).words;
    let ends = skipped.unicode_sentences().count().saturating_sub(1);
    let inserted = match join {
        Join::Start => None,
        Join::Ellipsis(inserted) => Some(inserted.clone()).filter(|inserted| !inserted.is_empty()),
        Join::Bracket(inserted) => Some(inserted.clone()),
    };
    Gap { range, inserted, words: words::count(&skipped), sentences: ends, negation: has_negation(&skipped) }
}

fn stands(source: &SourceText, part: &Part, place: &Range<usize>) -> bool {
    let range = source.locate(place.clone());
    is_bounded(source.text(), &range, part.glued_start, part.glued_end)
}
