//! How strong each argument is when some attack it and some support it: a number from 0 to 1.
//!
//! Where no argument acts upon itself, each is computed once, from those that act upon it. Where some go round in a circle, their
//! strengths are what they come to rest at when all change at once, each towards what the others make of it (Potyka 2018).

mod graph;
mod rest;

#[cfg(test)]
mod tests;

pub use graph::Graph;

use super::Argument;
use graph::Neighbours;

/// How what is for and against an argument is weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Model {
    /// Attackers and supporters are summed, and the sum moves the weight the more the greater it is (Potyka 2018).
    QuadraticEnergy,
    /// Attackers and supporters each count as one that is as likely to be sound as any of them (Rago et al. 2016).
    DfQuad,
    /// One part in one and the sum of the attackers; weights, supports and premises do not count (Besnard & Hunter 2001).
    HCategoriser,
}

impl Model {
    /// All of them.
    pub const ALL: [Model; 3] = [Model::QuadraticEnergy, Model::DfQuad, Model::HCategoriser];

    /// The model of this name.
    pub fn named(word: &str) -> Option<Model> {
        Model::ALL.into_iter().find(|model| model.name() == word)
    }

    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Model::QuadraticEnergy => "qe",
            Model::DfQuad => "df-quad",
            Model::HCategoriser => "h-categoriser",
        }
    }
}

/// The weight of an argument of which nothing is said.
pub const WEIGHT: f64 = 0.5;

/// What was computed.
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

/// What a model makes of the arguments of a graph.
struct Weighing<'g> {
    graph: &'g Graph,
    neighbours: &'g Neighbours,
    model: Model,
}

impl Weighing<'_> {
    /// The weight of an argument before anything speaks for or against it: that of a linked reason is its weakest premise's
    /// strength.
    fn weight(&self, argument: Argument, of: &[f64]) -> f64 {
        let premises = self.neighbours.premises.row(argument);
        premises.iter().map(|&premise| of[premise as usize]).fold(self.graph.weights[argument as usize], f64::min)
    }

    /// The strength of an argument, given those of the others.
    fn strength(&self, argument: Argument, of: &[f64]) -> f64 {
        let attackers = self.neighbours.attackers.row(argument).iter().map(|&it| of[it as usize]);
        let supporters = self.neighbours.supporters.row(argument).iter().map(|&it| of[it as usize]);
        let weight = self.weight(argument, of);
        match self.model {
            Model::QuadraticEnergy => {
                let energy = supporters.sum::<f64>() - attackers.sum::<f64>();
                let impact = energy * energy / (1.0 + energy * energy);
                if energy > 0.0 { weight + (1.0 - weight) * impact } else { weight - weight * impact }
            }
            Model::DfQuad => {
                let some =
                    |strengths: &mut dyn Iterator<Item = f64>| 1.0 - strengths.map(|it| 1.0 - it).product::<f64>();
                let balance = some(&mut { supporters }) - some(&mut { attackers });
                if balance > 0.0 { weight + (1.0 - weight) * balance } else { weight + weight * balance }
            }
            Model::HCategoriser => 1.0 / (1.0 + attackers.sum::<f64>()),
        }
    }
}
