//! From the map to facts: who holds what, who agrees with whom, what stands unanswered. No text and no tables.

pub mod agreement;
pub mod answer;
pub mod beneath;
mod cell;
pub mod change;
pub mod class;
pub mod coders;
pub mod coding;
pub mod column;
pub mod contradiction;
pub mod crux;
pub mod derived;
pub mod division;
pub mod evaluation;
#[cfg(test)]
pub(crate) mod example;
pub mod given;
pub mod ground;
pub mod network;
pub mod positions;
pub mod resting;
pub mod say;
pub mod similarity;
pub mod usage;
pub mod voice;
