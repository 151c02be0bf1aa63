//! The page of the toy stances, and of those of whom nothing can be said.

use super::*;
use crate::analysis::example::{map, whole};
use crate::page::TableOf;
use crate::study::Study;
use crate::view::wording::plain::plain;

/// Four authors on six scales.
fn toy() -> String {
    let mut text = String::from("author ames: Ames\nauthor brandt: Brandt\nauthor cole: Cole\nauthor diaz: Diaz\n");
    for issue in 1..=6 {
        text += &format!("\nissue i{issue}: Question {issue}?\n  answers: scale\n");
        text += "  position m2: A\n  position m1: B\n  position m0: C\n  position p1: D\n  position p2: E\n";
    }
    let stances = [
        ("ames", "p2 p1 m1 m0 p2 -"),
        ("brandt", "p1 p1 m2 m0 p1 m1"),
        ("cole", "m2 m1 p2 p1 - p2"),
        ("diaz", "p2 m0 m0 - p2 m2"),
    ];
    for (author, stances) in stances {
        text += &format!("\nsource {author}-2020: Book\n  by: {author}\n  date: 2020\n\nclaim c: C.\n");
        let spoken = stances.split(' ').zip(1..).filter(|(stance, _)| *stance != "-");
        spoken.for_each(|(stance, issue)| text += &format!("  holds i{issue}: {stance}\n"));
    }
    text
}

/// Sight of somebody who looks at the page of a map.
fn page<T>(text: &str, options: &AgreeOptions, see: impl FnOnce(&PageOf<'_>) -> T) -> T {
    let map = map(text);
    let selection = whole(&map);
    see(&agree(&Study::new(&map, &selection), options))
}

/// The flat table of that page.
fn records<T>(text: &str, see: impl FnOnce(&TableOf<'_>) -> T) -> T {
    page(text, &AgreeOptions::default(), |page| see(page.records.as_ref().expect("a program reads them")))
}

#[test]
fn the_toy_stances() {
    let shown = page(&toy(), &AgreeOptions { cluster: true, ..AgreeOptions::default() }, plain);
    let page: Vec<&str> = shown.lines().skip(2).take(21).collect();
    assert_eq!(
        page,
        [
            " | ames | diaz | brandt | cole",
            "ames |  | .875 (4) | .850 (5) | .375 (4)",
            "diaz | .875 (4) |  | .700 (5) | .313 (4)",
            "brandt | .850 (5) | .700 (5) |  | .350 (5)",
            "cole | .375 (4) | .313 (4) | .350 (5) | ",
            "# Pair by pair",
            "pair | figure | n | read in | same | opposite | without one | most by",
            "ames – diaz | .875 | 4 | 0 | 2 | 0 | .833 to .917 | i1 or 3 others",
            "ames – brandt | .850 | 5 | 0 | 4 | 0 | .813 to .875 | i2 or 1 other",
            "brandt – diaz | .700 | 5 | 0 | 3 | 0 | .688 to .750 | i3",
            "ames – cole | .375 | 4 | 0 | 0 | 3 | .250 to .500 | i1 or 1 other",
            "brandt – cole | .350 | 5 | 0 | 0 | 4 | .250 to .438 | i4",
            "cole – diaz | .313 | 4 | 0 | 0 | 2 | .167 to .417 | i2",
            "# Who joins whom",
            "- at .346",
            "  - at .775",
            "    - at .875",
            "      - ames",
            "      - diaz",
            "    - brandt",
            "  - cole",
        ]
    );
}

#[test]
fn records_have_every_figure_in_full() {
    records(&toy(), |records| {
        assert_eq!(records.data().count(), 6);
        let value = |key: &str| records.values(key)[4].clone();
        assert_eq!((value("a"), value("b")), ("brandt".into(), "diaz".into()));
        assert_eq!((value("gower"), value("n"), value("congruence")), (0.7.into(), 5.into(), 3.5.into()));
    });
}

#[test]
fn nobody_is_held_against_nobody() {
    for text in
        ["", "author a: A\n\nissue i: Q?\n\nsource s: S\n  by: a\n  date: 2020\n\nclaim c: C.\n  holds i: yes\n"]
    {
        let shown = page(text, &AgreeOptions { cluster: true, ..AgreeOptions::default() }, plain);
        assert!(shown.contains("Fewer than two take a stand here"), "{shown}");
    }
}

#[test]
fn without_an_issue_on_which_both_stand_a_figure_is_undefined() {
    let text = "author a: A\nauthor b: B\n\nissue i: Q?\n\nissue j: Q?\n\n\
                source s: S\n  by: a\n  date: 2020\n\nclaim c: C.\n  holds i: yes\n\n\
                source t: T\n  by: b\n  date: 2020\n\nclaim d: D.\n  holds j: no\n";
    let shown = page(text, &AgreeOptions { cluster: true, ..AgreeOptions::default() }, plain);
    assert!(shown.contains("a – b | – | 0 | 0 | 0 | 0 | – | "), "{shown}");
    assert!(shown.contains("- a\n- b\n"), "{shown}");
}

/// A map of this many authors in a row: each a step further along a scale than the one before.
fn in_a_row(number: usize) -> String {
    let mut text = String::from("issue far: How far?\n  answers: scale\n");
    (0..number).for_each(|at| text += &format!("  position p{at}: {at}\n"));
    for at in 0..number {
        text += &format!(
            "\nauthor a{at}: A\n\nsource s{at}: S\n  by: a{at}\n  date: 2020\n\nclaim c: C.\n  holds far: p{at}\n"
        );
    }
    text
}

#[test]
fn of_forty_five_pairs_all_are_listed_and_of_more_those_at_either_end() {
    let shown = page(&in_a_row(10), &AgreeOptions::default(), plain);
    assert!(shown.contains("# Pair by pair\n") && !shown.contains("Not listed"), "{shown}");
    assert_eq!(shown.lines().filter(|line| line.contains(" – a")).count(), 45, "{shown}");

    let silent = "\nissue other: Else?\n\nauthor z: Z\n\nsource t: T\n  by: z\n  date: 2020\n\nclaim d: D.\n  holds other: yes\n";
    let eleven = in_a_row(11) + silent;
    let shown = page(&eleven, &AgreeOptions::default(), plain);
    let pairs = |from: &str, to: &str| {
        let below = shown.split(from).nth(1).and_then(|rest| rest.split(to).next()).expect("a list");
        let rows = below.lines().filter(|line| line.contains(" – a"));
        rows.map(|row| row.split(" | ").take(2).collect::<Vec<_>>().join(" ")).collect::<Vec<String>>()
    };
    let (near, far) = (pairs("# The nearest", "# The farthest"), pairs("# The farthest", "(Not listed"));
    assert_eq!((near.len(), far.len()), (15, 15));
    assert_eq!(
        (near[0].as_str(), near[9].as_str(), near[10].as_str()),
        ("a0 – a1 .900", "a9 – a10 .900", "a0 – a2 .800")
    );
    assert_eq!((far[0].as_str(), far[1].as_str()), ("a0 – a10 0", "a1 – a10 .100"));
    let rest =
        "(Not listed: 25 pairs between these, and 11 for which the figure is undefined. --format csv has them all.)";
    assert!(shown.contains(rest), "{shown}");
    assert_eq!(records(&eleven, |records| records.data().count()), 66);
}

#[test]
fn how_much_of_a_figure_was_read_into_the_texts_stands_beside_it() {
    let inferred = toy().replacen("holds i2: p1", "holds i2 (inferred): p1", 1).replacen(
        "holds i3: m2",
        "holds i3 (inferred): m2",
        1,
    );
    let shown = page(&inferred, &AgreeOptions::default(), plain);
    let read_in = |pair: &str| {
        let row = shown.lines().find(|line| line.starts_with(pair)).expect("the pair is listed");
        row.split(" | ").skip(2).take(2).map(str::to_owned).collect::<Vec<_>>()
    };
    // Ames on the second issue is read in, and Brandt on the third: with each other that makes two.
    assert_eq!(read_in("ames – brandt"), ["5", "2"]);
    assert_eq!(read_in("ames – cole"), ["4", "1"]);
    assert_eq!(read_in("brandt – cole"), ["5", "1"]);
    assert_eq!(read_in("cole – diaz"), ["4", "0"]);
    assert!(shown.contains("Read in: how many of n rest"), "{shown}");
    assert_eq!(records(&inferred, |records| records.values("inferred")[0].clone()), 2);
}

#[test]
fn people_read_names_and_counts_and_those_who_share_few_questions_last() {
    let options = AgreeOptions { least: 5, consumer: crate::page::Consumer::Person, ..AgreeOptions::default() };
    let shown = page(&toy(), &options, plain);
    let rows: Vec<&str> = shown.lines().skip(1).take(7).collect();
    assert_eq!(
        rows,
        [
            "pair | same side | of shared questions | by readings~",
            "Ames – Brandt | 4 | of 5 | 0",
            "Brandt – Diaz | 3 | of 5 | 0",
            "Brandt – Cole | 0 | of 5 | 0",
            "Ames – Diaz | 2 | of 4 | 0",
            "Ames – Cole | 0 | of 4 | 0",
            "Cole – Diaz | 0 | of 4 | 0",
        ]
    );
    assert!(shown.contains("3 pairs share fewer than 5 questions and stand last (--min)."), "{shown}");
    assert!(!shown.contains("Gower") && !shown.contains("never differ"), "{shown}");
}

#[test]
fn whoever_takes_no_plain_side_is_named_beside_the_counts() {
    let text = "author ann: Ann Archer\nauthor bob: Bob Baker\nissue act: Should we act?\n  short: acting\n\nsource a: A\n  by: ann\n  date: 2020\n\n\
                claim c: C.\n  holds act: yes if it rains\n\nsource b: B\n  by: bob\n  date: 2020\n\nclaim d: D.\n  raises act: how\n";
    let options = AgreeOptions { least: 3, consumer: crate::page::Consumer::Person, ..AgreeOptions::default() };
    let shown = page(text, &options, plain);
    assert!(shown.contains("No two here take a side on the same question."), "{shown}");
    assert!(shown.contains("* Only on a condition: Archer on acting\n"), "{shown}");
    assert!(shown.contains("* Only asked: Baker on acting\n"), "{shown}");
}
