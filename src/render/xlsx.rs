//! A page as a workbook of a spreadsheet: its one flat table, with heads that stay, a filter, and numbers that are numbers.
//!
//! No cell is a formula: every text is written as a text. The bytes depend on the page alone.

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use serde_json::Value;

use crate::page::{Datum, Kind, PageOf as Page};

use super::flat::flat;
use super::options::Options;
use super::text::{in_one, plain, safe};

/// The most that a cell may hold, in units of UTF-16, and the sign of what was cut from it.
const LONGEST: usize = 32_767;
const CUT: &str = "… (cut: a cell holds no more)";
/// Widths of columns, in letters: the least and the most.
const WIDTHS: [usize; 2] = [8, 60];

pub(super) fn render(page: &Page<'_>, _: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let bytes = book(page).map_err(|cause| match cause {
        XlsxError::RowColumnLimitError => io::Error::other(
            "a sheet has no more than 1048576 rows and 16384 columns, and the table has more; csv has room for all",
        ),
        other => io::Error::other(other),
    })?;
    out.write_all(&bytes)
}

fn book(page: &Page<'_>) -> Result<Vec<u8>, XlsxError> {
    let table = flat(page);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(page.view)?;
    let head = Format::new().set_bold().set_align(FormatAlign::Top);
    let mut widths = Vec::with_capacity(table.columns.len());
    for (at, column) in (0..).zip(&table.columns) {
        let key = safe(&column.key);
        sheet.write_string_with_format(0, at, fitting(&key), &head)?;
        // The sign of the filter stands beside the head.
        widths.push(key.chars().count() + 3);
    }
    let formats: Vec<Format> = table.columns.iter().map(|column| format_of(column.kind)).collect();
    let mut last = 0;
    for (row, values) in (1_u32..).zip(table.data()) {
        last = row;
        for (((at, value), width), format) in (0..).zip(values).zip(&mut widths).zip(&formats) {
            let letters = write(sheet, (row, at), &value, format)?;
            *width = letters.max(*width);
        }
    }
    for (at, width) in (0..).zip(&widths) {
        sheet.set_column_width(at, (*width).clamp(WIDTHS[0], WIDTHS[1]) as f64)?;
    }
    if let Some(right) = u16::try_from(table.columns.len()).ok().and_then(|count| count.checked_sub(1)) {
        sheet.set_freeze_panes(1, 0)?;
        sheet.autofilter(0, 0, last, right)?;
    }
    let begun = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_title(fitting(&plain(&page.title))).set_creation_datetime(&begun);
    book.set_properties(&properties);
    book.save_to_buffer()
}

/// Writes a value into its cell, given by row and column, and says how many letters it has.
fn write(sheet: &mut Worksheet, at: (u32, u16), value: &Datum<'_>, format: &Format) -> Result<usize, XlsxError> {
    let value = match value {
        Datum::Text(text) => return write_text(sheet, at, text, format),
        Datum::Other(value) => *value,
        Datum::Own(value) => value,
    };
    match value {
        Value::Null => Ok(0),
        Value::Bool(truth) => sheet.write_boolean_with_format(at.0, at.1, *truth, format).map(|_| 5),
        Value::Number(number) => {
            let digits = number.to_string().len().min(12);
            sheet.write_number_with_format(at.0, at.1, number.as_f64().unwrap_or(f64::NAN), format).map(|_| digits)
        }
        value => write_text(sheet, at, &in_one(value), format),
    }
}

fn write_text(sheet: &mut Worksheet, at: (u32, u16), text: &str, format: &Format) -> Result<usize, XlsxError> {
    let shown = safe(text);
    if shown.is_empty() {
        return Ok(0);
    }
    sheet.write_string_with_format(at.0, at.1, fitting(&shown), format)?;
    Ok(shown.lines().map(|line| line.chars().count()).max().unwrap_or(0))
}

/// The text, cut where a cell cannot hold it, which is said in the cell.
fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST {
        return text.to_owned();
    }
    let mut room = LONGEST - CUT.encode_utf16().count();
    let kept = text.chars().take_while(|letter| {
        let fits = letter.len_utf16() <= room;
        room = room.saturating_sub(letter.len_utf16());
        fits
    });
    kept.chain(CUT.chars()).collect()
}

/// How a column shows what it holds: long texts wrapped, whole numbers whole, all at the top of their rows.
fn format_of(kind: Kind) -> Format {
    let format = Format::new().set_align(FormatAlign::Top);
    match kind {
        Kind::Whole => format.set_num_format("0"),
        Kind::Number | Kind::Truth => format,
        Kind::Text | Kind::Texts | Kind::Numbers | Kind::Several => format.set_num_format("@").set_text_wrap(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_cell_cannot_hold_is_cut_and_said_to_be() {
        let long = fitting(&"👩".repeat(20_000));
        assert!(long.encode_utf16().count() <= LONGEST && long.ends_with(CUT));
        assert!(long.encode_utf16().count() > LONGEST - 2);
        assert_eq!(fitting("short"), "short");
    }
}
