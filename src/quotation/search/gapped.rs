//! Puts the parts of a quotation with declared gaps in order, from its longest part outward.

use std::ops::Range;

use super::part_places::{Needle, PartPlaces};
use super::wording::Join;
use crate::quotation::judge::difference::has_negation;
use crate::quotation::judge::finding::Gap;
use crate::quotation::source::passage::Passage;
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

/// The chain of all parts around the anchor's place, each at the nearest place that fits; nothing, too, where more was
/// asked than may be looked for.
pub(crate) fn chain(places: &mut PartPlaces<'_>, needles: &[Needle<'_>], anchor: usize, at: usize) -> Option<Chain> {
    let source = places.source();
    let mut chain = vec![0..0; needles.len()];
    chain[anchor] = at..at + needles[anchor].letters.len();
    if !needles[anchor].stands(source, at) {
        return None;
    }
    for number in anchor + 1..needles.len() {
        let needle = &needles[number];
        let region = source.letters_after(chain[number - 1].end, reach(&needle.part.before));
        chain[number] = places.first_within(needle, region)?;
    }
    for number in (0..anchor).rev() {
        let needle = &needles[number];
        let region = source.letters_before(chain[number + 1].start, reach(&needles[number + 1].part.before));
        chain[number] = places.last_within(needle, region)?;
    }
    Some(chain)
}

/// Gap between two parts.
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

#[cfg(test)]
mod tests;
