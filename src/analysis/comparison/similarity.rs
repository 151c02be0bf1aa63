//! Similarity: how near each two columns of the position table stand, by several measures.

mod held;

use std::sync::OnceLock;

use measure::crossed::Crossed;
use measure::jaccard::Jaccard;
use measure::kappa::Kappa;
use measure::matrix::{Kinds, Matrix, Sum};
use measure::tau::tau_b;
use rayon::prelude::*;

use crate::model::select::Selection;
use crate::model::{IssueId, Map, StatementId};

use super::coding::{Census, Coding, by_source, placeless, whole};
use crate::analysis::dispute::column_grounds::given;
use crate::analysis::table::positions::Positions;

pub use held::{Distance, Held};

/// Measure of two columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Measure {
    /// Similarity from 0 to 1 of the positions held, after Gower.
    #[default]
    Gower,
    /// Agreement, added up over issues and sources.
    Congruence,
    /// Opposition, added up over issues and sources.
    Conflict,
    /// Congruence less conflict, from −n to n over n issues.
    Subtract,
    /// How many of the issues that either addresses both do; and the same of grounds.
    Jaccard,
    /// Agreement beyond chance on scales and yes/no issues, Cohen's kappa.
    Kappa,
    /// Agreement in order on scales and yes/no issues, Kendall's tau-b.
    Tau,
}

impl Measure {
    /// Every one with its word, and what it means to whoever asks for it.
    pub const WORDS: &[(Measure, &str, &str)] = &[
        (Measure::Gower, "gower", "Similarity from 0 to 1 of the positions held, after Gower"),
        (Measure::Congruence, "congruence", "How much is said alike, added up over issues and sources"),
        (Measure::Conflict, "conflict", "How much is said against each other, added up"),
        (Measure::Subtract, "subtract", "Congruence less conflict"),
        (Measure::Jaccard, "jaccard", "How many of the issues that either addresses both do; and the same of grounds"),
        (Measure::Kappa, "kappa", "Agreement beyond chance on scales and yes/no issues, Cohen's kappa"),
        (Measure::Tau, "tau", "Agreement in order on scales and yes/no issues, Kendall's tau-b"),
    ];
}

/// Some columns of a position table, ready to be measured two by two.
#[derive(Debug)]
pub struct Similarity<'m> {
    map: &'m Map,
    selection: &'m Selection,
    positions: &'m Positions,
    who: Vec<usize>,
    coding: Coding,
    /// Counts of the cells that enter, and of those that do not.
    pub census: Census,
    answers: Matrix,
    by_source: OnceLock<Matrix>,
    stated: OnceLock<Option<Matrix>>,
    stated_by_source: OnceLock<Option<Matrix>>,
    kinds: OnceLock<Option<Kinds>>,
    kinds_by_source: OnceLock<Option<Kinds>>,
    addressed: OnceLock<Vec<Vec<u64>>>,
    grounds: OnceLock<Vec<Vec<StatementId>>>,
}

/// Where two stand on issues with an order.
#[derive(Debug)]
pub struct Ordered {
    /// How far they agree beyond chance.
    pub kappa: Kappa,
    /// Whether they put the same issues higher and lower: τ-b.
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
    /// Value of the figure; none where it is undefined.
    pub value: Option<f64>,
    /// Size of its basis: issues, or the stands of sources that were held against each other.
    pub number: usize,
}

impl Figures {
    /// The figure of two, in whichever order; undefined for one and the same.
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
        Similarity {
            map,
            selection,
            positions,
            who,
            coding,
            census,
            answers,
            by_source: OnceLock::new(),
            stated: OnceLock::new(),
            stated_by_source: OnceLock::new(),
            kinds: OnceLock::new(),
            kinds_by_source: OnceLock::new(),
            addressed: OnceLock::new(),
            grounds: OnceLock::new(),
        }
    }

    /// Only some of them, by their places: what is told of a few pairs need not be made ready for all.
    pub fn among(&self, who: &[usize]) -> Similarity<'m> {
        let who = who.iter().map(|&place| self.who[place]).collect();
        Similarity::new(self.map, self.selection, self.positions, who, self.coding)
    }

    /// Columns that only reject positions of a scale, and so have no place on it.
    pub fn placeless(&self) -> Vec<(IssueId, usize)> {
        if self.census.placeless == 0 {
            return Vec::new();
        }
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
        let of_ranks = |value: fn(&Crossed) -> Option<f64>| {
            of_pairs(&|a, b| {
                let ranked = self.answers.ranked(a, b);
                Figure { value: value(&ranked), number: ranked.number() as usize }
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
            Measure::Kappa => of_ranks(|ranked| Kappa::new(ranked).value()),
            Measure::Tau => of_ranks(tau_b),
        };
        Figures { rows }
    }

    /// Finds what pairs need in common. To be called before many cores ask at once: what is found is found by all of them, and one
    /// that waits for the others must not come upon a pair that waits for it.
    pub fn make_ready(&self) {
        self.kinds();
        self.kinds_by_source();
    }

    /// One of them, made ready to be held against the others.
    pub fn held(&self, who: usize) -> Held<'_> {
        held(&self.answers, self.stated(), self.kinds(), who)
    }

    /// The same, where each source counts.
    pub fn held_by_source(&self, who: usize) -> Held<'_> {
        held(self.by_source(), self.stated_by_source(), self.kinds_by_source(), who)
    }

    fn kinds(&self) -> Option<&Kinds> {
        self.kinds.get_or_init(|| self.answers.kinds(self.stated())).as_ref()
    }

    fn kinds_by_source(&self) -> Option<&Kinds> {
        self.kinds_by_source.get_or_init(|| self.by_source().kinds(self.stated_by_source())).as_ref()
    }

    /// Where two stand on issues with an order.
    pub fn ordered(&self, a: usize, b: usize) -> Ordered {
        let ranked = self.answers.ranked(a, b);
        Ordered { kappa: Kappa::new(&ranked), tau: tau_b(&ranked) }
    }

    /// The issues to which two speak.
    pub fn issues(&self, a: usize, b: usize) -> Jaccard {
        let addressed = self.addressed.get_or_init(|| {
            let words = self.map.issues.len().div_ceil(u64::BITS as usize);
            let mut addressed = vec![vec![0; words]; self.positions.columns.owners.len()];
            for issue in self.map.issues.ids() {
                let (word, bit) = (issue.index() / u64::BITS as usize, issue.index() % u64::BITS as usize);
                self.positions.stances_on(issue).for_each(|(column, _)| addressed[column][word] |= 1 << bit);
            }
            self.who.iter().map(|&column| std::mem::take(&mut addressed[column])).collect()
        });
        Jaccard::of_bits(&addressed[a], &addressed[b])
    }

    /// The grounds that two give.
    pub fn grounds(&self, a: usize, b: usize) -> Jaccard {
        let grounds = self.grounds.get_or_init(|| given(self.map, self.selection, &self.positions.columns, &self.who));
        Jaccard::new(&grounds[a], &grounds[b])
    }

    fn by_source(&self) -> &Matrix {
        self.by_source.get_or_init(|| by_source(self.map, self.positions, &self.who, self.coding))
    }

    /// The answers as a whole, as far as they are not read into the texts; none where nothing is, so that these are all.
    fn stated(&self) -> Option<&Matrix> {
        let stated = || self.reads_in().then(|| whole(self.map, self.positions, &self.who, self.if_stated()).0);
        self.stated.get_or_init(stated).as_ref()
    }

    /// The same of each source.
    fn stated_by_source(&self) -> Option<&Matrix> {
        let stated = || self.reads_in().then(|| by_source(self.map, self.positions, &self.who, self.if_stated()));
        self.stated_by_source.get_or_init(stated).as_ref()
    }

    /// Whether any stance of the map was read into the texts.
    fn reads_in(&self) -> bool {
        !self.coding.stated && self.map.stances.iter().any(|(_, stance)| stance.inferred)
    }

    fn if_stated(&self) -> Coding {
        Coding { stated: true, ..self.coding }
    }
}

fn held<'s>(all: &'s Matrix, stated: Option<&'s Matrix>, kinds: Option<&'s Kinds>, who: usize) -> Held<'s> {
    match kinds {
        Some(kinds) => Held::Counted(kinds.of_one(who)),
        None => Held::Each(all.beside(who), stated.map(|stated| stated.beside(who))),
    }
}

#[cfg(test)]
mod tests;
