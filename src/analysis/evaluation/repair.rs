//! Repair: the fewest changes that make a statement stand or fall (enforcement; Baumann 2012, Wallner et al. 2017).
//!
//! Sets of changes are searched by cost, the cheapest first. What keeps the statement from its goal is found as an obstacle: a part of the
//! framework that stays as it is until one of a few changes touches it. So whoever wants to reach the goal has to make one of those
//! changes, and only they are tried next.

mod edit;
mod factor;
mod obstacle;
mod task;
#[cfg(test)]
mod tests;

use foldhash::{HashSet, HashSetExt};
use framework::{Semantics, Status, Stop};

use crate::model::StatementId;

use super::outcome::Outcome;
use factor::factors;
use obstacle::{LISTED, obstacles};

pub use self::edit::{ChangeKind, Costs, Edit, Goal};
pub use self::task::Repair;
pub use factor::Factor;

/// The cheapest sets of edits, as far as the search went.
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
