//! From facts to pages: one question that a reader asks a file.

pub mod agree;
mod branch;
mod camp;
mod clause;
pub mod coders;
pub mod compare;
mod contradiction;
mod derived;
pub mod diff;
pub mod divide;
pub mod explain;
mod figure;
pub mod find;
mod left_out;
pub mod list;
mod naming;
pub mod network;
mod passage;
#[cfg(test)]
mod plain;
pub mod quotes;
mod remark;
pub mod show;
pub mod sign;
pub mod solve;
pub mod stand;
pub mod table;
pub mod terms;
#[cfg(test)]
mod tests;

pub use naming::author_names as naming_of_authors;
