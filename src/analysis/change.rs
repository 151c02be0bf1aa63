//! Changes between two versions of a map: by name, not by line, so that neither order, nor files, nor line ends count.

pub mod attribute;
mod clause;
mod difference;
pub mod draft;
mod fingerprint;
mod likeness;
mod named;
mod paired;
mod pairs;
pub mod standing;
mod statement;
mod version;

use rayon::prelude::*;

use crate::model::{Map, PositionId, StatementId};

pub use self::difference::{Change, What};
pub use self::pairs::{Paired, Pairs};
pub use self::version::{Both, Thing, Versions};

/// Changes from one version of a map to another.
#[derive(Debug)]
pub struct Changes {
    /// Pairs of things that are the same in both versions.
    pub paired: Paired,
    /// Changes in order: authors, sources, issues with their positions, terms, then statements, each in the order of
    /// the new version, and what is no more there behind.
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
    old.own_name(versions.old) != new.own_name(versions.new)
}

#[cfg(test)]
mod tests;
