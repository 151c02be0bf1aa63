//! Furniture of a text, which is not read on with it: page numbers, running heads, notes, markup.

mod page_edge;
mod page_number;

use std::ops::Range;

use serde::Serialize;

use crate::quotation::folding::note_mark;

use page_edge::{Edge, edges};
use page_number::page_number;

/// Bytes of the longest shortcode.
const SHORTCODE_BYTES: usize = 300;

/// A kind of furniture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FurnitureKind {
    /// A line that is only a page number.
    PageNumber,
    /// A short line that many pages have at their head or foot.
    RunningHead,
    /// A footnote or endnote that stands between the lines of the text.
    NoteBlock,
    /// A note mark in the running text.
    NoteMark,
    /// Marks of Markdown or HTML, and the targets of links.
    Markup,
    /// `[name attribute="…"]` of a publishing system.
    Shortcode,
}

/// One piece of furniture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Furniture {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The kind of furniture, by which it is named to people.
    pub kind: FurnitureKind,
}

/// All furniture of a text, with the `markup` its reader knows of: in order, none overlapping.
pub(crate) fn furniture(text: &str, markup: Vec<Range<usize>>) -> Vec<Furniture> {
    let mut found: Vec<Furniture> =
        markup.into_iter().map(|range| Furniture { range, kind: FurnitureKind::Markup }).collect();
    shortcodes(text, &mut found);
    found.extend(edges(text).into_iter().map(|Edge { range, is_number }| {
        let kind = if is_number { FurnitureKind::PageNumber } else { FurnitureKind::RunningHead };
        Furniture { range, kind }
    }));
    blocks(text, &mut found);
    found.sort_by_key(|piece| (piece.range.start, piece.range.end));
    let mut apart: Vec<Furniture> = Vec::with_capacity(found.len());
    for next in found {
        match apart.last_mut() {
            Some(last) if next.range.start < last.range.end => {
                last.range.end = last.range.end.max(next.range.end);
            }
            // Notes that follow each other are one block, so that a quotation may span them.
            Some(last) if last.kind == next.kind && text[last.range.end..next.range.start].trim().is_empty() => {
                last.range.end = next.range.end;
            }
            _ => apart.push(next),
        }
    }
    apart
}

/// The ranges between the furniture.
pub(crate) fn body(text: &str, furniture: &[Furniture]) -> Vec<Range<usize>> {
    let starts = std::iter::once(0).chain(furniture.iter().map(|piece| piece.range.end));
    let ends = furniture.iter().map(|piece| piece.range.start).chain(std::iter::once(text.len()));
    starts.zip(ends).map(|(start, end)| start..end).filter(|range| !range.is_empty()).collect()
}

fn shortcodes(text: &str, found: &mut Vec<Furniture>) {
    for start in memchr::memchr_iter(b'[', text.as_bytes()) {
        let inside = &text.as_bytes()[start + 1..text.len().min(start + SHORTCODE_BYTES)];
        let name = inside.strip_prefix(b"/").unwrap_or(inside);
        if !name.first().is_some_and(u8::is_ascii_lowercase) {
            continue;
        }
        let Some(end) = memchr::memchr(b']', inside) else {
            continue;
        };
        if name.len() < inside.len() || memchr::memmem::find(&inside[..end], b"=\"").is_some() {
            found.push(Furniture { range: start..start + end + 2, kind: FurnitureKind::Shortcode });
        }
    }
}

/// Page numbers and notes, which are known by how their paragraph begins.
fn blocks(text: &str, found: &mut Vec<Furniture>) {
    let mut before = 0..0;
    for range in paragraphs(text) {
        let block = text[range.clone()].trim_start();
        if page_number(block.trim_end()).is_some() {
            found.push(Furniture { range: range.clone(), kind: FurnitureKind::PageNumber });
        } else if begins_note(block) {
            // The end of an earlier note may have been carried over to this page.
            let carried = text[before.clone()].trim_start().starts_with(['.', ',', ';', ':', '>', ')']);
            let start = if carried { before.start } else { range.start };
            found.push(Furniture { range: start..range.end, kind: FurnitureKind::NoteBlock });
        }
        before = range;
    }
}

/// The stretches of lines with no blank line and no page break between them.
pub(crate) fn paragraphs(text: &str) -> impl Iterator<Item = Range<usize>> {
    Paragraphs { text, at: 0 }
}

struct Paragraphs<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Paragraphs<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let mut block: Option<Range<usize>> = None;
        while self.at < self.text.len() {
            let end = line_end(self.text, self.at);
            let line = &self.text[self.at..end];
            let blank = line.trim().is_empty();
            match &mut block {
                Some(_) if blank || line.starts_with('\x0C') => return block,
                Some(block) => block.end = end,
                None if !blank => block = Some(self.at..end),
                None => {}
            }
            self.at = end + 1;
        }
        block
    }
}

fn begins_note(block: &str) -> bool {
    note_mark::end(block, 0).is_some_and(|end| {
        let rest = &block[end..];
        rest.starts_with([' ', '\u{a0}', ':', '\t']) || block.starts_with(note_mark::is_superscript)
    })
}

fn line_end(text: &str, start: usize) -> usize {
    memchr::memchr(b'\n', &text.as_bytes()[start..]).map_or(text.len(), |length| start + length)
}
