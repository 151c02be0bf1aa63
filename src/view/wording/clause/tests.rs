//! Clauses that are printed to be pasted can be pasted, whatever stands in the text of the source.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::quote_clause;
use crate::analysis::example::whole;
use crate::file::FileId;
use crate::model::example::sound_map;
use crate::page::{Consumer, Page};
use crate::quotation::{self, Format, Lock, Text, Verification};
use crate::study::Study;
use crate::syntax::fold::fold;
use crate::syntax::parse;
use crate::view::find::{Passage, find};
use crate::view::quotes::suggest::suggest;

const PIECES: &[&str] = &[
    "the quiet town ",
    "of which some ",
    "trams ",
    "cost ",
    "are heard again ",
    "- ",
    "\n- ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "  ",
    "[sic] ",
    "[...] ",
    "…",
    ": ",
    "# ",
    "“",
    "\"",
    "(III) ",
    "\n\nIV. A Heading [of it]\n\n",
    "\n\n# Heading\u{202e}\n\n",
    "\u{c}",
    "\u{0}",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{2028}",
    "日本は",
    "世界\n",
    "שלום ",
    "🙂",
    "e\u{301}",
    "\u{a0}",
    "\u{feff}",
    "well-\nbeing ",
    "note: x\n  quote: y\n",
];

fn source() -> impl Strategy<Value = String> {
    let words = "the quiet town of which some trams cost are heard again ";
    prop::collection::vec(select(PIECES), 1..30)
        .prop_map(move |pieces| format!("{}{words}{}", pieces.concat(), pieces.concat()))
}

/// Whether a clause stands below a claim as it is, and says these words.
fn assert_pasted(clause: &str, words: Option<&str>) {
    let file = format!("claim: x\n{clause}\nclaim: y\n");
    let parsed = parse(FileId::new(0), &file);
    assert_eq!(parsed.diagnostics.kept(), [], "{file}");
    let [above, below] = parsed.tree.entries.as_slice() else { panic!("{file}") };
    let [quote] = parsed.tree.clauses(above) else { panic!("{file}") };
    assert!(parsed.tree.clauses(below).is_empty());
    let text = quote.text.map(|text| fold(&file[text.start as usize..text.end as usize]).into_owned());
    assert!(words.is_none_or(|words| text.as_deref() == Some(words)), "{file}");
}

fn assert_all_pasted(page: &Page) {
    let records = page.records.as_ref().expect("the page has records");
    let column = records.columns.iter().position(|column| column.key == "clause").expect("one of them is the clause");
    for row in &records.rows {
        let clause = row.cells[column].runs.plain();
        if !clause.is_empty() {
            assert_pasted(&clause, None);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_clause_that_is_printed_can_be_pasted(source in source(), cut in any::<(Index, Index)>()) {
        let text = Text::read(source.clone().into(), Format::Plain).expect("the text is small");
        let map = sound_map("source s: S\n  text: s.txt\nclaim a: x\n  quote: the quite town of which some trams cost\n");
        let verification = Verification::new(&map, vec![Some(text.into())], Lock::default());
        let (id, statement) = (map.sources.ids().next().expect("one"), map.statements.ids().next().expect("one"));
        let selection = whole(&map);
        let study = Study::new(&map, &selection).with_quotations(&verification, &[]);
        assert_all_pasted(&suggest(&study, &[statement], &|_| None));
        let words: Vec<&str> = source.split_whitespace().collect();
        let (from, to) = (cut.0.index(words.len()), cut.1.index(words.len()));
        let words = words[from.min(to)..=from.max(to)].join(" ");
        let text = verification.text(id).expect("it is here");
        let passages: Vec<Passage<'_>> = quotation::find(text, &words)
            .into_iter()
            .map(|passage_match| Passage { source: id, text, passage_match, remark: None })
            .collect();
        assert_all_pasted(&find(&map, &words, 1, passages.len(), &passages, &[], Consumer::Person));
    }
}

#[test]
fn a_clause_to_be_pasted_says_the_words_and_nothing_else() {
    for (place, words, printed) in [
        (None, "the words", "  quote: the words"),
        (Some("III, para 2"), "- the words", "  quote [III, para 2]: - the words"),
        (None, "one\u{c}two\u{0} three\u{202e}", "  quote: one two three"),
        (Some("[of it]\u{202e}"), "the words", "  quote: the words"),
        (Some("\n"), "the words", "  quote: the words"),
        (Some("\u{1b}II"), "one\n\ntwo\n- three", "  quote [II]: one\n\n    two\n    - three"),
    ] {
        assert_eq!(quote_clause(place, words).as_deref(), Some(printed));
    }
    assert_eq!(quote_clause(Some("II"), "\u{202e}\n"), None);
    let long = "word ".repeat(60);
    assert_pasted(&quote_clause(None, &long).expect("it has words"), Some(long.trim()));
}
