//! Breaks a text into lines, only where joining them again gives the same text.

use std::ops::Range;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::syntax::fold::is_item;
use crate::syntax::grammar::keyword;
use crate::syntax::vocabulary::ClauseKind;
use crate::text::script::joins_without_space;

/// Indentation of a line that goes on.
const INDENT: &str = "    ";
/// Indentation of the further lines of an item of a list.
const ITEM_INDENT: &str = "      ";

/// Writes `head` and a folded text behind it, with line ends. A line has at most `columns`, where it can be broken at all. The
/// first `names` bytes of the text are names, which are never broken, whatever their script.
pub fn wrap(out: &mut String, head: &str, text: &str, names: usize, columns: usize) {
    out.push_str(head);
    let mut column = head.width();
    for (index, line) in text.split('\n').enumerate() {
        let item = is_item(line);
        let indent = if item { ITEM_INDENT } else { INDENT };
        if index > 0 || item {
            end_line(out);
            if line.is_empty() {
                continue;
            }
            out.push_str(INDENT);
            column = INDENT.len();
        } else {
            out.push(' ');
            column += 1;
        }
        fill(out, line, column..columns, indent, if index == 0 { names } else { 0 });
    }
    end_line(out);
}

fn end_line(out: &mut String) {
    out.truncate(out.trim_end_matches(' ').len());
    out.push('\n');
}

/// Writes one paragraph into these columns, greedily.
fn fill(out: &mut String, line: &str, mut columns: Range<usize>, indent: &str, mut names: usize) {
    let mut rest = line;
    while !rest.is_empty() {
        let Break { end, next } = next_break(rest, columns.end.saturating_sub(columns.start), names);
        out.push_str(&rest[..end]);
        names = names.saturating_sub(next);
        rest = &rest[next..];
        if !rest.is_empty() {
            end_line(out);
            out.push_str(indent);
            columns.start = indent.len();
        }
    }
}

/// Where a line ends, and where the next one begins.
struct Break {
    end: usize,
    next: usize,
}

/// The last place within `room` columns at which the text can be broken; if there is none, the first place behind them.
fn next_break(text: &str, room: usize, names: usize) -> Break {
    let (mut width, mut last) = (0, None);
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let found = before.and_then(|before| break_at(text, at, before, letter));
        let found = found.filter(|found| found.next > found.end || found.end >= names);
        if found.is_some() && (width <= room || last.is_none()) {
            last = found;
        }
        if width > room && last.is_some() {
            break;
        }
        width += letter.width().unwrap_or(0);
        before = Some(letter);
    }
    match last {
        Some(found) if width > room => found,
        _ => Break { end: text.len(), next: text.len() },
    }
}

/// Whether a line may end before the letter at `at`.
fn break_at(text: &str, at: usize, before: char, letter: char) -> Option<Break> {
    // White space of any kind at either end of a line is dropped when the line is read again.
    let is_kept =
        |next: char| begins_no_line(next) || ends_no_line(before) || next.is_whitespace() || before.is_whitespace();
    if letter == ' ' {
        let rest = &text[at + 1..];
        let after = rest.chars().next()?;
        // Joined again, the line would lose its space, or would begin an item of a list, or begin none any more.
        let is_of_item = is_item(rest) || rest == "-" || &text[..at] == "-";
        let sound =
            !joins_without_space(before, after) && !is_of_item && !is_kept(after) && !begins_like_a_clause(rest);
        return sound.then_some(Break { end: at, next: at + 1 });
    }
    let sound = joins_without_space(before, letter) && !is_kept(letter);
    sound.then_some(Break { end: at, next: at })
}

/// Letters between the word for a clause and its colon, at most.
const MOST: usize = 200;

/// Whether a line that began so would look like a clause that is indented too far: a word for one, then at most a name, qualifiers or a
/// place, then a colon.
fn begins_like_a_clause(rest: &str) -> bool {
    let word = keyword(rest);
    if ClauseKind::of(word).is_none() {
        return false;
    }
    // No more than a line can hold, so that a long text is looked at once.
    let behind = &rest[word.len()..];
    let colon = behind.char_indices().take(MOST).find(|(_, letter)| matches!(letter, ':' | '：'));
    let between = colon.map(|(at, _)| behind[..at].trim());
    between.is_some_and(|between| between.starts_with(['(', '[']) || !between.contains(' '))
}

/// Marks that Japanese typography (JIS X 4051) keeps from the beginning of a line.
fn begins_no_line(letter: char) -> bool {
    "、。，．・：；？！゛゜ヽヾゝゞ々ー）」』】〕〉》］｝’”ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…‥〜"
        .contains(letter)
}

/// Marks that it keeps from the end of a line.
fn ends_no_line(letter: char) -> bool {
    "（「『【〔〈《［｛‘“".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::fold::fold;
    use crate::syntax::writer::entry::WIDTH;

    fn wrapped(text: &str) -> String {
        let mut out = String::new();
        wrap(&mut out, "claim c:", text, 0, WIDTH);
        assert_eq!(fold(&out["claim c:".len()..]), text, "joining the lines gives the text again");
        out
    }

    #[test]
    fn lines_are_broken_at_spaces_and_never_into_an_item() {
        let words = "word ".repeat(18);
        let text = format!("{words}x - a dash never begins a line");
        assert_eq!(wrapped(&text), format!("claim c: {}\n    x - a dash never begins a line\n", words.trim_end()));
        let long = "x".repeat(150);
        assert_eq!(wrapped(&long), format!("claim c: {long}\n"));
    }

    #[test]
    fn no_line_begins_like_a_clause() {
        for clause in ["quote: x", "quote [p. 3]: x", "holds (firmly) ban: x", "holds ban: x", "because: x"] {
            for before in 60..100 {
                let out =
                    wrapped(&format!("{}{clause} and {}", "w ".repeat(before / 2), "word ".repeat(20).trim_end()));
                assert!(out.lines().all(|line| !begins_like_a_clause(line.trim_start())), "{out}");
            }
        }
    }

    #[test]
    fn paragraphs_and_items_stand_on_their_own() {
        assert_eq!(wrapped("one\n\ntwo:\n- a\n- b"), "claim c: one\n\n    two:\n    - a\n    - b\n");
        assert_eq!(wrapped("- a\n- b"), "claim c:\n    - a\n    - b\n");
    }

    #[test]
    fn an_item_stays_one_however_long_its_first_word_is() {
        let long = "x".repeat(120);
        assert_eq!(wrapped(&format!("a\n- {long} y")), format!("claim c: a\n    - {long}\n      y\n"));
    }

    #[test]
    fn japanese_is_broken_between_letters_and_not_before_a_full_stop() {
        let text = "日本は平和構築を主導する。".repeat(8);
        let out = wrapped(&text);
        assert!(out.lines().count() == 3 && out.lines().all(|line| line.width() <= WIDTH), "{out}");
        assert!(!out.lines().any(|line| line.trim_start().starts_with('。')), "{out}");
    }

    #[test]
    fn no_line_ends_or_begins_with_white_space_that_reading_it_again_would_drop() {
        for white in ['\u{b}', '\u{c}', '\u{a0}', '\u{2003}', '\u{3000}'] {
            // Wherever the line is full.
            for before in 80..100 {
                let full = format!("{}{}", "word ".repeat(before / 5), &"letter"[..before % 5]);
                wrapped(&format!("{full}{white} word {full}end"));
                wrapped(&format!("{full}word {white}word {full}end"));
                wrapped(&format!("{}{white}{}", "日".repeat(before / 2), "日".repeat(40)));
            }
        }
    }

    #[test]
    fn a_mark_that_begins_no_line_begins_none_behind_a_space_either() {
        let text = format!("{} (a) ーと書く", "日".repeat(43));
        assert_eq!(wrapped(&text), format!("claim c: {}\n    (a) ーと書く\n", "日".repeat(43)));
    }
}
