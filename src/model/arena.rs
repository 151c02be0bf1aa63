//! Things of one kind in a row, each known by a small number of its own type.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::num::NonZeroU32;
use std::ops::{Index, IndexMut};

use rows::Rows;

/// Which `T` of a map. Ids are given in the order of the text, so comparing them compares places. Counted from 1 inside, so
/// that an id that may be missing takes no more room than an id.
pub struct Id<T> {
    number: NonZeroU32,
    kind: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The id of the thing at this index.
    pub fn new(index: usize) -> Self {
        let number = u32::try_from(index + 1).ok().and_then(NonZeroU32::new);
        Id { number: number.expect("a map holds fewer than four billion things of a kind"), kind: PhantomData }
    }

    /// Its index in the arena.
    pub fn index(self) -> usize {
        self.number.get() as usize - 1
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.number.cmp(&other.number)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.number.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "#{}", self.index())
    }
}

/// All things of one kind, in the order of the text.
#[derive(Debug)]
pub struct Arena<T> {
    things: Vec<T>,
}

impl<T> Default for Arena<T> {
    fn default() -> Self {
        Arena { things: Vec::new() }
    }
}

impl<T> Arena<T> {
    /// Makes room for so many more things.
    pub fn reserve(&mut self, count: usize) {
        self.things.reserve_exact(count);
    }

    /// Adds a thing and says how it is known.
    pub fn add(&mut self, thing: T) -> Id<T> {
        self.things.push(thing);
        Id::new(self.things.len() - 1)
    }

    /// The id that the next thing will have.
    pub fn next_id(&self) -> Id<T> {
        Id::new(self.things.len())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.things.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.things.is_empty()
    }

    /// Every thing with its id, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Id<T>, &T)> + DoubleEndedIterator + Clone {
        self.things.iter().enumerate().map(|(index, thing)| (Id::new(index), thing))
    }

    /// Every id, in order.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = Id<T>> + DoubleEndedIterator + use<T> {
        (0..self.things.len()).map(Id::new)
    }

    /// The things as a slice, by index.
    pub fn as_slice(&self) -> &[T] {
        &self.things
    }
}

impl<T> Index<Id<T>> for Arena<T> {
    type Output = T;
    fn index(&self, id: Id<T>) -> &T {
        &self.things[id.index()]
    }
}

impl<T> IndexMut<Id<T>> for Arena<T> {
    fn index_mut(&mut self, id: Id<T>) -> &mut T {
        &mut self.things[id.index()]
    }
}

/// For each `From`, the ids of the `To` that hang on it, in order.
#[derive(Debug)]
pub struct Adjacency<From, To> {
    rows: Rows<Id<To>>,
    from: PhantomData<fn() -> From>,
}

impl<From, To> Default for Adjacency<From, To> {
    fn default() -> Self {
        Adjacency { rows: Rows::default(), from: PhantomData }
    }
}

impl<From, To> Adjacency<From, To> {
    /// Of pairs in any order; the targets of one thing keep the order in which the pairs came. `count` is how
    /// many `From` there are.
    pub fn new(count: usize, pairs: impl Iterator<Item = (Id<From>, Id<To>)> + Clone) -> Self {
        let numbered = pairs.map(|(from, to)| (from.index() as u32, to));
        Adjacency { rows: Rows::new(count, numbered), from: PhantomData }
    }

    /// Things that hang on one thing, in order.
    pub fn of(&self, from: Id<From>) -> &[Id<To>] {
        self.rows.row(from.index() as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjacency_keeps_the_order_of_the_pairs() {
        let pairs = [(2, 7), (0, 1), (2, 3), (0, 9)];
        let ids = pairs.iter().map(|&(from, to)| (Id::<u8>::new(from), Id::<u16>::new(to)));
        let adjacency = Adjacency::new(3, ids);
        let of = |index| adjacency.of(Id::new(index)).iter().map(|id| id.index()).collect::<Vec<_>>();
        assert_eq!((of(0), of(1), of(2)), (vec![1, 9], vec![], vec![7, 3]));
    }
}
