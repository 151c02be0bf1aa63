//! The parts of Markdown that are written and not read: targets of links, and comments.

use std::ops::Range;

/// The furthest that a target or comment reaches.
const REACH: usize = 4096;

/// Ranges of link targets, references and comments. Stars and hashes are no letters and need no range.
pub(super) fn markup(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = memchr::memchr2(b']', b'<', &bytes[at..]) {
        let start = at + next;
        let window = &bytes[start..bytes.len().min(start + REACH)];
        let closing: Option<(usize, &[u8])> = if window.starts_with(b"](") {
            Some((1, b")"))
        } else if window.starts_with(b"][") {
            Some((1, b"]"))
        } else if window.starts_with(b"<!--") {
            Some((0, b"-->"))
        } else {
            None
        };
        at = start + 1;
        if let Some((skip, end)) = closing
            && let Some(length) = memchr::memmem::find(&window[skip..], end)
        {
            at = start + skip + length + end.len();
            found.push(start + skip..at);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::markup;

    #[test]
    fn targets_and_comments_are_no_text() {
        let text = "a [link](http://x.org) and [ref][1]<!-- no --> b < c ]( open";
        let parts: Vec<_> = markup(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(parts, ["(http://x.org)", "[1]", "<!-- no -->"]);
    }
}
