//! Mistakes in a file: the place, the line as it stands there, and what to do.

use std::fmt;
use std::ops::Range;

use memchr::memchr_iter;

/// The first thing in a file that cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// The line, from 1.
    pub line: usize,
    /// The character of the line, from 1.
    pub column: usize,
    /// Description of the mistake, in the words of whoever wrote the file.
    pub message: String,
    /// Advice, where any is known.
    pub help: Option<&'static str>,
    /// The line, or of a long one what is near the place.
    excerpt: String,
    /// How many characters of the excerpt stand before the place, and how many it has.
    caret: (usize, usize),
}

/// More of a line before the place is not shown, nor more of it from there on.
const BESIDE: usize = 40;

impl Malformed {
    /// Mistake in these bytes of a file.
    pub(super) fn new(bytes: &[u8], at: Range<usize>, message: impl Into<String>) -> Malformed {
        let start = bytes[..at.start].iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
        let end =
            bytes[at.start..].iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |length| at.start + length);
        // A wrong byte is one character, so that columns can be counted.
        let text = |range: Range<usize>| -> Vec<char> {
            let text = String::from_utf8_lossy(&bytes[range]).into_owned();
            text.chars().map(|letter| if acts(letter) { ' ' } else { letter }).collect()
        };
        let (before, behind) = (text(start..at.start), text(at.start..end));
        let under = text(at.start..at.end.min(end)).len();
        let shown = before.len().saturating_sub(BESIDE);
        let excerpt: String = before[shown..].iter().chain(behind.iter().take(BESIDE)).collect();
        Malformed {
            // Counted here and once for a file that is refused: the crate stands apart from whatever keeps an index of lines.
            line: memchr_iter(b'\n', &bytes[..at.start]).count() + 1,
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

/// The bytes of a file as text, for the formats in which arguments have names.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Malformed> {
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        Malformed::new(bytes, at..at + 1, "this is no text: a byte that is not UTF-8")
    })
}

/// Refuses a name that would act where it is shown, at its place in a file.
pub(super) fn harmless(bytes: &[u8], name: &str, start: usize) -> Result<(), Malformed> {
    let Some((at, letter)) = name.char_indices().find(|&(_, letter)| acts(letter)) else { return Ok(()) };
    let at = start + at;
    let message = format!("a name has the character U+{:04X}, which is not seen", u32::from(letter));
    let help = "names may have letters, numbers and signs of every script; what steers a terminal or the direction of writing is \
        none of them";
    Err(Malformed::new(bytes, at..at + letter.len_utf8(), message).help(help))
}

/// Whether a character acts on a terminal or on the text around it: controls, line ends, and what turns the direction of writing.
fn acts(letter: char) -> bool {
    let turns =
        matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || letter.is_control()
}

/// A word in a message, with a sign for what is not seen in it: of a long one the beginning.
pub(super) fn word(word: &str) -> String {
    let seen = |letter: char| if acts(letter) { char::REPLACEMENT_CHARACTER } else { letter };
    let beginning: String = word.chars().take(BESIDE).map(seen).collect();
    let more = if word.chars().nth(BESIDE).is_some() { "…" } else { "" };
    format!("`{beginning}{more}`")
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
