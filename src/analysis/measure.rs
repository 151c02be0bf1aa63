//! Measures: numbers in, a figure out, or none where it is undefined. They know nothing of maps.

pub mod alpha;
pub mod kappa;
pub mod spread;
