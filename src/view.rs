//! From facts to pages: one question that a reader asks a file.

mod branch;
pub mod compare;
mod left_out;
mod naming;
pub mod sign;
pub mod table;
