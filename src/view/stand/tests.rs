//! Pages of what stands, as bare text that a person can read.

use framework::{Semantics, Stop};

use super::*;
use crate::analysis::evaluation::challenge::Challenges;
use crate::analysis::evaluation::compile::Debate;
use crate::analysis::evaluation::hypothesis::Hypothesis;
use crate::analysis::evaluation::interpretation::Interpretation;
use crate::analysis::evaluation::quarrel::quarrels;
use crate::analysis::evaluation::trace::Trace;
use crate::analysis::example::scene;
use crate::model::select::{Filter, Selection};
use crate::model::{Entity, Map};
use crate::page::Consumer;
use crate::view::wording::plain::plain;

/// The page of a map, or of one of its issues, as a person reads it.
fn shown(map: &Map, issue: Option<&str>) -> String {
    let issue = issue.map(|name| match map.find(name) {
        Some(Entity::Issue(issue)) => issue,
        other => panic!("{other:?}"),
    });
    let selection = Selection::new(map, Filter { issues: issue.into_iter().collect(), ..Filter::default() });
    let alone = Selection::new(map, Filter { stated: true, ..Filter::default() });
    let of = |selection| {
        let debate = Debate { map, selection, within: false, interpretation: Interpretation::default() };
        let outcome = debate.evaluate(None, &Hypothesis::default(), Semantics::Grounded, &Stop::never());
        (debate, outcome.expect("nothing stops it"))
    };
    let ((debate, outcome), (_, stated)) = (of(&selection), of(&alone));
    let (trace, stated) = (Trace::new(map, &outcome), Trace::new(map, &stated));
    let asked = Asked {
        debate: &debate,
        outcome: &outcome,
        trace: &trace,
        audience: None,
        strengths: None,
        consumer: Consumer::Person,
    };
    let shown = Shown {
        full: false,
        challenges: &Challenges::new(map, &trace),
        stated: Some(&Challenges::new(map, &stated)),
        quarrels: &quarrels(map, &trace),
    };
    plain(&stand(&Study::new(map, &selection), &asked, &shown))
}

#[test]
fn a_position_on_a_condition_alone_does_not_plainly_stand() {
    let map = scene("@ann-2015\n\nclaim a: Act.\n  holds act: yes if the wage is 15 dollars\n");
    let page = shown(&map, Some("act"));
    assert!(page.contains("The one answer can be held in this map: ‘yes’ only if the wage is 15 dollars."), "{page}");
    assert!(page.contains("- yes – stands if the wage is 15 dollars, held by Ann\n"), "{page}");
    let overview = shown(&map, None);
    assert!(overview.contains("none can be held in this map and 1 only on a condition."), "{overview}");
    assert!(overview.contains("* If the wage is 15 dollars: Ann, yes, on ‘Should we act?’"), "{overview}");
}

#[test]
fn a_report_heads_no_position() {
    let map = scene("@ann-2015\n\nclaim a: Act.\n  voice: bob\n  holds act: yes\n");
    let page = shown(&map, Some("act"));
    assert!(page.contains("Nobody gives an answer of their own to this here."), "{page}");
    assert!(page.contains("- yes – nobody here holds it as their own\n"), "{page}");
}

#[test]
fn what_merely_nobody_attacked_is_said_to_be_unproved() {
    let map = scene(
        "@ann-2015\n\nclaim a: Act.\n  holds choice: roads\n\n@bob-2015\n\nclaim b: Do not.\n  holds choice: police\n\n\
         counterpoint c: Roads fail.\n  against: ann-2015.a\n",
    );
    let page = shown(&map, Some("choice"));
    let expected = "1 of the 2 answers can be held in this map; ‘build roads’ falls. Nobody in this map has attacked ‘train police’: that does \
                    not prove it.\n";
    assert!(page.contains(expected), "{page}");
    assert!(page.contains("falls: Ann: Act"), "{page}");
}

#[test]
fn the_tally_without_what_was_read_in_stands_beside_the_one_with_it() {
    let map = scene(
        "@ann-2015\n\nclaim a: A.\n\n@bob-2015\n\nclaim b: B.\n  against (inferred): ann-2015.a\n\nclaim c: C.\n  against: b\n",
    );
    let page = shown(&map, None);
    let expected = "3 statements, 2 attacks among them; 1 of the 2 is the mapper's reading~.\n | with readings~ | without (--stated) | \n";
    assert!(page.contains(expected), "{page}");
    assert!(
        page.contains("unchallenged | 1 | 2 | not attacked, not proved\ndefended | 1 | 0 | attacked, and answered\n"),
        "{page}"
    );
}

#[test]
fn a_quarrel_is_told_once_with_what_hangs_on_it() {
    let map = scene(
        "@ann-2015\n\nclaim a: A.\n  against (inferred): bob-2015.b\n\nclaim on-it: O.\n  because: a\n\n@bob-2015\n\n\
         claim b: B.\n  against (inferred): ann-2015.a\n",
    );
    let page = shown(&map, None);
    assert!(page.contains("* Ann's ‘A’ and Bob's ‘B’ attack each other~. One more statement hangs on it.\n"), "{page}");
}

#[test]
fn an_empty_map_and_one_without_attacks_are_told_so() {
    let page = shown(&scene(""), None);
    assert!(page.contains("0 statements"), "{page}");
    let page = shown(&scene("@ann-2015\n\nclaim a: Act.\n  holds act: yes\n"), None);
    assert!(page.contains("1 statement, and nothing attacks it: that proves nothing.\n"), "{page}");
}
