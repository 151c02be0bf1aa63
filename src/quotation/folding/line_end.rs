//! Hyphens, spaces and line ends that stand in a text only because a line or a page ends there, and say nothing of its words.

use unicode_normalization::char::is_combining_mark;

use crate::text::script::{is_hangul, is_unspaced};
use crate::text::unseen::is_noncharacter;

/// Hyphens by which a program may break one word.
const MOST_HYPHENS: usize = 3;

/// A stretch that a line's end put into a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cut {
    /// Where the text goes on.
    pub(crate) next: usize,
    /// Whether a reader who does not know better reads a space there.
    pub(crate) space: bool,
    /// Whether it may stand within a word, in which a hyphen or a space may be the writer's own.
    pub(crate) in_word: bool,
}

/// The stretch that begins with the character `first` at `at`, where there is one: the hyphen of a broken word, even on a line of its own;
/// a line's end within Chinese, Japanese or Korean; a line's end behind a dash or a slash.
pub(crate) fn cut(text: &str, at: usize, first: char) -> Option<Cut> {
    // Nearly every character is a letter, and nearly all others are spaces within a line.
    if !(first.is_whitespace() || is_hyphen(first)) || at == 0 {
        return None;
    }
    let stretch = Stretch::new(text, at);
    let before = text[..at].chars().next_back()?;
    let after = text[stretch.end..].chars().next()?;
    let word = Cut { next: stretch.end, space: false, in_word: true };
    if before.is_alphabetic() && after.is_alphabetic() && stretch.is_hyphenation() {
        return Some(word);
    }
    if stretch.hyphens > 0 || !stretch.has_line_end {
        return None;
    }
    let wide = |c: char| is_unspaced(c) || is_wide_sign(c);
    if wide(before) && wide(after) && !is_combining_mark(after) {
        return Some(Cut { in_word: false, ..word });
    }
    if is_hangul(before) && is_hangul(after) {
        return Some(Cut { space: true, ..word });
    }
    let behind = text[..at].strip_suffix(before).unwrap_or_default();
    let is_set_off = behind.is_empty() || behind.ends_with(char::is_whitespace);
    let joins = match before {
        '/' => Some(false),
        '-' | '\u{2010}'..='\u{2015}' => Some(true),
        _ => None,
    };
    joins.filter(|_| !is_set_off).map(|space| Cut { space, in_word: false, ..word })
}

/// White space with the hyphens in it.
struct Stretch {
    end: usize,
    hyphens: usize,
    /// Whether one of the hyphens is there for the line's end alone: a soft one, or U+FFFE.
    is_made: bool,
    /// U+FFFE stands for a line's end that is no longer there.
    stands_for_line_end: bool,
    /// White space before the hyphens, and whether a line ends in it.
    space_before: bool,
    line_before: bool,
    /// Whether a line ends behind the hyphens, or anywhere.
    line_behind: bool,
    has_line_end: bool,
}

impl Stretch {
    fn new(text: &str, at: usize) -> Self {
        let mut stretch = Stretch {
            end: text.len(),
            hyphens: 0,
            is_made: false,
            stands_for_line_end: false,
            space_before: false,
            line_before: false,
            line_behind: false,
            has_line_end: false,
        };
        let mut is_behind = false;
        for (offset, letter) in text[at..].char_indices() {
            let ends_line = matches!(letter, '\n' | '\r' | '\x0C' | '\u{2028}' | '\u{2029}');
            if stretch.hyphens > MOST_HYPHENS {
                // No word is broken by so many; a text may have a million.
                return Stretch { is_made: false, stands_for_line_end: false, ..stretch };
            }
            if is_hyphen(letter) && !is_behind {
                stretch.hyphens += 1;
                stretch.is_made |= letter == '\u{AD}' || is_noncharacter(letter);
                stretch.stands_for_line_end |= is_noncharacter(letter);
            } else if !letter.is_whitespace() {
                stretch.end = at + offset;
                break;
            } else if stretch.hyphens == 0 {
                stretch.space_before = true;
                stretch.line_before |= ends_line;
            } else {
                is_behind = true;
                stretch.line_behind |= ends_line;
            }
            stretch.has_line_end |= ends_line;
        }
        stretch
    }

    /// Whether it breaks a word: one hyphen at a line's end, or on a line of its own, or one that stands for both.
    fn is_hyphenation(&self) -> bool {
        match self.hyphens {
            0 => false,
            _ if self.stands_for_line_end => true,
            _ if self.is_made => self.has_line_end,
            1 => self.line_behind && (!self.space_before || self.line_before),
            _ => false,
        }
    }
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{AD}') || is_noncharacter(letter)
}

/// The points, commas and brackets of Chinese and Japanese.
fn is_wide_sign(character: char) -> bool {
    matches!(character, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{FF01}'..='\u{FF0F}')
}

#[cfg(test)]
mod tests {
    use crate::quotation::folding::typographic::typographic;

    #[test]
    fn a_line_end_within_a_word_is_no_part_of_it() {
        for (text, read) in [
            ("secu-\n  rity", "security"),
            ("poli\n\u{AD}\ntics", "politics"),
            ("poli \n-\ntics", "politics"),
            ("poli \u{AD}\ntics", "politics"),
            ("subse\u{FFFE}quently", "subsequently"),
            ("subse\u{FFFE}\nquently", "subsequently"),
            ("and/\nor", "and/or"),
            ("第九条に\n制限", "第九条に制限"),
        ] {
            assert_eq!(typographic(text), read, "{text:?}");
        }
    }

    #[test]
    fn what_a_writer_sets_off_stays() {
        for (text, read) in [
            ("a word -\nset off", "a word - set off"),
            ("a list\n- of items", "a list - of items"),
            ("from 2011-\n2012", "from 2011- 2012"),
            ("the end—\nof it", "the end- of it"),
            ("마을 회의는\n금요일에", "마을 회의는 금요일에"),
            ("this and /\nor that", "this and / or that"),
        ] {
            assert_eq!(typographic(text), read, "{text:?}");
        }
    }
}
