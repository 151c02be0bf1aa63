//! Targets: what a piece of text or a cell leads to, so that a reader can go on from there.

/// Something of the map, or a place in a file, that a piece of text or a cell is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// A statement, by its whole name, such as `adler-2024.keep-out`.
    Statement(String),
    /// An issue, by its name.
    Issue(String),
    /// An author, by name.
    Author(String),
    /// A source, by its name.
    Source(String),
    /// A term, by its name.
    Term(String),
    /// A place in a file of the map or in the text of a source, by the path that is shown.
    Place {
        /// The path of the file as it is shown to people.
        path: String,
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1, where it is known.
        column: Option<usize>,
    },
}
