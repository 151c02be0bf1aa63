//! Files that are far too large in one direction.

use super::program::{folder_of, run};

/// Every command that reads a map, on a map whose statement `s.a` exists.
fn all_commands(text: &str) {
    let map = folder_of(text);
    for words in [
        &["check"][..],
        &["table"],
        &["show", "s.a"],
        &["list", "statements"],
        &["fmt", "--check"],
        &["compare", "s", "t"],
    ] {
        run(map.path(), words);
    }
}

const HEAD: &str = "author u: U\nauthor v: V\nissue i: Q?\nsource t: T\n  by: v\nclaim a: x\n  holds i: no\n  quote [1]: w\nsource s: S\n  by: u\n";

fn one_line(bytes: usize) {
    let word = "word and 言葉 ";
    let line = word.repeat(bytes / word.len());
    all_commands(&format!("{HEAD}claim a: {line}\n  holds i: yes if {line}\n  quote [1]: {line}\n"));
    for start in ["", "claim ", "claim a", "claim a: x\n  because: ", "claim a: x\n  holds i (", "# ", "    "] {
        let check = run(folder_of(&format!("{start}{line}")).path(), &["check"]);
        assert_eq!(check.status, i32::from(start != "# "));
    }
    let names: String = "name, ".repeat(bytes / 60);
    assert_eq!(run(folder_of(&format!("claim a: x\n  because: {names}b\n")).path(), &["check"]).status, 1);
    let unbroken = "x".repeat(bytes);
    all_commands(&format!("{HEAD}claim a: {unbroken}\n"));
    assert_eq!(run(folder_of(&unbroken).path(), &["check"]).status, 1);
    let brackets = "(".repeat(bytes);
    assert_eq!(run(folder_of(&brackets).path(), &["check"]).status, 1);
    let marks = "：".repeat(bytes / 3);
    assert_eq!(run(folder_of(&format!("claim a{marks}")).path(), &["check"]).status, 1);
}

/// A file that takes no room on the disk and seems to have so many bytes, all of them NUL.
fn seems_to_have(path: &std::path::Path, bytes: u64) {
    let file = std::fs::File::create(path).expect("a file in a temporary folder");
    file.set_len(bytes).expect("it may have holes");
}

#[test]
fn what_is_too_large_is_said_to_be_and_not_read() {
    let map = folder_of(HEAD);
    seems_to_have(&map.path().join("large.arg"), 4 << 30);
    let check = run(map.path(), &["check"]);
    assert_eq!(check.status, 1);
    assert!(check.out.contains("the file is larger than 256 MiB"), "{}", check.out);
    for (bytes, message) in [(4 << 30, "the settings are larger than 1 MiB"), (1 << 20, "error[broken-settings]")] {
        let map = folder_of(HEAD);
        seems_to_have(&map.path().join("counterpoint.toml"), bytes);
        let check = run(map.path(), &["check"]);
        assert_eq!(check.status, 1);
        assert!(check.out.contains(message), "{}", check.out);
    }
}

#[test]
fn one_line_may_be_long() {
    one_line(200_000);
}

#[test]
#[ignore = "takes long"]
fn one_line_may_have_fifty_megabytes() {
    one_line(50_000_000);
}

fn many_clauses(count: usize) {
    for clause in
        ["note: n", "quote [1]: words", "holds i: yes", "because: b", "against: t.a", "becuase: b", "defines i: x"]
    {
        let clauses = format!("  {clause}\n").repeat(count);
        all_commands(&format!("{HEAD}claim b: x\n  quote [1]: w\nclaim a: x\n{clauses}"));
    }
    let positions: String = (0..count).map(|number| format!("  position p{number}: x\n")).collect();
    all_commands(&format!("issue j: Q?\n{positions}{HEAD}claim a: x\n  holds j: p1, p2, p{}\n", count - 1));
}

#[test]
fn one_entry_may_have_many_clauses() {
    many_clauses(2_000);
}

#[test]
#[ignore = "takes long"]
fn one_entry_may_have_a_million_clauses() {
    many_clauses(1_000_000);
}

/// Statements each of which rests on the next; the last on the first, if it is a circle.
fn chain(length: usize, circle: bool) {
    let reason = |number: usize| match number + 1 {
        next if next < length => format!("  because: c{next}\n"),
        _ if circle => "  because: a\n".to_owned(),
        _ => String::new(),
    };
    let name = |number: usize| if number == 0 { "a".to_owned() } else { format!("c{number}") };
    let chain: String = (0..length)
        .map(|number| format!("claim {}: x{number}\n  quote [1]: w\n{}", name(number), reason(number)))
        .collect();
    let text = format!("{HEAD}{chain}");
    all_commands(&text);
    let map = folder_of(&text);
    assert_eq!(run(map.path(), &["check"]).status, i32::from(circle));
    run(map.path(), &["show", &format!("s.c{}", length - 1)]);
    run(map.path(), &["list", "statements", "--unanswered"]);
}

#[test]
fn a_chain_of_reasons_may_be_long() {
    chain(2_000, false);
    chain(2_000, true);
}

#[test]
#[ignore = "takes long"]
fn a_chain_of_reasons_may_be_very_long() {
    chain(100_000, false);
    chain(100_000, true);
}
