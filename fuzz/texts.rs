//! Hands whatever libFuzzer thinks of to the reader of texts and to the search for quotations in them.
//!
//! The files of an input are texts, by their endings plain, Markdown or HTML; every line of a file of a map is a quotation. Every
//! place lies inside of the text; what is called exact stands there, letter for letter, by a definition of our own; and what was
//! copied out of a plain text is found in it.

#![no_main]

use common::files;
use counterpoint::quotation::{Fidelity, Finding, Format, Text, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let files = files::files(input);
    let (maps, texts): (Vec<_>, Vec<_>) = files.into_iter().partition(|(path, _)| files::is_of_map(path));
    let lines: Vec<String> = maps.iter().map(|(_, map)| String::from_utf8_lossy(map).into_owned()).collect();
    let quotations: Vec<&str> = lines.iter().flat_map(|map| map.lines()).map(words).take(40).collect();
    for (path, bytes) in texts {
        let format = Format::of_name(&path);
        let Ok(text) = Text::read(bytes.clone(), format) else { continue };
        let found = check(&text, &quotations);
        assert_eq!(found.len(), quotations.len());
        for (quotation, finding) in quotations.iter().zip(&found) {
            assert_sound(quotation, finding, &text);
        }
        if format == Format::Plain {
            assert_copies_are_found(std::str::from_utf8(&bytes).expect("it was read"), &text);
        }
    }
});

/// The words of a line, without the clause that quotes them.
fn words(line: &str) -> &str {
    let words = line.trim_start().strip_prefix("quote").and_then(|rest| rest.split_once(": "));
    words.map_or(line, |(_, words)| words).trim()
}

fn assert_sound(quotation: &str, finding: &Finding, text: &Text) {
    let whole = text.source.text();
    for place in &finding.occurrences {
        // One word found decides nothing, however well it is found.
        let is_undecided = finding.fidelity == Fidelity::TooShort;
        assert!(
            is_undecided || place.fidelity >= finding.fidelity,
            "{quotation:?}: a place is better than the verdict: {finding:?}"
        );
        let passage = whole.get(place.range.clone());
        let passage = passage.unwrap_or_else(|| panic!("{quotation:?}: {place:?} is no place of the text"));
        assert_eq!(whole[..place.range.start].chars().count(), place.points.start, "{quotation:?}: {place:?}");
        if place.fidelity == Fidelity::Exact {
            assert!(says(passage, quotation), "{quotation:?} is called exact of {passage:?}");
        }
    }
    let verdict = finding.occurrences.first().map(|place| place.fidelity);
    let is_found = !matches!(finding.fidelity, Fidelity::Absent | Fidelity::TooShort);
    assert!(!is_found || verdict == Some(finding.fidelity), "{quotation:?}: found and nowhere: {finding:?}");
}

/// Whether a passage says all that is quoted, letter for letter; what stands in brackets is not quoted.
fn says(passage: &str, quotation: &str) -> bool {
    if passage.contains(quotation) {
        return true;
    }
    let mut rest = passage;
    let (mut depth, mut quoted) = (0_usize, String::new());
    let mut parts = Vec::new();
    for letter in quotation.chars() {
        match letter {
            '[' => {
                depth += 1;
                parts.push(std::mem::take(&mut quoted));
            }
            ']' if depth > 0 => depth -= 1,
            _ if depth == 0 => quoted.push(letter),
            _ => {}
        }
    }
    parts.push(quoted);
    parts.iter().all(|part| {
        let at = rest.find(part.trim());
        rest = at.map_or(rest, |at| &rest[at + part.trim().len()..]);
        at.is_some()
    })
}

/// Six words in a row, each of letters alone and with one space between two, are found where they were copied from.
fn assert_copies_are_found(file: &str, text: &Text) {
    let is_word = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let words: Vec<&str> = file.split(' ').collect();
    let copied: Vec<String> =
        words.windows(6).filter(|six| six.iter().all(|word| is_word(word))).take(4).map(|six| six.join(" ")).collect();
    let quotations: Vec<&str> = copied.iter().map(String::as_str).collect();
    for (quotation, finding) in quotations.iter().zip(check(text, &quotations)) {
        assert_eq!(finding.fidelity, Fidelity::Exact, "{quotation:?} was copied: {finding:?}");
    }
}
