//! Places in the words of the W3C Web Annotation model, and as links to the words of a page.

use std::fmt::Write;
use std::ops::Range;

use serde::Serialize;

use super::source_text::SourceText;
use crate::quotation::folding::typographic::one_line;

/// Characters of context before and after a quoted passage.
const CONTEXT: usize = 32;
/// Characters of the longest passage that a link spells out.
const SPELT_OUT: usize = 300;

/// A passage by its words, as other annotation tools find it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type")]
pub struct TextQuoteSelector {
    /// The passage, letter for letter.
    pub exact: String,
    /// Text before the passage.
    pub prefix: String,
    /// Text after the passage.
    pub suffix: String,
}

/// A passage by its code points from the start of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type")]
pub struct TextPositionSelector {
    /// The first code point.
    pub start: usize,
    /// The code point after the last.
    pub end: usize,
}

/// The selector of a range of bytes by its words.
pub fn quote_selector(source: &SourceText, range: Range<usize>) -> TextQuoteSelector {
    let text = source.text();
    let before = text[..range.start].char_indices().rev().take(CONTEXT).last();
    let after = text[range.end..].char_indices().nth(CONTEXT);
    TextQuoteSelector {
        prefix: text[before.map_or(range.start, |(at, _)| at)..range.start].to_owned(),
        suffix: text[range.end..after.map_or(text.len(), |(at, _)| range.end + at)].to_owned(),
        exact: text[range].to_owned(),
    }
}

/// The selector of a range of bytes by its code points.
pub fn position_selector(source: &SourceText, range: Range<usize>) -> TextPositionSelector {
    let points = source.points(range);
    TextPositionSelector { start: points.start, end: points.end }
}

/// The directive that, put after a page's address, makes a browser show the passage: `#:~:text=…`.
pub fn text_fragment(source: &SourceText, range: Range<usize>) -> String {
    // A browser looks for words as they are read, not for a line's end within one.
    let passage = one_line(&source.text()[range]);
    let words: Vec<&str> = passage.split_whitespace().collect();
    let mut fragment = String::from("#:~:text=");
    if passage.chars().count() <= SPELT_OUT || words.len() < 10 {
        encode(&words.join(" "), &mut fragment);
    } else {
        encode(&words[..5].join(" "), &mut fragment);
        fragment.push(',');
        encode(&words[words.len() - 5..].join(" "), &mut fragment);
    }
    fragment
}

/// Percent-encodes what an address or the directive gives a meaning of its own: `-`, `,` and `&` too.
fn encode(text: &str, into: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"._~!'()*".contains(&byte) {
            into.push(byte as char);
        } else {
            write!(into, "%{byte:02X}").expect("writing to a string cannot fail");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{position_selector, quote_selector, text_fragment};
    use crate::quotation::{Format, SourceText};

    #[test]
    fn selects_by_words_and_by_points() {
        let source =
            SourceText::read("Één aim, and a well-known one.".into(), Format::Plain).expect("the text is small");
        let start = source.text().find("well").expect("the word is there");
        let range = start..start + 10;
        let quote = quote_selector(&source, range.clone());
        assert_eq!((quote.prefix.as_str(), quote.suffix.as_str()), ("Één aim, and a ", " one."));
        assert_eq!(
            serde_json::to_string(&position_selector(&source, range.clone())).expect("it is plain data"),
            r#"{"type":"TextPositionSelector","start":15,"end":25}"#
        );
        assert_eq!(text_fragment(&source, range), "#:~:text=well%2Dknown");
        let broken = SourceText::read("a dis-\n tinction".into(), Format::Plain).expect("the text is small");
        assert_eq!(text_fragment(&broken, 0..broken.text().len()), "#:~:text=a%20distinction");
    }
}
