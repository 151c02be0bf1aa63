//! Text in any language: its scripts, its words, its letters in one form, its lines and columns. Each is defined here once.

pub mod folding;
mod lines;
pub mod script;
pub mod words;

pub use lines::{LineColumn, LineIndex, Unit};
