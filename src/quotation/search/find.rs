//! Finds a passage as a reader remembers it, and shows it with what stands around it.

use std::ops::Range;

use serde::Serialize;

use crate::quotation::judge::check::check;
use crate::quotation::judge::finding::Occurrence;
use crate::quotation::source::text::Text;

/// Bytes to each side in which the sentence around a passage is looked for.
const CONTEXT: usize = 600;

/// A passage that a reader may have meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PassageMatch {
    /// Where it stands and how it differs from what was remembered.
    pub occurrence: Occurrence,
    /// Words of its sentence before it.
    pub before: String,
    /// The passage as the source has it, on one line.
    pub passage: String,
    /// Words of its sentence after it.
    pub after: String,
}

/// The passages of a source that have, or nearly have, the words; the best first.
pub fn find(text: &Text, words: &str) -> Vec<PassageMatch> {
    let findings = check(text, &[words]);
    let occurrences = findings.into_iter().flat_map(|finding| finding.occurrences);
    occurrences
        .map(|occurrence| {
            let [before, passage, after] = in_sentence(text, occurrence.range.clone(), words);
            PassageMatch { occurrence, before, passage, after }
        })
        .collect()
}

/// A passage as it is read on, between what stands before it and behind it in the sentences in which it begins and ends.
pub fn in_sentence(text: &Text, range: Range<usize>, typed: &str) -> [String; 3] {
    let source = &text.source;
    let sentence = sentence(source.text(), &range);
    let [before, after] = [sentence.start..range.start, range.end..sentence.end].map(|part| source.read_on(part));
    [before, source.read_on_as(range, typed), after]
}

/// The sentence or sentences in which a passage stands, as far as they are near.
fn sentence(text: &str, range: &Range<usize>) -> Range<usize> {
    let from = range.start.saturating_sub(CONTEXT);
    let from = (from..=range.start).find(|at| text.is_char_boundary(*at)).unwrap_or(range.start);
    let to = (range.end + CONTEXT).min(text.len());
    let to = (range.end..=to).rfind(|at| text.is_char_boundary(*at)).unwrap_or(range.end);
    let start = ends(&text[from..range.start]).last();
    let end = ends(&text[range.end..to]).next();
    from + start.unwrap_or(0)..end.map_or(to, |end| range.end + end)
}

/// Offsets behind the ends of sentences and paragraphs.
fn ends(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().filter_map(|(at, letter)| {
        let behind = at + letter.len_utf8();
        let rest = text[behind..].trim_start_matches(['"', '”', '’', '\'', ')']);
        let ends = match letter {
            '.' | '!' | '?' => rest.starts_with(char::is_whitespace),
            '。' => true,
            '\n' => text[behind..].starts_with('\n'),
            _ => false,
        };
        ends.then_some(text.len() - rest.len())
    })
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::quotation::{Fidelity, Format, Text};

    #[test]
    fn shows_the_passage_with_its_sentence() {
        let source = Text::read(
            "First this. Then a “peace-\nbuilding” mission left the\nport at noon. Then that.".into(),
            Format::Plain,
        )
        .expect("the text is small");
        let found = find(&source, "a \"peacebuilding\" mission left");
        let [remembered] = found.as_slice() else {
            panic!("one passage was meant, {} were found", found.len());
        };
        assert_eq!(remembered.before.trim(), "Then");
        assert_eq!(remembered.passage, "a “peacebuilding” mission left");
        assert_eq!(remembered.after, " the port at noon.");
        assert_eq!(remembered.occurrence.fidelity, Fidelity::Typographic);
        assert!(find(&source, "nothing of this kind was said").is_empty());
    }
}
