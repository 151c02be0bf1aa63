//! The search for the smallest set: sizes from below, and of each size every set that could do.
//!
//! A core is a set of claims of which at least one has to be struck. So sets grow claim by claim out of a core that they
//! do not touch yet (Reiter 1987); claims tried before are not tried again beside those that follow. Cores without a claim
//! in common each want a claim of their own: that bounds from below how many are still needed, and which at best.

use crate::model::StatementId;

use super::MOST;
use super::side::Side;

/// How often a side is looked through at most, and how many things in any case.
const PASSES: usize = 100;
const THINGS: usize = 1_000_000;

/// What comes of a search.
#[derive(Debug)]
pub enum Outcome {
    /// The best set of claims: which side (0 or 1) falls with it, and a statement for each claim, in the order of the text.
    Found { side: usize, chosen: Vec<StatementId> },
    /// No set will do.
    None,
    /// None was found within the limit.
    BeyondLimit,
}

/// How a set is preferred among those of its size: by its steps, then by the text.
type Rank = (usize, Vec<StatementId>);

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
    struck: Vec<usize>,
    /// What is not to be struck: all sets with it were tried.
    tried: Vec<bool>,
}

/// The limit was reached.
struct Exhausted;

impl<'s> Search<'s> {
    /// On these sides.
    pub fn new(sides: &'s [Side<'s>; 2]) -> Self {
        let size: usize = sides.iter().map(Side::size).sum();
        Search { sides, left: PASSES * size + THINGS, best: None }
    }

    /// The smallest set that fells a side.
    pub fn smallest(mut self) -> Outcome {
        let nothing_struck =
            |side: usize| Growing { struck: Vec::new(), tried: vec![false; self.sides[side].claims()] };
        let mut open: Vec<(usize, usize, Growing)> = Vec::new();
        for side in [0, 1].into_iter().filter(|&side| !self.sides[side].is_safe()) {
            open.push((side, MOST + 1, nothing_struck(side)));
        }
        if open.is_empty() {
            return Outcome::None;
        }
        for (side, least, set) in &mut open {
            match self.cores(*side, set, MOST) {
                Ok(cores) => *least = cores.map_or(MOST + 1, |cores| cores.len()),
                Err(Exhausted) => return Outcome::BeyondLimit,
            }
        }
        for most in 0..=MOST {
            for (side, _, set) in open.iter_mut().filter(|(_, least, _)| *least <= most) {
                if self.grow(*side, set, most).is_err() {
                    return Outcome::BeyondLimit;
                }
            }
            if let Some(((_, chosen), side)) = self.best {
                return Outcome::Found { side, chosen };
            }
        }
        Outcome::BeyondLimit
    }

    /// Tries all sets that have this one in them and so many claims more. It calls itself at most [`MOST`] times deep.
    fn grow(&mut self, side: usize, set: &mut Growing, more: usize) -> Result<(), Exhausted> {
        let Some(cores) = self.cores(side, set, more)? else { return Ok(()) };
        let rank = self.at_best(side, set, &cores, more);
        if self.best.as_ref().is_some_and(|(best, _)| *best <= rank) {
            return Ok(());
        }
        let Some(mut candidates) = cores.into_iter().min_by_key(Vec::len) else {
            self.best = Some((rank, side));
            return Ok(());
        };
        candidates.sort_by_key(|&claim| self.sides[side].rank(claim));
        let mut done = Ok(());
        for &claim in &candidates {
            set.struck.push(claim);
            done = self.grow(side, set, more - 1);
            set.struck.pop();
            set.tried[claim] = true;
            if done.is_err() {
                break;
            }
        }
        candidates.iter().for_each(|&claim| set.tried[claim] = false);
        done
    }

    /// Cores that have no claim in common, each without what was tried; `None` where no more than `more` claims cannot
    /// strike them all.
    fn cores(&mut self, side: usize, set: &Growing, more: usize) -> Result<Option<Vec<Vec<usize>>>, Exhausted> {
        let mut struck = set.struck.clone();
        let mut cores = Vec::new();
        loop {
            self.left = self.left.checked_sub(self.sides[side].size()).ok_or(Exhausted)?;
            let Some(core) = self.sides[side].core(&struck) else { return Ok(Some(cores)) };
            struck.extend(&core);
            let core: Vec<usize> = core.into_iter().filter(|&claim| !set.tried[claim]).collect();
            if core.is_empty() || cores.len() == more {
                return Ok(None);
            }
            cores.push(core);
        }
    }

    /// How a set ranks if of every core it gets the nearest claim, and the first in the text: no set with it ranks better.
    fn at_best(&self, side: usize, set: &Growing, cores: &[Vec<usize>], more: usize) -> Rank {
        let ranks = |claims: &[usize]| -> Vec<_> { claims.iter().map(|&claim| self.sides[side].rank(claim)).collect() };
        let struck = ranks(&set.struck);
        let mut steps: usize = struck.iter().map(|(steps, _)| steps).sum();
        let mut text: Vec<StatementId> = struck.into_iter().map(|(_, statement)| statement).collect();
        for core in cores.iter().map(|core| ranks(core)) {
            steps += core.iter().map(|(steps, _)| *steps).min().unwrap_or_default();
            text.extend(core.iter().map(|(_, statement)| *statement).min());
        }
        if !cores.is_empty() {
            text.extend(std::iter::repeat_n(StatementId::new(0), more - cores.len()));
        }
        text.sort_unstable();
        (steps, text)
    }
}
