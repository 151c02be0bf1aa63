//! From a text as it was written, with line ends and indentation, to the text that is meant.

use std::borrow::Cow;

use crate::text::script::joins_without_space;

/// Joins the lines of a text: runs of white space become one space, a blank line stays a paragraph (`\n\n`), a line that
/// begins with `- ` stays an item of a list (`\n- `). Between two characters of Chinese or Japanese a line end
/// leaves nothing.
pub fn fold(raw: &str) -> Cow<'_, str> {
    let raw = raw.trim();
    if is_folded(raw) { Cow::Borrowed(raw) } else { Cow::Owned(join(raw)) }
}

/// Whether every run of white space in it is one space.
fn is_folded(raw: &str) -> bool {
    let mut after_space = false;
    raw.bytes().all(|byte| {
        let sound = byte > b' ' || (byte == b' ' && !after_space);
        after_space = byte == b' ';
        sound
    })
}

fn join(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut blank = false;
    for line in raw.lines().map(str::trim) {
        if line.is_empty() {
            blank = true;
            continue;
        }
        let joint = match text.chars().next_back() {
            None => "",
            Some(_) if blank => "\n\n",
            Some(_) if is_item(line) => "\n",
            Some(before) if line.chars().next().is_some_and(|after| joins_without_space(before, after)) => "",
            Some(_) => " ",
        };
        text.push_str(joint);
        blank = false;
        let mut words = line.split([' ', '\t', '\r']).filter(|word| !word.is_empty());
        text.push_str(words.next().unwrap_or_default());
        for word in words {
            text.push(' ');
            text.push_str(word);
        }
    }
    text
}

/// Whether a line of a text is an item of a list.
pub fn is_item(line: &str) -> bool {
    line.starts_with("- ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_and_paragraphs_and_items_kept() {
        assert!(matches!(fold(" one line "), Cow::Borrowed("one line")));
        assert_eq!(fold("a  b\n    c\t d"), "a b c d");
        assert_eq!(fold("a\n\n    b\r\n    c"), "a\n\nb c");
        assert_eq!(fold("three:\n    - one\n      more\n    - two"), "three:\n- one more\n- two");
        assert_eq!(fold("日本語の\n    文章 and\n    more"), "日本語の文章 and more");
        assert_eq!(fold("한국\n    사람"), "한국 사람");
        assert_eq!(fold(" \n "), "");
    }
}
