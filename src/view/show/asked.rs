//! Subject of a page of one thing, and how much of it is asked for.

use crate::model::{AuthorId, Entity, PositionId};
use crate::page::Consumer;

/// Steps of a page that nobody asked to be deeper: what it is about, and what hangs directly on that.
const OVERVIEW: usize = 2;

/// Thing that has a page of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// Something that has a name in the map.
    Entity(Entity),
    /// One answer to a question.
    Position(PositionId),
    /// Authors who always write jointly.
    Jointly(Vec<AuthorId>),
}

impl From<Entity> for Subject {
    fn from(entity: Entity) -> Self {
        Subject::Entity(entity)
    }
}

/// Extent of what is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct ShowOptions {
    /// How many steps of statements are shown; where nobody said, as many as the page has room for.
    pub depth: Option<usize>,
    /// Whether everything is asked for, with all quotations and remarks.
    pub full: bool,
    /// The reader of the page: programs get everything.
    pub consumer: Consumer,
}

impl ShowOptions {
    /// More steps than these are not shown: whoever goes on from the lowest statement sees more. It also bounds the recursion.
    pub const DEEPEST: usize = 12;

    /// Whether nothing is cut.
    pub fn is_full(&self) -> bool {
        self.full || self.consumer != Consumer::Person
    }

    /// Steps of statements that are shown.
    pub fn steps(&self) -> usize {
        let usual = if self.is_full() { Self::DEEPEST } else { OVERVIEW };
        self.depth.unwrap_or(usual).clamp(1, Self::DEEPEST)
    }
}
