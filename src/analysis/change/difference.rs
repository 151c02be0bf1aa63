//! A change of one thing: what it is a change of, and what of it changed.

use crate::file::Span;
use crate::model::{Definition, Id, QuotationId, ReasonId, RelationId, StanceId};

use super::attribute::Attribute;
use super::version::{Both, Thing};

/// One thing that changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Thing of either version that changed.
    pub thing: Both<Thing>,
    /// Part of it that changed.
    pub what: What,
}

/// Part of a thing that changed. Of what was added or removed, its own clauses are changes, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// It was added or removed.
    Existence,
    /// It has another name.
    Name,
    /// A statement belongs to another source, or to none.
    Source,
    /// An attribute of it.
    Attribute(Attribute),
    /// A stance of a statement.
    Stance(Both<StanceId>),
    /// A reason for a statement.
    Reason(Both<ReasonId>),
    /// A relation of a statement to another.
    Relation(Both<RelationId>),
    /// A quotation of a statement.
    Quotation(Both<QuotationId>),
    /// A definition that a statement gives.
    Definition(Both<Id<Definition>>),
    /// A remark about a statement.
    Note(Both<Span>),
}
