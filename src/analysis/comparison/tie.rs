//! Ties: the pairs of a network, with how much each two say alike or against each other.

use measure::matrix::{Matrix, Sum};

/// Weight of a tie between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Agreement of the two.
    Congruence,
    /// Opposition of the two.
    Conflict,
    /// The first less the second.
    Subtract,
}

impl Weight {
    /// The weight of two; none where they take sides on no common issue.
    pub fn of(self, sum: &Sum) -> Option<f64> {
        match self {
            Weight::Congruence => sum.congruence(),
            Weight::Conflict => sum.conflict(),
            Weight::Subtract => sum.subtract(),
        }
    }
}

/// A tie between two, by their places among all.
#[derive(Debug, Clone, Copy)]
pub struct Tie {
    /// The places of the two that it joins.
    pub ends: [usize; 2],
    /// How heavy it is.
    pub weight: f64,
    /// How many stands of the one were held against stands of the other.
    pub compared: usize,
}

/// All ties of some, and how many pairs have none.
#[derive(Debug, Default)]
pub struct Ties {
    /// Those whose weight is defined and, of what two say alike or against each other, not nothing.
    pub ties: Vec<Tie>,
    /// Pairs whose weight is nothing.
    pub weightless: usize,
    /// Pairs who take sides on no common issue.
    pub undefined: usize,
}

impl Ties {
    /// The ties of so many, whose answers are in this matrix.
    pub fn new(matrix: &Matrix, number: usize, weight: Weight) -> Ties {
        let mut ties = Ties::default();
        for from in 0..number {
            for (to, sum) in (from + 1..).zip(matrix.from(from)) {
                match weight.of(&sum) {
                    None => ties.undefined += 1,
                    Some(0.0) if weight != Weight::Subtract => ties.weightless += 1,
                    Some(found) => {
                        ties.ties.push(Tie { ends: [from, to], weight: found, compared: sum.number as usize });
                    }
                }
            }
        }
        ties
    }
}
