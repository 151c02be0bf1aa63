//! Measures: numbers in, a figure out, or none where it is undefined. They know nothing of maps.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

pub mod alpha;
pub mod answer;
pub mod crossed;
pub mod jaccard;
pub mod kappa;
pub mod linkage;
pub mod matrix;
pub mod spread;
pub mod tau;

/// The examples of the README are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
