//! One column, made ready to be held against many others.

use measure::matrix::{Beside, Met, OfOne, Sum, Without};

/// A column among others.
#[derive(Debug)]
pub enum Held<'s> {
    /// By the kinds of pairs of answers.
    Counted(OfOne<'s>),
    /// Issue by issue, where there are too many kinds: by all answers, and by those that were not read into the texts. None where
    /// nothing was read in: then these are all.
    Each(Beside<'s>, Option<Beside<'s>>),
}

/// How far two are apart, and what that rests on.
#[derive(Debug, Clone, Copy)]
pub struct Distance {
    /// Added up over the issues where it is defined.
    pub sum: Sum,
    /// On how many of these one of the two, or both, stands only by what was read into the texts.
    pub inferred: u64,
    /// The same of the issues with an order.
    pub inferred_ordered: u64,
    /// On how many of these they are on the same side.
    pub same: usize,
    /// On how many on opposite sides.
    pub opposite: usize,
}

impl Held<'_> {
    /// How far another is apart.
    pub fn distance(&mut self, other: usize) -> Distance {
        let Met { sum, missing: [inferred, inferred_ordered], sides: [same, opposite] } = self.meet(other);
        Distance { sum, inferred, inferred_ordered, same, opposite }
    }

    /// How far another is apart, and how many of these comparisons are with what was only read into the texts.
    pub fn sum(&mut self, other: usize) -> (Sum, u64) {
        let met = self.meet(other);
        (met.sum, met.missing[0])
    }

    /// How far another is apart, with the bounds of Gower's similarity without one of the issues; of those that move it most the first
    /// `named`, which are known by their places in the map, and how many there are.
    pub fn without(&mut self, other: usize, named: usize) -> (Distance, Option<(Without, usize)>) {
        let distance = self.distance(other);
        let without = match self {
            Held::Counted(of_one) => {
                let missing = [distance.inferred, distance.inferred_ordered];
                let met = Met { sum: distance.sum, missing, sides: [distance.same, distance.opposite] };
                of_one.without(&met, named)
            }
            Held::Each(all, _) => distance.sum.without(all.each(other)).map(|mut without| {
                let number = without.most.len();
                without.most.truncate(named);
                (without, number)
            }),
        };
        (distance, without)
    }

    fn meet(&mut self, other: usize) -> Met {
        match self {
            Held::Counted(of_one) => of_one.meet(other),
            Held::Each(all, stated) => {
                Met { sum: all.sum(other), missing: inferred(all, stated.as_ref(), other), sides: all.sides(other) }
            }
        }
    }
}

/// How many comparisons there are with what was only read into the texts, on all issues and on those with an order.
fn inferred(all: &Beside<'_>, stated: Option<&Beside<'_>>, other: usize) -> [u64; 2] {
    let mut counts = [0, 0];
    let Some(stated) = stated else { return counts };
    let mut rest = stated.each(other).peekable();
    for (issue, sum) in all.each(other) {
        while rest.next_if(|(stated, _)| *stated < issue).is_some() {}
        let stated = rest.next_if(|(stated, _)| *stated == issue).map_or(0, |(_, sum)| sum.number);
        let more = sum.number.saturating_sub(stated);
        counts[0] += more;
        counts[1] += if all.is_ordered(issue) { more } else { 0 };
    }
    counts
}
