//! Parts of a quotation: its words, the gaps between them and the text in brackets.

/// A quotation as written, taken apart at what it declares to have changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wording {
    /// The parts that must stand in the source in this order; at least one.
    pub(crate) parts: Vec<Part>,
    /// Whether anything was declared: otherwise the one part is the quotation itself.
    pub(crate) declared: bool,
    /// Whether all that was declared are remarks, which change nothing.
    pub(crate) only_remarked: bool,
    /// Texts in brackets before the first part and after the last, unless they touch a letter of theirs.
    pub(crate) edges: [String; 2],
}

/// Words that the quotation claims to take over unchanged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) text: String,
    /// Join to the part before it.
    pub(crate) before: Join,
    /// A bracket touches the first or last letter, which then need not be at a word's end.
    pub(crate) glued_start: bool,
    pub(crate) glued_end: bool,
}

/// How two parts of a quotation are joined.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Join {
    /// Not at all: the first part.
    #[default]
    Start,
    /// Words are left out, and these may stand for some of them in brackets.
    Ellipsis(String),
    /// A bracket stands for other letters or words.
    Bracket(String),
}

impl Join {
    /// Text in brackets here.
    pub(crate) fn inserted(&self) -> &str {
        match self {
            Self::Start => "",
            Self::Ellipsis(inserted) | Self::Bracket(inserted) => inserted,
        }
    }

    /// A join that is this one and another, with no words between them. It grows in place: there may be thousands.
    fn and(self, other: &Self) -> Self {
        let is_ellipsis = matches!((&self, other), (Self::Ellipsis(_), _) | (_, Self::Ellipsis(_)));
        let mut inserted = match self {
            Self::Start => String::new(),
            Self::Ellipsis(inserted) | Self::Bracket(inserted) => inserted,
        };
        inserted.push(' ');
        inserted.push_str(other.inserted());
        inserted.truncate(inserted.trim_end().len());
        if inserted.starts_with(char::is_whitespace) {
            inserted = inserted.trim_start().to_owned();
        }
        if is_ellipsis { Self::Ellipsis(inserted) } else { Self::Bracket(inserted) }
    }
}

/// Brackets that speak about the quotation and stand for nothing.
const REMARKS: [&str; 10] = [
    "sic",
    "emphasis",
    "italics",
    "my emphasis",
    "our emphasis",
    "my italics",
    "translation",
    "my translation",
    "footnote",
    "citation",
];

/// The longest bracket that may stand for something, in bytes.
const BRACKET_BYTES: usize = 200;

enum Piece<'q> {
    Words(&'q str),
    Ellipsis,
    Bracket(&'q str),
    Remark,
}

impl Wording {
    pub(crate) fn new(quotation: &str) -> Self {
        let mut parts = vec![Part::default()];
        let (mut declared, mut only_remarked) = (false, true);
        let mut at = 0;
        while at < quotation.len() {
            let (piece, length) = next_piece(&quotation[at..]);
            at += length;
            declared |= !matches!(piece, Piece::Words(_));
            only_remarked &= matches!(piece, Piece::Words(_) | Piece::Remark);
            let last = parts.last_mut().expect("one part is always there");
            match piece {
                Piece::Words(words) if last.text.ends_with(' ') => last.text.push_str(words.trim_start()),
                Piece::Words(words) => last.text.push_str(words),
                Piece::Remark => last.text.truncate(last.text.trim_end().len()),
                Piece::Ellipsis => parts.push(Part { before: Join::Ellipsis(String::new()), ..Part::default() }),
                Piece::Bracket(inside) => {
                    last.glued_end = last.text.ends_with(char::is_alphanumeric);
                    let glued_start = quotation[at..].starts_with(char::is_alphanumeric);
                    let before = Join::Bracket(inside.to_owned());
                    parts.push(Part { before, glued_start, ..Part::default() });
                }
            }
        }
        let (parts, edges) = with_words(parts);
        Self { parts, declared, only_remarked: declared && only_remarked, edges }
    }
}

/// Leaves out parts without a letter and puts the joins on both sides of them together; also gives what stands in
/// brackets at either end.
fn with_words(parts: Vec<Part>) -> (Vec<Part>, [String; 2]) {
    let mut kept: Vec<Part> = Vec::with_capacity(parts.len());
    let mut edges = [String::new(), String::new()];
    let mut dropped: Option<Join> = None;
    for mut part in parts {
        let join = dropped.take().filter(|join| *join != Join::Start).map(|join| join.and(&part.before));
        part.before = join.unwrap_or(part.before);
        let trimmed = part.text.trim();
        if !trimmed.contains(char::is_alphanumeric) {
            dropped = Some(part.before);
            continue;
        }
        part.text = trimmed.to_owned();
        if kept.is_empty() {
            if !part.glued_start {
                edges[0] = part.before.inserted().to_owned();
            }
            part.before = Join::Start;
        }
        kept.push(part);
    }
    if let (Some(join), Some(last)) = (dropped, kept.last())
        && !last.glued_end
    {
        edges[1] = join.inserted().to_owned();
    }
    if kept.is_empty() {
        kept.push(Part::default());
    }
    (kept, edges)
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
            if rest.starts_with('[') && crate::quotation::folding::note_mark::end(rest, 0).is_none() {
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
        assert_eq!(parts("[T]he map [sic] is done [emphasis added]"), ["he map is done"]);
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
        let wording = Wording::new("[Not] one [did not] [feel] two [all] [...] three [ever]");
        let inserted: Vec<_> = wording.parts.iter().map(|part| part.before.inserted()).collect();
        assert_eq!((inserted, wording.edges), (vec!["", "did not feel", "all"], ["Not".to_owned(), "ever".to_owned()]));
    }
}
