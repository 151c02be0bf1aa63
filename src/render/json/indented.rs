//! How JSON is written: indented, and with an escape for whatever would act on a terminal.

use std::io::{Result, Write};

use serde_json::ser::Formatter;

use super::super::text::acts;

/// Indents by two, as `serde_json` does, but each line at once: of a large page most of what is written are the beginnings of lines. Those
/// characters can only be inside of texts, where an escape means the same; what is below U+0020 is escaped already.
#[derive(Default)]
pub(super) struct Indented {
    depth: usize,
    /// Whether anything stands in the list or object that was opened last.
    has_value: bool,
}

/// The beginning of a line that stands as deep as any is likely to.
const SPACES: &[u8; 41] = b"\n                                        ";

impl Indented {
    /// Line break, and the spaces before what stands so deep.
    fn line<W: ?Sized + Write>(&self, writer: &mut W) -> Result<()> {
        let most = (SPACES.len() - 1) / 2;
        writer.write_all(&SPACES[..=2 * self.depth.min(most)])?;
        (most..self.depth).try_for_each(|_| writer.write_all(b"  "))
    }

    fn begin(&mut self) {
        self.depth += 1;
        self.has_value = false;
    }

    fn end<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.depth -= 1;
        if self.has_value { self.line(writer) } else { Ok(()) }
    }

    fn next<W: ?Sized + Write>(&self, writer: &mut W, first: bool) -> Result<()> {
        if !first {
            writer.write_all(b",")?;
        }
        self.line(writer)
    }
}

impl Formatter for Indented {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> Result<()> {
        // Most of it, and seen to be so many letters at a time.
        if fragment.bytes().all(|byte| byte < 0x7f) {
            return writer.write_all(fragment.as_bytes());
        }
        let mut rest = fragment;
        while let Some((at, character)) = rest.char_indices().find(|&(_, character)| acts(character)) {
            writer.write_all(&rest.as_bytes()[..at])?;
            write!(writer, "\\u{:04x}", u32::from(character))?;
            rest = &rest[at + character.len_utf8()..];
        }
        writer.write_all(rest.as_bytes())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.begin();
        writer.write_all(b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.end(writer)?;
        writer.write_all(b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        self.next(writer, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> Result<()> {
        self.has_value = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.begin();
        writer.write_all(b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.end(writer)?;
        writer.write_all(b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        self.next(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        writer.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> Result<()> {
        self.has_value = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::{Serializer, Value, json};

    use super::*;

    #[test]
    fn it_indents_as_everybody_does() {
        let mut deep = json!([]);
        (0..30).for_each(|_| deep = json!({ "a": [deep.clone(), {}], "b": null }));
        for value in
            [json!(null), json!([]), json!({}), json!([[], {}, 1, "a\n"]), json!({ "a": { "b": [1, [2]] } }), deep]
        {
            let mut written = Vec::new();
            let shape: &Value = &value;
            shape
                .serialize(&mut Serializer::with_formatter(&mut written, Indented::default()))
                .expect("memory takes all");
            assert_eq!(String::from_utf8(written), serde_json::to_string_pretty(&value).map_err(|_| unreachable!()));
        }
    }
}
