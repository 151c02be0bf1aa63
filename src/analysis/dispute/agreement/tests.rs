//! Every verdict, each with a map so small that a reader sees that it is right.

use crate::analysis::dispute::agreement::*;
use crate::analysis::example::{scene, whole};
use crate::analysis::table::column::{Actor, Columns};
use crate::analysis::table::positions::Positions;

/// Comparison of Ann's statements of 2015 with Bob's, on the issue of a choice.
fn held(statements: &str) -> (Map, Comparison) {
    on(statements, "choice")
}

fn on(statements: &str, issue: &str) -> (Map, Comparison) {
    let map = scene(statements);
    let parties: Vec<Actor> = map.authors.ids().map(Actor::Author).collect();
    let selection = whole(&map);
    let positions = Positions::new(&map, &selection, Columns::chosen(&map, &parties, false));
    let grounds = Grounds::new(&map, false);
    let issue = map.issues.ids().find(|&id| map.word(map.issues[id].name) == issue).expect("it is in the scene");
    let sides = [0, 1].map(|column| Side::new(&map, &positions, &grounds, issue, column));
    let found = compare(&map, &grounds, issue, [&sides[0], &sides[1]]);
    (map, found)
}

/// Ann says one thing and Bob another, each in a claim of the name `it`.
fn said(ann: &str, bob: &str) -> String {
    let document = |source: &str, clause: &str| match clause {
        "" => String::new(),
        _ => format!("@{source}\n\nclaim it: It is so.\n  {clause}\n\n"),
    };
    document("ann-2015", ann) + &document("bob-2015", bob)
}

#[test]
fn the_first_verdict_that_fits_is_given() {
    let rows = [
        ("", "", Verdict::BothSilent),
        ("holds choice: roads", "", Verdict::OneSilent),
        ("raises choice: asked", "", Verdict::OneSilent),
        ("raises choice: asked", "weighs choice: two sides", Verdict::OnlyRaised),
        ("weighs choice: two sides", "holds choice: roads if there is peace", Verdict::Ambivalent),
        ("holds choice: roads if there is peace", "rejects choice: roads", Verdict::Conditional),
        ("holds choice: roads", "rejects choice: roads", Verdict::TalkingPast),
        ("holds choice: roads", "holds choice: police", Verdict::TalkingPast),
        ("holds choice: roads", "holds choice: roads", Verdict::Same(Footing::NotGiven)),
        ("rejects choice: roads", "rejects choice: roads", Verdict::Same(Footing::NotGiven)),
        ("holds choice: roads", "rejects choice: police", Verdict::Compatible),
        ("prefers choice: roads over police", "holds choice: roads", Verdict::Compatible),
    ];
    for (ann, bob, expected) in rows {
        assert_eq!(held(&said(ann, bob)).1.verdict, expected, "{ann} / {bob}");
    }
    assert_eq!(on(&said("holds act: yes", "rejects act: yes"), "act").1.verdict, Verdict::TalkingPast);
    assert_eq!(on(&said("holds act: yes", "rejects act: no"), "act").1.verdict, Verdict::Same(Footing::NotGiven));
    assert_eq!(on(&said("holds open: roads", "holds open: police"), "open").1.verdict, Verdict::Compatible);
}

#[test]
fn the_clash_says_who_holds_and_whether_it_is_rejected_only_alone() {
    let (map, found) = held(&said("rejects choice (alone): roads", "holds choice: roads"));
    let roads = map.positions.ids().next().expect("there is one");
    assert_eq!(found.clashes, [Clash::Rejected { position: roads, holder: 1, alone: true }]);
}

#[test]
fn neighbours_on_a_scale_differ_by_degree() {
    let verdict = |ann: &str, bob: &str| on(&said(ann, bob), "worth").1.verdict;
    assert_eq!(verdict("holds worth: nothing", "holds worth: much"), Verdict::TalkingPast);
    assert_eq!(verdict("holds worth: nothing", "holds worth: little"), Verdict::Degree);
    assert_eq!(verdict("holds worth: little", "holds worth: much"), Verdict::Degree);
    assert_eq!(verdict("holds worth: little", "rejects worth: little"), Verdict::TalkingPast);
    assert_eq!(verdict("holds worth: much", "holds worth: much"), Verdict::Same(Footing::NotGiven));
}

#[test]
fn to_call_a_position_not_enough_is_not_to_oppose_it() {
    let verdict = |ann: &str, bob: &str| on(&said(ann, bob), "open").1.verdict;
    assert_eq!(verdict("rejects open (alone): roads", "holds open: roads"), Verdict::Compatible);
    assert_eq!(verdict("rejects open: roads", "holds open: roads"), Verdict::TalkingPast);
}

#[test]
fn a_reason_that_takes_the_side_itself_is_a_ground() {
    let statements = "@ann-2015\n\nclaim it: It is so.\n  holds choice: roads\n  because: also\n\nclaim also: Also.\n  \
                      holds choice: roads\n\n@bob-2015\n\nclaim no: No.\n  rejects choice: roads\n\n";
    assert_eq!(held(statements).1.grounds.only.map(|only| only.len()), [1, 0]);
}

#[test]
fn a_filter_makes_nobody_talk_past_another() {
    let map = scene(
        &(said("holds choice: roads", "rejects choice: roads") + "reading bob-2015.it\n  against: ann-2015.it\n"),
    );
    let parties: Vec<Actor> = map.authors.ids().map(Actor::Author).collect();
    let filter = crate::model::select::Filter { stated: true, ..Default::default() };
    let selection = crate::model::select::Selection::new(&map, filter);
    let positions = Positions::new(&map, &selection, Columns::chosen(&map, &parties, false));
    let issue = map.issues.ids().next().expect("the choice");
    let grounds = Grounds::new(&map, true);
    let sides = [0, 1].map(|column| Side::new(&map, &positions, &grounds, issue, column));
    let found = compare(&map, &grounds, issue, [&sides[0], &sides[1]]);
    assert_eq!((found.verdict, found.relations.len()), (Verdict::Opposed, 0));
}

#[test]
fn one_word_about_the_other_side_is_enough_not_to_talk_past_it() {
    let opposed = |more: &str| {
        let statements = said("holds choice: roads\n  because: ground", "rejects choice: roads");
        let ground = "@ann-2015\n\nevidence ground: A ground.\n\n";
        held(&format!("{statements}{ground}{more}")).1
    };
    assert_eq!(opposed("").verdict, Verdict::TalkingPast);
    // Against what lies under the other side, from a statement that takes no side itself.
    let counter = "@bob-2015\n\ncounterpoint but: Not so.\n  against: ann-2015.ground\n\n";
    assert_eq!(opposed(counter).verdict, Verdict::Opposed);
    assert_eq!(opposed(counter).relations.len(), 1);
    // To agree with what Ann says elsewhere joins nothing, nor does a statement of Bob's about another matter.
    let agrees = "@ann-2015\n\nclaim other: Other.\n\nreading bob-2015.it\n  agrees: ann-2015.other\n\n";
    assert_eq!(opposed(agrees).verdict, Verdict::TalkingPast);
    let elsewhere = "@bob-2015\n\nclaim else: Else.\n\nclaim more: More.\n  because: else\n\n";
    assert_eq!(opposed(elsewhere).verdict, Verdict::TalkingPast);
}

#[test]
fn grounds_are_shared_when_they_are_one_statement_one_class_or_one_fact() {
    let footing = |anns: &str, bobs: &str, more: &str| {
        let statements = format!(
            "@ann-2015\n\nclaim it: It is so.\n  holds choice: roads\n  because: {anns}\n\n\
             evidence a: A.\n\nevidence b: B.\n\n\
             @bob-2015\n\nclaim it: It is so.\n  holds choice: roads\n  because: {bobs}\n\n\
             evidence c: C.\n\nevidence d: D.\n\n{more}",
        );
        let found = held(&statements).1;
        (found.verdict, found.grounds.both.len())
    };
    assert_eq!(footing("a", "c", ""), (Verdict::Same(Footing::Different), 0));
    assert_eq!(footing("a", "ann-2015.a", ""), (Verdict::Same(Footing::Shared), 1));
    assert_eq!(footing("a, b", "ann-2015.a", ""), (Verdict::Same(Footing::PartlyShared), 1));
    let agrees = "reading bob-2015.c\n  agrees: ann-2015.a\n\n";
    assert_eq!(footing("a", "c", agrees), (Verdict::Same(Footing::Shared), 1));
    let fact = "reading ann-2015.a\n  same-fact: bob-2015.d\n\n";
    assert_eq!(footing("a", "c, d", fact), (Verdict::Same(Footing::PartlyShared), 1));
    // A reason from another document is no ground that its author gives.
    let brought = "@bob-2015\n\nevidence e: E.\n  supports: ann-2015.it\n\n";
    assert_eq!(footing("a", "c", brought), (Verdict::Same(Footing::Different), 0));
}

#[test]
fn a_ground_of_both_is_cited_to_opposite_ends_a_condition_and_the_time_apart() {
    let ends = |ann: &str, bob: &str| {
        let statements = format!(
            "@ann-2015\n\nclaim it: It is so.\n  {ann}\n  because: ground\n\nevidence ground: A ground.\n\n\
             @bob-2015\n\nclaim it: It is so.\n  {bob}\n  because: ann-2015.ground\n\n\
             @ann-2017\n\nclaim later: Later.\n  rejects open: roads\n\n"
        );
        let issue = if ann.contains("open") { "open" } else { "choice" };
        let found = on(&statements, issue).1;
        (found.verdict, found.opposite_ends)
    };
    let (roads, police) = ("holds choice: roads", "holds choice: police");
    assert_eq!(ends(roads, police), (Verdict::Opposed, vec![true]));
    assert_eq!(ends(roads, "holds choice: police if there is peace"), (Verdict::Conditional, vec![true]));
    assert_eq!(ends(roads, "holds choice: roads if there is peace"), (Verdict::Conditional, vec![false]));
    assert_eq!(ends(roads, "rejects choice (alone): roads").1, [false]);
    assert_eq!(ends("holds open: roads", "rejects open: roads"), (Verdict::Same(Footing::NotGiven), vec![]));
    assert_eq!(ends("holds open: roads", "holds open: roads"), (Verdict::TalkingPast, vec![]));
}

/// The verdict on what stands in two documents of Ann's, where she is asked about by time, and where they are named.
fn of_one_author(dates: [&str; 2], earlier: &str, later: &str) -> [Option<Verdict>; 2] {
    let document = |number: usize, clause: &str| {
        let date = if dates[number].is_empty() { String::new() } else { format!("  date: {}\n", dates[number]) };
        format!(
            "source s{number}: A paper\n  by: {}\n{date}\nfrom s{number}\n\nclaim it: It is so.\n  {clause}\n\n",
            ["ann, bob", "bob, ann"][number]
        )
    };
    let map = scene(&(document(0, earlier) + &document(1, later)));
    let issue = map.issues.ids().next().expect("the choice");
    let verdict = |parties: Vec<Actor>| {
        let positions = Positions::new(&map, &whole(&map), Columns::chosen(&map, &parties, false));
        let grounds = Grounds::new(&map, false);
        let sides = [0, 1].map(|column| Side::new(&map, &positions, &grounds, issue, column));
        compare(&map, &grounds, issue, [&sides[0], &sides[1]]).verdict
    };
    let ann = map.authors.ids().next().expect("she is in the scene");
    let dated = dates.iter().map(|date| crate::model::Period::parse(date).map(|period| Actor::Dated(ann, period)));
    let sources = map.sources.ids().skip(3).map(Actor::Source);
    [dated.collect::<Option<Vec<Actor>>>().map(&verdict), Some(verdict(sources.collect()))]
}

#[test]
fn a_clash_of_one_author_with_an_earlier_time_is_a_change_of_mind() {
    let found = |earlier: &str, later: &str| {
        let [dated, named] = of_one_author(["2015", "2017"], earlier, later);
        assert_eq!(dated, named, "a time of an author and the only document of that time are the same");
        named.expect("a verdict")
    };
    assert_eq!(found("holds choice: roads", "rejects choice: roads"), Verdict::ChangeOfMind);
    assert_eq!(found("holds choice: roads", "holds choice: police"), Verdict::ChangeOfMind);
    assert_eq!(found("holds choice: roads", "holds choice: roads"), Verdict::Same(Footing::NotGiven));
    assert_eq!(found("holds choice: roads", "rejects choice (alone): roads"), Verdict::Compatible);
}

#[test]
fn documents_that_may_be_of_one_time_show_no_change_of_mind() {
    let named = |dates, earlier: &str| of_one_author(dates, earlier, "rejects choice: roads")[1];
    let roads = "holds choice: roads";
    assert_eq!(named(["2015", "2015-06"], roads), Some(Verdict::TalkingPast));
    assert_eq!(named(["2015", ""], roads), Some(Verdict::TalkingPast));
    assert_eq!(named(["2015-05", "2015-06"], roads), Some(Verdict::ChangeOfMind));
    let anothers = "holds choice: roads\n  by: bob";
    assert_eq!(named(["2015", "2017"], anothers), Some(Verdict::TalkingPast));
}

/// Verdict on Ann and Bob, who take these stances, and how they meet where a condition is met.
fn met(ann: &[&str], bob: &[&str]) -> (Verdict, Vec<(bool, bool, Meeting)>) {
    let document = |source: &str, clauses: &[&str]| {
        let claims = clauses.iter().zip(0..).map(|(clause, at)| format!("claim c{at}: It is so.\n  {clause}\n\n"));
        format!("@{source}\n\n{}", claims.collect::<String>())
    };
    let found = on(&(document("ann-2015", ann) + &document("bob-2015", bob)), "act").1;
    let on = found.on_conditions.iter();
    (found.verdict, on.map(|it| (it.stances[0].is_some(), it.stances[1].is_some(), it.meeting)).collect())
}

#[test]
fn exceptions_are_told_beside_the_verdict() {
    let (no, yes, yes_if) = ("holds act: no", "holds act: yes", "holds act (tentatively): yes if it is cheap");
    // Ann no, yes if X; Bob yes: they clash, except if X.
    assert_eq!(met(&[no, yes_if], &[yes]), (Verdict::TalkingPast, vec![(true, false, Meeting::Same)]));
    assert_eq!(met(&[yes], &[no, yes_if]), (Verdict::TalkingPast, vec![(false, true, Meeting::Same)]));
    // Bob no: the same, except if X.
    let same = Verdict::Same(Footing::NotGiven);
    assert_eq!(met(&[no, yes_if], &[no]), (same, vec![(true, false, Meeting::Opposed)]));
    // Bob yes if X: they agree if X, otherwise only Ann takes a side.
    assert_eq!(met(&[no, yes_if], &[yes_if]), (Verdict::Conditional, vec![(true, true, Meeting::Same)]));
    assert_eq!(met(&[no, yes_if], &["holds act: no if it is cheap"]).1, [(true, true, Meeting::Opposed)]);
    assert_eq!(met(&[no, yes_if], &["holds act: yes if it is dear"]), (Verdict::Conditional, vec![]));
    // Ann yes if X, no if Y: it depends.
    assert_eq!(met(&[yes_if, "holds act: no if it is dear"], &[yes]), (Verdict::Conditional, vec![]));
    // Both have an exception, on one condition.
    assert_eq!(met(&[no, yes_if], &[no, yes_if]), (same, vec![(true, true, Meeting::Same)]));
}
