//! Comments say something: more than the name of what they are about, and of people without he or she.

use super::source::{Source, all_source};

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

#[test]
fn nobody_is_a_he() {
    let mut wrong = Vec::new();
    for file in all_source() {
        let lines = (1..).zip(file.text.lines());
        for (number, comment) in lines.filter_map(|(number, line)| Some((number, line.split_once("//")?.1))) {
            let mut words = comment.split(|letter: char| !letter.is_alphanumeric());
            if words.any(|word| ["he", "him", "his", "himself"].contains(&word)) {
                wrong.push(format!("{}:{number}:{comment}", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\nname who it is, or write `they`", wrong.join("\n"));
}
