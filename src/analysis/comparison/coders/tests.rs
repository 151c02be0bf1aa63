//! Codes of two coders of a few lines, unit by unit.

use crate::analysis::comparison::coders::*;
use crate::analysis::example::{map, whole as all};

const DOCUMENTS: &str = "author ann: Ann\n\nissue act: Should we act?\n\n\
    issue first: What comes first?\n  position roads: r\n  position police: p\n  position schools: s\n\n\
    source paper: A paper\n  by: ann\n  date: 2020\n\n";

/// A map of the paper in which each of these is a claim of its own.
fn coded(clauses: &[&str]) -> String {
    let claim = |(number, clause): (usize, &&str)| format!("claim c{number}: Claim {number}.\n  {clause}\n\n");
    DOCUMENTS.to_owned() + &clauses.iter().enumerate().map(claim).collect::<String>()
}

fn with_coders<T>(texts: [&str; 2], read: impl FnOnce([&Map; 2], &Coders) -> T) -> T {
    let maps = texts.map(map);
    let [a, b] = &maps;
    let selections = [all(a), all(b)];
    let coders = Coders::new([a, b], [&selections[0], &selections[1]]);
    read([a, b], &coders)
}

/// `act.yes For/Against` of each unit.
fn units(texts: [&str; 2]) -> Vec<String> {
    with_coders(texts, |[map, _], coders| {
        let shown = |unit: &Unit| {
            let issue = map.word(map.issues[unit.issue[0]].name);
            let position = unit.position.map_or("", |[position, _]| map.position_name(position));
            let [a, b] = unit.codes;
            format!("{issue}.{position} {a:?}/{b:?}")
        };
        coders.units.iter().map(shown).collect()
    })
}

fn of_clauses(a: &[&str], b: &[&str]) -> Vec<String> {
    units([&coded(a), &coded(b)])
}

#[test]
fn a_unit_is_a_position_that_one_of_them_codes() {
    let rows: &[(&[&str], &[&str], &[&str])] = &[
        (&[], &[], &[]),
        (&["holds act: yes"], &["rejects act: no"], &["act.yes For/For"]),
        (&["holds act: yes"], &["holds act: no"], &["act.yes For/Against"]),
        (
            &["holds act: yes if it rains"],
            &["holds act: no if it snows"],
            &["act.yes ForConditionally/AgainstConditionally"],
        ),
        (&["holds act: yes"], &[], &["act.yes For/Silent"]),
        (&["weighs act: both"], &["holds act: yes"], &["act.yes BothWays/For"]),
        (&["weighs act: both"], &["raises act: asks"], &["act. BothWays/Raises"]),
        (&["rejects act (alone): no"], &[], &["act.no NotAlone/Silent"]),
        (&["holds first: roads"], &["holds first: police"], &["first.roads For/Silent", "first.police Silent/For"]),
        (&["holds first: roads"], &["raises first: asks"], &["first.roads For/Raises"]),
        (
            &["prefers first: roads over police"],
            &["holds first: roads"],
            &["first.roads Preferred/For", "first.police Second/Silent"],
        ),
        (&["rejects first (alone): roads"], &["rejects first: roads"], &["first.roads NotAlone/Against"]),
        (&["holds first: roads", "rejects first: roads"], &["weighs first: both"], &["first.roads BothWays/BothWays"]),
    ];
    for (a, b, expected) in rows {
        assert_eq!(of_clauses(a, b), *expected, "{a:?} {b:?}");
    }
}

#[test]
fn what_nobody_addresses_changes_nothing_and_orders_do_not_matter() {
    let (a, b) = (coded(&["holds act: yes", "holds first: roads"]), coded(&["holds first: police"]));
    let more = "issue idle: Does anybody care?\n\nsource unread: Unread\n  by: ann\n  date: 2020\n\n";
    let before = units([&a, &b]);
    assert_eq!(before, units([&a, &format!("{more}{b}")]));
    assert_eq!(before, units([&format!("{more}{a}"), &format!("{more}{b}")]));
}

#[test]
fn what_only_one_has_is_counted_and_not_compared() {
    let ours = coded(&["holds act: yes", "holds first: roads", "rejects first: schools"])
        + "issue mine: Mine?\n\nclaim alone: Alone.\n  holds mine: yes\n  holds act: yes\n\n\
           source second: Another\n  by: ann\n  date: 2021\n\nclaim there: There.\n  holds act: no\n  weighs first: both\n";
    let theirs =
        coded(&["holds act: yes", "holds first: roads"]).replace("  position schools: s\n", "  position trains: t\n");
    with_coders([&ours, &theirs], |[a, _], coders| {
        let [only, other] = &coders.unmatched;
        let words =
            |spans: Vec<crate::file::Span>| spans.iter().map(|&span| a.word(span)).collect::<Vec<_>>().join(" ");
        assert_eq!(words(only.sources.iter().map(|&id| a.sources[id].name).collect()), "second");
        assert_eq!(words(only.issues.iter().map(|&id| a.issues[id].name).collect()), "mine");
        assert_eq!(only.positions.iter().map(|&id| a.position_name(id)).collect::<Vec<_>>(), ["schools"]);
        assert_eq!(only.stances, 4, "on mine, in second two, on schools");
        assert_eq!((other.sources.len(), other.issues.len(), other.positions.len(), other.stances), (0, 0, 1, 0));
    });
    assert_eq!(units([&ours, &theirs]), ["act.yes For/For", "first.roads For/For"]);
}

#[test]
fn figures_are_of_codes_and_ordinal_ones_of_sides_alone() {
    let a = ["holds act: yes", "holds first: roads", "holds first: police if it rains", "rejects first: schools"];
    let b = ["holds act: yes", "holds first: roads", "holds first: police", "raises first: asks"];
    with_coders([&coded(&a), &coded(&b)], |_, coders| {
        let all = Reliability::new(coders.units.iter());
        assert_eq!((all.kappa.number, all.kappa.same), (4, 2));
        // Po = 2/4; both say For 2 and 3 times of 4: Pe = 6/16.
        assert_eq!(all.kappa.value(), Some((0.5 - 0.375) / (1.0 - 0.375)));
        assert_eq!((all.nominal.units, all.ordinal.units), (4, 3));
    });
    with_coders([&coded(&a), &coded(&a)], |_, coders| {
        let same = Reliability::new(coders.units.iter());
        assert_eq!(
            (same.kappa.share(), same.kappa.value(), same.nominal.value(), same.ordinal.value()),
            (Some(1.0), Some(1.0), Some(1.0), Some(1.0))
        );
    });
}

#[test]
fn who_is_first_does_not_matter() {
    let (a, b) = (
        coded(&["holds act: yes", "holds first: roads", "rejects first: schools"]),
        coded(&["weighs act: both", "holds first: police", "rejects first: schools if it rains"]),
    );
    let figures = |texts: [&str; 2]| {
        with_coders(texts, |_, coders| {
            let all = Reliability::new(coders.units.iter());
            [all.kappa.value(), all.nominal.value(), all.ordinal.value()].map(|it| it.map(|it| (it * 1e9).round()))
        })
    };
    assert_eq!(figures([&a, &b]), figures([&b, &a]));
}

#[test]
fn each_code_leads_back_to_its_stances() {
    let texts = [
        coded(&["holds act: yes", "weighs first: both", "holds first: roads"]),
        coded(&["holds act: no", "holds first: police"]),
    ];
    with_coders([&texts[0], &texts[1]], |maps, coders| {
        let stances = |unit: &Unit, side: usize| {
            let names = coders
                .stances(unit, side)
                .into_iter()
                .map(|say| maps[side].statement_name(maps[side].stances[say.stance].statement));
            names.collect::<Vec<_>>().join(" ")
        };
        let found: Vec<String> =
            coders.units.iter().map(|unit| format!("{} | {}", stances(unit, 0), stances(unit, 1))).collect();
        assert_eq!(found, ["paper.c0 | paper.c0", "paper.c2 | ", "paper.c1 | paper.c1"]);
    });
}
