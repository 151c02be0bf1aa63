//! Checks all quotations of one source: one pass over its text, then a verdict for each.

mod near;

use std::collections::HashMap;
use std::ops::Range;

use super::difference::{Severity, count_words};
use super::gapped::{self, Chain};
use super::passage::{Likeness, Passage, compare, is_bounded};
use super::scan::{INDEXED, scan};
use super::sighting::Sighting;
use super::skeleton::skeleton;
use super::source_text::SourceText;
use super::verdict::{Finding, Gap, Occurrence, Verdict};
use super::wording::Wording;

/// Places listed for one quotation, and those tried for a better one.
const PLACES: usize = 100;
const PLACES_TRIED: usize = 1_000;
/// Columns of one machine word that aligning candidates may take, about a second.
const CANDIDATE_BUDGET: usize = 1 << 29;
/// The same for searching the whole text for quotations that share too little with it: much for a
/// text of ordinary length, and little for a huge one, where each such search takes long.
const WHOLE_BUDGET: usize = 1 << 28;
const WHOLE_BUDGET_OF_HUGE: usize = 1 << 23;
const WHOLE_BUDGET_OF_ONE: usize = 1 << 30;
/// Letters of a huge text.
const HUGE: usize = 1 << 20;

/// Checks quotations against a source; the findings come in the same order.
pub fn check(source: &SourceText, quotations: &[&str]) -> Vec<Finding> {
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
    let findings = check_distinct(source, &distinct);
    places.into_iter().map(|number| findings[number].clone()).collect()
}

/// A quotation with the numbers of its needles.
struct Query<'q> {
    quotation: &'q str,
    wording: Wording,
    /// The whole quotation as it stands, brackets and all.
    literal: Option<usize>,
    /// Each part, where anything is declared; else the same as the literal.
    parts: Vec<usize>,
}

/// Needles, each once, whoever asks for them.
#[derive(Default)]
struct Needles {
    letters: Vec<String>,
    numbers: HashMap<String, usize, foldhash::fast::FixedState>,
}

impl Needles {
    fn number(&mut self, text: &str) -> Option<usize> {
        let letters = skeleton(text);
        if letters.is_empty() {
            return None;
        }
        if let Some(number) = self.numbers.get(&letters) {
            return Some(*number);
        }
        self.letters.push(letters.clone());
        self.numbers.insert(letters, self.letters.len() - 1);
        Some(self.letters.len() - 1)
    }
}

fn check_distinct(source: &SourceText, quotations: &[&str]) -> Vec<Finding> {
    let mut needles = Needles::default();
    let queries: Vec<Query<'_>> = quotations
        .iter()
        .map(|quotation| {
            let wording = Wording::new(quotation);
            let literal = needles.number(quotation);
            let parts = wording.parts.iter().filter_map(|part| needles.number(&part.text)).collect();
            Query { quotation, wording, literal, parts }
        })
        .collect();
    let needles = needles.letters;
    let (sightings, complete) = scan(source.letters(), &needles);
    let mut checker = Checker {
        source,
        needles,
        sightings,
        complete,
        candidate_budget: CANDIDATE_BUDGET,
        whole_budget: whole_budget(source.letters().len(), queries.len()),
    };
    queries.iter().map(|query| checker.judge(query)).collect()
}

/// What may be spent on searching the whole text; somebody who asks for one passage waits for it.
fn whole_budget(letters: usize, queries: usize) -> usize {
    match (letters, queries) {
        (_, 1) => WHOLE_BUDGET_OF_ONE,
        (..HUGE, _) => WHOLE_BUDGET,
        _ => WHOLE_BUDGET_OF_HUGE,
    }
}

struct Checker<'s> {
    source: &'s SourceText,
    needles: Vec<String>,
    sightings: Vec<Sighting>,
    complete: bool,
    candidate_budget: usize,
    whole_budget: usize,
}

impl Checker<'_> {
    fn judge(&mut self, query: &Query<'_>) -> Finding {
        let too_short = count_words(query.quotation) < 2;
        let mut finding = self.verbatim(query);
        if finding.occurrences.is_empty() && query.wording.declared && query.parts.len() == query.wording.parts.len() {
            finding = self.gapped(query);
        }
        if finding.occurrences.is_empty() && !too_short {
            finding = self.near(query);
        }
        finding.occurrences.sort_by_key(|occurrence| {
            let aside = self.source.is_aside(occurrence.range.start);
            (occurrence.verdict, aside, occurrence.range.start)
        });
        if let Some(best) = finding.occurrences.first() {
            finding.verdict = best.verdict;
            finding.severity = best.severity;
        }
        // One word found decides nothing; one word that is nowhere is absent all the same.
        if too_short && (query.literal.is_none() || !finding.occurrences.is_empty()) {
            finding.verdict = Verdict::TooShort;
            finding.severity = None;
        }
        finding
    }

    /// Places at which the letters of the whole quotation stand.
    fn verbatim(&self, query: &Query<'_>) -> Finding {
        let Some(needle) = query.literal else {
            return absent(true);
        };
        let sighting = &self.sightings[needle];
        let length = self.needles[needle].len();
        let mut finding = absent(self.complete);
        finding.unlisted = sighting.uncounted;
        let mut others = Vec::new();
        let mut best = Verdict::Absent;
        for (tried, at) in sighting.verbatim.iter().enumerate() {
            // Beyond the places listed, only a better one is still looked for.
            let full = finding.occurrences.len() >= PLACES;
            if full && (best == Verdict::Exact || tried >= PLACES_TRIED) {
                finding.unlisted += 1;
                continue;
            }
            let letters = *at as usize..*at as usize + length;
            let core = self.source.locate(letters.clone());
            if !is_bounded(self.source.text(), &core, false, false) {
                others.push(letters);
                continue;
            }
            let (range, likeness) = compare(self.source, core, query.quotation);
            let (verdict, formatting) = match likeness {
                Likeness::Exact => (Verdict::Exact, Vec::new()),
                Likeness::Same(formatting) if formatting.is_empty() => (Verdict::Typographic, formatting),
                Likeness::Same(formatting) => (Verdict::Format, formatting),
                Likeness::Other => {
                    others.push(letters);
                    continue;
                }
            };
            if full && verdict >= best {
                finding.unlisted += 1;
                continue;
            }
            best = best.min(verdict);
            let crossed = match verdict {
                Verdict::Exact => Vec::new(),
                _ => Passage::read(self.source, range.clone()).crossed,
            };
            let place = self.occurrence(verdict, range);
            finding.occurrences.push(Occurrence { formatting, crossed, ..place });
        }
        // Letters alone are found in other words too: that is an edit, unless the quotation is so
        // short that it says nothing.
        if finding.occurrences.is_empty() && !query.wording.declared && length >= INDEXED {
            let edited = others.into_iter().take(PLACES).map(|letters| self.edited(query, &[letters], 0, length));
            finding.occurrences = edited.collect();
        }
        if finding.occurrences.is_empty() {
            finding.unlisted = 0;
        }
        finding
    }

    /// Places at which all parts stand in order.
    fn gapped(&self, query: &Query<'_>) -> Finding {
        let needles: Vec<&str> = query.parts.iter().map(|part| self.needles[*part].as_str()).collect();
        let mut finding = absent(self.complete);
        let Some(anchor) = (0..needles.len()).max_by_key(|part| (needles[*part].len(), usize::MAX - part)) else {
            return finding;
        };
        let sighting = &self.sightings[query.parts[anchor]];
        let mut last_start = None;
        for at in sighting.verbatim.iter().take(PLACES) {
            let chain = gapped::chain(self.source, &query.wording.parts, &needles, anchor, *at as usize);
            if let Some(chain) = chain
                && last_start != Some(chain[0].start)
            {
                last_start = Some(chain[0].start);
                finding.occurrences.extend(self.in_order(query, &chain));
            }
        }
        finding
    }

    /// The occurrence of a chain whose parts are each word for word the source's.
    fn in_order(&self, query: &Query<'_>, chain: &Chain) -> Option<Occurrence> {
        let mut formatting = Vec::new();
        let mut crossed = Vec::new();
        let mut ranges = Vec::new();
        for (part, letters) in query.wording.parts.iter().zip(chain) {
            let (range, likeness) = compare(self.source, self.source.locate(letters.clone()), &part.text);
            match likeness {
                Likeness::Exact => {}
                Likeness::Same(differences) => formatting.extend(differences),
                Likeness::Other => return None,
            }
            crossed.extend(Passage::read(self.source, range.clone()).crossed);
            ranges.push(range);
        }
        formatting.sort_unstable();
        formatting.dedup();
        let gaps = self.gaps(query, &ranges);
        let range = ranges.first()?.start..ranges.last()?.end;
        let severity = gaps.iter().any(|gap| gap.negation).then_some(Severity::Critical);
        let verdict = if gaps.is_empty() && !query.wording.declared { Verdict::Format } else { Verdict::Gapped };
        Some(Occurrence { severity, formatting, crossed, gaps, ..self.occurrence(verdict, range) })
    }

    fn gaps(&self, query: &Query<'_>, ranges: &[Range<usize>]) -> Vec<Gap> {
        let joins = query.wording.parts.iter().skip(1).map(|part| &part.before);
        joins
            .zip(ranges.windows(2))
            .map(|(join, pair)| gapped::gap(self.source, join, pair[0].end..pair[1].start.max(pair[0].end)))
            .collect()
    }

    fn occurrence(&self, verdict: Verdict, range: Range<usize>) -> Occurrence {
        Occurrence {
            verdict,
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
    Finding { verdict: Verdict::Absent, severity: None, occurrences: Vec::new(), unlisted: 0, exhaustive }
}
