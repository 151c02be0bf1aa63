//! The labels as they are, what each was derived from, and how much each argument lacks.

use super::graph::Graph;
use crate::{Argument, Label};

/// Reason for which an argument was found to be out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cause {
    /// It is not out, or was given as out.
    None,
    /// An attacker that is in.
    Attack(Argument),
    /// A need all of whose members are out.
    Need(u32),
    /// A joint attack all of whose members are in.
    Joint(u32),
}

/// Members of a need or of a joint attack.
#[derive(Debug, Clone, Copy)]
struct Members {
    is_in: u32,
    out: u32,
    /// Of a need that carries something, a member that was in before that; of a joint attack that is broken, one that was out.
    witness: Argument,
}

impl Members {
    /// Counts a member that had the one label and now has the other.
    fn count(&mut self, before: Label, now: Label) {
        let is = |label: Label, wanted: Label| u32::from(label == wanted);
        self.is_in = self.is_in + is(now, Label::In) - is(before, Label::In);
        self.out = self.out + is(now, Label::Out) - is(before, Label::Out);
    }
}

#[derive(Debug)]
pub(super) struct State {
    labels: Vec<Label>,
    given: Vec<Option<Label>>,
    causes: Vec<Cause>,
    /// For each argument how many attackers are not out, needs not met and joint attacks not broken: it is in when there are none.
    lacking: Vec<u32>,
    /// For each argument how many attackers are in, needs failed and joint attacks whole: it is out when there is one.
    felling: Vec<u32>,
    needs: Vec<Members>,
    joint: Vec<Members>,
    /// Arguments whose labels are to be taken back.
    doomed: Vec<Argument>,
    /// Arguments whose labels may be derived.
    open: Vec<Argument>,
    steps: u64,
}

impl State {
    /// Nothing is derived yet.
    pub(super) fn new(graph: &Graph) -> State {
        let framework = &graph.framework;
        let (mut lacking, mut felling) = (vec![0; framework.size()], vec![0; framework.size()]);
        for argument in framework.arguments() {
            let needs = graph.needs_of.row(argument);
            let conditions = framework.attackers(argument).len() + needs.len() + graph.joint_on.row(argument).len();
            lacking[argument as usize] = conditions as u32;
            let failed = needs.iter().map(|&at| &framework.needs[at as usize]);
            felling[argument as usize] = failed.filter(|need| need.members.is_empty() && !need.open).count() as u32;
        }
        let nobody = Members { is_in: 0, out: 0, witness: Argument::MAX };
        State {
            labels: vec![Label::Undecided; framework.size()],
            given: vec![None; framework.size()],
            causes: vec![Cause::None; framework.size()],
            lacking,
            felling,
            needs: vec![nobody; framework.needs.len()],
            joint: vec![nobody; framework.joint_attacks.len()],
            doomed: Vec::new(),
            open: framework.arguments().rev().collect(),
            steps: 0,
        }
    }

    pub(super) fn label(&self, argument: Argument) -> Label {
        self.labels[argument as usize]
    }

    pub(super) fn given(&self, argument: Argument) -> Option<Label> {
        self.given[argument as usize]
    }

    pub(super) fn steps(&self) -> u64 {
        self.steps
    }

    /// Gives a label before anything is derived.
    pub(super) fn begin_with(&mut self, graph: &Graph, argument: Argument, label: Label) {
        self.given[argument as usize] = Some(label);
        self.set(graph, argument, label);
    }

    pub(super) fn give(&mut self, graph: &Graph, argument: Argument, label: Option<Label>) {
        let at = argument as usize;
        if self.given[at] == label {
            return;
        }
        self.given[at] = None;
        self.doomed.push(argument);
        self.take_back(graph);
        self.given[at] = label;
        if let Some(label) = label
            && label != Label::Undecided
        {
            self.set(graph, argument, label);
            self.spread(graph, argument);
        }
        self.open.push(argument);
        self.derive(graph);
    }

    /// An attack has been added.
    pub(super) fn attacked(&mut self, graph: &Graph, from: Argument, to: Argument) {
        let label = self.label(from);
        self.lacking[to as usize] += u32::from(label != Label::Out);
        self.felling[to as usize] += u32::from(label == Label::In);
        // Even an attacker that is out may be so by what is attacked now.
        if self.label(to) == Label::In {
            self.doomed.push(to);
        }
        self.take_back(graph);
        self.open.push(to);
        self.derive(graph);
    }

    /// An attack has been taken back.
    pub(super) fn spared(&mut self, graph: &Graph, from: Argument, to: Argument) {
        let label = self.label(from);
        self.lacking[to as usize] -= u32::from(label != Label::Out);
        self.felling[to as usize] -= u32::from(label == Label::In);
        if self.causes[to as usize] == Cause::Attack(from) {
            self.doomed.push(to);
        }
        self.take_back(graph);
        self.open.push(to);
        self.derive(graph);
    }

    /// Takes back what is doomed and all that was derived from it; what was given stays.
    fn take_back(&mut self, graph: &Graph) {
        while let Some(argument) = self.doomed.pop() {
            self.steps += 1;
            let label = self.label(argument);
            if label == Label::Undecided || self.given(argument).is_some() {
                continue;
            }
            self.set(graph, argument, Label::Undecided);
            self.open.push(argument);
            let was_in = label == Label::In;
            for target in graph.targets(argument) {
                let (label, cause) = (self.label(target), self.causes[target as usize]);
                let follows = if was_in { cause == Cause::Attack(argument) } else { label == Label::In };
                if follows {
                    self.doomed.push(target);
                }
            }
            for &at in graph.needs_with.row(argument) {
                let needing = graph.framework.needs[at as usize].argument;
                let (label, cause) = (self.label(needing), self.causes[needing as usize]);
                let carried = label == Label::In && self.needs[at as usize].witness == argument;
                let follows = if was_in { carried } else { cause == Cause::Need(at) };
                if follows {
                    self.doomed.push(needing);
                }
            }
            for &at in graph.joint_with.row(argument) {
                let target = graph.framework.joint_attacks[at as usize].target;
                let (label, cause) = (self.label(target), self.causes[target as usize]);
                let broken = label == Label::In && self.joint[at as usize].witness == argument;
                let follows = if was_in { cause == Cause::Joint(at) } else { broken };
                if follows {
                    self.doomed.push(target);
                }
            }
        }
    }

    /// Derives whatever follows from what is.
    pub(super) fn derive(&mut self, graph: &Graph) {
        while let Some(argument) = self.open.pop() {
            self.steps += 1;
            let at = argument as usize;
            if self.label(argument) != Label::Undecided || self.given(argument).is_some() {
                continue;
            }
            if self.lacking[at] == 0 {
                self.witness(graph, argument);
                self.set(graph, argument, Label::In);
            } else if self.felling[at] > 0 {
                self.causes[at] = self.cause(graph, argument);
                self.set(graph, argument, Label::Out);
            } else {
                continue;
            }
            self.spread(graph, argument);
        }
    }

    /// Whatever an argument bears on may be derived now.
    fn spread(&mut self, graph: &Graph, argument: Argument) {
        self.open.extend(graph.targets(argument));
        let needs = graph.needs_with.row(argument).iter();
        self.open.extend(needs.map(|&at| graph.framework.needs[at as usize].argument));
        let joint = graph.joint_with.row(argument).iter();
        self.open.extend(joint.map(|&at| graph.framework.joint_attacks[at as usize].target));
    }

    /// Notes what an argument that comes in is carried by.
    fn witness(&mut self, graph: &Graph, argument: Argument) {
        for &at in graph.needs_of.row(argument) {
            let mut members = graph.framework.needs[at as usize].members.iter().copied();
            let witness = members.find(|&member| self.labels[member as usize] == Label::In);
            self.needs[at as usize].witness = witness.expect("a need that is met has a member that is in");
        }
        for &at in graph.joint_on.row(argument) {
            let mut members = graph.framework.joint_attacks[at as usize].members.iter().copied();
            let witness = members.find(|&member| self.labels[member as usize] == Label::Out);
            self.joint[at as usize].witness = witness.expect("a joint attack that is broken has a member that is out");
        }
    }

    /// Cause of the fall of an argument that is out.
    fn cause(&mut self, graph: &Graph, argument: Argument) -> Cause {
        if let Some(attacker) = graph.attackers(argument).find(|&it| self.labels[it as usize] == Label::In) {
            return Cause::Attack(attacker);
        }
        let failed = |at: u32| {
            let need = &graph.framework.needs[at as usize];
            !need.open && self.needs[at as usize].out as usize == need.members.len()
        };
        if let Some(&at) = graph.needs_of.row(argument).iter().find(|at| failed(**at)) {
            return Cause::Need(at);
        }
        let whole = |at: u32| {
            self.joint[at as usize].is_in as usize == graph.framework.joint_attacks[at as usize].members.len()
        };
        let at = graph.joint_on.row(argument).iter().find(|at| whole(**at));
        Cause::Joint(*at.expect("something fells it"))
    }

    /// Calls an argument otherwise, and counts that wherever it bears on something.
    fn set(&mut self, graph: &Graph, argument: Argument, label: Label) {
        let before = std::mem::replace(&mut self.labels[argument as usize], label);
        if label != Label::Out {
            self.causes[argument as usize] = Cause::None;
        }
        let is = |wanted: Label| (u32::from(before == wanted), u32::from(label == wanted));
        let ((was_in, is_in), (was_out, is_out)) = (is(Label::In), is(Label::Out));
        for target in graph.targets(argument) {
            self.steps += 1;
            let (lacking, felling) = (&mut self.lacking[target as usize], &mut self.felling[target as usize]);
            *lacking = *lacking + was_out - is_out;
            *felling = *felling + is_in - was_in;
        }
        for &at in graph.needs_with.row(argument) {
            self.steps += 1;
            let (need, members) = (&graph.framework.needs[at as usize], &mut self.needs[at as usize]);
            let state = |members: &Members| {
                let failed = !need.open && members.out as usize == need.members.len();
                (u32::from(members.is_in == 0), u32::from(failed))
            };
            let (unmet, failed) = state(members);
            members.count(before, label);
            let (unmet_now, failed_now) = state(members);
            let argument = need.argument as usize;
            self.lacking[argument] = self.lacking[argument] + unmet_now - unmet;
            self.felling[argument] = self.felling[argument] + failed_now - failed;
        }
        for &at in graph.joint_with.row(argument) {
            self.steps += 1;
            let (attack, members) = (&graph.framework.joint_attacks[at as usize], &mut self.joint[at as usize]);
            let state = |members: &Members| {
                let whole = members.is_in as usize == attack.members.len();
                (u32::from(members.out == 0), u32::from(whole))
            };
            let (unbroken, whole) = state(members);
            members.count(before, label);
            let (unbroken_now, whole_now) = state(members);
            let target = attack.target as usize;
            self.lacking[target] = self.lacking[target] + unbroken_now - unbroken;
            self.felling[target] = self.felling[target] + whole_now - whole;
        }
    }
}
