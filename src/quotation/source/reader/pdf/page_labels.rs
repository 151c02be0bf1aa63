//! The labels of the pages of a PDF, as a reader sees them: `iii`, `A-4`, `217`.

use pdf_extract::{Dictionary, Document, Object};

/// Levels of the tree in which labels are kept, and ranges of pages that it may have.
const LEVELS: usize = 16;
const RANGES: usize = 10_000;
/// Characters of the longest label.
const LONGEST: usize = 20;

/// A range of pages that are labelled alike, by its first page.
struct Labelled {
    first: i64,
    style: Option<u8>,
    prefix: String,
    start: i64,
}

/// The label of each page; none at all where the document has no labels.
pub(super) fn labels(document: &Document, pages: usize) -> Vec<String> {
    let tree = document.catalog().and_then(|catalog| catalog.get(b"PageLabels"));
    let Some(root) = tree.ok().and_then(|tree| dictionary(document, tree)) else { return Vec::new() };
    let mut ranges = Vec::new();
    collect(document, root, 0, &mut ranges);
    ranges.sort_by_key(|range| range.first);
    let label = |page: i64| {
        let range = ranges[..ranges.partition_point(|range| range.first <= page)].last()?;
        let number = range.start.saturating_add(page - range.first);
        let label =
            format!("{}{}", range.prefix, range.style.map_or(Some(String::new()), |style| styled(style, number))?);
        let is_sound = !label.is_empty()
            && label.chars().count() <= LONGEST
            && !label.contains(|c: char| c.is_control() || "[]".contains(c));
        is_sound.then_some(label)
    };
    // A page without a label is called by its number.
    (0..pages).map(|page| label(page as i64).unwrap_or_else(|| (page + 1).to_string())).collect()
}

fn dictionary<'d>(document: &'d Document, object: &'d Object) -> Option<&'d Dictionary> {
    document.dereference(object).ok().and_then(|(_, object)| object.as_dict().ok())
}

fn array<'d>(document: &'d Document, of: &'d Dictionary, key: &[u8]) -> &'d [Object] {
    let array = of.get(key).and_then(|it| document.dereference(it)).and_then(|(_, it)| it.as_array());
    array.map_or(&[], Vec::as_slice)
}

fn collect(document: &Document, node: &Dictionary, level: usize, ranges: &mut Vec<Labelled>) {
    for pair in array(document, node, b"Nums").chunks_exact(2) {
        let (Ok(first), Some(style)) = (pair[0].as_i64(), dictionary(document, &pair[1])) else { continue };
        if ranges.len() < RANGES {
            let prefix = style.get(b"P").and_then(Object::as_str).map(text).unwrap_or_default();
            let start = style.get(b"St").and_then(Object::as_i64).unwrap_or(1);
            let style = style.get(b"S").and_then(Object::as_name).ok().and_then(|name| name.first().copied());
            ranges.push(Labelled { first, style, prefix, start });
        }
    }
    if level < LEVELS {
        let kids = array(document, node, b"Kids").iter().filter_map(|kid| dictionary(document, kid));
        for kid in kids.take(RANGES.saturating_sub(ranges.len())) {
            collect(document, kid, level + 1, ranges);
        }
    }
}

/// A text of a PDF: in UTF-16 behind a byte-order mark, else a byte a letter.
fn text(bytes: &[u8]) -> String {
    match bytes.strip_prefix(b"\xFE\xFF") {
        Some(wide) => {
            let units = wide.as_chunks::<2>().0.iter().map(|unit| u16::from_be_bytes(*unit));
            char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        None => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// A number in a style of labels: digits, Roman digits or letters.
fn styled(style: u8, number: i64) -> Option<String> {
    match style {
        b'D' => Some(number.to_string()),
        b'r' => roman(number),
        b'R' => roman(number).map(|digits| digits.to_uppercase()),
        b'a' | b'A' => {
            let letter = u8::try_from((number - 1).rem_euclid(26)).ok()? + style;
            let times = usize::try_from((number - 1) / 26).ok().filter(|times| *times < LONGEST)?;
            Some(char::from(letter).to_string().repeat(times + 1))
        }
        _ => None,
    }
}

fn roman(number: i64) -> Option<String> {
    const DIGITS: [(i64, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut rest = Some(number).filter(|number| (1..5000).contains(number))?;
    let mut digits = String::new();
    for (value, digit) in DIGITS {
        while rest >= value {
            digits.push_str(digit);
            rest -= value;
        }
    }
    Some(digits)
}

#[cfg(test)]
mod tests {
    use super::{styled, text};

    #[test]
    fn labels_are_written_as_printers_do() {
        let labels = [(b'D', 217), (b'r', 4), (b'R', 1999), (b'a', 3), (b'A', 28), (b'r', 0), (b'x', 1)];
        let expected = [Some("217"), Some("iv"), Some("MCMXCIX"), Some("c"), Some("BB"), None, None];
        assert_eq!(labels.map(|(style, number)| styled(style, number)), expected.map(|it| it.map(str::to_owned)));
        assert_eq!((text(b"A-"), text(b"\xFE\xFF\0A\x30\x42")), ("A-".to_owned(), "Aあ".to_owned()));
    }
}
