//! Parts whose arguments fall into two sides that only attack each other, as in a debate: linear where others need a search.
//!
//! In such a part every preferred extension is stable, and an argument is in one of them exactly if the largest set of its own side that
//! defends itself holds it (Dunne 2007).

use std::ops::Range;

use super::reduct::Reduct;
use crate::Argument;

/// A part with two sides.
pub(super) struct TwoSides<'r> {
    reduct: &'r Reduct,
    part: Range<Argument>,
    /// For each argument of the part whether it is on the second side.
    second: Vec<bool>,
}

impl<'r> TwoSides<'r> {
    /// The sides of a part, unless some way around it, along attacks or against them, is odd.
    pub(super) fn new(reduct: &'r Reduct, part: Range<Argument>) -> Option<TwoSides<'r>> {
        let mut side: Vec<Option<bool>> = vec![None; part.len()];
        let mut open = Vec::new();
        for root in part.clone() {
            if side[(root - part.start) as usize].is_some() {
                continue;
            }
            side[(root - part.start) as usize] = Some(false);
            open.push((root, false));
            while let Some((argument, second)) = open.pop() {
                for &next in reduct.targets.row(argument).iter().chain(reduct.attackers.row(argument)) {
                    if !part.contains(&next) {
                        continue;
                    }
                    match side[(next - part.start) as usize].replace(!second) {
                        Some(other) if other == second => return None,
                        Some(_) => {}
                        None => open.push((next, !second)),
                    }
                }
            }
        }
        let second = side.into_iter().map(|side| side == Some(true)).collect();
        Some(TwoSides { reduct, part, second })
    }

    /// For each argument of the part whether some preferred extension holds it.
    pub(super) fn credulous(&self) -> Vec<bool> {
        let mut accepted = vec![true; self.part.len()];
        self.drop_undefended(&mut accepted, |_| true);
        accepted
    }

    /// For each argument of the part whether one preferred extension holds it, the same whenever it is asked.
    pub(super) fn one(&self) -> Vec<bool> {
        let mut accepted = self.credulous();
        // The first side keeps what it can defend; the second keeps what it can defend of what is left to it.
        for argument in self.part.clone() {
            if self.is_second(argument) {
                let attackers = self.reduct.attackers.row(argument);
                let hit = attackers.iter().any(|&attacker| accepted[self.place(attacker)]);
                accepted[self.place(argument)] &= !hit;
            }
        }
        self.drop_undefended(&mut accepted, |argument| self.is_second(argument));
        accepted
    }

    /// Drops, until nothing changes, what is attacked by an argument that no accepted one attacks.
    fn drop_undefended(&self, accepted: &mut [bool], of: impl Fn(Argument) -> bool) {
        let attackers = |argument: Argument| self.reduct.attackers.row(argument).iter();
        let mut hits: Vec<u32> = Vec::with_capacity(self.part.len());
        for argument in self.part.clone() {
            hits.push(attackers(argument).filter(|&&attacker| accepted[self.place(attacker)]).count() as u32);
        }
        let mut free: Vec<Argument> = self.part.clone().filter(|&argument| hits[self.place(argument)] == 0).collect();
        while let Some(argument) = free.pop() {
            for &target in self.reduct.targets.row(argument) {
                if !of(target) || !std::mem::take(&mut accepted[self.place(target)]) {
                    continue;
                }
                for &freed in self.reduct.targets.row(target) {
                    let hits = &mut hits[self.place(freed)];
                    *hits -= 1;
                    if *hits == 0 {
                        free.push(freed);
                    }
                }
            }
        }
    }

    fn is_second(&self, argument: Argument) -> bool {
        self.second[self.place(argument)]
    }

    fn place(&self, argument: Argument) -> usize {
        (argument - self.part.start) as usize
    }
}
