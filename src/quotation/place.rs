//! The place of a passage as a reader counts it: section, and paragraph of the body.

use std::fmt;
use std::ops::Range;

use serde::Serialize;

use super::furniture::{self, Furniture};
use super::letters::is_word;
use super::skeleton::skeleton;
use super::source_text::SourceText;

/// Bytes of the longest heading.
const HEADING_BYTES: usize = 120;
/// Words of the longest heading, and of the shortest and longest pull quote.
const HEADING_WORDS: usize = 12;
const PULLED_WORDS: (usize, usize) = (6, 60);
/// A line this long is a paragraph by itself, whatever follows it.
const LONG_LINE: usize = 120;
/// Letters at both ends by which a pull quote is recognised.
const PULLED_ENDS: usize = 20;

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
    /// What interrupts them.
    furniture: Vec<Furniture>,
}

/// What a block of lines is to a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Block {
    /// A heading, with the number it begins with.
    Heading { label: Option<String>, marked: bool },
    /// A paragraph, with the number it begins with, as in `Proposal 3: …`.
    Paragraph { label: Option<String> },
    /// A sentence of the body repeated in large type.
    Pulled,
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
        for ((range, shown), kind) in ranges.into_iter().zip(&shown).zip(&kinds) {
            let own = label(kind).cloned();
            let begins = match kind {
                Block::Heading { .. } if numbered => own.is_some(),
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
                paragraph += 1;
                outline.paragraphs.push((range, ReaderPlace { section: section.clone(), paragraph }));
            }
        }
        outline
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

fn label(block: &Block) -> Option<&String> {
    match block {
        Block::Heading { label, .. } | Block::Paragraph { label } => label.as_ref(),
        Block::Pulled => None,
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
            let finished = last_line.ends_with(['.', '!', '?', ':', '”', '"', '’', ')', '。']);
            let indented = spaced && finished && text[line.clone()].starts_with(' ');
            let opened = !finished && shown.starts_with(char::is_lowercase) && last_line.len() > 30;
            let stands_alone = last_line.len() > LONG_LINE
                || (!spaced && shown.len() > LONG_LINE && !finished)
                || begins_section(shown)
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

fn begins_section(line: &str) -> bool {
    line.starts_with('#') || section_number(line).is_some()
}

/// The lines that are no furniture and not blank.
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
            .filter(|line| !line.is_empty() && !source.is_aside(line.start))
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

fn kind(shown: &str, text: &str) -> Block {
    let label = section_number(shown);
    let marked = shown.starts_with('#') || shown.starts_with('[');
    let short = shown.len() <= HEADING_BYTES && shown.split_whitespace().count() <= HEADING_WORDS;
    let finished = shown.ends_with(['.', '!', ';', ',', '”', '"', '。']);
    let one_line = !text.trim().contains('\n') || label.is_some();
    if marked || (short && one_line && !finished && !shown.starts_with(char::is_lowercase)) {
        Block::Heading { label, marked }
    } else if short && !finished && label.is_none() {
        // Names, dates and captions are neither.
        Block::Heading { label: None, marked: false }
    } else {
        Block::Paragraph { label }
    }
}

/// `III` of `III. A heading`, `2.1` of `2.1 A heading`, `Proposal 3` of `Proposal 3: …`.
fn section_number(block: &str) -> Option<String> {
    let block = block.trim_start_matches(['#', ' ']);
    let mut words = block.split_whitespace();
    let first = words.next()?;
    let second = words.next()?;
    let is_roman = |word: &str| !word.is_empty() && word.chars().all(|c| "IVXLC".contains(c));
    let is_arabic = |word: &str| {
        word.len() <= 6
            && word.starts_with(|c: char| c.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_digit() || c == '.')
    };
    let named = ["Article", "Chapter", "Part", "Principle", "Proposal", "Recommendation", "Section"];
    if named.contains(&first) {
        let number = second.strip_suffix([':', '.'])?;
        return (is_roman(number) || is_arabic(number)).then(|| format!("{first} {number}"));
    }
    let number = first.strip_suffix(['.', ')'])?;
    let heading = block.len() <= HEADING_BYTES && second.starts_with(char::is_uppercase);
    (heading && (is_roman(number) || is_arabic(number)) && block.lines().count() == 1).then(|| number.to_owned())
}

/// Marks blocks without a full stop whose first and last words stand in another paragraph.
fn find_pulled(shown: &[String], kinds: &mut [Block]) {
    let mut bodies: Option<Vec<String>> = None;
    for index in 0..shown.len() {
        let words = shown[index].split_whitespace().count();
        let unfinished = shown[index].ends_with(is_word);
        if !unfinished || words < PULLED_WORDS.0 || words > PULLED_WORDS.1 {
            continue;
        }
        let bodies = bodies.get_or_insert_with(|| shown.iter().map(|block| skeleton(block)).collect());
        let own = bodies[index].clone();
        let (Some(head), Some(tail)) = (own.get(..PULLED_ENDS), own.get(own.len().saturating_sub(PULLED_ENDS)..))
        else {
            continue;
        };
        let repeats = bodies.iter().enumerate().any(|(other, body)| {
            other != index
                && body.len() > own.len()
                && body.find(head).is_some_and(|start| body[start..].find(tail).is_some_and(|end| end <= own.len() * 2))
        });
        if repeats {
            kinds[index] = Block::Pulled;
        }
    }
}
