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

/// What in a file of a view is not reading alone: functions and rooms of `analysis` by name, and what is called on its types.
fn faults(file: &Source) -> Vec<String> {
    let taken = taken(file);
    let mut wrong: Vec<String> = taken
        .iter()
        .filter(|name| !is_type(name))
        .map(|name| format!("{} takes `{name}` from analysis", file.path))
        .collect();
    for name in taken.iter().filter(|name| is_type(name)) {
        for (at, start) in file.code().match_indices(&format!("{name}::")) {
            let (before, called) = (&file.code()[..at], &file.code()[at + start.len()..]);
            let begins = !before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_');
            if begins && called.starts_with(char::is_lowercase) {
                let called = called.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')).next();
                wrong.push(format!("{} calls `{name}::{}`", file.path, called.unwrap_or_default()));
            }
        }
    }
    wrong
}

#[test]
fn a_view_constructs_no_analysis() {
    let mut views = 0;
    let mut wrong = Vec::new();
    for file in program().iter().filter(|file| file.room() == "view") {
        views += 1;
        wrong.extend(faults(file));
    }
    assert!(views > 50, "there are views to look at");
    assert!(wrong.is_empty(), "{}\nask the study for it", wrong.join("\n"));
}

#[test]
fn what_constructs_an_analysis_is_found() {
    let view = |code: &str| Source { path: "src/view/some.rs".to_owned(), text: format!("//! A view.\n\n{code}\n") };
    let reads = "use crate::analysis::table::positions::{IssueStance, Positions};\n\nfn of(it: &Positions) -> IssueStance<'_> {\n    it.stance(0)\n}";
    assert_eq!(faults(&view(reads)), [] as [&str; 0]);
    let constructs = "use crate::analysis::table::positions::{\n    IssueStance, Positions,\n};\n\nfn of() {\n    Positions::new(0);\n}";
    assert_eq!(faults(&view(constructs)), ["src/view/some.rs calls `Positions::new`"]);
    let computes = "use crate::analysis::dispute::crux::{Crux, smallest};";
    assert_eq!(faults(&view(computes)), ["src/view/some.rs takes `smallest` from analysis"]);
    let by_path = "fn of() {\n    crate::analysis::table::column::Columns::chosen(0);\n}";
    assert_eq!(faults(&view(by_path)), ["src/view/some.rs takes `chosen` from analysis"]);
}
