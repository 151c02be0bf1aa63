//! A graph of arguments with weights, attacks and supports, of which strengths are computed.

use super::{Argument, WEIGHT};

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

    /// Who acts upon whom, looked up by the one acted upon.
    pub(super) fn neighbours(&self) -> Neighbours {
        let lists = |pairs: &[&[(Argument, Argument)]]| Lists::new(self.len(), &pairs.concat());
        Neighbours {
            attackers: lists(&[&self.attacks]),
            supporters: lists(&[&self.supports]),
            premises: lists(&[&self.premises]),
            acting: lists(&[&self.attacks, &self.supports, &self.premises]),
        }
    }
}

/// Who acts upon each argument, and how.
#[derive(Debug)]
pub(super) struct Neighbours {
    pub attackers: Lists,
    pub supporters: Lists,
    pub premises: Lists,
    /// All of these.
    pub acting: Lists,
}

/// For each argument a list of others, all in one vector.
#[derive(Debug)]
pub(super) struct Lists {
    ends: Vec<u32>,
    items: Vec<Argument>,
}

impl Lists {
    /// The lists of who acts upon whom, in order and without repetition.
    fn new(arguments: usize, pairs: &[(Argument, Argument)]) -> Self {
        let mut pairs: Vec<_> = pairs.iter().map(|&(from, to)| (to, from)).collect();
        pairs.sort_unstable();
        pairs.dedup();
        let mut ends = vec![0; arguments];
        pairs.iter().for_each(|&(to, _)| ends[to as usize] += 1);
        let mut end = 0;
        ends.iter_mut().for_each(|it| {
            end += *it;
            *it = end;
        });
        Lists { ends, items: pairs.into_iter().map(|(_, from)| from).collect() }
    }

    /// How many lists there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The list of an argument.
    pub fn of(&self, argument: Argument) -> &[Argument] {
        let at = argument as usize;
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.items[start as usize..self.ends[at] as usize]
    }
}
