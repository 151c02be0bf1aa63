//! A page as one flat table for a spreadsheet or a script.
//!
//! The header has the columns' keys, the cells their values: text as it is, numbers as digits, nothing for null, the
//! texts of a list joined by `; `, anything else as compact JSON. Lines end with `\n`, which every reader of CSV takes.

use std::borrow::Cow;
use std::io;

use csv::{Terminator, Writer, WriterBuilder};
use serde_json::Value;

use crate::page::{Block, Cell, Column, Datum, Page, Row, Runs, Table};

use super::options::Options;
use super::text::{plain, safe};
use super::walk::walk;

pub(super) fn render(page: &Page, _: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let prose;
    let table = match page.records.as_ref().or_else(|| first_table(&page.blocks)) {
        Some(table) => table,
        None => {
            prose = texts(page);
            &prose
        }
    };
    let mut writer = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(out);
    if !table.columns.is_empty() {
        record(&mut writer, table.columns.iter().map(|column| guarded(safe(&column.key))))?;
        for row in table.data() {
            record(&mut writer, row.into_iter().map(shown))?;
        }
    }
    writer.flush()
}

fn record<'f>(writer: &mut Writer<&mut dyn io::Write>, fields: impl Iterator<Item = Cow<'f, str>>) -> io::Result<()> {
    for field in fields {
        writer.write_field(field.as_bytes())?;
    }
    writer.write_record(None::<&[u8]>)?;
    Ok(())
}

fn first_table(blocks: &[Block]) -> Option<&Table> {
    blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Sides(sides) => sides.iter().find_map(|side| first_table(&side.blocks)),
        _ => None,
    })
}

/// What a page without any table says, in a column of its own.
fn texts(page: &Page) -> Table {
    let mut texts = Vec::new();
    collect(&page.blocks, &mut texts);
    let row = |text| Row { cells: vec![Cell::text(text)], ..Row::default() };
    Table {
        key: "text".to_owned(),
        columns: vec![Column::new("text", "Text")],
        rows: texts.into_iter().map(row).collect(),
        ..Table::default()
    }
}

fn collect(blocks: &[Block], texts: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading { runs, .. } | Block::Prose(runs) | Block::Note(runs) => texts.push(plain(runs)),
            Block::List(items) => texts.extend(items.iter().map(plain)),
            Block::Tree(roots) => {
                for step in walk(roots) {
                    let lines: Vec<_> = std::iter::once(&step.node.runs).chain(&step.node.details).map(plain).collect();
                    texts.push(lines.join("\n"));
                }
            }
            Block::Sides(sides) => {
                for side in sides {
                    texts.extend(std::iter::once(&side.heading).filter(|heading| !Runs::is_empty(heading)).map(plain));
                    collect(&side.blocks, texts);
                }
            }
            Block::Verbatim(text) => texts.push(text.clone()),
            Block::Table(_) => {}
        }
    }
}

fn shown(datum: Datum<'_>) -> Cow<'_, str> {
    match datum {
        Datum::Text(text) => guarded(safe(text)),
        Datum::Other(Value::Null) => Cow::default(),
        Datum::Other(Value::Array(items)) if items.iter().all(Value::is_string) => {
            let texts: Vec<_> = items.iter().filter_map(Value::as_str).collect();
            Cow::Owned(guarded(safe(&texts.join("; "))).into_owned())
        }
        Datum::Other(value) => Cow::Owned(safe(&value.to_string()).into_owned()),
    }
}

/// A text that a spreadsheet would run as a formula, behind an apostrophe, which it takes for "this is text".
fn guarded(text: Cow<'_, str>) -> Cow<'_, str> {
    // Whatever cannot be seen may be dropped when the file is opened. Tabs and returns have become spaces and signs.
    let unseen = |letter: char| letter.is_whitespace() || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{feff}');
    let formula = text.trim_start_matches(unseen).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    match formula && !is_number(&text) {
        true => Cow::Owned(format!("'{text}")),
        false => text,
    }
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
    }
}
