//! How the position table is asked for.

use crate::analysis::table::column::By;
use crate::page::Consumer;

use super::cell::Content;

/// How the table is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct TableOptions {
    /// What makes a column.
    pub by: By,
    /// What makes a row.
    pub layout: Layout,
    /// What stands below a row.
    pub content: Content,
    /// How much is told of what is there.
    pub detail: Detail,
    /// Whether it is told who speaks against a reason for a position.
    pub derived: bool,
    /// Whether it is told where nothing stands.
    pub standing: bool,
    /// The reader of the page, which decides what it has to hold.
    pub consumer: Consumer,
}

/// What makes a row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// A position, below its question.
    #[default]
    Positions,
    /// A question: its positions stand in the cells.
    Issues,
    /// Who would be a column: the questions are the columns.
    Columns,
}

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Detail {
    /// Every position has a row and its words in full.
    pub full: bool,
    /// How many statements are behind each word.
    pub counts: bool,
    /// The names by which questions are typed stand everywhere.
    pub keys: bool,
}
