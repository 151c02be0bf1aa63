//! Text to tree: what a person wrote, with the place of every part and a diagnostic for all that is not understood.
//!
//! Parsing never fails. A plain loop ([`lines`]) cuts a file at its left margin and hands each piece to the nom
//! parsers of [`grammar`]; whatever is broken in one piece ends with that piece.

pub mod code;
mod complaint;
pub mod fold;
pub mod grammar;
pub mod lines;
mod moved;
pub mod name;
mod parse;
pub mod printer;
mod settled;
pub mod tree;
pub mod vocabulary;
pub mod writer;

pub use parse::{Parsed, parse};
