//! A place in a file: which file, from which byte, to which.

use std::num::NonZeroU32;

/// Which file of a map. Counted from 1 inside, so that a span that may be missing takes no more room than a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(NonZeroU32);

impl FileId {
    /// The id of the file at this index.
    pub fn new(index: usize) -> Self {
        let number = u32::try_from(index + 1).ok().and_then(NonZeroU32::new);
        FileId(number.expect("a map has fewer than four billion files"))
    }

    /// Its index among the files.
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// A run of bytes of one file; `start` is in it, `end` is not. Twelve bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file that the bytes are in.
    pub file: FileId,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

impl Span {
    /// The span of these bytes of this file.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        debug_assert!(start <= end && u32::try_from(end).is_ok(), "files are held below 4 GiB");
        Span { file, start: start as u32, end: end as u32 }
    }

    /// The smallest span that covers both; they are of the same file.
    pub fn to(self, other: Span) -> Span {
        debug_assert_eq!(self.file, other.file);
        Span { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The place just before this span.
    pub fn before(self) -> Span {
        Span { end: self.start, ..self }
    }

    /// The place just behind this span.
    pub fn behind(self) -> Span {
        Span { start: self.end, ..self }
    }

    /// Whether another span lies in it.
    pub fn covers(self, other: Span) -> bool {
        self.file == other.file && self.start <= other.start && other.end <= self.end
    }

    /// How many bytes it covers.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers no byte: a place between two.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}
