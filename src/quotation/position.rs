//! Where a reader finds a place of a text: line, column, and page where there are pages.

use serde::Serialize;

use crate::text::{LineColumn, LineIndex, Unit};

/// Line and column, which count from one, in characters, and the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Position {
    /// The line of the source's text, from 1.
    pub line: u32,
    /// The character in its line.
    pub column: u32,
    /// The page, where the text has form feeds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
}

impl Position {
    /// The position of a byte offset in a text.
    pub(super) fn new(lines: &LineIndex, text: &str, offset: usize) -> Self {
        let LineColumn { line, column } = lines.place(text, offset, Unit::Character);
        let page = lines.page(text, offset).map(|page| page as u32);
        Position { line: line as u32, column: column as u32, page }
    }
}
