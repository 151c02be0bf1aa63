//! Similarity: how near each two columns of the position table stand, by several measures.

use std::sync::OnceLock;

use clap::ValueEnum;
use rayon::prelude::*;

use crate::model::select::Selection;
use crate::model::{IssueId, Map, StatementId};

use super::coding::{Census, Coding, by_source, placeless, whole};
use super::given::given;
use super::measure::answer::Question;
use super::measure::jaccard::Jaccard;
use super::measure::kappa::Kappa;
use super::measure::matrix::{Matrix, Sum, Without};
use super::measure::tau::tau_b;
use super::positions::Positions;

/// What is measured of two. What is said here of each is the help of `agree --measure`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Measure {
    /// Similarity from 0 to 1 of the positions held, after Gower.
    #[default]
    Gower,
    /// How much is said alike, added up over issues and sources.
    Congruence,
    /// How much is said against each other, added up.
    Conflict,
    /// Congruence less conflict.
    Subtract,
    /// How many of the issues that either addresses both do; and the same of grounds.
    Jaccard,
    /// Agreement beyond chance on scales and yes/no issues, Cohen's kappa.
    Kappa,
    /// Agreement in order on scales and yes/no issues, Kendall's tau-b.
    Tau,
}

/// Some columns of a position table, ready to be measured two by two.
#[derive(Debug)]
pub struct Similarity<'m> {
    map: &'m Map,
    selection: &'m Selection,
    positions: &'m Positions,
    who: Vec<usize>,
    coding: Coding,
    /// What of their cells enters, and what does not.
    pub census: Census,
    answers: Matrix,
    by_source: OnceLock<Matrix>,
    stated: OnceLock<[Matrix; 2]>,
    addressed: OnceLock<Vec<Vec<IssueId>>>,
    grounds: OnceLock<Vec<Vec<StatementId>>>,
}

/// All that is measured of two.
#[derive(Debug)]
pub struct Pair {
    /// How far apart they are, added up over the issues where that is defined.
    pub sum: Sum,
    /// On how many of these one of the two, or both, stands only by what was read into the texts.
    pub inferred: u64,
    /// On how many of these they are on the same side.
    pub same: usize,
    /// On how many on opposite sides.
    pub opposite: usize,
    /// What Gower's similarity would be without one of these issues, which are known by their places in the map.
    pub without: Option<Without>,
    /// How far apart they are, where each of their sources counts.
    pub by_source: Sum,
    /// How many of these comparisons are with what was only read into the texts.
    pub by_source_inferred: u64,
    /// The issues to which they speak.
    pub issues: Jaccard,
    /// The grounds that they give.
    pub grounds: Jaccard,
    /// Where they stand on issues with an order.
    pub kappa: Kappa,
    /// On how many of these issues one of the two, or both, stands only by what was read into the texts.
    pub ordered_inferred: u64,
    /// τ-b of the same.
    pub tau: Option<f64>,
}

/// One figure for each two of many.
#[derive(Debug, Clone)]
pub struct Figures {
    rows: Vec<Vec<Figure>>,
}

/// A figure of two.
#[derive(Debug, Clone, Copy, Default)]
pub struct Figure {
    /// What it is; none where it is undefined.
    pub value: Option<f64>,
    /// What it rests on: issues, or the stands of sources that were held against each other.
    pub number: usize,
}

impl Figures {
    /// The figure of two, in whichever order; undefined for one and himself.
    pub fn of(&self, a: usize, b: usize) -> Figure {
        let (first, second) = (a.min(b), a.max(b));
        let row = self.rows[first].iter();
        row.copied().nth((second - first).wrapping_sub(1)).unwrap_or_default()
    }
}

impl<'m> Similarity<'m> {
    /// Of these columns, known from then on by their place among them.
    pub fn new(
        map: &'m Map,
        selection: &'m Selection,
        positions: &'m Positions,
        who: Vec<usize>,
        coding: Coding,
    ) -> Similarity<'m> {
        let (answers, census) = whole(map, positions, &who, coding);
        let (by_source, stated, addressed, grounds) = Default::default();
        Similarity { map, selection, positions, who, coding, census, answers, by_source, stated, addressed, grounds }
    }

    /// Who only rejects positions of a scale, and so has no place on it, by the place among the columns.
    pub fn placeless(&self) -> Vec<(IssueId, usize)> {
        let found = placeless(self.map, self.positions, self.coding).into_iter();
        found.filter_map(|(issue, column)| Some((issue, self.who.iter().position(|&who| who == column)?))).collect()
    }

    /// One measure of each two.
    pub fn figures(&self, measure: Measure) -> Figures {
        let number = self.who.len();
        let of_sums = |matrix: &Matrix, value: fn(&Sum) -> Option<f64>| -> Vec<Vec<Figure>> {
            let figure = |sum: &Sum| Figure { value: value(sum), number: sum.number as usize };
            (0..number).into_par_iter().map(|a| matrix.from(a).iter().map(figure).collect()).collect()
        };
        let of_pairs = |figure: &(dyn Fn(usize, usize) -> Figure + Sync)| -> Vec<Vec<Figure>> {
            (0..number).into_par_iter().map(|a| (a + 1..number).map(|b| figure(a, b)).collect()).collect()
        };
        let of_ranks = |value: fn(&[[usize; 2]]) -> Option<f64>| {
            of_pairs(&|a, b| {
                let ranks = self.answers.ranks(a, b);
                Figure { value: value(&ranks), number: ranks.len() }
            })
        };
        let rows = match measure {
            Measure::Gower => of_sums(&self.answers, Sum::similarity),
            Measure::Congruence => of_sums(self.by_source(), Sum::congruence),
            Measure::Conflict => of_sums(self.by_source(), Sum::conflict),
            Measure::Subtract => of_sums(self.by_source(), Sum::subtract),
            Measure::Jaccard => of_pairs(&|a, b| {
                let issues = self.issues(a, b);
                Figure { value: issues.value(), number: issues.either }
            }),
            Measure::Kappa => of_ranks(|ranks| Kappa::new(ranks).value()),
            Measure::Tau => of_ranks(tau_b),
        };
        Figures { rows }
    }

    /// All measures of two.
    pub fn pair(&self, a: usize, b: usize) -> Pair {
        let each = self.answers.between(a, b);
        let sum = self.answers.sum(&each);
        let [same, opposite] = self.answers.sides(a, b);
        let ranks = self.answers.ranks(a, b);
        let each_by_source = self.by_source().between(a, b);
        let [stated, stated_by_source] = self.stated().each_ref().map(|stated| stated.between(a, b));
        let is_ordered = |question: usize| matches!(self.answers.question(question), Question::Scale(_));
        Pair {
            inferred: missing(&each, &stated, |_| true),
            by_source_inferred: missing(&each_by_source, &stated_by_source, |_| true),
            ordered_inferred: missing(&each, &stated, is_ordered),
            same,
            opposite,
            without: sum.without(&each),
            sum,
            by_source: self.by_source().sum(&each_by_source),
            issues: self.issues(a, b),
            grounds: self.grounds(a, b),
            kappa: Kappa::new(&ranks),
            tau: tau_b(&ranks),
        }
    }

    fn issues(&self, a: usize, b: usize) -> Jaccard {
        let addressed = self.addressed.get_or_init(|| {
            let mut addressed = vec![Vec::new(); self.positions.columns.who.len()];
            for issue in self.map.issues.ids() {
                self.positions.stands_on(issue).for_each(|(column, _)| addressed[column].push(issue));
            }
            self.who.iter().map(|&column| std::mem::take(&mut addressed[column])).collect()
        });
        Jaccard::new(&addressed[a], &addressed[b])
    }

    fn grounds(&self, a: usize, b: usize) -> Jaccard {
        let grounds = self.grounds.get_or_init(|| given(self.map, self.selection, &self.positions.columns, &self.who));
        Jaccard::new(&grounds[a], &grounds[b])
    }

    fn by_source(&self) -> &Matrix {
        self.by_source.get_or_init(|| by_source(self.map, self.positions, &self.who, self.coding))
    }

    /// The answers as a whole and by source, as far as they are not read into the texts.
    fn stated(&self) -> &[Matrix; 2] {
        self.stated.get_or_init(|| {
            let coding = Coding { stated: true, ..self.coding };
            let whole = whole(self.map, self.positions, &self.who, coding).0;
            [whole, by_source(self.map, self.positions, &self.who, coding)]
        })
    }
}

/// How many comparisons on these questions there are in the one and not in the other; both in the order of the questions.
fn missing(all: &[(usize, Sum)], some: &[(usize, Sum)], of: impl Fn(usize) -> bool) -> u64 {
    let found = |question: usize| {
        let at = some.binary_search_by_key(&question, |(question, _)| *question);
        at.map_or(0, |at| some[at].1.number)
    };
    let wanted = all.iter().filter(|(question, _)| of(*question));
    wanted.map(|(question, sum)| sum.number.saturating_sub(found(*question))).sum()
}

#[cfg(test)]
mod tests;
