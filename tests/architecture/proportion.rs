//! Proportion: how long files and functions are, and what the public items say of themselves.

use super::source::{Source, files_below, program};

/// Longer files are several things in one.
const MOST_LINES: usize = 400;
/// Half of all files are no longer than this.
const MEDIAN_LINES: usize = 110;
/// A longer function of a view does several things.
const MOST_LINES_OF_A_VIEW: usize = 60;

#[test]
fn every_file_is_one_thing() {
    let mut lengths = Vec::new();
    for folder in ["src", "crates", "tests", "benches", "fuzz"] {
        for file in files_below(folder).iter().filter(|file| !file.path.contains("target/")) {
            let lines = file.text.lines().count();
            assert!(lines <= MOST_LINES, "{} has {lines} lines: it is several things in one", file.path);
            lengths.extend((folder == "src").then_some(lines));
        }
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= MEDIAN_LINES, "half of the files have more than {median} lines");
}

/// The functions of a file, each with its first line and how many lines it has.
fn functions(file: &Source) -> Vec<(&str, usize)> {
    let lines: Vec<&str> = file.code().lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let begins = line.trim_start();
        let begins =
            begins.strip_prefix("pub").map_or(begins, |rest| rest.split_once(' ').map_or("", |(_, rest)| rest));
        if begins.starts_with("fn ") || begins.starts_with("const fn ") {
            let indent = &line[..line.len() - line.trim_start().len()];
            let end = lines[at..].iter().position(|line| *line == format!("{indent}}}"));
            found.push((*line, end.map_or(1, |length| length + 1)));
        }
    }
    found
}

#[test]
fn the_functions_of_views_are_short() {
    let mut wrong = Vec::new();
    for file in program().iter().filter(|file| file.path.starts_with("src/view")) {
        let long = functions(file).into_iter().filter(|(_, lines)| *lines > MOST_LINES_OF_A_VIEW);
        wrong.extend(long.map(|(line, lines)| format!("{}: {lines} lines: {}", file.path, line.trim())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
