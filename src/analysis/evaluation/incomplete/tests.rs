//! Certainty against every way to clear up the doubts.

use framework::{Semantics, Stop};
use proptest::prelude::*;

use crate::analysis::evaluation::hypothesis::Hypothesis;
use crate::analysis::evaluation::incomplete::*;
use crate::analysis::evaluation::interpretation::{Agreement, Interpretation, Support};
use crate::analysis::evaluation::tests::{drawn, named};
use crate::analysis::example::{scene, whole};

/// Which of these may become of a statement, as `+-?`, with `…` where not everything was looked through.
fn signs(possible: &PossibleStatuses) -> String {
    let may = [(possible.stands, '+'), (possible.falls, '-'), (possible.open, '?'), (!possible.complete, '…')];
    may.into_iter().filter(|(may, _)| *may).map(|(_, sign)| sign).collect()
}

/// Possible statuses of each statement, and the checks, where these statements and all that is inferred are doubted.
fn incomplete(statements: &str, doubted: &[&str], budget: usize) -> (String, Vec<String>) {
    let map = scene(&format!("@ann-2015\n\n{statements}"));
    let selection = whole(&map);
    let debate = Debate { map: &map, selection: &selection, within: false, interpretation: Interpretation::default() };
    let parts: Vec<UncertainElement> =
        doubted.iter().map(|name| UncertainElement::Statement(named(&map, name))).chain(inferred(&map)).collect();
    let unsure = Incomplete { debate: &debate, audience: None, parts: &parts, budget };
    let found = unsure.find(&map.statements.ids().collect::<Vec<_>>(), &Stop::never());
    let possibles = found.possibles.iter().map(|(id, possible)| format!("{}{}", signs(possible), map.own_name(*id)));
    let part = |part| match part {
        UncertainElement::Statement(id) => map.own_name(id).to_owned(),
        UncertainElement::Relation(id) => {
            format!("{}→{}", map.own_name(map.relations[id].from), map.own_name(map.relations[id].to))
        }
        UncertainElement::Reason(id) => {
            format!("{}⇒{}", map.own_name(map.reasons[id].premises[0]), map.own_name(map.reasons[id].conclusion))
        }
    };
    let checks = found.checks.iter().map(|check| format!("{} {} {}", part(check.part), check.if_said, check.if_not));
    (possibles.collect::<Vec<_>>().join(" "), checks.collect())
}

const CHAIN: &str = "claim a: A.\n\nclaim b: B.\n  against: a\n\nclaim c: C.\n  against (inferred): b\n";

#[test]
fn what_depends_on_a_doubt_may_come_out_in_either_way() {
    assert_eq!(incomplete(CHAIN, &[], EVALUATION_BUDGET), ("+-a +-b +c".to_owned(), vec!["c→b 2 2".to_owned()]));
    // Whether c is said matters as much, and only while the attack is.
    let (possibles, checks) = incomplete(CHAIN, &["c"], EVALUATION_BUDGET);
    assert_eq!((possibles.as_str(), checks), ("+-a +-b +c", vec!["c 0 2".to_owned(), "c→b 0 2".to_owned()]));
    // Of b itself is asked what becomes of it if it is said.
    assert_eq!(incomplete(CHAIN, &["b"], EVALUATION_BUDGET).0, "+-a +-b +c");
}

#[test]
fn a_reason_that_was_never_given_is_not_missed() {
    let text = "claim a: A.\n  because (inferred): r\n\nclaim r: R.\n\nclaim n: N.\n  against: r\n";
    assert_eq!(incomplete(text, &[], EVALUATION_BUDGET), ("+-a -r +n".to_owned(), vec!["r⇒a 1 1".to_owned()]));
    assert_eq!(incomplete(text, &["n"], EVALUATION_BUDGET).0, "+-a +-r +n");
}

#[test]
fn what_falls_in_any_case_is_certain_and_a_circle_may_stay_open() {
    // Whatever becomes of b, c is against a.
    let text = "claim a: A.\n\nclaim b: B.\n  against: a\n\nclaim c: C.\n  against: a\n\nclaim d: D.\n  against (inferred): b\n";
    assert_eq!(incomplete(text, &[], EVALUATION_BUDGET).0, "-a +-b +c +d");
    let circle = "claim a: A.\n  against (inferred): b\n\nclaim b: B.\n  against: a\n";
    assert_eq!(incomplete(circle, &[], EVALUATION_BUDGET).0, "-?a +?b");
}

#[test]
fn a_search_that_is_cut_short_says_so() {
    assert_eq!(incomplete(CHAIN, &["c"], 1).0, "…a …b +c");
}

fn doubted_away(hypothesis: &mut Hypothesis, part: UncertainElement) {
    match part {
        UncertainElement::Statement(statement) => hypothesis.gone.push(statement),
        UncertainElement::Relation(relation) => hypothesis.withdrawn.push(relation),
        UncertainElement::Reason(reason) => hypothesis.unreasoned.push(reason),
    }
}

/// Statuses of a statement in every completion in which it is said itself.
fn exhaustive(
    debate: &Debate<'_>,
    known: &Hypothesis,
    parts: &[UncertainElement],
    statement: StatementId,
) -> PossibleStatuses {
    let mut possible = PossibleStatuses { complete: true, ..PossibleStatuses::default() };
    let parts: Vec<UncertainElement> =
        parts.iter().copied().filter(|part| *part != UncertainElement::Statement(statement)).collect();
    for said in 0..1u32 << parts.len() {
        let mut hypothesis = known.clone();
        let unsaid = parts.iter().enumerate().filter(|(at, _)| said >> at & 1 == 0);
        unsaid.for_each(|(_, &part)| doubted_away(&mut hypothesis, part));
        let outcome = debate.evaluate(None, &hypothesis, Semantics::Grounded, &Stop::never());
        possible.add(outcome.expect("nothing stops it").of(statement).expect("it takes part"));
    }
    possible
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]
    #[test]
    fn every_completion_is_thought_of_and_no_other(
        count in 2usize..7,
        clauses in prop::collection::vec((0usize..7, 0u8..8, 0usize..7, 0usize..7), 1..12),
        doubted in prop::collection::vec(any::<bool>(), 40),
        style in 0u8..6,
    ) {
        let mut lines = doubted.iter().cycle();
        let text: String = drawn(count, &clauses).lines().map(|line| {
            let infer = *lines.next().expect("it goes round") && line.starts_with("  ") && !line.starts_with("  agrees");
            format!("{}\n", if infer { line.replacen(':', " (inferred):", 1) } else { line.to_owned() })
        }).collect();
        let map = scene(&format!("@ann-2015\n\n{text}"));
        let selection = whole(&map);
        let mut interpretation = Interpretation::default();
        match style {
            0 => interpretation.agreement = Agreement::Separate,
            1 => interpretation.support = Support::Evidential,
            2 => interpretation.support = Support::Deductive,
            3 => interpretation.support = Support::None,
            _ => {}
        }
        let debate = Debate { map: &map, selection: &selection, within: false, interpretation };
        let statements: Vec<StatementId> = map.statements.ids().collect();
        let unsaid = statements.iter().zip(&doubted).filter(|(_, doubted)| **doubted).take(2);
        let parts: Vec<UncertainElement> = unsaid.map(|(&id, _)| UncertainElement::Statement(id)).chain(inferred(&map)).take(8).collect();
        let unsure = Incomplete { debate: &debate, audience: None, parts: &parts, budget: EVALUATION_BUDGET };
        let found = unsure.find(&statements, &Stop::never());
        for (statement, possible) in &found.possibles {
            let expected = exhaustive(&debate, &Hypothesis::default(), &parts, *statement);
            prop_assert_eq!(*possible, expected, "{} in\n{}\n{:?}", map.own_name(*statement), text, parts);
        }
        prop_assert!(found.exact);
        // A statement that a check settles is settled in every completion in which it turned out so.
        for check in &found.checks {
            for (said, number) in [(true, check.if_said), (false, check.if_not)] {
                let others: Vec<UncertainElement> = parts.iter().copied().filter(|part| *part != check.part).collect();
                let mut known = Hypothesis::default();
                if !said {
                    doubted_away(&mut known, check.part);
                }
                let others_of = |statement| check.part != UncertainElement::Statement(statement);
                let depending = found.possibles.iter().filter(|(id, possible)| possible.depends() && others_of(*id));
                let settled = depending.filter(|(id, _)| exhaustive(&debate, &known, &others, *id).is_certain());
                prop_assert_eq!(number, settled.count(), "{:?} {} in\n{}", check.part, said, text);
            }
        }
    }
}
