//! Rows that only programs read, made group by group when somebody looks at them: of a million of them only some are there at a time.

use std::fmt;
use std::sync::Arc;

use rayon::prelude::*;
use serde_json::Value;

/// Groups are made on all cores until there are about so many rows.
const AT_ONCE: usize = 1_024;

/// So many rows are made one behind the other by one core.
const TOGETHER: usize = 64;

/// Values of a row, one for each column.
type Values = Vec<Value>;

/// Groups of rows, each made as a whole: much is found of many rows more easily than of one. How many rows there are nobody knows before.
#[derive(Clone, Default)]
pub struct Groups<'m>(Option<Arc<Maker<'m>>>);

/// How many groups there are, and how each is made.
struct Maker<'m> {
    number: usize,
    make: Box<dyn Fn(usize) -> Vec<Values> + Send + Sync + 'm>,
}

impl<'m> Groups<'m> {
    /// So many groups, and how each is made, by its number.
    pub fn new(number: usize, make: impl Fn(usize) -> Vec<Values> + Send + Sync + 'm) -> Self {
        Groups(Some(Arc::new(Maker { number, make: Box::new(make) })))
    }

    /// So many rows, each made by itself.
    pub fn of_rows(count: usize, row: impl Fn(usize) -> Vec<Value> + Send + Sync + 'm) -> Self {
        Groups::new(count.div_ceil(TOGETHER), move |group| {
            let start = group * TOGETHER;
            (start..count.min(start + TOGETHER)).map(&row).collect()
        })
    }

    /// All rows, in order.
    pub fn rows(&self) -> impl Iterator<Item = Values> + '_ {
        let (mut at, mut many) = (0, 1);
        let some = std::iter::from_fn(move || {
            let Maker { number, make } = self.0.as_deref().filter(|maker| at < maker.number)?;
            let end = at.saturating_add(many).min(*number);
            let rows: Vec<Values> =
                if end == at + 1 { make(at) } else { (at..end).into_par_iter().flat_map_iter(make).collect() };
            at = end;
            if rows.len() < AT_ONCE {
                many *= 2;
            } else if rows.len() > 4 * AT_ONCE {
                many = many.div_ceil(2);
            }
            Some(rows)
        });
        some.flatten()
    }
}

impl fmt::Debug for Groups<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.0.as_deref().map_or(0, |maker| maker.number);
        out.debug_struct("Groups").field("number", &number).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn rows_come_in_order_whatever_the_sizes_of_their_groups() {
        let sizes: Vec<usize> =
            [0, 3, 0, 700, 20_000, 1, 0].into_iter().chain((0..500).map(|at| at * 7 % 40)).collect();
        let all: Vec<Values> = sizes
            .iter()
            .enumerate()
            .flat_map(|(group, &size)| (0..size).map(move |at| vec![group.into(), at.into()]))
            .collect();
        let groups =
            Groups::new(sizes.len(), |group| (0..sizes[group]).map(|at| vec![group.into(), at.into()]).collect());
        assert!(groups.rows().eq(all));
        assert_eq!(Groups::default().rows().count() + Groups::new(3, |_| Vec::new()).rows().count(), 0);
    }

    #[test]
    fn no_group_is_made_long_before_it_is_looked_at() {
        let made = AtomicUsize::new(0);
        let groups = Groups::new(1_000_000, |group| {
            made.fetch_add(1, Ordering::Relaxed);
            vec![vec![group.into()]; 10]
        });
        assert_eq!(made.load(Ordering::Relaxed), 0);
        assert_eq!(groups.rows().take(100_000).count(), 100_000);
        assert!(made.load(Ordering::Relaxed) < 11_000);
    }
}
