//! Blocks of a text as a reader sees them: headings, paragraphs, pull quotes, quotations set off.

use std::ops::Range;

use crate::quotation::folding::letters::is_word;
use crate::quotation::folding::note_mark::is_superscript;
use crate::quotation::folding::skeleton::skeleton;

/// Bytes of the longest heading.
const HEADING_BYTES: usize = 120;
/// Words of the longest heading, and of the shortest and longest pull quote.
const HEADING_WORDS: usize = 12;
const PULLED_WORDS: (usize, usize) = (6, 60);
/// Blocks that a quotation set off may have.
const SET_OFF_BLOCKS: usize = 6;
/// Blocks to each side among which a pull quote repeats one.
const PULLED_REACH: usize = 60;
/// Letters at both ends by which a pull quote is recognised.
const PULLED_ENDS: usize = 20;

/// Role of a block of lines for a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading, with the number it begins with.
    Heading { label: Option<String>, marked: bool },
    /// A paragraph, with the number it begins with, as in `Proposal 3: …`.
    Paragraph { label: Option<String> },
    /// A sentence of the body repeated in large type.
    Pulled,
}

/// The number that a block begins with.
pub(super) fn label(block: &Block) -> Option<&String> {
    match block {
        Block::Heading { label, .. } | Block::Paragraph { label } => label.as_ref(),
        Block::Pulled => None,
    }
}

/// Whether a line is a heading by its hashes or its number.
pub(super) fn begins_section(line: &str) -> bool {
    line.starts_with('#') || section_number(line).is_some()
}

/// Whether a line is a heading all in capitals.
pub(super) fn is_capital(line: &str) -> bool {
    let mut letters = line.chars().filter(|c| c.is_alphabetic());
    line.len() <= HEADING_BYTES
        && line.len() >= 4
        && letters.next().is_some_and(char::is_uppercase)
        && letters.all(char::is_uppercase)
}

/// Whether a line names a table or figure, or where it was taken from.
pub(super) fn is_caption(line: &str) -> bool {
    let line = line.trim_start();
    let number = ["Table", "Figure", "Fig.", "Chart"].iter().find_map(|kind| line.strip_prefix(kind));
    let numbered = number.is_some_and(|number| number.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    line.len() <= HEADING_BYTES && (numbered || line.starts_with("Source: "))
}

/// The last sign of a text but for closing quotation marks, brackets and note marks.
pub(super) fn last_sign(text: &str) -> Option<char> {
    let closes = |c: char| matches!(c, '”' | '"' | '’' | '\'' | '»' | ')' | '*' | '_') || is_superscript(c);
    text.trim_end_matches(closes).chars().next_back()
}

/// The kind of a block, shown on one line and as it stands.
pub(super) fn kind(shown: &str, text: &str) -> Block {
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
pub(super) fn set_off(text: &str, ranges: &[Range<usize>], kinds: &[Block]) -> Vec<bool> {
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
pub(super) fn find_pulled(shown: &[String], kinds: &mut [Block]) {
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
