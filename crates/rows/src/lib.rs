//! A list for each of many numbered things, all in one array: the compressed form of a graph.

#![deny(missing_docs)]
#![forbid(unsafe_code)]
#![cfg_attr(doctest, doc = include_str!("../README.md"))]

/// A row of entries for each number from 0 on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows<T = u32> {
    /// Where each row starts, and where the last one ends.
    starts: Vec<u32>,
    entries: Vec<T>,
}

impl<T: Copy> Rows<T> {
    /// Rows of pairs, each pair in the row of its first. Pairs are left in the order that they come in.
    pub fn new(rows: usize, pairs: impl Iterator<Item = (u32, T)> + Clone) -> Self {
        let mut starts = vec![0; rows + 1];
        for (row, _) in pairs.clone() {
            starts[row as usize + 1] += 1;
        }
        for row in 0..rows {
            starts[row + 1] += starts[row];
        }
        // Initial entries do not matter: every place of the array is written to.
        let mut entries = match pairs.clone().next() {
            Some((_, any)) => vec![any; starts[rows] as usize],
            None => Vec::new(),
        };
        // Each start runs to the end of its row as the row is filled, and so becomes the start of the next.
        for (row, entry) in pairs {
            let at = &mut starts[row as usize];
            entries[*at as usize] = entry;
            *at += 1;
        }
        starts.copy_within(0..rows, 1);
        starts[0] = 0;
        Rows { starts, entries }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entries of all rows, one row after the other.
    pub fn all(&self) -> &[T] {
        &self.entries
    }

    /// The entries of a row.
    pub fn row(&self, row: u32) -> &[T] {
        &self.entries[self.starts[row as usize] as usize..self.starts[row as usize + 1] as usize]
    }

    /// Every row with each entry in it.
    pub fn pairs(&self) -> impl Iterator<Item = (u32, T)> + Clone {
        (0..self.len() as u32).flat_map(|row| self.row(row).iter().map(move |&entry| (row, entry)))
    }
}

impl<T: Copy + Ord> Rows<T> {
    /// Rows in order that say nothing twice.
    pub fn sorted(rows: usize, pairs: impl Iterator<Item = (u32, T)> + Clone) -> Self {
        let mut rows = Rows::new(rows, pairs);
        rows.sort();
        rows
    }

    /// Puts each row in order and leaves out what it says twice.
    fn sort(&mut self) {
        let (mut kept, mut start) = (0, 0);
        for row in 0..self.len() {
            let end = self.starts[row + 1] as usize;
            let entries = &mut self.entries[start..end];
            if !entries.is_sorted_by(|a, b| a < b) {
                entries.sort_unstable();
            }
            let first = kept;
            for at in start..end {
                let entry = self.entries[at];
                if kept == first || self.entries[kept - 1] != entry {
                    self.entries[kept] = entry;
                    kept += 1;
                }
            }
            start = end;
            self.starts[row + 1] = kept as u32;
        }
        self.entries.truncate(kept);
    }
}

impl Rows<u32> {
    /// The same pairs the other way round, of rows whose entries are numbers of rows; rows come out in order.
    pub fn turned(&self) -> Self {
        Rows::new(self.len(), self.pairs().map(|(row, entry)| (entry, row)))
    }
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Rows { starts: vec![0], entries: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn rows_are_sorted_and_turned() {
        let pairs = [(2, 0), (0, 2), (0, 1), (0, 2)].into_iter();
        assert_eq!(Rows::new(3, pairs.clone()).row(0), [2, 1, 2]);
        let rows = Rows::sorted(3, pairs);
        assert_eq!((rows.row(0), rows.row(1), rows.row(2)), (&[1, 2][..], &[][..], &[0][..]));
        assert_eq!(rows.turned().pairs().collect::<Vec<_>>(), [(0, 2), (1, 0), (2, 0)]);
        assert_eq!(rows.turned().turned(), rows);
    }

    proptest! {
        #[test]
        fn rows_are_what_lists_would_be(pairs in prop::collection::vec((0u32..9, 0u32..9), 0..40)) {
            let rows = Rows::new(9, pairs.iter().copied());
            let sorted = Rows::sorted(9, pairs.iter().copied());
            for row in 0..9 {
                let mut list: Vec<u32> = pairs.iter().filter(|pair| pair.0 == row).map(|pair| pair.1).collect();
                prop_assert_eq!(rows.row(row), list.as_slice());
                list.sort_unstable();
                list.dedup();
                prop_assert_eq!(sorted.row(row), list);
            }
            prop_assert_eq!(sorted.turned().turned(), sorted);
        }
    }
}
