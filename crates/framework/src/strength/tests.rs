//! Known answers of the literature, and laws.

use proptest::prelude::*;

use super::*;

/// A graph of these weights, attacks and supports.
fn graph(weights: &[f64], attacks: &[(u32, u32)], supports: &[(u32, u32)]) -> Graph {
    let mut graph = Graph::new(weights.len());
    (0..).zip(weights).for_each(|(argument, &weight)| graph.weigh(argument, weight));
    for &(from, to) in attacks {
        graph.attack(from, to);
    }
    for &(from, to) in supports {
        graph.support(from, to);
    }
    graph
}

/// The strengths, rounded to four places.
fn rounded(graph: &Graph, model: Model) -> Vec<f64> {
    let found = strengths(graph, model);
    assert_eq!(found.restless, [0; 0]);
    found.of.iter().map(|strength| (strength * 10_000.0).round() / 10_000.0).collect()
}

#[test]
fn attackers_alone_halve_and_halve_again() {
    let circle = graph(&[1.0], &[(0, 0)], &[]);
    assert_eq!(rounded(&circle, Model::HCategoriser), [0.6180]);
    let chain = graph(&[1.0; 4], &[(0, 1), (1, 2), (2, 3)], &[]);
    assert_eq!(rounded(&chain, Model::HCategoriser), [1.0, 0.5, 0.6667, 0.6]);
}

#[test]
#[expect(clippy::many_single_char_names, reason = "the papers call its arguments so")]
fn a_debate_of_six_is_as_in_the_papers() {
    let [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5];
    let weights = [0.5, 0.2, 0.85, 0.65, 0.4, 1.0];
    let debate = graph(&weights, &[(c, a), (e, b), (f, c)], &[(b, a), (d, a), (e, c)]);
    assert_eq!(rounded(&debate, Model::QuadraticEnergy), [0.5188, 0.1724, 0.625, 0.65, 0.4, 1.0]);
    assert_eq!(rounded(&debate, Model::DfQuad), [0.676, 0.12, 0.34, 0.65, 0.4, 1.0]);
}

#[test]
fn a_linked_reason_is_as_strong_as_its_weakest_premise() {
    let mut graph = graph(&[0.9, 0.4, 0.5, 1.0], &[], &[]);
    let reason = graph.link(&[0, 1]);
    graph.support(reason, 2);
    let found = strengths(&graph, Model::DfQuad).of;
    assert_eq!((found[4], found[2]), (0.4, 0.7));
    graph.attack(3, reason);
    assert_eq!(strengths(&graph, Model::DfQuad).of[2], 0.5);
}

#[test]
fn a_hundred_thousand_in_a_row_are_no_danger() {
    let chain: Vec<(u32, u32)> = (1..100_000).map(|argument| (argument - 1, argument)).collect();
    let found = strengths(&graph(&vec![1.0; 100_000], &chain, &[]), Model::HCategoriser);
    assert!((found.of[99_999] - 0.618_034).abs() < 1e-6);
    let crowd: Vec<(u32, u32)> = (1..100_000).map(|argument| (argument, 0)).collect();
    assert!(strengths(&graph(&vec![0.5; 100_000], &crowd, &[]), Model::QuadraticEnergy).of[0] < 1e-6);
}

#[test]
fn circles_of_every_length_come_to_rest() {
    for length in 1..=12 {
        let circle: Vec<(u32, u32)> = (0..length).map(|argument| (argument, (argument + 1) % length)).collect();
        for model in Model::ALL {
            let attacks = rounded(&graph(&vec![0.5; length as usize], &circle, &[]), model);
            assert!(attacks.iter().all(|strength| *strength == attacks[0]), "{length} {model:?}: {attacks:?}");
            rounded(&graph(&vec![0.5; length as usize], &[], &circle), model);
        }
    }
}

fn any_graph() -> impl Strategy<Value = Graph> {
    (1_u32..9).prop_flat_map(|size| {
        let pairs = || prop::collection::vec((0..size, 0..size), 0..2 * size as usize);
        (prop::collection::vec(0.0..=1.0, size as usize), pairs(), pairs())
            .prop_map(|(weights, attacks, supports)| graph(&weights, &attacks, &supports))
    })
}

proptest! {
    /// Strengths that are found are a fixed point: each is what the model makes of the others.
    #[test]
    fn strengths_are_what_the_others_make_of_them(graph in any_graph()) {
        for model in Model::ALL {
            let found = strengths(&graph, model);
            prop_assert!(found.restless.is_empty(), "{model:?} {found:?}");
            let neighbours = graph.neighbours();
            let weighing = Weighing { graph: &graph, neighbours: &neighbours, model };
            for argument in 0..graph.len() as Argument {
                let (is, should) = (found.of[argument as usize], weighing.strength(argument, &found.of));
                prop_assert!((is - should).abs() < 1e-9 && (0.0..=1.0).contains(&is), "{model:?} {argument} {is} {should}");
            }
        }
    }
}
