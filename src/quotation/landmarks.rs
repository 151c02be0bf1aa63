//! Lines, code points and pages counted at regular steps, so that any place is found by a short count.

use serde::Serialize;

const STEP: usize = 1 << 10;

/// Where a reader finds a place: line and column count from one, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// The character in its line.
    pub column: u32,
    /// The page, where the text has form feeds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
}

/// Counts at every step of a text.
#[derive(Debug, Default)]
pub(super) struct Landmarks {
    steps: Vec<Counts>,
    paged: bool,
}

#[derive(Debug, Default, Clone, Copy)]
struct Counts {
    lines: u32,
    points: u32,
    pages: u32,
}

impl Landmarks {
    pub(super) fn new(text: &str) -> Self {
        let mut counts = Counts::default();
        let mut steps = Vec::with_capacity(text.len() / STEP + 2);
        steps.push(counts);
        for chunk in text.as_bytes().chunks(STEP) {
            counts.add(chunk);
            steps.push(counts);
        }
        Self { steps, paged: counts.pages > 0 }
    }

    /// Line, column and page of a byte offset.
    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let counts = self.counts(text, offset);
        let before = &text.as_bytes()[..offset.min(text.len())];
        let line_start = memchr::memrchr(b'\n', before).map_or(0, |newline| newline + 1);
        Position {
            line: counts.lines + 1,
            column: points(&before[line_start..]) + 1,
            page: self.paged.then_some(counts.pages + 1),
        }
    }

    /// How many code points stand before a byte offset.
    pub(super) fn points(&self, text: &str, offset: usize) -> usize {
        self.counts(text, offset).points as usize
    }

    fn counts(&self, text: &str, offset: usize) -> Counts {
        let offset = offset.min(text.len());
        let step = offset / STEP;
        let mut counts = self.steps[step];
        counts.add(&text.as_bytes()[step * STEP..offset]);
        counts
    }
}

impl Counts {
    fn add(&mut self, bytes: &[u8]) {
        self.lines += memchr::memchr_iter(b'\n', bytes).count() as u32;
        self.pages += memchr::memchr_iter(b'\x0C', bytes).count() as u32;
        self.points += points(bytes);
    }
}

/// Bytes that begin a character, summed in bytes as long as they do not overflow: that is fast.
fn points(bytes: &[u8]) -> u32 {
    let begins = |byte: &u8| u8::from(*byte & 0xC0 != 0x80);
    bytes.chunks(128).map(|chunk| u32::from(chunk.iter().map(begins).sum::<u8>())).sum()
}

#[cfg(test)]
mod tests {
    use super::{Landmarks, Position};

    #[test]
    fn counts_characters_not_bytes() {
        let text = "één\n日本\x0Cx";
        let landmarks = Landmarks::new(text);
        let at = text.find('x').expect("the text has an x");
        assert_eq!(landmarks.position(text, at), Position { line: 2, column: 4, page: Some(2) });
        assert_eq!(landmarks.points(text, at), 7);
        assert_eq!(Landmarks::new("").position("", 0), Position { line: 1, column: 1, page: None });
    }
}
