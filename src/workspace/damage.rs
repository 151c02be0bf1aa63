//! Finding about a file whose bytes are not all text.

use crate::diagnostic::Diagnostic;
use crate::file::{Damage, FileId, Span};

use super::code;

/// Finding about a file whose bytes are not all text.
pub fn damaged(file: FileId, damage: Damage) -> Diagnostic {
    let at = |offset: usize, length: usize| Span::new(file, offset, offset + length);
    match damage {
        Damage::NotUtf8 { offset, count } => {
            let bytes = if count == 1 { "1 byte".to_owned() } else { format!("{count} bytes") };
            let message = format!("the file is not UTF-8: {bytes} cannot be read, the first at byte {offset}");
            Diagnostic::new(&code::NOT_UTF8, at(offset, 1), message)
                .label("no letter in UTF-8")
                .help("save the file in UTF-8; the rest of it was read all the same")
        }
        Damage::Utf16 => {
            Diagnostic::new(&code::NOT_UTF8, at(0, 0), "the file is UTF-16, not UTF-8; nothing of it was read")
                .help("save the file in UTF-8")
        }
        Damage::TooLarge => {
            Diagnostic::new(&code::TOO_LARGE, at(0, 0), "the file is larger than 256 MiB; nothing of it was read")
                .help("split the map into several files")
        }
    }
}
