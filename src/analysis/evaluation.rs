//! Evaluation of a map: the map read as a framework of attacks, and the statuses that follow from it.

pub mod accepted;
pub mod audience;
pub mod challenge;
pub mod compile;
pub mod condition;
pub mod depth;
pub mod distance;
pub mod extensions;
mod framework_builder;
pub mod hypothesis;
pub mod incomplete;
pub mod interpretation;
pub mod outcome;
pub mod quarrel;
pub mod repair;
pub mod settlement;
pub mod smallest;
pub mod strength;
#[cfg(test)]
mod tests;
pub mod trace;
mod trial;
