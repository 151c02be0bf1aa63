//! Text in XML, for all formats that are made of it.

use super::text::safe;

/// First line of a file of XML.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Text in which nothing is markup, and no character that XML 1.0 forbids.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in safe(text).chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup_or_forbidden() {
        assert_eq!(escaped("a <b> & \"c\"\u{0}\u{ffff}日本"), "a &lt;b&gt; &amp; &quot;c&quot;␀\u{fffd}日本");
    }
}
