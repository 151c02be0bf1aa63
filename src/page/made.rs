//! Parts of a page that are made when somebody looks at them: of a million of them only some are there at a time.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

/// So many are made before the first of them is looked at, if there are as many.
const AT_ONCE: usize = 1_024;
/// So few are made by one core.
const FEW: usize = 64;

/// How one of them is made, by its number.
type Make<'m, T> = Arc<dyn Fn(usize) -> T + Send + Sync + 'm>;

/// So many things of a kind, each made whenever it is looked at; `'m` is how long lives what they are made of.
pub struct Made<'m, T> {
    count: usize,
    make: Option<Make<'m, T>>,
}

impl<'m, T> Made<'m, T> {
    /// So many, and how each is made; whoever asks for one again gets the same.
    pub fn new(count: usize, make: impl Fn(usize) -> T + Send + Sync + 'm) -> Self {
        Made { count, make: Some(Arc::new(make)) }
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
        let make = self.make.as_deref();
        numbers.filter_map(move |number| make.map(|make| make(number)))
    }
}

impl<T: Send> Made<'_, T> {
    /// All of them, in order; some at a time are made by all cores when the turn of the first of them comes.
    pub fn iter(&self) -> impl Iterator<Item = T> + '_ {
        let starts = (0..self.count).step_by(AT_ONCE);
        starts.flat_map(move |start| {
            let numbers = start..self.count.min(start + AT_ONCE);
            let some: Vec<T> = match &self.make {
                Some(make) if numbers.len() > FEW => numbers.into_par_iter().map(|number| make(number)).collect(),
                _ => self.part(numbers).collect(),
            };
            some
        })
    }
}

impl<T: Clone + Send + Sync + 'static> From<Vec<T>> for Made<'_, T> {
    /// Those that there are already.
    fn from(all: Vec<T>) -> Self {
        Made::new(all.len(), move |number| all[number].clone())
    }
}

impl<T> Default for Made<'_, T> {
    fn default() -> Self {
        Made { count: 0, make: None }
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
}
