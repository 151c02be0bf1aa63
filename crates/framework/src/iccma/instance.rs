//! Instances read from a file: arguments by their names, and what is between them.

use super::Names;
use crate::strength::Graph;
use crate::{Argument, Draft, Framework};

/// Arguments and relations of one file.
#[derive(Debug)]
pub struct Instance {
    /// Names of the arguments, by number.
    pub names: Names,
    /// Attacks of one on one, as often as the file has them.
    pub attacks: Vec<(Argument, Argument)>,
    /// Joint attacks: the members, and the argument that they attack together.
    pub joint_attacks: Vec<(Vec<Argument>, Argument)>,
    /// Supports: the argument is accepted only if one of its supporters is.
    pub supports: Vec<(Vec<Argument>, Argument)>,
    /// Weights that are given, from 0 to 1.
    pub weights: Vec<(Argument, f64)>,
}

impl Instance {
    /// Arguments of these names, and nothing between them.
    pub(super) fn new(names: Names) -> Instance {
        Instance { names, attacks: Vec::new(), joint_attacks: Vec::new(), supports: Vec::new(), weights: Vec::new() }
    }

    /// The framework, in which supports are needs; weights do not count. The names are handed back.
    pub fn framework(self) -> (Names, Framework) {
        let mut draft = Draft::new(self.names.len());
        draft.attack_each(self.attacks);
        self.joint_attacks.iter().for_each(|(from, to)| draft.attack_together(from, *to));
        self.supports.iter().for_each(|(any, argument)| draft.need(any, *argument));
        (self.names, draft.build())
    }

    /// The graph of which strengths are computed; `None` if several attack or support together, which has no meaning there.
    pub fn graph(&self) -> Option<Graph> {
        let mut graph = Graph::new(self.names.len());
        self.weights.iter().for_each(|&(argument, weight)| graph.weigh(argument, weight));
        self.attacks.iter().for_each(|&(from, to)| graph.attack(from, to));
        for (from, to) in &self.supports {
            let [from] = from[..] else { return None };
            graph.support(from, *to);
        }
        self.joint_attacks.is_empty().then_some(graph)
    }
}
