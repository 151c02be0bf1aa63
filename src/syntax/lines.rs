//! Cuts a file at its left margin into entries, clauses and comments: the first of the two levels of the syntax.
//!
//! This loop is what keeps one broken entry from changing the meaning of its neighbours: where a piece begins and
//! ends depends on indentation alone, never on what is in it.

use memchr::memchr;

use super::grammar::keyword;
use super::vocabulary::{ClauseKind, EntryKind};

/// A piece of a file, as byte offsets into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Whether it is an entry, a clause or a comment.
    pub kind: PieceKind,
    /// Its first byte, behind the indentation.
    pub start: usize,
    /// Behind its last byte that is not white space.
    pub end: usize,
    /// Mistake in the indentation of its first line.
    pub misplaced: Option<Indentation>,
}

/// Kind of a piece, by its indentation and first sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceKind {
    /// Starts at the margin.
    Entry,
    /// Is indented by two.
    Clause,
    /// Begins with `#` at column 0 or 2.
    Comment,
    /// Is indented by four or more and has nothing above that it could continue.
    Stray,
    /// Not a piece of its own: a line of a text whose indentation is wrong. It is part of the piece around it.
    Continuation,
}

/// Mistake in an indentation, as byte offsets of the white space and what should stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Indentation {
    /// Where the line begins.
    pub start: usize,
    /// Where its text begins.
    pub end: usize,
    /// How many spaces were probably meant.
    pub meant: usize,
    /// Whether there is something other than spaces in it.
    pub tab: bool,
}

/// Hands every piece of a text to `take`, in order.
pub fn cut(text: &str, mut take: impl FnMut(Piece)) {
    let mut open: Option<Piece> = None;
    let mut at = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    while at < text.len() {
        let end = memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |length| at + length);
        let line = Line::read(text, at, end);
        at = end + 1;
        let Some(line) = line else { continue };
        let kind = match (line.kind, open) {
            (PieceKind::Continuation, None) => PieceKind::Stray,
            (kind, _) => kind,
        };
        if kind == PieceKind::Continuation {
            let piece = open.as_mut().expect("a continuation without a piece above is stray");
            piece.end = line.end;
            if line.misplaced.is_some() {
                take(Piece { kind, start: line.start, end: line.end, misplaced: line.misplaced });
            }
            continue;
        }
        if let Some(piece) = open.take() {
            take(piece);
        }
        let piece = Piece { kind, start: line.start, end: line.end, misplaced: line.misplaced };
        match kind {
            PieceKind::Comment => take(piece),
            _ => open = Some(piece),
        }
    }
    if let Some(piece) = open {
        take(piece);
    }
}

/// A line that is not blank.
struct Line {
    kind: PieceKind,
    start: usize,
    end: usize,
    misplaced: Option<Indentation>,
}

impl Line {
    /// The line between two offsets; `None` if it is blank.
    fn read(text: &str, from: usize, to: usize) -> Option<Line> {
        let bytes = &text.as_bytes()[from..to];
        let spaces = bytes.iter().take_while(|&&byte| byte == b' ').count();
        let (mut start, mut tab) = (from + spaces, false);
        let first = *bytes.get(spaces)?;
        if !first.is_ascii_graphic() {
            // Rare: a tab, a carriage return, another white control, or perhaps a space that is not ASCII.
            let indented = &text[start..to];
            let rest = indented.trim_start_matches(|letter: char| letter != '\n' && letter.is_whitespace());
            tab = rest.len() < indented.len();
            start = to - rest.len();
            if rest.is_empty() {
                return None;
            }
        }
        let end = from + text[from..to].trim_end().len();
        let column = start - from;
        let (kind, meant) = match column {
            _ if tab => guess(&text[start..end], if column <= 3 { 2 } else { 4 }),
            0 if first == b'#' => (PieceKind::Comment, 0),
            0 => (PieceKind::Entry, 0),
            2 if first == b'#' => (PieceKind::Comment, 2),
            2 => (PieceKind::Clause, 2),
            1 => guess(&text[start..end], 2),
            3 => guess(&text[start..end], 4),
            _ => (PieceKind::Continuation, column),
        };
        let misplaced = (tab || column != meant).then_some(Indentation { start: from, end: start, meant, tab });
        Some(Line { kind, start, end, misplaced })
    }
}

/// Probable kind and column of a line whose indentation is wrong: its first word tells, else the column.
fn guess(line: &str, column: usize) -> (PieceKind, usize) {
    let word = keyword(line);
    if line.starts_with('#') {
        (PieceKind::Comment, if column == 2 { 2 } else { 0 })
    } else if ClauseKind::of(word).is_some() {
        (PieceKind::Clause, 2)
    } else if EntryKind::of(word).is_some() && column == 2 {
        (PieceKind::Entry, 0)
    } else if column == 2 {
        (PieceKind::Clause, 2)
    } else {
        (PieceKind::Continuation, 4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<(PieceKind, &str, Option<usize>)> {
        let mut pieces = Vec::new();
        cut(text, |piece| {
            let meant = piece.misplaced.map(|indentation| indentation.meant);
            pieces.push((piece.kind, &text[piece.start..piece.end], meant));
        });
        pieces
    }

    #[test]
    fn indentation_alone_decides() {
        use PieceKind::{Clause, Comment, Entry, Stray};
        let text = "\u{FEFF}    stray\n# one\nclaim a: b\n    c\n\n    d\r\n  because: e\n  # two\n    f\n\nlast";
        assert_eq!(
            pieces(text),
            [
                (Stray, "stray", None),
                (Comment, "# one", None),
                (Entry, "claim a: b\n    c\n\n    d", None),
                (Clause, "because: e", None),
                (Comment, "# two", None),
                (Stray, "f", None),
                (Entry, "last", None),
            ]
        );
    }

    #[test]
    fn a_line_of_white_controls_is_blank() {
        assert_eq!(pieces("   \u{b}\n\u{b}\u{c}\n  \r\n\u{85}\n"), []);
    }

    #[test]
    fn a_wrong_indentation_is_read_as_what_it_was_meant_to_be() {
        use PieceKind::{Clause, Continuation, Entry};
        let text = "claim a: b\n because: c\n   and text\n\tnote: d\n　note: e\n";
        assert_eq!(
            pieces(text),
            [
                (Entry, "claim a: b", None),
                (Continuation, "and text", Some(4)),
                (Clause, "because: c\n   and text", Some(2)),
                (Clause, "note: d", Some(2)),
                (Clause, "note: e", Some(2)),
            ]
        );
    }
}
