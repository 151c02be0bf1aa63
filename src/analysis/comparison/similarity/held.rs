//! One column, made ready to be held against many others.

use measure::matrix::{Beside, Sum, Without};

/// The answers of a column, all of them and those that were not read into the texts.
#[derive(Debug)]
pub struct Held<'s> {
    all: Beside<'s>,
    /// None where nothing was read in: then these are all.
    stated: Option<Beside<'s>>,
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

impl<'s> Held<'s> {
    pub(super) fn new(all: Beside<'s>, stated: Option<Beside<'s>>) -> Held<'s> {
        Held { all, stated }
    }

    /// How far another is apart.
    pub fn distance(&self, other: usize) -> Distance {
        let [same, opposite] = self.all.sides(other);
        let [inferred, inferred_ordered] = self.inferred(other);
        Distance { sum: self.all.sum(other), inferred, inferred_ordered, same, opposite }
    }

    /// How far another is apart, and how many of these comparisons are with what was only read into the texts.
    pub fn sum(&self, other: usize) -> (Sum, u64) {
        (self.all.sum(other), self.inferred(other)[0])
    }

    /// Bounds of Gower's similarity without one of the issues, which are known by their places in the map.
    pub fn without(&self, other: usize, sum: &Sum) -> Option<Without> {
        sum.without(self.all.each(other))
    }

    /// How many comparisons there are with what was only read into the texts, on all issues and on those with an order.
    fn inferred(&self, other: usize) -> [u64; 2] {
        let mut counts = [0, 0];
        let Some(stated) = &self.stated else { return counts };
        let mut rest = stated.each(other).peekable();
        for (issue, sum) in self.all.each(other) {
            while rest.next_if(|(stated, _)| *stated < issue).is_some() {}
            let stated = rest.next_if(|(stated, _)| *stated == issue).map_or(0, |(_, sum)| sum.number);
            let more = sum.number.saturating_sub(stated);
            counts[0] += more;
            counts[1] += if self.all.is_ordered(issue) { more } else { 0 };
        }
        counts
    }
}
