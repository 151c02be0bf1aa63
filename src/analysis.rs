//! From the map to facts: who holds what, who agrees with whom, what stands unanswered. No text and no tables.

pub mod change;
pub mod comparison;
pub mod contrast;
pub mod dispute;
pub mod draft;
pub mod evaluation;
#[cfg(test)]
pub(crate) mod example;
pub mod table;
pub mod usage;
