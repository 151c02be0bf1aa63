//! What the targets have in common: several files in one input, a map made of them, and what holds of everything that is shown.

pub mod files;
pub mod places;
pub mod shown;
pub mod views;
#[path = "../../tests/hostile/well_formed.rs"]
pub mod well_formed;
