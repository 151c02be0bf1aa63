//! Maps in which it is hard to say what stands: circles, crowds and chains of attacks, of reasons and of agreement.

use std::fmt::Write;

use super::program::{Outcome, folder_of, run};

const HEAD: &str =
    "author u: U\nauthor v: V\nissue i: Q?\nsource t: T\n  by: v\nclaim a: x\n  holds i: yes\nsource s: S\n  by: u\n";

/// Everything that is asked of what stands; `s.c0` is there.
const QUESTIONS: &[&[&str]] = &[
    &["stand"],
    &["stand", "--format", "csv"],
    &["stand", "--format", "json"],
    &["stand", "--as", "u"],
    &["stand", "--for", "each"],
    &["stand", "--suppose", "s.c0"],
    &["stand", "--suppose-not", "t.a"],
    &["stand", "--without", "v"],
    &["stand", "--clash"],
    &["stand", "--agreement", "separate", "--support", "evidential"],
    &["stand", "--semantics", "preferred"],
    &["stand", "--strength", "df-quad"],
    &["stand", "--unsure"],
    &["stand", "--why", "t.a"],
    &["stand", "--why", "s.c0"],
    &["stand", "--repair", "t.a"],
    &["stand", "--repair", "s.c0", "--support", "deductive"],
    &["stand", "--repair", "t.a", "--between"],
    &["table", "--standing"],
    &["show", "t.a"],
];

/// The claims `s.c0`, `s.c1`, …, each with this clause.
fn claims(count: usize, clause: impl Fn(usize) -> String) -> String {
    let mut text = HEAD.to_owned();
    for number in 0..count {
        let clause = clause(number);
        let line = if clause.is_empty() { String::new() } else { format!("  {clause}\n") };
        write!(text, "claim c{number}: x{number}\n{line}").expect("strings take all");
    }
    text
}

fn next(clause: &str, number: usize, count: usize) -> String {
    if number + 1 < count { format!("{clause}: c{}", number + 1) } else { String::new() }
}

/// A word for each statement of the table, in order.
fn standings(text: &str, words: &[&str]) -> Vec<String> {
    let map = folder_of(text);
    let Outcome { out, .. } = run(map.path(), &[&["stand", "--format", "csv"], words].concat());
    let words = out.lines().skip(1).map(|line| line.split(',').nth(4).expect("it has so many columns").to_owned());
    words.collect()
}

#[test]
fn circles_of_attacks_may_have_any_length() {
    for length in 2..=9 {
        let text = claims(length, |number| format!("against: c{}", (number + 1) % length));
        assert_eq!(standings(&text, &[])[1..], vec!["open"; length], "{length}");
        // Odd circles have no stable reading, and even ones two.
        let stable = if length % 2 == 0 { "open" } else { "no reading" };
        assert_eq!(standings(&text, &["--semantics", "stable"])[1..], vec![stable; length], "{length}");
        let supposed = standings(&text, &["--suppose", "s.c0"]);
        assert_eq!(supposed.len(), length - 1, "all others are decided");
    }
}

#[test]
fn circles_of_reasons_may_have_any_length() {
    for length in 2..=9 {
        let text = claims(length, |number| format!("because: c{}", (number + 1) % length));
        assert_eq!(standings(&text, &[])[1..], vec!["open"; length], "{length}");
        assert_eq!(standings(&text, &["--support", "none"])[1..], vec!["stands"; length], "{length}");
    }
}

#[test]
fn what_is_said_twice_or_of_itself_changes_nothing() {
    let twice = claims(3, |number| match number {
        0 => "against: t.a\n  against: t.a".to_owned(),
        1 => "against: c0\n  against: c1\n  because: c1".to_owned(),
        _ => "agrees: c1\n  agrees: c1\n  agrees: c2".to_owned(),
    });
    let once = claims(3, |number| ["against: t.a", "against: c0", "agrees: c1"][number].to_owned());
    assert_eq!(standings(&twice, &[]), ["stands", "falls", "stands", "stands"]);
    assert_eq!(standings(&twice, &[]), standings(&once, &[]));
    let named_twice = format!("{once}claim c0: another\n  against: c1\nclaim c1: another\n");
    assert_eq!(standings(&named_twice, &[]), standings(&once, &[]));
}

fn large(size: usize) {
    let crowd = claims(size, |_| "against: t.a".to_owned());
    let answered =
        claims(
            size,
            |number| if number % 2 == 0 { "against: t.a".to_owned() } else { format!("against: c{}", number - 1) },
        );
    let attacks = claims(size, |number| next("against", number, size));
    let reasons = claims(size, |number| next("because", number, size));
    let agreeing = claims(size, |number| if number % 2 == 0 { "agrees: t.a" } else { "against: t.a" }.to_owned());
    let stances = claims(size, |number| if number % 3 == 0 { "rejects i: yes" } else { "holds i: yes" }.to_owned());
    let undercuts = claims(size, |number| match number {
        0 => format!("because: c{}", size - 1),
        last if last + 1 == size => String::new(),
        _ => format!("undercuts: c0 because c{}", size - 1),
    });
    for text in [crowd, answered, attacks, reasons, agreeing, stances, undercuts] {
        let map = folder_of(&text);
        for words in QUESTIONS {
            let outcome = run(map.path(), words);
            assert_eq!(outcome.status, 0, "{words:?}: {}", outcome.err);
        }
    }
}

#[test]
fn crowds_and_chains_may_be_large() {
    large(151);
}

#[test]
#[ignore = "takes long"]
fn crowds_and_chains_may_be_very_large() {
    large(100_001);
}
