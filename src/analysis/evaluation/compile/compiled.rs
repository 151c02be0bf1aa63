//! A map as a framework, with the way back: what each argument is, and who wrote each attack.

use framework::{Argument, Framework, JointAttack, Need};

use crate::analysis::table::class::Classes;
use crate::analysis::table::ground::Denials;
use crate::model::{ReasonId, StatementId};

use super::discounted::DiscountedAttacks;
use crate::analysis::evaluation::condition::Conditions;
use crate::analysis::evaluation::framework_builder::AuxiliaryArgument;

/// Parts of a map for which its framework has no room.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unargued {
    /// Statements that take no part.
    pub statements: usize,
    /// Attacks from or on such statements.
    pub attacks: usize,
    /// Reasons that use such statements, or are for one.
    pub reasons: usize,
    /// Attacks and reasons that the mapper inferred, where only what is stated counts.
    pub inferred: usize,
    /// Undercuts, where reasons count for nothing.
    pub undercuts: usize,
}

/// An attack on a statement and on all that say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attack {
    /// The first statement of those attacked.
    pub target: StatementId,
    /// Argument of the attacker, or of what says the same, in the framework.
    pub argument: Argument,
    /// The statement that attacks; `None` for something new.
    pub from: Option<StatementId>,
    /// The statement that it attacks in so many words.
    pub to: StatementId,
}

/// An undercut of some reasons of a statement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Undercut {
    /// The conclusion of the reasons.
    pub target: StatementId,
    /// The premises that the reasons have to have.
    pub because: Box<[StatementId]>,
    /// The statement that undercuts.
    pub from: StatementId,
    /// It, or what says the same, in the framework.
    pub argument: Argument,
}

/// A map as a framework. The statements come first, by their ids, then the reasons, then what had to be added.
#[derive(Debug)]
pub struct Compiled {
    /// The framework that evaluates the map.
    pub framework: Framework,
    /// Parts of the map for which the framework has no room.
    pub unargued: Unargued,
    /// Attacks that do not count for the audience.
    pub discounted: DiscountedAttacks,
    pub(super) classes: Option<Classes>,
    /// Which reasons undercuts deny.
    pub denials: Denials,
    pub(super) members: Vec<Vec<StatementId>>,
    /// The places of the framework's needs, by who needs.
    pub(super) needs: Vec<u32>,
    /// The places of the framework's joint attacks, by what is attacked.
    pub(super) joint_attacks: Vec<u32>,
    pub(super) statements: usize,
    pub(super) auxiliaries: Vec<AuxiliaryArgument>,
    pub(super) gone: Vec<bool>,
    pub(super) supposed: Vec<bool>,
    pub(super) takes_part: Vec<bool>,
    pub(super) gives_reasons: Vec<bool>,
    pub(super) reason_counts: Vec<bool>,
    pub(super) attacks: Vec<Attack>,
    pub(super) undercuts: Vec<Undercut>,
    /// The stances that hang on a part of the map, where they were asked for.
    pub conditions: Conditions,
}

/// Meaning of an argument of a compiled map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A statement of the map.
    Statement(StatementId),
    /// A reason of the map.
    Reason(ReasonId),
    /// An argument added for the sake of others.
    AuxiliaryArgument(AuxiliaryArgument),
}

impl Compiled {
    /// The argument of a statement.
    pub fn statement(&self, statement: StatementId) -> Argument {
        statement.index() as Argument
    }

    /// The argument of a reason.
    pub fn reason(&self, reason: ReasonId) -> Argument {
        (self.statements + reason.index()) as Argument
    }

    /// Meaning of an argument.
    pub fn meaning(&self, argument: Argument) -> Meaning {
        let index = argument as usize;
        match index.checked_sub(self.statements) {
            None => Meaning::Statement(StatementId::new(index)),
            Some(index) => match index.checked_sub(self.reason_counts.len()) {
                None => Meaning::Reason(ReasonId::new(index)),
                Some(index) => Meaning::AuxiliaryArgument(self.auxiliaries[index]),
            },
        }
    }

    /// The first of the statements that say what this one says.
    pub fn proposition(&self, statement: StatementId) -> StatementId {
        self.classes.as_ref().map_or(statement, |classes| classes.of(statement))
    }

    /// Whether a statement is argued at all.
    pub fn takes_part(&self, statement: StatementId) -> bool {
        self.takes_part[statement.index()]
    }

    /// The statements that say what this one says, itself among them, as far as they take part.
    pub fn members(&self, statement: StatementId) -> &[StatementId] {
        &self.members[self.proposition(statement).index()]
    }

    /// Needs of an argument, in order.
    pub fn needs_of(&self, argument: Argument) -> impl Iterator<Item = &Need> + Clone {
        let needs = self.framework.needs();
        let start = self.needs.partition_point(|&at| needs[at as usize].argument < argument);
        let own = self.needs[start..].iter().map(move |&at| &needs[at as usize]);
        own.take_while(move |need| need.argument == argument)
    }

    /// The joint attacks on an argument, in order.
    pub fn joint_attacks_on(&self, argument: Argument) -> impl Iterator<Item = &JointAttack> {
        let all = self.framework.joint_attacks();
        let start = self.joint_attacks.partition_point(|&at| all[at as usize].target < argument);
        let on_it = self.joint_attacks[start..].iter().map(move |&at| &all[at as usize]);
        on_it.take_while(move |attack| attack.target == argument)
    }

    /// Whether nobody says a statement, after the changes.
    pub fn is_gone(&self, statement: StatementId) -> bool {
        self.gone[statement.index()]
    }

    /// Whether a statement is supposed to hold, whatever is said against it.
    pub fn is_supposed(&self, statement: StatementId) -> bool {
        self.supposed[statement.index()]
    }

    /// Whether a statement stands only while a reason for it holds.
    pub fn needs_reasons(&self, statement: StatementId) -> bool {
        self.gives_reasons[statement.index()]
    }

    /// Whether a reason counts.
    pub fn counts(&self, reason: ReasonId) -> bool {
        self.reason_counts[reason.index()]
    }

    /// The attack of an argument on a statement or on what says the same, as it was written, where it was.
    pub fn attack(&self, argument: Argument, statement: StatementId) -> Option<&Attack> {
        let target = self.proposition(statement);
        let at = self.attacks.binary_search_by_key(&(target, argument), |attack| (attack.target, attack.argument));
        at.ok().map(|at| &self.attacks[at])
    }

    /// The statement that wrote the attack of an argument on a statement, where one did.
    pub fn attacker(&self, argument: Argument, statement: StatementId) -> Option<StatementId> {
        self.attack(argument, statement).and_then(|attack| attack.from)
    }

    /// All undercuts, by the statements whose reasons they strike.
    pub fn undercuts(&self) -> &[Undercut] {
        &self.undercuts
    }

    /// The undercuts of a statement's reasons.
    pub fn undercuts_of(&self, conclusion: StatementId) -> &[Undercut] {
        let start = self.undercuts.partition_point(|undercut| undercut.target < conclusion);
        let number = self.undercuts[start..].partition_point(|undercut| undercut.target == conclusion);
        &self.undercuts[start..start + number]
    }
}
