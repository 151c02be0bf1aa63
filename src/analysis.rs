//! From the map to facts: who holds what, who agrees with whom, what stands unanswered. No text and no tables.

pub mod agreement;
pub mod answer;
pub mod beneath;
mod cell;
pub mod class;
pub mod column;
pub mod contradiction;
pub mod crux;
pub mod derived;
#[cfg(test)]
pub(crate) mod example;
pub mod ground;
pub mod positions;
pub mod voice;
