//! How far two answers to one question are apart: from 0, the same, to 1, the opposite.

use std::cmp::Ordering;

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

/// Side that an answer takes on a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The answer rejects the position.
    Rejects,
    /// Both this and not this.
    Between,
    /// The answer holds the position.
    Holds,
}

/// An answer to a question. Positions are known by their numbers, from 0.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// Sides on the positions that the answer is about, in their order. On a scale or a choice at most one is held, and
    /// none is between.
    Says(Box<[(u32, Side)]>),
    /// It stands between the positions of a scale or a choice.
    Middle,
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
    /// Sides on the positions that the answer is about, in their order; empty where it stands between.
    pub fn says(&self) -> &[(u32, Side)] {
        match self {
            Answer::Says(says) => says,
            Answer::Middle => &[],
        }
    }

    /// Of how many positions it speaks.
    pub fn length(&self) -> usize {
        self.says().len()
    }

    /// The position that it holds, where it can hold only one.
    pub fn held(&self) -> Option<u32> {
        self.says().iter().find(|(_, side)| *side == Side::Holds).map(|(position, _)| *position)
    }

    /// Where it stands on a scale of so many positions: twice as many steps from the first as there are, so that the
    /// middle of any scale is a whole number.
    pub fn place(&self, positions: u32) -> Option<u32> {
        match self {
            Answer::Middle => Some(positions - 1),
            Answer::Says(_) => self.held().map(|position| 2 * position),
        }
    }
}

impl Question {
    /// How far two answers are apart, after Gower, *A General Coefficient of Similarity and Some of Its Properties* (1971).
    ///
    /// On a scale the steps between the positions held, of all its steps. On a choice 0 where both hold or both reject
    /// the same position, 1 where they hold different ones or one holds what the other rejects; who stands in the middle is
    /// half away from whoever holds a position. On an open question the mean over the positions of which both speak. Else
    /// undefined.
    pub fn distance(self, a: &Answer, b: &Answer) -> Option<Fraction> {
        match self {
            Question::Scale(positions) => {
                let steps = a.place(positions)?.abs_diff(b.place(positions)?);
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
                let of_middle = |answer: &Answer| answer.place(positions).map(|place| place.cmp(&(positions - 1)));
                match [of_middle(a)?, of_middle(b)?] {
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
