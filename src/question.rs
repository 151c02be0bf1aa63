//! Questions of a person about a map, in words: names, times, filters and limits; and those that one search does not
//! answer.
//!
//! Whoever asks on somebody's behalf, a command line or another surface, hands words in and gets what the map knows by them, or a
//! refusal that says what was meant.

pub mod accept;
pub mod actor;
pub mod called;
pub mod contrast;
pub mod filter;
pub mod limit;
pub mod names;
pub mod passage;
pub mod stand;
pub mod version;
pub mod wanted;

use std::fmt;

/// Why a question has no answer, for the person who asked: a sentence, and on further lines what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(pub String);

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}
