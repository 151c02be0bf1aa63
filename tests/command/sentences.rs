//! Sentences of the everyday pages over three maps: few carry a name that only the map knows, and few are long.
//!
//! A page is printed so wide that no line is wrapped; a line is cut at its columns and at the ends of its sentences.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use crate::root;

/// Maps with what there is to ask about in each: two and three who speak, a question, an answer, a statement, a source.
const MAPS: [(&str, [&str; 3], [&str; 6]); 3] = [
    (
        "arguments",
        ["sedgwick", "hanatani", "yamashita"],
        [
            "main-contribution",
            "more-proactive",
            "engineering-worth.critical",
            "sedgwick-2017.troops-less-compelling",
            "hanatani-2017",
            "hanatani-2017.unique-contribution",
        ],
    ),
    (
        "tests/maps/debate",
        ["motion-side", "opposition-side", "ines"],
        [
            "lock-phones",
            "grades-effect",
            "who-decides.teacher",
            "first-for.ban-helps",
            "first-against",
            "first-against.families-call",
        ],
    ),
    (
        "tests/maps/review",
        ["adeyemi", "brandt", "karlsen"],
        [
            "cooling-size",
            "night-heat",
            "plant-first.paint-roofs",
            "adeyemi-2012.plant-now",
            "eklund-farah-2017",
            "brandt-2014.roofs-first",
        ],
    ),
];

/// Words from which on a piece of text counts as a sentence.
const SENTENCE: usize = 6;
/// Words that a sentence may have.
const LONG: usize = 25;
/// Shares of the sentences that may carry a name of the map, or be long, in hundredths.
const MOST: [usize; 2] = [5, 3];

/// The questions that people ask every day of a map.
fn questions([one, other, third]: [&str; 3], about: [&str; 6]) -> Vec<Vec<String>> {
    let [issue, second, position, statement, source, contested] = about;
    let mut all: Vec<Vec<&str>> = vec![
        vec!["table"],
        vec!["table", "--by", "source"],
        vec!["table", "--transpose"],
        vec!["compare", one, other],
        vec!["compare", one, other, third],
        vec!["compare", one, other, "--issue", issue],
        vec!["diff", one, other],
        vec!["agree"],
        vec!["divide"],
        vec!["stand"],
        vec!["stand", "--issue", issue],
        vec!["stand", "--issue", second],
        vec!["stand", "--why", contested],
        vec!["terms"],
        vec!["quotes"],
        vec!["list", "statements", "--unanswered"],
    ];
    let listed = ["authors", "sources", "issues", "terms", "sides", "statements"];
    all.extend(listed.map(|what| vec!["list", what]));
    all.extend(
        [issue, second, position, statement, source, contested, one, other, third].map(|name| vec!["show", name]),
    );
    all.into_iter().map(|words| words.into_iter().map(str::to_owned).collect()).collect()
}

fn run(map: &str, words: &[String]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_counterpoint"));
    command.current_dir(root()).args(words).args(["--map", map, "--width", "100000"]);
    let output = command.output().expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code().is_some_and(|code| code < 2), "{words:?} of {map}: {said}");
    String::from_utf8(output.stdout).expect("it prints text")
}

/// Whether a sentence ends with a word, where this one comes next.
fn ends(word: &str, next: &str) -> bool {
    let bare = word.trim_end_matches(['”', '’', ')', ']', '"', '~']);
    let begins = next.trim_start_matches(['“', '‘', '(', '[', '"']).chars().next();
    bare.ends_with(['.', '!', '?', ':']) && begins.is_some_and(|letter| letter.is_uppercase() || letter.is_numeric())
        || word.ends_with(['”', '’', ']']) && next.starts_with(['“', '‘'])
}

/// Sentences of six words and more in a page. Signs at the beginning of a line draw trees and lists.
fn sentences(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in page.lines() {
        let line = line.trim_start_matches(['│', '├', '└', '─', '•', ' ', '+', '-', '|']);
        for column in line.split("  ").flat_map(|part| part.split(['│', '┃'])) {
            for part in column.split(" – ").flat_map(|part| part.split("; ")) {
                let words: Vec<&str> = part.split_whitespace().collect();
                let mut sentence: Vec<&str> = Vec::new();
                for (at, word) in words.iter().enumerate() {
                    sentence.push(word);
                    if words.get(at + 1).is_none_or(|next| ends(word, next)) {
                        if sentence.len() >= SENTENCE {
                            found.push(sentence.join(" "));
                        }
                        sentence.clear();
                    }
                }
            }
        }
    }
    found
}

/// Names that only the map knows: those of statements, and others that no text would have, because of a hyphen or a number.
fn keys(map: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let list = |what: &str| run(map, &["list", what, "--format", "csv"].map(str::to_owned));
    for what in ["authors", "sources", "issues", "terms", "sides", "statements"] {
        for line in list(what).lines().skip(1) {
            let key = line.split(',').next().unwrap_or_default();
            keys.insert(key.to_owned());
            keys.extend(key.split_once('.').map(|(_, own)| own.to_owned()));
        }
    }
    let json = run(map, &["list", "issues", "--format", "json"].map(str::to_owned));
    let page: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    let rows = page.pointer("/records/rows").or_else(|| page.pointer("/blocks/1/rows"));
    for row in rows.and_then(serde_json::Value::as_array).into_iter().flatten() {
        let positions = row.get("positions").and_then(serde_json::Value::as_array);
        keys.extend(positions.into_iter().flatten().filter_map(|name| name.as_str()).map(str::to_owned));
    }
    let written: BTreeSet<String> = texts(map);
    keys.retain(|key| key.contains(['-', '.']) && !written.contains(&key.to_lowercase()));
    keys
}

/// Words that the texts of a map use: what people say is no key.
fn texts(map: &str) -> BTreeSet<String> {
    let folder = std::fs::read_dir(root().join(map)).expect("the map is there");
    let mut words = BTreeSet::new();
    for file in folder
        .map(|file| file.expect("it can be read").path())
        .filter(|it| it.extension().is_some_and(|it| it == "arg"))
    {
        let text = std::fs::read_to_string(file).expect("it can be read");
        let told = ["quote", "claim", "evidence", "counterpoint", "issue", "term", "position", "short", "author"];
        for line in text.lines() {
            let Some((head, text)) = line.split_once(": ") else { continue };
            if told.contains(&head.trim_start().split(' ').next().unwrap_or_default()) {
                words.extend(text.split_whitespace().map(bare).map(str::to_lowercase));
            }
        }
    }
    words
}

fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric()).trim_end_matches("'s")
}

#[test]
fn few_sentences_carry_a_key_and_few_are_long() {
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    let mut keyed: BTreeSet<String> = BTreeSet::new();
    for (map, names, about) in MAPS {
        let keys = keys(map);
        for words in questions(names, about) {
            for sentence in sentences(&run(map, &words)) {
                if sentence.split_whitespace().map(bare).any(|word| keys.contains(word)) {
                    keyed.insert(sentence.clone());
                }
                all.entry(sentence).or_insert_with(|| words.join(" "));
            }
        }
    }
    let long: BTreeSet<String> =
        all.keys().filter(|sentence| sentence.split_whitespace().count() > LONG).cloned().collect();
    let mut complaints = String::new();
    for (what, offenders, most) in [("carry a key", &keyed, MOST[0]), ("are long", &long, MOST[1])] {
        let told: String = offenders.iter().map(|sentence| format!("  {}: {sentence}\n", all[sentence])).collect();
        println!("{} of {} sentences {what}\n{told}", offenders.len(), all.len());
        if offenders.len() * 100 > all.len() * most {
            complaints += &format!("{} of {} sentences {what}, more than {most} %\n", offenders.len(), all.len());
        }
    }
    assert!(all.len() > 1000, "{} sentences", all.len());
    assert!(complaints.is_empty(), "{complaints}");
}

#[test]
fn a_question_takes_two_screens_at_most() {
    let issues = run("arguments", &["list", "issues", "--format", "csv"].map(str::to_owned));
    for issue in issues.lines().skip(1).filter_map(|line| line.split(',').next()) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_counterpoint"));
        let output =
            command.current_dir(root()).args(["show", issue, "--width", "80"]).output().expect("the program runs");
        let page = String::from_utf8(output.stdout).expect("it prints text");
        assert!(page.lines().count() <= 80, "{} lines of {issue}", page.lines().count());
    }
}
