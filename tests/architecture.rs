//! The laws of the house that a program can check: who may depend on whom, and what a file looks like.
//!
//! `ARCHITECTURE.md` says why, and who may depend on whom. A room is a module at the top of `src`, or a crate of the workspace.

#[path = "architecture/circles.rs"]
mod circles;
#[path = "architecture/comments.rs"]
mod comments;
#[path = "architecture/proportion.rs"]
mod proportion;
#[path = "architecture/source.rs"]
mod source;
#[path = "architecture/views.rs"]
mod views;

use std::fs;
use std::path::Path;
use std::process::Command;

use source::{CRATES, Source, all_source, files_below, program};

/// Each room with the rooms that it may use, as ARCHITECTURE.md has them. A part of a room has its line before its room.
fn rooms() -> Vec<(String, Vec<String>)> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md");
    let page = fs::read_to_string(page).expect("the page is there");
    let lines = page.lines().skip_while(|line| *line != "    rows:").map_while(|line| line.strip_prefix("    "));
    let rooms = lines.map(|line| {
        let (room, allowed) = line.split_once(':').expect("a line has a colon");
        (
            room.to_owned(),
            allowed.split(',').map(|room| room.trim().to_owned()).filter(|room| !room.is_empty()).collect(),
        )
    });
    rooms.collect()
}

/// Rooms that know nothing of the machine: the same input gives the same output. `workspace` asks a `System` for files.
const PURE: &[&str] = &[
    "text",
    "rows",
    "framework",
    "measure",
    "diagnostic",
    "syntax",
    "model",
    "quotation",
    "analysis",
    "check",
    "study",
    "page",
    "view",
    "render",
    "workspace",
];

/// Names of the machine, which pure rooms may not use.
const MACHINE: &[&str] = &["std::fs", "std::env", "std::time", "std::net", "std::process", "std::thread"];

/// Names that say nothing of what is inside.
const EMPTY_NAMES: &[&str] = &["util", "utils", "helper", "helpers", "common", "manager", "misc", "shared_code"];

/// The rooms that a file names: crates by their names, and those of its own crate from the top or by going up to it.
fn rooms_named(file: &Source) -> Vec<&str> {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let crates = ["framework", "measure", "rows"].into_iter().filter(|name| {
        let (code, start) = (file.code(), format!("{name}::"));
        let begins = |at: usize| !code[..at].ends_with("::") && !code[..at].ends_with(is_word);
        code.match_indices(&start).any(|(at, _)| begins(at))
    });
    let mut named: Vec<&str> = crates.collect();
    if file.path.starts_with(CRATES) {
        return named;
    }
    for start in ["crate::", "super::"] {
        for (at, _) in file.code().match_indices(start) {
            let (before, mut rest) = file.code().split_at(at);
            if before.ends_with(is_word) || before.ends_with("super::") {
                continue;
            }
            let mut climbed = 0;
            while let Some(above) = rest.strip_prefix("super::") {
                (rest, climbed) = (above, climbed + 1);
            }
            let path = if climbed == file.modules().len() { Some(rest) } else { rest.strip_prefix("crate::") };
            named.extend(path.map(|path| path.split(|letter| !is_word(letter)).next().unwrap_or_default()));
        }
    }
    named
}

#[test]
fn each_room_depends_only_on_those_before_it() {
    let (rooms, mut wrong) = (rooms(), Vec::new());
    for file in program().iter().filter(|file| !["src/lib.rs", "src/main.rs"].contains(&file.path.as_str())) {
        let place = file.place();
        let belongs =
            |part: &str| place.strip_prefix(part).is_some_and(|rest| rest.starts_with('/') || rest.starts_with('.'));
        let Some((_, allowed)) = rooms.iter().find(|(part, _)| belongs(part)) else {
            wrong.push(format!("{} belongs to no room: give it a line in ARCHITECTURE.md", file.path));
            continue;
        };
        for room in rooms_named(file) {
            match room {
                "" => wrong.push(format!("{}: write a line for each room, not `crate::{{…}}`", file.path)),
                room if file.room() == room || allowed.iter().any(|allowed| allowed == room) => {}
                room => wrong.push(format!("{} may not use `{room}`", file.path)),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn dependencies_go_one_way() {
    let rooms = rooms();
    let order: Vec<&str> = rooms.iter().map(|(room, _)| room.split('/').next().unwrap_or(room)).collect();
    for (index, (room, allowed)) in rooms.iter().enumerate() {
        for other in allowed {
            let found = order.iter().position(|room| room == other).expect("only rooms are depended on");
            assert!(found < index, "`{room}` may use `{other}`, which stands behind it");
        }
    }
}

#[test]
fn every_room_is_on_the_page_and_nothing_else_is() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md")).expect("it is there");
    let files = program();
    for (room, _) in rooms() {
        let top = room.split('/').next().unwrap_or(&room);
        let row = |folder: &str| page.contains(&format!("\n| `{folder}/{top}/` |"));
        assert!(row("src") || row(CRATES), "`{room}` has no row in the table of rooms");
        assert!(files.iter().any(|file| file.place().starts_with(&room)), "there is no room `{room}`");
    }
}

#[test]
fn the_program_starts_only_through_the_command_line() {
    let main = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/main.rs")).expect("there is a main");
    let named: Vec<&str> = main.split("counterpoint::").skip(1).collect();
    assert!(named.iter().all(|path| path.starts_with("command::")), "main.rs calls more than the command line");
}

#[test]
fn only_commands_know_of_a_command_line() {
    for file in files_below("src").iter().filter(|file| file.room() != "command" && file.path != "main.rs") {
        assert!(!file.text.contains("clap"), "src/{} names `clap`: other surfaces stand on it, too", file.path);
    }
}

/// Crates that only a program on a machine needs: a command line, a terminal, signals, files to write.
const SURFACES: &[&str] =
    &["clap", "console", "crossterm", "errno", "rustix", "signal-hook", "tempfile", "terminal_size"];

#[test]
fn the_library_alone_needs_no_machine() {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(env!("CARGO_MANIFEST_DIR"));
    let tree = [
        "tree",
        "--package",
        "counterpoint",
        "--offline",
        "--no-default-features",
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ];
    let output = cargo.args(tree).output().expect("cargo has built this test");
    let listed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let needed: Vec<&str> = listed.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(needed.contains(&"nom"), "{needed:?}");
    for name in SURFACES {
        assert!(!needed.contains(name), "the library needs `{name}` without the feature `cli`");
    }
}

#[test]
fn rooms_that_only_think_know_nothing_of_the_machine() {
    for file in program().iter().filter(|file| !file.path.ends_with("/main.rs") && PURE.contains(&file.room().as_str()))
    {
        for word in MACHINE {
            assert!(!file.code().contains(word), "{} names `{word}`: pass it what it needs", file.path);
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for folder in ["src", CRATES, "tests", "benches", "fuzz"] {
        for file in files_below(folder).iter().filter(|file| !file.path.starts_with("fuzz/target/")) {
            let first = file.text.lines().next().unwrap_or_default();
            let sentence = first.strip_prefix("//! ").unwrap_or_default();
            assert!(sentence.len() > 10, "{} does not open with a sentence behind `//!`", file.path);
        }
    }
}

#[test]
fn names_say_what_is_inside() {
    for file in all_source() {
        for module in file.modules() {
            assert!(!EMPTY_NAMES.contains(&module), "{}: `{module}` says nothing of what is inside", file.path);
        }
    }
}

#[test]
fn nothing_is_unwrapped_without_a_reason() {
    for file in all_source() {
        assert!(!file.text.contains(".unwrap()"), "{}: write `expect(\"why it holds\")`", file.path);
    }
}
