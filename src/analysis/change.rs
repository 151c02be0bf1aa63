//! What changed between two versions of a map: by name, not by line, so that neither order, nor files, nor line ends count.

pub mod attribute;
mod clause;
mod fingerprint;
mod likeness;
mod named;
mod pairs;
pub mod standing;
mod statement;

use rayon::prelude::*;

use crate::file::Span;
use crate::model::{
    AuthorId, Definition, Id, IssueId, Map, PositionId, QuotationId, ReasonId, RelationId, SourceId, StanceId,
    StatementId, TermId,
};

pub use self::pairs::{Paired, Pairs};
use attribute::Attribute;

/// Two versions of a map.
#[derive(Debug, Clone, Copy)]
pub struct Versions<'m> {
    /// The one before.
    pub old: &'m Map,
    /// The one after.
    pub new: &'m Map,
}

/// Something in the old version and in the new; one of them is missing where it was added or removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Both<T> {
    /// In the old version.
    pub old: Option<T>,
    /// In the new version.
    pub new: Option<T>,
}

impl<T> Both<T> {
    /// Something that is in both.
    pub fn of(old: T, new: T) -> Self {
        Both { old: Some(old), new: Some(new) }
    }

    /// What is made of either.
    pub fn map<U>(self, make: impl Fn(T) -> U) -> Both<U> {
        Both { old: self.old.map(&make), new: self.new.map(&make) }
    }
}

/// A thing of one version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // The ids say what each is.
pub enum Thing {
    Author(AuthorId),
    Source(SourceId),
    Issue(IssueId),
    Position(PositionId),
    Term(TermId),
    Statement(StatementId),
}

/// One thing that changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// What it is a change of.
    pub thing: Both<Thing>,
    /// What of it changed.
    pub what: What,
}

/// What of a thing changed. Of what was added or removed, its own clauses are changes, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// It was added or removed.
    Existence,
    /// It has another name.
    Name,
    /// A statement belongs to another source, or to none.
    Source,
    /// What the map says of it.
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

/// All that changed from one version of a map to another.
#[derive(Debug)]
pub struct Changes {
    /// What of the one is what of the other.
    pub paired: Paired,
    /// What changed: authors, sources, issues with their positions, terms, then statements, each in the order of the new version,
    /// and what is no more there behind.
    pub list: Vec<Change>,
}

impl Changes {
    /// Holds two versions against each other. Nearly linear in what they hold together.
    pub fn new(versions: Versions) -> Changes {
        let paired = Paired::new(versions);
        let mut list = Vec::new();
        let mut add = |both: Both<Thing>| things(versions, &paired, both, &mut list);
        paired.authors.all().for_each(|both| add(both.map(Thing::Author)));
        paired.sources.all().for_each(|both| add(both.map(Thing::Source)));
        for issue in paired.issues.all() {
            add(issue.map(Thing::Issue));
            // The positions of an issue that is new or gone are new or gone with it.
            let Both { old: Some(old), new: Some(new) } = issue else { continue };
            let of = |map: &Map, position: PositionId, issue| map.positions[position].issue == issue;
            let gone = versions.old.issues[old].positions().filter(|&id| paired.positions.new_of(id).is_none());
            let there = versions.new.issues[new].positions().map(|id| {
                let before = paired.positions.old_of(id).filter(|&before| of(versions.old, before, old));
                Both { old: before, new: Some(id) }
            });
            let all = there.chain(gone.map(|id| Both { old: Some(id), new: None }));
            all.for_each(|both| add(both.map(Thing::Position)));
        }
        paired.terms.all().for_each(|both| add(both.map(Thing::Term)));
        let statements: Vec<Both<StatementId>> = paired.statements.all().collect();
        let of_statement = |both: &Both<StatementId>| {
            let mut found = Vec::new();
            things(versions, &paired, both.map(Thing::Statement), &mut found);
            clause::changes(versions, &paired, *both, &mut found);
            found
        };
        let found: Vec<Vec<Change>> = statements.par_iter().with_min_len(512).map(of_statement).collect();
        list.extend(found.into_iter().flatten());
        Changes { paired, list }
    }
}

/// Whether a thing is new or gone, is called otherwise, or is said to be otherwise.
fn things(versions: Versions, paired: &Paired, thing: Both<Thing>, into: &mut Vec<Change>) {
    let Both { old: Some(old), new: Some(new) } = thing else {
        into.push(Change { thing, what: What::Existence });
        return;
    };
    if let (Thing::Statement(old), Thing::Statement(new)) = (old, new)
        && !statement::is_in_same_source(versions, paired, old, new)
    {
        into.push(Change { thing, what: What::Source });
    }
    if is_renamed(versions, old, new) {
        into.push(Change { thing, what: What::Name });
    }
    let changed = attribute::all(old).iter().filter(|attribute| !attribute.is_same(versions, paired, old, new));
    into.extend(changed.map(|&attribute| Change { thing, what: What::Attribute(attribute) }));
}

/// Whether a thing has another name. Of what has none in either version, the words that stand for one are no name.
fn is_renamed(versions: Versions, old: Thing, new: Thing) -> bool {
    if let (Thing::Statement(old), Thing::Statement(new)) = (old, new) {
        let named = |map: &Map, id: StatementId| map.statements[id].name.is_some();
        if !named(versions.old, old) && !named(versions.new, new) {
            return false;
        }
    }
    own_name(versions.old, old) != own_name(versions.new, new)
}

/// What a thing is called, without what it belongs to.
pub fn own_name(map: &Map, thing: Thing) -> std::borrow::Cow<'_, str> {
    let name = match thing {
        Thing::Author(id) => map.word(map.authors[id].name),
        Thing::Source(id) => map.word(map.sources[id].name),
        Thing::Issue(id) => map.word(map.issues[id].name),
        Thing::Position(id) => map.position_name(id),
        Thing::Term(id) => map.word(map.terms[id].name),
        Thing::Statement(id) => map.own_name(id),
    };
    crate::text::folding::composed(name)
}

#[cfg(test)]
mod tests;
