//! A framework as it is drawn from a map: arguments are added as they are needed.

mod part;

use foldhash::{HashMap, HashMapExt};
use framework::{Argument, Draft, Framework};

use crate::model::{PositionId, ReasonId, StanceId};

pub use self::part::OUTSIDE;

/// Role of an argument that is neither a statement nor a reason. All of them are helpers but those that hang on
/// conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuxiliaryArgument {
    /// In while one of the statements that say the same is.
    Proposition,
    /// In while one of several attackers is.
    Attackers,
    /// In while a statement that holds what excludes a position is.
    Excluded,
    /// In while what follows from a reason does not hold.
    Unfollowed(ReasonId),
    /// In or out, as one likes: stands for what some hold and others do not.
    Either,
    /// Something new that nothing attacks.
    New,
    /// Always open: stands for the answer to whether something in the map is really said, or something new.
    Doubt,
    /// In while nothing of something is said, out while any of it is.
    Unsaid,
    /// In while what attacks is, and while it is really said to attack.
    Doubted,
    /// Always open: stands for the statements that rest on what they are a reason for.
    Circle,
    /// A stance that hangs on a part of the map.
    Stance(StanceId),
    /// In while a position is held, and nothing that excludes it.
    Held(PositionId),
    /// In while a position is rejected, and not held.
    Rejected(PositionId),
    /// In while that on which a stance hangs is out.
    Unmet,
    /// A stance that hangs on words: open at most.
    Provisional,
    /// Always open: stands for what no map answers.
    Unanswered,
}

impl AuxiliaryArgument {
    /// Whether it takes part in what is chosen: stances hang on each other, and positions exclude each other, in readings of their own, one
    /// of which may be that none of them is held.
    fn counts(self) -> bool {
        use AuxiliaryArgument::{Held, Rejected, Stance, Unmet};
        matches!(self, Stance(_) | Held(_) | Rejected(_) | Unmet)
    }
}

/// Attacks and needs between a number of arguments that grows.
#[derive(Debug, Clone, Default)]
pub struct FrameworkBuilder {
    first: Argument,
    auxiliaries: Vec<AuxiliaryArgument>,
    attacks: Vec<(Argument, Argument)>,
    joint_attacks: Vec<(Vec<Argument>, Argument)>,
    needs: Vec<(Vec<Argument>, Argument)>,
    /// The places of the needs by which statements rest on their reasons.
    rests: Vec<usize>,
}

impl FrameworkBuilder {
    /// Starts with so many arguments.
    pub fn new(arguments: usize) -> FrameworkBuilder {
        let first = Argument::try_from(arguments).expect("a map has fewer than four billion statements and reasons");
        FrameworkBuilder { first, ..FrameworkBuilder::default() }
    }

    /// Adds an auxiliary argument behind all others.
    pub fn add(&mut self, auxiliary: AuxiliaryArgument) -> Argument {
        self.auxiliaries.push(auxiliary);
        self.first + (self.auxiliaries.len() - 1) as Argument
    }

    /// An argument that is in while one of these is, and out when all are: the one itself, where there is just one.
    pub fn any_of(&mut self, members: Vec<Argument>, auxiliary: AuxiliaryArgument) -> Argument {
        match *members {
            [only] => only,
            _ => self.add_any_of(members, auxiliary),
        }
    }

    /// The same, with an argument of its own for a single one too.
    pub fn add_any_of(&mut self, members: Vec<Argument>, auxiliary: AuxiliaryArgument) -> Argument {
        let any = self.add(auxiliary);
        self.needs.push((members, any));
        any
    }

    /// An argument that may as well be in as out: it and another attack each other.
    pub fn either(&mut self) -> Argument {
        let [one, other] = [self.add(AuxiliaryArgument::Either), self.add(AuxiliaryArgument::Either)];
        self.attacks.extend([(one, other), (other, one)]);
        one
    }

    pub fn attack(&mut self, from: Argument, to: Argument) {
        self.attacks.push((from, to));
    }

    pub fn attack_together(&mut self, from: Vec<Argument>, to: Argument) {
        self.joint_attacks.push((from, to));
    }

    pub fn need(&mut self, any: Vec<Argument>, argument: Argument) {
        self.needs.push((any, argument));
    }

    /// An argument rests on these reasons for it.
    pub fn rest(&mut self, reasons: Vec<Argument>, argument: Argument) {
        self.rests.push(self.needs.len());
        self.need(reasons, argument);
    }

    /// Each of these attacks each of those: by way of one junction where that is shorter.
    pub fn attack_each(&mut self, from: Vec<Argument>, to: &[Argument], auxiliary: AuxiliaryArgument) {
        if from.is_empty() || to.is_empty() {
            return;
        }
        let from = if to.len() > 1 { vec![self.any_of(from, auxiliary)] } else { from };
        for &to in to {
            self.attacks.extend(from.iter().map(|&from| (from, to)));
        }
    }

    /// Where several statements say the same, and some of them rest on what they are a reason for, lets the others alone carry it;
    /// while those do not, it is open. Circles that are left have nobody else to carry them.
    pub fn open_circles(&mut self) {
        let all = self.first as usize + self.auxiliaries.len();
        let pairs = self.needs.iter().flat_map(|(members, argument)| members.iter().map(move |&it| (it, *argument)));
        let circles = framework::circles(all, pairs);
        let circle = |argument: Argument| circles[argument as usize];
        let first = self.first;
        let is_proposition = |argument: Argument| {
            argument >= first && self.auxiliaries[(argument - first) as usize] == AuxiliaryArgument::Proposition
        };
        // For each proposition in a circle, the members outside of it.
        let mut outside: HashMap<Argument, Vec<Argument>> = HashMap::new();
        for (members, proposition) in self.needs.iter().filter(|(_, argument)| is_proposition(*argument)) {
            let (within, free): (Vec<Argument>, Vec<Argument>) =
                members.iter().partition(|&&member| circle(member) == circle(*proposition));
            if !within.is_empty() && !free.is_empty() {
                outside.insert(*proposition, free);
            }
        }
        let users: Vec<(usize, Argument)> = self
            .needs
            .iter()
            .enumerate()
            .filter_map(|(at, (members, argument))| match **members {
                [only] if circle(only) == circle(*argument) && outside.contains_key(&only) => Some((at, only)),
                _ => None,
            })
            .collect();
        let mut freed: HashMap<Argument, Argument> = HashMap::new();
        for (at, proposition) in users {
            let free = *freed.entry(proposition).or_insert_with(|| {
                let open = self.add(AuxiliaryArgument::Circle);
                self.attack(open, open);
                let mut members = outside[&proposition].clone();
                members.push(open);
                self.any_of(members, AuxiliaryArgument::Proposition)
            });
            self.needs[at].0 = vec![free];
        }
    }

    /// The framework, and what each of its further arguments is there for. `helpers` of the first ones count no more than those.
    pub fn finish(self, helpers: impl Iterator<Item = Argument>) -> (Framework, Vec<AuxiliaryArgument>) {
        let all = self.first as usize + self.auxiliaries.len();
        let mut draft = Draft::new(all);
        for (from, to) in self.attacks {
            draft.attack(from, to);
        }
        for (from, to) in self.joint_attacks {
            draft.attack_together(&from, to);
        }
        for (any, argument) in self.needs {
            draft.need(&any, argument);
        }
        let added =
            (self.first..all as Argument).zip(&self.auxiliaries).filter(|(_, it)| !it.counts()).map(|(at, _)| at);
        for helper in helpers.chain(added) {
            draft.helper(helper);
        }
        (draft.build(), self.auxiliaries)
    }
}
