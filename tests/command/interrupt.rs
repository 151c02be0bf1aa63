//! Ctrl-C while the program searches: what is known is said, and that it is not all.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

/// Asks about circles side by side, which have more extensions than can be told or counted one by one, and interrupts.
///
/// A signal that comes before the program listens to signals would end it. It listens before it reads, and the file is longer than what a
/// pipe holds: so once all of it is written, it listens. Wherever it is by then, it must end, and say why.
fn interrupted(question: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_counterpoint"))
        .args(["solve", "--fo", "i23", "-f", "-", "-p"])
        .args(question)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut file = format!("p af 600\n{}", "# said at length\n".repeat(100_000));
    for circle in (1..=600).step_by(6) {
        // All of them hang together, so that they are searched as one.
        for at in 0..6 {
            writeln!(file, "{} {}", circle + at, circle + (at + 1) % 6).expect("strings take all");
        }
        if circle > 1 {
            writeln!(file, "{} {circle}", circle - 6).expect("strings take all");
        }
    }
    let mut input = program.stdin.take().expect("it is piped");
    input.write_all(file.as_bytes()).expect("it reads");
    drop(input);
    let sent =
        Command::new("sh").args(["-c", &format!("kill -INT {}", program.id())]).status().expect("there is a shell");
    assert!(sent.success());
    program.wait_with_output().expect("it ends")
}

#[test]
fn who_interrupts_is_told_what_is_known() {
    let counted = interrupted(&["CE-CO"]);
    let message = String::from_utf8(counted.stderr).expect("text");
    let is_told = ["it was interrupted: the answer is not known\n", "it was interrupted: there are at least "]
        .iter()
        .any(|told| message.contains(told));
    assert!(is_told, "{message}");
    assert_eq!((counted.status.code(), counted.stdout), (Some(2), Vec::new()));

    let listed = interrupted(&["EE-CO"]);
    let message = String::from_utf8(listed.stderr).expect("text");
    let found = String::from_utf8(listed.stdout).expect("text");
    assert!(found.lines().all(|line| line == "w" || line.starts_with("w ")), "{found}");
    let expected = match found.lines().count() {
        0 => "it was interrupted: no extension is known\n".to_owned(),
        1 => "it was interrupted: there may be more than this extension\n".to_owned(),
        number => format!("it was interrupted: there may be more than these {number} extensions\n"),
    };
    assert!(message.contains(&expected), "{message}");
    assert_eq!(listed.status.code(), Some(2));
}
