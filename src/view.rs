//! From facts to pages: one question that a reader asks a file.

pub mod agree;
pub mod check;
pub mod coders;
pub mod compare;
pub mod contrast;
pub mod diff;
pub mod divide;
pub mod explain;
pub mod find;
pub mod list;
pub mod network;
pub mod quotes;
pub mod show;
pub mod site;
pub mod solve;
pub mod stand;
pub mod table;
pub mod terms;
#[cfg(test)]
mod tests;
pub mod unanswered;
pub mod wording;

pub use self::wording::naming::author_names as naming_of_authors;
