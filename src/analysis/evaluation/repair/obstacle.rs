//! Obstacles: what keeps a statement from its goal until one of a few changes is made.
//!
//! An argument that is not in has an attacker that is not out, or a need without a member that is in; one that is not out has no attacker
//! that is in, and of each need a member that is not out. Followed to the end, this is a set of arguments none of which can be
//! decided otherwise before the others are: so they all stay as they are, whatever else is changed around them.

use foldhash::{HashMap, HashMapExt};
use framework::{Argument, Status};

use crate::analysis::evaluation::compile::{Meaning, Undercut};
use crate::analysis::evaluation::framework_builder::AuxiliaryArgument;
use crate::analysis::evaluation::interpretation::Despite;
use crate::analysis::evaluation::outcome::Outcome;
use crate::model::{RelationKind, StatementId};

use super::edit::{Edit, Goal};
use super::task::Repair;

/// The most obstacles that are looked at: to overcome more would cost more than is ever paid.
const LOOKED_AT: usize = 64;
/// Where an obstacle has more changes than so many, not every statement is brought against every other.
pub(super) const LISTED: usize = 1_000_000;

/// For each obstacle the changes one of which has to be made, be it forbidden. All of them have to be overcome.
pub(super) fn obstacles(repair: &Repair<'_>, outcome: &Outcome, standing: &[StatementId]) -> Vec<Vec<Edit>> {
    let target = outcome.compiled.statement(repair.target);
    let obstacle = || Obstacle::new(repair, outcome, standing);
    match repair.goal {
        Goal::Stand => {
            let hindrances = obstacle().hindrances(target).into_iter().take(LOOKED_AT);
            let follow = |hindrance| {
                let mut obstacle = obstacle();
                obstacle.not_in[target as usize] = true;
                obstacle.hinder(target, hindrance);
                obstacle.close()
            };
            hindrances.map(follow).collect()
        }
        Goal::Fall => {
            let mut obstacle = obstacle();
            obstacle.keep_from_out(target);
            vec![obstacle.close()]
        }
    }
}

/// What alone keeps an argument from being in.
enum Hindrance {
    /// An attacker that is not out, and what it is a part of.
    Attacker(Argument),
    /// Members of a need, none of which is in.
    Need(Vec<Argument>),
    /// Several that attack together, none of which is out.
    Together(Vec<Argument>),
}

struct Obstacle<'a> {
    repair: &'a Repair<'a>,
    outcome: &'a Outcome,
    standing: &'a [StatementId],
    not_in: Vec<bool>,
    not_out: Vec<bool>,
    /// The joint attacks on each argument, by their members.
    together: HashMap<Argument, Vec<&'a [Argument]>>,
    open: Vec<(Argument, bool)>,
    edits: Vec<Edit>,
    circular: bool,
}

impl<'a> Obstacle<'a> {
    fn new(repair: &'a Repair<'a>, outcome: &'a Outcome, standing: &'a [StatementId]) -> Self {
        let framework = &outcome.compiled.framework;
        let size = framework.size();
        let mut together: HashMap<Argument, Vec<&[Argument]>> = HashMap::new();
        for attack in framework.joint_attacks() {
            together.entry(attack.target).or_default().push(&attack.members);
        }
        Obstacle {
            repair,
            outcome,
            standing,
            not_in: vec![false; size],
            not_out: vec![false; size],
            together,
            open: Vec::new(),
            edits: Vec::new(),
            circular: false,
        }
    }

    /// The members of each joint attack on an argument.
    fn together_on(&self, argument: Argument) -> Vec<&'a [Argument]> {
        self.together.get(&argument).cloned().unwrap_or_default()
    }

    fn status(&self, argument: Argument) -> Status {
        self.outcome.of_argument(argument).expect("there is one grounded reading")
    }

    fn keep_from_in(&mut self, argument: Argument) {
        if !std::mem::replace(&mut self.not_in[argument as usize], true) {
            self.open.push((argument, true));
        }
    }

    fn keep_from_out(&mut self, argument: Argument) {
        if !std::mem::replace(&mut self.not_out[argument as usize], true) {
            self.open.push((argument, false));
        }
    }

    /// Follows what was found to the end.
    fn close(mut self) -> Vec<Edit> {
        while let Some((argument, from_in)) = self.open.pop() {
            if from_in {
                if let Some(first) = self.hindrances(argument).into_iter().next() {
                    self.hinder(argument, first);
                }
            } else {
                self.shelter(argument);
            }
        }
        if self.circular {
            let all = self.repair.debate.map.statements.ids();
            let resting = all.filter(|&statement| self.outcome.compiled.needs_reasons(statement));
            self.edits.extend(resting.map(Edit::Back));
        }
        self.edits
    }

    /// Everything that by itself keeps an argument from being in.
    fn hindrances(&self, argument: Argument) -> Vec<Hindrance> {
        let compiled = &self.outcome.compiled;
        let mut found = Vec::new();
        for need in compiled.needs_of(argument) {
            if need.members.iter().all(|&member| self.status(member) != Status::Stands) {
                found.push(Hindrance::Need(need.members.clone()));
            }
        }
        for &attacker in compiled.framework.attackers(argument) {
            let members: Vec<Argument> = match compiled.meaning(attacker) {
                Meaning::AuxiliaryArgument(AuxiliaryArgument::Attackers) => {
                    compiled.needs_of(attacker).flat_map(|need| need.members.iter().copied()).collect()
                }
                _ => vec![attacker],
            };
            let hindering = members.into_iter().filter(|&member| self.status(member) != Status::Falls);
            found.extend(hindering.map(Hindrance::Attacker));
        }
        for members in self.together_on(argument) {
            if members.iter().all(|&member| self.status(member) != Status::Falls) {
                found.push(Hindrance::Together(members.to_vec()));
            }
        }
        found
    }

    /// Keeps an argument from being in by this, and notes what would end it.
    fn hinder(&mut self, argument: Argument, hindrance: Hindrance) {
        let compiled = &self.outcome.compiled;
        self.note_circle(argument);
        match hindrance {
            Hindrance::Attacker(attacker) => {
                self.note_withdrawals(attacker, argument);
                self.keep_from_out(attacker);
            }
            Hindrance::Need(members) => {
                if let Meaning::Statement(statement) = compiled.meaning(argument)
                    && compiled.needs_reasons(statement)
                {
                    self.edits.push(Edit::Back(statement));
                }
                for member in members {
                    self.keep_from_in(member);
                }
            }
            Hindrance::Together(members) => members.into_iter().for_each(|member| self.keep_from_out(member)),
        }
    }

    /// Keeps an argument from being out, and notes what would end it.
    fn shelter(&mut self, argument: Argument) {
        let compiled = &self.outcome.compiled;
        self.note_circle(argument);
        if let Meaning::Statement(statement) = compiled.meaning(argument) {
            let first = compiled.members(statement).first().copied().unwrap_or(statement);
            if compiled.proposition(statement) != compiled.proposition(self.repair.target) {
                self.edits.push(Edit::Answer(first));
            }
            if statement != self.repair.target {
                self.edits.push(Edit::GiveUp(statement));
            }
            let others = self.standing.iter().filter(|other| **other != statement);
            let brought = others
                .flat_map(|&other| compiled.members(statement).iter().map(move |&member| Edit::Bring(other, member)));
            let room = (LISTED + 1).saturating_sub(self.edits.len());
            let brought: Vec<Edit> = brought.take(room).collect();
            self.edits.extend(brought);
        }
        compiled.framework.attackers(argument).iter().for_each(|&attacker| self.keep_from_in(attacker));
        let kept: Vec<Argument> = {
            let needs = compiled.needs_of(argument).filter(|need| !need.open);
            needs.filter_map(|need| need.members.iter().copied().find(|&it| self.status(it) != Status::Falls)).collect()
        };
        for member in kept {
            self.keep_from_out(member);
        }
        for members in self.together_on(argument) {
            if let Some(&member) = members.iter().find(|&&member| self.status(member) != Status::Stands) {
                self.keep_from_in(member);
            }
        }
    }

    /// A new reason can break a circle of reasons, and then all in it is decided anew.
    fn note_circle(&mut self, argument: Argument) {
        let compiled = &self.outcome.compiled;
        self.circular |= compiled.meaning(argument) == Meaning::AuxiliaryArgument(AuxiliaryArgument::Circle)
            || compiled.needs_of(argument).any(|need| need.open);
    }

    /// The clauses by which one argument attacks another.
    fn note_withdrawals(&mut self, attacker: Argument, target: Argument) {
        let (map, compiled) = (self.repair.debate.map, &self.outcome.compiled);
        let of_argument = |undercuts: &[Undercut]| -> Vec<StatementId> {
            undercuts.iter().filter(|undercut| undercut.argument == attacker).map(|undercut| undercut.from).collect()
        };
        let speakers: Vec<StatementId> = match compiled.meaning(target) {
            Meaning::Statement(removed) => compiled.attacker(attacker, removed).into_iter().collect(),
            Meaning::Reason(reason) => of_argument(compiled.undercuts_of(map.reasons[reason].conclusion)),
            // An undercut excuses from what would follow.
            Meaning::AuxiliaryArgument(AuxiliaryArgument::Unfollowed(_)) => of_argument(compiled.undercuts()),
            Meaning::AuxiliaryArgument(_) => return,
        };
        let speakers = speakers.into_iter().flat_map(|statement| compiled.members(statement).iter().copied());
        let reverse = self.repair.debate.interpretation.despite == Despite::Attacks;
        for speaker in speakers {
            let (from, to) = (map.relations_from(speaker), map.relations_to(speaker));
            for &id in from.iter().chain(to) {
                let relation = &map.relations[id];
                let strikes = match (relation.kind, compiled.meaning(target)) {
                    (RelationKind::Against, Meaning::Statement(removed)) => {
                        relation.from == speaker && compiled.proposition(relation.to) == compiled.proposition(removed)
                    }
                    (RelationKind::Despite, Meaning::Statement(removed)) if reverse => {
                        relation.to == speaker && compiled.proposition(relation.from) == compiled.proposition(removed)
                    }
                    (RelationKind::Undercuts, Meaning::Reason(reason)) => {
                        relation.from == speaker && map.reasons[reason].conclusion == relation.to
                    }
                    (RelationKind::Undercuts, Meaning::AuxiliaryArgument(_)) => relation.from == speaker,
                    _ => false,
                };
                if strikes {
                    self.edits.push(Edit::Withdraw(id));
                }
            }
        }
    }
}
