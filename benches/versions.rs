//! `diff` of two versions of a made map, beside a word diff of the same files by git.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::measure::process;
use crate::synthetic::Map;
use crate::{folder, made, paths_in, program, row, texts_in, write};

/// Edit of a line of the old version, if it is the head of a statement: its number, the words before its text, the
/// text.
type Edit = fn(usize, &str, &str) -> String;

/// The new versions, each by what was done to the old one.
const EDITS: [(&str, Edit, bool); 4] = [
    ("nothing", |_, head, text| format!("{head}: {text}"), false),
    (
        "1 of 100 reworded",
        |number, head, text| if number % 100 == 0 { reworded(head, text) } else { format!("{head}: {text}") },
        false,
    ),
    ("all renamed", |_, head, text| format!("{head}-x: {text}"), true),
    ("all renamed and reworded", |_, head, text| reworded(&format!("{head}-x"), text), true),
];

/// The clauses that mention statements.
const MENTIONS: [&str; 3] = ["  because: ", "  against: ", "  agrees: "];

/// `diff` of more and more statements after each edit, and git's own diff of the same files.
pub fn versions() {
    println!("diff                                  CPU ms   wall ms   peak MB");
    for statements in [1_000, 10_000, 100_000] {
        let old = made(Map { statements, misspelt: 0 });
        for (name, edit, renames) in EDITS {
            let new = edited(&old, statements, (name, edit, renames));
            let paths = [old.to_string_lossy().into_owned(), new.to_string_lossy().into_owned()];
            let ours = |more: &[&str]| process(5, || program(&[&["diff", &paths[0], &paths[1]], more].concat()));
            let git = process(5, || {
                let mut command = Command::new("git");
                command.args(["diff", "--no-index", "--word-diff", &paths[0], &paths[1]]);
                command
            });
            let (whole, stat) = (ours(&[]), ours(&["--stat"]));
            println!("{statements:>7} {name}");
            println!("        counterpoint diff        {}", row(&whole));
            println!("        counterpoint diff --stat {}", row(&stat));
            let ratio = whole.cpu.as_secs_f64() / git.cpu.as_secs_f64();
            println!("        git diff --word-diff     {}   CPU of ours {ratio:.1} times", row(&git));
        }
    }
}

/// The folder of a new version; it is written once and used by all runs.
fn edited(old: &Path, statements: usize, (name, edit, renames): (&str, Edit, bool)) -> PathBuf {
    let new = folder(&format!("versions-{statements}-{}", name.replace(' ', "-")));
    if !paths_in(&new).is_empty() {
        return new;
    }
    let mut number = 0;
    for (path, text) in paths_in(old).iter().zip(texts_in(old)) {
        let lines = text.lines().map(|line| match line.split_once(": ") {
            Some((head, text))
                if ["claim ", "evidence ", "counterpoint "].iter().any(|kind| head.starts_with(kind)) =>
            {
                number += 1;
                edit(number, head, text)
            }
            Some((_, names)) if renames && MENTIONS.iter().any(|clause| line.starts_with(clause)) => {
                let clause = &line[..line.len() - names.len()];
                let renamed = |name: &str| match name.strip_suffix(',') {
                    _ if name == "and" => name.to_owned(),
                    Some(name) => format!("{name}-x,"),
                    None => format!("{name}-x"),
                };
                clause.to_owned() + &names.split(' ').map(renamed).collect::<Vec<_>>().join(" ")
            }
            _ => line.to_owned(),
        });
        let text: String = lines.map(|line| line + "\n").collect();
        write(&new.join(path.file_name().expect("it is a file")), &text);
    }
    new
}

/// The same statement with another fourth word.
fn reworded(head: &str, text: &str) -> String {
    let mut words: Vec<&str> = text.split(' ').collect();
    words[3] = "changed";
    format!("{head}: {}", words.join(" "))
}
