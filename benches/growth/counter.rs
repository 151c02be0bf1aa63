//! Counts what a run of the program costs: instructions, by valgrind, which no other work on the machine changes; and memory.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::measure::process;

/// Cost of a run.
#[derive(Clone, Copy)]
pub struct Cost {
    /// Instructions of the program itself, not of the system.
    pub instructions: f64,
    /// The most memory that it held, in bytes.
    pub memory: f64,
}

/// The program is ended after so many seconds, under valgrind after ten times as many.
const SECONDS: &str = "60";

/// Whether valgrind is there.
pub fn is_there() -> bool {
    Command::new("valgrind").arg("--version").stdout(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Cost of a run in a folder; none where it did not end in time, or ended badly.
pub fn cost(folder: &Path, words: &[&str]) -> Option<Cost> {
    let program = env!("CARGO_BIN_EXE_counterpoint");
    let prepared = |mut command: Command| {
        command.current_dir(folder).env("NO_COLOR", "1").env("RAYON_NUM_THREADS", "1").stdin(Stdio::null());
        command
    };
    let mut counted = Command::new("timeout");
    counted.args([
        "600",
        "valgrind",
        "--tool=cachegrind",
        "--cache-sim=no",
        "--cachegrind-out-file=/dev/null",
        program,
    ]);
    let output = prepared(counted).args(words).stdout(Stdio::null()).output().expect("valgrind can be started");
    let said = String::from_utf8_lossy(&output.stderr);
    // Versions of valgrind put one space or three behind the `I`; instructions come first.
    let line = said.lines().find_map(|line| line.split_once("refs:"))?.1;
    let instructions = line.trim().replace(',', "").parse().ok()?;
    let ended = output.status.code().is_some_and(|status| status < 2);
    let memory = process(3, || {
        let mut command = Command::new("timeout");
        command.args([SECONDS, program]).args(words);
        prepared(command)
    });
    ended.then_some(Cost { instructions, memory: memory.memory as f64 })
}
