//! Where many stand on questions with an order, as ranks.

use super::answered::Answered;
use crate::crossed::Crossed;

/// The rank of each respondent on every question with an order on which the respondent has one place.
#[derive(Debug, Clone)]
pub enum Ranks {
    /// Where there are few ranks and most have one: a row each, in which 0 is none.
    Dense(Vec<Vec<u8>>),
    /// Else: the questions with their ranks.
    Sparse(Vec<Vec<(u32, u32)>>),
}

/// With so many ranks two of them fit into a byte.
const FEW: usize = 15;

impl Ranks {
    /// Of these answers; `of` has for each of the many the questions with the code of the answer behind them.
    pub fn new(questions: &[Answered], of: &[Vec<(u32, u32, u32)>], unit: u64) -> Ranks {
        let each = |answered: &Answered| answered.codes.iter().map(|code| answered.place(code, unit)).collect();
        let places: Vec<Vec<Option<u64>>> = questions.iter().map(each).collect();
        let mut known: Vec<u64> = places.iter().flatten().flatten().copied().collect();
        known.sort_unstable();
        known.dedup();
        let rank = |&(question, _, code): &(u32, u32, u32)| {
            let place = places[question as usize][code as usize]?;
            Some((question, known.partition_point(|&other| other < place) as u32))
        };
        let ranks: Vec<Vec<(u32, u32)>> = of.iter().map(|of| of.iter().filter_map(rank).collect()).collect();
        let number: usize = ranks.iter().map(Vec::len).sum();
        if known.len() > FEW || 4 * number < ranks.len() * questions.len() {
            return Ranks::Sparse(ranks);
        }
        let row = |ranks: &Vec<(u32, u32)>| {
            let mut row = vec![0; questions.len()];
            for &(question, rank) in ranks {
                row[question as usize] = rank as u8 + 1;
            }
            row
        };
        Ranks::Dense(ranks.iter().map(row).collect())
    }

    /// The ranks of two on the questions where both have one.
    pub fn crossed(&self, a: usize, b: usize) -> Crossed {
        match self {
            Ranks::Dense(rows) => dense(&rows[a], &rows[b]),
            Ranks::Sparse(rows) => Crossed::new(&both(&rows[a], &rows[b])),
        }
    }
}

fn dense(a: &[u8], b: &[u8]) -> Crossed {
    // By turns into two tables: what is added to the same place again and again would wait for itself.
    let mut counts = [[0u32; 1 << u8::BITS]; 2];
    let mut pairs = a.iter().zip(b);
    while let Some((&x, &y)) = pairs.next() {
        counts[0][usize::from(x << 4 | y)] += 1;
        if let Some((&x, &y)) = pairs.next() {
            counts[1][usize::from(x << 4 | y)] += 1;
        }
    }
    let [one, other] = &counts;
    let cells = one.iter().zip(other).enumerate().filter(|(at, _)| at >> 4 > 0 && at & 15 > 0);
    let cells = cells.map(|(at, (one, other))| ([(at >> 4) - 1, (at & 15) - 1], u64::from(one + other)));
    Crossed { cells: cells.filter(|(_, number)| *number > 0).collect() }
}

/// The ranks of two on the questions where both have one, in the order of the questions.
fn both(a: &[(u32, u32)], b: &[(u32, u32)]) -> Vec<[usize; 2]> {
    let mut rest = b.iter().peekable();
    let both = a.iter().filter_map(|&(question, rank)| {
        while rest.next_if(|(other, _)| *other < question).is_some() {}
        let &&(_, other) = rest.peek().filter(|(other, _)| *other == question)?;
        Some([rank as usize, other as usize])
    });
    both.collect()
}
