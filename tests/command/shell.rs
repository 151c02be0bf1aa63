//! Runs a command as somebody types it who has the program installed: a plain call of the program at once, all else by a shell.

use std::fmt::Write;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_counterpoint");

/// Signs that a shell acts upon. A line without them means the same to everybody who cuts it at its spaces.
const ACTED_UPON: &str = "\"'\\$`*?[]{}()<>|&;#~!=\n";

/// Output of a command, on both of its channels as it comes, and its exit status.
pub fn typed(command: &str, folder: &Path) -> String {
    let of_program = command.strip_prefix("counterpoint").filter(|rest| rest.is_empty() || rest.starts_with(' '));
    let mut process = match of_program {
        Some(words) if !words.contains(|letter| ACTED_UPON.contains(letter)) => {
            let mut process = Command::new(PROGRAM);
            process.args(words.split_whitespace());
            process
        }
        _ => {
            let mut process = Command::new("sh");
            process.args(["-c", command]);
            process
        }
    };
    let programs = Path::new(PROGRAM).parent().expect("it lies in a folder");
    let (mut printed, out) = std::io::pipe().expect("a pipe can be made");
    let err = out.try_clone().expect("a pipe has several writers");
    process.current_dir(folder).env_clear();
    process.env("PATH", format!("{}:/usr/bin:/bin", programs.display())).env("LC_ALL", "C");
    let mut child =
        process.stdin(Stdio::null()).stdout(out).stderr(err).spawn().expect("the program or the shell starts");
    // It holds the writing ends of the pipe, which is not at its end before they are closed.
    drop(process);
    let mut text = String::new();
    printed.read_to_string(&mut text).expect("what is printed is UTF-8");
    let status = child.wait().expect("it was started");
    if !status.success() {
        let status = status.code().expect("it ends by itself");
        writeln!(text, "[exit status {status}]").expect("strings take all");
    }
    text
}
