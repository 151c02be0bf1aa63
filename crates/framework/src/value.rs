//! Values: an attack fails against an argument whose value its audience prefers (Bench-Capon 2003).

use super::components::weak;
use super::grounded::grounded;
use super::{Argument, Draft, Framework, Label};

/// Number of a value, from 0.
pub type Value = u32;

/// A plain framework whose arguments each promote a value.
#[derive(Debug)]
pub struct Valued<'f> {
    framework: &'f Framework,
    values: &'f [Value],
}

/// Acceptance of an argument under all the orders that an audience may put values in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acceptance {
    /// Every audience has to accept it.
    Objective,
    /// Some audience has to, another has not.
    Subjective,
    /// No audience has to.
    Indefensible,
}

/// More values than this, among arguments that hang together, have too many orders to try them all: seven have 5,040. Whether an
/// argument has to be accepted by some audience is hard in the number of values (Bench-Capon, Doutre & Dunne 2007).
pub const MOST_VALUES: usize = 7;

impl Valued<'_> {
    /// A framework and the value of each of its arguments; `None` where there is not one value for each argument, or where the
    /// framework has joint attacks or needs, of which value orders say nothing.
    pub fn new<'f>(framework: &'f Framework, values: &'f [Value]) -> Option<Valued<'f>> {
        (framework.is_plain() && values.len() == framework.size()).then_some(Valued { framework, values })
    }

    /// Framework left for an audience that prefers values in this order, the dearest first; values that it does not
    /// name are the least dear, and none of them is preferred to another.
    pub fn seen_by(&self, audience: &[Value]) -> Framework {
        let rank = |it: Argument| {
            let value = self.values[it as usize];
            audience.iter().position(|&named| named == value).unwrap_or(audience.len())
        };
        let mut draft = Draft::new(self.framework.size());
        for from in self.framework.arguments() {
            let targets = self.framework.targets(from).iter();
            targets.filter(|&&to| rank(to) >= rank(from)).for_each(|&to| draft.attack(from, to));
        }
        draft.build()
    }

    /// Acceptance of each argument over all orders of the values. `None` if among arguments that hang together there
    /// are more than [`MOST_VALUES`] of them.
    ///
    /// An audience has to accept what its grounded extension holds; where no circle of attacks is all of one value, that is its only
    /// preferred extension.
    pub fn acceptance(&self) -> Option<Vec<Acceptance>> {
        let size = self.framework.size();
        let attacks = |from| self.framework.targets(from).iter().map(move |&to| (from, to));
        let weak = weak(size, self.framework.arguments().flat_map(attacks));
        let mut parts = vec![Vec::new(); weak.count()];
        self.framework.arguments().for_each(|it| parts[weak.of(it) as usize].push(it));
        let mut place = vec![0; size];
        for part in &parts {
            part.iter().zip(0..).for_each(|(&it, at)| place[it as usize] = at);
        }
        let mut acceptance = vec![Acceptance::Indefensible; size];
        // Values of other parts do not matter: in what order an audience puts them, it may put those here in any.
        for part in parts {
            let mut draft = Draft::new(part.len());
            for (from, to) in part.iter().flat_map(|&from| attacks(from)) {
                draft.attack(place[from as usize], place[to as usize]);
            }
            let values: Vec<Value> = part.iter().map(|&it| self.values[it as usize]).collect();
            let of_part = Valued { framework: &draft.build(), values: &values }.under_every_order()?;
            part.into_iter().zip(of_part).for_each(|(it, found)| acceptance[it as usize] = found);
        }
        Some(acceptance)
    }

    /// The same, all orders of all values tried.
    fn under_every_order(&self) -> Option<Vec<Acceptance>> {
        let mut order = self.values.to_vec();
        order.sort_unstable();
        order.dedup();
        if order.len() > MOST_VALUES {
            return None;
        }
        let (mut some, mut all) = (vec![false; self.values.len()], vec![true; self.values.len()]);
        loop {
            for (argument, label) in grounded(&self.seen_by(&order)).into_iter().enumerate() {
                some[argument] |= label == Label::In;
                all[argument] &= label == Label::In;
            }
            if !next_order(&mut order) {
                break;
            }
        }
        let acceptance = all.into_iter().zip(some).map(|found| match found {
            (true, _) => Acceptance::Objective,
            (_, true) => Acceptance::Subjective,
            _ => Acceptance::Indefensible,
        });
        Some(acceptance.collect())
    }
}

/// Goes on to the next order of distinct values, from the rising one to the falling one; whether there was one more.
fn next_order(order: &mut [Value]) -> bool {
    let Some(rise) = order.windows(2).rposition(|pair| pair[0] < pair[1]) else { return false };
    let larger = order.iter().rposition(|&value| value > order[rise]).expect("the one behind it is larger");
    order.swap(rise, larger);
    order[rise + 1..].reverse();
    true
}

#[cfg(test)]
mod tests;
