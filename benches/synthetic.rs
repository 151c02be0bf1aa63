//! Maps that nobody wrote: as large as wanted, the same every time, in our language and in Argdown.
//!
//! Everything about a statement follows from the numbers of its source and of itself, so that any statement can name any
//! other without the rest of the map being made first.

mod counterpoint;
pub mod statement;
mod words;

pub use counterpoint::{Map, files};
