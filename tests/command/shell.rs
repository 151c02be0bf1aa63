//! Has a shell run a command, as somebody types it who has the program installed.

use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a command prints, to both of its outputs as they come, and its exit status.
pub fn typed(command: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_counterpoint")).parent().expect("it lies in a folder");
    let output = Command::new("sh")
        .args(["-c", &format!("{{ {command}\n}} 2>&1")])
        .current_dir(folder)
        .env_clear()
        .env("PATH", format!("{}:/usr/bin:/bin", program.display()))
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .output()
        .expect("the shell starts");
    let mut printed = String::from_utf8(output.stdout).expect("what is printed is UTF-8");
    if !output.status.success() {
        let status = output.status.code().expect("the shell ends by itself");
        writeln!(printed, "[exit status {status}]").expect("strings take all");
    }
    printed
}
