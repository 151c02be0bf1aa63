//! Puts the parts of a quotation with declared gaps in order, from its longest part outward.

use std::ops::Range;

use super::difference::{count_words, has_negation};
use super::passage::{Passage, is_bounded};
use super::skeleton::BREAK;
use super::source_text::SourceText;
use super::verdict::Gap;
use super::wording::{Join, Part};
use unicode_segmentation::UnicodeSegmentation;

/// Letters that an ellipsis may leave out: some thirty pages.
const ELLIPSIS_REACH: usize = 1 << 16;
/// Letters that any bracket may stand for, besides four for each of its own.
const BRACKET_REACH: usize = 40;
/// Places tried for one part that are no whole words.
const TRIES: usize = 64;

/// Where each part stands, in letters of the source.
pub(super) type Chain = Vec<Range<usize>>;

/// The letters of the source in which the part after, or before, a join is looked for.
pub(super) fn reach(join: &Join) -> usize {
    match join {
        Join::Start | Join::Ellipsis => ELLIPSIS_REACH,
        Join::Bracket(inside) => BRACKET_REACH + 4 * inside.len(),
    }
}

/// The chain of all parts around the anchor's place, each at the nearest place that fits.
pub(super) fn chain(source: &SourceText, parts: &[Part], needles: &[&str], anchor: usize, at: usize) -> Option<Chain> {
    let mut chain = vec![0..0; parts.len()];
    chain[anchor] = at..at + needles[anchor].len();
    if !stands(source, &parts[anchor], &chain[anchor]) {
        return None;
    }
    for part in anchor + 1..parts.len() {
        let region = after(source, chain[part - 1].end, reach(&parts[part].before));
        let finder = memchr::memmem::Finder::new(needles[part]);
        let found = finder
            .find_iter(&source.letters().as_bytes()[region.clone()])
            .map(|found| region.start + found..region.start + found + needles[part].len())
            .take(TRIES)
            .find(|place| stands(source, &parts[part], place))?;
        chain[part] = found;
    }
    for part in (0..anchor).rev() {
        let region = before(source, chain[part + 1].start, reach(&parts[part + 1].before));
        let finder = memchr::memmem::FinderRev::new(needles[part]);
        let found = finder
            .rfind_iter(&source.letters().as_bytes()[region.clone()])
            .map(|found| region.start + found..region.start + found + needles[part].len())
            .take(TRIES)
            .find(|place| stands(source, &parts[part], place))?;
        chain[part] = found;
    }
    Some(chain)
}

/// The letters after a place that are read on from it.
pub(super) fn after(source: &SourceText, at: usize, reach: usize) -> Range<usize> {
    let letters = source.letters().as_bytes();
    let end = letters.len().min(at + reach);
    at..memchr::memchr(BREAK, &letters[at..end]).map_or(end, |length| at + length)
}

/// The letters before a place that it is read on from.
pub(super) fn before(source: &SourceText, at: usize, reach: usize) -> Range<usize> {
    let letters = source.letters().as_bytes();
    let start = at.saturating_sub(reach);
    memchr::memrchr(BREAK, &letters[start..at]).map_or(start, |offset| start + offset + 1)..at
}

/// What lies between two parts.
pub(super) fn gap(source: &SourceText, join: &Join, range: Range<usize>) -> Gap {
    let skipped = Passage::read(source, range.clone()).words;
    let ends = skipped.unicode_sentences().count().saturating_sub(1);
    let inserted = match join {
        Join::Bracket(inside) => Some(inside.clone()),
        Join::Start | Join::Ellipsis => None,
    };
    Gap { range, inserted, words: count_words(&skipped), sentences: ends, negation: has_negation(&skipped) }
}

fn stands(source: &SourceText, part: &Part, place: &Range<usize>) -> bool {
    let range = source.locate(place.clone());
    is_bounded(source.text(), &range, part.glued_start, part.glued_end)
}
