//! Counterpoint maps what authors argue and compares where they stand.

pub mod analysis;
pub mod diagnostic;
pub mod file;
pub mod model;
pub mod page;
pub mod render;
pub mod syntax;
pub mod view;
