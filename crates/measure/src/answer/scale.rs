//! Places on a scale, in half steps from its lower end, and how far two answers are apart on it.

use super::said::{Answer, Side};

/// Where an answer that did not change stands by itself: in the middle of all that it holds, or where it rejects all but one.
pub(super) fn place(answer: &Answer, positions: u32) -> Option<u32> {
    let says = match answer {
        Answer::Says(says) => says,
        Answer::Middle => return Some(positions - 1),
        Answer::Turned(_) => return None,
    };
    let mut held = says.iter().filter(|(_, side)| *side == Side::Holds).map(|(position, _)| *position);
    if let Some(first) = held.next() {
        return Some(first + held.next_back().unwrap_or(first));
    }
    (says.len() + 1 == positions as usize)
        .then(|| left(answer, positions).next())
        .flatten()
        .map(|position| 2 * position)
}

/// How many half steps lie between two answers.
pub(super) fn steps(a: &Answer, b: &Answer, positions: u32) -> Option<u32> {
    let apart = |a: &Answer, b: &Answer| places(a, b, positions).map(|[a, b]| a.abs_diff(b));
    let last = apart(a.last(), b.last());
    let mut days: Vec<u32> = turns(a).iter().chain(turns(b)).map(|(day, _)| *day).collect();
    if days.is_empty() {
        return last;
    }
    days.sort_unstable();
    days.dedup();
    let (mut of_a, mut of_b) = (Walk::new(a), Walk::new(b));
    let nearest = days.into_iter().filter_map(|day| apart(of_a.on(day), of_b.on(day))).min();
    if nearest == Some(0) { last } else { nearest.or(last) }
}

/// Where two answers stand that did not change, held against each other: whoever only rejects, at the nearest position left.
pub(super) fn places(a: &Answer, b: &Answer, positions: u32) -> Option<[u32; 2]> {
    match (place(a, positions), place(b, positions)) {
        (Some(a), Some(b)) => Some([a, b]),
        (Some(a), None) => Some([a, nearest(b, a, positions)?]),
        (None, Some(b)) => Some([nearest(a, b, positions)?, b]),
        (None, None) => nearest_pair(a, b, positions),
    }
}

fn turns(answer: &Answer) -> &[(u32, Answer)] {
    match answer {
        Answer::Turned(turns) => turns,
        Answer::Says(_) | Answer::Middle => &[],
    }
}

/// Walk through an answer, day after day.
struct Walk<'a> {
    answer: &'a Answer,
    next: &'a [(u32, Answer)],
}

impl<'a> Walk<'a> {
    /// Walk from the beginning: the first answer counts for the time before, too.
    fn new(answer: &'a Answer) -> Self {
        match turns(answer) {
            [(_, first), next @ ..] => Walk { answer: first, next },
            [] => Walk { answer, next: &[] },
        }
    }

    /// On this day, which is none before the one asked for last.
    fn on(&mut self, day: u32) -> &'a Answer {
        while let [(since, answer), next @ ..] = self.next
            && *since <= day
        {
            (self.answer, self.next) = (answer, next);
        }
        self.answer
    }
}

/// The positions that an answer does not reject.
fn left(answer: &Answer, positions: u32) -> impl Iterator<Item = u32> {
    (0..positions).filter(|position| is_left(answer, *position))
}

fn is_left(answer: &Answer, position: u32) -> bool {
    let says = answer.says();
    says.binary_search_by_key(&position, |(position, _)| *position).map_or(true, |at| says[at].1 != Side::Rejects)
}

/// The place of the position left that is nearest to a place; of two the lower one.
fn nearest(answer: &Answer, place: u32, positions: u32) -> Option<u32> {
    let below = (0..=place / 2).rev().find(|&position| is_left(answer, position));
    let above = (place / 2 + 1..positions).find(|&position| is_left(answer, position));
    below.into_iter().chain(above).map(|position| 2 * position).min_by_key(|it| it.abs_diff(place))
}

/// The places of the two positions left that are nearest to each other: the lowest that both leave, if any.
fn nearest_pair(a: &Answer, b: &Answer, positions: u32) -> Option<[u32; 2]> {
    if let Some(both) = left(a, positions).find(|&position| is_left(b, position)) {
        return Some([2 * both; 2]);
    }
    let mut rest = left(b, positions).peekable();
    let (mut below, mut found): (Option<u32>, Option<[u32; 2]>) = (None, None);
    for of_a in left(a, positions) {
        while let Some(of_b) = rest.next_if(|of_b| *of_b < of_a) {
            below = Some(of_b);
        }
        for of_b in below.into_iter().chain(rest.peek().copied()) {
            if found.is_none_or(|[x, y]| of_a.abs_diff(of_b) < x.abs_diff(y)) {
                found = Some([of_a, of_b]);
            }
        }
    }
    found.map(|pair| pair.map(|position| 2 * position))
}

#[cfg(test)]
mod tests;
