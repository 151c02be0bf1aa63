//! How the position table is asked for.

use crate::analysis::table::column::By;
use crate::page::Consumer;

use super::cell::Content;

/// How the table is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct TableOptions {
    /// Kind of owner that a column has.
    pub by: By,
    /// Whether each position has a row below its issue.
    pub positions: bool,
    /// Content of a cell below its signs.
    pub content: Content,
    /// Whether derived stances are shown, too.
    pub derived: bool,
    /// Whether cells are marked in which nothing stands.
    pub standing: bool,
    /// The reader of the page, which decides what it has to hold.
    pub consumer: Consumer,
}
