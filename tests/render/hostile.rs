//! Pages that nobody meant well: nothing in them may act on a terminal, run in a spreadsheet, become markup or cost the earth.

use counterpoint::page::{Block, Cell, Column, Mark, Node, Page, Row, Runs, Side, Table};
use counterpoint::render::Format;
use proptest::prelude::*;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::network::network_of;
use super::shown;

/// A page with this text wherever a text can stand.
pub fn page_of(text: &str) -> Page {
    let runs = || {
        let marks =
            [Mark::Plain, Mark::Strong, Mark::Name, Mark::Quotation, Mark::Added, Mark::Removed, Mark::Inferred];
        marks.into_iter().fold(Runs::new(), |runs, mark| runs.with(mark, text))
    };
    let mut table = Table {
        key: text.into(),
        caption: Some(runs()),
        columns: vec![Column::new(text, runs()), Column::number("b", runs()), Column::new("c", text)],
        fixed: 1,
        rows: vec![
            Row {
                cells: vec![Cell::runs(runs()), Cell::text(text), Cell::new(text, json!([text, text]))],
                depth: 9,
                ruled: true,
                across: None,
            },
            Row { cells: vec![Cell::new(runs(), json!({ text: text }))], ..Row::default() },
        ],
        ..Table::default()
    };
    table.pack([json!(text), json!([text, text]), json!({ text: text })]);
    let leaf = Node { runs: runs(), value: text.into(), details: vec![runs()], children: vec![] };
    let mut page = Page::new("show", runs());
    page.push(Block::Heading { level: 1, runs: runs() });
    page.push(Block::Prose(runs()));
    page.push(Block::Note(runs()));
    page.push(Block::List(vec![runs()]));
    page.push(Block::Table(table.clone()));
    page.push(Block::Tree(vec![Node { runs: runs(), value: Value::Null, details: vec![], children: vec![leaf] }]));
    page.push(Block::Verbatim(text.into()));
    let side = |heading| Side { heading, blocks: vec![Block::Prose(runs()), Block::Table(table.clone())] };
    page.push(Block::Sides(vec![side(runs()), side(Runs::new())]));
    page.graph = Some(network_of(text));
    page
}

fn formats() -> impl Iterator<Item = &'static str> {
    Format::all().filter(|format| !format.is_binary()).map(|format| format.name())
}

/// The text without our own colours.
fn without_colors(shown: &str) -> String {
    let mut parts = shown.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let (code, rest) = part.split_once('m').expect("a colour ends with m");
        assert!(code.bytes().all(|byte| byte.is_ascii_digit() || byte == b';'), "not a colour: {code:?}");
        text + rest
    })
}

fn assert_nothing_acts(shown: &str) {
    let acts = |letter: &char| {
        letter.is_control() && *letter != '\n' || matches!(letter, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert_eq!(shown.chars().find(acts), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_acts_in_any_format(text in "[\\x00-\\x1f\\x7f-\\u{9f}\\u{2020}-\\u{2070}a-c |<>`'\"=日ש\u{301}]{0,40}", width in 0_usize..130) {
        let page = page_of(&text);
        for format in formats() {
            assert_nothing_acts(&shown(&page, format, width, false));
        }
        assert_nothing_acts(&without_colors(&shown(&page, "terminal", width, true)));
    }

    #[test]
    fn no_line_is_wider_than_the_terminal(text in "[a-e \\-日。é]{0,120}", width in 20_usize..130) {
        let mut page = page_of(&text);
        // Text that is shown letter for letter is not wrapped.
        page.blocks.retain(|block| !matches!(block, Block::Verbatim(_)));
        for line in shown(&page, "terminal", width, false).lines() {
            prop_assert!(line.width() <= width, "{} columns in {width}: {line:?}", line.width());
        }
    }

    #[test]
    fn nothing_is_cut_away(words in proptest::collection::vec("[a-z]{1,30}", 1..30), width in 0_usize..100) {
        let mut page = Page::new("show", "");
        page.push(Block::Prose(Runs::from(words.join(" "))));
        let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        prop_assert_eq!(letters(&shown(&page, "terminal", width, false)), letters(&words.concat()));
    }

    #[test]
    fn csv_gives_back_what_was_put_in(text in "[a-z\",;\n ]{1,40}") {
        let mut page = Page::new("list", "");
        page.push(Block::Table(Table {
            columns: vec![Column::new("text", "Text")],
            rows: vec![Row { cells: vec![Cell::text(text.clone())], ..Row::default() }],
            ..Table::default()
        }));
        let csv = shown(&page, "csv", 80, false);
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let fields: Vec<String> = reader.records().flat_map(|record| record.expect("well-formed").iter().map(str::to_owned).collect::<Vec<_>>()).collect();
        prop_assert_eq!(fields, [text]);
    }
}

#[test]
fn markup_stays_text() {
    let mut page = page_of("<script>alert('1')</script> & \"x\" [a](javascript:b) | *c*");
    let html = shown(&page, "html", 80, false);
    assert!(!html.contains("<script") && !html.contains("href"));
    // Text in a fence or between backticks is shown as it is.
    page.blocks.retain(|block| !matches!(block, Block::Verbatim(_)));
    let markdown = shown(&page, "markdown", 80, false);
    let outside = markdown.split('`').step_by(2).collect::<String>().replace("\\]", "");
    assert!(!outside.contains("](") && !outside.contains("<script"));
}

#[test]
fn every_row_of_a_markdown_table_has_as_many_cells() {
    let page = page_of("a | b \\| c\nd `e|f`");
    let markdown = shown(&page, "markdown", 80, false);
    for line in markdown.lines().filter(|line| line.starts_with("| ")) {
        let mut bars = 0;
        let mut escaped = false;
        for letter in line.chars() {
            bars += usize::from(letter == '|' && !escaped);
            escaped = letter == '\\' && !escaped;
        }
        assert_eq!(bars, 4, "{line}");
    }
}

#[test]
fn what_is_empty_is_shown_too() {
    let mut page = Page::new("list", "");
    page.push(Block::Table(Table::default()));
    page.push(Block::Table(Table { columns: vec![Column::new("a", "A")], fixed: 9, ..Table::default() }));
    page.push(Block::Table(Table { rows: vec![Row::default()], ..Table::default() }));
    page.push(Block::Sides(vec![]));
    page.push(Block::Tree(vec![]));
    page.push(Block::List(vec![]));
    page.push(Block::Verbatim(String::new()));
    page.push(Block::Prose(Runs::new()));
    for format in formats() {
        for width in [0, 1, 20, 80] {
            shown(&page, format, width, false);
        }
    }
    assert!(shown(&page, "terminal", 80, false).contains("(no rows)"));
}

#[test]
fn long_words_and_narrow_terminals_lose_nothing() {
    let page = page_of(&"x".repeat(300));
    let count = |width| shown(&page, "terminal", width, false).matches('x').count();
    assert!(count(20) >= count(4000));
}

#[test]
fn a_tree_of_any_depth_is_shown() {
    let mut node =
        Node { runs: "the last".into(), value: Value::Null, details: vec!["detail".into()], children: vec![] };
    for _ in 0..100_000 {
        node = Node { runs: "one more".into(), value: Value::Null, details: vec![], children: vec![node] };
    }
    let mut page = Page::new("show", "Deep");
    page.push(Block::Tree(vec![node]));
    // Formats of networks have no trees.
    for format in formats().filter(|format| !["graphml", "dot"].contains(format)) {
        let shown = shown(&page, format, 80, false);
        assert!(shown.contains("the last") && shown.len() < 30_000_000, "{format}: {} bytes", shown.len());
    }
}

/// Ten times as many rows take well below a second in a release build.
#[test]
fn a_table_of_a_thousand_columns_is_shown() {
    let table = Table {
        key: "large".into(),
        columns: (0..1000).map(|at| Column::new(format!("c{at}"), format!("column {at}"))).collect(),
        fixed: 1,
        rows: (0..100)
            .map(|row| Row { cells: (0..1000).map(|at| Cell::number(row * at)).collect(), ..Row::default() })
            .collect(),
        ..Table::default()
    };
    let mut page = Page::new("table", "Large");
    page.push(Block::Table(table));
    let shown = shown(&page, "terminal", 80, false);
    assert!(shown.contains(&(99 * 999).to_string()) && shown.contains("of 999"));
}
