//! The strength of one argument, as a model makes it of those of its neighbours.

use super::graph::{Graph, Neighbours};
use super::model::Model;
use crate::Argument;

/// A model applied to the arguments of a graph.
pub(super) struct Weighing<'g> {
    pub graph: &'g Graph,
    pub neighbours: &'g Neighbours,
    pub model: Model,
}

impl Weighing<'_> {
    /// The weight of an argument before anything speaks for or against it: that of a linked reason is its weakest premise's
    /// strength.
    pub(super) fn weight(&self, argument: Argument, of: &[f64]) -> f64 {
        let premises = self.neighbours.premises.row(argument);
        premises.iter().map(|&premise| of[premise as usize]).fold(self.graph.weights[argument as usize], f64::min)
    }

    /// The strength of an argument, given those of the others.
    pub(super) fn strength(&self, argument: Argument, of: &[f64]) -> f64 {
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
