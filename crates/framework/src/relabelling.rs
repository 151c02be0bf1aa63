//! A grounded labelling that is kept up to date while some labels are given from outside, now so and now otherwise.
//!
//! Where something is given otherwise, only what followed from the old label is taken back, and derived anew where it follows from
//! something else all the same (delete and rederive; Gupta, Mumick & Subrahmanian 1993). So that little is taken back, each label keeps
//! what it was derived from, which was there before it: a label never rests on itself, however the attacks go round.

mod graph;
mod state;
#[cfg(test)]
mod tests;

use self::graph::Graph;
use self::state::State;
use super::{Argument, Framework, Label, Need};

/// The grounded labelling of a framework in which some labels are given. An argument whose label is given is what it is called, whatever
/// attacks it; the others are called what follows from that.
#[derive(Debug)]
pub struct Relabelling {
    graph: Graph,
    state: State,
}

impl Relabelling {
    /// Of a framework of whose arguments these are given, each once.
    pub fn new(framework: Framework, given: impl IntoIterator<Item = (Argument, Label)>) -> Relabelling {
        let graph = Graph::new(framework);
        let mut state = State::new(&graph);
        given.into_iter().for_each(|(argument, label)| state.begin_with(&graph, argument, label));
        state.derive(&graph);
        Relabelling { graph, state }
    }

    /// The label of an argument.
    pub fn label(&self, argument: Argument) -> Label {
        self.state.label(argument)
    }

    /// The label that an argument was given, where it was.
    pub fn given(&self, argument: Argument) -> Option<Label> {
        self.state.given(argument)
    }

    /// Gives an argument its label, or leaves it to what attacks it again.
    pub fn give(&mut self, argument: Argument, label: Option<Label>) {
        self.state.give(&self.graph, argument, label);
    }

    /// Lets one argument attack another from now on; said twice, it has to be taken back twice.
    pub fn attack(&mut self, from: Argument, to: Argument) {
        self.graph.add(from, to);
        self.state.attacked(&self.graph, from, to);
    }

    /// Takes an attack back that was added.
    pub fn withdraw(&mut self, from: Argument, to: Argument) {
        if self.graph.remove(from, to) {
            self.state.spared(&self.graph, from, to);
        }
    }

    /// The framework, without the attacks that were added.
    pub fn framework(&self) -> &Framework {
        &self.graph.framework
    }

    /// The arguments that attack one alone, those that were added behind the others.
    pub fn attackers(&self, argument: Argument) -> impl Iterator<Item = Argument> {
        self.graph.attackers(argument)
    }

    /// Needs of an argument.
    pub fn needs_of(&self, argument: Argument) -> impl Iterator<Item = &Need> {
        self.graph.needs_of.row(argument).iter().map(|&at| &self.graph.framework.needs[at as usize])
    }

    /// The members of each joint attack on an argument.
    pub fn joint_attacks_on(&self, argument: Argument) -> impl Iterator<Item = &[Argument]> {
        let rows = self.graph.joint_on.row(argument).iter();
        rows.map(|&at| &self.graph.framework.joint_attacks[at as usize].members[..])
    }

    /// How many labels and bonds between arguments have been looked at so far: what it has cost, the same on every machine.
    pub fn steps(&self) -> u64 {
        self.state.steps()
    }
}
