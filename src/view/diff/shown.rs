//! All that the parts of the page of a difference are made from.

use crate::analysis::change::standing::Standings;
use crate::analysis::change::{Both, Change, Changes, Versions};
use crate::model::{IssueId, Map};
use crate::page::Consumer;

/// All that the parts of the page are made from.
pub(super) struct Shown<'a> {
    pub(super) versions: Versions<'a>,
    pub(super) changes: &'a Changes,
    pub(super) standings: &'a Standings,
    /// The changes asked for.
    pub(super) kept: Vec<&'a Change>,
    pub(super) consumer: Consumer,
}

impl Shown<'_> {
    /// A number for an issue: the same for the same issue of either version.
    pub(super) fn number_of_issue(&self, issue: Both<IssueId>) -> usize {
        match issue {
            Both { new: Some(new), .. } => new.index(),
            Both { old: Some(old), .. } => self.changes.paired.issues.number_of_old(old),
            Both { old: None, new: None } => usize::MAX,
        }
    }

    /// Value of the new version, else of the old, with the map that it is in.
    pub(super) fn latest<T>(&self, both: Both<T>) -> Option<(&Map, T)> {
        let Versions { old, new } = self.versions;
        both.new.map(|it| (new, it)).or_else(|| both.old.map(|it| (old, it)))
    }
}
