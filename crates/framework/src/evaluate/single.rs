//! The semantics that have one extension: ideal and eager.

use super::preferred;
use super::range::Ranges;
use super::reduct::Reduct;
use super::search::Rules;
use super::tally::Tally;
use crate::{Argument, Semantics, Status, Stop, Stopped};

/// The arguments of the reduct that are in the one extension, in order.
pub(super) fn extension(reduct: &Reduct, semantics: Semantics, stop: Stop) -> Result<Vec<Argument>, Stopped> {
    let mut kept = vec![false; reduct.size()];
    match semantics {
        Semantics::Ideal => {
            let credulous = preferred::credulous(reduct, stop)?;
            for argument in 0..reduct.size() as Argument {
                let disputed = reduct.attackers.row(argument).iter().any(|&it| credulous[it as usize]);
                kept[argument as usize] = credulous[argument as usize] && !disputed;
            }
        }
        Semantics::Eager => {
            for part in reduct.weak() {
                let tally = of_ranges(reduct, part.clone(), Rules::Complete, stop)?;
                part.for_each(|it| kept[it as usize] = tally.status(it) == Status::Stands);
            }
        }
        _ => {}
    }
    Ok(largest_defended(reduct, kept))
}

/// Tally of the extensions of a part that have the largest ranges.
pub(super) fn of_ranges(
    reduct: &Reduct,
    part: std::ops::Range<Argument>,
    rules: Rules,
    stop: Stop,
) -> Result<Tally, Stopped> {
    let mut ranges = Ranges::new(reduct, part.clone(), rules, stop);
    let mut tally = Tally::new(part.clone());
    while let Some(reached) = ranges.next()? {
        tally.exhaust(&mut ranges.search, &reached)?;
    }
    Ok(tally)
}

/// Drops what the others do not defend until all that is left defends itself.
fn largest_defended(reduct: &Reduct, mut kept: Vec<bool>) -> Vec<Argument> {
    let all = 0..reduct.size() as Argument;
    let hits = |it: Argument| reduct.attackers.row(it).iter().filter(|&&attacker| kept[attacker as usize]).count();
    let mut hits: Vec<usize> = all.clone().map(hits).collect();
    let mut free: Vec<Argument> = all.clone().filter(|&it| hits[it as usize] == 0).collect();
    while let Some(argument) = free.pop() {
        for &target in reduct.targets.row(argument) {
            if std::mem::take(&mut kept[target as usize]) {
                for &freed in reduct.targets.row(target) {
                    hits[freed as usize] -= 1;
                    if hits[freed as usize] == 0 {
                        free.push(freed);
                    }
                }
            }
        }
    }
    all.filter(|&it| kept[it as usize]).collect()
}
