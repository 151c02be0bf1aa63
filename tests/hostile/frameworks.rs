//! Frameworks that nobody meant well: circles, crowds, chains, and files that break off or are no text.

use std::fmt::Write;

use super::program::{Outcome, folder, run};

const PROBLEMS: [&str; 9] = ["CO", "GR", "PR", "ST", "SST", "STG", "ID", "EA", "CF2"];

/// Asks about a framework in a file of the competition.
fn solve(file: &str, words: &[&str]) -> Outcome {
    let folder = folder([("a.af", file)]);
    run(folder.path(), &[&["solve", "-f", "a.af"], words].concat())
}

fn answered(file: &str, words: &[&str]) -> String {
    let outcome = solve(file, words);
    assert_eq!((outcome.status, outcome.err.as_str()), (0, ""), "{words:?}");
    outcome.out
}

/// So many arguments, and these attacks.
fn framework(arguments: usize, attacks: impl Iterator<Item = (usize, usize)>) -> String {
    let mut file = format!("p af {arguments}\n");
    attacks.for_each(|(from, to)| writeln!(file, "{from} {to}").expect("strings take all"));
    file
}

#[test]
fn circles_may_have_any_length() {
    for length in 1..=12 {
        let circle = framework(length, (1..=length).map(|it| (it, it % length + 1)));
        let count = |letters: &str| answered(&circle, &["-p", &format!("CE-{letters}")]);
        assert_eq!(count("PR"), if length % 2 == 0 { "2\n" } else { "1\n" }, "{length}");
        assert_eq!(count("ST"), if length % 2 == 0 { "2\n" } else { "0\n" }, "{length}");
        assert_eq!(answered(&circle, &["-p", "SE-GR"]), "w\n");
        for letters in &PROBLEMS {
            drop(count(letters));
        }
    }
}

#[test]
fn all_may_attack_themselves() {
    let selves = framework(50, (1..=50).map(|it| (it, it)));
    for letters in PROBLEMS {
        let expected = if letters == "ST" { "NO\n" } else { "w\n" };
        assert_eq!(answered(&selves, &["-p", &format!("SE-{letters}")]), expected);
    }
}

/// A crowd against one, a chain, and a chain that begins with a circle.
fn large(size: usize) {
    let crowd = framework(size, (2..=size).map(|it| (it, 1)));
    let chain = framework(size, (1..size).map(|it| (it, it + 1)));
    let doubted = framework(size, (1..size).map(|it| (it, it + 1)).chain([(3, 1)]));
    for letters in PROBLEMS {
        assert_eq!(answered(&crowd, &["-p", &format!("DC-{letters}"), "-a", "1"]).lines().next(), Some("NO"));
        let last = ["-p", &format!("DS-{letters}"), "-a", &size.to_string()];
        assert_eq!(answered(&chain, &last).lines().next(), Some(if size % 2 == 1 { "YES" } else { "NO" }));
    }
    for letters in ["CO", "GR", "PR", "ST", "ID"] {
        answered(&doubted, &["-p", &format!("SE-{letters}")]);
    }
    answered(&crowd, &["--all", "preferred"]);
    let weighty = answered(&doubted, &["--strength", "h-categoriser"]);
    assert!(weighty.contains(&format!("{} more are not shown", size - 100)), "{weighty}");
}

#[test]
fn crowds_and_chains_may_be_large() {
    large(2_001);
}

#[test]
#[ignore = "takes long"]
fn crowds_and_chains_may_have_a_million() {
    large(1_000_001);
}

#[test]
fn attacks_said_twice_are_one_and_names_given_twice_are_told() {
    let of = |file: &str, name: &str| {
        let folder = folder([(name, file)]);
        run(folder.path(), &["solve", "-f", name, "-p", "SE-PR"])
    };
    for (name, twice) in [
        ("a.af", "p af 2\n1 2\n1 2\n"),
        ("a.apx", "arg(1). arg(2). att(1,2). att(1,2)."),
        ("a.tgf", "1\n2\n#\n1 2\n1 2\n"),
    ] {
        let outcome = of(twice, name);
        assert_eq!((outcome.status, outcome.err.as_str()), (0, ""), "{name}");
        assert!(outcome.out.contains('1') && !outcome.out.contains('2'), "{}", outcome.out);
    }
    for (name, twice) in [
        ("a.af", "p af 2\np af 2\n1 2\n"),
        ("a.apx", "arg(x). arg(x). arg(y). att(x,y)."),
        ("a.tgf", "x\nx\ny\n#\nx y\n"),
    ] {
        let outcome = of(twice, name);
        assert_eq!((outcome.status, outcome.out.as_str()), (2, ""), "{name}");
        assert!(outcome.err.contains("line"), "{}", outcome.err);
    }
}

#[test]
fn extensions_beyond_counting_end_with_what_is_known() {
    let pairs = framework(400, (1..=200).flat_map(|it| [(2 * it, 2 * it - 1), (2 * it - 1, 2 * it)]));
    assert_eq!(answered(&pairs, &["-p", "CE-PR"]), "more than 340282366920938463463374607431768211455\n");
    assert_eq!(answered(&pairs, &["-p", "EE-PR", "--most", "3"]).lines().count(), 3);
    let stopped = solve(&pairs, &["-p", "EE-PR", "--time", "0"]);
    assert_eq!(stopped.status, 2);
    assert!(stopped.err.contains("the time was up"), "{}", stopped.err);
}

#[test]
fn damage_is_told_and_never_panics() {
    let sound = "p af 12\n1 2\n2 3\n# said of it\n12 1\n";
    for at in 0..sound.len() {
        let broken = [&sound.as_bytes()[..at], b"\xFF\x00\x1B[31m", &sound.as_bytes()[at + 1..]].concat();
        for format in ["i23", "apx", "tgf"] {
            let folder = folder([("a", &broken)]);
            let outcome = run(folder.path(), &["solve", "-f", "a", "--fo", format, "-p", "SE-PR"]);
            assert!(!outcome.err.contains('\x1B') && !outcome.out.contains('\x1B'), "{}", outcome.err);
        }
    }
    let endless = "9".repeat(100_000);
    assert_eq!(solve(&endless, &["-p", "SE-PR"]).status, 2);
    assert!(solve(&format!("p af 2\n1 {endless}\n"), &["-p", "SE-PR"]).err.len() < 1_000_000);
    let names = format!("arg({endless}). att({endless},x).");
    let folder = folder([("a.apx", names)]);
    assert_eq!(run(folder.path(), &["solve", "-f", "a.apx", "-p", "SE-PR"]).status, 2);
}
