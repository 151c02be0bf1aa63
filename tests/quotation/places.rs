//! Places that the program counts, beside those that a person counted in the five documents.

use counterpoint::quotation::{Outline, SourceText, check};

use crate::documents;

/// A quotation of a map and the place that its author wrote with it.
struct Placed {
    place: String,
    words: String,
}

/// The quotations of a map of arguments that have a place; those that go on over lines are whole.
fn placed(map: &str) -> Vec<Placed> {
    let mut found: Vec<Placed> = Vec::new();
    let mut open = false;
    for line in map.lines() {
        if let Some((place, words)) = line.strip_prefix("  quote [").and_then(|rest| rest.split_once("]: ")) {
            found.push(Placed { place: place.to_owned(), words: words.trim().to_owned() });
            open = true;
        } else if open && line.starts_with("    ") {
            let last = found.last_mut().expect("a quotation is open");
            last.words = format!("{} {}", last.words, line.trim());
        } else {
            open = false;
        }
    }
    found
}

/// Whether a counted place is the written one: the same paragraph, and a section that the written one names,
/// whole or by some of its words.
fn agrees(written: &str, counted: &str) -> bool {
    let split = |place: &str| match place.rsplit_once(", ") {
        Some((section, paragraph)) => (section.to_lowercase(), paragraph.to_owned()),
        None => (String::new(), place.to_owned()),
    };
    let ((named, paragraph), (section, counted)) = (split(written), split(counted));
    paragraph == counted && (section == named || (!named.is_empty() && section.contains(&named)))
}

#[test]
fn places_agree_with_those_that_readers_wrote() {
    for (name, text) in documents::present() {
        let Some(map) = documents::map(name) else { continue };
        let source = SourceText::plain(&text).expect("the text is small");
        let outline = Outline::new(&source);
        let quotations = placed(&map);
        let words: Vec<&str> = quotations.iter().map(|quotation| quotation.words.as_str()).collect();
        let (mut agreed, mut asked) = (0, 0);
        let mut others = Vec::new();
        for (quotation, finding) in quotations.iter().zip(check(&source, &words)) {
            let places = finding.occurrences.iter().filter_map(|place| outline.place(place.range.start));
            let places: Vec<String> = places.map(ToString::to_string).collect();
            if quotation.place.contains("para") {
                asked += 1;
                if places.first().is_some_and(|place| agrees(&quotation.place, place)) {
                    agreed += 1;
                } else {
                    let start: Vec<&str> = quotation.words.split(' ').take(6).collect();
                    others.push(format!("  [{}] {places:?} {}", quotation.place, start.join(" ")));
                }
            }
        }
        println!("{name}: {agreed} of {asked} places agree\n{}", others.join("\n"));
    }
}
