//! One thread or many, files in any order on the disk or on the command line: the same output.

use super::program::{folder, run, run_with};

/// Files that refer to each other across all of them, with findings of every stage.
fn files(count: usize) -> Vec<(String, String)> {
    let file = |number: usize| {
        let other = (number * 7 + 3) % count;
        let text = format!(
            "author a{number}: A\nissue i{number}: Q?\nsource s{number}: S\n  by: a{number}, a{other}\n  date: 2017\n\n\
             claim c: text {number}\n  because: d, s{other}.d and s{other}.c\n  holds i{other}: yes\n\
             claim d: text {number}\n  quote [1]: words\n  becuase: x\ncounterpoint e: x\n  against: s{other}.c\n  despite: s{other}.cc\n"
        );
        (format!("f{number:03}.arg"), text)
    };
    (0..count).map(file).collect()
}

const COMMANDS: &[&[&str]] = &[
    &["check", "--most", "10000"],
    &["check", "--format", "json", "--most", "10000"],
    &["table", "--format", "json"],
    &["list", "statements", "--format", "json"],
    &["compare", "s1", "s10", "--format", "json"],
    &["show", "s1.c"],
];

#[test]
fn as_many_threads_as_there_are_say_the_same() {
    let files = files(80);
    let map = folder(files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())));
    for words in COMMANDS {
        let with = |threads: &str| {
            let outcome = run_with(map.path(), words, |command| _ = command.env("RAYON_NUM_THREADS", threads));
            (outcome.status, outcome.out, outcome.err)
        };
        let one = with("1");
        assert!(!one.1.is_empty());
        for threads in ["2", "7"] {
            assert!(with(threads) == one, "{words:?} with {threads} threads");
        }
    }
}

#[test]
fn files_in_any_order_say_the_same() {
    let mut files = files(40);
    let written =
        |files: &[(String, String)]| folder(files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())));
    let forwards = written(&files);
    files.reverse();
    let backwards = written(&files);
    for words in COMMANDS {
        let (one, other) = (run(forwards.path(), words), run(backwards.path(), words));
        assert!((one.status, one.out, one.err) == (other.status, other.out, other.err), "{words:?}");
    }
}
