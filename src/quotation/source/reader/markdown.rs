//! The parts of Markdown that are written and not read: marks, targets of links, and comments.

use std::ops::Range;

/// The furthest that a target or comment reaches.
const REACH: usize = 4096;

/// Ranges of what a reader does not see: targets and brackets of links, comments, the ticks of code, the signs before
/// quoted lines and items, and backslashes. Stars and hashes are no letters and need
/// no range.
pub(super) fn markup(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut opened = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if at == 0 || bytes[at - 1] == b'\n' {
            let end = at + line_marks(&text[at..]);
            if end > at {
                found.push(at..end);
                at = end;
                continue;
            }
        }
        let rest = &bytes[at..bytes.len().min(at + REACH)];
        let end = at
            + match rest[0] {
                b'\\' if rest.get(1).is_some_and(|next| next.is_ascii_punctuation() || *next == b'\n') => 1,
                b'`' => rest.iter().take_while(|byte| **byte == b'`').count(),
                b'<' if rest.starts_with(b"<!--") => until(rest, b"-->"),
                b'<' => tag(rest),
                b']' if rest.starts_with(b"](") => until(rest, b")"),
                b']' if rest.starts_with(b"][") => 1 + until(&rest[1..], b"]"),
                _ => 0,
            };
        match rest[0] {
            b'[' => opened.push(at),
            b']' => {
                if let Some(start) = opened.pop().filter(|_| end > at + 1) {
                    let start = start - usize::from(text[..start].ends_with('!'));
                    found.push(start..start + 1 + usize::from(bytes[start] == b'!'));
                }
            }
            b'\n' if bytes.get(at + 1) == Some(&b'\n') => opened.clear(),
            _ => {}
        }
        if end > at + usize::from(rest[0] == b']') {
            found.push(at..end);
        }
        // A character behind a backslash means itself.
        at = end.max(at + 1) + usize::from(rest[0] == b'\\' && end > at && rest[1] != b'\n');
    }
    found.sort_by_key(|range| range.start);
    found
}

/// The length of a tag of HTML, and with a raised number the length of all of it: that is a note mark; nothing where none begins.
fn tag(rest: &[u8]) -> usize {
    let name = rest[1..].strip_prefix(b"/").unwrap_or(&rest[1..]);
    if !name.first().is_some_and(u8::is_ascii_alphabetic) {
        return 0;
    }
    let length = until(rest, b">");
    let letters = name.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if !name[letters..].first().is_some_and(|next| b" />\n\t".contains(next)) {
        // An address in pointed brackets is read.
        return 0;
    }
    let raised = &rest[length..];
    let digits = raised.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_note = &rest[..length] == b"<sup>" && digits > 0 && raised[digits..].starts_with(b"</sup>");
    if is_note { length + digits + b"</sup>".len() } else { length }
}

/// The length of the marks of a quoted line or of an item that a line begins with.
fn line_marks(line: &str) -> usize {
    let mut end = 0;
    loop {
        let rest = &line[end..];
        let spaces = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let mark = &rest[spaces..];
        if mark.starts_with('>') {
            end += spaces + 1;
        } else if ["- ", "* ", "+ "].iter().any(|item| mark.starts_with(item)) {
            return end + spaces + 1;
        } else {
            return end;
        }
    }
}

/// The length up to and with the end of some mark; nothing where it does not end.
fn until(rest: &[u8], end: &[u8]) -> usize {
    memchr::memmem::find(rest, end).map_or(0, |length| length + end.len())
}

#[cfg(test)]
mod tests {
    use super::markup;

    #[test]
    fn targets_and_comments_are_no_text() {
        let text = "a [link](http://x.org) and ![ref][1]<!-- no --> b < c ]( open";
        let parts: Vec<_> = markup(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(parts, ["[", "](http://x.org)", "![", "][1]", "<!-- no -->"]);
        let text = "a head<sup>12</sup> of <em class=\"x\">all</em>, 2<sup>nd</sup> <http://x.org> <no 3 < 4";
        let parts: Vec<_> = markup(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(parts, ["<sup>12</sup>", "<em class=\"x\">", "</em>", "<sup>", "</sup>"]);
    }

    #[test]
    fn marks_are_no_text() {
        let text = "> quoted\n> - item `code`\n\n- 3 \\> 2 \\[x] & on\\\nnext [12] [a] - b";
        let parts: Vec<_> = markup(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(parts, [">", "> -", "`", "`", "-", "\\", "\\", "\\"]);
    }
}
