//! Names: looked up by their text, in the space that all files share and in those of each source and each issue.

mod draft;
mod former;
mod lookup;

use std::hash::BuildHasher;
use std::sync::OnceLock;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use crate::file::{Files, Span};
use crate::text::folding::composed;

use self::draft::Drafts;
use self::former::FormerNames;
use super::entity::Entity;
use super::{PositionId, StatementId};

/// Every name of a map. Holds places and ids only; the names themselves stay in the files.
#[derive(Debug, Default)]
pub struct NameIndex {
    /// Authors, sources, issues, terms and loose statements.
    pub(super) shared: NameTable<Entity>,
    /// The statements of each source.
    pub(super) own: Vec<NameTable<StatementId>>,
    /// Former names of authors, sources, issues, terms, sides and loose statements.
    pub(super) former: NameTable<Entity>,
    /// The same of the statements of each source.
    pub(super) former_own: Vec<NameTable<StatementId>>,
    /// The written positions of each issue.
    pub(super) positions: Vec<NameTable<PositionId>>,
    drafts: OnceLock<Drafts>,
    former_of: OnceLock<FormerNames>,
}

/// Names that are each unique in one space, with what they stand for.
#[derive(Debug)]
pub(super) struct NameTable<T> {
    slots: HashTable<Slot<T>>,
    hasher: RandomState,
}

#[derive(Debug, Clone, Copy)]
struct Slot<T> {
    hash: u64,
    name: Span,
    stands_for: T,
}

impl<T> Default for NameTable<T> {
    fn default() -> Self {
        NameTable { slots: HashTable::new(), hasher: RandomState::default() }
    }
}

impl<T: Copy> NameTable<T> {
    /// Makes room for so many more names.
    pub fn reserve(&mut self, count: usize) {
        self.slots.reserve(count, |slot| slot.hash);
    }

    /// Adds a name; where it is taken already, says since where and by what instead.
    pub fn insert(&mut self, files: &Files, name: Span, stands_for: T) -> Result<(), (Span, T)> {
        let text = files.text(name);
        let hash = self.hash(text);
        let taken = |slot: &Slot<T>| slot.hash == hash && same(files.text(slot.name), text);
        match self.slots.entry(hash, taken, |slot| slot.hash) {
            hashbrown::hash_table::Entry::Occupied(slot) => Err((slot.get().name, slot.get().stands_for)),
            hashbrown::hash_table::Entry::Vacant(place) => {
                place.insert(Slot { hash, name, stands_for });
                Ok(())
            }
        }
    }

    /// Thing that a name stands for.
    pub fn get(&self, files: &Files, text: &str) -> Option<T> {
        self.get_with_place(files, text).map(|(_, stands_for)| stands_for)
    }

    /// Where a name was given, and what it stands for.
    pub fn get_with_place(&self, files: &Files, text: &str) -> Option<(Span, T)> {
        if self.slots.is_empty() {
            return None;
        }
        let hash = self.hash(text);
        let slot = self.slots.find(hash, |slot| slot.hash == hash && same(files.text(slot.name), text))?;
        Some((slot.name, slot.stands_for))
    }

    /// Places of all names with what each stands for, in the order of the text.
    pub fn in_order(&self) -> Vec<(Span, T)> {
        let mut all: Vec<(Span, T)> = self.slots.iter().map(|slot| (slot.name, slot.stands_for)).collect();
        all.sort_by_key(|(name, _)| (name.file, name.start));
        all
    }

    fn hash(&self, text: &str) -> u64 {
        self.hasher.hash_one(composed(text).as_bytes())
    }
}

/// Whether two names are the same, however their accents are stored.
pub(super) fn same(a: &str, b: &str) -> bool {
    a == b || (!a.is_ascii() && !b.is_ascii() && composed(a) == composed(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::File;

    #[test]
    fn a_name_is_the_same_however_its_accents_are_stored() {
        let text = "caf\u{e9} cafe\u{301} Caf\u{e9}";
        let mut files = Files::default();
        let file = files.add(File::new("a.arg", text));
        let mut names = NameTable::default();
        let (first, second, third) = (Span::new(file, 0, 5), Span::new(file, 6, 12), Span::new(file, 13, 18));
        assert_eq!(names.insert(&files, first, 1), Ok(()));
        assert_eq!(names.insert(&files, second, 2), Err((first, 1)));
        assert_eq!(names.insert(&files, third, 3), Ok(()));
        assert_eq!(names.get(&files, "cafe\u{301}"), Some(1));
        assert_eq!(names.get(&files, "cafe"), None);
    }
}
