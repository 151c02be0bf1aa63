//! Where the parts of quotations stand between words: each stretch of a text is looked through once for all that ask.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

use super::matches::Matches;
use super::wording::Part;
use crate::quotation::source::passage::is_bounded;
use crate::quotation::source::source_text::SourceText;

/// Letters of one stretch.
const STRETCH: usize = 1 << 15;
/// Cost of looking through a stretch, besides its places and its letters, in looks at one that is known.
const NEW_STRETCH: usize = 64;
/// Letters that are searched in the time of one such look.
const LETTERS: usize = 256;
/// Looks that all quotations of a text may take besides one for each of its letters, in all about two seconds.
const BUDGET: usize = 1 << 25;

/// A part of a quotation that is looked for beside the others.
#[derive(Clone, Copy)]
pub(crate) struct Needle<'n> {
    /// The same for the same letters.
    pub(crate) number: usize,
    pub(crate) part: &'n Part,
    pub(crate) letters: &'n str,
    pub(crate) matches: &'n Matches,
}

/// A stretch of the text as one needle sees it, which a bracket may touch at its start or its end.
#[derive(PartialEq, Eq, Hash)]
struct Stretch {
    needle: usize,
    glued_start: bool,
    glued_end: bool,
    number: usize,
}

/// The places of all parts, as far as somebody asked for them.
pub(crate) struct PartPlaces<'s> {
    source: &'s SourceText,
    /// Where a needle stands that begins in a stretch, ascending.
    known: HashMap<Stretch, Vec<u32>, foldhash::fast::FixedState>,
    budget: usize,
}

impl Needle<'_> {
    /// Whether it stands between words where its letters stand.
    pub(crate) fn stands(&self, source: &SourceText, at: usize) -> bool {
        let range = source.locate(at..at + self.letters.len());
        is_bounded(source.text(), &range, self.part.glued_start, self.part.glued_end)
    }

    /// The places within a range at which its letters begin; of a needle seen too often to list them all, those that a
    /// search finds.
    fn places(&self, source: &SourceText, range: Range<usize>) -> Vec<u32> {
        if self.matches.uncounted == 0 {
            let first = self.matches.verbatim.partition_point(|at| (*at as usize) < range.start);
            let seen = self.matches.verbatim[first..].iter().copied();
            return seen.take_while(|at| (*at as usize) < range.end).collect();
        }
        let letters = source.letters().as_bytes();
        let end = letters.len().min(range.end + self.letters.len() - 1);
        let finder = memchr::memmem::Finder::new(self.letters);
        let mut places = Vec::new();
        let mut from = range.start;
        while let Some(at) = letters.get(from..end).and_then(|rest| finder.find(rest)) {
            places.push((from + at) as u32);
            from += at + 1;
        }
        places
    }
}

impl<'s> PartPlaces<'s> {
    pub(crate) fn new(source: &'s SourceText) -> Self {
        Self { source, known: HashMap::default(), budget: BUDGET + source.letters().len() }
    }

    pub(crate) fn source(&self) -> &'s SourceText {
        self.source
    }

    /// The first place of a needle that lies within a region.
    pub(crate) fn first_within(&mut self, needle: &Needle<'_>, region: Range<usize>) -> Option<Range<usize>> {
        let last_start = region.end.checked_sub(needle.letters.len())?;
        for number in region.start / STRETCH..=last_start / STRETCH {
            let places = self.stretch(needle, number)?;
            if let Some(at) = places.get(places.partition_point(|at| (*at as usize) < region.start)) {
                let at = *at as usize;
                return (at <= last_start).then(|| at..at + needle.letters.len());
            }
        }
        None
    }

    /// The last place of a needle that lies within a region.
    pub(crate) fn last_within(&mut self, needle: &Needle<'_>, region: Range<usize>) -> Option<Range<usize>> {
        let last_start = region.end.checked_sub(needle.letters.len())?;
        for number in (region.start / STRETCH..=last_start / STRETCH).rev() {
            let places = self.stretch(needle, number)?;
            let after = places.partition_point(|at| (*at as usize) <= last_start);
            if let Some(last) = after.checked_sub(1) {
                let at = places[last] as usize;
                return (at >= region.start).then(|| at..at + needle.letters.len());
            }
        }
        None
    }

    /// Takes from what may be done for all quotations of a text; false when that is too little.
    pub(crate) fn spend(&mut self, work: usize) -> bool {
        self.budget = self.budget.saturating_sub(work);
        self.budget > 0
    }

    /// Whether more was asked than may be done.
    pub(crate) fn is_spent(&self) -> bool {
        self.budget == 0
    }

    /// Steps taken so far.
    #[cfg(test)]
    pub(crate) fn work(&self) -> usize {
        BUDGET + self.source.letters().len() - self.budget
    }

    /// Where a needle stands that begins in a stretch.
    fn stretch(&mut self, needle: &Needle<'_>, number: usize) -> Option<&[u32]> {
        let Part { glued_start, glued_end, .. } = *needle.part;
        let known = self.known.entry(Stretch { needle: needle.number, glued_start, glued_end, number });
        let mut work = 1;
        let places = match known {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => {
                let mut places = needle.places(self.source, number * STRETCH..(number + 1) * STRETCH);
                let searched = if needle.matches.uncounted > 0 { STRETCH / LETTERS } else { 0 };
                work += NEW_STRETCH + places.len() + searched;
                places.retain(|at| needle.stands(self.source, *at as usize));
                unknown.insert(places)
            }
        };
        self.budget = self.budget.saturating_sub(work);
        (self.budget > 0).then_some(places)
    }
}
