//! Why a statement stands, falls or is open: for each argument the one step that decides.

mod back;
mod bond;

use std::cell::{OnceCell, RefCell};

use foldhash::HashMap;
use framework::{Argument, Need};

use crate::analysis::table::class::Classes;
use crate::model::{Map, ReasonId, RelationKind, StatementId};

use super::compile::Meaning;
use super::framework_builder::AuxiliaryArgument;
use super::outcome::Outcome;

/// Step that decides the label of an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It is in, and nothing attacks it.
    Free,
    /// It is in, though this attacks it: of all that do, what takes longest to answer.
    Answered(Argument),
    /// It is out, because this attacks it and is in: of all that do, what is soonest certain.
    Felled(Argument),
    /// It is bound to the conclusion of this reason, which it is a premise of: it is out because that is not in, or open because
    /// that is open or another premise is.
    Bound(ReasonId),
    /// It is in, though the conclusion of this reason, which it is a premise of, is not: the step is denied.
    Excused(ReasonId),
    /// It is out, because nothing that it needs is in.
    Unmet,
    /// It is open, because this attacks it and is open.
    Doubted(Argument),
    /// It is open, because what it needs is open.
    Wanting,
}

/// Attacker of a statement, in words of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foe {
    /// A statement is against it: the one that wrote so or, where that is otherwise decided, one that says the same; and whom it is
    /// against in so many words.
    Against {
        /// The statement, or one that says the same.
        speaker: StatementId,
        /// The statement that is written to be against it.
        writer: StatementId,
        /// The statement that is attacked, or one that says the same.
        target: StatementId,
    },
    /// A statement that holds what excludes it.
    Excludes(StatementId),
    /// A statement that a repair adds to the map.
    New,
}

/// Why a reason fails or is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// A premise does not hold.
    Premise(StatementId),
    /// A statement denies that the premises show the conclusion.
    Denied(StatementId),
    /// It rests on what it is a reason for.
    Circle,
}

/// The steps of a whole outcome.
#[derive(Debug)]
pub struct Trace<'o> {
    map: &'o Map,
    /// The outcome whose steps are told.
    pub outcome: &'o Outcome,
    /// Of several attackers that strike together, the one that is named: looked for once.
    leading: RefCell<HashMap<Argument, Argument>>,
    /// Statements that say the same without any reading of the mapper's, once that is asked.
    stated: OnceCell<Classes>,
}

impl<'o> Trace<'o> {
    /// The steps of an outcome of this map.
    pub fn new(map: &'o Map, outcome: &'o Outcome) -> Self {
        Trace { map, outcome, leading: RefCell::default(), stated: OnceCell::new() }
    }

    /// Whether two say the same only as the mapper reads them.
    pub fn is_sameness_read_in(&self, one: StatementId, other: StatementId) -> bool {
        let stated = self.stated.get_or_init(|| Classes::new(self.map, RelationKind::Agrees, true));
        stated.of(one) != stated.of(other)
    }

    fn verdict(&self, argument: Argument) -> Option<bool> {
        self.outcome.depths.of(argument).map(|verdict| verdict.is_in)
    }

    /// When a verdict was found, which says what came before what; what is open comes last, in the order of the text.
    fn turn(&self, argument: Argument) -> (u32, Argument) {
        (self.outcome.depths.of(argument).map_or(u32::MAX, |verdict| verdict.turn), argument)
    }

    /// The step that decides of an argument.
    pub fn step(&self, argument: Argument) -> Step {
        let compiled = &self.outcome.compiled;
        let all = compiled.framework.attackers(argument).iter().copied();
        let attackers = all.clone().filter(|&from| self.binding(from).is_none());
        match self.outcome.depths.of(argument) {
            Some(verdict) if verdict.is_in => match attackers.max_by_key(|&from| (self.depth(from), u32::MAX - from)) {
                Some(hardest) => Step::Answered(hardest),
                None => self.excuse(argument).map_or(Step::Free, Step::Excused),
            },
            Some(verdict) => {
                let felling = attackers.filter(|&from| self.verdict(from) == Some(true));
                let felling = felling.filter(|&from| self.turn(from).0 < verdict.turn);
                let by_need = || self.unmet(argument).is_some_and(|(turn, _)| turn < verdict.turn);
                match felling.min_by_key(|&from| (self.depth(from), from)) {
                    Some(from) => Step::Felled(from),
                    None if by_need() => Step::Unmet,
                    None => self.bond(argument).map_or(Step::Unmet, Step::Bound),
                }
            }
            None => match attackers.clone().find(|&from| self.verdict(from).is_none()) {
                Some(from) => Step::Doubted(from),
                None => self.bond(argument).map_or(Step::Wanting, Step::Bound),
            },
        }
    }

    fn depth(&self, argument: Argument) -> u32 {
        self.outcome.depths.of(argument).map_or(u32::MAX, |verdict| verdict.depth)
    }

    /// The need of an argument of which no member is in that was soonest known to fail, with when that was.
    fn unmet(&self, argument: Argument) -> Option<(u32, &'o Need)> {
        let needs = self.outcome.compiled.needs_of(argument);
        let failed = needs.filter(|need| !need.open).filter_map(|need| {
            let turns = need.members.iter().map(|&it| self.outcome.depths.of(it).filter(|verdict| !verdict.is_in));
            let turns: Option<Vec<u32>> = turns.map(|verdict| verdict.map(|verdict| verdict.turn)).collect();
            turns.map(|turns| (turns.into_iter().max().unwrap_or(0), need))
        });
        failed.min_by_key(|(turn, _)| *turn)
    }

    /// The statement that speaks in an argument which attacks or carries another: of several that say the same, the one that wrote
    /// so where it is as decided as the argument, else the soonest certain.
    fn speaker(&self, argument: Argument, writer: Option<StatementId>) -> Option<StatementId> {
        let compiled = &self.outcome.compiled;
        let mut argument = argument;
        loop {
            match compiled.meaning(argument) {
                Meaning::Statement(statement) => return Some(statement),
                Meaning::Reason(_) => return None,
                Meaning::AuxiliaryArgument(
                    AuxiliaryArgument::New
                    | AuxiliaryArgument::Unfollowed(_)
                    | AuxiliaryArgument::Either
                    | AuxiliaryArgument::Circle
                    | AuxiliaryArgument::Doubt
                    | AuxiliaryArgument::Unsaid,
                ) => {
                    return None;
                }
                Meaning::AuxiliaryArgument(_) => {
                    let verdict = self.verdict(argument);
                    if let Some(writer) = writer.filter(|&it| self.verdict(compiled.statement(it)) == verdict) {
                        return Some(writer);
                    }
                    let members = compiled.needs_of(argument).flat_map(|need| need.members.iter().copied());
                    let alike = members.filter(|&member| self.verdict(member) == verdict);
                    match alike.min_by_key(|&member| self.turn(member)) {
                        Some(member) => argument = member,
                        None => return writer,
                    }
                }
            }
        }
    }

    /// Everything that attacks a statement, in the order of the text, each with its argument.
    pub fn foes(&self, statement: StatementId) -> Vec<(Argument, Foe)> {
        let compiled = &self.outcome.compiled;
        let attackers = compiled.framework.attackers(compiled.statement(statement)).iter();
        let mut foes = Vec::new();
        for &from in attackers {
            match compiled.meaning(from) {
                Meaning::AuxiliaryArgument(AuxiliaryArgument::Attackers) => {
                    let members = compiled.needs_of(from).flat_map(|need| need.members.iter().copied());
                    foes.extend(members.map(|member| (member, self.foe(member, statement))));
                }
                Meaning::AuxiliaryArgument(AuxiliaryArgument::Unfollowed(_)) => {}
                _ => foes.push((from, self.foe(from, statement))),
            }
        }
        foes
    }

    /// Meaning of an attacker of a statement.
    pub fn foe(&self, argument: Argument, target: StatementId) -> Foe {
        let compiled = &self.outcome.compiled;
        let mut argument = argument;
        while compiled.meaning(argument) == Meaning::AuxiliaryArgument(AuxiliaryArgument::Attackers) {
            argument = *self.leading.borrow_mut().entry(argument).or_insert_with(|| {
                let verdict = self.verdict(argument);
                let members = compiled.needs_of(argument).flat_map(|need| need.members.iter().copied());
                let alike = members.filter(|&member| self.verdict(member) == verdict);
                alike.min_by_key(|&member| self.turn(member)).expect("some member is as its junction is")
            });
        }
        if let Meaning::AuxiliaryArgument(AuxiliaryArgument::Excluded) = compiled.meaning(argument) {
            self.speaker(argument, None).map_or(Foe::New, Foe::Excludes)
        } else {
            let attack = compiled.attack(argument, target);
            let writer = attack.and_then(|attack| attack.from);
            self.speaker(argument, writer).map_or(Foe::New, |speaker| Foe::Against {
                speaker,
                writer: writer.unwrap_or(speaker),
                target: attack.map_or(target, |attack| attack.to),
            })
        }
    }

    /// The reasons for a statement that count.
    pub fn reasons(&self, statement: StatementId) -> impl Iterator<Item = ReasonId> {
        let compiled = &self.outcome.compiled;
        self.map.reasons_for(statement).iter().copied().filter(|&reason| compiled.counts(reason))
    }

    /// Whether a reason holds; `None` where that is open.
    pub fn holds(&self, reason: ReasonId) -> Option<bool> {
        self.verdict(self.outcome.compiled.reason(reason))
    }

    /// The reason that carries a statement which stands by its reasons: the soonest certain.
    pub fn carrier(&self, statement: StatementId) -> Option<ReasonId> {
        let holding = self.reasons(statement).filter(|&reason| self.holds(reason) == Some(true));
        holding.min_by_key(|&reason| self.turn(self.outcome.compiled.reason(reason)))
    }

    /// Flaw of a reason that fails or is open.
    pub fn flaw(&self, reason: ReasonId) -> Flaw {
        let compiled = &self.outcome.compiled;
        let argument = compiled.reason(reason);
        let conclusion = self.map.reasons[reason].conclusion;
        match self.step(argument) {
            Step::Felled(from) | Step::Doubted(from) | Step::Answered(from) => self.denied(from, reason, conclusion),
            _ => {
                let verdict = self.verdict(argument);
                let needs = compiled.needs_of(argument);
                if verdict.is_none() && needs.clone().any(|need| need.open) {
                    return Flaw::Circle;
                }
                let members = needs.flat_map(|need| need.members.iter().copied());
                let weak = members.filter(|&member| self.verdict(member) == verdict);
                let weak = weak.min_by_key(|&member| self.turn(member));
                weak.and_then(|member| self.speaker(member, self.premise(reason, member)))
                    .map_or(Flaw::Circle, Flaw::Premise)
            }
        }
    }

    /// The statements that undercut a reason and count for the audience, in the order of the text.
    pub fn denials(&self, reason: ReasonId) -> Vec<StatementId> {
        let compiled = &self.outcome.compiled;
        let attackers = compiled.framework.attackers(compiled.reason(reason)).iter().copied();
        let direct = attackers.flat_map(|from| match compiled.meaning(from) {
            Meaning::AuxiliaryArgument(AuxiliaryArgument::Attackers) => {
                compiled.needs_of(from).flat_map(|need| need.members.iter().copied()).collect()
            }
            _ => vec![from],
        });
        let mut denials: Vec<StatementId> = direct.filter_map(|from| self.speaker(from, None)).collect();
        denials.sort_unstable();
        denials.dedup();
        denials
    }

    fn denied(&self, from: Argument, reason: ReasonId, conclusion: StatementId) -> Flaw {
        let verdict = self.verdict(from);
        let compiled = &self.outcome.compiled;
        // Of several that strike together each is a member of what strikes.
        let counts = |argument: Argument| {
            from == argument || compiled.needs_of(from).any(|need| need.members.binary_search(&argument).is_ok())
        };
        let reason = &self.map.reasons[reason];
        let mut striking = compiled.undercuts_of(conclusion).iter().filter(|undercut| {
            self.verdict(undercut.argument) == verdict
                && compiled.denials.strike(&undercut.because, reason)
                && counts(undercut.argument)
        });
        let writer = striking.next().map(|undercut| undercut.from);
        self.speaker(from, writer).map_or(Flaw::Circle, Flaw::Denied)
    }

    /// The premise of a reason that an argument stands for.
    fn premise(&self, reason: ReasonId, argument: Argument) -> Option<StatementId> {
        let compiled = &self.outcome.compiled;
        let same = |premise: &&StatementId| {
            let first = compiled.proposition(**premise);
            compiled.needs_of(argument).flat_map(|need| &need.members).any(|&it| {
                matches!(compiled.meaning(it), Meaning::Statement(statement) if compiled.proposition(statement) == first)
            })
        };
        self.map.reasons[reason].premises.iter().find(same).copied()
    }
}
