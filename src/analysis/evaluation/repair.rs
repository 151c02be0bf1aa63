//! Repair: the fewest changes that make a statement stand or fall (enforcement; Baumann 2012, Wallner et al. 2017).
//!
//! Sets of changes are searched by cost, the cheapest first. What keeps the statement from its goal is found as an obstacle: a part of the
//! framework that stays as it is until one of a few changes touches it. So whoever wants to reach the goal has to make one of those
//! changes, and only they are tried next.

mod factor;
mod obstacle;
#[cfg(test)]
mod tests;

use foldhash::{HashSet, HashSetExt};
use framework::{Semantics, Status, Stop};

use crate::model::{RelationId, StatementId};

use super::audience::Audience;
use super::compile::Debate;
use super::hypothesis::Hypothesis;
use super::outcome::Outcome;
pub use factor::Factor;
use factor::factors;
use obstacle::{LISTED, obstacles};

/// What is to become of the statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// It is to stand.
    Stand,
    /// It is to fall.
    Fall,
}

impl Goal {
    /// Every one with its word, and what it means to whoever asks for it.
    pub const WORDS: &[(Goal, &str, &str)] =
        &[(Goal::Stand, "stand", "It is to stand"), (Goal::Fall, "fall", "It is to fall")];
}

/// One thing that somebody might do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edit {
    /// Bring something new against a statement and all that say the same, which nothing answers.
    Answer(StatementId),
    /// Take back what attacks something.
    Withdraw(RelationId),
    /// Let a statement go.
    GiveUp(StatementId),
    /// Give a statement a new reason that nothing can be said against.
    Back(StatementId),
    /// Bring a statement that stands against another.
    Bring(StatementId, StatementId),
}

/// A kind of change that may be forbidden, or may cost more than another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// To say something new against a statement.
    Answer,
    /// To take an attack back.
    Withdraw,
    /// To let a statement go.
    GiveUp,
    /// To give a statement a new reason.
    Back,
}

impl ChangeKind {
    /// Every one with its word, and what it means to whoever asks for it.
    pub const WORDS: &[(ChangeKind, &str, &str)] = &[
        (ChangeKind::Answer, "answer", "Say something new against a statement"),
        (ChangeKind::Withdraw, "withdraw", "Take an attack back"),
        (ChangeKind::GiveUp, "give-up", "Let a statement go"),
        (ChangeKind::Back, "back", "Give a statement a new reason"),
    ];
}

/// What each kind of change costs; `None` where it is not to be made. No change is free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The changes above say what each is.
pub struct Costs {
    pub answer: Option<u32>,
    pub withdraw: Option<u32>,
    pub give_up: Option<u32>,
    pub back: Option<u32>,
    pub bring: Option<u32>,
}

impl Default for Costs {
    /// One for each, and no existing statement is brought against another.
    fn default() -> Self {
        Costs { answer: Some(1), withdraw: Some(1), give_up: Some(1), back: Some(1), bring: None }
    }
}

impl Costs {
    /// What a kind of change costs from now on; `None` where it is not to be made.
    pub fn set(&mut self, kind: ChangeKind, cost: Option<u32>) {
        *match kind {
            ChangeKind::Answer => &mut self.answer,
            ChangeKind::Withdraw => &mut self.withdraw,
            ChangeKind::GiveUp => &mut self.give_up,
            ChangeKind::Back => &mut self.back,
        } = cost;
    }

    /// What a change costs; `None` where it is not to be made.
    pub fn of(&self, change: Edit) -> Option<u32> {
        match change {
            Edit::Answer(_) => self.answer,
            Edit::Withdraw(_) => self.withdraw,
            Edit::GiveUp(_) => self.give_up,
            Edit::Back(_) => self.back,
            Edit::Bring(..) => self.bring,
        }
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repairs {
    /// What each of the cheapest sets costs: 0 where nothing has to be done. `None` where none was found.
    pub cost: Option<u32>,
    /// The first of them, in the order of the text.
    pub sets: Vec<Vec<Edit>>,
    /// All of them as a product, where they are one and that is shorter: one part of each factor makes a set.
    pub factors: Option<Vec<Factor>>,
    /// How many there are.
    pub number: usize,
    /// Whether everything was looked through, so that none is cheaper and none was missed.
    pub complete: bool,
    /// Every set that costs less than this was looked through.
    pub tried_below: u32,
}

/// How many sets are kept while they are looked for; of more, no product is made.
const KEPT: usize = 20_000;
/// How many sets are given back.
pub const SHOWN: usize = 20;
/// Dearer sets are not looked for. It also bounds the recursion.
const DEAREST: u32 = 40;
/// How many arguments a search may look at, over and over, before it ends: some seconds.
pub const REPAIR_BUDGET: usize = 40_000_000;

/// A question of repair.
#[derive(Debug, Clone, Copy)]
pub struct Repair<'a> {
    /// What is argued.
    pub debate: &'a Debate<'a>,
    /// For whom.
    pub audience: Option<&'a Audience>,
    /// What is taken for granted already.
    pub hypothesis: &'a Hypothesis,
    /// The statement.
    pub target: StatementId,
    /// What is to become of it. Only the grounded semantics is asked.
    pub goal: Goal,
    /// What may be done. To answer or to give up the statement itself is not looked at.
    pub costs: Costs,
    /// How many arguments may be looked at, over and over, before the search ends.
    pub left: usize,
}

impl Repair<'_> {
    /// The cheapest sets of changes.
    pub fn find(&self) -> Repairs {
        let before = self.evaluate(&[]);
        let standing: Vec<StatementId> = match self.costs.bring {
            Some(_) => {
                let all = self.debate.map.statements.ids();
                all.filter(|&id| before.of(id) == Some(Status::Stands)).collect()
            }
            None => Vec::new(),
        };
        let mut search = Search {
            repair: self,
            standing,
            left: (self.left / before.compiled.framework.size().max(1)).max(20),
            made: Vec::new(),
            excluded: Vec::new(),
            sets: Vec::new(),
            number: 0,
            too_dear_by: None,
            cut: false,
        };
        let none = |complete, tried_below| Repairs {
            cost: None,
            sets: Vec::new(),
            factors: None,
            number: 0,
            complete,
            tried_below,
        };
        let mut budget = 0;
        while budget <= DEAREST {
            search.too_dear_by = None;
            search.look(budget);
            let complete = search.left > 0 && !search.cut;
            if search.number > 0 {
                search.sets.sort();
                let Search { mut sets, number, .. } = search;
                let factors = if complete && number == sets.len() { factors(&sets) } else { None };
                sets.truncate(SHOWN);
                return Repairs { cost: Some(budget), sets, factors, number, complete, tried_below: budget };
            }
            if !complete {
                return none(false, budget);
            }
            match search.too_dear_by {
                Some(more) => budget = budget.saturating_add(more),
                None => return none(true, budget),
            }
        }
        none(false, budget)
    }

    fn evaluate(&self, made: &[Edit]) -> Outcome {
        let mut hypothesis = self.hypothesis.clone();
        for &change in made {
            match change {
                Edit::Answer(statement) => hypothesis.answered.push(statement),
                Edit::Withdraw(relation) => hypothesis.withdrawn.push(relation),
                Edit::GiveUp(statement) => hypothesis.gone.push(statement),
                Edit::Back(statement) => hypothesis.backed.push(statement),
                Edit::Bring(from, to) => hypothesis.brought.push((from, to)),
            }
        }
        let outcome = self.debate.evaluate(self.audience, &hypothesis, Semantics::Grounded, &Stop::never());
        outcome.expect("nothing stops it")
    }

    fn is_reached(&self, outcome: &Outcome) -> bool {
        let wanted = match self.goal {
            Goal::Stand => Status::Stands,
            Goal::Fall => Status::Falls,
        };
        outcome.of(self.target) == Some(wanted)
    }
}

struct Search<'a> {
    repair: &'a Repair<'a>,
    standing: Vec<StatementId>,
    /// How many more evaluations there is patience for.
    left: usize,
    made: Vec<Edit>,
    excluded: Vec<Edit>,
    sets: Vec<Vec<Edit>>,
    number: usize,
    /// Where a way was given up for its cost alone, by how much the cheapest of them is too dear at least.
    too_dear_by: Option<u32>,
    /// Whether an obstacle had more changes than were listed.
    cut: bool,
}

impl Search<'_> {
    /// Looks for sets that hold what is made already and cost exactly so much more.
    fn look(&mut self, budget: u32) {
        if self.left == 0 {
            return;
        }
        self.left -= 1;
        let outcome = self.repair.evaluate(&self.made);
        if self.repair.is_reached(&outcome) {
            if budget == 0 {
                self.number += 1;
                let mut set = self.made.clone();
                set.sort();
                if self.sets.len() < KEPT {
                    self.sets.push(set);
                }
            }
            return;
        }
        if budget == 0 {
            self.give_up(1);
            return;
        }
        let obstacles = obstacles(self.repair, &outcome, &self.standing);
        let Some(tried) = self.cheapest(obstacles, budget) else { return };
        let excluded = self.excluded.len();
        for change in tried {
            let cost = self.cost(change);
            self.made.push(change);
            self.look(budget - cost);
            self.made.pop();
            self.excluded.push(change);
        }
        self.excluded.truncate(excluded);
    }

    /// The obstacle with the fewest changes that are left to try; `None` where there is one that no change overcomes, or where all
    /// obstacles together cannot be overcome for this much.
    fn cheapest(&mut self, obstacles: Vec<Vec<Edit>>, budget: u32) -> Option<Vec<Edit>> {
        let mut open: Vec<Vec<Edit>> = Vec::new();
        for mut edits in obstacles {
            self.cut |= edits.len() > LISTED;
            let allowed = |change: &Edit| self.repair.costs.of(*change).is_some();
            edits.retain(|change| allowed(change) && !self.excluded.contains(change) && !self.made.contains(change));
            edits.sort();
            edits.dedup();
            open.push(edits);
        }
        open.sort_by_key(Vec::len);
        // Obstacles that no one change overcomes together have each to be paid for.
        let (mut taken, mut least): (HashSet<Edit>, u32) = (HashSet::new(), 0);
        for edits in &open {
            let cheapest = edits.iter().map(|&change| self.cost(change)).min()?;
            if edits.iter().all(|change| !taken.contains(change)) {
                least = least.saturating_add(cheapest);
                taken.extend(edits);
            }
        }
        let mut tried = open.into_iter().next()?;
        if least > budget {
            self.give_up(least - budget);
            return None;
        }
        let dearer = tried.iter().filter_map(|&change| self.cost(change).checked_sub(budget)).filter(|&more| more > 0);
        if let Some(more) = dearer.min() {
            self.give_up(more);
        }
        tried.retain(|&change| self.cost(change) <= budget);
        Some(tried)
    }

    /// Gives up a way that is by so much too dear.
    fn give_up(&mut self, more: u32) {
        self.too_dear_by = Some(self.too_dear_by.map_or(more, |least| least.min(more)));
    }

    fn cost(&self, change: Edit) -> u32 {
        self.repair.costs.of(change).unwrap_or(u32::MAX).max(1)
    }
}
