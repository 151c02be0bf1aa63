//! Texts and quotations made to break a matcher, or to keep it busy for ever.

use counterpoint::quotation::{Fidelity, Finding, Format, Severity, Text, Typographic, check, find};
use proptest::prelude::*;

fn one(text: &str, quotation: &str) -> Finding {
    let source = crate::plain(text);
    check(&source, &[quotation]).remove(0)
}

#[test]
fn a_quotation_may_be_longer_than_the_source_or_the_whole_of_it() {
    let text = "A short text with a few words in it, and no more.";
    assert_eq!(one(text, &text.repeat(50)).fidelity, Fidelity::Absent);
    assert_eq!(one(text, text).fidelity, Fidelity::Exact);
    let long = crate::made::sentences(1_000, 41).join("\n");
    assert_eq!(one(&long, &long).fidelity, Fidelity::Exact);
    let typed = long.replace('’', "'").replace('\n', " ");
    assert_eq!(one(&long, &typed).fidelity, Fidelity::Typographic);
}

#[test]
fn an_empty_source_or_quotation_has_no_places() {
    assert_eq!(one("", "two words at least").fidelity, Fidelity::Absent);
    assert_eq!(one("", "").fidelity, Fidelity::TooShort);
    assert_eq!(one("Some text. — Here!", "—!?… [...]").fidelity, Fidelity::TooShort);
    assert_eq!(one("Some text here.", "text").fidelity, Fidelity::TooShort);
    assert_eq!(one("Some text here.", "nowhere").fidelity, Fidelity::Absent);
}

#[test]
fn one_character_repeated_ends() {
    let text = "a".repeat(40_000);
    let whole = one(&text, &text);
    assert_eq!((whole.fidelity, whole.occurrences[0].fidelity), (Fidelity::TooShort, Fidelity::Exact));
    let source = crate::plain(&text);
    let quotations: Vec<String> = (0..100).map(|more| format!("{} b", "a".repeat(150 + more))).collect();
    let findings = check(&source, &quotations.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(findings.iter().all(|finding| finding.fidelity >= Fidelity::Edited));
    let spaced = "ab ".repeat(20_000);
    let finding = one(&spaced, &"ab ".repeat(20));
    assert!(finding.fidelity <= Fidelity::Format && finding.unlisted > 0);
}

#[test]
fn ten_thousand_identical_quotations_are_one_search() {
    let text = crate::made::sentences(500, 42).join(" ");
    let source = crate::plain(&text);
    let quotation = &text[200..400];
    let findings = check(&source, &vec![quotation; 10_000]);
    assert!(findings.iter().all(|finding| finding == &findings[0]));
    assert!(findings[0].fidelity <= Fidelity::Edited);
}

#[test]
fn many_quotations_of_the_same_words_are_all_found() {
    let text = crate::made::sentences(20, 43).join(" ");
    let source = crate::plain(&text);
    let words: Vec<&str> = text.split(' ').collect();
    let quotations: Vec<String> = (0..60)
        .flat_map(|start| (30..60).map(move |length| (start, length)))
        .map(|(start, length)| words[start..start + length].join(" "))
        .collect();
    let findings = check(&source, &quotations.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(findings.iter().all(|finding| finding.fidelity == Fidelity::Exact));
}

#[test]
fn scripts_without_spaces_and_scripts_together() {
    let text = "日本は国際平和協力に積極的に貢献する。\n自衛隊は南スーダンで道路を補修した。Ｊａｐａｎ said «да» to peace — ни шагу назад.";
    assert_eq!(one(text, "国際平和協力に積極的に貢献").fidelity, Fidelity::Exact);
    assert_eq!(one(text, "積極的に").fidelity, Fidelity::Exact);
    assert_eq!(one(text, "Japan said \"да\" to peace").fidelity, Fidelity::Format);
    let denied = one(text, "日本は国際平和協力に積極的に貢献しない");
    assert!(crate::is_denied(&denied), "{denied:?}");
    let drift = one("The caf\u{e9} in Pe\u{301}c stands by the old road", "cafe\u{301} in P\u{e9}c stands by");
    assert_eq!(drift.fidelity, Fidelity::Typographic);
}

#[test]
fn a_word_alone_decides_nothing_and_two_characters_without_spaces_are_a_word() {
    let text = "日本は平和構築を主導する。 The force stays, and so does a [t]rust.";
    for (quotation, fidelity) in [
        ("平", Fidelity::TooShort),
        ("平和", Fidelity::TooShort),
        ("平和構", Fidelity::TooShort),
        ("平和構築", Fidelity::Exact),
        ("force", Fidelity::TooShort),
        ("The force", Fidelity::Exact),
        ("[T]rust", Fidelity::TooShort),
    ] {
        assert_eq!(one(text, quotation).fidelity, fidelity, "{quotation}");
    }
}

#[test]
fn every_place_is_reported_body_first() {
    let text = "The first aim is peace at sea.\n\nAnd now more.\n\n¹² The first aim is peace at sea.\n\nThe first aim is peace at sea.";
    let finding = one(text, "first aim is peace at sea");
    let lines: Vec<u32> = finding.occurrences.iter().map(|place| place.position.line).collect();
    assert_eq!(lines, [1, 7, 5]);
}

#[test]
fn a_pull_quote_comes_after_the_body() {
    let text = "The mission built many roads and bridges\n\n\
        In the first year the mission built many roads and bridges in the north of the country.\n\n\
        It left after three years of work.";
    let finding = one(text, "mission built many roads");
    let lines: Vec<u32> = finding.occurrences.iter().map(|place| place.position.line).collect();
    assert_eq!((finding.fidelity, lines), (Fidelity::Exact, vec![3, 1]));
}

#[test]
fn a_lost_drop_capital_is_no_edit() {
    let text = "OVERVIEW\n\noreign aid has been called the most “important” tool of all.\n\nAnd more of this.";
    assert_eq!(one(text, "Foreign aid has been called the most \"important\" tool").fidelity, Fidelity::Format);
    assert_eq!(one(text, "Foreign aid has not been called the most important tool").severity, Some(Severity::Critical));
    let inside = "So it was that oreign aid has been called the most important tool of all.";
    assert_eq!(one(inside, "Foreign aid has been called the most important tool").fidelity, Fidelity::Edited);
}

/// Takes some seconds and a gigabyte: `cargo test --release --test quotation -- --ignored`.
#[test]
#[ignore = "its text has a hundred megabytes"]
fn a_hundred_megabytes_and_ten_thousand_times_the_same() {
    let page = crate::made::sentences(1_000, 44).join(" ");
    let mut text = String::with_capacity(101_000_000);
    while text.len() < 100_000_000 {
        text.push_str(&page);
        text.push('\n');
    }
    text.push_str("Only here the last words of a very long text are found.");
    let source = crate::plain(&text);
    let last = check(&source, &vec!["the last words of a very long text are found"; 10_000]);
    assert!(last.iter().all(|finding| finding.fidelity == Fidelity::Exact && finding.occurrences.len() == 1));
    let many = &page[100..200];
    let repeated = check(&source, &vec![many; 10_000]).remove(0);
    assert_eq!(repeated.fidelity, Fidelity::Exact);
    assert_eq!(repeated.occurrences.len() + repeated.unlisted, text.matches(many).count());
    let absent = check(&source, &["words that nobody has ever written in such an order at all"]).remove(0);
    assert!(crate::is_denied(&absent));
}

#[test]
fn thousands_of_gaps_are_put_in_order() {
    let text = "a b c ".repeat(12_000);
    let quotation = vec!["a b"; 3_600].join(" [...] ");
    let finding = one(&text, &quotation);
    assert_eq!(finding.fidelity, Fidelity::Gapped);
    // All places are counted; of those of so many parts one is enough.
    assert_eq!((finding.occurrences.len(), finding.unlisted), (1, 99));
    let gaps = &finding.occurrences[0].gaps;
    assert_eq!((gaps.len(), gaps.iter().map(|gap| gap.words).sum::<usize>()), (3_599, 3_599));
    let brackets = format!("a {} b", "[x] ".repeat(50_000));
    let finding = one(&text, &brackets);
    // Brackets of so many words are told of one place.
    assert_eq!((finding.fidelity, finding.occurrences.len(), finding.unlisted), (Fidelity::Gapped, 1, 99));
}

#[test]
fn a_long_quotation_is_held_against_few_of_many_places() {
    let source = crate::plain(&"ab ".repeat(10_000));
    // Each stands at thousands of places, which overlap, and every one is like the others.
    let long = |first: &str, more: usize| format!("{first} {}", "ab ".repeat(2_000 + more));
    let quotations: Vec<String> = (0..20).flat_map(|more| [long("ab", more), long("Ab", more)]).collect();
    let findings = check(&source, &quotations.iter().map(String::as_str).collect::<Vec<_>>());
    for pair in findings.chunks(2) {
        assert_eq!((pair[0].fidelity, pair[1].fidelity), (Fidelity::Exact, Fidelity::Format));
        assert!(pair.iter().all(|finding| finding.occurrences.len() + finding.unlisted > 7_000));
    }
    assert!(findings[0].occurrences.len() > 1 && findings[39].occurrences.len() == 1 && !findings[39].exhaustive);
    // The letters are there, the words are not: what changed is told of one place, however many overlap.
    let parted = one(&"ab".repeat(20_000), &"ab ".repeat(10_000));
    assert_eq!((parted.fidelity, parted.occurrences.len()), (Fidelity::Edited, 1));
}

#[test]
fn files_that_are_no_text_are_errors() {
    assert!(Text::read(vec![b'a', 0xFF, 0xFE], Format::Plain).is_err());
    assert!(Text::read(vec![0xFF; 64], Format::Html).is_err());
    assert!(Text::read(b"%PDF-1.4 broken".to_vec(), Format::Pdf).is_err());
}

/// Text of the signs that the views treat in their own ways.
fn tangled() -> impl Strategy<Value = String> {
    let pieces = vec![
        "a",
        "word",
        "The",
        "not",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "-\n",
        "-",
        "—",
        "…",
        "[...]",
        "[",
        "]",
        "[12]",
        "¹²",
        "(",
        ")",
        "*",
        "“",
        "’",
        "\u{a0}",
        "\u{ad}",
        "\u{301}",
        "é",
        "ß",
        "ﬁ",
        "İ",
        "日本",
        "か\u{3099}",
        "１",
        "1.5",
        "%",
        "$",
        "\x0C",
        "7",
        "#",
        ". . .",
        "\u{FEFF}",
        "한",
        "\u{1161}",
        "peace at sea",
        "international community",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..120).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn nothing_panics_and_offsets_fit(text in tangled(), quotation in tangled(), from in 0usize..200, length in 0usize..200) {
        let slice: String = text.chars().skip(from % (text.chars().count() + 1)).take(length).collect();
        for format in [Format::Plain, Format::Markdown, Format::Html] {
            let source = crate::read(&text, format);
            for finding in check(&source, &[&quotation, &slice]) {
                for place in finding.occurrences {
                    prop_assert!(source.source.text().get(place.range.clone()).is_some());
                    prop_assert_eq!(place.points.len(), source.source.text()[place.range].chars().count());
                }
            }
            find(&source, &quotation);
        }
    }

    #[test]
    fn typographic_offsets_lead_back(text in tangled()) {
        let view = Typographic::new(&text);
        let mut last = 0;
        for (at, character) in view.text.char_indices() {
            let origin = view.origin(at..at + character.len_utf8());
            prop_assert!(origin.start >= last && origin.end >= origin.start && origin.end <= text.len());
            last = origin.start;
        }
        // An invisible sign may part two signs that belong together; else the view of a view is itself.
        if !text.contains(['\u{AD}', '\u{FEFF}']) {
            prop_assert_eq!(Typographic::new(&view.text).text, view.text);
        }
    }
}
