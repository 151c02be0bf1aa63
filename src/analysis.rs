//! From the map to facts: who holds what, who agrees with whom, what stands unanswered. No text and no tables.

pub mod agreement;
pub mod answer;
mod cell;
pub mod class;
pub mod coders;
pub mod column;
pub mod division;
#[cfg(test)]
pub(crate) mod example;
pub mod ground;
pub mod measure;
pub mod positions;
pub mod voice;
