//! The nearest passage to a quotation that is nowhere as it stands.

use std::ops::Range;

use crate::quotation::folding::letters::is_letter;
use crate::quotation::folding::skeleton::{BREAK, skeleton};
use crate::quotation::folding::typographic::typographic;
use crate::quotation::judge::bracket;
use crate::quotation::judge::difference::{self, Severity};
use crate::quotation::judge::finding::{Distance, Fidelity, Finding, Formatting, Occurrence};
use crate::quotation::judge::likeness::{Likeness, compare};
use crate::quotation::search::alignment::{Pattern, align};
use crate::quotation::search::gapped::{self, Chain};
use crate::quotation::search::scan::INDEXED;
use crate::quotation::search::wording::Part;
use crate::quotation::source::passage::{Passage, is_bounded, whole_numbers};
use crate::text::script::is_hiragana;

use super::query::Query;
use super::stretch::around_all;
use super::{Checker, absent};

/// Letters around an anchored part in which its neighbours are looked for when they are edited.
const NEAR_REACH: usize = 1 << 13;
/// Characters of the longest ending of a Japanese verb that is looked for.
const ENDING: usize = 8;

/// A passage in letters, and how many edits away it is.
struct Near {
    range: Range<usize>,
    edits: usize,
}

/// The budget for searching the whole text is spent.
struct OverBudget;

impl Checker<'_> {
    /// The nearest place, where words differ.
    pub(super) fn near(&mut self, query: &Query<'_>) -> Finding {
        let needles: Vec<String> = query.parts.iter().map(|part| self.needles[*part].clone()).collect();
        let mut finding = absent(self.complete);
        let anchor = (0..needles.len()).max_by_key(|part| (needles[*part].len(), usize::MAX - part));
        let Some(anchor) = anchor.filter(|anchor| needles[*anchor].len() >= INDEXED) else {
            return finding;
        };
        let pattern: Vec<char> = needles[anchor].chars().collect();
        let length: usize = needles.iter().map(|needle| needle.chars().count()).sum();
        let mut best = self.best_candidate(query.parts[anchor], &pattern);
        let is_edit = |best: &Option<Near>| best.as_ref().is_some_and(|near| near.edits * 100 <= pattern.len() * 20);
        if !is_edit(&best) {
            match self.whole(&pattern) {
                Ok(near) => best = nearer(best, near),
                Err(OverBudget) => finding.exhaustive = false,
            }
        }
        let Some(anchored) = best else {
            return finding;
        };
        if let Some(occurrence) = self.lost_capital(query, &anchored) {
            finding.occurrences.push(occurrence);
            return finding;
        }
        let Some((chain, edits)) = self.around(query, &needles, anchor, anchored) else {
            return finding;
        };
        let occurrence = self.edited(query, &chain, edits, length);
        if occurrence.fidelity != Fidelity::Absent {
            finding.occurrences.push(occurrence);
        }
        finding
    }

    /// The occurrence of a quotation whose first letter is a drop capital that the text has lost: its
    /// paragraph begins with the rest of the word, in small letters.
    fn lost_capital(&self, query: &Query<'_>, near: &Near) -> Option<Occurrence> {
        let text = self.source.text();
        let first = query.quotation.find(char::is_alphabetic)?;
        let rest = query.quotation[first..].strip_prefix(char::is_uppercase)?;
        let letters = skeleton(rest);
        let found = near.range.end.checked_sub(letters.len())?..near.range.end;
        if query.wording.declared || near.edits != 1 || !self.source.letters()[..found.end].ends_with(&letters) {
            return None;
        }
        let (range, likeness) = compare(self.source, self.source.locate(found), rest);
        let (before, passage) = text.split_at(range.start);
        let begins = before.trim_end_matches(' ').chars().next_back().is_none_or(|c| matches!(c, '\n' | '\x0C'));
        if !begins || !passage.starts_with(char::is_lowercase) || !rest.starts_with(char::is_lowercase) {
            return None;
        }
        let mut formatting = match likeness {
            Likeness::Exact => Vec::new(),
            Likeness::Same(formatting) => formatting,
            Likeness::Other => return None,
        };
        formatting.push(Formatting::Case);
        formatting.sort_unstable();
        formatting.dedup();
        let crossed = Passage::read(self.source, range.clone()).crossed;
        Some(Occurrence { formatting, crossed, ..self.occurrence(Fidelity::Format, range) })
    }

    /// The nearest passage among the candidates, and among verbatim places that were refused.
    fn best_candidate(&mut self, needle: usize, pattern: &[char]) -> Option<Near> {
        let letters = self.source.letters();
        let length = self.needles[needle].len();
        let matches = &self.all_matches[needle];
        let verbatim = matches.verbatim.first().map(|at| i64::from(*at));
        let diagonals: Vec<i64> =
            verbatim.into_iter().chain(matches.candidates.iter().map(|candidate| candidate.diagonal)).collect();
        let mut best = None;
        for diagonal in diagonals {
            let margin = length / 4 + INDEXED;
            let start = usize::try_from(diagonal).unwrap_or(0).saturating_sub(margin);
            let end = usize::try_from(diagonal + (length + margin) as i64).unwrap_or(0).min(letters.len());
            let region = unbroken(letters, whole_characters(letters, start.min(end)..end), diagonal, length);
            let cost = 2 * pattern.len().div_ceil(64) * region.len();
            let Some(rest) = self.candidate_budget.checked_sub(cost) else {
                self.complete = false;
                break;
            };
            self.candidate_budget = rest;
            best = nearer(best, align_in(letters, region, pattern));
        }
        best
    }

    /// The nearest passage of the whole text.
    fn whole(&mut self, pattern: &[char]) -> Result<Option<Near>, OverBudget> {
        let letters = self.source.letters();
        let cost = pattern.len().div_ceil(64) * letters.len();
        self.whole_budget = self.whole_budget.checked_sub(cost).ok_or(OverBudget)?;
        let prepared = Pattern::new(pattern.iter().copied());
        let Some((_, end)) = prepared.nearest_end(letters.chars(), limit(pattern)) else {
            return Ok(None);
        };
        let end = letters.char_indices().nth(end).map_or(letters.len(), |(offset, _)| offset);
        let region = self.source.letters_before(end, pattern.len() * 2 * 4);
        Ok(align_in(letters, whole_characters(letters, region), pattern))
    }

    /// A range without the furniture and the punctuation that are left at its ends when half a word is taken off.
    fn between_words(&self, range: Range<usize>) -> Range<usize> {
        let text = self.source.text();
        let crossed = self.source.crossed(&range);
        let (mut start, mut end) = (range.start, range.end);
        while let Some(first) = text[start..end].chars().next() {
            start = match crossed.iter().find(|piece| piece.range.contains(&start)) {
                Some(piece) => piece.range.end.min(end),
                None if first.is_alphanumeric() => break,
                None => start + first.len_utf8(),
            };
        }
        while let Some(last) = text[start..end].chars().next_back() {
            end = match crossed.iter().find(|piece| piece.range.contains(&(end - last.len_utf8()))) {
                Some(piece) => piece.range.start.max(start),
                None if is_letter(last) => break,
                None => end - last.len_utf8(),
            };
        }
        if start < end { start..end } else { range }
    }

    /// The other parts around the anchored one: as they stand, or as near as they come.
    fn around(&self, query: &Query<'_>, needles: &[String], anchor: usize, anchored: Near) -> Option<(Chain, usize)> {
        let letters = self.source.letters();
        let mut edits = anchored.edits;
        let mut chain = vec![0..0; needles.len()];
        chain[anchor] = anchored.range;
        let nearest = |region: Range<usize>, needle: &str, from_end: bool| {
            let within = &letters.as_bytes()[region.clone()];
            let verbatim = if from_end {
                memchr::memmem::rfind(within, needle.as_bytes())
            } else {
                memchr::memmem::find(within, needle.as_bytes())
            };
            match verbatim {
                Some(at) => Some(Near { range: region.start + at..region.start + at + needle.len(), edits: 0 }),
                None => align_in(letters, whole_characters(letters, region), &needle.chars().collect::<Vec<_>>()),
            }
        };
        for part in anchor + 1..needles.len() {
            let reach = gapped::reach(&query.wording.parts[part].before).min(NEAR_REACH) + needles[part].len() * 2;
            let near = nearest(self.source.letters_after(chain[part - 1].end, reach), &needles[part], false)?;
            edits += near.edits;
            chain[part] = near.range;
        }
        for part in (0..anchor).rev() {
            let reach = gapped::reach(&query.wording.parts[part + 1].before).min(NEAR_REACH) + needles[part].len() * 2;
            let near = nearest(self.source.letters_before(chain[part + 1].start, reach), &needles[part], true)?;
            edits += near.edits;
            chain[part] = near.range;
        }
        Some((chain, edits))
    }

    /// The occurrence of a quotation whose words differ.
    pub(super) fn edited(&self, query: &Query<'_>, chain: &[Range<usize>], edits: usize, length: usize) -> Occurrence {
        let text = self.source.text();
        let located: Vec<Range<usize>> = chain.iter().map(|letters| self.source.locate(letters.clone())).collect();
        let mut changes = Vec::new();
        let mut crossed = Vec::new();
        let mut ranges = Vec::new();
        let whole = [Part { text: query.quotation.to_owned(), ..Part::default() }];
        let parts = if query.wording.declared { &query.wording.parts[..] } else { &whole };
        for (part, core) in parts.iter().zip(located) {
            let range = self.between_words(whole_words(text, core, part));
            let range = whole_numbers(text, whole_ending(text, range, &part.text));
            let passage = Passage::read(self.source, range.clone());
            changes.extend(difference::changes(&typographic(&passage.words), &typographic(&part.text)));
            crossed.extend(passage.crossed);
            ranges.push(range);
        }
        let gaps = self.gaps(query, &ranges);
        let gap_severity = gaps.iter().any(|gap| gap.negation).then_some(Severity::Critical);
        let bracket_severity = bracket::severity(self.source, &query.wording, &ranges);
        let severity = difference::severity(&changes).max(gap_severity).max(bracket_severity);
        let distance = Distance { edits, length };
        let place = self.occurrence(distance.fidelity(), around_all(text, parts, &ranges));
        Occurrence { severity, changes, crossed, gaps, distance: Some(distance), ..place }
    }
}

/// A range with the ending of its last word, where that word is written in hiragana and the quotation ends otherwise:
/// the ending may deny.
fn whole_ending(text: &str, range: Range<usize>, quotation: &str) -> Range<usize> {
    let last = |text: &str| text.chars().rfind(|c| c.is_alphanumeric());
    let differs = last(&text[range.clone()]) != last(quotation) || quotation.ends_with(is_hiragana);
    if !differs || !text[range.clone()].ends_with(is_hiragana) {
        return range;
    }
    let more =
        text[range.end..].chars().take(ENDING).take_while(|c| is_hiragana(*c)).map(char::len_utf8).sum::<usize>();
    range.start..range.end + more
}

fn nearer(best: Option<Near>, other: Option<Near>) -> Option<Near> {
    match (best, other) {
        (Some(best), Some(other)) if other.edits < best.edits => Some(other),
        (best, other) => best.or(other),
    }
}

/// Edits beyond which a passage is no longer possible.
fn limit(pattern: &[char]) -> usize {
    pattern.len() * 35 / 100
}

/// Aligns a pattern within a region of letters.
fn align_in(letters: &str, region: Range<usize>, pattern: &[char]) -> Option<Near> {
    let text = &letters[region.clone()];
    let characters: Vec<char> = text.chars().collect();
    let found = align(pattern, &characters, limit(pattern))?;
    if found.range.is_empty() {
        return None;
    }
    let bytes = |characters: &[char]| characters.iter().map(|c| c.len_utf8()).sum::<usize>();
    let start = region.start + bytes(&characters[..found.range.start]);
    let end = start + bytes(&characters[found.range]);
    Some(Near { range: start..end, edits: found.edits })
}

/// The same range begun and ended between characters.
fn whole_characters(letters: &str, range: Range<usize>) -> Range<usize> {
    let start = (range.start..=range.end).find(|at| letters.is_char_boundary(*at)).unwrap_or(range.end);
    let end = (start..=range.end).rfind(|at| letters.is_char_boundary(*at)).unwrap_or(start);
    start..end
}

/// A region cut where the text is not read on, keeping the side on which a needle lies.
fn unbroken(letters: &str, region: Range<usize>, diagonal: i64, length: usize) -> Range<usize> {
    let middle = usize::try_from(diagonal + length as i64 / 2).unwrap_or(0).clamp(region.start, region.end);
    let bytes = letters.as_bytes();
    let start = memchr::memrchr(BREAK, &bytes[region.start..middle]).map_or(region.start, |at| region.start + at + 1);
    let end = memchr::memchr(BREAK, &bytes[middle..region.end]).map_or(region.end, |at| middle + at);
    start..end
}

/// A range begun and ended between words: a word of which half or more belongs is taken in.
fn whole_words(text: &str, core: Range<usize>, part: &Part) -> Range<usize> {
    let mut range = core.clone();
    if !is_bounded(text, &core, part.glued_start, true) {
        let before =
            text[..core.start].chars().rev().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
        let inside = text[core.clone()].find(|c: char| !c.is_alphanumeric()).unwrap_or(core.len());
        range.start = if inside >= before { core.start - before } else { (core.start + inside).min(core.end) };
    }
    if !is_bounded(text, &core, true, part.glued_end) {
        let after = text[core.end..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - core.end);
        let inside =
            text[core.clone()].chars().rev().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
        range.end = if inside >= after { core.end + after } else { core.end - inside };
    }
    if range.start < range.end { range } else { core }
}
