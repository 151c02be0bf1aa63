//! Text in any language: its scripts, its words, its letters in one form, its lines and columns, and what two texts have
//! in common. Each is defined here once.

pub mod difference;
pub mod folding;
mod lines;
pub mod list;
pub mod script;
pub mod unseen;
pub mod words;

pub use lines::{LineColumn, LineIndex, Unit};
