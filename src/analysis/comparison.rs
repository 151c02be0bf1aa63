//! Figures of comparison: answers that can be measured, similarity, division, and the agreement of two coders.

pub mod coders;
pub mod coding;
pub mod division;
pub mod similarity;
pub mod tie;

#[cfg(test)]
mod compared;
