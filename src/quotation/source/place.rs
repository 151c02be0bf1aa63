//! The place of a passage as a reader counts it: section, and paragraph of the body.

mod block;

use std::fmt;
use std::ops::Range;

use serde::Serialize;

use super::furniture::{self, Furniture};
use super::source_text::SourceText;
use block::{Block, begins_section, find_pulled, is_capital, is_caption, kind, label, last_sign, set_off};

/// A line this long is a paragraph by itself, whatever follows it.
const LONG_LINE: usize = 120;

/// A place as a reader gives it: `III, para 2`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReaderPlace {
    /// The number or words of the section's heading, if the text has sections.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The paragraph of the body within the section, from one.
    pub paragraph: usize,
}

impl fmt::Display for ReaderPlace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(section) = &self.section {
            write!(formatter, "{section}, ")?;
        }
        write!(formatter, "para {}", self.paragraph)
    }
}

/// The body of a text, counted once for any number of places.
#[derive(Debug)]
pub struct Outline {
    paragraphs: Vec<(Range<usize>, ReaderPlace)>,
    /// The furniture that interrupts the lines, in order.
    furniture: Vec<Furniture>,
}

impl Outline {
    /// Counts the sections and paragraphs of a source; furniture and pull quotes are not counted.
    pub fn new(source: &SourceText) -> Self {
        let text = source.text();
        let ranges = blocks(source);
        let shown: Vec<String> = ranges.iter().map(|range| source.read_on(range.clone())).collect();
        let mut kinds: Vec<Block> =
            shown.iter().zip(&ranges).map(|(block, range)| kind(block, &text[range.clone()])).collect();
        find_pulled(&shown, &mut kinds);
        let numbered = kinds.iter().filter(|kind| label(kind).is_some()).count() >= 2;
        let mut outline = Self { paragraphs: Vec::new(), furniture: source.furniture().to_vec() };
        let mut section = None;
        let mut paragraph = 0;
        let mut in_numbered = false;
        let set_off = set_off(text, &ranges, &kinds);
        for (((range, shown), kind), set_off) in ranges.into_iter().zip(&shown).zip(&kinds).zip(set_off) {
            let own = label(kind).cloned();
            in_numbered |= numbered && own.is_some();
            let begins = match kind {
                // Headings before the numbered sections may be of their own kind.
                Block::Heading { .. } if numbered => own.is_some() || !in_numbered,
                // Before the body there are only titles and names.
                Block::Heading { marked, .. } => *marked || !outline.paragraphs.is_empty(),
                Block::Paragraph { .. } => numbered && own.is_some(),
                Block::Pulled => false,
            };
            if begins {
                section = own.or_else(|| Some(shown.trim_matches(['#', '[', ']', '*', ' ']).to_owned()));
                paragraph = 0;
            }
            if matches!(kind, Block::Paragraph { .. }) {
                paragraph += usize::from(!set_off);
                outline.paragraphs.push((range, ReaderPlace { section: section.clone(), paragraph }));
            }
        }
        outline
    }

    /// The sections in which there are paragraphs, in order.
    pub fn sections(&self) -> Vec<&str> {
        let mut sections: Vec<&str> =
            self.paragraphs.iter().filter_map(|(_, place)| place.section.as_deref()).collect();
        sections.dedup();
        sections
    }

    /// The place of a byte offset, where it lies in the body.
    pub fn place(&self, offset: usize) -> Option<&ReaderPlace> {
        let index = self.paragraphs.partition_point(|(range, _)| range.end <= offset);
        let (range, place) = self.paragraphs.get(index)?;
        let next = self.furniture.partition_point(|piece| piece.range.end <= offset);
        let is_aside = self.furniture.get(next).is_some_and(|piece| piece.range.start <= offset);
        (range.contains(&offset) && !is_aside).then_some(place)
    }
}

/// The blocks of a body, the halves of a paragraph that furniture interrupts put together.
fn blocks(source: &SourceText) -> Vec<Range<usize>> {
    let text = source.text();
    let spaced = is_double_spaced(text);
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut last_line = "";
    for line in lines(source) {
        let shown = text[line.clone()].trim();
        let goes_on = blocks.last().is_some_and(|block| {
            let between = &text[block.end..line.start];
            let breaks = memchr::memchr_iter(b'\n', between.as_bytes()).count();
            let near = breaks <= if spaced { 2 } else { 1 };
            let finished = matches!(last_sign(last_line), Some('.' | '!' | '?' | ':' | '。'));
            let indented = spaced && finished && text[line.clone()].starts_with(' ');
            let goes_on = |c: char| c.is_lowercase() || c.is_ascii_digit();
            let headed = text[block.clone()].lines().next().is_some_and(is_capital);
            let opened =
                !finished && !headed && last_line.len() > 30 && shown.starts_with(goes_on) && !begins_section(shown);
            let stands_alone = last_line.len() > LONG_LINE
                || (!spaced && shown.len() > LONG_LINE && !finished)
                || begins_section(shown)
                || is_capital(shown)
                || begins_section(last_line) && last_line.len() < 50;
            opened || (near && !indented && !stands_alone)
        });
        match blocks.last_mut() {
            Some(block) if goes_on => block.end = line.end,
            _ => blocks.push(line),
        }
        last_line = shown;
    }
    blocks
}

/// The lines that are no furniture, no captions and not blank.
fn lines(source: &SourceText) -> impl Iterator<Item = Range<usize>> {
    let text = source.text();
    furniture::paragraphs(text).flat_map(move |block| {
        let mut at = block.start;
        text[block]
            .split_inclusive('\n')
            .map(|line| {
                at += line.len();
                at - line.len()..at - line.len() + line.trim_end().len()
            })
            .filter(|line| !line.is_empty() && !source.is_aside(line.start) && !is_caption(&text[line.clone()]))
            .collect::<Vec<_>>()
    })
}

/// Whether every second line is empty, as in text taken out of some files.
fn is_double_spaced(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let alone = lines.windows(3).filter(|three| three[0].is_empty() && !three[1].is_empty() && three[2].is_empty());
    let unfinished =
        alone.filter(|three| three[1].ends_with(|c: char| c.is_alphabetic() || c == '-' || c == ',')).count();
    unfinished * 5 > lines.len()
}
