//! Sources: the documents that statements are taken from.

use crate::file::Span;

use super::{AuthorId, Date, Id};

/// Which source.
pub type SourceId = Id<Source>;

/// A document.
#[derive(Debug)]
pub struct Source {
    /// The name by which the map refers to it.
    pub name: Span,
    /// Its title.
    pub title: Span,
    /// Who wrote it, in the order of its `by`; joint when there are several.
    pub authors: Box<[AuthorId]>,
    /// When it appeared.
    pub date: Option<Date>,
    /// What kind of document it is, in the writer's words.
    pub kind: Option<Span>,
    /// What it appeared in.
    pub container: Option<Span>,
    /// Where it can be read.
    pub url: Option<Span>,
    /// Its digital object identifier.
    pub doi: Option<Span>,
    /// How it is cited.
    pub cite: Option<Span>,
    /// The path of its text.
    pub text: Option<Span>,
    /// Whether something of it was left out because of an error: what it lacks may have been written.
    pub incomplete: bool,
}
