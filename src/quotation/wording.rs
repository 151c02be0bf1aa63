//! What a quotation says it quotes: its words, the gaps between them and what stands in brackets.

/// A quotation as written, taken apart at what it declares to have changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wording {
    /// The parts that must stand in the source in this order; at least one.
    pub(super) parts: Vec<Part>,
    /// Whether anything was declared: otherwise the one part is the quotation itself.
    pub(super) declared: bool,
}

/// Words that the quotation claims to take over unchanged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) text: String,
    /// What lies between this part and the one before it.
    pub(super) before: Join,
    /// A bracket touches the first or last letter, which then need not be at a word's end.
    pub(super) glued_start: bool,
    pub(super) glued_end: bool,
}

/// How two parts of a quotation are joined.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Join {
    /// Not at all: the first part.
    #[default]
    Start,
    /// Words are left out.
    Ellipsis,
    /// A bracket stands for other letters or words.
    Bracket(String),
}

/// Brackets that speak about the quotation and stand for nothing.
const REMARKS: [&str; 8] =
    ["sic", "emphasis", "italics", "my emphasis", "our emphasis", "my italics", "translation", "my translation"];

/// The longest bracket that may stand for something, in bytes.
const BRACKET_BYTES: usize = 200;

enum Piece<'q> {
    Words(&'q str),
    Ellipsis,
    Bracket(&'q str),
    Remark,
}

impl Wording {
    pub(super) fn new(quotation: &str) -> Self {
        let mut parts = vec![Part::default()];
        let mut declared = false;
        let mut at = 0;
        while at < quotation.len() {
            let (piece, length) = next_piece(&quotation[at..]);
            at += length;
            declared |= !matches!(piece, Piece::Words(_));
            let last = parts.last_mut().expect("one part is always there");
            match piece {
                Piece::Words(words) => last.text.push_str(words),
                Piece::Remark => {}
                Piece::Ellipsis => parts.push(Part { before: Join::Ellipsis, ..Part::default() }),
                Piece::Bracket(inside) => {
                    last.glued_end = last.text.ends_with(char::is_alphanumeric);
                    let glued_start = quotation[at..].starts_with(char::is_alphanumeric);
                    let before = Join::Bracket(inside.to_owned());
                    parts.push(Part { before, glued_start, ..Part::default() });
                }
            }
        }
        Self { parts: with_words(parts), declared }
    }
}

/// Leaves out parts without a letter; of two joins that meet, the wider one stays.
fn with_words(parts: Vec<Part>) -> Vec<Part> {
    let mut kept: Vec<Part> = Vec::with_capacity(parts.len());
    let mut dropped_ellipsis = false;
    for mut part in parts {
        let trimmed = part.text.trim();
        if !trimmed.contains(char::is_alphanumeric) {
            dropped_ellipsis |= part.before == Join::Ellipsis;
            continue;
        }
        part.text = trimmed.to_owned();
        if kept.is_empty() {
            part.before = Join::Start;
        } else if dropped_ellipsis {
            part.before = Join::Ellipsis;
        }
        dropped_ellipsis = false;
        kept.push(part);
    }
    if kept.is_empty() {
        kept.push(Part::default());
    }
    kept
}

/// The piece that `rest`, which is not empty, begins with, and its length.
fn next_piece(rest: &str) -> (Piece<'_>, usize) {
    if let Some(length) = ellipsis(rest) {
        return (Piece::Ellipsis, length);
    }
    if let Some(inside) = rest.strip_prefix(['[', '(']) {
        let window = &inside.as_bytes()[..inside.len().min(BRACKET_BYTES)];
        let closing = if rest.starts_with('[') { b']' } else { b')' };
        if let Some(length) = memchr::memchr(closing, window) {
            let content = &inside[..length];
            let trimmed = content.trim();
            if ellipsis(trimmed) == Some(trimmed.len()) {
                return (Piece::Ellipsis, length + 2);
            }
            if rest.starts_with('[') && super::note_mark::end(rest, 0).is_none() {
                let folded = trimmed.to_lowercase();
                let remark = REMARKS.iter().any(|remark| {
                    folded.strip_prefix(remark).is_some_and(|more| !more.starts_with(char::is_alphanumeric))
                });
                let piece = if remark { Piece::Remark } else { Piece::Bracket(content) };
                return (piece, length + 2);
            }
        }
    }
    let first = rest.chars().next().map_or(1, char::len_utf8);
    let length = rest[first..].find(['[', '(', '…', '.']).map_or(rest.len(), |next| first + next);
    (Piece::Words(&rest[..length]), length)
}

/// The length of `…`, `...` or `. . .` at the start of a text.
fn ellipsis(text: &str) -> Option<usize> {
    if text.starts_with('…') {
        return Some('…'.len_utf8());
    }
    let mut dots = 0;
    let mut end = 0;
    for (at, character) in text.char_indices() {
        match character {
            '.' => {
                dots += 1;
                end = at + 1;
            }
            ' ' | '\u{a0}' if dots > 0 && end == at => {}
            _ => break,
        }
    }
    (dots >= 3).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::{Join, Wording};

    fn parts(quotation: &str) -> Vec<String> {
        Wording::new(quotation).parts.into_iter().map(|part| part.text).collect()
    }

    #[test]
    fn takes_a_quotation_apart() {
        assert_eq!(parts("one [...] two … three . . . four (…) five"), ["one", "two", "three", "four", "five"]);
        assert_eq!(parts("[T]he map [sic] is done [emphasis added]"), ["he map  is done"]);
        assert_eq!(parts("a note[12] mark (and this)"), ["a note[12] mark (and this)"]);
        assert_eq!(parts("...begins and ends…"), ["begins and ends"]);
        assert_eq!(parts("…"), [""]);
        assert_eq!(parts("[unclosed"), ["[unclosed"]);
    }

    #[test]
    fn brackets_are_glued_to_what_they_touch() {
        let wording = Wording::new("creat[ing] new [rules] now");
        assert_eq!(wording.parts.len(), 3);
        assert!(wording.parts[0].glued_end && !wording.parts[1].glued_start);
        assert_eq!(wording.parts[2].before, Join::Bracket("rules".to_owned()));
    }
}
