//! Every row of the table of cells, each with a map so small that a reader sees that the cell is right.

use crate::analysis::example::{map, scene};
use crate::analysis::table::column::{By, Columns};
use crate::analysis::table::positions::*;
use crate::model::select::Filter;

/// Stance of Ann's column on an issue: the issue's cell, then each position that she speaks of, then the counts.
fn anns(map: &Map, issue: &str, filter: Filter) -> String {
    let selection = Selection::new(map, filter);
    let columns = Columns::new(map, By::Author, selection.filter.voices);
    let positions = Positions::new(map, &selection, columns);
    let issue = map.issues.ids().find(|&id| map.word(map.issues[id].name) == issue).expect("it is in the scene");
    let stand = positions.stance(issue, 0);
    let mut shown = format!("{:?}", stand.issue.orientation);
    for cell in stand.positions {
        let alone = if cell.alone { " alone" } else { "" };
        let except = match cell.exception {
            Some(Bearing::Holds) => " except for",
            Some(_) => " except against",
            None => "",
        };
        shown += &format!(" | {} {:?}{alone}{except}", map.position_name(cell.position), cell.orientation);
    }
    shown
}

fn cell(statements: &str, issue: &str) -> String {
    anns(&scene(statements), issue, Filter::default())
}

#[test]
fn what_has_no_author_sees_both_sides_and_gives_nothing_up() {
    let said = |clauses: &str| {
        let (head, claims) = ("issue act: Act?\n\nsource s: S\n  date: 2015\n\n", clauses.split(';'));
        let claims: String = (0..).zip(claims).map(|(at, it)| format!("claim c{at}: C.\n  {it}\n\n")).collect();
        anns(&map(&format!("{head}{claims}")), "act", Filter::default())
    };
    assert_eq!(said("weighs act: yes"), "Ambivalent");
    assert_eq!(said("holds act: yes;rejects act: yes"), "Ambivalent | yes Ambivalent | no Ambivalent");
    assert_eq!(said("holds act: yes"), "For | yes For | no Against");
}

#[test]
fn a_cell_is_what_its_statements_say() {
    let claims = |clauses: &[&str]| -> String {
        let claim = |(index, clause): (usize, &&str)| format!("claim c{index}: Claim {index}.\n  {clause}\n\n");
        format!("@ann-2015\n\n{}", clauses.iter().enumerate().map(claim).collect::<String>())
    };
    let rows: &[(&[&str], &str, &str)] = &[
        (&[], "choice", "Silent"),
        (&["holds choice: roads"], "choice", "For | roads For"),
        (&["rejects choice: roads"], "choice", "Against | roads Against"),
        (&["rejects choice (alone): roads"], "choice", "Against | roads Against alone"),
        (&["holds choice: roads if there is peace"], "choice", "Conditional | roads Conditional"),
        (&["holds choice: roads if there is peace", "holds choice: roads"], "choice", "For | roads For"),
        (&["rejects choice: roads if there is war"], "choice", "Conditional | roads Conditional"),
        (&["holds choice: roads", "rejects choice: police"], "choice", "For | roads For | police Against"),
        (&["holds choice: roads", "rejects choice: roads"], "choice", "Ambivalent | roads Ambivalent"),
        (&["holds choice: roads", "rejects choice (alone): roads"], "choice", "For | roads For alone"),
        (&["holds choice: roads", "holds choice: police"], "choice", "Ambivalent | roads For | police For"),
        (&["holds open: roads", "holds open: police"], "open", "For | roads For | police For"),
        (&["holds choice: roads", "weighs choice: it has two sides"], "choice", "Ambivalent | roads For"),
        (&["weighs choice: it has two sides"], "choice", "Ambivalent"),
        (&["prefers choice: roads over police"], "choice", "Preferred | roads Preferred | police Second"),
        (&["prefers choice: roads over police", "holds choice: roads"], "choice", "For | roads For | police Second"),
        (
            &["prefers choice: roads over police", "rejects choice: police"],
            "choice",
            "Against | roads Preferred | police Against",
        ),
        (&["raises choice: somebody asks it"], "choice", "Raises"),
        (&["raises choice: somebody asks it", "holds choice: roads"], "choice", "For | roads For"),
        (&["holds act: yes"], "act", "For | yes For | no Against"),
        (&["rejects act: yes"], "act", "Against | yes Against | no For"),
        (&["rejects act: no"], "act", "For | yes For | no Against"),
        (&["rejects act (alone): yes"], "act", "Against | yes Against alone"),
        (&["holds act: yes", "rejects act: yes"], "act", "Ambivalent | yes Ambivalent | no Ambivalent"),
        (&["holds act: yes", "rejects act: no"], "act", "For | yes For | no Against"),
        (&["holds act: no if it is dear"], "act", "Conditional | yes Conditional | no Conditional"),
        // The unconditional stance is the base, however firm it is; what excludes it on a condition is an exception.
        (
            &["holds act: no", "holds act: yes if it is dear"],
            "act",
            "Against | yes Against except for | no For except against",
        ),
        (
            &["holds act: yes if it is dear", "holds act (tentatively): no"],
            "act",
            "Against | yes Against except for | no For except against",
        ),
        (
            &["holds choice: roads", "holds choice: police if there is war"],
            "choice",
            "For | roads For | police Conditional except for",
        ),
        (&["holds choice: roads", "rejects choice: roads if there is war"], "choice", "For | roads For except against"),
        (
            &["rejects choice: roads", "holds choice: police if there is war"],
            "choice",
            "Against | roads Against | police Conditional except for",
        ),
        // No base: no side; where conditions pull apart, it depends.
        (
            &["holds act: yes if it is cheap", "holds act: no if it is dear"],
            "act",
            "Conditional | yes Conditional | no Conditional",
        ),
        (
            &["holds act: yes if it is dear", "holds act: no if It is dear"],
            "act",
            "Ambivalent | yes Ambivalent | no Ambivalent",
        ),
        // Of what can be held together nothing is an exception.
        (&["holds open: roads", "holds open: police if it is dry"], "open", "For | roads For | police Conditional"),
    ];
    for (clauses, issue, expected) in rows {
        assert_eq!(cell(&claims(clauses), issue), *expected, "{clauses:?}");
    }
}

#[test]
fn opposites_at_different_times_are_a_change() {
    let early = "@ann-2015\n\nclaim early: Roads.\n  holds choice: roads\n\n";
    let late = "@ann-2017\n\nclaim late: No roads.\n  rejects choice: roads\n\n";
    assert_eq!(cell(&format!("{early}{late}"), "choice"), "Changed | roads Changed");
    let other = "@ann-2017\n\nclaim late: Police.\n  holds choice: police\n\n";
    assert_eq!(cell(&format!("{early}{other}"), "choice"), "Changed | roads For | police For");
    let both =
        "@ann-2017\n\nclaim late: Roads.\n  holds choice: roads\n\nclaim later: No roads.\n  rejects choice: roads\n\n";
    assert_eq!(cell(&format!("{early}{both}"), "choice"), "Ambivalent | roads Ambivalent");
}

#[test]
fn another_voice_is_not_the_authors() {
    let said = |voice: &str| format!("@ann-2015\n\nclaim said: Roads.\n  holds choice: roads\n  voice{voice}\n\n");
    assert_eq!(cell(&said(": bob"), "choice"), "Silent");
    assert_eq!(cell(&said(": unnamed"), "choice"), "Silent");
    assert_eq!(cell(&said(" (disputed): bob"), "choice"), "Silent");
    assert_eq!(cell(&said(" (endorsed): bob"), "choice"), "For | roads For");
    let reported = scene("@bob-2015\n\nclaim said: Roads.\n  holds choice: roads\n  voice: ann\n\n");
    assert_eq!(anns(&reported, "choice", Filter::default()), "Silent");
    let voices = Filter { voices: true, ..Filter::default() };
    assert_eq!(anns(&reported, "choice", voices), "Silent");
}

#[test]
fn what_is_inferred_is_counted_apart_and_can_be_omitted() {
    let map = scene(
        "@ann-2015\n\nclaim one: Roads.\n  holds choice (strongly): roads\n\n\
         claim two: Roads again.\n  holds choice (inferred): roads\n  rejects choice (inferred): police\n\n",
    );
    let selection = Selection::new(&map, Filter::default());
    let positions = Positions::new(&map, &selection, Columns::new(&map, By::Author, false));
    let tally = positions.stance(map.issues.ids().next().expect("there is one"), 0).issue.tally;
    assert_eq!((tally.statements, tally.inferred, tally.strongly), (2, 1, 1));
    let stated = Filter { stated: true, ..Filter::default() };
    assert_eq!(anns(&map, "choice", stated), "For | roads For");
}

#[test]
fn an_anticipated_objection_only_raises() {
    let said = "@ann-2015\n\nclaim point: Roads.\n  holds open: roads\n\n\
                counterpoint but (anticipated): Roads cost.\n  against: point\n  rejects choice: roads\n\n";
    assert_eq!(cell(said, "choice"), "Raises | roads Raises");
}

#[test]
fn those_who_always_write_jointly_are_one_column_and_count_once() {
    let map = map("author ann: Ann\nauthor bob: Bob\nauthor cy: Cy\n\nissue act: Should we act?\n\n\
         source joint: Joint\n  by: ann, bob\n\nclaim yes: Yes.\n  holds act: yes\n\n\
         source lone: Lone\n  by: cy\n\nclaim no: No.\n  holds act: no\n");
    let selection = Selection::new(&map, Filter::default());
    let positions = Positions::new(&map, &selection, Columns::new(&map, By::Author, false));
    let issue = map.issues.ids().next().expect("there is one");
    let found: Vec<_> = positions.stances_on(issue).map(|(column, stand)| (column, stand.issue)).collect();
    assert_eq!(found.len(), 2);
    assert_eq!((found[0].0, found[0].1.orientation, found[0].1.tally.statements), (0, Orientation::For, 1));
    assert_eq!((found[1].0, found[1].1.orientation, found[1].1.tally.statements), (1, Orientation::Against, 1));
}
