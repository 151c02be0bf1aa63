//! The length of pages on the map of the five papers, 80 columns wide: the answer has to be on the first screens.

use std::process::Command;

use crate::root;

/// The authors of the five papers.
const AUTHORS: [&str; 5] = ["sedgwick", "hanatani", "yamashita", "tokyo-foundation", "tase"];

/// Output of a command, 80 columns wide.
pub fn page(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_counterpoint"));
    command.current_dir(root()).env("COLUMNS", "80").env_remove("COUNTERPOINT_SOURCES").args(arguments);
    let output = command.output().expect("the program starts");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("what is printed is text")
}

/// The pages that are longer than they may be, with their length.
fn too_long(most: usize, pages: impl IntoIterator<Item = Vec<String>>) -> Vec<String> {
    let told = pages.into_iter().filter_map(|arguments| {
        let lines = page(&arguments.iter().map(String::as_str).collect::<Vec<_>>()).lines().count();
        (lines > most).then(|| format!("{}: {lines} lines", arguments.join(" ")))
    });
    told.collect()
}

fn words(line: &str) -> Vec<String> {
    line.split(' ').map(str::to_owned).collect()
}

/// The names of all questions of the map.
fn questions() -> Vec<String> {
    let rows = page(&["list", "issues", "arguments", "--format", "csv"]);
    rows.lines().skip(1).map(|row| row.split(',').next().expect("a name").to_owned()).collect()
}

#[test]
fn a_comparison_of_any_two_has_at_most_sixty_lines() {
    let pairs = (0..AUTHORS.len()).flat_map(|one| (one + 1..AUTHORS.len()).map(move |other| [one, other]));
    let lines = pairs.map(|[one, other]| words(&format!("compare {} {} arguments", AUTHORS[one], AUTHORS[other])));
    assert_eq!(too_long(60, lines), Vec::<String>::new());
}

#[test]
fn what_stands_on_any_question_has_at_most_forty_lines_and_its_overview_sixty() {
    let questions = questions();
    assert!(questions.len() > 30, "{questions:?}");
    let lines = questions.iter().map(|question| words(&format!("stand {question} arguments")));
    assert_eq!(too_long(40, lines), Vec::<String>::new());
    assert_eq!(too_long(60, [words("stand arguments")]), Vec::<String>::new());
}

#[test]
fn the_clashes_of_the_table_are_in_its_first_forty_lines() {
    let table = page(&["table", "arguments"]);
    let is_heading = |line: &&str| line.starts_with("ON CONDITIONS") || line.starts_with("WHERE THEY AGREE");
    assert!(table.starts_with("WHERE THEY CLASH"), "{table}");
    let behind = table.lines().position(|line| is_heading(&line)).expect("there is more than clashes");
    assert!(behind <= 40, "the clashes end in line {behind}");
}

#[test]
fn quotations_that_are_well_take_at_most_thirty_lines() {
    assert_eq!(too_long(30, [words("quotes arguments")]), Vec::<String>::new());
}
