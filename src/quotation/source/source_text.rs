//! A source's text, made ready to be searched once for any number of quotations.

use std::ops::Range;

use crate::quotation::folding::skeleton::Skeleton;
use crate::quotation::position::Position;
use crate::text::LineIndex;

use super::furniture::{Furniture, FurnitureKind, body, furniture};
use super::reader::{self, Doubt, Extract, Format, ReadError};

/// Version of the rules by which a text is read; a change makes verdicts of older locks stale.
pub const NORMALISER_VERSION: u32 = 3;

/// A text with its furniture, its skeleton and the way from both to lines, pages and code points.
#[derive(Debug)]
pub struct SourceText {
    text: String,
    /// For HTML, the file that the text was taken out of.
    file: Option<Origin>,
    furniture: Vec<Furniture>,
    skeleton: Skeleton,
    lines: LineIndex,
    labels: Vec<String>,
    doubts: Vec<Doubt>,
    extractor: &'static str,
}

#[derive(Debug)]
struct Origin {
    file: String,
    lines: LineIndex,
    /// Offset in the text and in the file of each stretch taken over.
    pieces: Vec<(usize, usize)>,
}

impl Origin {
    /// The offset in the file of an offset in the text.
    fn offset(&self, offset: usize) -> usize {
        let after = self.pieces.partition_point(|(text, _)| *text <= offset);
        after.checked_sub(1).map_or(0, |index| {
            let (text, file) = self.pieces[index];
            file + offset - text
        })
    }
}

/// Whether this may be the name of a character, as in `&amp;`.
fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
}

impl SourceText {
    /// Reads the bytes of a file.
    pub fn read(bytes: Vec<u8>, format: Format) -> Result<Self, ReadError> {
        reader::read(bytes, format).map(Self::prepare)
    }

    fn prepare(extract: Extract) -> Self {
        let Extract { text, markup, file, labels, doubts, extractor } = extract;
        let furniture = furniture(&text, markup);
        let aside: Vec<_> = furniture.iter().map(|piece| piece.range.clone()).collect();
        let skeleton = Skeleton::new(&text, &body(&text, &furniture), &aside);
        let lines = LineIndex::new(&text);
        let file = file.map(|(file, pieces)| Origin { lines: LineIndex::new(&file), file, pieces });
        Self { text, file, furniture, skeleton, lines, labels, doubts, extractor }
    }

    /// The text: of a plain file the file itself, of HTML what a reader sees.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Program that took the text out of the file, with its version, as a lock records it.
    pub fn extractor(&self) -> &'static str {
        self.extractor
    }

    /// Pages on which nobody should rely.
    pub fn doubts(&self) -> &[Doubt] {
        &self.doubts
    }

    /// Whether the file gives its pages labels.
    pub fn has_page_labels(&self) -> bool {
        !self.labels.is_empty()
    }

    /// The label of a page, counted from 1: the one that the file gives it, else its number.
    pub fn page_label(&self, page: u32) -> String {
        let label = (page as usize).checked_sub(1).and_then(|index| self.labels.get(index));
        label.map_or_else(|| page.to_string(), Clone::clone)
    }

    /// Stretches that are not read on with the text.
    pub fn furniture(&self) -> &[Furniture] {
        &self.furniture
    }

    /// Line, column and page in the file of a byte offset in the text.
    pub fn position(&self, offset: usize) -> Position {
        match &self.file {
            Some(origin) => Position::new(&origin.lines, &origin.file, origin.offset(offset)),
            None => Position::new(&self.lines, &self.text, offset),
        }
    }

    /// The bytes of the file behind a range of bytes of the text, which is not empty.
    pub fn bytes_in_file(&self, range: Range<usize>) -> Range<usize> {
        let (Some(origin), Some(last)) = (&self.file, self.text[range.clone()].chars().next_back()) else {
            return range;
        };
        let last_start = origin.offset(range.end - last.len_utf8());
        let written = &origin.file[last_start..];
        // A character may be written by its name.
        let length = match written.find(';') {
            Some(end) if written.starts_with('&') && is_name(&written[1..end]) => end + 1,
            _ => last.len_utf8(),
        };
        origin.offset(range.start)..last_start + length
    }

    /// The code points of the text that a range of bytes covers.
    pub fn points(&self, range: Range<usize>) -> Range<usize> {
        self.lines.characters(&self.text, range.start)..self.lines.characters(&self.text, range.end)
    }

    /// Folded letters, body first and furniture after it.
    pub(crate) fn letters(&self) -> &str {
        self.skeleton.letters()
    }

    /// The letters after a place, at most `reach` of them, that are read on from it.
    pub(crate) fn letters_after(&self, at: usize, reach: usize) -> Range<usize> {
        self.skeleton.after(at, reach)
    }

    /// The letters before a place, at most `reach` of them, that it is read on from.
    pub(crate) fn letters_before(&self, at: usize, reach: usize) -> Range<usize> {
        self.skeleton.before(at, reach)
    }

    /// The bytes of the text behind a range of letters.
    pub(crate) fn locate(&self, letters: Range<usize>) -> Range<usize> {
        self.skeleton.locate(&self.text, letters)
    }

    /// The furniture within a range of bytes that does not lie in furniture itself.
    pub(crate) fn crossed(&self, range: &Range<usize>) -> &[Furniture] {
        let first = self.furniture.partition_point(|piece| piece.range.end <= range.start);
        let end = self.furniture.partition_point(|piece| piece.range.start < range.end);
        let crossed = &self.furniture[first.min(end)..end];
        match crossed {
            [only] if only.range.start <= range.start && range.end <= only.range.end => &[],
            _ => crossed,
        }
    }

    /// Whether a place lies in furniture.
    pub(crate) fn is_aside(&self, offset: usize) -> bool {
        let index = self.furniture.partition_point(|piece| piece.range.end <= offset);
        self.furniture.get(index).is_some_and(|piece| {
            // The marks before a quoted line, or a link that a line begins with, do not make furniture of the line.
            let rest = &self.text[piece.range.end..];
            let alone = || rest.lines().next().is_none_or(|line| line.trim().is_empty());
            piece.range.start <= offset && (piece.kind != FurnitureKind::Markup || alone())
        })
    }
}
