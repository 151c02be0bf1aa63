//! A passage of a source as it is read on, and the words and numbers at its ends.

use std::ops::Range;

use crate::quotation::folding::letters::is_word;
use crate::quotation::folding::note_mark;
use crate::quotation::folding::number;
use crate::quotation::folding::typographic::{one_line, one_line_as};
use crate::text::script::is_unspaced;

use super::furniture::{Furniture, FurnitureKind};
use super::source_text::SourceText;

/// A passage with its furniture, note marks and marks of emphasis left out.
pub(crate) struct Passage {
    pub(crate) words: String,
    pub(crate) crossed: Vec<Furniture>,
}

impl Passage {
    pub(crate) fn read(source: &SourceText, range: Range<usize>) -> Self {
        let text = source.text();
        let mut passage = Self { words: String::with_capacity(range.len()), crossed: Vec::new() };
        let mut at = range.start;
        for piece in source.crossed(&range) {
            passage.stretch(text, at..piece.range.start.max(at));
            at = piece.range.end.max(at);
            passage.crossed.push(piece.clone());
        }
        passage.stretch(text, at.min(range.end)..range.end);
        passage.crossed.sort_by_key(|piece| piece.range.start);
        passage
    }

    /// The same with the furniture, as who copies a page has it.
    pub(crate) fn with_furniture(source: &SourceText, range: Range<usize>) -> Self {
        let mut passage = Self { words: String::with_capacity(range.len()), crossed: Vec::new() };
        passage.stretch(source.text(), range);
        passage
    }

    /// Takes over a stretch without furniture, but for note marks and marks of emphasis.
    fn stretch(&mut self, text: &str, range: Range<usize>) {
        let mut taken = range.start;
        let mut at = range.start;
        while let Some(next) = text[at..range.end].find(|c: char| may_be_mark(c)) {
            at += next;
            let kind = if let Some(end) = note_mark::end(text, at).filter(|end| *end <= range.end) {
                Some((end, FurnitureKind::NoteMark))
            } else {
                emphasis(text, at).map(|end| (end.min(range.end), FurnitureKind::Markup))
            };
            let Some((end, kind)) = kind else {
                at += text[at..].chars().next().map_or(1, char::len_utf8);
                continue;
            };
            self.words.push_str(&text[taken..at]);
            self.crossed.push(Furniture { range: at..end, kind });
            taken = end;
            at = end;
        }
        self.words.push_str(&text[taken..range.end]);
    }
}

impl SourceText {
    /// A range as it is read on: on one line, without furniture, note marks and broken words.
    pub fn read_on(&self, range: Range<usize>) -> String {
        one_line(&Passage::read(self, range).words)
    }

    /// The same for somebody who typed these words: what stands within a word that a line's end breaks is
    /// what they typed there.
    pub fn read_on_as(&self, range: Range<usize>, typed: &str) -> String {
        one_line_as(&Passage::read(self, range).words, typed)
    }
}

fn may_be_mark(character: char) -> bool {
    matches!(character, '*' | '_' | '#' | '†' | '‡' | '[') || note_mark::is_superscript(character)
}

/// Where stars, underscores or daggers at the edge of a word, or the hashes of a heading, end.
fn emphasis(text: &str, at: usize) -> Option<usize> {
    let mark = text[at..].chars().next()?;
    let end = at + text[at..].find(|c| c != mark).unwrap_or(text.len() - at);
    let before = text[..at].chars().next_back();
    let after = text[end..].chars().next();
    let inside = before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
    match mark {
        '#' => (before.is_none_or(|c| c == '\n') && after == Some(' ')).then_some(end),
        '[' => None,
        '_' if inside => None,
        _ if after.is_some_and(|c| c == ' ') && before == Some(' ') => None,
        _ => Some(end),
    }
    .filter(|_| !note_mark::is_superscript(mark))
}

/// Whether a passage begins and ends where words do; `glued` sides need not.
pub(crate) fn is_bounded(text: &str, range: &Range<usize>, glued_start: bool, glued_end: bool) -> bool {
    let parted = |before: Option<char>, after: Option<char>| match (before, after) {
        (Some(before), Some(after)) => !is_word(before) || !is_word(after) || is_unspaced(before) || is_unspaced(after),
        _ => true,
    };
    let parts = |at: usize| parted(text[..at].chars().next_back(), text[at..].chars().next());
    (glued_start || parts(range.start)) && (glued_end || parts(range.end))
}

/// A range with the numbers at its ends taken whole.
pub(crate) fn whole_numbers(text: &str, range: Range<usize>) -> Range<usize> {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let mut whole = range.clone();
    if text[range.clone()].starts_with(|c: char| c.is_ascii_digit()) {
        let before = &text[..range.start];
        let number = before.trim_end_matches(is_number);
        let number = if before[number.len()..].starts_with(|c: char| c.is_ascii_digit()) { number } else { before };
        whole.start = number.len() - number::prefix(number).len();
    }
    if text[range.clone()].ends_with(|c: char| c.is_ascii_digit()) {
        let after = &text[range.end..];
        let more = after.strip_prefix(['.', ',']).map_or(0, |rest| match number::length(rest) {
            0 => 0,
            length => 1 + length,
        });
        whole.end = range.end + more + number::suffix(&after[more..]).len();
    }
    whole
}
