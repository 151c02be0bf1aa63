//! Trials against the map evaluated afresh with what was tried; and how much is looked at for them.

use framework::{Semantics, Stop};
use proptest::prelude::*;

use super::*;
use crate::analysis::evaluation::interpretation::{Agreement, Despite, Interpretation};
use crate::analysis::evaluation::tests::{drawn, named};
use crate::analysis::example::{scene, whole};
use crate::model::Map;

/// All that can be doubted in a map and offered to it, but for what `kept` leaves out.
fn open(map: &Map, kept: &[bool]) -> Hypothesis {
    let statements = map.statements.ids().map(UncertainElement::Statement);
    let relations = map.relations.ids().map(UncertainElement::Relation);
    let reasons = map.reasons.ids().map(UncertainElement::Reason);
    let doubted = statements.chain(relations).chain(reasons).zip(kept.iter().cycle());
    let offered = map.statements.ids().flat_map(|id| [Offer::Answer(id), Offer::Reason(id)]);
    Hypothesis {
        doubted: doubted.filter(|(_, kept)| **kept).map(|(part, _)| part).collect(),
        offered: offered.collect(),
        ..Hypothesis::default()
    }
}

/// The same as it stands in a trial: what is called out is not said, and what is offered and in is.
fn afresh(trial: &Trial<'_>, open: &Hypothesis) -> Hypothesis {
    let mut hypothesis = Hypothesis { brought: trial.brought.clone(), ..Hypothesis::default() };
    for (switch, &part) in open.doubted.iter().enumerate() {
        match (trial.get(switch), part) {
            (Label::In, _) => {}
            (Label::Undecided, _) => hypothesis.doubted.push(part),
            (Label::Out, UncertainElement::Statement(statement)) => hypothesis.gone.push(statement),
            (Label::Out, UncertainElement::Relation(relation)) => hypothesis.withdrawn.push(relation),
            (Label::Out, UncertainElement::Reason(reason)) => hypothesis.unreasoned.push(reason),
        }
    }
    for (at, &offer) in open.offered.iter().enumerate() {
        match (trial.get(open.doubted.len() + at), offer) {
            (Label::In, Offer::Answer(statement)) => hypothesis.answered.push(statement),
            (Label::In, Offer::Reason(statement)) => hypothesis.backed.push(statement),
            _ => {}
        }
    }
    hypothesis
}

fn interpretation(style: u8) -> Interpretation {
    let mut interpretation = Interpretation::default();
    match style {
        0 => interpretation.agreement = Agreement::Separate,
        1 => interpretation.despite = Despite::Attacks,
        2 => interpretation.support = Support::Deductive,
        3 => interpretation.support = Support::None,
        4 => interpretation.support = Support::Evidential,
        _ => {}
    }
    interpretation
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_tried_it_is_as_if_evaluated_afresh(
        count in 2usize..8,
        clauses in prop::collection::vec((0usize..8, 0u8..8, 0usize..8, 0usize..8), 1..14),
        kept in prop::collection::vec(any::<bool>(), 7),
        tried in prop::collection::vec((any::<prop::sample::Index>(), 0u8..5, 0usize..8, 0usize..8), 1..12),
        style in 0u8..9,
        doubtful in any::<bool>(),
        heard in any::<bool>(),
    ) {
        let map = scene(&format!("@ann-2015\n\n{}", drawn(count, &clauses)));
        let selection = whole(&map);
        let debate = Debate { map: &map, selection: &selection, within: false, interpretation: interpretation(style) };
        let audience = Audience::new(&map, &map.authors.ids().take(1).collect::<Vec<_>>(), false);
        let (hears, none) = ([&audience], []);
        let audiences: &[&Audience] = if heard { &hears } else { &none };
        let open = open(&map, &kept);
        let first = if doubtful { Label::Undecided } else { Label::In };
        let mut trial = Trial::new(&debate, audiences, &open, first, None);
        let target = map.statements.ids().next().expect("two or more");
        let mut near = Trial::new(&debate, audiences, &open, first, Some(target));
        for (switch, kind, from, to) in tried {
            let switch = switch.index(open.doubted.len() + open.offered.len());
            match kind {
                3 => trial.bring(StatementId::new(from % count), StatementId::new(to % count)),
                4 if !trial.brought.is_empty() => trial.take_back(),
                _ => {
                    let label = match kind {
                        0 => Label::In,
                        1 if doubtful && switch < open.doubted.len() => Label::Undecided,
                        _ => Label::Out,
                    };
                    trial.set(switch, label);
                    near.set(switch, label);
                }
            }
            let hypothesis = afresh(&trial, &open);
            let outcome = debate.evaluate(heard.then_some(&audience), &hypothesis, Semantics::Grounded, &Stop::never());
            let outcome = outcome.expect("nothing stops it");
            for id in map.statements.ids() {
                prop_assert_eq!(Some(trial.status(id)), outcome.of(id), "{} with {:?}", map.own_name(id), hypothesis);
            }
            if trial.brought.is_empty() {
                prop_assert_eq!(near.status(target), trial.status(target), "what bears on it, with {:?}", hypothesis);
            }
        }
    }
}

#[test]
fn what_is_tried_costs_no_more_where_much_else_is_said() {
    let cost = |others: usize| {
        let mut text =
            "@ann-2015\n\nclaim a: A.\n\nclaim b: B.\n  against: a\n\nclaim c: C.\n  against: b\n".to_owned();
        for at in 0..others {
            text += &format!("\nclaim o{at}: O{at}.\n  against: {}\n", if at % 2 == 0 { "a" } else { "o0" });
        }
        let map = scene(&text);
        let selection = whole(&map);
        let debate =
            Debate { map: &map, selection: &selection, within: false, interpretation: Interpretation::default() };
        let open = Hypothesis { doubted: vec![UncertainElement::Statement(named(&map, "c"))], ..Hypothesis::default() };
        let mut trial = Trial::new(&debate, &[], &open, Label::In, None);
        let before = trial.steps();
        trial.set(0, Label::Out);
        assert_eq!(trial.status(named(&map, "b")), Status::Stands);
        trial.set(0, Label::In);
        assert_eq!(trial.status(named(&map, "b")), Status::Falls);
        trial.steps() - before
    };
    assert!(cost(0) < 100, "it was {}", cost(0));
    assert!(cost(1000) <= cost(10) + 10, "{} and {}", cost(1000), cost(10));
}
