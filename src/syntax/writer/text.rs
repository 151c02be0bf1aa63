//! Texts that come from anywhere, made such as a map can hold.

use std::borrow::Cow;

use crate::syntax::fold::fold;
use crate::text::unseen::is_left_behind;

/// The first character of a text that no map may hold: one that cannot be seen and is not white space, one that turns the
/// direction of writing, or one that taking a text out of its file leaves behind.
pub fn control(text: &str) -> Option<char> {
    text.chars().find(|&letter| is_control(letter))
}

fn is_control(letter: char) -> bool {
    matches!(letter, '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || is_left_behind(letter)
}

/// A text without the characters that no map may hold, for words that were found somewhere and are passed on.
pub fn without_controls(text: &str) -> Cow<'_, str> {
    match control(text) {
        None => Cow::Borrowed(text),
        Some(_) => Cow::Owned(text.chars().filter(|&letter| !is_control(letter)).collect()),
    }
}

/// A text as it is read from a map, with all its white space. Vertical tabs and form feeds, which a map may not hold, are spaces.
pub fn folded(text: &str) -> Cow<'_, str> {
    if text.contains(['\u{b}', '\u{c}']) {
        Cow::Owned(fold(&text.replace(['\u{b}', '\u{c}'], " ")).into_owned())
    } else {
        fold(text)
    }
}

/// The same, without paragraphs and items.
pub fn on_one_line(text: &str) -> Cow<'_, str> {
    match folded(text) {
        folded if folded.contains('\n') => {
            let lines: Vec<&str> = folded.split('\n').filter(|line| !line.is_empty()).collect();
            Cow::Owned(lines.join(" "))
        }
        folded => folded,
    }
}

/// `words` to stand where `raw` stood in a map: on the same lines where there are as many words, and each line reads back as part
/// of the same text; else on one line.
pub fn in_the_lines_of(raw: &str, words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let one_line = words.join(" ");
    if raw.split_whitespace().count() != words.len() {
        return one_line;
    }
    let (mut lines, mut rest) = (String::with_capacity(raw.len()), raw);
    for word in words {
        let start = rest.len() - rest.trim_start().len();
        lines.push_str(&rest[..start]);
        lines.push_str(word);
        rest = rest[start..].trim_start_matches(|letter: char| !letter.is_whitespace());
    }
    lines.push_str(rest);
    // A word that comes to the beginning of a line may make an item of it, and a line end between two letters may join them.
    let (read, was) = (fold(&lines), fold(raw));
    let same_words = read.split_whitespace().eq(one_line.split(' '));
    let breaks_were = breaks(&was);
    if same_words && breaks(&read).iter().all(|number| breaks_were.contains(number)) { lines } else { one_line }
}

/// The numbers of the words of a folded text that begin a paragraph or an item.
fn breaks(folded: &str) -> Vec<usize> {
    let mut words = 0;
    let ends = folded.split('\n').map(|line| {
        words += line.split_whitespace().count();
        words
    });
    let mut ends: Vec<usize> = ends.collect();
    ends.pop();
    ends
}
