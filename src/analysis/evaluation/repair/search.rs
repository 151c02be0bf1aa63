//! The search for the cheapest sets of changes: deeper and deeper, until there is one.

use foldhash::{HashSet, HashSetExt};
use framework::{Label, Status, Stop};

use crate::analysis::evaluation::hypothesis::Hypothesis;
use crate::analysis::evaluation::trial::Trial;
use crate::model::StatementId;

use super::edit::Edit;
use super::factor::{Factor, factors};
use super::obstacle::{Asked, LISTED, Way, obstacles};
use super::task::{Repair, turned};

/// The cheapest sets of edits, as far as the search went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repairs {
    /// Cost of each of the cheapest sets: 0 where nothing has to be done. `None` where none was found.
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
    /// Where the search was ended before it had found any, a set that reaches the goal all the same, and what it costs.
    pub dear: Option<(u32, Vec<Edit>)>,
    /// How many arguments and bonds between them were looked at.
    pub steps: u64,
}

/// How many sets are kept while they are looked for; of more, no product is made.
const KEPT: usize = 20_000;
/// How many sets are given back.
pub const SHOWN: usize = 20;
/// Dearer sets are not looked for. It also bounds the recursion.
const DEAREST: u32 = 40;
/// A set that is only to reach the goal has no more changes than so many.
const LONGEST: usize = 100;
/// So many obstacles, one after the other, may say nothing new of what all of them cost.
const SAME: usize = 8;

impl Repair<'_> {
    /// The cheapest sets of changes, until it is stopped.
    pub fn find(&self, stop: &Stop<'_>) -> Repairs {
        let (open, audiences) = (self.open(), self.audience.as_slice());
        let asked = self.costs.bring.is_none().then_some(self.target);
        let trial = Trial::new(self.debate, audiences, &open, Label::In, asked);
        let mut standing: Vec<StatementId> = Vec::new();
        if self.costs.bring.is_some() {
            let all = self.debate.map.statements.ids().filter(|&id| trial.argues(id));
            standing.extend(all.filter(|&id| trial.status(id) == Status::Stands));
        }
        let search = Search {
            repair: self,
            stop,
            open: &open,
            standing,
            reported: 0,
            looked_at: 0,
            trial,
            ended: false,
            made: Vec::new(),
            settled: HashSet::new(),
            sets: Vec::new(),
            number: 0,
            too_dear_by: None,
            cut: false,
        };
        search.run()
    }
}

struct Search<'a> {
    repair: &'a Repair<'a>,
    stop: &'a Stop<'a>,
    open: &'a Hypothesis,
    standing: Vec<StatementId>,
    trial: Trial<'a>,
    /// How many steps whoever may stop it knows of, and how many there were beside those of trying.
    reported: u64,
    looked_at: u64,
    ended: bool,
    made: Vec<Edit>,
    /// Ways that are taken already, and those that are not to be taken, because they were tried before.
    settled: HashSet<Way>,
    sets: Vec<Vec<Edit>>,
    number: usize,
    /// Where a way was given up for its cost alone, by how much the cheapest of them is too dear at least.
    too_dear_by: Option<u32>,
    /// Whether an obstacle had more changes than were listed.
    cut: bool,
}

impl Search<'_> {
    fn run(mut self) -> Repairs {
        let mut budget = 0;
        while budget <= DEAREST {
            self.too_dear_by = None;
            self.look(budget);
            let complete = !self.ended && !self.cut;
            if self.number > 0 {
                self.sets.sort();
                let steps = self.steps();
                let Search { mut sets, number, .. } = self;
                let factors = if complete && number == sets.len() { factors(&sets) } else { None };
                sets.truncate(SHOWN);
                let cost = Some(budget);
                return Repairs { cost, sets, factors, number, complete, tried_below: budget, dear: None, steps };
            }
            if !complete {
                break;
            }
            match self.too_dear_by {
                Some(more) => budget = budget.saturating_add(more),
                None => return self.none(true, budget),
            }
        }
        self.none(false, budget)
    }

    fn none(mut self, complete: bool, tried_below: u32) -> Repairs {
        let dear = if complete { None } else { self.reach() };
        let (cost, sets, factors, number) = (None, Vec::new(), None, 0);
        Repairs { cost, sets, factors, number, complete, tried_below, dear, steps: self.steps() }
    }

    fn steps(&self) -> u64 {
        self.trial.steps() + self.looked_at
    }

    /// Looks for sets that hold what is made already and cost exactly so much more.
    fn look(&mut self, budget: u32) {
        let steps = self.steps();
        self.ended |= self.stop.is_up(steps - self.reported);
        self.reported = steps;
        if self.ended {
            return;
        }
        if self.repair.is_reached(&self.trial) {
            if budget == 0 {
                self.number += 1;
                if self.sets.len() < KEPT {
                    let mut set = self.made.clone();
                    set.sort();
                    self.sets.push(set);
                }
            }
            return;
        }
        if budget == 0 {
            self.give_up(1);
            return;
        }
        let Some(tried) = self.cheapest(budget) else { return };
        for &way in &tried {
            self.go(way);
            self.settled.insert(way);
            self.look(budget - self.cost(way));
            self.go_back(way);
            if self.ended {
                break;
            }
        }
        for way in &tried {
            self.settled.remove(way);
        }
    }

    /// The obstacle with the fewest changes that are left to try; `None` where there is one that no change overcomes, or where all
    /// obstacles together cannot be overcome for this much.
    fn cheapest(&mut self, budget: u32) -> Option<Vec<Way>> {
        let mut open: Vec<Vec<Way>> = Vec::new();
        // Obstacles that no one change overcomes together have each to be paid for.
        let (mut paid, mut least, mut same): (HashSet<Way>, u32, usize) = (HashSet::new(), 0, 0);
        let (mut cut, mut hopeless) = (false, false);
        let asked = Asked { target: self.repair.target, goal: self.repair.goal, standing: &self.standing };
        let looked_at = obstacles(&self.trial, &asked, |mut ways| {
            cut |= ways.len() > LISTED;
            ways.retain(|way| !self.settled.contains(way) && self.costs(*way).is_some());
            ways.sort_unstable();
            ways.dedup();
            let Some(cheapest) = ways.iter().map(|&way| self.cost(way)).min() else {
                hopeless = true;
                return true;
            };
            same += 1;
            if ways.iter().all(|way| !paid.contains(way)) {
                least = least.saturating_add(cheapest);
                paid.extend(&ways);
                same = 0;
            }
            open.push(ways);
            least > budget || same > SAME
        });
        self.looked_at += looked_at;
        self.cut |= cut;
        if hopeless {
            return None;
        }
        if least > budget {
            self.give_up(least - budget);
            return None;
        }
        let mut tried = open.into_iter().min_by_key(Vec::len)?;
        let dearer = tried.iter().filter_map(|&way| self.cost(way).checked_sub(budget)).filter(|&more| more > 0);
        if let Some(more) = dearer.min() {
            self.give_up(more);
        }
        tried.retain(|&way| self.cost(way) <= budget);
        Some(tried)
    }

    /// Some changes that reach the goal, few of them if need be, where the fewest are not known.
    fn reach(&mut self) -> Option<(u32, Vec<Edit>)> {
        let mut gone: Vec<Way> = Vec::new();
        while !self.repair.is_reached(&self.trial) {
            let way = *self.cheapest(u32::MAX)?.first()?;
            if gone.len() == LONGEST {
                return None;
            }
            self.go(way);
            self.settled.insert(way);
            gone.push(way);
        }
        // Whatever is not needed is left out again: what came first was chosen with the least knowledge.
        if self.standing.is_empty() {
            gone.retain(|&way| {
                self.go_back(way);
                let is_needed = !self.repair.is_reached(&self.trial);
                if is_needed {
                    self.go(way);
                }
                is_needed
            });
        }
        let cost = gone.iter().map(|&way| self.cost(way)).fold(0, u32::saturating_add);
        let mut edits: Vec<Edit> = gone.into_iter().map(|way| self.edit(way)).collect();
        edits.sort();
        Some((cost, edits))
    }

    fn go(&mut self, way: Way) {
        self.made.push(self.edit(way));
        match way {
            Way::Turn(switch) => self.trial.set(switch, turned(self.open, switch).1),
            Way::Bring(from, to) => self.trial.bring(from, to),
        }
    }

    fn go_back(&mut self, way: Way) {
        let edit = self.edit(way);
        self.made.retain(|made| *made != edit);
        match way {
            Way::Turn(switch) => {
                let label = if turned(self.open, switch).1 == Label::In { Label::Out } else { Label::In };
                self.trial.set(switch, label);
            }
            Way::Bring(..) => self.trial.take_back(),
        }
    }

    fn edit(&self, way: Way) -> Edit {
        match way {
            Way::Turn(switch) => turned(self.open, switch).0,
            Way::Bring(from, to) => Edit::Bring(from, to),
        }
    }

    /// Gives up a way that is by so much too dear.
    fn give_up(&mut self, more: u32) {
        self.too_dear_by = Some(self.too_dear_by.map_or(more, |least| least.min(more)));
    }

    fn costs(&self, way: Way) -> Option<u32> {
        self.repair.costs.of(self.edit(way))
    }

    fn cost(&self, way: Way) -> u32 {
        self.costs(way).unwrap_or(u32::MAX).max(1)
    }
}
