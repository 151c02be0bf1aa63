//! Findings about single characters, which no grammar sees: bytes of no text, control characters, and signs left behind by copying.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::file::{FileId, Span};
use crate::syntax::code;
use crate::text::unseen::is_left_behind;

/// Findings about single characters, which no grammar sees.
pub(in crate::syntax) fn about_characters(file: FileId, text: &str) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    // By chunks and without an early way out, which the compiler turns into wide instructions.
    #[expect(clippy::needless_bitwise_bool, reason = "a branch would be one byte at a time")]
    let is_plain = |&byte: &u8| (byte >= b' ') & (byte != 0x7F) | (byte == b'\n') | (byte == b'\r') | (byte == b'\t');
    let is_sound = |chunk: &[u8]| chunk.iter().fold(true, |sound, byte| sound & is_plain(byte));
    if !text.as_bytes().chunks(1024).all(is_sound) {
        let found = text.bytes().enumerate().filter(|(_, byte)| !is_plain(byte));
        let (nul, other): (Vec<_>, Vec<_>) = found.partition(|(_, byte)| *byte == 0);
        if let Some((at, _)) = nul.first() {
            let span = Span::new(file, *at, at + 1);
            let message = match nul.len() {
                1 => format!("the file holds a NUL byte, at byte {at}"),
                number => format!("the file holds {number} NUL bytes, the first at byte {at}"),
            };
            diagnostics.push(
                Diagnostic::new(&code::NUL_BYTE, span, message)
                    .label("no text has this")
                    .help("save the file as plain text in UTF-8"),
            );
        }
        if let Some((at, _)) = other.first() {
            diagnostics.push(control_characters(Span::new(file, *at, at + 1), other.len()));
        }
    }
    // U+202A to U+202E and U+2066 to U+2069, which turn the direction of writing: all of them begin with the same byte.
    let is_override =
        |at: &usize| matches!(text.as_bytes()[*at..], [_, 0x80, 0xAA..=0xAE, ..] | [_, 0x81, 0xA6..=0xA9, ..]);
    let mut found = memchr::memchr_iter(0xE2, text.as_bytes()).filter(is_override);
    if let Some(at) = found.next() {
        diagnostics.push(control_characters(Span::new(file, at, at + 3), 1 + found.count()));
    }
    diagnostics.append(left_behind(file, text));
    diagnostics
}

/// The signs that taking a text out of its file leaves behind; at the start of a file, a byte-order mark is no sign of that.
fn left_behind(file: FileId, text: &str) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    // The first bytes of all of them, which are rare in every script.
    let starts = memchr::memchr3_iter(0xC2, 0xEF, 0xF4, text.as_bytes()).chain(other_planes(text));
    let sign = |at: usize| text.get(at..)?.chars().next().filter(|&letter| is_left_behind(letter));
    let found = starts.filter_map(|at| Some((at, sign(at)?))).filter(|&(at, letter)| at > 0 || letter != '\u{FEFF}');
    let found: Vec<(usize, char)> = found.collect();
    if let Some(&(at, letter)) = found.iter().min() {
        let message =
            format!("the file holds {} left behind where a text was taken out of its file", count(found.len(), "sign"));
        let name = match letter {
            '\u{AD}' => "a soft hyphen".to_owned(),
            '\u{FEFF}' => "a byte-order mark".to_owned(),
            other => format!("U+{:04X}, which is no character", other as u32),
        };
        let span = Span::new(file, at, at + letter.len_utf8());
        diagnostics.push(
            Diagnostic::new(&code::LEFT_BEHIND, span, message)
                .label(name)
                .help("no reader sees them; take them out")
                .fix(span, ""),
        );
    }
    diagnostics
}

/// Where characters beyond the first plane begin that may be none.
fn other_planes(text: &str) -> impl Iterator<Item = usize> {
    memchr::memchr3_iter(0xF0, 0xF1, 0xF3, text.as_bytes()).chain(memchr::memchr_iter(0xF2, text.as_bytes()))
}

fn control_characters(span: Span, number: usize) -> Diagnostic {
    let message = format!("the file holds {} that cannot be seen", count(number, "control character"));
    Diagnostic::new(&code::CONTROL_CHARACTER, span, message)
        .label("the first is here")
        .help("take them out: they can change how the text around them looks")
}

/// A number of things in words: `1 space`, `3 spaces`.
pub(super) fn count(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}
