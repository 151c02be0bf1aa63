//! Finds where a text comes nearest to a pattern, by Myers's bit-vector algorithm.

use std::collections::HashMap;
use std::ops::Range;

/// Letters held in one machine word.
const WIDTH: usize = 64;

/// The nearest passage and how many edits away it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Alignment {
    /// The passage, in characters of the text.
    pub(crate) range: Range<usize>,
    pub(crate) edits: usize,
}

/// A pattern made ready: for each of its characters, the positions at which it stands.
pub(crate) struct Pattern {
    length: usize,
    blocks: usize,
    ascii: [u32; 128],
    others: HashMap<char, u32, foldhash::fast::FixedState>,
    /// One word for each character and block; the first row is for characters not in the pattern.
    positions: Vec<u64>,
}

/// One block of a column of the distance matrix: its vertical differences, and its last value.
struct Block {
    rising: u64,
    falling: u64,
    score: i64,
}

/// The horizontal difference between two columns at one row: a bit for more, a bit for less.
#[derive(Clone, Copy)]
struct Carry {
    up: u64,
    down: u64,
}

/// Characters by which an equally near end may be later and still be preferred, so that a changed last word is compared with
/// the word that stands for it and not taken for an added one.
const TIE_REACH: usize = 16;

/// The nearest passage of at most `limit` edits; the leftmost and, there, the longest among equals.
pub(crate) fn align(pattern: &[char], text: &[char], limit: usize) -> Option<Alignment> {
    let forward = Pattern::new(pattern.iter().copied());
    let (edits, end) = forward.nearest_end(text.iter().copied(), limit)?;
    let backward = Pattern::new(pattern.iter().rev().copied());
    let reach = end.min(pattern.len() + edits);
    let reversed = text[end - reach..end].iter().rev().copied();
    let start = backward.nearest_prefix(reversed, edits).unwrap_or(reach);
    Some(Alignment { range: end - start..end, edits })
}

impl Pattern {
    pub(crate) fn new(pattern: impl ExactSizeIterator<Item = char>) -> Self {
        let length = pattern.len();
        let blocks = length.div_ceil(WIDTH).max(1);
        let mut made = Self { length, blocks, ascii: [0; 128], others: HashMap::default(), positions: vec![0; blocks] };
        let mut rows = 0;
        for (index, character) in pattern.enumerate() {
            let row = if character.is_ascii() {
                &mut made.ascii[character as usize]
            } else {
                made.others.entry(character).or_default()
            };
            if *row == 0 {
                rows += 1;
                *row = rows;
                made.positions.resize((rows as usize + 1) * blocks, 0);
            }
            made.positions[*row as usize * blocks + index / WIDTH] |= 1 << (index % WIDTH);
        }
        made
    }

    /// The fewest edits, at most `limit`, and the end of the first passage that needs no more.
    pub(crate) fn nearest_end(&self, text: impl Iterator<Item = char>, mut limit: usize) -> Option<(usize, usize)> {
        let mut best: Option<(usize, usize)> = None;
        self.run(text, limit, 0, |end, edits| {
            let better =
                best.is_none_or(|(fewest, last)| edits < fewest || (edits == fewest && end <= last + TIE_REACH));
            if edits <= limit && better {
                best = Some((edits, end));
                limit = edits;
            }
            edits > 0
        });
        best
    }

    /// The length of the longest prefix of a text that is exactly `edits` away.
    fn nearest_prefix(&self, text: impl Iterator<Item = char>, edits: usize) -> Option<usize> {
        let mut found = (self.length <= edits).then_some(0);
        self.run(text, edits, 1, |end, distance| {
            if distance <= edits {
                found = Some(end);
            }
            true
        });
        found
    }

    /// Runs over the text and calls `visit` with each end whose distance may be within the limit,
    /// until it says no. Each character adds `start_cost` to the first row: 0 lets a passage begin
    /// anywhere, 1 only at the start.
    fn run(
        &self,
        text: impl Iterator<Item = char>,
        limit: usize,
        start_cost: u64,
        mut visit: impl FnMut(usize, usize) -> bool,
    ) {
        let limit = limit as i64;
        let mut last = (limit as usize).max(1).div_ceil(WIDTH).min(self.blocks) - 1;
        let mut column: Vec<Block> = (0..self.blocks).map(|block| Block::first(self.rows(block))).collect();
        let final_row = (self.length.max(1) - 1) % WIDTH;
        for (index, character) in text.enumerate() {
            let row = if character.is_ascii() {
                self.ascii[character as usize]
            } else {
                self.others.get(&character).copied().unwrap_or(0)
            };
            let row = row as usize * self.blocks;
            let positions = &self.positions[row..row + self.blocks];
            let mut carry = Carry { up: start_cost, down: 0 };
            let bottom = |block: usize| {
                if block + 1 == self.blocks { final_row } else { WIDTH - 1 }
            };
            for (number, (block, positions)) in column[..=last].iter_mut().zip(positions).enumerate() {
                carry = block.step(*positions, carry, bottom(number));
            }
            // Blocks below the last one are further away than the limit and are left out.
            let above = column[last].score - carry.value();
            if last + 1 < self.blocks && above <= limit && (positions[last + 1] & 1 == 1 || carry.down == 1) {
                last += 1;
                let rows = self.rows(last) - self.rows(last - 1);
                column[last] = Block::first(rows);
                column[last].score += above;
                column[last].step(positions[last], carry, bottom(last));
            } else {
                while last > 0 && column[last].score >= limit + WIDTH as i64 {
                    last -= 1;
                }
            }
            if last + 1 == self.blocks
                && column[last].score <= limit
                && !visit(index + 1, column[last].score.max(0) as usize)
            {
                return;
            }
        }
    }

    /// How many rows of the matrix end with a block.
    fn rows(&self, block: usize) -> usize {
        self.length.max(1).min((block + 1) * WIDTH)
    }
}

impl Block {
    /// The block before the first column: each row is one further away.
    fn first(score: usize) -> Self {
        Self { rising: !0, falling: 0, score: score as i64 }
    }

    /// Moves a column on; gives the horizontal difference at the `bottom` row of the block.
    fn step(&mut self, positions: u64, carry: Carry, bottom: usize) -> Carry {
        let vertical = positions | self.falling;
        let equal = positions | carry.down;
        let horizontal = (((equal & self.rising).wrapping_add(self.rising)) ^ self.rising) | equal;
        let up = self.falling | !(horizontal | self.rising);
        let down = self.rising & horizontal;
        let out = Carry { up: up >> bottom & 1, down: down >> bottom & 1 };
        let (up, down) = (up << 1 | carry.up, down << 1 | carry.down);
        self.rising = down | !(vertical | up);
        self.falling = up & vertical;
        self.score += out.value();
        out
    }
}

impl Carry {
    fn value(self) -> i64 {
        self.up as i64 - self.down as i64
    }
}

#[cfg(test)]
mod tests {
    use super::{Alignment, align};
    use proptest::prelude::*;

    /// The textbook matrix: fewest edits between the pattern and any passage that ends at each place.
    fn fewest(pattern: &[char], text: &[char]) -> usize {
        let mut column: Vec<usize> = (0..=pattern.len()).collect();
        let mut best = pattern.len();
        for character in text {
            let mut diagonal = 0;
            for (row, letter) in pattern.iter().enumerate() {
                let next = (diagonal + usize::from(letter != character)).min(column[row] + 1).min(column[row + 1] + 1);
                diagonal = column[row + 1];
                column[row + 1] = next;
            }
            best = best.min(column[pattern.len()]);
        }
        best
    }

    proptest! {
        #[test]
        fn agrees_with_the_matrix(
            pattern in prop::collection::vec(prop::sample::select(vec!['a', 'b', 'c', '日']), 1..200),
            text in prop::collection::vec(prop::sample::select(vec!['a', 'b', 'c', '日']), 0..300),
            limit in 0usize..200,
        ) {
            let expected = fewest(&pattern, &text);
            let found = align(&pattern, &text, limit);
            match &found {
                Some(Alignment { edits, range }) => {
                    prop_assert_eq!(*edits, expected);
                    prop_assert_eq!(fewest(&pattern, &text[range.clone()]), expected);
                }
                None => prop_assert!(expected > limit || expected == pattern.len()),
            }
        }

        #[test]
        fn finds_a_passage_with_few_edits(
            text in prop::collection::vec(prop::char::range('a', 'f'), 300..600),
            start in 0usize..100,
            changed in prop::collection::vec(0usize..150, 0..8),
        ) {
            let mut pattern = text[start..start + 150].to_vec();
            for at in changed {
                pattern[at] = 'z';
            }
            let expected = fewest(&pattern, &text);
            prop_assert_eq!(align(&pattern, &text, 40).map(|found| found.edits), Some(expected));
        }
    }
}
