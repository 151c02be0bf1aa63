//! A table of two: how often two observers gave which two of their categories or ranks.

/// For each two categories that occur together how often they do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crossed {
    /// The category of the one and that of the other, known by their numbers, and how often; in order, and none empty.
    pub cells: Vec<([usize; 2], u64)>,
}

impl Crossed {
    /// Of what each gave to each of some things. The numbers are small, and mostly few, so that they are counted in a
    /// table; where it would be mostly empty they are sorted.
    pub fn new(pairs: &[[usize; 2]]) -> Crossed {
        let side = pairs.iter().flatten().max().map_or(0, |most| most + 1);
        if side * side <= 4 * pairs.len() + 64 {
            let mut table = vec![0; side * side];
            for [a, b] in pairs {
                table[a * side + b] += 1;
            }
            let cells = table.into_iter().enumerate().filter(|(_, number)| *number > 0);
            return Crossed { cells: cells.map(|(at, number)| ([at / side, at % side], number)).collect() };
        }
        let mut pairs = pairs.to_vec();
        pairs.sort_unstable();
        Crossed { cells: pairs.chunk_by(|a, b| a == b).map(|alike| (alike[0], alike.len() as u64)).collect() }
    }

    /// Of how many things it is made: the n.
    pub fn number(&self) -> u64 {
        self.cells.iter().map(|(_, number)| number).sum()
    }

    /// The highest number of a category, and one more.
    pub fn side(&self) -> usize {
        self.cells.iter().flat_map(|(pair, _)| pair).max().map_or(0, |most| most + 1)
    }
}
