//! Results of the search for a crux.

use crate::model::{PositionId, RelationId, StatementId};

/// A crux has at most so many contested statements: what takes more helps nobody to settle a quarrel.
pub const MOST: usize = 8;

/// Result of the search for a crux.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// The smallest; of several the one of fewest `because` steps, all told, then the one of which attacks name most, then the first
    /// in the text.
    Found(Crux),
    /// However all that is contested is settled, both sides keep something for their positions.
    None,
    /// It takes more than [`MOST`] statements, or more search than is done.
    BeyondLimit,
}

/// Contested statements without which one side has nothing left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crux {
    /// Which of the two (0 or 1) then has nothing left.
    pub side: usize,
    /// For what: its position; of a range the first and the last.
    pub held: [PositionId; 2],
    /// Whether that side is for the position; else it is against it.
    pub is_for: bool,
    /// The statements, in the order of the text; of several that say the same the nearest to the position.
    pub contested: Vec<Contested>,
}

/// A statement that one side relies on and the other attacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contested {
    /// The statement that is in dispute.
    pub statement: StatementId,
    /// The other's attacks, in the order of the text.
    pub attacks: Vec<RelationId>,
}
