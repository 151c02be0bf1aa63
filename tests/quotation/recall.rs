//! Every quotation that a reader types out of a text is found in it.

use std::path::PathBuf;

use counterpoint::quotation::{Finding, SourceText, Verdict, check};

use crate::{draw, made};

const DRAWS: usize = 400;

const DOCUMENTS: [&str; 5] =
    ["hanatani-2017", "sedgwick-2017", "tase-tsuruga-2015", "tokyo-foundation-2015", "yamashita-2014"];

fn assert_all_found(name: &str, text: &str) {
    let source = SourceText::plain(text).expect("the text is small");
    let quotations = draw::quotations(text, DRAWS, 7);
    let quotations: Vec<&str> = quotations.iter().map(String::as_str).collect();
    let findings = check(&source, &quotations);
    let missed: Vec<(&str, &Finding)> =
        quotations.into_iter().zip(&findings).filter(|(_, finding)| finding.verdict > Verdict::Format).collect();
    let shown: Vec<String> = missed
        .iter()
        .take(5)
        .map(|(quotation, finding)| format!("{quotation}\n  {:?}", finding.occurrences.first()))
        .collect();
    assert!(missed.is_empty(), "{name}: {} of {DRAWS} not found, as\n{}", missed.len(), shown.join("\n"));
}

#[test]
fn every_draw_from_a_document_is_found() {
    let folder = std::env::var_os("COUNTERPOINT_SOURCES")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/sources"), PathBuf::from);
    for name in DOCUMENTS {
        match std::fs::read_to_string(folder.join(name).with_extension("txt")) {
            Ok(text) => assert_all_found(name, &text),
            Err(_) => eprintln!("skipped: {name}, whose text is not here"),
        }
    }
}

#[test]
fn every_draw_from_a_made_text_is_found() {
    for (name, text) in made::artefacts() {
        assert_all_found(name, &text);
    }
}
