//! Drafts of two versions: those that are new, those that were accepted, and those that are gone.

use std::collections::BTreeSet;

use crate::analysis::draft::{Draft, drafts};
use crate::model::Map;

/// One version of a map: with its drafts, and without them.
#[derive(Debug, Clone, Copy)]
pub struct Drafted<'m> {
    /// All that is written.
    pub whole: &'m Map,
    /// All that counts of it.
    pub settled: &'m Map,
}

/// Way in which a draft changed from one version to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftChange {
    /// It was not there before.
    New,
    /// It was a draft, and counts now.
    Accepted,
    /// It was a draft, and nothing is called so any more.
    Gone,
}

impl DraftChange {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            DraftChange::New => "new",
            DraftChange::Accepted => "accepted",
            DraftChange::Gone => "gone",
        }
    }
}

/// Drafts that changed: in the order of the old version those that were accepted or are gone, then in that of the new one the new ones.
pub fn changed(old: Drafted<'_>, new: Drafted<'_>) -> Vec<(DraftChange, Draft)> {
    let key = |draft: &Draft| {
        (draft.kind, draft.name.clone(), if draft.is_clause { draft.text.clone() } else { String::new() })
    };
    let (before, after) = (drafts(old.whole), drafts(new.whole));
    let (keys_before, keys_after): (BTreeSet<_>, BTreeSet<_>) =
        (before.iter().map(key).collect(), after.iter().map(key).collect());
    let is_taken = |draft: &Draft| !draft.is_clause && new.settled.find(&draft.name).is_some();
    let left = before.into_iter().filter(|draft| !keys_after.contains(&key(draft)));
    let mut changed: Vec<(DraftChange, Draft)> =
        left.map(|draft| (if is_taken(&draft) { DraftChange::Accepted } else { DraftChange::Gone }, draft)).collect();
    changed.extend(
        after.into_iter().filter(|draft| !keys_before.contains(&key(draft))).map(|draft| (DraftChange::New, draft)),
    );
    changed
}
