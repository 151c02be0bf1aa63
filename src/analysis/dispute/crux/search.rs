//! The search for the smallest set: sizes from below, and of each size every set that could do.
//!
//! A core is a set of claims of which at least one has to be struck. So sets grow claim by claim out of a core that they
//! do not touch yet (Reiter 1987); claims tried before are not tried again beside those that follow. Cores without a claim
//! in common each want a claim of their own: that bounds from below how many are still needed, and which at best.

use crate::model::StatementId;

use super::found::MOST;
use super::side::Side;

/// How often a side is looked through at most, and how many things in any case.
const PASSES: usize = 100;
const THINGS: usize = 300_000;

/// Result of a search.
#[derive(Debug)]
pub enum Outcome {
    /// The best set of claims: which side (0 or 1) falls with it, and a statement for each claim, in the order of the text.
    Found { side: usize, chosen: Vec<StatementId> },
    /// No set will do.
    None,
    /// None was found within the limit.
    BeyondLimit,
}

/// How a set is preferred among those of its size: by its steps, by how much of it no attack names, then by the text.
type Rank = (usize, usize, Vec<StatementId>);

/// A search on two sides at once.
#[derive(Debug)]
pub struct Search<'s> {
    sides: &'s [Side<'s>; 2],
    /// How many more things may be looked at.
    left: usize,
    best: Option<(Rank, usize)>,
}

/// A set as far as it has grown.
#[derive(Debug, Default)]
struct Growing {
    removed: Vec<usize>,
    /// Claims that are not to be removed: all sets with them were tried.
    tried: Vec<bool>,
}

/// The limit was reached.
struct Exhausted;

impl<'s> Search<'s> {
    /// A search for the crux of two sides.
    pub fn new(sides: &'s [Side<'s>; 2]) -> Self {
        let size: usize = sides.iter().map(Side::size).sum();
        Search { sides, left: PASSES * size + THINGS, best: None }
    }

    /// The smallest set that fells a side.
    pub fn smallest(mut self) -> Outcome {
        let mut open: Vec<(usize, usize, Growing)> = Vec::new();
        for side in [0, 1].into_iter().filter(|&side| !self.sides[side].is_safe()) {
            let set = Growing { removed: Vec::new(), tried: vec![false; self.sides[side].claims()] };
            match self.cores(side, &set, MOST) {
                Ok(cores) => open.push((side, cores.map_or(MOST + 1, |cores| cores.len()), set)),
                Err(Exhausted) => return Outcome::BeyondLimit,
            }
        }
        if open.is_empty() {
            return Outcome::None;
        }
        // No side falls with fewer than it has cores.
        for most in 0..=MOST {
            for (side, _, set) in open.iter_mut().filter(|(_, least, _)| *least <= most) {
                if self.grow(*side, set, most).is_err() {
                    return Outcome::BeyondLimit;
                }
            }
            if let Some(((_, _, chosen), side)) = self.best {
                return Outcome::Found { side, chosen };
            }
        }
        Outcome::BeyondLimit
    }

    /// Tries all sets that have this one in them and so many claims more. It calls itself at most [`MOST`] times deep.
    fn grow(&mut self, side: usize, set: &mut Growing, more: usize) -> Result<(), Exhausted> {
        let Some(mut cores) = self.cores(side, set, more)? else { return Ok(()) };
        let Some((smallest, _)) = cores.iter().enumerate().min_by_key(|(_, core)| core.len()) else {
            let rank = self.at_best(side, set, &[], 0);
            if self.is_better(&rank) {
                self.best = Some((rank, side));
            }
            return Ok(());
        };
        let mut candidates = cores.swap_remove(smallest);
        candidates.sort_by_key(|&claim| self.sides[side].rank(claim));
        let mut done = Ok(());
        for &claim in &candidates {
            set.removed.push(claim);
            let rank = self.at_best(side, set, &cores, more - 1 - cores.len());
            if self.is_better(&rank) {
                done = self.grow(side, set, more - 1);
            }
            set.removed.pop();
            set.tried[claim] = true;
            if done.is_err() {
                break;
            }
        }
        for &claim in &candidates {
            set.tried[claim] = false;
        }
        done
    }

    fn is_better(&self, rank: &Rank) -> bool {
        self.best.as_ref().is_none_or(|(best, _)| rank < best)
    }

    /// Cores that have no claim in common, each without what was tried; `None` where no more than `more` claims cannot
    /// strike them all.
    fn cores(&mut self, side: usize, set: &Growing, more: usize) -> Result<Option<Vec<Vec<usize>>>, Exhausted> {
        let mut removed = set.removed.clone();
        let mut cores = Vec::new();
        loop {
            self.left = self.left.checked_sub(self.sides[side].size()).ok_or(Exhausted)?;
            let Some(core) = self.sides[side].core(&removed) else { return Ok(Some(cores)) };
            removed.extend(&core);
            let core: Vec<usize> = core.into_iter().filter(|&claim| !set.tried[claim]).collect();
            if core.is_empty() || cores.len() == more {
                return Ok(None);
            }
            cores.push(core);
        }
    }

    /// How a set ranks if of every core it gets the nearest claim, and the first in the text, and `others` that could not be
    /// better: no set that grows out of it ranks before that.
    fn at_best(&self, side: usize, set: &Growing, cores: &[Vec<usize>], others: usize) -> Rank {
        let ranks = |claims: &[usize]| -> Vec<_> { claims.iter().map(|&claim| self.sides[side].rank(claim)).collect() };
        let removed = ranks(&set.removed);
        let mut steps: usize = removed.iter().map(|(steps, ..)| steps).sum();
        let mut unnamed: usize = removed.iter().map(|(_, unnamed, _)| usize::from(*unnamed)).sum();
        let mut text: Vec<StatementId> = removed.into_iter().map(|(.., statement)| statement).collect();
        for core in cores.iter().map(|core| ranks(core)) {
            steps += core.iter().map(|(steps, ..)| *steps).min().unwrap_or_default();
            unnamed += core.iter().map(|(_, unnamed, _)| usize::from(*unnamed)).min().unwrap_or_default();
            text.extend(core.iter().map(|(.., statement)| *statement).min());
        }
        text.extend(std::iter::repeat_n(StatementId::new(0), others));
        text.sort_unstable();
        (steps, unnamed, text)
    }
}
