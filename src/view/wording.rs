//! The vocabulary of all pages: how columns, statements, stances, figures and omissions are put into words.

pub mod called;
pub(super) mod camp;
pub(super) mod clause;
pub(super) mod contradiction;
pub(super) mod derived;
pub(super) mod draft;
pub(super) mod figure;
pub(super) mod group_said;
pub(super) mod named;
pub(super) mod naming;
pub(super) mod omitted;
#[cfg(test)]
pub(super) mod plain;
pub(super) mod remark;
pub mod sign;
pub(super) mod speech;
pub(super) mod stance_said;
pub mod stance_word;
pub(super) mod stance_written;
pub(super) mod uncounted;
