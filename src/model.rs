//! The map: all trees of a folder as one, names become ids, and unknown names become diagnostics.

pub mod arena;
mod argument;
mod author;
mod date;
mod entity;
#[cfg(test)]
pub(crate) mod example;
mod issue;
mod licence;
mod map;
mod name;
mod period;
mod relation;
pub mod resolve;
mod scheme;
pub mod select;
mod short;
mod side;
mod small_list;
mod source;
mod stance;
mod statement;
mod uses;
mod weight;

pub use self::small_list::SmallList;
pub use arena::{Arena, Id};
pub use author::{Author, AuthorId};
pub use date::Date;
pub use entity::Entity;
pub use issue::{Answers, Issue, IssueId, Position, PositionId, Term, TermId};
pub use licence::Licence;
pub use map::{Map, Omitted};
pub use period::Period;
pub use relation::{Reason, ReasonId, Relation, RelationId, RelationKind};
pub use scheme::{SCHEMES, Scheme};
pub use short::ShortNames;
pub use side::{Side, SideId};
pub use source::{Source, SourceId};
pub use stance::{Attitude, Condition, ConditionLink, Stance, StanceId, Strength, steps};
pub use statement::{
    Card, Definition, EvidenceKind, Note, Quotation, QuotationId, Statement, StatementId, StatementKind, Voice,
};
pub use uses::{Referent, Role, Use, Uses};
pub use weight::Weight;
