//! A graph of arguments with weights, attacks and supports, of which strengths are computed.

use rows::Rows;

use crate::Argument;
use crate::components::strong;

/// The weight of an argument of which nothing is said.
pub const WEIGHT: f64 = 0.5;

/// Arguments with a weight each, and who attacks and supports whom (a weighted bipolar graph; Potyka 2018). An attack or a support
/// that is given twice counts once.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    pub(super) weights: Vec<f64>,
    attacks: Vec<(Argument, Argument)>,
    supports: Vec<(Argument, Argument)>,
    premises: Vec<(Argument, Argument)>,
}

impl Graph {
    /// A graph of so many arguments, each of the weight [`WEIGHT`].
    pub fn new(arguments: usize) -> Self {
        Graph { weights: vec![WEIGHT; arguments], ..Graph::default() }
    }

    /// How many arguments there are.
    pub fn len(&self) -> usize {
        self.weights.len()
    }

    /// Whether there is no argument.
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    /// Gives an argument a weight, from 0 to 1.
    pub fn weigh(&mut self, argument: Argument, weight: f64) {
        debug_assert!((0.0..=1.0).contains(&weight), "a weight is from 0 to 1");
        self.weights[argument as usize] = weight;
    }

    /// One argument attacks another.
    pub fn attack(&mut self, from: Argument, to: Argument) {
        self.attacks.push((from, to));
    }

    /// One argument supports another.
    pub fn support(&mut self, from: Argument, to: Argument) {
        self.supports.push((from, to));
    }

    /// A reason made of several premises, as an argument of its own: its weight is the strength of the weakest of them.
    pub fn link(&mut self, premises: &[Argument]) -> Argument {
        let reason = self.weights.len() as Argument;
        self.weights.push(if premises.is_empty() { WEIGHT } else { 1.0 });
        self.premises.extend(premises.iter().map(|&premise| (premise, reason)));
        reason
    }

    /// The attackers, supporters and premises of every argument.
    pub(super) fn neighbours(&self) -> Neighbours {
        let acted_on =
            |pairs: &[(Argument, Argument)]| Rows::sorted(self.len(), pairs.iter().map(|&(from, to)| (to, from)));
        let acting = [self.attacks.as_slice(), &self.supports, &self.premises].concat();
        let acting = Rows::new(self.len(), acting.iter().copied());
        let components = strong(&acting);
        // A component has a higher number than those that it acts upon.
        let last = components.count() as u32 - u32::from(components.count() > 0);
        let members = (0..self.len() as Argument).map(|argument| (last - components.of(argument), argument));
        Neighbours {
            attackers: acted_on(&self.attacks),
            supporters: acted_on(&self.supports),
            premises: acted_on(&self.premises),
            circles: Rows::new(components.count(), members),
            acting,
        }
    }
}

/// Attackers, supporters and premises, looked up by the argument that they act upon.
#[derive(Debug)]
pub(super) struct Neighbours {
    pub attackers: Rows,
    pub supporters: Rows,
    pub premises: Rows,
    /// The strong components, each behind those that act upon it. Most are one argument alone.
    pub circles: Rows,
    /// Upon whom each argument acts.
    acting: Rows,
}

impl Neighbours {
    /// Whether an argument acts upon itself.
    pub(super) fn acts_on_itself(&self, argument: Argument) -> bool {
        self.acting.row(argument).contains(&argument)
    }
}
