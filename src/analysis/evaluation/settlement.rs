//! Settlements: the fewest of the parts of the map on which a stance hangs that have to be settled for it to be held to.

use std::collections::BTreeSet;

use framework::{Semantics, Stop, Stopped};

use crate::model::{ConditionLink, StanceId};

use super::audience::Audience;
use super::compile::Debate;
use super::condition::taken::Taken;
use super::hypothesis::Hypothesis;

/// A part of the map on which a stance hangs, and how it is settled: whether it holds.
pub type Settlement = (ConditionLink, bool);

/// Settlements that would make one stance stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settlements {
    /// The stance that hangs on parts of the map.
    pub stance: StanceId,
    /// All sets of the fewest settlements after which it stands; one that is empty where nothing has to be settled.
    pub sets: Vec<Vec<Settlement>>,
}

impl Debate<'_> {
    /// Settlements that would make a stance stand once its statement does, by the grounded rule. Every set of so many settlements is tried, from the
    /// fewest on: to settle all that is written in its condition is enough, so that the search has an end.
    pub fn settlements(
        &self,
        audience: Option<&Audience>,
        hypothesis: &Hypothesis,
        stance: StanceId,
        stop: &Stop<'_>,
    ) -> Result<Settlements, Stopped> {
        let mut supposed = hypothesis.clone();
        let statement = self.map.stances[stance].statement;
        supposed.gone.retain(|gone| *gone != statement);
        supposed.supposed.push(statement);
        let outcome = self.evaluate(audience, &supposed, Semantics::Grounded, stop)?;
        if outcome.of_stance(self.map, stance) == Some(Taken::Stands) {
            return Ok(Settlements { stance, sets: vec![Vec::new()] });
        }
        let links = self.below(stance);
        let choices: Vec<Settlement> = links.iter().flat_map(|&link| [(link, true), (link, false)]).collect();
        let most = self.map.stances[stance].linked().map_or(0, |condition| condition.links.len());
        let mut sets = Vec::new();
        for size in 1..=most {
            let mut chosen: Vec<usize> = (0..size).collect();
            loop {
                let set: Vec<Settlement> = chosen.iter().filter_map(|&at| choices.get(at).copied()).collect();
                if set.len() == size && self.is_possible(&set) {
                    stop.ask(self.map.statements.len() as u64)?;
                    let outcome = self.evaluate(audience, &settling(&supposed, &set), Semantics::Grounded, stop)?;
                    if outcome.of_stance(self.map, stance) == Some(Taken::Stands) {
                        sets.push(set);
                    }
                }
                if !advance(&mut chosen, choices.len()) {
                    break;
                }
            }
            if !sets.is_empty() {
                break;
            }
        }
        Ok(Settlements { stance, sets })
    }

    /// The parts of the map on which a stance hangs, directly or by way of others that hang on something.
    fn below(&self, stance: StanceId) -> BTreeSet<ConditionLink> {
        let (mut links, mut seen, mut next) = (BTreeSet::new(), BTreeSet::from([stance]), vec![stance]);
        while let Some(stance) = next.pop() {
            let Some(condition) = self.map.stances[stance].linked() else { continue };
            for &link in condition.links.iter() {
                links.insert(link);
                let ConditionLink::Position(position) = link else { continue };
                let on_it = self.map.stances_on(self.map.positions[position].issue).iter().copied();
                next.extend(on_it.filter(|&other| seen.insert(other)));
            }
        }
        // That its own statement stands is taken for granted.
        links.remove(&ConditionLink::Statement(self.map.stances[stance].statement));
        links
    }

    /// Whether nothing is settled in two ways, and no two positions that exclude each other are held to.
    fn is_possible(&self, set: &[Settlement]) -> bool {
        let excludes = |one: &Settlement, other: &Settlement| match (one, other) {
            ((ConditionLink::Position(one), true), (ConditionLink::Position(other), true)) => {
                let issue = self.map.positions[*one].issue;
                issue == self.map.positions[*other].issue && self.map.issues[issue].is_exclusive()
            }
            ((one, _), (other, _)) => one == other,
        };
        set.iter().enumerate().all(|(at, one)| set[at + 1..].iter().all(|other| !excludes(one, other)))
    }
}

/// Hypothesis with these settlements.
fn settling(hypothesis: &Hypothesis, set: &[Settlement]) -> Hypothesis {
    let mut settled = hypothesis.clone();
    for &(link, holds) in set {
        match link {
            ConditionLink::Position(position) => {
                settled.settled.retain(|(known, _)| *known != position);
                settled.settled.push((position, holds));
            }
            ConditionLink::Statement(statement) if holds => settled.supposed.push(statement),
            ConditionLink::Statement(statement) => settled.gone.push(statement),
        }
    }
    settled
}

/// The next choice of so many out of a number of things; whether there is one.
fn advance(chosen: &mut [usize], number: usize) -> bool {
    let size = chosen.len();
    let Some(at) = (0..size).rev().find(|&at| chosen[at] + size < number + at) else { return false };
    chosen[at] += 1;
    for behind in at + 1..size {
        chosen[behind] = chosen[behind - 1] + 1;
    }
    true
}
