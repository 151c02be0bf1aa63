//! Abstract argumentation: arguments that attack each other, and which of them stand.
//!
//! A framework is a graph (Dung 1995). Arguments are numbers and know nothing of maps or files, so that the same engine answers for
//! both. Three things go beyond a plain graph, and cost nothing where they are not used: attacks by several arguments together
//! (Nielsen & Parsons 2006), needs (an argument that is only in while one of others is; Nouioua & Risch 2011), and helper arguments
//! that are there for the sake of others and never count.
//!
//! The label of an argument follows from all the others' labels (Caminada 2006, carried over to joint attacks and
//! needs):
//!
//! - **in** while each attacker is out, of each joint attack one member is out, and of each need one member is in;
//! - **out** if an attacker is in, all members of a joint attack are in, or all members of a need are out;
//! - **undecided** otherwise.
//!
//! A labelling that keeps these rules is complete; every semantics chooses among such labellings or weakens the rules ([`Semantics`]).

#![deny(missing_docs)]
#![forbid(unsafe_code)]

mod answer;
pub mod certificate;
mod components;
mod draft;
mod evaluate;
mod flat;
mod grounded;
pub mod iccma;
mod need;
mod part;
pub mod problem;
mod relabelling;
mod semantics;
pub mod solve;
mod stop;
pub mod strength;
pub mod value;

#[cfg(test)]
mod oracle;

use std::sync::OnceLock;

pub use answer::{Answer, Certificate, Count, Extensions};
pub use draft::Draft;
pub use evaluate::{
    Evaluation, Quarrel, Quarrels, accepted, all, count, credulous, one, quarrels, skeptical, statuses,
};
pub use grounded::grounded;
pub use need::circles;
pub use relabelling::Relabelling;
pub use semantics::Semantics;
pub use stop::{Stop, Stopped};

use rows::Rows;

/// An argument: a number from 0 up to how many there are.
pub type Argument = u32;

/// Arguments, and what attacks what. It is made by a [`Draft`] and never changes.
#[derive(Debug, Clone, Default)]
pub struct Framework {
    size: usize,
    /// As they were said: in any order, some perhaps twice.
    attacks: Vec<(Argument, Argument)>,
    /// Made when somebody asks, as are attackers: the grounded labelling of a million arguments does without.
    targets: OnceLock<Rows>,
    attackers: OnceLock<Rows>,
    joint_attacks: Vec<JointAttack>,
    needs: Vec<Need>,
    /// The arguments that never count, in order.
    helpers: Vec<Argument>,
}

/// Several arguments that attack one, but only all together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct JointAttack {
    /// Two or more, in order.
    pub members: Vec<Argument>,
    /// The argument that is out when all of them are in.
    pub target: Argument,
}

/// Arguments one of which must be in for another to be in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Need {
    /// In order. None at all is a need that is never met, unless it is `open`.
    pub members: Vec<Argument>,
    /// There were members that in turn need the argument, directly or through others. Support in a circle carries nothing: such a
    /// member counts neither as in nor as out, and is not among the members. So an open need never fails.
    pub open: bool,
    /// The argument that is in need.
    pub argument: Argument,
}

/// State of an argument in one labelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Label {
    /// Accepted: everything that attacks it is out.
    In,
    /// Rejected: something that is in attacks it.
    Out,
    /// Neither in nor out.
    #[default]
    Undecided,
}

/// Status of an argument over all extensions of a semantics together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It is in every extension.
    Stands,
    /// It is out in every extension.
    Falls,
    /// It is in some and not in others, or undecided.
    Open,
}

impl Framework {
    /// How many arguments there are, helpers among them.
    pub fn size(&self) -> usize {
        self.size
    }

    /// All arguments in order, helpers among them.
    pub fn arguments(&self) -> std::ops::Range<Argument> {
        0..self.size as Argument
    }

    /// How many attacks of one argument on one there are.
    pub fn attacks(&self) -> usize {
        self.all_targets().all().len()
    }

    /// The arguments that one attacks alone, in order, each once.
    pub fn targets(&self, argument: Argument) -> &[Argument] {
        self.all_targets().row(argument)
    }

    fn all_targets(&self) -> &Rows {
        self.targets.get_or_init(|| Rows::sorted(self.size, self.attacks.iter().copied()))
    }

    /// The arguments that attack one alone, in order, each once.
    pub fn attackers(&self, argument: Argument) -> &[Argument] {
        self.attackers.get_or_init(|| self.all_targets().turned()).row(argument)
    }

    /// Attacks by several together, in order, each once.
    pub fn joint_attacks(&self) -> &[JointAttack] {
        &self.joint_attacks
    }

    /// Needs of the arguments, in order, each once.
    pub fn needs(&self) -> &[Need] {
        &self.needs
    }

    /// The arguments that never count: not in range, nor as part of an extension. In order.
    pub fn helpers(&self) -> &[Argument] {
        &self.helpers
    }

    /// Whether an argument is a helper.
    pub fn is_helper(&self, argument: Argument) -> bool {
        self.helpers.binary_search(&argument).is_ok()
    }

    /// Whether there is nothing but attacks of one on one, and every argument counts.
    pub fn is_plain(&self) -> bool {
        self.joint_attacks.is_empty() && self.needs.is_empty() && self.helpers.is_empty()
    }
}

/// The examples of the README are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
