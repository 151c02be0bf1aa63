//! How the position table is asked for.

use crate::analysis::table::column::By;
use crate::page::Consumer;

use super::cell::Content;

/// How the table is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct TableOptions {
    /// The owner of a column.
    pub by: By,
    /// The subject of a row.
    pub layout: Layout,
    /// Passages below a row.
    pub content: Content,
    /// Details that are shown beside the words.
    pub detail: Detail,
    /// Whether it is told who speaks against a reason for a position.
    pub derived: bool,
    /// Whether it is told where nothing stands.
    pub standing: bool,
    /// The reader of the page, which decides what it has to hold.
    pub consumer: Consumer,
}

/// The subject of a row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// A position, below its question.
    #[default]
    Positions,
    /// A question: its positions stand in the cells.
    Issues,
    /// An author, or another owner of a column: the questions are the columns.
    Columns,
}

/// Details that are shown where they are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Detail {
    /// Every position has a row and its words in full.
    pub full: bool,
    /// How many statements are behind each word.
    pub counts: bool,
    /// The names by which questions are typed stand everywhere.
    pub keys: bool,
}
