//! Obstacles: what keeps a statement from its goal until one of a few changes is made.
//!
//! An argument that is not in has an attacker that is not out, or a need without a member that is in; one that is not out has no attacker
//! that is in, and of each need a member that is not out. Followed to the end, this is a set of arguments none of which can be
//! decided otherwise before the others are: so they all stay as they are, whatever else is changed around them.

use foldhash::{HashSet, HashSetExt};
use framework::{Argument, Label};

use crate::analysis::evaluation::trial::{Switch, Trial};
use crate::model::StatementId;

use super::edit::Goal;

/// The most obstacles that are looked at: to overcome more would cost more than is ever paid.
const LOOKED_AT: usize = 64;
/// Where an obstacle has more changes than so many, not every statement is brought against every other.
pub(super) const LISTED: usize = 1_000_000;

/// Way to overcome an obstacle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Way {
    /// To say or to take back what a switch stands for.
    Turn(Switch),
    /// To bring a statement that stands against another.
    Bring(StatementId, StatementId),
}

/// Target and goal for which obstacles are sought.
pub(super) struct Asked<'a> {
    pub(super) target: StatementId,
    pub(super) goal: Goal,
    /// The statements that may be brought against others.
    pub(super) standing: &'a [StatementId],
}

/// For each obstacle the ways one of which has to be gone. All of them have to be overcome. Gives back how much has been looked at, too.
pub(super) fn obstacles(trial: &Trial<'_>, asked: &Asked<'_>, mut enough: impl FnMut(Vec<Way>) -> bool) -> u64 {
    let target = trial.argument(asked.target);
    let obstacle = || Obstacle::new(trial, asked);
    let mut steps = 0;
    match asked.goal {
        Goal::Stand => {
            for hindrance in obstacle().hindrances(target).into_iter().take(LOOKED_AT) {
                let mut obstacle = obstacle();
                obstacle.not_in.insert(target);
                obstacle.hinder(target, hindrance);
                let (ways, looked_at) = obstacle.close();
                steps += looked_at;
                if enough(ways) {
                    break;
                }
            }
        }
        Goal::Fall => {
            let mut obstacle = obstacle();
            obstacle.keep_from_out(target);
            let (ways, looked_at) = obstacle.close();
            steps += looked_at;
            enough(ways);
        }
    }
    steps
}

/// Hindrance that alone keeps an argument from being in.
enum Hindrance {
    /// An attacker that is not out.
    Attacker(Argument),
    /// Members of a need, none of which is in.
    Need(Vec<Argument>),
    /// Several that attack together, none of which is out.
    Together(Vec<Argument>),
}

struct Obstacle<'a> {
    trial: &'a Trial<'a>,
    asked: &'a Asked<'a>,
    not_in: HashSet<Argument>,
    not_out: HashSet<Argument>,
    open: Vec<(Argument, bool)>,
    ways: Vec<Way>,
    round: bool,
    steps: u64,
}

impl<'a> Obstacle<'a> {
    fn new(trial: &'a Trial<'a>, asked: &'a Asked<'a>) -> Self {
        Obstacle {
            trial,
            asked,
            not_in: HashSet::new(),
            not_out: HashSet::new(),
            open: Vec::new(),
            ways: Vec::new(),
            round: false,
            steps: 0,
        }
    }

    fn is(&self, argument: Argument, label: Label) -> bool {
        self.trial.labelling().label(argument) == label
    }

    fn keep_from_in(&mut self, argument: Argument) {
        if self.not_in.insert(argument) {
            self.open.push((argument, true));
        }
    }

    fn keep_from_out(&mut self, argument: Argument) {
        if self.not_out.insert(argument) {
            self.open.push((argument, false));
        }
    }

    /// Follows what was found to the end. What is said or not because somebody chose so, is followed no further.
    fn close(mut self) -> (Vec<Way>, u64) {
        while let Some((argument, from_in)) = self.open.pop() {
            self.steps += 1;
            if let Some(switch) = self.trial.switch(argument) {
                self.ways.push(Way::Turn(switch));
            } else if from_in {
                if let Some(first) = self.hindrances(argument).into_iter().next() {
                    self.hinder(argument, first);
                }
            } else {
                self.shelter(argument);
            }
        }
        if self.round {
            self.ways.extend(self.trial.breaking().map(Way::Turn));
        }
        self.steps += self.ways.len() as u64;
        (self.ways, self.steps)
    }

    /// Everything that by itself keeps an argument from being in. Of several that all stand for one attack, each keeps it.
    fn hindrances(&mut self, argument: Argument) -> Vec<Hindrance> {
        let labelling = self.trial.labelling();
        let mut found = Vec::new();
        for need in labelling.needs_of(argument) {
            self.steps += 1;
            if need.members.iter().all(|&member| !self.is(member, Label::In)) {
                found.push(Hindrance::Need(need.members.clone()));
            }
        }
        for attacker in labelling.attackers(argument) {
            self.steps += 1;
            if !self.is(attacker, Label::Out) {
                self.hindering(attacker, &mut found);
            }
        }
        for members in labelling.joint_attacks_on(argument) {
            self.steps += 1;
            if members.iter().all(|&member| !self.is(member, Label::Out)) {
                found.push(Hindrance::Together(members.to_vec()));
            }
        }
        found
    }

    /// An attacker, or each that it is there for: where a helper attacks that is in while one of several is, all of them have to be out.
    fn hindering(&self, attacker: Argument, found: &mut Vec<Hindrance>) {
        let labelling = self.trial.labelling();
        let mut needs = labelling.needs_of(attacker);
        let stands_for = match (needs.next(), needs.next(), labelling.attackers(attacker).next()) {
            (Some(need), None, None) if self.trial.is_added(attacker) && !need.open => &need.members[..],
            _ => &[],
        };
        let hindering = stands_for.iter().copied().filter(|&member| !self.is(member, Label::Out));
        let before = found.len();
        found.extend(hindering.map(Hindrance::Attacker));
        if found.len() == before {
            found.push(Hindrance::Attacker(attacker));
        }
    }

    /// Keeps an argument from being in by this, and notes what would end it.
    fn hinder(&mut self, argument: Argument, hindrance: Hindrance) {
        self.round |= self.trial.goes_round(argument);
        match hindrance {
            Hindrance::Attacker(attacker) => self.keep_from_out(attacker),
            Hindrance::Need(members) => members.into_iter().for_each(|member| self.keep_from_in(member)),
            Hindrance::Together(members) => members.into_iter().for_each(|member| self.keep_from_out(member)),
        }
    }

    /// Keeps an argument from being out, and notes what would end it.
    fn shelter(&mut self, argument: Argument) {
        let trial = self.trial;
        self.round |= trial.goes_round(argument);
        if let Some(statement) = trial.statement(argument) {
            let others = self.asked.standing.iter().filter(|other| **other != statement);
            let brought =
                others.flat_map(|&other| trial.members(statement).iter().map(move |&member| Way::Bring(other, member)));
            let room = (LISTED + 1).saturating_sub(self.ways.len());
            self.ways.extend(brought.take(room));
        }
        for attacker in trial.labelling().attackers(argument) {
            self.steps += 1;
            self.keep_from_in(attacker);
        }
        for need in trial.labelling().needs_of(argument).filter(|need| !need.open) {
            self.steps += 1;
            if let Some(&kept) = need.members.iter().find(|&&member| !self.is(member, Label::Out)) {
                self.keep_from_out(kept);
            }
        }
        for members in trial.labelling().joint_attacks_on(argument) {
            self.steps += 1;
            if let Some(&member) = members.iter().find(|&&member| !self.is(member, Label::In)) {
                self.keep_from_in(member);
            }
        }
    }
}
