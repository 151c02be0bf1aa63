//! The solver as the competition calls it: every kind of problem, and what is wrong said in a sentence.

use std::io::Write;
use std::process::{Command, Stdio};

/// Runs the solver on a file that comes from standard input; gives the exit status and what it prints to both ends.
fn solve(words: &str, file: &str) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_counterpoint-solve"));
    command.args(words.split_whitespace()).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the solver can be started");
    // Whoever does not read what it is given ends the pipe.
    let _ = child.stdin.take().expect("piped").write_all(file.as_bytes());
    let output = child.wait_with_output().expect("it ends");
    let printed = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(printed).expect("text"))
}

/// Two that attack each other, and a third that the second attacks.
const CHOICE: &str = "p af 3\n1 2\n2 1\n2 3\n";

#[test]
fn each_kind_of_problem_is_answered() {
    let cases = [
        ("-p DC-PR -f - -a 3", "YES\nw 1 3\n"),
        ("-p DS-PR -f - -a 3", "NO\nw 2\n"),
        ("-p SE-GR -f -", "w\n"),
        ("-p EE-ST -f -", "w 1 3\nw 2\n"),
        ("-p CE-CO -f -", "3\n"),
        ("--all grounded -f -", "1\topen\n2\topen\n3\topen\n"),
    ];
    for (words, answer) in cases {
        assert_eq!(solve(words, CHOICE), (Some(0), answer.to_owned()), "{words}");
    }
}

#[test]
fn formats_are_known_by_their_beginning_or_named() {
    let answer = (Some(0), "[a]\n".to_owned());
    assert_eq!(solve("-p SE-GR -f -", "arg(a). arg(b). att(a,b)."), answer);
    assert_eq!(solve("-p SE-GR -f - -fo tgf", "a\nb\n#\na b\n"), answer);
    assert_eq!(solve("--strength qe -f -", "arg(a). arg(b). att(a,b)."), (Some(0), "a\t0.500\nb\t0.400\n".to_owned()));
}

#[test]
fn what_is_wrong_is_said() {
    let cases = [
        ("-p SE-XX -f -", "error: -p does not know `SE-XX`\n"),
        ("-p DC-PR -f -", "error: say which argument is asked about with -a NAME\n"),
        ("-p SE-PR", "error: name the file with -f FILE, or -f - for standard input\n"),
        ("-p DC-PR -f - -a 9", "error: there is no argument `9`\n"),
        ("-f -", "error: say what is asked with -p, --all or --strength\n"),
        ("-p", "error: -p needs a value\n"),
    ];
    for (words, message) in cases {
        assert_eq!(solve(words, CHOICE), (Some(2), message.to_owned()), "{words}");
    }
}

#[test]
fn lists_are_those_of_the_program() {
    assert_eq!(solve("--formats", ""), (Some(0), "[i23,apx,tgf]\n".to_owned()));
    assert!(solve("--problems", "").1.starts_with("[DC-CO,DC-GR,DC-PR,"));
}
