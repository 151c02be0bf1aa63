//! Pairs of respondents by the kinds of their pairs of answers: there are few kinds, so that a pair of respondents costs one count for
//! each answer, and all that is asked of the pair is read off the counts.

use foldhash::{HashMap, HashMapExt};

use super::answered::{Answered, Part};
use super::sum::{Sum, Without};
use crate::answer::{Question, Sides};

/// All that is asked of two answers to one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Kind {
    number: u64,
    parts: u64,
    /// How many of the comparisons there are not among some of the answers.
    missing: u64,
    is_ordered: bool,
    sides: Option<Sides>,
}

/// Answers of many to many questions, as pairs of kinds.
#[derive(Debug)]
pub struct Kinds {
    unit: u64,
    known: Vec<Kind>,
    questions: Vec<Coded>,
    /// For each of the many the questions answered, each with the code of the answer.
    of: Vec<Vec<(u32, u8)>>,
}

/// A question: of each two codes the kind that they make, a row for each code. The first code is silence, the first kind nothing.
#[derive(Debug)]
struct Coded {
    codes: usize,
    table: Vec<u16>,
}

/// Outcome of holding two against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Met {
    /// How far they are apart, added up.
    pub sum: Sum,
    /// How many of the comparisons there are not among some of the answers: of all questions, and of those with an order.
    pub missing: [u64; 2],
    /// On how many questions they are on the same side, and on how many on opposite sides.
    pub sides: [usize; 2],
}

/// One respondent made ready to be held against many.
#[derive(Debug)]
pub struct OfOne<'k> {
    all: &'k Kinds,
    rows: Vec<&'k [u16]>,
    counts: Vec<u32>,
    other: usize,
}

/// With more answers than these to a question, or more kinds, pairs are not made of kinds.
const CODES: usize = 64;
const KINDS: usize = 1 << 10;

impl Kinds {
    /// Of all answers, and of some of them, which may be others. None where there are too many kinds, or where any two answered jointly.
    pub(super) fn new(
        questions: &[Answered],
        some: Option<&[Answered]>,
        number: usize,
        [unit, unit_of_some]: [u64; 2],
    ) -> Option<Kinds> {
        let nothing = Kind { number: 0, parts: 0, missing: 0, is_ordered: false, sides: None };
        let mut places: HashMap<Kind, u16> = HashMap::new();
        let mut found = Kinds { unit, known: vec![nothing], questions: Vec::new(), of: vec![Vec::new(); number] };
        for (at, answered) in questions.iter().enumerate() {
            let some = some.map(|some| &some[at]);
            if !answered.joint.is_empty() || some.is_some_and(|some| !some.joint.is_empty()) {
                return None;
            }
            // An answer has its code, and the code of what is left of it among some.
            let mut codes: Vec<(u32, Option<u32>)> = Vec::new();
            let mut left = some.map_or(&[][..], |some| &some.by).iter().peekable();
            for &(who, code) in &answered.by {
                while left.next_if(|(other, _)| *other < who).is_some() {}
                let pair = (code, left.next_if(|(other, _)| *other == who).map(|(_, code)| *code));
                let place = codes.iter().position(|known| *known == pair).unwrap_or_else(|| {
                    codes.push(pair);
                    codes.len() - 1
                });
                if place >= CODES {
                    return None;
                }
                found.of[who as usize].push((at as u32, place as u8 + 1));
            }
            let width = codes.len() + 1;
            let mut table = vec![0; width * width];
            for (a, &(one, one_left)) in codes.iter().enumerate() {
                for (b, &(other, other_left)) in codes.iter().enumerate() {
                    let Part { number, parts } = answered.part(one, other, unit);
                    let kept = some.zip(one_left.zip(other_left));
                    let kept = kept.map_or(0, |(some, (one, other))| some.part(one, other, unit_of_some).number);
                    let missing = if some.is_some() { number.saturating_sub(kept) } else { 0 };
                    let is_ordered = matches!(answered.question, Question::Scale(_));
                    let sides = answered.sides_of(one, other);
                    let kind = Kind { number, parts, missing, is_ordered, sides };
                    let next = found.known.len() as u16;
                    let at = *places.entry(kind).or_insert(next);
                    if at == next {
                        found.known.push(kind);
                    }
                    table[(a + 1) * width + b + 1] = at;
                }
            }
            if found.known.len() > KINDS {
                return None;
            }
            found.questions.push(Coded { codes: width, table });
        }
        Some(found)
    }

    /// One of them, made ready to be held against the others.
    pub fn of_one(&self, who: usize) -> OfOne<'_> {
        let mut rows: Vec<&[u16]> = self.questions.iter().map(|it| &it.table[..it.codes]).collect();
        for &(question, code) in &self.of[who] {
            let Coded { codes, table } = &self.questions[question as usize];
            rows[question as usize] = &table[code as usize * codes..][..*codes];
        }
        OfOne { all: self, rows, counts: vec![0; self.known.len()], other: who }
    }
}

impl OfOne<'_> {
    /// Holds another against it.
    pub fn meet(&mut self, other: usize) -> Met {
        self.counts.fill(0);
        self.other = other;
        for &(question, code) in &self.all.of[other] {
            self.counts[self.rows[question as usize][code as usize] as usize] += 1;
        }
        let mut met = Met { sum: self.sum(0, 0), missing: [0; 2], sides: [0; 2] };
        for (kind, count) in self.all.known.iter().zip(&self.counts).filter(|(_, count)| **count > 0) {
            let count = u64::from(*count);
            met.sum.number += count * kind.number;
            met.sum.parts += count * kind.parts;
            met.missing[0] += count * kind.missing;
            met.missing[1] += if kind.is_ordered { count * kind.missing } else { 0 };
            met.sides[0] += if kind.sides == Some(Sides::Same) { count as usize } else { 0 };
            met.sides[1] += if kind.sides == Some(Sides::Opposite) { count as usize } else { 0 };
        }
        met
    }

    /// The bounds of the similarity of the two that met last without one of the questions; of the questions that move it most the first
    /// `named`, and how many there are.
    pub fn without(&self, met: &Met, named: usize) -> Option<(Without, usize)> {
        let whole = met.sum.similarity()?;
        let (mut low, mut high, mut furthest) = (f64::INFINITY, f64::NEG_INFINITY, 0.0_f64);
        let moved = |kind: &Kind| {
            let rest = self.sum(met.sum.number - kind.number, met.sum.parts - kind.parts).similarity()?;
            Some((rest, (rest - whole).abs()))
        };
        let counted = || self.all.known.iter().zip(&self.counts).filter(|(kind, count)| **count > 0 && kind.number > 0);
        for (kind, _) in counted() {
            let (rest, moved) = moved(kind)?;
            (low, high, furthest) = (low.min(rest), high.max(rest), furthest.max(moved));
        }
        let mut is_most = vec![false; self.all.known.len()];
        let mut number = 0;
        if furthest > 0.0 {
            for (at, (kind, count)) in self.all.known.iter().zip(&self.counts).enumerate() {
                if *count > 0 && kind.number > 0 && moved(kind)?.1 > furthest - 1e-12 {
                    is_most[at] = true;
                    number += *count as usize;
                }
            }
        }
        let questions = self.all.of[self.other].iter();
        let most = questions.filter(|(question, code)| is_most[self.rows[*question as usize][*code as usize] as usize]);
        let most = most.take(named).map(|(question, _)| *question as usize).collect();
        low.is_finite().then_some((Without { low, high, most }, number))
    }

    fn sum(&self, number: u64, parts: u64) -> Sum {
        Sum { number, parts, unit: self.all.unit }
    }
}
