//! The names that each thing had before, in the order of the text.

use foldhash::HashMap;

use crate::file::Span;
use crate::model::entity::Entity;

/// Former names by what has another name now.
#[derive(Debug, Default)]
pub(super) struct FormerNames {
    of: HashMap<Entity, Vec<Span>>,
}

impl FormerNames {
    /// Groups these by what has another name now.
    pub(super) fn new(all: impl IntoIterator<Item = (Span, Entity)>) -> Self {
        let mut former = FormerNames::default();
        for (name, named) in all {
            former.of.entry(named).or_default().push(name);
        }
        former
    }

    /// Places where the former names of a thing are written.
    pub(super) fn of(&self, named: Entity) -> &[Span] {
        self.of.get(&named).map_or(&[], Vec::as_slice)
    }
}
