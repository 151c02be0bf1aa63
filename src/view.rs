//! From facts to pages: one question that a reader asks a file.

mod branch;
pub mod compare;
pub mod explain;
mod left_out;
pub mod list;
mod naming;
pub mod show;
pub mod sign;
pub mod table;
