//! Disputes: agreement and opposition of columns, the grounds that they rest on, and what would settle them.

pub mod agreement;
pub mod answer;
pub mod between;
pub mod column_grounds;
pub mod contradiction;
pub mod crux;
pub mod hanging;
pub mod network;
pub mod resting;
pub mod support;
