//! From facts to pages: one question that a reader asks a file.

pub mod agree;
mod branch;
mod clause;
pub mod compare;
pub mod explain;
pub mod find;
mod left_out;
pub mod list;
mod naming;
pub mod network;
#[cfg(test)]
mod plain;
pub mod quotes;
mod remark;
pub mod show;
pub mod sign;
pub mod table;
pub mod terms;
#[cfg(test)]
mod tests;
