//! What is wrong with a file: the place, the line as it stands there, and what to do.

use std::fmt;
use std::ops::Range;

/// The first thing in a file that cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// The line, from 1.
    pub line: usize,
    /// The character of the line, from 1.
    pub column: usize,
    /// What is wrong, in the words of whoever wrote the file.
    pub message: String,
    /// What to do, where that is known.
    pub help: Option<&'static str>,
    /// The line, or of a long one what is near the place.
    excerpt: String,
    /// How many characters of the excerpt stand before the place, and how many it has.
    caret: (usize, usize),
}

/// More of a line before the place is not shown, nor more of it from there on.
const BESIDE: usize = 40;

impl Malformed {
    /// Something wrong with these bytes of a file.
    pub(super) fn new(bytes: &[u8], at: Range<usize>, message: impl Into<String>) -> Malformed {
        let start = bytes[..at.start].iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
        let end =
            bytes[at.start..].iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |length| at.start + length);
        // A wrong byte is one character, so that columns can be counted.
        let text = |range: Range<usize>| -> Vec<char> {
            let text = String::from_utf8_lossy(&bytes[range]).into_owned();
            text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
        };
        let (before, behind) = (text(start..at.start), text(at.start..end));
        let under = text(at.start..at.end.min(end)).len();
        let shown = before.len().saturating_sub(BESIDE);
        let excerpt: String = before[shown..].iter().chain(behind.iter().take(BESIDE)).collect();
        Malformed {
            line: bytes[..at.start].iter().filter(|&&byte| byte == b'\n').count() + 1,
            column: before.len() + 1,
            message: message.into(),
            help: None,
            excerpt: excerpt.trim_end().to_owned(),
            caret: (before.len() - shown, under.clamp(1, BESIDE)),
        }
    }

    /// Says what to do.
    pub(super) fn help(mut self, help: &'static str) -> Malformed {
        self.help = Some(help);
        self
    }
}

/// A word in a message: of a long one the beginning.
pub(super) fn word(word: &str) -> String {
    match word.char_indices().nth(BESIDE) {
        Some((end, _)) => format!("`{}…`", &word[..end]),
        None => format!("`{word}`"),
    }
}

/// The message, the line, a caret below the place, and what to do.
impl fmt::Display for Malformed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Malformed { line, column, message, excerpt, caret: (before, under), .. } = self;
        let space = " ".repeat(line.to_string().len());
        write!(out, "line {line}, column {column}: {message}")?;
        write!(out, "\n{space} |\n{line} | {excerpt}\n{space} | {}{}", " ".repeat(*before), "^".repeat(*under))?;
        self.help.map_or(Ok(()), |help| write!(out, "\nhelp: {help}"))
    }
}

impl std::error::Error for Malformed {}
