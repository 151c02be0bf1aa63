//! What stands in a map: the map read as a framework of attacks, and what follows from it.

pub mod accepted;
pub mod audience;
pub mod changes;
pub mod compile;
pub mod depth;
pub mod distance;
mod drawing;
pub mod extensions;
pub mod outcome;
pub mod reading;
pub mod repair;
pub mod smallest;
pub mod strength;
#[cfg(test)]
mod tests;
pub mod trace;
pub mod unsure;
