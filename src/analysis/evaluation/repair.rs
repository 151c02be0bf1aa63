//! Repair: the fewest changes that make a statement stand or fall (enforcement; Baumann 2012, Wallner et al. 2017).
//!
//! Sets of changes are searched by cost, the cheapest first. What keeps the statement from its goal is found as an obstacle: a part of the
//! framework that stays as it is until one of a few changes touches it. So whoever wants to reach the goal has to make one of those
//! changes, and only they are tried next. Each is tried on what bears on the statement alone, and only what it touches is evaluated anew.

mod edit;
mod factor;
mod obstacle;
mod search;
mod task;
#[cfg(test)]
mod tests;

pub use self::edit::{ChangeKind, Costs, Edit, Goal};
pub use self::search::{Repairs, SHOWN};
pub use self::task::Repair;
pub use factor::Factor;
