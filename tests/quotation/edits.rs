//! Known edits are found again, what is not there is called absent, and what changes the sense is critical.

use counterpoint::quotation::{Fidelity, Finding, Severity, check};

use crate::draw::Dice;
use crate::made;

fn findings(text: &str, quotations: &[String]) -> Vec<Finding> {
    let source = crate::plain(text);
    check(&source, &quotations.iter().map(String::as_str).collect::<Vec<_>>())
}

/// A quotation with letters changed, left out and added until it is a fifth away.
fn edited(quotation: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = quotation.chars().collect();
    let edits = quotation.chars().filter(|c| c.is_alphanumeric()).count() / 5;
    for _ in 0..edits {
        let at = dice.below(letters.len());
        let letter = char::from(b'a' + dice.below(26) as u8);
        match dice.below(3) {
            0 => letters[at] = letter,
            1 => _ = letters.remove(at),
            _ => letters.insert(at, letter),
        }
    }
    letters.into_iter().collect()
}

#[test]
fn a_fifth_away_is_found_and_another_text_is_not() {
    let sentences = made::sentences(300, 21);
    let text = sentences.join(" ");
    let mut dice = Dice::new(5);
    let near: Vec<String> = sentences.iter().take(200).map(|sentence| edited(sentence, &mut dice)).collect();
    let found = findings(&text, &near).iter().filter(|finding| finding.fidelity == Fidelity::Edited).count();
    assert!(found * 100 >= near.len() * 91, "{found} of {} edited quotations found", near.len());
    let other = made::sentences(200, 99);
    let called_absent = findings(&text, &other).iter().filter(|finding| finding.fidelity == Fidelity::Absent).count();
    assert!(called_absent * 1000 >= other.len() * 995, "{called_absent} of {} absent ones", other.len());
}

/// Eight to twelve words of a sentence, of which one is another, left out or added.
fn with_a_word_changed(sentence: &str, dice: &mut Dice) -> String {
    let mut words: Vec<&str> = sentence.split(' ').collect();
    let length = (8 + dice.below(5)).min(words.len());
    let start = dice.below(words.len() - length + 1);
    words = words[start..start + length].to_vec();
    let at = dice.below(words.len());
    match dice.below(3) {
        0 => words[at] = "otherwise",
        1 => _ = words.remove(at),
        _ => words.insert(at, "otherwise"),
    }
    words.join(" ")
}

#[test]
fn one_changed_word_is_found_in_a_text_too_long_to_look_everywhere() {
    let sentences = made::sentences(13_000, 41);
    let text = sentences.join(" ");
    assert!(text.chars().filter(|c| c.is_alphanumeric()).count() > 1 << 20);
    let mut dice = Dice::new(9);
    let original: Vec<&String> = sentences.iter().step_by(40).collect();
    let changed: Vec<String> = original.iter().map(|sentence| with_a_word_changed(sentence, &mut dice)).collect();
    let findings = findings(&text, &changed);
    let missed = changed.iter().zip(&findings).filter(|(_, finding)| finding.fidelity == Fidelity::Absent);
    let missed: Vec<&String> = missed.map(|(quotation, _)| quotation).collect();
    assert!(missed.is_empty(), "{} of {} called absent: {missed:#?}", missed.len(), changed.len());
    for (sentence, finding) in original.iter().zip(&findings) {
        let place = text.find(sentence.as_str()).expect("the sentence is in the text");
        // Where the first or last word is the changed one, a word of the sentence beside it may stand for it.
        let is_there = |range: &std::ops::Range<usize>| {
            let inside = range.end.min(place + sentence.len()).saturating_sub(range.start.max(place));
            2 * inside > range.len()
        };
        assert!(finding.occurrences.iter().any(|occurrence| is_there(&occurrence.range)), "{sentence}\n{finding:#?}");
    }
}

/// Two hundred and more sentences, each with `original`, and the same with `changed` in its place.
fn all_critical(name: &str, pairs: &[(&str, &str)]) {
    let sentences = made::sentences(240, 31);
    let mut dice = Dice::new(6);
    let mut original = Vec::new();
    let mut changed = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        let (from, to) = pairs[number % pairs.len()];
        let spaces: Vec<usize> = sentence.match_indices(' ').map(|(at, _)| at).collect();
        // Not at either end: what is left out there is not quoted.
        let at = spaces[1 + dice.below(spaces.len() - 2)];
        let with = |word: &str| {
            let word = if word.is_empty() { String::new() } else { format!(" {word}") };
            format!("{}{word}{}", &sentence[..at], &sentence[at..])
        };
        original.push(with(from));
        changed.push(with(to));
    }
    for (quotation, finding) in changed.iter().zip(findings(&original.join(" "), &changed)) {
        let refused = finding.fidelity == Fidelity::Absent
            || (finding.fidelity >= Fidelity::Edited && finding.severity == Some(Severity::Critical));
        assert!(refused && crate::is_denied(&finding), "{name}: {quotation}\n{finding:?}");
    }
}

#[test]
fn a_changed_sense_is_critical() {
    all_critical(
        "inserted negation",
        &[("", "not"), ("", "never"), ("may", "may not"), ("", "no"), ("does", "doesn't")],
    );
    all_critical("dropped negation", &[("not", ""), ("never", ""), ("cannot", "can"), ("without", "with")]);
    all_critical(
        "number",
        &[
            ("1.5", "15"),
            ("20", "30"),
            ("1,500", "1,600"),
            ("three", "four"),
            ("-5", "5"),
            ("2011", "2012"),
            ("10%", "10"),
        ],
    );
    all_critical("name", &[("Japan", "China"), ("Ms Abe", "Ms Ito"), ("the UN", "the EU"), ("Juba", "Jena")]);
    all_critical(
        "unit",
        &[("20 km", "20 miles"), ("five days", "five weeks"), ("$20", "€20"), ("3 percent", "3 points")],
    );
    all_critical("modal verb", &[("may", "must"), ("should", "will"), ("can", "could"), ("must", "")]);
    all_critical("quantifier", &[("all", "some"), ("most", "many"), ("few", "a few more")]);
}

#[test]
fn letters_alone_are_not_enough() {
    let text = "They asked the therapist and nobody else in town. Prices rose by 1.5 per cent in all. \
        A drop of -5 degrees was seen by everyone there.";
    let quotations = [
        "Prices rose by 15 per cent in all",
        "A drop of 5 degrees was seen by everyone",
        "5 per cent in all. A drop of -5 degrees",
    ];
    let found = findings(text, &quotations.map(str::to_owned));
    let verdicts: Vec<Fidelity> = found.iter().map(|finding| finding.fidelity).collect();
    assert_eq!(verdicts, [Fidelity::Edited; 3]);
    assert!(found.iter().all(crate::is_denied));
}

#[test]
fn declared_gaps_are_measured() {
    let text = "The council met in spring. It did not agree on a plan for the harbour. \
        In summer the council agreed on another plan for the whole of the coast.";
    let quotations = [
        "The council met in spring. [...] In summer the council agreed",
        "It did … agree on a plan for the harbour",
        "[T]he council agreed on another plan",
        "The council met in [the] spring [sic]",
        "the council agreed on [a new] plan for the whole",
        "In summer the council agreed [...] The council met in spring",
    ];
    let found = findings(text, &quotations.map(str::to_owned));
    let verdicts: Vec<Fidelity> = found.iter().map(|finding| finding.fidelity).collect();
    assert_eq!(
        verdicts[..5],
        [Fidelity::Gapped, Fidelity::Gapped, Fidelity::Format, Fidelity::Gapped, Fidelity::Gapped]
    );
    assert_ne!(verdicts[5], Fidelity::Gapped);
    let gap = &found[0].occurrences[0].gaps[0];
    assert_eq!((gap.words, gap.negation), (10, true));
    assert!(crate::is_denied(&found[0]) && crate::is_denied(&found[1]) && !crate::is_denied(&found[4]));
    assert_eq!(found[4].occurrences[0].gaps[0].inserted.as_deref(), Some("a new"));
}
