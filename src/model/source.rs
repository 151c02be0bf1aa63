//! Sources: the documents that statements are taken from.

use crate::file::Span;

use super::{AuthorId, Date, Id};

/// The number of a source in its map.
pub type SourceId = Id<Source>;

/// A document that statements are taken from, with what is needed to cite it.
#[derive(Debug)]
pub struct Source {
    /// The name by which the map refers to it.
    pub name: Span,
    /// The title of the document, as it is written.
    pub title: Span,
    /// The authors, in the order of `by`; joint when there are several.
    pub authors: Box<[AuthorId]>,
    /// The date on which it appeared, perhaps a year alone.
    pub date: Option<Date>,
    /// Kind of document, in the writer's words.
    pub kind: Option<Span>,
    /// Journal, book or series that it appeared in.
    pub container: Option<Span>,
    /// The volume of that.
    pub volume: Option<Span>,
    /// The pages of that.
    pub pages: Option<Span>,
    /// Where it can be read.
    pub url: Option<Span>,
    /// When it was read there.
    pub accessed: Option<Date>,
    /// Its digital object identifier.
    pub doi: Option<Span>,
    /// How it is cited.
    pub cite: Option<Span>,
    /// The path of its text.
    pub text: Option<Span>,
    /// Under which its passages may be shown.
    pub licence: Option<Span>,
    /// Of a speech: which one of the debate it is.
    pub order: Option<u32>,
    /// Short name, where one was written.
    pub short: Option<Span>,
    /// Whether it is a draft with all its statements, which counts for nothing yet.
    pub draft: bool,
    /// Whether something of it was left out because of an error: what it lacks may have been written.
    pub incomplete: bool,
}
