//! Places that the program counts, beside those that a person counted in the five documents.

use counterpoint::quotation::check;

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
#[ignore = "needs the texts of the five documents"]
fn places_in_the_documents_agree_with_those_that_readers_wrote() {
    for (name, text) in documents::all() {
        let map = documents::map(name);
        let source = crate::plain(&text);
        let quotations = placed(&map);
        let words: Vec<&str> = quotations.iter().map(|quotation| quotation.words.as_str()).collect();
        let (mut agreed, mut asked) = (0, 0);
        let mut others = Vec::new();
        for (quotation, finding) in quotations.iter().zip(check(&source, &words)) {
            let places = finding.occurrences.iter().filter_map(|place| source.reader_place(place.range.start));
            let places: Vec<String> = places.collect();
            if quotation.place.contains("para") {
                asked += 1;
                // The same words may stand in an abstract too.
                if places.iter().any(|place| agrees(&quotation.place, place)) {
                    agreed += 1;
                } else {
                    let start: Vec<&str> = quotation.words.split(' ').take(6).collect();
                    others.push(format!("  [{}] {places:?} {}", quotation.place, start.join(" ")));
                }
            }
        }
        let others = others.join("\n");
        println!("{name}: {agreed} of {asked} places agree\n{others}");
        assert!(agreed * 100 >= asked * 98, "{name}: {agreed} of {asked} places agree\n{others}");
    }
}

/// A few words of each document and where a reader finds them.
const PICKED: [(&str, &str, &str); 14] = [
    ("hanatani-2017", "there is no development without peace", "para 1"),
    ("hanatani-2017", "in East Timor, Iraq and Haiti", "para 10"),
    ("tokyo-foundation-2015", "capacity building of other militaries", "About the project, para 1"),
    ("tokyo-foundation-2015", "most important foreign policy tool", "Foreword, para 1"),
    ("tokyo-foundation-2015", "security has multiple dimensions", "Proposal 1, para 2"),
    ("tokyo-foundation-2015", "such as airport runways", "Proposal 6, para 2"),
    ("yamashita-2014", "a potentially far wider range", "Changing Roles, para 3"),
    ("yamashita-2014", "a total of 31 instructors", "Diversifying, para 8"),
    ("yamashita-2014", "own peace and security by itself", "Evolving World, para 1"),
    ("sedgwick-2017", "go largely unnoticed by passers-by", "I, para 1"),
    ("sedgwick-2017", "a powerful story to tell", "I, para 2"),
    ("tase-tsuruga-2015", "even a college degree is unnecessary", "para 4"),
    ("tase-tsuruga-2015", "Military engagement is limited", "para 9"),
    ("tase-tsuruga-2015", "an interesting model to consider", "para 15"),
];

#[test]
#[ignore = "needs the texts of the five documents"]
fn a_few_words_of_the_documents_are_placed_as_a_reader_places_them() {
    for (name, text) in documents::all() {
        let source = crate::plain(&text);
        for (_, words, place) in PICKED.iter().filter(|(document, ..)| *document == name) {
            let finding = check(&source, &[words]).remove(0);
            let counted = source.reader_place(finding.occurrences[0].range.start);
            assert!(counted.as_ref().is_some_and(|counted| agrees(place, counted)), "{name}, {words}: {counted:?}");
        }
    }
}
