//! The skeleton of a text: folded letters, marks and digits only, with the way back to the text.

use std::ops::Range;

use super::letters::{ASCII, fold_unit};

/// Stands between runs that are not read on from one to the other; no text folds to it.
pub(crate) const BREAK: u8 = b'\n';

/// How many bytes the fast path takes at a time.
const CHUNK: usize = 64;

/// How far apart, in bytes of the skeleton, the known ways back to the text are.
const STRIDE: u32 = 128;

/// Folded text with sparse anchors: what lies between two anchors is folded again when asked for,
/// which costs a microsecond a place and saves four bytes for every letter.
#[derive(Debug)]
pub(crate) struct Skeleton {
    letters: String,
    anchors: Vec<Anchor>,
    /// Where a `BREAK` stands.
    breaks: Vec<u32>,
}

#[derive(Default)]
struct Builder {
    letters: Vec<u8>,
    anchors: Vec<Anchor>,
    breaks: Vec<u32>,
}

#[derive(Debug, Clone, Copy)]
struct Anchor {
    skeleton: u32,
    text: u32,
}

/// The skeleton of a whole short text, such as a quotation.
pub(crate) fn skeleton(text: &str) -> String {
    let mut builder = Builder::default();
    builder.read(text, 0..text.len());
    builder.finish().letters
}

impl Skeleton {
    /// Folds `body`, read on over its interruptions, and then each range of `aside` by itself.
    pub(crate) fn new(text: &str, body: &[Range<usize>], aside: &[Range<usize>]) -> Self {
        let mut builder = Builder {
            letters: Vec::with_capacity(text.len() - text.len() / 8),
            anchors: Vec::with_capacity(text.len() / STRIDE as usize),
            breaks: Vec::with_capacity(aside.len()),
        };
        for range in body {
            builder.read(text, range.clone());
        }
        for range in aside {
            builder.breaks.push(builder.letters.len() as u32);
            builder.letters.push(BREAK);
            builder.read(text, range.clone());
        }
        builder.finish()
    }

    pub(crate) fn letters(&self) -> &str {
        &self.letters
    }

    /// The letters after a place, at most `reach` of them, that are read on from it.
    pub(crate) fn after(&self, at: usize, reach: usize) -> Range<usize> {
        let next = self.breaks.partition_point(|place| (*place as usize) < at);
        let end = self.letters.len().min(at + reach);
        at..self.breaks.get(next).map_or(end, |place| end.min(*place as usize))
    }

    /// The letters before a place, at most `reach` of them, that it is read on from.
    pub(crate) fn before(&self, at: usize, reach: usize) -> Range<usize> {
        let next = self.breaks.partition_point(|place| (*place as usize) < at);
        let start = at.saturating_sub(reach);
        next.checked_sub(1).map_or(start, |last| start.max(self.breaks[last] as usize + 1))..at
    }

    /// The range of the text whose letters fill `range` of the skeleton, which is not empty.
    pub(crate) fn locate(&self, text: &str, range: Range<usize>) -> Range<usize> {
        let (first, _) = unit(text, self.anchor_before(range.start), range.start);
        let last = range.end - 1;
        // A short range ends before the next anchor: its first unit is nearer than the one before.
        let from = Some(self.anchor_before(last)).filter(|anchor| anchor.skeleton > first.skeleton);
        let (_, end) = unit(text, from.unwrap_or(first), last);
        first.text as usize..end
    }

    fn anchor_before(&self, offset: usize) -> Anchor {
        let after = self.anchors.partition_point(|anchor| anchor.skeleton as usize <= offset);
        after.checked_sub(1).map_or(Anchor { skeleton: 0, text: 0 }, |index| self.anchors[index])
    }
}

/// The start of the unit of the text that folds to the letter at `offset`, looked for from an
/// anchor before it, and the unit's end.
fn unit(text: &str, from: Anchor, offset: usize) -> (Anchor, usize) {
    let (mut at, mut folded) = (from.text as usize, from.skeleton as usize);
    let anchor = |at: usize, folded: usize| Anchor { skeleton: folded as u32, text: at as u32 };
    let mut unit = Vec::new();
    let bytes = text.as_bytes();
    while at < text.len() {
        // The common case by itself, for every place found is looked up.
        if !is_special(&bytes[at]) && bytes.get(at + 1).is_none_or(u8::is_ascii) {
            if ASCII[usize::from(bytes[at])] != 0 {
                if folded == offset {
                    return (anchor(at, folded), at + 1);
                }
                folded += 1;
            }
            at += 1;
            continue;
        }
        unit.clear();
        let end = fold_unit(text, at, &mut unit);
        if folded + unit.len() > offset {
            return (anchor(at, folded), end);
        }
        folded += unit.len();
        at = end;
    }
    (anchor(at, folded), at)
}

impl Builder {
    fn read(&mut self, text: &str, range: Range<usize>) {
        let mut at = range.start;
        self.anchor(at);
        while at < range.end {
            if self.letters.len() as u32 - self.anchors.last().map_or(0, |last| last.skeleton) >= STRIDE {
                self.anchor(at);
            }
            let chunk = &text.as_bytes()[at..range.end.min(at + CHUNK)];
            let mut plain = chunk.len();
            if chunk.iter().any(is_special) {
                plain = chunk.iter().position(is_special).unwrap_or(plain);
            }
            // A mark after this chunk would compose with its last letter.
            let marked = text.as_bytes().get(at + plain).is_some_and(|next| *next >= 0x80);
            plain -= usize::from(marked && plain > 0);
            if plain > 0 {
                self.push_ascii(&chunk[..plain]);
                at += plain;
            } else {
                at = fold_unit(text, at, &mut self.letters).min(range.end);
            }
        }
    }

    fn push_ascii(&mut self, chunk: &[u8]) {
        let mut kept = [0; CHUNK];
        let mut count = 0;
        for byte in chunk {
            let letter = ASCII[usize::from(byte & 0x7F)];
            kept[count] = letter;
            count += usize::from(letter != 0);
        }
        self.letters.extend_from_slice(&kept[..count]);
    }

    fn finish(self) -> Skeleton {
        let mut letters = String::from_utf8(self.letters).expect("only whole characters are folded into letters");
        letters.shrink_to_fit();
        Skeleton { letters, anchors: self.anchors, breaks: self.breaks }
    }

    fn anchor(&mut self, at: usize) {
        self.anchors.push(Anchor { skeleton: self.letters.len() as u32, text: at as u32 });
    }
}

/// Whether the fast path must stop: what is not ASCII, or may be a note mark.
fn is_special(byte: &u8) -> bool {
    *byte >= 0x80 || *byte == b'['
}
