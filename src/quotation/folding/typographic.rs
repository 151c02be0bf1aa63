//! The typographic view: the same words with quotes, dashes, ligatures and spaces made plain.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text::unseen::{is_left_behind, is_point, is_without_width};

use super::line_end::{Cut, cut};

/// Marks what was taken out where a line ends within a word, between two Chinese, Japanese or Korean letters, or behind a dash or slash.
/// Soft hyphens of the text itself are dropped, so this one can mean nothing else.
pub(crate) const JOINT: char = '\u{AD}';

/// A text with plain typography, and the way back to the bytes it was made from.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Typographic {
    /// The text with plain quotes, dashes, letters and spaces.
    pub text: String,
    /// Where the distance between view and text changes: the offset in each, ascending.
    origins: Vec<(u32, u32)>,
}

impl Typographic {
    /// The typographic view of a text.
    pub fn new(text: &str) -> Self {
        Self::build(text, None)
    }

    /// The same with everything that was taken out at a line end marked by [`JOINT`].
    pub(crate) fn with_joints(text: &str) -> Self {
        Self::build(text, Some(JOINT))
    }

    /// The range of the text that a range of the view was made from.
    pub fn origin(&self, range: Range<usize>) -> Range<usize> {
        self.offset(range.start)..self.offset(range.end)
    }

    fn offset(&self, view: usize) -> usize {
        let after = self.origins.partition_point(|(start, _)| *start as usize <= view);
        match after.checked_sub(1).map(|index| self.origins[index]) {
            Some((start, origin)) => origin as usize + view - start as usize,
            None => view,
        }
    }

    fn build(text: &str, joint: Option<char>) -> Self {
        let mut view = Self { text: String::with_capacity(text.len()), origins: Vec::new() };
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            let after = at + first.len_utf8();
            at = if let Some(Cut { next, space, .. }) = cut(text, at, first) {
                match joint {
                    Some(joint) => view.push(joint, at),
                    None if space => view.space(at),
                    None => {}
                }
                next
            } else if first.is_whitespace() {
                view.space(at);
                end_of(text, after, char::is_whitespace)
            } else if is_dash(first) {
                view.push('-', at);
                end_of(text, after, is_dash)
            } else {
                let end = end_of(text, after, is_combining_mark);
                view.unit(&text[at..end], at);
                end
            };
        }
        view.mark(at);
        view
    }

    /// A character with its marks, composed and made plain.
    fn unit(&mut self, unit: &str, at: usize) {
        if unit.len() == 1 {
            return self.push(unit.as_bytes()[0] as char, at);
        }
        let mut made = String::with_capacity(unit.len());
        for character in unit.chars() {
            match plain(character) {
                Some(plain) => made.push_str(plain),
                None => made.push(narrow_sign(character)),
            }
        }
        for character in made.nfc().filter(|c| !is_point(*c)) {
            self.push(character, at);
        }
    }

    fn space(&mut self, at: usize) {
        if !self.text.ends_with(' ') {
            self.push(' ', at);
        }
    }

    fn push(&mut self, character: char, at: usize) {
        self.mark(at);
        self.text.push(character);
    }

    /// Remembers the offset where the view is no longer as far from the text as it was.
    fn mark(&mut self, at: usize) {
        if self.offset(self.text.len()) != at {
            let view = self.text.len() as u32;
            self.origins.pop_if(|(start, _)| *start == view);
            self.origins.push((view, at as u32));
        }
    }
}

/// The typographic view without its way back.
pub(crate) fn typographic(text: &str) -> String {
    Typographic::new(text).text
}

/// A text on one line, its broken words joined, otherwise as it is.
pub(crate) fn one_line(text: &str) -> String {
    one_line_as(text, "")
}

/// The same with the hyphen or space that `typed` has within a word broken at a line end: whether such a
/// hyphen is the word's own, only a writer knows.
pub(crate) fn one_line_as(text: &str, typed: &str) -> String {
    let typed = typographic(typed).to_lowercase();
    let mut line = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let end = at + first.len_utf8();
        at = if let Some(Cut { next, space, in_word }) = cut(text, at, first) {
            if in_word {
                let known = if space { " " } else { "" };
                line.push_str(typed_joint(&typed, last_word(&line), first_word(&text[next..])).unwrap_or(known));
            } else if space {
                line.push(' ');
            }
            next
        } else if is_left_behind(first) {
            end
        } else if first.is_whitespace() {
            if !line.ends_with(' ') {
                line.push(' ');
            }
            end_of(text, end, char::is_whitespace)
        } else {
            line.push(first);
            end
        };
    }
    line
}

/// Joint of two halves of a word as somebody typed it; none where nobody did.
fn typed_joint(typed: &str, left: &str, right: &str) -> Option<&'static str> {
    let (left, right) = (left.to_lowercase(), right.to_lowercase());
    let is_typed = |joint: &&str| {
        let word = format!("{left}{joint}{right}");
        typed.match_indices(&word).any(|(at, _)| {
            let (before, after) = (&typed[..at], &typed[at + word.len()..]);
            !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
        })
    };
    ["", "-", " "].into_iter().find(is_typed)
}

fn last_word(text: &str) -> &str {
    &text[text.trim_end_matches(char::is_alphanumeric).len()..]
}

fn first_word(text: &str) -> &str {
    &text[..text.len() - text.trim_start_matches(char::is_alphanumeric).len()]
}

/// Plain form of a character that does not stay itself; empty for those that cannot be seen or need not be written.
fn plain(character: char) -> Option<&'static str> {
    Some(match character {
        c if is_left_behind(c) || is_without_width(c) || is_point(c) => "",
        '‘' | '’' | '‚' | '‛' | '′' | '‵' | 'ʼ' | '‹' | '›' | '´' => "'",
        '“' | '”' | '„' | '‟' | '″' | '‶' | '«' | '»' => "\"",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// A full-width sign as Latin texts write it, so that `％` is `%`; letters and digits stay, whose form is told apart.
fn narrow_sign(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF5E}' => {
            char::from_u32(character as u32 - 0xFEE0).unwrap_or(character)
        }
        '\u{FFE5}' => '¥',
        '\u{FFE1}' => '£',
        other => other,
    }
}

pub(super) fn is_dash(character: char) -> bool {
    matches!(
        character,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2E3A}' | '\u{2E3B}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}'
    )
}

pub(super) fn end_of(text: &str, from: usize, belongs: fn(char) -> bool) -> usize {
    text[from..].find(|c| !belongs(c)).map_or(text.len(), |length| from + length)
}

#[cfg(test)]
mod tests {
    use super::{Typographic, one_line, one_line_as, typographic};

    #[test]
    fn makes_typography_plain() {
        assert_eq!(typographic("“A”\u{a0}\u{a0}B—‘c’\r\nd"), "\"A\" B-'c' d");
        assert_eq!(typographic("secu-\n\n rity and 2011-\n2012, \u{FEFF}co\u{AD}op"), "security and 2011- 2012, coop");
        assert_eq!(typographic("e\u{301}ﬃcient"), "\u{e9}fficient");
        assert_eq!(typographic(""), "");
    }

    #[test]
    fn a_hyphen_at_a_line_end_stays_where_it_was_typed() {
        let text = "the vice-\npresident of a well-\nbeing com-\nmission";
        assert_eq!(one_line(text), "the vicepresident of a wellbeing commission");
        let typed = "a vice president, for the Well-Being of all";
        assert_eq!(one_line_as(text, typed), "the vice president of a well-being commission");
        assert_eq!(one_line("憲法第九条に\n制限、\nされて the\nend"), "憲法第九条に制限、されて the end");
        assert_eq!(typographic("第九条に\n制限 され"), "第九条に制限 され");
    }

    #[test]
    fn knows_the_way_back() {
        let text = "a  “b”  secu-\nrity";
        let view = Typographic::new(text);
        let at = view.text.find("security").expect("the word is joined");
        assert_eq!(&text[view.origin(at..at + 8)], "secu-\nrity");
        let quoted = view.text.find("\"b\"").expect("the quotes are plain");
        assert_eq!(&text[view.origin(quoted..quoted + 3)], "“b”");
    }
}
