//! Small maps whose figures a reader can count, and every figure against a count of all pairs, one by one.

use proptest::prelude::*;

use crate::analysis::comparison::division::*;
use crate::analysis::example::{map, whole};
use crate::analysis::table::column::{By, Columns};
use crate::analysis::table::orientation::Orientation;

/// Four issues, one of each kind.
const ISSUES: &str = "issue act: Should we act?\n\n\
    issue worth: What is it worth?\n  answers: scale\n  position none: n\n  position some: s\n  position much: m\n\n\
    issue first: What comes first?\n  position roads: r\n  position police: p\n  position schools: s\n\n\
    issue more: What else helps?\n  answers: open\n  position courts: c\n  position trade: t\n\n";

/// A map in which each author has one document, and says these clauses in it, each in a claim of its own.
fn said(issues: &str, authors: &[(&str, Vec<String>)]) -> String {
    let mut text = issues.to_owned();
    for (name, clauses) in authors {
        text += &format!("author {name}: {name}\n\nsource {name}-doc: Paper\n  by: {name}\n  date: 2020\n\n");
        for (number, clause) in clauses.iter().enumerate() {
            text += &format!("claim c{number}: {name} says {number}.\n  {clause}\n\n");
        }
    }
    text
}

fn with_divisions<T>(text: &str, read: impl FnOnce(&Map, &Positions, &Divisions) -> T) -> T {
    let map = map(text);
    let positions = Positions::new(&map, &whole(&map), Columns::new(&map, By::Author, false));
    let divisions = Divisions::new(&map, &positions);
    read(&map, &positions, &divisions)
}

/// `act: 2 of 3 apart, n 3, A -0.33, α 0.00` for each issue and position, in order.
fn figures(text: &str) -> Vec<String> {
    with_divisions(text, |map, _, divisions| {
        let mut lines = Vec::new();
        for division in &divisions.issues {
            let name = map.word(map.issues[division.issue].name);
            lines.push(format!("{name}: {}", shown(&division.spread, division.alpha)));
            for (position, spread) in &division.positions {
                lines.push(format!("  {}: {}", map.position_name(*position), shown(spread, None)));
            }
        }
        lines
    })
}

fn shown(spread: &Spread, alpha: Option<f64>) -> String {
    let mut shown = format!("{} of {} apart, n {}", spread.apart(), spread.pairs, spread.number);
    for (name, figure) in [("A", spread.agreement), ("α", alpha), ("D", spread.diversity)] {
        if let Some(figure) = figure {
            shown += &format!(", {name} {figure:.2}");
        }
    }
    shown
}

/// Statements of some authors, each a line of clauses behind a name: `ann: holds act: yes; rejects first: roads`.
fn sayings(lines: &str) -> Vec<(&str, Vec<String>)> {
    lines
        .lines()
        .filter_map(|line| line.trim().split_once(": "))
        .map(|(name, clauses)| (name, clauses.split("; ").map(str::to_owned).collect()))
        .collect()
}

#[test]
fn each_kind_of_issue_has_its_figures() {
    let text = said(
        ISSUES,
        &sayings(
            "ann: holds act: yes; holds worth: none; holds first: roads; holds more: courts, trade
             bob: rejects act: yes; holds worth: much; holds first: police; rejects more: courts
             cy: holds act: yes if it rains; holds worth: some; rejects first: roads; holds more: courts
             dee: weighs act: both; raises worth: asks; prefers first: roads over police; rejects more (alone): trade",
        ),
    );
    assert_eq!(
        figures(&text),
        [
            "first: 2 of 2 apart, n 3, D 0.50",
            "worth: 2 of 3 apart, n 3, A 0.00",
            "more: 2 of 3 apart, n 3",
            "  courts: 2 of 3 apart, n 3, A -0.33",
            "  trade: 0 of 0 apart, n 1",
            "act: 1 of 1 apart, n 2, A -1.00",
        ]
    );
}

#[test]
fn a_quarrel_of_two_does_not_come_before_a_split_through_many() {
    let issues = "issue quarrel: Q?\n\nissue split: S?\n\nissue dissent: D?\n\nissue alone: A?\n\n";
    let text = said(
        issues,
        &sayings(
            "ann: holds quarrel: yes; holds split: yes; holds dissent: yes; holds alone: yes
             bob: holds quarrel: no; holds split: yes; holds dissent: yes
             cy: holds split: yes; holds dissent: yes
             dee: holds split: no; holds dissent: yes
             eve: holds split: no; holds dissent: no",
        ),
    );
    assert_eq!(
        figures(&text),
        [
            "split: 6 of 10 apart, n 5, A -0.60, α -0.24",
            "quarrel: 1 of 1 apart, n 2, A -1.00, α -1.06",
            "dissent: 4 of 10 apart, n 5, A 0.20, α 0.17",
            "alone: 0 of 0 apart, n 1",
        ]
    );
}

#[test]
fn what_several_say_jointly_counts_once() {
    let text = "issue act: Should we act?\n\nauthor ann: Ann\nauthor bob: Bob\nauthor cy: Cy\n\n\
        source joint: Joint\n  by: ann, bob\n  date: 2020\n\nclaim yes: Yes.\n  holds act: yes\n\n\
        source anns: Ann's\n  by: ann\n  date: 2020\n\nclaim else: Something else.\n\n\
        source cys: Cy's\n  by: cy\n  date: 2020\n\nclaim no: No.\n  holds act: no\n";
    assert_eq!(figures(text), ["act: 1 of 1 apart, n 2, A -1.00"]);
    let camps = with_divisions(text, |_, _, divisions| {
        divisions.issues[0].camps.iter().map(|it| it.members.len()).collect::<Vec<_>>()
    });
    assert_eq!(camps, [2, 1], "and both are named");
}

#[test]
fn camps_say_who_stands_where() {
    let text = said(
        ISSUES,
        &sayings(
            "ann: holds first: roads; holds more: courts; weighs more: both; holds act: no
             bob: rejects first: roads; rejects first: police; rejects more (alone): courts; rejects act (alone): yes
             cy: holds first: roads if it rains; holds first: roads if it snows; raises more: asks
             dee: prefers first: police over roads; holds more: trade
             eve: weighs first: both; holds more: trade; rejects more: trade",
        ),
    );
    let found = with_divisions(&text, |map, _, divisions| {
        let camp = |camp: &Camp| {
            let members =
                camp.members.iter().map(|it| format!("{}{}", it.column, if it.conditional { "if" } else { "" }));
            let names = |positions: &[PositionId]| {
                positions.iter().map(|&position| map.position_name(position)).collect::<Vec<_>>().join("+")
            };
            let side = match &camp.side {
                Side::For(position) => format!("for {}", names(&[*position])),
                Side::Range(first, last) => format!("from {}", names(&[*first, *last])),
                Side::Against(positions) => format!("against {}", names(positions)),
                Side::NotAlone(positions) => format!("not {} alone", names(positions)),
                Side::BothWays(position) => format!("both ways {}", names(position.as_slice())),
                Side::Changed(_) => "changed".to_owned(),
                Side::ForIf(held) => {
                    let held: Vec<PositionId> = held.iter().map(|[first, _]| *first).collect();
                    format!("for {} on a condition", names(&held))
                }
                Side::AgainstIf(positions) => format!("against {} on a condition", names(positions)),
                Side::Ranks(positions) => format!("ranks {}", names(positions)),
                Side::Raises => "raises".to_owned(),
            };
            format!("{side}: {}", members.collect::<Vec<_>>().join(" "))
        };
        let mut issues: Vec<&Division> = divisions.issues.iter().collect();
        issues.sort_by_key(|division| division.issue);
        issues.iter().map(|division| division.camps.iter().map(camp).collect()).collect::<Vec<Vec<String>>>()
    });
    let expected: [&[&str]; 3] = [
        &["for no: 0", "not yes alone: 1"],
        &[
            "for roads: 0",
            "against roads+police: 1",
            "both ways : 4",
            "for roads on a condition: 2if",
            "ranks police: 3",
        ],
        &["for courts: 0", "for trade: 3", "not courts alone: 1", "both ways : 0", "both ways trade: 4", "raises: 2"],
    ];
    assert_eq!(found, expected);
}

/// How far apart two stands are, out of the words of the definition.
fn distance(issue: &Issue, a: &IssueStance<'_>, b: &IssueStance<'_>) -> Vec<f64> {
    let sided = |stand: &IssueStance<'_>| {
        !matches!(
            stand.issue.orientation,
            Orientation::Ambivalent
                | Orientation::Changed
                | Orientation::Conditional
                | Orientation::Raises
                | Orientation::Preferred
        )
    };
    let held = |stand: &IssueStance<'_>| stand.positions.iter().find(|cell| cell.held).map(|cell| cell.position);
    let rejects =
        |stand: &IssueStance<'_>, position| stand.on(position).is_some_and(|cell| cell.rejected && !cell.alone);
    if issue.answers == Answers::Open {
        let side = |stand: &IssueStance<'_>, position| match stand.on(position) {
            Some(cell) if cell.orientation == Orientation::Ambivalent => None,
            Some(cell) if cell.held => Some(1.0),
            Some(cell) if cell.rejected && !cell.alone => Some(0.0),
            _ => None,
        };
        let both = |position| Some(f64::abs(side(a, position)? - side(b, position)?));
        return issue.positions().filter_map(both).collect();
    }
    if !sided(a) || !sided(b) {
        return Vec::new();
    }
    if issue.answers != Answers::Choice {
        // Where each may stand: at the middle of what is held, or at any position that is not rejected.
        let places = |stand: &IssueStance<'_>| -> Vec<f64> {
            let all: Vec<PositionId> = issue.positions().collect();
            let speaks = all.iter().any(|&position| rejects(stand, position));
            match stand.issue.held {
                Some([first, last]) => vec![(first.index() + last.index() - 2 * all[0].index()) as f64 / 2.0],
                _ if !speaks => Vec::new(),
                _ => (0..all.len()).filter(|at| !rejects(stand, all[*at])).map(|at| at as f64).collect(),
            }
        };
        let (a, b) = (places(a), places(b));
        let nearest = a.iter().flat_map(|x| b.iter().map(move |y| (x - y).abs())).min_by(f64::total_cmp);
        return nearest.map(|apart| apart / (issue.positions().len() - 1) as f64).into_iter().collect();
    }
    let clash = |a: &IssueStance<'_>, b: &IssueStance<'_>| held(a).is_some_and(|position| rejects(b, position));
    match (held(a), held(b)) {
        _ if clash(a, b) || clash(b, a) => vec![1.0],
        (Some(a), Some(b)) => vec![f64::from(u8::from(a != b))],
        _ if issue.positions().any(|position| rejects(a, position) && rejects(b, position)) => vec![0.0],
        _ => Vec::new(),
    }
}

const CLAUSES: [&str; 19] = [
    "holds act: yes",
    "rejects act: yes",
    "rejects act (alone): no",
    "weighs act: both",
    "holds worth: none",
    "holds worth: much",
    "holds worth: some if it rains",
    "rejects worth: much",
    "rejects worth: none",
    "holds worth: none, some",
    "holds first: roads",
    "holds first: schools",
    "rejects first: roads",
    "rejects first: police",
    "prefers first: roads over police",
    "holds more: courts",
    "rejects more: courts",
    "holds more: trade",
    "raises more: asks",
];

fn some_sayings() -> impl Strategy<Value = Vec<Vec<String>>> {
    let clause = prop::sample::select(&CLAUSES[..]).prop_map(str::to_owned);
    prop::collection::vec(prop::collection::vec(clause, 0..7), 0..7)
}

fn named(says: &[Vec<String>]) -> Vec<(&'static str, Vec<String>)> {
    ["ann", "bob", "cy", "dee", "eve", "fay", "gus"].into_iter().zip(says.iter().cloned()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn pairs_are_those_that_a_count_one_by_one_finds(says in some_sayings()) {
        with_divisions(&said(ISSUES, &named(&says)), |map, positions, divisions| {
            for division in &divisions.issues {
                let stands: Vec<_> = positions.stances_on(division.issue).collect();
                let pairs = (0..stands.len()).flat_map(|a| (a + 1..stands.len()).map(move |b| (a, b)));
                let found: Vec<f64> = pairs
                    .flat_map(|(a, b)| distance(&map.issues[division.issue], &stands[a].1, &stands[b].1))
                    .collect();
                prop_assert_eq!(division.spread.pairs, found.len());
                prop_assert!((division.spread.apart() - found.iter().sum::<f64>()).abs() < 1e-9);
                prop_assert!(division.spread.disagreement().is_none_or(|it| (0.0..=1.0).contains(&it)));
            }
            Ok(())
        })?;
    }

    #[test]
    fn neither_order_nor_silence_changes_anything(says in some_sayings()) {
        let before = figures(&said(ISSUES, &named(&says)));
        let mut authors = named(&says);
        authors.reverse();
        authors.push(("silent", Vec::new()));
        prop_assert_eq!(&before, &figures(&said(ISSUES, &authors)), "authors in another order, and one who is silent");
        let turned: Vec<&str> = ISSUES.split_inclusive("\n\n").collect();
        let turned: String = turned.into_iter().rev().chain(["issue idle: Does anybody care?\n\n"]).collect();
        prop_assert_eq!(before, figures(&said(&turned, &named(&says))), "issues in another order, and one of nobody");
    }
}
