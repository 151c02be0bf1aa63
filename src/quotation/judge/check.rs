//! Checks all quotations of one source: one pass over its text, then a verdict for each.

mod furnished;
mod near;
mod query;
mod stretch;

use std::cell::OnceCell;
use std::collections::HashMap;
use std::mem;
use std::ops::Range;

use crate::quotation::folding::skeleton::Skeleton;
use crate::quotation::search::gapped::{self, Chain};
use crate::quotation::search::matches::Matches;
use crate::quotation::search::part_places::{Needle, PartPlaces};
use crate::quotation::search::scan::{INDEXED, look_closely, scan};
use crate::quotation::source::passage::{Passage, is_bounded};
use crate::quotation::source::source_text::SourceText;
use crate::quotation::source::text::Text;
use crate::text::words;

use self::stretch::around_all;
use super::bracket;
use super::difference::Severity;
use super::finding::{Fidelity, Finding, Gap, Occurrence};
use super::likeness::{Likeness, compare};
use query::{Query, prepare};

/// Places listed for one quotation, and those tried for a better one.
const PLACES: usize = 100;
const PLACES_TRIED: usize = 1_000;
/// Bytes of one quotation in all places that are listed where it has gaps or other words: of one that is a whole book, what
/// changed is not told a hundred times.
const LISTED: usize = 1 << 16;
/// Bytes of quotations that may be held against places after the first of each, besides one for each letter of the text.
const READ: usize = 1 << 20;
/// How many times as long as the shortest a passage with gaps may be to be taken for another place.
const LONGER_GAPS: usize = 4;
/// Columns of one machine word that aligning candidates may take, about a second.
const CANDIDATE_BUDGET: usize = 1 << 29;
/// The same for searching the whole text for quotations that share too little with it: much for a
/// text of ordinary length, and little for a huge one, where each such search takes long.
const WHOLE_BUDGET: usize = 1 << 28;
const WHOLE_BUDGET_OF_HUGE: usize = 1 << 23;
const WHOLE_BUDGET_OF_ONE: usize = 1 << 30;
/// Letters of a huge text.
const HUGE: usize = 1 << 20;

/// Checks quotations against the text of their source; the findings come in the same order.
pub fn check(text: &Text, quotations: &[&str]) -> Vec<Finding> {
    let mut numbers: HashMap<&str, usize, foldhash::fast::FixedState> = HashMap::default();
    let mut distinct = Vec::new();
    let places: Vec<usize> = quotations
        .iter()
        .map(|quotation| {
            *numbers.entry(quotation).or_insert_with(|| {
                distinct.push(*quotation);
                distinct.len() - 1
            })
        })
        .collect();
    let findings = check_distinct(text, &distinct);
    places.into_iter().map(|number| findings[number].clone()).collect()
}

fn check_distinct(text: &Text, quotations: &[&str]) -> Vec<Finding> {
    let source = &text.source;
    let (queries, needles) = prepare(quotations);
    let (mut all_matches, complete) = scan(source.letters(), &needles);
    if source.letters().len() >= HUGE {
        let wanted = unseen(&queries, &needles, &all_matches);
        if !wanted.is_empty() {
            look_closely(source.letters(), &needles, &wanted, &mut all_matches);
        }
    }
    let mut checker = Checker {
        text,
        source,
        needles,
        all_matches,
        complete,
        candidate_budget: CANDIDATE_BUDGET,
        whole_budget: whole_budget(source.letters().len(), queries.len()),
        read_budget: READ + source.letters().len(),
        furnished: OnceCell::new(),
        furnished_budget: FURNISHED_BUDGET,
        places: PartPlaces::new(source),
    };
    queries.iter().map(|query| checker.judge(query)).collect()
}

/// The needles by which quotations are looked for that are not there as they stand, where most of each was not seen:
/// too little to know where to look in a text that is too long to look everywhere.
fn unseen(queries: &[Query<'_>], needles: &[String], matches: &[Matches]) -> Vec<usize> {
    let is_there = |needle: usize| !matches[needle].verbatim.is_empty();
    let wanted = queries.iter().filter(|query| !query.literal.is_some_and(is_there)).filter_map(|query| {
        let anchor = query.anchor(needles)?;
        (!matches[anchor].are_telling(needles[anchor].len())).then_some(anchor)
    });
    let mut wanted: Vec<usize> = wanted.collect();
    wanted.sort_unstable();
    wanted.dedup();
    wanted
}

/// Budget for searching the whole text; the largest is for one passage, which somebody waits for.
fn whole_budget(letters: usize, queries: usize) -> usize {
    match (letters, queries) {
        (_, 1) => WHOLE_BUDGET_OF_ONE,
        (..HUGE, _) => WHOLE_BUDGET,
        _ => WHOLE_BUDGET_OF_HUGE,
    }
}

/// The places at which it is told what a quotation changed.
fn most_listed(query: &Query<'_>) -> usize {
    (LISTED / query.quotation.len().max(1)).clamp(1, PLACES)
}

struct Checker<'s> {
    text: &'s Text,
    source: &'s SourceText,
    needles: Vec<String>,
    all_matches: Vec<Matches>,
    complete: bool,
    candidate_budget: usize,
    whole_budget: usize,
    read_budget: usize,
    /// The letters of the text with its furniture, made when a quotation is nowhere in the body.
    furnished: OnceCell<Skeleton>,
    furnished_budget: usize,
    places: PartPlaces<'s>,
}

impl Checker<'_> {
    fn judge(&mut self, query: &Query<'_>) -> Finding {
        let too_short = words::count(query.quotation) < 2;
        let mut finding = self.verbatim(query);
        if finding.occurrences.is_empty() && query.wording.declared && query.parts.len() == query.wording.parts.len() {
            finding = self.gapped(query);
        }
        let is_other = finding.occurrences.first().is_none_or(|best| best.fidelity >= Fidelity::Edited);
        if is_other
            && !too_short
            && let Some(place) = self.furnished(query)
        {
            finding = Finding { occurrences: vec![place], ..absent(self.complete) };
        }
        if finding.occurrences.is_empty() && !too_short {
            finding = self.near(query);
        }
        if finding.occurrences.len() > 1 {
            finding.occurrences.sort_by_cached_key(|occurrence| {
                let start = occurrence.range.start;
                (occurrence.fidelity, self.source.is_aside(start), !self.is_body(start), start)
            });
        }
        if let Some(best) = finding.occurrences.first() {
            finding.fidelity = best.fidelity;
            finding.severity = best.severity;
        }
        // One word found decides nothing; one word that is nowhere is absent all the same.
        if too_short && (query.literal.is_none() || !finding.occurrences.is_empty()) {
            finding.fidelity = Fidelity::TooShort;
            finding.severity = None;
        }
        finding
    }

    /// Whether a place is in a paragraph of the body and not in a heading or pull quote; in a huge
    /// text all that is no furniture counts as body.
    fn is_body(&self, offset: usize) -> bool {
        self.source.letters().len() >= HUGE || self.text.outline().place(offset).is_some()
    }

    /// Places at which the letters of the whole quotation stand.
    fn verbatim(&mut self, query: &Query<'_>) -> Finding {
        let Some(needle) = query.literal else {
            return absent(true);
        };
        let matches = &self.all_matches[needle];
        let length = self.needles[needle].len();
        let mut finding = absent(self.complete);
        finding.unlisted = matches.uncounted;
        let mut others = Vec::new();
        let mut best = Fidelity::Absent;
        let mut is_read = false;
        for (tried, at) in matches.verbatim.iter().enumerate() {
            // Beyond the places listed, only a better one is still looked for.
            let full = finding.occurrences.len() >= PLACES;
            if full && (best == Fidelity::Exact || tried >= PLACES_TRIED) {
                finding.unlisted += 1;
                continue;
            }
            let letters = *at as usize..*at as usize + length;
            let core = self.source.locate(letters.clone());
            if !is_bounded(self.source.text(), &core, false, false) {
                others.push(letters);
                continue;
            }
            if mem::replace(&mut is_read, true) {
                let Some(rest) = self.read_budget.checked_sub(query.quotation.len()) else {
                    finding.unlisted += 1;
                    finding.exhaustive = false;
                    continue;
                };
                self.read_budget = rest;
            }
            let (range, likeness) = compare(self.source, core, query.quotation);
            let (fidelity, formatting) = match likeness {
                Likeness::Exact => (Fidelity::Exact, Vec::new()),
                Likeness::Same(formatting) if formatting.is_empty() => (Fidelity::Typographic, formatting),
                Likeness::Same(formatting) => (Fidelity::Format, formatting),
                Likeness::Other => {
                    others.push(letters);
                    continue;
                }
            };
            if full && fidelity >= best {
                finding.unlisted += 1;
                continue;
            }
            best = best.min(fidelity);
            let crossed = match fidelity {
                Fidelity::Exact => Vec::new(),
                _ => Passage::read(self.source, range.clone()).crossed,
            };
            let place = self.occurrence(fidelity, range);
            finding.occurrences.push(Occurrence { formatting, crossed, ..place });
        }
        // Letters alone are found in other words too: that is an edit, unless the quotation is so
        // short that it says nothing.
        let is_word = words::count(query.quotation) < 2;
        if finding.occurrences.is_empty() && !query.wording.declared && length >= INDEXED && !is_word {
            let most = most_listed(query);
            let beyond = others.len().saturating_sub(most) + matches.uncounted;
            let edited = others.into_iter().take(most).map(|letters| self.in_other_words(query, letters, length));
            finding.occurrences = edited.collect();
            let listed = finding.occurrences.len();
            // Letters that are repeated stand many times at one place.
            finding.occurrences.dedup_by(|next, last| next.range.start < last.range.end);
            finding.unlisted = if finding.occurrences.len() < listed { 0 } else { beyond };
        }
        if finding.occurrences.is_empty() {
            finding.unlisted = 0;
        }
        finding
    }

    /// The letters of a quotation as they stand in other words. Another word that only begins or ends like the
    /// quotation's is shown as it differs; the same letters parted otherwise, and a word that has lost its
    /// beginning, always say something else: `the rapist`, or `possible` of `impossible`.
    fn in_other_words(&self, query: &Query<'_>, letters: Range<usize>, length: usize) -> Occurrence {
        let core = self.source.locate(letters.clone());
        let is_cut_behind_only =
            is_bounded(self.source.text(), &core, false, true) && !is_bounded(self.source.text(), &core, true, false);
        let occurrence = self.edited(query, &[letters], 0, length);
        let severity = if is_cut_behind_only { occurrence.severity } else { Some(Severity::Critical) };
        Occurrence { severity, ..occurrence }
    }

    /// Places at which all parts stand in order.
    fn gapped(&mut self, query: &Query<'_>) -> Finding {
        let of_part = |(part, number): (_, &usize)| {
            let number = *number;
            Needle { number, part, letters: &self.needles[number], matches: &self.all_matches[number] }
        };
        let needles: Vec<Needle<'_>> = query.wording.parts.iter().zip(&query.parts).map(of_part).collect();
        let mut finding = absent(self.complete);
        let Some(anchor) = (0..needles.len()).max_by_key(|part| (needles[*part].letters.len(), usize::MAX - part))
        else {
            return finding;
        };
        let mut found: Vec<(usize, Range<usize>)> = Vec::new();
        for at in needles[anchor].matches.verbatim.iter().take(PLACES) {
            if let Some(chain) = gapped::chain(&mut self.places, &needles, anchor, *at as usize) {
                found.push((*at as usize, chain[0].start..chain[chain.len() - 1].end));
            }
        }
        found.dedup_by_key(|(_, letters)| letters.start);
        // Frequent words follow each other somewhere, with much between them; that is chance.
        let shortest = found.iter().map(|(_, letters)| letters.len()).min().unwrap_or(0);
        found.retain(|(_, letters)| letters.len() <= shortest * LONGER_GAPS);
        let most = most_listed(query);
        for (at, letters) in found {
            if finding.occurrences.len() == most {
                finding.unlisted += 1;
                continue;
            }
            // The gaps between the parts are read, too, and the brackets that stand for them.
            self.places.spend(self.source.locate(letters).len() + query.quotation.len());
            if let Some(chain) = gapped::chain(&mut self.places, &needles, anchor, at) {
                finding.occurrences.extend(self.in_order(query, &chain));
            }
        }
        self.complete &= !self.places.is_spent();
        finding.exhaustive = self.complete;
        finding
    }

    /// The occurrence of a chain whose parts are each word for word the source's.
    fn in_order(&self, query: &Query<'_>, chain: &Chain) -> Option<Occurrence> {
        let mut formatting = Vec::new();
        let mut crossed = Vec::new();
        let mut ranges = Vec::new();
        let mut is_exact = true;
        for (part, letters) in query.wording.parts.iter().zip(chain) {
            let (range, likeness) = compare(self.source, self.source.locate(letters.clone()), &part.text);
            match likeness {
                Likeness::Exact => {}
                Likeness::Same(differences) => {
                    is_exact = false;
                    formatting.extend(differences);
                }
                Likeness::Other => return None,
            }
            crossed.extend(Passage::read(self.source, range.clone()).crossed);
            ranges.push(range);
        }
        formatting.sort_unstable();
        formatting.dedup();
        let gaps = self.gaps(query, &ranges);
        let range = around_all(self.source.text(), &query.wording.parts, &ranges);
        let gap_severity = gaps.iter().any(|gap| gap.negation).then_some(Severity::Critical);
        let severity = bracket::severity(self.source, &query.wording, &ranges).max(gap_severity);
        let fidelity = match query.wording.only_remarked {
            true if !formatting.is_empty() => Fidelity::Format,
            true if is_exact => Fidelity::Exact,
            true => Fidelity::Typographic,
            false => Fidelity::Gapped,
        };
        Some(Occurrence { severity, formatting, crossed, gaps, ..self.occurrence(fidelity, range) })
    }

    fn gaps(&self, query: &Query<'_>, ranges: &[Range<usize>]) -> Vec<Gap> {
        let joins = query.wording.parts.iter().skip(1).map(|part| &part.before);
        joins
            .zip(ranges.windows(2))
            .map(|(join, pair)| gapped::gap(self.source, join, pair[0].end..pair[1].start.max(pair[0].end)))
            .collect()
    }

    fn occurrence(&self, fidelity: Fidelity, range: Range<usize>) -> Occurrence {
        Occurrence {
            fidelity,
            severity: None,
            points: self.source.points(range.clone()),
            position: self.source.position(range.start),
            range,
            formatting: Vec::new(),
            crossed: Vec::new(),
            gaps: Vec::new(),
            changes: Vec::new(),
            distance: None,
        }
    }
}

fn absent(exhaustive: bool) -> Finding {
    Finding { fidelity: Fidelity::Absent, severity: None, occurrences: Vec::new(), unlisted: 0, exhaustive }
}

/// Bytes that may be searched for all such quotations together; few quotations are of this kind.
const FURNISHED_BUDGET: usize = 1 << 28;
