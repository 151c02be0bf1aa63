//! Answers of each kind of cell, as text.

use crate::analysis::comparison::coding::*;
use crate::analysis::example::{scene, whole as all};
use crate::analysis::table::column::{By, Columns};

/// Similarity of Ann's and Bob's claims, over the issues on which both answer; and the count of what does not enter.
fn similarity(ann: &str, bob: &str, coding: Coding) -> (Option<f64>, Census) {
    let claims = |clauses: &str| -> String {
        let claim = |(index, clause): (usize, &str)| format!("claim c{index}: Claim {index}.\n  {clause}\n\n");
        clauses.split(';').map(str::trim).filter(|clause| !clause.is_empty()).enumerate().map(claim).collect()
    };
    let map = scene(&format!("@ann-2015\n\n{}@bob-2015\n\n{}", claims(ann), claims(bob)));
    let positions = Positions::new(&map, &all(&map), Columns::new(&map, By::Author, false));
    let (matrix, census) = whole(&map, &positions, &[0, 1], coding);
    (matrix.from(0)[0].similarity(), census)
}

#[test]
fn each_cell_is_one_answer_or_none() {
    let rows = [
        ("holds act: yes", "rejects act: no", Some(1.0)),
        ("holds act: yes", "rejects act: yes", Some(0.0)),
        ("holds act: yes", "rejects act (alone): yes", None),
        ("holds act: yes", "raises act: somebody asks", None),
        ("holds act: yes", "", None),
        ("holds act: yes", "holds act: yes; rejects act: yes", None),
        ("holds choice: roads", "holds choice: police", Some(0.0)),
        ("holds choice: roads", "rejects choice: roads", Some(0.0)),
        ("rejects choice: roads", "rejects choice: roads", Some(1.0)),
        ("holds choice: roads", "rejects choice: police", None),
        ("holds choice: roads", "prefers choice: roads over police", None),
        ("holds worth: nothing", "holds worth: little", Some(0.5)),
        ("holds worth: nothing", "rejects worth: nothing", Some(0.5)),
        ("holds worth: nothing", "holds worth: nothing, little", Some(0.75)),
        ("holds worth: little", "holds worth: nothing, little; holds worth: little", Some(1.0)),
        ("holds worth: nothing", "rejects worth: nothing, little, much", None),
        ("holds open: roads; holds open: police", "holds open: roads; rejects open: police", Some(0.5)),
        ("holds open: roads", "holds open: police", None),
        ("holds act: yes; holds choice: roads", "holds act: yes; holds choice: police", Some(0.5)),
        ("holds act (strongly): yes", "holds act (tentatively): yes", Some(1.0)),
    ];
    for (ann, bob, expected) in rows {
        assert_eq!(similarity(ann, bob, Coding::default()).0, expected, "{ann} – {bob}");
        assert_eq!(similarity(bob, ann, Coding::default()).0, expected, "{bob} – {ann}");
    }
}

#[test]
fn who_speaks_both_ways_stands_in_the_middle_only_if_that_is_asked_for() {
    let both = "holds act: yes; rejects act: yes";
    assert_eq!(similarity("holds act: yes", both, Coding { middle: true, ..Coding::default() }).0, Some(0.5));
    assert_eq!(similarity("holds act: yes", both, Coding::default()).1.ambivalent, 1);
}

#[test]
fn what_is_said_on_a_condition_can_be_omitted() {
    let bob = "holds act: yes if it is cheap; holds open: roads if it is dry; holds open: police";
    let (figure, census) = similarity("holds act: yes; holds open: police", bob, Coding::default());
    // Where positions exclude each other, who speaks on a condition alone takes no side.
    assert_eq!((figure, census.conditional, census.depending), (Some(1.0), 1, 1));
    let unconditional = Coding { unconditional: true, ..Coding::default() };
    let (figure, census) = similarity("holds act: yes; holds open: roads", bob, unconditional);
    assert_eq!((figure, census.conditional, census.depending), (None, 1, 1));
}

#[test]
fn an_exception_is_no_stand() {
    let ann = "holds act: no; holds act (tentatively): yes if it is cheap";
    assert_eq!(similarity(ann, "holds act: yes", Coding::default()).0, Some(0.0));
    assert_eq!(similarity(ann, "holds act: no", Coding::default()).0, Some(1.0));
    assert_eq!(similarity(ann, "holds act: yes if it is cheap", Coding::default()).0, None);
    let depends = "holds act: yes if it is cheap; holds act: no if it is dear";
    let (figure, census) = similarity(depends, "holds act: no", Coding::default());
    assert_eq!((figure, census.depending, census.ambivalent), (None, 1, 0));
}

#[test]
fn what_does_not_enter_is_counted() {
    let ann = "raises act: somebody asks; rejects worth: little; prefers choice: roads over police; holds open (inferred): roads";
    let census = similarity(ann, "", Coding::default()).1;
    let expected = Census { sideless: 2, placeless: 1, inferred: 1, ..Census::default() };
    assert_eq!(census, expected);
}
