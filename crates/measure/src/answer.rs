//! How far two answers to one question are apart: from 0, the same, to 1, the opposite.

mod said;
mod scale;

use std::cmp::Ordering;

pub use said::{Answer, Side};

/// How the positions that answer a question relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// A scale of so many ordered positions, each excluding the others. Yes and no are two.
    Scale(u32),
    /// A choice among positions without order, each excluding the others.
    Choice,
    /// An open question: each position is answered by itself.
    Open,
}

/// A part of one, as whole numbers, so that sums of it are exact: at most as many `parts` as there are `of`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    /// The numerator of the fraction.
    pub parts: u64,
    /// Of how many that make one; at least 1.
    pub of: u64,
}

impl Answer {
    /// Place on a scale of so many positions, in the end: twice as many steps from the first as there are, so that
    /// the middle of any scale or range is a whole number. Whoever only rejects has a place where one position is left.
    pub fn place(&self, positions: u32) -> Option<u32> {
        scale::place(self.last(), positions)
    }
}

impl Question {
    /// How far two answers are apart, after Gower, *A General Coefficient of Similarity and Some of Its Properties* (1971).
    ///
    /// On a scale the steps between the places, of all its steps: a range stands at its middle, whoever only rejects at the
    /// nearest position that is left. An answer that changed counts as it is in the end, but where the two agree at no date, as at
    /// the date at which they are nearest. On a choice 0 where both hold or both reject
    /// the same position, 1 where they hold different ones or one holds what the other rejects; who stands in the middle is
    /// half away from whoever holds a position. On an open question the mean over the positions of which both speak. Else
    /// undefined.
    pub fn distance(self, a: &Answer, b: &Answer) -> Option<Fraction> {
        match self {
            Question::Scale(positions) => {
                let steps = scale::steps(a, b, positions)?;
                Some(Fraction { parts: u64::from(steps), of: 2 * u64::from(positions.max(2) - 1) })
            }
            Question::Choice => of_choice(a, b),
            Question::Open => {
                let (mut parts, mut of) = (0, 0);
                for (x, y) in common(a.says(), b.says()) {
                    parts += (x as u64).abs_diff(y as u64);
                    of += 2;
                }
                (of > 0).then_some(Fraction { parts, of })
            }
        }
    }

    /// Whether two answers lie on one side or on opposite sides: of the middle of a scale, else nearer to the same or to
    /// the opposite. `Equal` where one is in the middle; undefined where the distance is.
    pub fn sides(self, a: &Answer, b: &Answer) -> Option<Sides> {
        let distance = self.distance(a, b)?;
        let order = match self {
            Question::Scale(positions) => {
                match scale::places(a.last(), b.last(), positions)?.map(|place| place.cmp(&(positions - 1))) {
                    [Ordering::Equal, _] | [_, Ordering::Equal] => Ordering::Equal,
                    [x, y] if x == y => Ordering::Less,
                    _ => Ordering::Greater,
                }
            }
            Question::Choice | Question::Open => (2 * distance.parts).cmp(&distance.of),
        };
        Some(match order {
            Ordering::Less => Sides::Same,
            Ordering::Equal => Sides::Neither,
            Ordering::Greater => Sides::Opposite,
        })
    }
}

/// How two answers lie to the middle of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sides {
    /// On the same side.
    Same,
    /// One of them is in the middle.
    Neither,
    /// On opposite sides of the middle.
    Opposite,
}

fn of_choice(a: &Answer, b: &Answer) -> Option<Fraction> {
    let whole = |parts| Some(Fraction { parts, of: 2 });
    match (a, b) {
        (Answer::Middle, Answer::Middle) => return whole(0),
        (Answer::Middle, other) | (other, Answer::Middle) => return other.held().and(whole(1)),
        _ => {}
    }
    let clash = common(a.says(), b.says()).any(|(x, y)| x != y);
    match (a.held(), b.held()) {
        _ if clash => whole(2),
        (Some(x), Some(y)) => whole(if x == y { 0 } else { 2 }),
        _ if common(a.says(), b.says()).next().is_some() => whole(0),
        _ => None,
    }
}

/// Pairs of sides on the positions that both answers are about.
fn common<'s>(a: &'s [(u32, Side)], b: &'s [(u32, Side)]) -> impl Iterator<Item = (Side, Side)> {
    let mut rest = b;
    a.iter().filter_map(move |&(position, side)| {
        while let [(other, _), below @ ..] = rest
            && *other < position
        {
            rest = below;
        }
        rest.first().filter(|(other, _)| *other == position).map(|&(_, other)| (side, other))
    })
}

#[cfg(test)]
pub(crate) mod tests;
