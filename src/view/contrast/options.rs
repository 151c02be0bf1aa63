//! How two sides are shown as a difference.

use crate::page::Consumer;

/// How two sides are shown as a difference.
#[derive(Debug, Clone, Default)]
pub struct ContrastOptions {
    /// Every ground in full, and what only one speaks to as well.
    pub full: bool,
    /// So many lines that both say are kept around each that only one does; all where nothing is said.
    pub unified: Option<usize>,
    /// The one beside the other instead of line by line.
    pub side_by_side: bool,
    /// Whether only the numbers are shown.
    pub stat: bool,
    /// The reader of the page, which decides what it has to hold.
    pub consumer: Consumer,
}
