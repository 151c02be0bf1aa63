//! Every quotation that a reader types out of a text is found in it: what each step of reading adds.

use counterpoint::quotation::{Fidelity, Finding, Typographic, check};

use crate::{documents, draw, made};

const DRAWS: usize = 400;

const STEPS: [&str; 6] = ["raw", "spaces collapsed", "typographic", "skeleton", "and note marks", "and furniture"];

/// How many quotations are found in a text by each step.
fn found(text: &str, quotations: &[String], findings: &[Finding]) -> [usize; 6] {
    let spaced = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let typographic = Typographic::new(text).text;
    let letters = letters(text);
    let unmarked = self::letters(&without_note_marks(text));
    let count = |finds: &dyn Fn(&str) -> bool| quotations.iter().filter(|quotation| finds(quotation)).count();
    [
        count(&|quotation| text.contains(quotation)),
        count(&|quotation| spaced.contains(quotation)),
        count(&|quotation| typographic.contains(&Typographic::new(quotation).text)),
        count(&|quotation| letters.contains(&self::letters(quotation))),
        count(&|quotation| unmarked.contains(&self::letters(quotation))),
        findings.iter().filter(|finding| finding.fidelity <= Fidelity::Format).count(),
    ]
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn without_note_marks(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(next) = rest.find(|c| "[⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c)) {
        let (before, mark) = rest.split_at(next);
        kept.push_str(before);
        let raised = mark.trim_start_matches(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c));
        let bracketed = mark.strip_prefix('[').and_then(|inside| inside.split_once(']'));
        rest = match bracketed {
            Some((number, after)) if number.bytes().all(|byte| byte.is_ascii_digit()) => after,
            Some(_) | None if mark.starts_with('[') => {
                kept.push('[');
                &mark[1..]
            }
            _ => raised,
        };
    }
    kept + rest
}

/// Draws quotations from a text, checks them and gives the share that each step finds, in per cent.
fn shares(name: &str, text: &str) -> [usize; 6] {
    let source = crate::plain(text);
    let quotations = draw::quotations(text, DRAWS, 7);
    let findings = check(&source, &quotations.iter().map(String::as_str).collect::<Vec<_>>());
    let missed: Vec<String> = quotations
        .iter()
        .zip(&findings)
        .filter(|(_, finding)| finding.fidelity > Fidelity::Format)
        .map(|(quotation, finding)| format!("{quotation}\n  {:?}", finding.occurrences.first()))
        .collect();
    assert!(
        missed.is_empty(),
        "{name}: {} of {DRAWS} not found, as\n{}",
        missed.len(),
        missed[..5.min(missed.len())].join("\n")
    );
    found(text, &quotations, &findings).map(|found| (found * 100).div_ceil(DRAWS))
}

fn print_head() {
    println!("| {:<22} | {} |", "text", STEPS.join(" | "));
}

fn print_shares(name: &str, shares: [usize; 6]) {
    print!("| {name:<22} |");
    for (share, step) in shares.into_iter().zip(STEPS) {
        print!(" {:>1$} |", format!("{share}%"), step.len());
    }
    println!();
}

/// The shares that were measured when the engine was designed, by draws of its own.
const DESIGNED: [(&str, [usize; 6]); 5] = [
    ("hanatani-2017", [37, 65, 100, 100, 100, 100]),
    ("tokyo-foundation-2015", [2, 36, 97, 98, 98, 100]),
    ("yamashita-2014", [60, 68, 72, 77, 94, 100]),
    ("sedgwick-2017", [20, 55, 91, 91, 100, 100]),
    ("tase-tsuruga-2015", [73, 94, 99, 100, 100, 100]),
];

#[test]
#[ignore = "needs the texts of the five documents"]
fn every_draw_from_the_documents_is_found() {
    print_head();
    for (name, text) in documents::all() {
        let shares = shares(name, &text);
        print_shares(name, shares);
        let designed = DESIGNED.iter().find(|(designed, _)| *designed == name).expect("it was designed for").1;
        for (step, (share, designed)) in STEPS.iter().zip(shares.into_iter().zip(designed)) {
            assert!(share.abs_diff(designed) <= 12, "{name}, {step}: {share}%, not about {designed}%");
        }
    }
}

#[test]
fn every_draw_from_a_made_text_is_found() {
    print_head();
    for (name, text) in made::artefacts() {
        let shares = shares(name, &text);
        print_shares(name, shares);
        assert!(shares[0] < 90, "{name}: the text has too few of the artefacts it was made for");
    }
}
