//! How strong each argument is when some attack it and some support it: a number from 0 to 1.
//!
//! Where no argument acts upon itself, each is computed once, from those that act upon it. Where some go round in a circle, their
//! strengths are what they come to rest at when all change at once, each towards what the others make of it (Potyka 2018).

mod graph;
mod model;
mod rest;
mod weighing;

#[cfg(test)]
mod tests;

pub use graph::{Graph, WEIGHT};
pub use model::Model;

use super::Argument;
use weighing::Weighing;

/// The strengths of the arguments of a graph by one model.
#[derive(Debug, Clone, PartialEq)]
pub struct Strengths {
    /// The strength of each argument, from 0 to 1.
    pub of: Vec<f64>,
    /// The arguments in circles whose strengths did not come to rest: what stands for them, and for those that they act upon, is
    /// only where they were last.
    pub restless: Vec<Argument>,
}

/// The strength of every argument of a graph.
pub fn strengths(graph: &Graph, model: Model) -> Strengths {
    let neighbours = graph.neighbours();
    let weighing = Weighing { graph, neighbours: &neighbours, model };
    // Those in a circle start from their weights.
    let mut of: Vec<f64> =
        (0..graph.len()).map(|argument| weighing.weight(argument as Argument, &graph.weights)).collect();
    let mut restless = Vec::new();
    for number in 0..neighbours.circles.len() {
        match neighbours.circles.row(number as u32) {
            &[argument] if !neighbours.acts_on_itself(argument) => {
                of[argument as usize] = weighing.strength(argument, &of);
            }
            circle if rest::settle(&weighing, circle, &mut of) => {}
            circle => restless.extend(circle),
        }
    }
    restless.sort_unstable();
    Strengths { of, restless }
}
