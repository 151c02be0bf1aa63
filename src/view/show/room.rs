//! Room on a page: how many statements, reasons and objections an overview shows before it counts the rest.

/// Numbers of things that are shown in one place; the others are counted.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// Statements on a position, or of a source.
    pub statements: usize,
    /// Reasons for a statement, each premise counted.
    pub reasons: usize,
    /// Other statements that hang on one: objections, and what it admits.
    pub others: usize,
    /// Columns that the text of what hangs on another may take.
    pub length: usize,
    /// Whether what the page begins with is shown with all that is noted of it.
    pub noted: bool,
}

impl Room {
    /// Room for everything, with nothing cut or counted.
    pub const FULL: Room =
        Room { statements: usize::MAX, reasons: usize::MAX, others: usize::MAX, length: usize::MAX, noted: true };
    /// Room for one statement, of which all reasons and objections are shown in full.
    pub const STATEMENT: Room = Room { statements: 1, ..Room::FULL };
    /// Room for one position: some statements with their first reasons and objections.
    pub const POSITION: Room = Room { statements: 8, reasons: 3, others: 3, length: LENGTH, noted: false };
    /// Room for a source: its first conclusions with some reasons for each.
    pub const SOURCE: Room = Room { statements: 10, reasons: 2, others: 2, length: LENGTH, noted: false };

    /// Room for a question with so many positions of which anybody speaks: two screens together.
    pub fn of_issue(positions: usize) -> Room {
        let (statements, reasons, others) = match positions {
            0 | 1 => (5, 3, 3),
            2 => (3, 2, 2),
            3 => (2, 2, 2),
            4 => (2, 1, 1),
            _ => (1, 1, 1),
        };
        Room { statements, reasons, others, length: LENGTH, noted: false }
    }
}

/// A line of a tree at 80 columns.
const LENGTH: usize = 56;
