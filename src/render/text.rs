//! Makes text that came from a map safe to show, and gives a sign to what would otherwise be told by colour.

use std::borrow::Cow;
use std::fmt::Write;

use serde_json::Value;

use crate::page::{Mark, Run, Runs};

/// The text with every character that would act, and not be seen, shown as a sign: an escape as `␛`, an order to turn
/// the direction of writing around as `⟨U+202E⟩`. Line ends stay and a tab becomes a space; so does right-to-left text.
pub fn safe(text: &str) -> Cow<'_, str> {
    let is_harmless = |byte: u8| matches!(byte, b' '..=b'~' | b'\n');
    if text.bytes().all(is_harmless) || !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            _ => push_safe(&mut shown, character),
        }
    }
    Cow::Owned(shown)
}

/// Adds one character, or the sign that stands for it.
pub(super) fn push_safe(shown: &mut String, character: char) {
    match character {
        '\t' => shown.push(' '),
        '\u{0}'..='\u{1f}' if character != '\n' => {
            shown.extend(char::from_u32(0x2400 + u32::from(character)));
        }
        '\u{7f}' => shown.push('␡'),
        _ if acts(character) => {
            write!(shown, "⟨U+{:04X}⟩", u32::from(character)).expect("a string takes every text");
        }
        _ => shown.push(character),
    }
}

/// Whether a character acts on a terminal or on the text around it: controls, overrides and isolates of direction, and
/// the two separators that some programs take for line ends.
pub(super) fn acts(character: char) -> bool {
    match character {
        '\n' => false,
        '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        _ => character.is_control(),
    }
}

/// A piece as safe text. Only a plain piece breaks lines; words that one side alone has stand in signs.
pub(super) fn signed(run: &Run) -> Cow<'_, str> {
    match run.mark {
        Mark::Added => Cow::Owned(format!("{{+{}+}}", in_one_line(&run.text))),
        Mark::Removed => Cow::Owned(format!("[-{}-]", in_one_line(&run.text))),
        _ => unsigned(run),
    }
}

/// The same without signs, for where colour and strokes tell.
pub(super) fn unsigned(run: &Run) -> Cow<'_, str> {
    match run.mark {
        Mark::Plain => safe(&run.text),
        _ => in_one_line(&run.text),
    }
}

/// Safe text without any line end.
pub(super) fn in_one_line(text: &str) -> Cow<'_, str> {
    match safe(text) {
        shown if shown.contains('\n') => Cow::Owned(shown.replace('\n', " ")),
        shown => shown,
    }
}

/// All pieces as one safe text, with signs.
pub(super) fn plain(runs: &Runs) -> String {
    runs.pieces.iter().map(signed).collect()
}

/// A value as one text: texts as they are, those of a list joined by `; `, anything else as compact JSON.
pub(super) fn in_one(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) if items.iter().all(Value::is_string) => {
            items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_act_is_shown() {
        assert_eq!(safe("\u{1b}[31mred\u{7}\u{7f}\u{9b}"), "␛[31mred␇␡⟨U+009B⟩");
        assert_eq!(safe("a\u{202e}b\u{2066}c\u{2028}"), "a⟨U+202E⟩b⟨U+2066⟩c⟨U+2028⟩");
        assert_eq!(safe("one\r\ntwo\rthree\tfour"), "one\ntwo␍three four");
    }

    #[test]
    fn writing_of_every_script_stays() {
        for text in ["שלום עולם", "日本語", "e\u{301}", "👩‍👧", "plain\nlines"] {
            assert!(matches!(safe(text), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn differences_have_signs() {
        let runs = Runs::new().with(Mark::Added, "new").with(Mark::Plain, " and ").with(Mark::Removed, "o\nld");
        assert_eq!(plain(&runs), "{+new+} and [-o ld-]");
    }
}
