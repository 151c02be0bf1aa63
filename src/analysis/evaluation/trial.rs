//! A debate in which one thing after the other is tried, and only what a change touches is evaluated anew.
//!
//! Uncertain things are drawn once, each with an argument of its own that is in while it is said. To try something is
//! to relabel that argument. Only where a reason is tried that goes round in a circle with others, what hangs together
//! with it is drawn anew: a circle that is broken carries what it did not carry before.

use foldhash::{HashMap, HashMapExt};
use framework::{Argument, Label, Relabelling, Status};

use crate::model::{ReasonId, StatementId};

use super::audience::Audience;
use super::compile::{Compiler, Debate};
use super::framework_builder::{FrameworkBuilder, OUTSIDE};
use super::hypothesis::{Hypothesis, Offer, UncertainElement};
use super::interpretation::Support;

/// So many arguments of drawings made anew are kept, to be gone back to.
const KEPT: usize = 2_000_000;

/// Something that may be said or not, by its number: what is doubted comes first, and then what is offered, each in its order.
pub type Switch = usize;

/// A debate in which doubts and offers are switched.
pub struct Trial<'c> {
    compiler: Compiler<'c>,
    hypothesis: &'c Hypothesis,
    drawing: FrameworkBuilder,
    /// For each argument of the map its number in the drawing.
    places: Vec<Argument>,
    /// For each argument of the drawing the statement that it is, and the switch.
    statements: HashMap<Argument, StatementId>,
    switches: HashMap<Argument, Switch>,
    /// For each switch whether it breaks a circle of reasons.
    breaks: Vec<bool>,
    labels: Vec<Label>,
    brought: Vec<(StatementId, StatementId)>,
    evaluated: Vec<Evaluated>,
    by_breaks: HashMap<Vec<Switch>, usize>,
    now: usize,
    steps: u64,
    seen: Vec<bool>,
}

/// The drawing with some circles broken, as it was left.
struct Evaluated {
    labelling: Relabelling,
    labels: Vec<Label>,
    brought: Vec<(StatementId, StatementId)>,
}

impl<'c> Trial<'c> {
    /// All that is doubted is called so; nothing that is offered is said. Where only one statement is asked for, only what bears on it is
    /// looked at.
    pub fn new(
        debate: &'c Debate<'c>,
        audiences: &'c [&'c Audience],
        hypothesis: &'c Hypothesis,
        doubted: Label,
        asked: Option<StatementId>,
    ) -> Trial<'c> {
        let mut compiler = debate.draw(audiences, hypothesis);
        let whole = std::mem::take(&mut compiler.builder);
        let map = debate.map;
        let kept = match asked {
            Some(statement) => whole.bearing_on(statement.index() as Argument),
            None => vec![true; whole.size()],
        };
        let steps = whole.size() as u64;
        let (drawing, places) = whole.part(&kept);
        let number = hypothesis.doubted.len() + hypothesis.offered.len();
        let first = map.statements.len() + map.reasons.len();
        let place = |argument: usize| Some(places[argument]).filter(|place| *place != OUTSIDE);
        let statements = map.statements.ids().filter_map(|id| Some((place(id.index())?, id))).collect();
        let switches = (0..number).filter_map(|switch| Some((place(first + switch)?, switch))).collect();
        let mut labels = vec![doubted; hypothesis.doubted.len()];
        labels.resize(number, Label::Out);
        let mut trial = Trial {
            compiler,
            hypothesis,
            drawing,
            places,
            statements,
            switches,
            breaks: vec![false; number],
            labels,
            brought: Vec::new(),
            evaluated: Vec::new(),
            by_breaks: HashMap::new(),
            now: 0,
            steps,
            seen: Vec::new(),
        };
        trial.find_circles();
        trial.turn();
        trial
    }

    /// Finds out which switches break a circle of reasons: those of the reasons of a statement that goes round with one of them.
    fn find_circles(&mut self) {
        let mut round = vec![false; self.compiler.map.statements.len()];
        for (argument, goes_round) in self.drawing.resting() {
            if let Some(statement) = self.statements.get(&argument).filter(|_| goes_round) {
                round[statement.index()] = true;
            }
        }
        let map = self.compiler.map;
        let doubted = self.hypothesis.doubted.iter().map(|part| match part {
            UncertainElement::Reason(reason) => round[map.reasons[*reason].conclusion.index()],
            UncertainElement::Statement(_) | UncertainElement::Relation(_) => false,
        });
        let offered = self.hypothesis.offered.iter().map(|offer| match offer {
            Offer::Reason(statement) => round[statement.index()],
            Offer::Answer(_) => false,
        });
        self.breaks = doubted.chain(offered).collect();
    }

    /// The drawing with circles broken by these switches.
    fn broken(&self, by: &[Switch]) -> FrameworkBuilder {
        let doubts = self.hypothesis.doubted.len();
        let (mut free, mut none) = (Vec::new(), Vec::new());
        for &switch in by {
            match switch.checked_sub(doubts).map(|offer| self.hypothesis.offered[offer]) {
                Some(Offer::Reason(statement) | Offer::Answer(statement)) => free.push(statement),
                None => {
                    if let UncertainElement::Reason(reason) = self.hypothesis.doubted[switch] {
                        none.push(reason);
                    }
                }
            }
        }
        // A statement without any reason given needs none.
        let necessary = self.compiler.support() == Support::Necessary;
        let conclusions = none.iter().map(|&reason| self.compiler.map.reasons[reason].conclusion);
        let unsaid = |statement: &StatementId| {
            necessary && self.compiler.given_reasons(*statement).all(|reason| none.contains(&reason))
        };
        let unsaid: Vec<StatementId> = conclusions.filter(unsaid).collect();
        free.extend(unsaid);
        let mut free: Vec<Argument> = free.into_iter().map(|it| self.places[it.index()]).collect();
        let first = self.compiler.map.statements.len();
        let mut none: Vec<Argument> = none.into_iter().map(|it: ReasonId| self.places[first + it.index()]).collect();
        free.sort_unstable();
        none.sort_unstable();
        self.drawing.without(|it| free.binary_search(&it).is_ok(), |it| none.binary_search(&it).is_ok())
    }

    /// Whether a switch breaks a circle where it is called so.
    fn is_broken(&self, switch: Switch, label: Label) -> bool {
        let breaking = if switch < self.hypothesis.doubted.len() { Label::Out } else { Label::In };
        self.breaks[switch] && label == breaking
    }

    /// Turns to the drawing in which those circles are broken that are broken now.
    fn turn(&mut self) {
        self.steps += self.labels.len() as u64;
        let by: Vec<Switch> =
            (0..self.breaks.len()).filter(|&switch| self.is_broken(switch, self.labels[switch])).collect();
        self.now = if let Some(&known) = self.by_breaks.get(&by) {
            known
        } else {
            let mut drawing = if by.is_empty() { self.drawing.clone() } else { self.broken(&by) };
            if self.compiler.is_joined() {
                drawing.open_circles();
            }
            let (framework, _) = drawing.finish(std::iter::empty());
            let sizes = self.evaluated.iter().map(|it| it.labelling.framework().size());
            if sizes.sum::<usize>() > KEPT {
                self.evaluated.clear();
                self.by_breaks.clear();
            }
            let given = self.switches.iter().map(|(&argument, &switch)| (argument, self.labels[switch]));
            let mut given: Vec<(Argument, Label)> = given.collect();
            given.sort_unstable();
            self.steps += framework.size() as u64;
            let labelling = Relabelling::new(framework, given);
            self.steps += labelling.steps();
            let labels = self.labels.clone();
            self.evaluated.push(Evaluated { labelling, labels, brought: Vec::new() });
            self.by_breaks.insert(by, self.evaluated.len() - 1);
            self.evaluated.len() - 1
        };
        self.catch_up();
    }

    /// Lets the drawing that is looked at now know of all that has been switched while another was.
    fn catch_up(&mut self) {
        for switch in 0..self.labels.len() {
            self.call(switch);
        }
        let known = &self.evaluated[self.now].brought;
        let same = known.iter().zip(&self.brought).take_while(|(one, other)| one == other).count();
        for &(from, to) in known[same..].to_vec().iter().rev() {
            self.evaluated[self.now].brought.pop();
            self.attack(from, to, false);
        }
        let added = self.brought[same..].to_vec();
        for (from, to) in added {
            self.evaluated[self.now].brought.push((from, to));
            self.attack(from, to, true);
        }
    }

    fn call(&mut self, switch: Switch) {
        let (Evaluated { labelling, labels, .. }, label) = (&mut self.evaluated[self.now], self.labels[switch]);
        let argument = self.places[self.compiler.map.statements.len() + self.compiler.map.reasons.len() + switch];
        if std::mem::replace(&mut labels[switch], label) != label && argument != OUTSIDE {
            let before = labelling.steps();
            labelling.give(argument, Some(label));
            self.steps += labelling.steps() - before;
        }
    }

    fn attack(&mut self, from: StatementId, to: StatementId, is_brought: bool) {
        if !self.compiler.hears(from, to) {
            return;
        }
        let labelling = &mut self.evaluated[self.now].labelling;
        let before = labelling.steps();
        let from = self.places[self.compiler.proposition(from) as usize];
        for struck in self.compiler.struck(to) {
            let struck = self.places[struck as usize];
            if is_brought { labelling.attack(from, struck) } else { labelling.withdraw(from, struck) }
        }
        self.steps += labelling.steps() - before;
    }

    /// Says that something is so, is not, or may be either.
    pub fn set(&mut self, switch: Switch, label: Label) {
        let before = std::mem::replace(&mut self.labels[switch], label);
        if before == label {
            return;
        }
        if self.is_broken(switch, before) || self.is_broken(switch, label) { self.turn() } else { self.call(switch) }
    }

    /// Present label of a switch.
    pub fn get(&self, switch: Switch) -> Label {
        self.labels[switch]
    }

    /// Brings one statement against another. All statements have to be looked at.
    pub fn bring(&mut self, from: StatementId, to: StatementId) {
        self.brought.push((from, to));
        self.catch_up();
    }

    /// Takes back what was brought last.
    pub fn take_back(&mut self) {
        self.brought.pop();
        self.catch_up();
    }

    /// Whether a statement takes part.
    pub fn argues(&self, statement: StatementId) -> bool {
        self.compiler.argues(statement)
    }

    /// The statements that say what one says.
    pub fn members(&self, statement: StatementId) -> &[StatementId] {
        self.compiler.members(statement)
    }

    /// Status of a statement that is looked at.
    pub fn status(&self, statement: StatementId) -> Status {
        match self.labelling().label(self.argument(statement)) {
            Label::In => Status::Stands,
            Label::Out => Status::Falls,
            Label::Undecided => Status::Open,
        }
    }

    /// The labels as they are.
    pub fn labelling(&self) -> &Relabelling {
        &self.evaluated[self.now].labelling
    }

    /// The argument of a statement that is looked at.
    pub fn argument(&self, statement: StatementId) -> Argument {
        self.places[statement.index()]
    }

    /// The statement that an argument is.
    pub fn statement(&self, argument: Argument) -> Option<StatementId> {
        self.statements.get(&argument).copied()
    }

    /// The switch that an argument is.
    pub fn switch(&self, argument: Argument) -> Option<Switch> {
        self.switches.get(&argument).copied()
    }

    /// Whether an argument is neither a statement nor a reason.
    pub fn is_added(&self, argument: Argument) -> bool {
        argument >= self.drawing.first()
    }

    /// Whether an argument goes round in a circle of reasons: then it may depend on whatever breaks one.
    pub fn goes_round(&self, argument: Argument) -> bool {
        argument as usize >= self.drawing.size() || self.labelling().needs_of(argument).any(|need| need.open)
    }

    /// The switches that break circles of reasons.
    pub fn breaking(&self) -> impl Iterator<Item = Switch> {
        self.breaks.iter().enumerate().filter(|(_, breaks)| **breaks).map(|(switch, _)| switch)
    }

    /// How many arguments and bonds between them have been looked at.
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// The switches that keep a statement open because they may be so or so, the nearest first, but no more than `most`; and whether a circle
    /// of reasons may keep it open, too.
    pub fn doubts(&mut self, statement: StatementId, most: usize) -> (Vec<Switch>, bool) {
        let labelling = &self.evaluated[self.now].labelling;
        let is = |argument: Argument, label| labelling.label(argument) == label;
        let (mut doubts, mut round) = (Vec::new(), false);
        self.seen.resize(labelling.framework().size().max(self.seen.len()), false);
        let start = self.argument(statement);
        self.seen[start as usize] = true;
        let mut looked_at = vec![start];
        let mut next = 0;
        while let Some(&argument) = looked_at.get(next).filter(|_| doubts.len() < most) {
            next += 1;
            if let Some(switch) = self.switch(argument) {
                doubts.push(switch);
                continue;
            }
            round |= self.goes_round(argument);
            // Needs that are met stay so, and joint attacks that are broken, too: what else would meet or break them
            // does not matter.
            let unmet = labelling.needs_of(argument).filter(|need| !need.members.iter().any(|&it| is(it, Label::In)));
            let needed = unmet.flat_map(|need| need.members.iter().copied());
            let whole = labelling.joint_attacks_on(argument).filter(|all| !all.iter().any(|&it| is(it, Label::Out)));
            let together = whole.flat_map(|members| members.iter().copied());
            for from in labelling.attackers(argument).chain(needed).chain(together) {
                self.steps += 1;
                if is(from, Label::Undecided) && !std::mem::replace(&mut self.seen[from as usize], true) {
                    looked_at.push(from);
                }
            }
        }
        for argument in looked_at {
            self.seen[argument as usize] = false;
        }
        (doubts, round)
    }
}

#[cfg(test)]
mod tests;
