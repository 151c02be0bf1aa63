//! Authors: persons and organisations that hold positions.

use crate::file::Span;

use super::Id;

/// The number of an author in its map.
pub type AuthorId = Id<Author>;

/// A person or organisation that holds positions.
#[derive(Debug)]
pub struct Author {
    /// The name by which the map refers to it.
    pub name: Span,
    /// How it is shown.
    pub display: Span,
    /// The organisation that it belongs to.
    pub of: Option<Span>,
    /// Short name, where one was written.
    pub short: Option<Span>,
    /// Qualifications of the author, for the cite of a card.
    pub qualifications: Option<Span>,
    /// Whether it is a draft, which counts for nothing yet.
    pub draft: bool,
}
