//! The text of an HTML file: what stands between the tags, with the way back to the file.

use super::extract::Extract;

/// Elements whose content nobody reads.
const UNSEEN: [&str; 6] = ["head", "noscript", "script", "style", "svg", "template"];

/// Readings set small beside a word, and the brackets around them.
const READINGS: [&str; 2] = ["rt", "rp"];

/// Elements within a line; every other begins a new paragraph.
const INLINE: [&str; 31] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "mark", "q", "s", "small", "span", "strong", "time", "u", "var", "wbr", "acronym", "sub", "ruby", "rb", "rtc",
];

/// Bytes of the longest name of a character, `&` and `;` included.
const ENTITY_BYTES: usize = 34;

/// Bytes of the longest `<br />`.
const BREAK_BYTES: usize = 8;

/// The superscript digits, from zero.
const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

#[derive(Default)]
struct Writer {
    text: String,
    /// Offsets in text and file wherever the two begin to run alike.
    pieces: Vec<(usize, usize)>,
    /// Inside `sup`, where a number is a note mark as a superscript digit is in plain text.
    raised: bool,
}

pub(super) fn read(file: String) -> Extract {
    let mut writer = Writer::default();
    let mut at = 0;
    while at < file.len() {
        let next = memchr::memchr2(b'<', b'&', &file.as_bytes()[at..]).map_or(file.len(), |next| at + next);
        writer.copy(&file[at..next], at);
        at = match file.as_bytes().get(next) {
            Some(b'<') => writer.tag(&file, next),
            Some(_) => writer.entity(&file, next),
            None => next,
        };
    }
    let Writer { text, pieces, .. } = writer;
    Extract { text, file: Some((file, pieces)), extractor: "html/2", ..Extract::default() }
}

/// A text with the characters that it writes by their names, and where each stretch of it began in the file.
pub(super) fn with_characters(file: &str) -> (String, Vec<(usize, usize)>) {
    let mut writer = Writer::default();
    let mut at = 0;
    while at < file.len() {
        let next = memchr::memchr2(b'&', b'<', &file.as_bytes()[at..]).map_or(file.len(), |next| at + next);
        writer.copy(&file[at..next], at);
        at = match file.as_bytes().get(next) {
            Some(b'&') => writer.entity(file, next),
            Some(_) => writer.line_break(file, next),
            None => next,
        };
    }
    (writer.text, writer.pieces)
}

impl Writer {
    fn copy(&mut self, stretch: &str, at: usize) {
        if self.raised && stretch.bytes().all(|byte| byte.is_ascii_digit()) {
            for (index, digit) in stretch.bytes().enumerate() {
                self.pieces.push((self.text.len(), at + index));
                self.text.push(RAISED[usize::from(digit - b'0')]);
            }
        } else if !stretch.is_empty() {
            self.pieces.push((self.text.len(), at));
            self.text.push_str(stretch);
        }
    }

    /// Passes over the tag, comment or unseen element at `at`; a `<` that begins none is text.
    fn tag(&mut self, file: &str, at: usize) -> usize {
        let rest = &file[at..];
        if rest.starts_with("<!--") {
            return rest.find("-->").map_or(file.len(), |end| at + end + 3);
        }
        if !rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)) {
            self.copy("<", at);
            return at + 1;
        }
        let name_start = if rest[1..].starts_with('/') { 2 } else { 1 };
        let name = rest[name_start..]
            .split(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let end = at + tag_length(rest);
        if name_start == 1 && UNSEEN.contains(&name.as_str()) && !file[..end].ends_with("/>") {
            return end_of_element(file, end, &name);
        }
        if name_start == 1 && READINGS.contains(&name.as_str()) {
            return end_of_reading(file, end);
        }
        if READINGS.contains(&name.as_str()) {
            return end;
        }
        if name == "br" {
            self.text.push('\n');
        } else if name == "sup" {
            self.raised = name_start == 1;
        } else if !INLINE.contains(&name.as_str()) && !name.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push_str("\n\n");
        }
        end
    }

    /// Takes over the `<` at `at`, or the line's end that it writes.
    fn line_break(&mut self, file: &str, at: usize) -> usize {
        let tag = &file.as_bytes()[at..file.len().min(at + BREAK_BYTES)];
        let name = tag.get(1..3).is_some_and(|name| name.eq_ignore_ascii_case(b"br"));
        let end = memchr::memchr(b'>', tag).filter(|end| name && tag[3..*end].iter().all(|byte| b" /".contains(byte)));
        self.copy(if end.is_some() { "\n" } else { "<" }, at);
        at + end.map_or(1, |end| end + 1)
    }

    fn entity(&mut self, file: &str, at: usize) -> usize {
        let window = &file.as_bytes()[at..file.len().min(at + ENTITY_BYTES)];
        if let Some(length) = memchr::memchr(b';', window) {
            let entity = &file[at..=(at + length)];
            let decoded = html_escape::decode_html_entities(entity);
            if decoded != entity {
                self.copy(&decoded, at);
                return at + length + 1;
            }
        }
        self.copy("&", at);
        at + 1
    }
}

/// The length of a tag; a `>` in a quoted attribute does not end it.
fn tag_length(tag: &str) -> usize {
    let mut quote = None;
    for (index, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return index + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    tag.len()
}

/// Where a reading set small beside a word ends: its own end may be left out where another begins, or where the word ends.
fn end_of_reading(file: &str, from: usize) -> usize {
    let ends = ["/rt", "/rp", "rt", "rp", "/ruby", "rb", "p", "/p"];
    let is_end = |at: &usize| {
        let rest = &file.as_bytes()[at + 1..];
        ends.iter().any(|end| {
            let name = rest.get(..end.len()).is_some_and(|name| name.eq_ignore_ascii_case(end.as_bytes()));
            name && rest.get(end.len()).is_none_or(|next| !next.is_ascii_alphanumeric())
        })
    };
    memchr::memchr_iter(b'<', &file.as_bytes()[from..]).map(|at| from + at).find(is_end).unwrap_or(file.len())
}

fn end_of_element(file: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(next) = memchr::memmem::find(&file.as_bytes()[at..], b"</") {
        let start = at + next;
        let found = file.as_bytes().get(start + 2..start + 2 + name.len());
        if found.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes())) {
            return start + tag_length(&file[start..]);
        }
        at = start + 2;
    }
    file.len()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn text_between_tags_with_its_place() {
        let notes = read("<p>so<sup><a href='#1'>12</a></sup>, 2<sup>nd</sup>".to_owned());
        assert_eq!(notes.text.trim(), "so¹², 2nd");
        let ruby =
            read("<p>岡<ruby>山<rp>(</rp><rt>やま</rt><rp>)</rp></ruby>県と<ruby>川<rt>かわ</ruby>の</p>".to_owned());
        assert_eq!(ruby.text.trim(), "岡山県と川の");
        let file =
            "<head><title>T</title></head><p title='a>b'>One &amp; <em>t</em>wo &eacute;</p><script>x<y</script>3 < 4";
        let extract = read(file.to_owned());
        assert_eq!(extract.text.trim(), "One & two é\n\n3 < 4");
        let (_, pieces) = extract.file.expect("HTML keeps its file");
        let wo = extract.text.find("wo").expect("the word is there");
        assert!(pieces.contains(&(wo, file.find("wo").expect("and in the file"))));
    }

    #[test]
    fn broken_markup_ends() {
        for file in ["<", "<p", "<!--", "&", "&#", "<script>", "a<b", "<a href='", "</", "&#xFFFFFFFF;"] {
            read(file.to_owned());
        }
    }
}
