//! Parts of a page that are made when somebody looks at them: of a million of them only some are there at a time.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

/// So many are made before the first of them is looked at, if there are as many.
const AT_ONCE: usize = 1_024;
/// So few are made by one core.
const FEW: usize = 64;

/// Maker of them, by their numbers.
enum Make<'m, T> {
    /// Each by itself.
    One(Arc<dyn Fn(usize) -> T + Send + Sync + 'm>),
    /// All of a group together; known of each group is where it starts, and where the last of them ends.
    Groups(Arc<[usize]>, Arc<dyn Fn(usize) -> Vec<T> + Send + Sync + 'm>),
}

/// So many things of a kind, each made whenever it is looked at; `'m` is how long lives what they are made of.
pub struct Made<'m, T> {
    count: usize,
    make: Option<Make<'m, T>>,
}

impl<'m, T> Made<'m, T> {
    /// So many, and how each is made; whoever asks for one again gets the same.
    pub fn new(count: usize, make: impl Fn(usize) -> T + Send + Sync + 'm) -> Self {
        Made { count, make: Some(Make::One(Arc::new(make))) }
    }

    /// Groups of these sizes, each of which is made as a whole: for what is found of many more easily than of one.
    pub fn in_groups(
        sizes: impl IntoIterator<Item = usize>,
        make: impl Fn(usize) -> Vec<T> + Send + Sync + 'm,
    ) -> Self {
        let mut starts = vec![0];
        let mut count = 0;
        for size in sizes {
            count += size;
            starts.push(count);
        }
        Made { count, make: Some(Make::Groups(starts.into(), Arc::new(make))) }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Some of them, by their numbers.
    pub fn part(&self, numbers: Range<usize>) -> impl Iterator<Item = T> + '_ {
        let numbers = numbers.start..numbers.end.min(self.count);
        let made: Box<dyn Iterator<Item = T> + '_> = match &self.make {
            None => Box::new(std::iter::empty()),
            Some(Make::One(make)) => Box::new(numbers.map(move |number| make(number))),
            Some(Make::Groups(starts, make)) => {
                let first = starts.partition_point(|&start| start <= numbers.start) - 1;
                let groups = (first..starts.len() - 1).take_while(move |&group| starts[group] < numbers.end);
                Box::new(groups.flat_map(|group| make(group)).skip(numbers.start - starts[first]).take(numbers.len()))
            }
        };
        made
    }
}

impl<T: Send> Made<'_, T> {
    /// All of them, in order; some at a time are made by all cores when the turn of the first of them comes.
    pub fn iter(&self) -> impl Iterator<Item = T> + '_ {
        let mut at = 0;
        let some = std::iter::from_fn(move || {
            let (some, next): (Vec<T>, usize) = match self.make.as_ref()? {
                Make::One(make) => {
                    let next = self.count.min(at + AT_ONCE);
                    let is_much = next - at > FEW;
                    let some = if is_much { (at..next).into_par_iter().map(|number| make(number)).collect() } else { (at..next).map(|number| make(number)).collect() };
                    (some, next)
                }
                Make::Groups(starts, make) => {
                    let groups = starts.len() - 1;
                    let end = (at + 1..groups).find(|&end| starts[end] - starts[at] >= AT_ONCE).unwrap_or(groups);
                    ((at..end).into_par_iter().flat_map_iter(|group| make(group)).collect(), end)
                }
            };
            let is_over = next == at;
            at = next;
            (!is_over).then_some(some)
        });
        some.flatten()
    }
}

impl<T> Default for Made<'_, T> {
    fn default() -> Self {
        Made { count: 0, make: None }
    }
}

impl<T> Clone for Make<'_, T> {
    fn clone(&self) -> Self {
        match self {
            Make::One(make) => Make::One(Arc::clone(make)),
            Make::Groups(starts, make) => Make::Groups(Arc::clone(starts), Arc::clone(make)),
        }
    }
}

impl<T> Clone for Made<'_, T> {
    fn clone(&self) -> Self {
        Made { count: self.count, make: self.make.clone() }
    }
}

impl<T> fmt::Debug for Made<'_, T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Made").field("count", &self.count).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::Made;

    #[test]
    fn nothing_is_made_before_it_is_looked_at() {
        let made = AtomicUsize::new(0);
        let squares = Made::new(1_000_000, |number| {
            made.fetch_add(1, Ordering::Relaxed);
            number * number
        });
        assert_eq!((squares.len(), made.load(Ordering::Relaxed)), (1_000_000, 0));
        assert_eq!(squares.iter().take(3).collect::<Vec<_>>(), [0, 1, 4]);
        assert_eq!(made.load(Ordering::Relaxed), super::AT_ONCE);
        assert!(squares.iter().eq((0..1_000_000).map(|number| number * number)));
        assert_eq!(Made::<u8>::default().iter().count(), 0);
    }

    #[test]
    fn groups_are_made_as_a_whole_and_come_in_order() {
        let sizes = [0, 3, 0, 700, 2_000, 1, 0];
        let made = AtomicUsize::new(0);
        let groups = Made::in_groups(sizes, |group| {
            made.fetch_add(1, Ordering::Relaxed);
            (0..sizes[group]).map(|at| (group, at)).collect()
        });
        let all: Vec<(usize, usize)> =
            sizes.iter().enumerate().flat_map(|(group, &size)| (0..size).map(move |at| (group, at))).collect();
        assert_eq!((groups.len(), made.load(Ordering::Relaxed)), (all.len(), 0));
        assert!(groups.iter().eq(all.iter().copied()));
        assert_eq!(made.load(Ordering::Relaxed), sizes.len());
        for part in [0..0, 0..4, 2..3, 3..3, 702..704, 100..2_704, 2_703..9_999] {
            let expected = &all[part.start..part.end.min(all.len())];
            assert_eq!(groups.part(part.clone()).collect::<Vec<_>>(), expected, "{part:?}");
        }
        assert_eq!(Made::in_groups([0, 0], |_| Vec::<u8>::new()).iter().count(), 0);
    }
}
