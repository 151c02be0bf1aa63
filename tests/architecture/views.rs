//! Views make words: they read what `study` gives, and neither construct an analysis nor call what computes one.

use std::collections::BTreeSet;

use super::source::{Source, program};

/// The names that a file takes from `crate::analysis`, be it in a `use` or by a path.
fn taken(file: &Source) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, start) in file.code().match_indices("crate::analysis::") {
        let path = &file.code()[at + start.len()..];
        let end = path.find(|letter: char| !(letter.is_alphanumeric() || letter == '_' || letter == ':'));
        let (path, rest) = path.split_at(end.unwrap_or(path.len()));
        match rest.strip_prefix('{') {
            Some(list) => {
                let list = list.split('}').next().unwrap_or_default();
                names.extend(list.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()));
            }
            None => names.extend(path.rsplit("::").next().map(str::to_owned)),
        }
    }
    names
}

fn is_type(name: &str) -> bool {
    name.starts_with(char::is_uppercase)
}

/// The constructors of the types of `analysis`: functions of a type that take no value of it.
fn constructors() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for file in program().iter().filter(|file| file.room() == "analysis") {
        let lines: Vec<&str> = file.code().lines().collect();
        let mut of = "";
        for (at, line) in lines.iter().enumerate() {
            if let Some(head) = line.strip_prefix("impl") {
                let head =
                    head.strip_prefix('<').map_or(head, |rest| rest.split_once('>').map_or("", |(_, rest)| rest));
                of = head
                    .trim()
                    .split(|letter: char| !(letter.is_alphanumeric() || letter == '_'))
                    .next()
                    .unwrap_or_default();
            }
            let Some((before, function)) = line.split_once("fn ").filter(|(before, _)| before.starts_with("    pub"))
            else {
                continue;
            };
            let (name, arguments) = function.split_once('(').unwrap_or((function, ""));
            let arguments = if arguments.is_empty() { lines[at + 1].trim() } else { arguments };
            let takes_itself = ["self", "&self", "&mut self", "mut self"].iter().any(|own| arguments.starts_with(own));
            if !takes_itself && !before.contains("//") {
                let name = name.split('<').next().unwrap_or_default();
                found.insert((of.to_owned(), name.to_owned()));
            }
        }
    }
    found
}

/// Uses of `analysis` in a file of a view that are not reading alone: functions and rooms by name, and what constructs
/// its types.
fn faults(file: &Source, constructors: &BTreeSet<(String, String)>) -> Vec<String> {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let taken = taken(file);
    let functions = taken.iter().filter(|name| !is_type(name));
    let mut wrong: Vec<String> = functions.map(|name| format!("{} takes `{name}` from analysis", file.path)).collect();
    for name in taken.iter().filter(|name| is_type(name)) {
        for (at, start) in file.code().match_indices(&format!("{name}::")) {
            let (before, called) = (&file.code()[..at], &file.code()[at + start.len()..]);
            let called = called.split(|letter| !is_word(letter)).next().unwrap_or_default();
            let constructs = called == "default" || constructors.contains(&(name.clone(), called.to_owned()));
            if constructs && !before.ends_with(is_word) {
                wrong.push(format!("{} calls `{name}::{called}`", file.path));
            }
        }
    }
    wrong
}

#[test]
fn a_view_constructs_no_analysis() {
    let constructors = constructors();
    let known = |of: &str, name: &str| constructors.contains(&(of.to_owned(), name.to_owned()));
    assert!(known("Positions", "new") && known("Columns", "chosen") && known("Derived", "between"), "{constructors:?}");
    assert!(!known("Verdict", "is_opposed"), "it takes a verdict");
    let mut views = 0;
    let mut wrong = Vec::new();
    for file in program().iter().filter(|file| file.room() == "view") {
        views += 1;
        wrong.extend(faults(file, &constructors));
    }
    assert!(views > 50, "there are views to look at");
    assert!(wrong.is_empty(), "{}\nask the study for it", wrong.join("\n"));
}

#[test]
fn what_constructs_an_analysis_is_found() {
    let constructors = constructors();
    let view = |code: &str| Source { path: "src/view/some.rs".to_owned(), text: format!("//! A view.\n\n{code}\n") };
    let reads = "use crate::analysis::table::positions::{IssueStance, Positions};\n\nfn of(it: &Positions) -> IssueStance<'_> {\n    it.stance(0)\n}";
    assert_eq!(faults(&view(reads), &constructors), [] as [&str; 0]);
    let constructs = "use crate::analysis::table::positions::{\n    IssueStance, Positions,\n};\n\nfn of() {\n    Positions::new(0);\n}";
    assert_eq!(faults(&view(constructs), &constructors), ["src/view/some.rs calls `Positions::new`"]);
    let computes = "use crate::analysis::dispute::crux::{Crux, smallest};";
    assert_eq!(faults(&view(computes), &constructors), ["src/view/some.rs takes `smallest` from analysis"]);
    let by_path = "fn of() {\n    crate::analysis::table::column::Columns::chosen(0);\n}";
    assert_eq!(faults(&view(by_path), &constructors), ["src/view/some.rs takes `chosen` from analysis"]);
}
