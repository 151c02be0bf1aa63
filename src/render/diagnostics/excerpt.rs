//! Cuts the part of a line out of a file that a finding is about: safe to show, and no longer than can be read.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::file::{File, Span};
use crate::render::text::push_safe;
use crate::text::{LineColumn, Unit};

/// The signs for what was cut off.
const CUT: char = '…';

/// A part of a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The line, with signs for what would act on a terminal.
    pub(super) text: String,
    /// Where it begins in its file.
    pub(super) place: LineColumn,
    /// The bytes of `text` that the finding is about; empty at a place between two.
    pub(super) caret: Range<usize>,
}

impl Excerpt {
    /// The line in which the span begins, cut to `most` columns around its first character.
    pub(super) fn new(file: &File, span: Span, most: usize) -> Self {
        let (index, text) = (file.line_index(), file.text.as_str());
        let place = index.place(text, span.start as usize, Unit::Character);
        let (start, line) = (index.start(text, place.line).unwrap_or_default(), index.line(text, place.line));
        let from = (span.start as usize - start).min(line.len());
        let to = (span.end as usize - start).clamp(from, line.len());

        // Only what is shown is looked at: a line may have fifty megabytes.
        let window = if behind(line, 0, most) == line.len() {
            0..line.len()
        } else {
            let most = most.saturating_sub(2);
            let first = before(line, from, most / 3);
            let last = behind(line, first, most);
            // At the end of the line there is more room before the place.
            before(line, last, most)..last
        };
        let to = to.min(window.end);

        let mut shown = String::new();
        let mut caret = 0..0;
        if window.start > 0 {
            shown.push(CUT);
        }
        for (at, character) in line[window.clone()].char_indices() {
            if window.start + at == from {
                caret.start = shown.len();
            }
            if window.start + at == to {
                caret.end = shown.len();
            }
            push_safe(&mut shown, character);
        }
        if from == window.end {
            caret.start = shown.len();
        }
        if to == window.end {
            caret.end = shown.len();
        }
        if window.end < line.len() {
            shown.push(CUT);
        }
        Excerpt { text: shown, place, caret }
    }
}

/// The offset from which on the characters before `at` fit into so many columns.
fn before(line: &str, at: usize, mut room: usize) -> usize {
    let fitting = line[..at].char_indices().rev().take_while(|&(_, character)| take(&mut room, character));
    fitting.last().map_or(at, |(offset, _)| offset)
}

/// The offset up to which the characters from `at` on fit into so many columns.
fn behind(line: &str, at: usize, mut room: usize) -> usize {
    let fitting = line[at..].char_indices().take_while(|&(_, character)| take(&mut room, character));
    fitting.last().map_or(at, |(offset, character)| at + offset + character.len_utf8())
}

/// Takes the columns of a character from the room, if there are so many.
fn take(room: &mut usize, character: char) -> bool {
    let mut shown = String::new();
    push_safe(&mut shown, character);
    // A character without a width of its own counts, too: there may be a million of them on one letter.
    let fits = room.checked_sub(shown.width().max(1));
    *room = fits.unwrap_or(0);
    fits.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::FileId;

    fn excerpt(text: &str, from: usize, to: usize, most: usize) -> (String, String, usize) {
        let file = File::new("a.arg", text);
        let excerpt = Excerpt::new(&file, Span::new(FileId::new(0), from, to), most);
        let caret = excerpt.text[excerpt.caret.clone()].to_owned();
        (excerpt.text, caret, excerpt.place.column)
    }

    #[test]
    fn a_short_line_is_whole_and_safe() {
        assert_eq!(excerpt("one\nab\u{1b}c\u{202e}d\r\n", 6, 8, 40), ("ab␛c⟨U+202E⟩d".into(), "␛c".into(), 3));
        assert_eq!(excerpt("one\n", 4, 4, 40), (String::new(), String::new(), 1));
        assert_eq!(excerpt("one\ntwo", 1, 6, 40), ("one".into(), "ne".into(), 2));
        assert_eq!(excerpt("one\r\n", 4, 5, 40), ("one".into(), String::new(), 5));
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let line = "0123456789".repeat(10);
        assert_eq!(excerpt(&line, 50, 53, 14), ("…678901234567…".into(), "012".into(), 51));
        assert_eq!(excerpt(&line, 0, 1, 14), ("012345678901…".into(), "0".into(), 1));
        assert_eq!(excerpt(&line, 99, 100, 14), ("…890123456789".into(), "9".into(), 100));
        assert_eq!(excerpt(&line, 10, 90, 14), ("…678901234567…".into(), "01234567".into(), 11));
    }

    #[test]
    fn columns_are_counted_and_characters_never_cut() {
        let line = "日本語".repeat(30);
        assert_eq!(excerpt(&line, 90, 93, 14), ("…本語日本語日…".into(), "日".into(), 31));
        let line = "e".to_owned() + &"\u{301}".repeat(100);
        assert_eq!(excerpt(&line, 0, 1, 4), ("e\u{301}…".into(), "e".into(), 1));
        assert_eq!(excerpt(&"\u{202e}".repeat(9), 12, 15, 12), ("…⟨U+202E⟩…".into(), "⟨U+202E⟩".into(), 5));
    }
}
