//! A list of arguments for each argument, all in one array: the compressed form of a graph.

use super::Argument;

/// For each argument a row of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rows {
    /// Where each row starts, and where the last one ends.
    starts: Vec<u32>,
    entries: Vec<Argument>,
}

impl Rows {
    /// Rows of pairs, each pair in the row of its first. Pairs are left in the order that they come in.
    pub(super) fn new(rows: usize, pairs: impl Iterator<Item = (Argument, Argument)> + Clone) -> Rows {
        let mut starts = vec![0; rows + 1];
        for (row, _) in pairs.clone() {
            starts[row as usize + 1] += 1;
        }
        for row in 0..rows {
            starts[row + 1] += starts[row];
        }
        let mut entries = vec![0; starts[rows] as usize];
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

    /// Rows in order that say nothing twice.
    pub(super) fn sorted(rows: usize, pairs: impl Iterator<Item = (Argument, Argument)> + Clone) -> Rows {
        let mut rows = Rows::new(rows, pairs);
        rows.sort();
        rows
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The entries of all rows, one row after the other.
    pub(super) fn all(&self) -> &[Argument] {
        &self.entries
    }

    pub(super) fn row(&self, row: Argument) -> &[Argument] {
        &self.entries[self.starts[row as usize] as usize..self.starts[row as usize + 1] as usize]
    }

    /// Every row with each entry in it.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (Argument, Argument)> + Clone {
        (0..self.len() as Argument).flat_map(|row| self.row(row).iter().map(move |&entry| (row, entry)))
    }

    /// The same pairs the other way round; rows come out in order.
    pub(super) fn turned(&self) -> Rows {
        Rows::new(self.len(), self.pairs().map(|(row, entry)| (entry, row)))
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

impl Default for Rows {
    fn default() -> Self {
        Rows { starts: vec![0], entries: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
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
}
