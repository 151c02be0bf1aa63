//! Which thing of the old version is which of the new.

use crate::model::{Author, Id, Issue, Map, Position, Source, Statement, Term};

use super::version::{Both, Versions};

/// For things of one kind, which of the old version is which of the new.
#[derive(Debug)]
pub struct Pairs<T> {
    new_of: Vec<Option<Id<T>>>,
    old_of: Vec<Option<Id<T>>>,
}

impl<T> Pairs<T> {
    /// No pair yet among so many.
    pub(super) fn none(old: usize, new: usize) -> Self {
        Pairs { new_of: vec![None; old], old_of: vec![None; new] }
    }

    /// Says that two are the same thing, unless one of them is something else already.
    pub(super) fn pair(&mut self, old: Id<T>, new: Id<T>) {
        if self.new_of(old).is_none() && self.old_of(new).is_none() {
            self.new_of[old.index()] = Some(new);
            self.old_of[new.index()] = Some(old);
        }
    }

    /// Thing of the new version that is this one of the old.
    pub fn new_of(&self, old: Id<T>) -> Option<Id<T>> {
        self.new_of[old.index()]
    }

    /// Thing of the old version that is this one of the new.
    pub fn old_of(&self, new: Id<T>) -> Option<Id<T>> {
        self.old_of[new.index()]
    }

    /// A number for a thing of the old version: that of the same thing in the new, or one that nothing there has.
    pub fn number_of_old(&self, old: Id<T>) -> usize {
        self.new_of(old).map_or(self.old_of.len() + old.index(), Id::index)
    }

    /// The old things that are not paired, in order.
    pub(super) fn open_old(&self) -> impl Iterator<Item = Id<T>> {
        let open = self.new_of.iter().enumerate().filter(|(_, new)| new.is_none());
        open.map(|(index, _)| Id::new(index))
    }

    /// The new things that are not paired, in order.
    pub(super) fn open_new(&self) -> impl Iterator<Item = Id<T>> {
        let open = self.old_of.iter().enumerate().filter(|(_, old)| old.is_none());
        open.map(|(index, _)| Id::new(index))
    }

    /// Everything: in the order of the new version, and behind it what only the old one has.
    pub fn all(&self) -> impl Iterator<Item = Both<Id<T>>> {
        let new = self.old_of.iter().enumerate().map(|(index, old)| Both { old: *old, new: Some(Id::new(index)) });
        new.chain(self.open_old().map(|old| Both { old: Some(old), new: None }))
    }

    /// Pairs what either version says was called by the name that it has in the other.
    pub(super) fn by_former_name(
        &mut self,
        versions: Versions,
        name: impl Fn(&Map, Id<T>) -> Option<String>,
        named: impl Fn(&Map, &str) -> Option<Id<T>>,
    ) {
        for old in self.open_old().collect::<Vec<_>>() {
            if let Some(new) = name(versions.old, old).and_then(|name| named(versions.new, &name)) {
                self.pair(old, new);
            }
        }
        for new in self.open_new().collect::<Vec<_>>() {
            if let Some(old) = name(versions.new, new).and_then(|name| named(versions.old, &name)) {
                self.pair(old, new);
            }
        }
    }

    /// Pairs what has the same key, one by one in the order of the text.
    pub(super) fn by_key(&mut self, old: impl Fn(Id<T>) -> Option<u64>, new: impl Fn(Id<T>) -> Option<u64>) {
        let pairs = self.same_keys(old, new);
        pairs.iter().flat_map(|[old, new]| old.iter().zip(new)).for_each(|(&old, &new)| self.pair(old, new));
    }

    /// Pairs what has the same key where nothing else in either version has it.
    pub(super) fn by_unique_key(&mut self, old: impl Fn(Id<T>) -> Option<u64>, new: impl Fn(Id<T>) -> Option<u64>) {
        for [old, new] in self.same_keys(old, new) {
            if let ([old], [new]) = (old.as_slice(), new.as_slice()) {
                self.pair(*old, *new);
            }
        }
    }

    /// For each key that open things of both versions have, those things: of the old one, and of the new.
    fn same_keys(
        &self,
        old: impl Fn(Id<T>) -> Option<u64>,
        new: impl Fn(Id<T>) -> Option<u64>,
    ) -> Vec<[Vec<Id<T>>; 2]> {
        let mut olds: Vec<(u64, Id<T>)> = self.open_old().filter_map(|id| Some((old(id)?, id))).collect();
        let mut news: Vec<(u64, Id<T>)> = self.open_new().filter_map(|id| Some((new(id)?, id))).collect();
        olds.sort_unstable();
        news.sort_unstable();
        let mut news = news.chunk_by(|a, b| a.0 == b.0).peekable();
        let mut found = Vec::new();
        for group in olds.chunk_by(|a, b| a.0 == b.0) {
            while news.next_if(|other| other[0].0 < group[0].0).is_some() {}
            if let Some(other) = news.next_if(|other| other[0].0 == group[0].0) {
                let ids = |group: &[(u64, Id<T>)]| group.iter().map(|(_, id)| *id).collect();
                found.push([ids(group), ids(other)]);
            }
        }
        found
    }

    /// Pairs the most wanted first. Where two are wanted as much, the earlier in the text are taken, in the same way
    /// whichever version is the old one.
    pub(super) fn by_score(&mut self, mut wanted: Vec<(u64, Id<T>, Id<T>)>) {
        let earliest = |old: Id<T>, new: Id<T>| (old.index().min(new.index()), old.index().max(new.index()), old);
        wanted.sort_unstable_by_key(|&(score, old, new)| (std::cmp::Reverse(score), earliest(old, new)));
        for (_, old, new) in wanted {
            self.pair(old, new);
        }
    }

    /// Pairs what is held to be the same by most of those who have a say. `enough` is asked how many have to.
    pub(super) fn by_votes(
        &mut self,
        votes: impl IntoIterator<Item = (Id<T>, Id<T>)>,
        enough: impl Fn(Id<T>, Id<T>) -> usize,
    ) {
        let is_open = |(old, new): &(Id<T>, Id<T>)| self.new_of(*old).is_none() && self.old_of(*new).is_none();
        let mut votes: Vec<(Id<T>, Id<T>)> = votes.into_iter().filter(is_open).collect();
        votes.sort_unstable();
        let groups = votes.chunk_by(|a, b| a == b);
        let counted = groups.map(|group| (group.len() as u64, group[0].0, group[0].1));
        let wanted = counted.filter(|&(count, old, new)| count as usize >= enough(old, new)).collect();
        self.by_score(wanted);
    }
}

/// Pairs of things of either version that are the same, for all that has a name or a text.
#[derive(Debug)]
#[allow(missing_docs)] // The names say it.
pub struct Paired {
    pub authors: Pairs<Author>,
    pub sources: Pairs<Source>,
    pub issues: Pairs<Issue>,
    pub positions: Pairs<Position>,
    pub terms: Pairs<Term>,
    pub statements: Pairs<Statement>,
}
