//! Documents and workbooks, read back as the programs read them that they are for: the parts of a zip, each well-formed XML.

use std::io::{Cursor, Read};

use counterpoint::page::{Block, Cell, Column, Kind, Mark, Page, Row, Runs, Table, Target};
use counterpoint::render::{Options, render};
use serde_json::json;
use zip::ZipArchive;

use super::hostile::page_of;
use super::network::{Piece, pieces};
use super::{format, made};

/// The bytes of a page in a format.
fn bytes(page: &Page, name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    render(page, format(name), &Options::default(), &mut bytes).expect("memory takes all");
    bytes
}

/// All parts of a zip, by their names; each has the same date.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("it is a zip");
    let mut parts = Vec::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).expect("a part");
        let name = file.name().expect("a name is text").into_owned();
        assert_eq!(file.last_modified().map(|date| date.year()), Some(1980), "{name}");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("a part is text");
        parts.push((name, text));
    }
    parts
}

fn part<'p>(parts: &'p [(String, String)], name: &str) -> &'p str {
    &parts.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("there is no {name}")).1
}

/// Fails unless every element is closed in its turn; gives back the texts of all elements of this name.
fn texts(xml: &str, of: &str) -> Vec<String> {
    let (mut open, mut texts) = (Vec::new(), Vec::new());
    for piece in pieces(xml) {
        match piece {
            Piece::Open(name, _, is_empty) => {
                if name == of {
                    texts.push(String::new());
                }
                if !is_empty {
                    open.push(name);
                }
            }
            Piece::Close(name) => assert_eq!(open.pop(), Some(name)),
            Piece::Text(text) => {
                if open.contains(&of) {
                    texts.last_mut().expect("it is open").push_str(&text);
                }
            }
        }
    }
    assert_eq!(open, [""; 0], "elements are left open");
    texts
}

#[test]
fn a_document_has_the_words_of_its_page_in_the_styles_that_they_need() {
    let parts = parts(&bytes(&made::page(), "docx"));
    for (_, xml) in &parts {
        texts(xml, "nothing");
    }
    let document = part(&parts, "word/document.xml");
    let paragraphs = texts(document, "w:p");
    assert_eq!(paragraphs[0], "What ito and others hold");
    assert!(paragraphs.contains(&"Who holds what".to_owned()) && paragraphs.contains(&"  because: b".to_owned()));
    let styles = part(&parts, "word/styles.xml");
    let used = document.split("Style w:val=\"").skip(1).filter_map(|rest| rest.split('"').next());
    for style in used {
        assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style} is no style of the document");
    }
    for style in ["Title", "Heading1", "Heading2", "Item", "Note", "Cell", "Code", "Quotation", "Name"] {
        assert!(document.contains(&format!("Style w:val=\"{style}\"")), "{style} is not used");
    }
    assert!(texts(document, "w:tr").len() > 8 && document.contains("<w:tblHeader/>"));
    // Each part that is spoken of is there.
    for (_, target) in part(&parts, "word/_rels/document.xml.rels").match_indices("Target=\"").map(|(at, _)| {
        let rest = &part(&parts, "word/_rels/document.xml.rels")[at + 8..];
        (at, rest.split('"').next().unwrap_or_default())
    }) {
        part(&parts, &format!("word/{target}"));
    }
}

#[test]
fn names_in_a_document_lead_to_where_it_tells_of_them() {
    let named = |name: &str| Runs::leading(Mark::Name, name, &Target::Statement(name.to_owned()));
    let mut page = Page::new("show", "One page");
    page.push(Block::Prose(Runs::from("see ").joined(named("a")).joined(named("nowhere"))));
    page.push(Block::Heading { level: 1, runs: named("a") });
    let parts = parts(&bytes(&page, "docx"));
    let document = part(&parts, "word/document.xml");
    assert_eq!(document.matches("w:anchor=\"place1\"").count(), 1, "{document}");
    assert_eq!(document.matches("w:bookmarkStart w:id=\"1\" w:name=\"place1\"").count(), 1, "{document}");
    assert_eq!(texts(document, "w:hyperlink"), ["a"]);
}

fn book() -> Page {
    let kinds = [Kind::Text, Kind::Whole, Kind::Number, Kind::Truth, Kind::Texts];
    let columns = kinds.iter().zip(["text", "whole", "number", "truth", "texts"]);
    let row = |values: [serde_json::Value; 5]| Row { cells: values.map(Cell::value).to_vec(), ..Row::default() };
    let mut page = Page::new("list", "A book");
    page.push(Block::Table(Table {
        columns: columns.map(|(kind, key)| Column::of(*kind, key, key)).collect(),
        rows: vec![
            row([json!("=1+1"), json!(7), json!(0.25), json!(true), json!(["a", "b"])]),
            row([json!("=HYPERLINK(\"http://e\")"), json!(null), json!(null), json!(false), json!([])]),
            row([json!("x".repeat(40_000)), json!(-3), json!(null), json!(null), json!(["@SUM(A1)"])]),
        ],
        ..Table::default()
    }));
    page
}

#[test]
fn a_workbook_has_numbers_as_numbers_and_no_formula() {
    let parts = parts(&bytes(&book(), "xlsx"));
    let sheet = part(&parts, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>") && !sheet.contains("<f "), "{sheet}");
    let strings = texts(part(&parts, "xl/sharedStrings.xml"), "si");
    for text in ["text", "=1+1", "=HYPERLINK(\"http://e\")", "a; b", "@SUM(A1)"] {
        assert!(strings.contains(&text.to_owned()), "{text} in {strings:?}");
    }
    assert!(strings.iter().any(|text| text.ends_with("(cut: a cell holds no more)")));
    let cell = |name: &str| {
        let (_, rest) = sheet.split_once(&format!("<c r=\"{name}\""))?;
        let (attributes, rest) = rest.split_once('>')?;
        let value = rest.strip_prefix("<v>").and_then(|rest| rest.split('<').next());
        let kind = attributes.split_once("t=\"").map_or("n", |(_, kind)| kind.split('"').next().unwrap_or_default());
        Some((kind.to_owned(), value.unwrap_or_default().to_owned()))
    };
    let is = |name: &str, kind: &str, value: &str| {
        assert_eq!(cell(name), Some((kind.to_owned(), value.to_owned())), "{name} in {sheet}");
    };
    is("B2", "n", "7");
    is("C2", "n", "0.25");
    is("D2", "b", "1");
    is("D3", "b", "0");
    is("B4", "n", "-3");
    assert_eq!(cell("B3"), None);
    assert_eq!(cell("A2").map(|(kind, _)| kind).as_deref(), Some("s"));
    assert!(sheet.contains("ySplit=\"1\"") && sheet.contains("state=\"frozen\""), "{sheet}");
    assert!(sheet.contains("<autoFilter ref=\"A1:E4\"/>"), "{sheet}");
    assert!(part(&parts, "xl/workbook.xml").contains("name=\"list\""));
}

#[test]
fn the_same_page_has_the_same_bytes_and_no_text_breaks_them() {
    let signs = page_of("<w:t> & \"x\" \u{0}\u{1b}\u{ffff}]]> \u{202e} =1+1 日本 \n\t 👩‍👧");
    for page in [made::page(), book(), signs, Page::new("list", "")] {
        for name in ["docx", "xlsx"] {
            let bytes = bytes(&page, name);
            assert!(bytes == self::bytes(&page, name), "{name} differs from itself");
            for (part, xml) in parts(&bytes) {
                texts(&xml, "nothing");
                let is_forbidden = |letter: char| {
                    letter < ' ' && !matches!(letter, '\n' | '\t' | '\r') || ('\u{fffe}'..='\u{ffff}').contains(&letter)
                };
                assert!(!xml.contains(is_forbidden), "{part} of {name} has what XML forbids");
            }
        }
    }
}
