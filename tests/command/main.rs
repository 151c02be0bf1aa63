//! The program as it is typed: sessions in Markdown beside this file, and every command in every format.
//!
//! A session is run by the shell in a temporary folder of its own, and everything that it prints has to stand below the
//! command, with the exit status behind it where it is not 0. `UPDATE_EXPECTED=1` accepts what is printed now.

#![cfg(unix)]

mod documents;
mod engineering;
mod examples;
mod formats;
mod interrupt;
mod length;
mod sentences;
mod session;
mod shell;
mod strange;
mod terminal;
mod versions;

use std::path::{Path, PathBuf};

/// The root of the repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn sessions_are_as_written() {
    let entries = std::fs::read_dir(root().join("tests/command")).expect("the sessions are beside this file");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("listed").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    paths.sort();
    assert!(!paths.is_empty(), "there are sessions");
    let mistakes: Vec<String> = std::thread::scope(|scope| {
        let runs: Vec<_> = paths.iter().map(|path| scope.spawn(|| session::run(path))).collect();
        runs.into_iter().filter_map(|run| run.join().expect("a session runs")).collect()
    });
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
}
