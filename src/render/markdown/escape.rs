//! Writes text so that Markdown shows it as it is: nothing in a map becomes markup.

use crate::page::{Mark, Run, Runs};
use crate::render::text::unsigned;

/// The runs as a block of one line; a line break that is meant is `<br>`.
pub(super) fn inline(runs: &Runs) -> String {
    let shown = in_cell(runs);
    // Only at the start of a block these would be markup: a list, a line below a heading.
    let digits = shown.bytes().take_while(u8::is_ascii_digit).count();
    match shown.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &shown[..digits], &shown[digits..]),
        Some(b'+' | b'-' | b'=') if digits == 0 => format!("\\{shown}"),
        _ => shown,
    }
}

/// The runs in a cell of a table.
pub(super) fn in_cell(runs: &Runs) -> String {
    let mut shown = String::new();
    for run in &runs.pieces {
        marked(&mut shown, run);
    }
    shown.trim_start().to_owned()
}

fn marked(shown: &mut String, run: &Run) {
    let text = unsigned(run);
    let inner = text.trim();
    if inner.is_empty() {
        return escape(shown, &text);
    }
    // Markup must touch the words that it marks, so spaces around them stay outside.
    let start = text.len() - text.trim_start().len();
    let (before, after) = (&text[..start], &text[start + inner.len()..]);
    escape(shown, before);
    match run.mark {
        Mark::Strong => wrapped(shown, inner, ["**", "**"], ["<strong>", "</strong>"]),
        Mark::Quotation | Mark::Inferred => wrapped(shown, inner, ["*", "*"], ["<em>", "</em>"]),
        Mark::Name if !inner.contains(['`', '|', '\\']) => {
            shown.push('`');
            shown.push_str(inner);
            shown.push('`');
        }
        Mark::Added => wrapped(shown, inner, ["<ins>", "</ins>"], ["<ins>", "</ins>"]),
        Mark::Removed => wrapped(shown, inner, ["<del>", "</del>"], ["<del>", "</del>"]),
        _ => escape(shown, inner),
    }
    escape(shown, after);
}

/// Asterisks are read as emphasis only between the right neighbours; tags always are.
fn wrapped(shown: &mut String, inner: &str, stars: [&str; 2], tags: [&str; 2]) {
    let fine = inner.starts_with(char::is_alphanumeric)
        && inner.ends_with(char::is_alphanumeric)
        && !shown.ends_with(['*', '_']);
    let [open, close] = if fine { stars } else { tags };
    shown.push_str(open);
    escape(shown, inner);
    shown.push_str(close);
}

fn escape(shown: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '\n' => shown.push_str("<br>"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '&' => shown.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '#' => shown.extend(['\\', letter]),
            _ => shown.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(mark: Mark, text: &str) -> String {
        inline(&Runs::new().with(mark, text))
    }

    #[test]
    fn text_does_not_become_markup() {
        let cases = [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("a | b \\| c", "a \\| b \\\\\\| c"),
            ("[link](x) ![](y) `code`", "\\[link\\](x) !\\[\\](y) \\`code\\`"),
            ("# no heading", "\\# no heading"),
            ("    no code", "no code"),
            ("- no list, 2 - 1", "\\- no list, 2 - 1"),
            ("12. no list", "12\\. no list"),
            ("In 2017. A sentence.", "In 2017. A sentence."),
            ("=== or ~~~ or $x$", "\\=== or \\~\\~\\~ or \\$x\\$"),
            ("one\ntwo", "one<br>two"),
            ("\u{1b}[31m", "␛\\[31m"),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(Mark::Plain, text), expected);
        }
    }

    #[test]
    fn marks_hold_to_their_words() {
        assert_eq!(shown(Mark::Strong, " word "), "**word** ");
        assert_eq!(shown(Mark::Strong, "(a)"), "<strong>(a)</strong>");
        assert_eq!(shown(Mark::Name, "ssr-leadership"), "`ssr-leadership`");
        assert_eq!(shown(Mark::Name, "a`b|c"), "a\\`b\\|c");
        assert_eq!(shown(Mark::Removed, "old"), "<del>old</del>");
    }
}
