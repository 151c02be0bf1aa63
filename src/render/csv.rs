//! A page as one flat table for a spreadsheet or a script.
//!
//! The header has the columns' keys, the cells their values: text as it is, numbers as digits, nothing for null, the
//! texts of a list joined by `; `, anything else as compact JSON. Lines end with `\n`, which every reader of CSV takes. No field is a
//! formula, not even for a program that takes semicolons or tabs for what divides fields.

use std::borrow::Cow;
use std::io;

use serde_json::Value;

use crate::page::{Datum, PageOf as Page};

use super::flat::flat;
use super::options::Options;
use super::text::{in_one, safe};

pub(super) fn render(page: &Page<'_>, _: &Options<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let table = flat(page);
    if !table.columns.is_empty() {
        record(out, table.columns.iter().map(|column| guarded(safe(&column.key))))?;
        for row in table.data() {
            record(out, row.into_iter().map(shown))?;
        }
    }
    Ok(())
}

/// Writes a line. Quoted is what divides fields or opens them for any program, whether it expects commas, semicolons or tabs.
fn record<'f>(out: &mut dyn io::Write, fields: impl Iterator<Item = Cow<'f, str>>) -> io::Result<()> {
    let mut line = String::new();
    for (index, field) in fields.enumerate() {
        if index > 0 {
            line.push(',');
        }
        if field.bytes().any(|byte| matches!(byte, b',' | b';' | b'\t' | b'\n' | b'\r' | b'"' | b'\'')) {
            line.extend(["\"", &field.replace('"', "\"\""), "\""]);
        } else {
            line.push_str(&field);
        }
    }
    if line.is_empty() {
        // One field without anything in it would be no line at all.
        line.push_str("\"\"");
    }
    line.push('\n');
    out.write_all(line.as_bytes())
}

fn shown(datum: Datum<'_>) -> Cow<'_, str> {
    match datum {
        Datum::Text(text) => guarded(safe(text)),
        Datum::Own(Value::String(text)) if is_plain(&text) => Cow::Owned(text),
        Datum::Own(value) => Cow::Owned(shown(Datum::from(&value)).into_owned()),
        Datum::Other(Value::Null) => Cow::default(),
        Datum::Other(value @ (Value::Bool(_) | Value::Number(_))) => Cow::Owned(value.to_string()),
        Datum::Other(value) => Cow::Owned(guarded(safe(&in_one(value))).into_owned()),
    }
}

/// Whether it is seen at a glance that a text needs nothing: most do not.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n') && !matches!(byte, b'=' | b'+' | b'-' | b'@'))
}

/// A text with an apostrophe before all that a spreadsheet would run as a formula, which it takes for "this is text". Where semicolons
/// divide fields, or quotation marks mean nothing, a field also begins behind a semicolon or a line end.
fn guarded(text: Cow<'_, str>) -> Cow<'_, str> {
    if is_plain(&text) || !text.contains(STARTS) {
        return text;
    }
    let parts = text.split_inclusive([';', '\n']);
    if !parts.clone().any(is_formula) {
        return text;
    }
    Cow::Owned(parts.flat_map(|part| [if is_formula(part) { "'" } else { "" }, part]).collect())
}

/// Characters that a formula may begin with.
const STARTS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

fn is_formula(part: &str) -> bool {
    // Whatever cannot be seen may be dropped when the file is opened. Tabs and returns have become spaces and signs.
    let unseen = |letter: char| letter.is_whitespace() || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{feff}');
    let seen = part.trim_start_matches(unseen);
    seen.starts_with(STARTS) && !is_number(seen.trim_end_matches([';', '\n']))
}

/// Digits with a sign before and a point in them, and nothing that a spreadsheet could compute.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    digits.starts_with(|letter: char| letter.is_ascii_digit())
        && digits.ends_with(|letter: char| letter.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && digits.bytes().filter(|&byte| byte == b'.').count() <= 1
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn formulas_are_text_and_numbers_are_numbers() {
        let cases = [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("  @SUM(A1)", "'  @SUM(A1)"),
            ("\t=1", "' =1"),
            ("\r=1", "␍=1"),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("＝1+1", "'＝1+1"),
            ("\u{3000}－1", "'\u{3000}－1"),
            ("-2+3", "'-2+3"),
            ("-1.5", "-1.5"),
            ("+7", "+7"),
            ("-", "'-"),
            ("a = b", "a = b"),
            ("x;=HYPERLINK(A1)", "x;'=HYPERLINK(A1)"),
            ("x; @SUM(A1); -1.5; y", "x;' @SUM(A1); -1.5; y"),
            ("x\n=1+1", "x\n'=1+1"),
            (";-;+1", ";'-;+1"),
            ("2017-02-23", "2017-02-23"),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(Datum::Text(text)), expected);
        }
    }

    #[test]
    fn each_kind_of_value_has_its_text() {
        let shown = |value: serde_json::Value| shown(Datum::from(&value)).into_owned();
        assert_eq!(shown(json!(null)), "");
        assert_eq!(shown(json!(12)), "12");
        assert_eq!(shown(json!(-3.5)), "-3.5");
        assert_eq!(shown(json!(true)), "true");
        assert_eq!(shown(json!(["a", "b"])), "a; b");
        assert_eq!(shown(json!([])), "");
        assert_eq!(shown(json!({ "n": [1, "x"] })), r#"{"n":[1,"x"]}"#);
        assert_eq!(shown(json!({ "n": "x;=1" })), r#"{"n":"x;'=1"}"#);
        assert_eq!(shown(json!(-1e-9)), "-1e-9");
    }

    #[test]
    fn what_opens_or_divides_fields_for_some_program_is_quoted() {
        let line = |fields: &[&'static str]| {
            let mut written = Vec::new();
            record(&mut written, fields.iter().map(|field| Cow::Borrowed(*field))).expect("memory takes all");
            String::from_utf8(written).expect("text")
        };
        let fields = ["plain", "a,b", "a;b", "a\tb", "a\nb", "say \"it\"", "it's", " "];
        assert_eq!(line(&fields), "plain,\"a,b\",\"a;b\",\"a\tb\",\"a\nb\",\"say \"\"it\"\"\",\"it's\", \n");
        assert_eq!(line(&[""]), "\"\"\n");
        assert_eq!(line(&["", ""]), ",\n");
    }
}
