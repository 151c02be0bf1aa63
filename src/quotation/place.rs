//! The place of a passage as a reader counts it: section, and paragraph of the body.

use std::fmt;
use std::ops::Range;

use serde::Serialize;

use super::furniture::{self, Furniture};
use super::letters::is_word;
use super::note_mark::is_superscript;
use super::skeleton::skeleton;
use super::source_text::SourceText;

/// Bytes of the longest heading.
const HEADING_BYTES: usize = 120;
/// Words of the longest heading, and of the shortest and longest pull quote.
const HEADING_WORDS: usize = 12;
const PULLED_WORDS: (usize, usize) = (6, 60);
/// A line this long is a paragraph by itself, whatever follows it.
const LONG_LINE: usize = 120;
/// Blocks that a quotation set off may have.
const SET_OFF_BLOCKS: usize = 6;
/// Blocks to each side among which a pull quote repeats one.
const PULLED_REACH: usize = 60;
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
        let mut in_numbered = false;
        let set_off = set_off(text, &ranges, &kinds);
        for (((range, shown), kind), set_off) in ranges.into_iter().zip(&shown).zip(&kinds).zip(set_off) {
            let own = label(kind).cloned();
            in_numbered |= numbered && own.is_some();
            let begins = match kind {
                // What stands before the numbered sections may have headings of its own.
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

fn begins_section(line: &str) -> bool {
    line.starts_with('#') || section_number(line).is_some()
}

/// Whether a line is a heading all in capitals.
fn is_capital(line: &str) -> bool {
    let mut letters = line.chars().filter(|c| c.is_alphabetic());
    line.len() <= HEADING_BYTES && line.len() >= 4 && letters.next().is_some() && letters.all(char::is_uppercase)
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

/// Whether a line names a table or figure, or where it was taken from.
fn is_caption(line: &str) -> bool {
    let line = line.trim_start();
    let number = ["Table", "Figure", "Fig.", "Chart"].iter().find_map(|kind| line.strip_prefix(kind));
    let numbered = number.is_some_and(|number| number.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    line.len() <= HEADING_BYTES && (numbered || line.starts_with("Source: "))
}

/// The last sign of a text but for closing quotation marks, brackets and note marks.
fn last_sign(text: &str) -> Option<char> {
    let closes = |c: char| matches!(c, '”' | '"' | '’' | '\'' | '»' | ')' | '*' | '_') || is_superscript(c);
    text.trim_end_matches(closes).chars().next_back()
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
    let finished = matches!(last_sign(shown), Some('.' | '!' | ';' | ',' | '。'));
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
            && word.split('.').all(|number| number.len() <= 3)
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

/// Which blocks are quotations set off from the paragraph that brings them in, and count with it: what
/// follows a colon, up to the note mark that says where it was taken from, if one comes soon.
fn set_off(text: &str, ranges: &[Range<usize>], kinds: &[Block]) -> Vec<bool> {
    let is_noted = |index: usize| text[ranges[index].clone()].ends_with(|c| c == ']' || is_superscript(c));
    let is_paragraph = |index: usize| matches!(kinds.get(index), Some(Block::Paragraph { label: None }));
    let mut set_off = vec![false; ranges.len()];
    for index in 0..ranges.len() {
        if !is_paragraph(index) || set_off[index] || !text[ranges[index].clone()].ends_with(':') {
            continue;
        }
        let reach = (index + 1..ranges.len()).take(SET_OFF_BLOCKS).take_while(|next| is_paragraph(*next));
        let last = reach.clone().find(|next| is_noted(*next)).or_else(|| reach.clone().next());
        if let Some(last) = last {
            set_off[index + 1..=last].fill(true);
        }
    }
    set_off
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
        let words: Vec<String> = shown[index].split_whitespace().map(skeleton).collect();
        let near = index.saturating_sub(PULLED_REACH)..shown.len().min(index + PULLED_REACH);
        let repeats = near.filter(|other| *other != index).any(|other| {
            let body = &bodies[other];
            let stretch = body.find(head).and_then(|start| {
                let end = body[start..].find(tail).filter(|end| *end <= own.len() * 2)?;
                Some(&body[start..start + end + tail.len()])
            });
            // A heading may have first and last words in common with a sentence, not all of them.
            body.len() > own.len()
                && stretch.is_some_and(|stretch| {
                    words.iter().filter(|word| !stretch.contains(*word)).count() <= words.len() / 10
                })
        });
        if repeats {
            kinds[index] = Block::Pulled;
        }
    }
}
