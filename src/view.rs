//! From facts to pages: one question that a reader asks a file.

mod branch;
pub mod compare;
pub mod explain;
pub mod list;
mod left_out;
mod naming;
pub mod show;
pub mod sign;
pub mod table;
