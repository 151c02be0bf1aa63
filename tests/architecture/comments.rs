//! Comments say something: more than the name of what they are about, and the thing itself and no question. Nobody is a he.

use std::fs;
use std::path::Path;

use super::source::{Source, all_source, files_below};

/// So many words only repeat a name, or still a lint.
const TOO_FEW: usize = 3;

/// Each doc comment of a file: the line at which it begins, and its words.
fn doc_comments(file: &Source) -> Vec<(usize, Vec<&str>)> {
    let mut comments: Vec<(usize, Vec<&str>)> = Vec::new();
    let mut goes_on = false;
    for (number, line) in (1..).zip(file.text.lines()) {
        let doc = line.trim_start().strip_prefix("///");
        match (doc, comments.last_mut()) {
            (Some(doc), Some((_, words))) if goes_on => words.extend(doc.split_whitespace()),
            (Some(doc), _) => comments.push((number, doc.split_whitespace().collect())),
            (None, _) => {}
        }
        goes_on = doc.is_some();
    }
    comments
}

/// Whether a comment only shows what is typed or printed: for a sign or a form of the language that says more than words would.
fn is_specimen(words: &[&str]) -> bool {
    let text = words.join(" ");
    text.split('`').step_by(2).all(|between| matches!(between.trim(), "" | "," | "or" | "."))
}

#[test]
fn doc_comments_say_more_than_a_name() {
    let mut wrong = Vec::new();
    // The doc comments of commands are the help of their options: `Which figure` is what a person at a terminal wants to read.
    for file in all_source().iter().filter(|file| file.room() != "command") {
        let short = doc_comments(file).into_iter().filter(|(_, words)| words.len() <= TOO_FEW && !is_specimen(words));
        wrong.extend(short.map(|(line, words)| format!("{}:{line}: `{}`", file.path, words.join(" "))));
    }
    let advice = "say what it is, of which unit or order, or when there is none; or make the item private";
    assert!(wrong.is_empty(), "{}\n{advice}", wrong.join("\n"));
}

/// Openings that ask a question where a comment could name the thing.
const QUESTIONS: &[&str] = &["What ", "Who ", "How much "];

/// The marks of comments, the longer ones first.
const MARKS: &[&str] = &["//!", "///", "//"];

/// The lines with which a comment or a paragraph of one begins: the number of each, and its text.
fn openings(file: &Source) -> Vec<(usize, &str)> {
    let mut openings = Vec::new();
    let mut above = None;
    for (number, line) in (1..).zip(file.text.lines().map(str::trim_start)) {
        let mark = MARKS.iter().find(|mark| line.starts_with(**mark)).copied();
        let text = mark.map_or("", |mark| line[mark.len()..].trim());
        if mark != above && !text.is_empty() {
            openings.push((number, text));
        }
        above = mark.filter(|_| !text.is_empty());
    }
    openings
}

#[test]
fn comments_name_a_thing_and_ask_no_question() {
    let mut files = all_source();
    files.extend(["tests", "benches"].into_iter().flat_map(files_below));
    let mut wrong = Vec::new();
    // In `command` they are the help of options: `What to list` is a label there.
    for file in files.iter().filter(|file| file.room() != "command") {
        let asking = openings(file).into_iter().filter(|(_, text)| QUESTIONS.iter().any(|word| text.starts_with(word)));
        wrong.extend(asking.map(|(number, text)| format!("{}:{number}: {text}", file.path)));
    }
    assert!(wrong.is_empty(), "{}\nbegin with a noun of the field: `Status of …`, `Name of …`", wrong.join("\n"));
}

/// The lists of English words, by which changed words of a quotation are judged.
const WORD_LISTS: &str = "src/quotation/judge/vocabulary.rs";

#[test]
fn nobody_is_a_he() {
    let is_he = |word: &str| ["he", "him", "his", "himself"].contains(&word);
    // A letter that a quotation changed stands in brackets, as in `[T]he`.
    let says_he =
        |line: &str| !line.contains("[t]he") && line.split(|letter: char| !letter.is_alphanumeric()).any(is_he);
    let source = all_source().into_iter().filter(|file| file.path != WORD_LISTS).map(|file| (file.path, file.text));
    let mut wrong = Vec::new();
    for (path, text) in source.chain(pages()) {
        let lines = (1..).zip(text.lines()).filter(|(_, line)| says_he(&line.to_lowercase()));
        wrong.extend(lines.map(|(number, line)| format!("{path}:{number}: {}", line.trim())));
    }
    assert!(wrong.is_empty(), "{}\nname who it is, or write `they`", wrong.join("\n"));
}

/// The pages that people read, each with its path: the manual, the decisions, the sessions that are tests, and those at the root.
fn pages() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let listed = ["", "docs", "docs/decisions", "grammar", "tests/command"].into_iter().flat_map(|folder| {
        let entries = fs::read_dir(root.join(folder)).expect("a folder of pages");
        entries.map(move |entry| format!("{folder}/{}", entry.expect("listed").file_name().to_string_lossy()))
    });
    let mut paths: Vec<String> =
        listed.filter(|path| Path::new(path).extension().is_some_and(|it| it == "md")).collect();
    paths.sort();
    let read = |path: String| {
        let path = path.trim_start_matches('/').to_owned();
        let text = fs::read_to_string(root.join(&path)).expect("a page is text");
        (path, text)
    };
    paths.into_iter().map(read).collect()
}
