//! From the map to facts: who holds what, who agrees with whom, what stands unanswered. No text and no tables.

pub mod agreement;
pub mod answer;
mod cell;
pub mod class;
pub mod column;
pub mod evaluation;
#[cfg(test)]
pub(crate) mod example;
pub mod ground;
pub mod positions;
pub mod voice;
