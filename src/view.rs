//! From facts to pages: one question that a reader asks a file.

mod branch;
mod clause;
pub mod compare;
pub mod explain;
pub mod find;
mod left_out;
pub mod list;
mod naming;
#[cfg(test)]
mod plain;
pub mod quotes;
mod remark;
pub mod show;
pub mod sign;
pub mod stand;
pub mod table;
#[cfg(test)]
mod tests;

pub use naming::author_names as naming_of_authors;
