//! Asks an index for the windows of a text, many at a time.

use super::index::{WindowIndex, hash, is_chosen};

/// Windows that are asked together.
const BATCH: usize = 256;

/// Windows of one batch that the index may have: where they begin in the text, and their hashes.
pub(crate) struct Likely {
    windows: [(usize, u64); BATCH],
    count: usize,
}

impl Likely {
    /// Adds a window if it may be indexed, with no step that depends on a guess of the processor:
    /// so all of a batch wait for memory together.
    #[inline]
    fn ask<const N: usize>(&mut self, index: &WindowIndex<N>, at: usize, window: &[u8]) {
        let hash = hash::<N>(window);
        // A batch has no more windows than this; the remainder takes the place of asking.
        self.windows[self.count % BATCH] = (at, hash);
        self.count += usize::from(index.may_have(hash));
    }

    /// Asks for every window of a batch of the text that begins at `first`.
    pub(crate) fn ask_all<const N: usize>(&mut self, index: &WindowIndex<N>, first: usize, batch: &[u8]) {
        for (at, window) in batch.windows(N).enumerate() {
            self.ask(index, first + at, window);
        }
    }

    /// Asks for every second one; the first is one of them in each batch.
    pub(crate) fn ask_every_second<const N: usize>(&mut self, index: &WindowIndex<N>, first: usize, batch: &[u8]) {
        for (at, window) in batch.windows(N).enumerate().step_by(2) {
            self.ask(index, first + at, window);
        }
    }

    /// Asks for the chosen ones.
    pub(crate) fn ask_chosen<const N: usize>(&mut self, index: &WindowIndex<N>, first: usize, batch: &[u8]) {
        let mut chosen = [0; BATCH];
        let mut count = 0;
        for (at, window) in batch.windows(N).enumerate() {
            chosen[count % BATCH] = at;
            count += usize::from(is_chosen(window));
        }
        for at in &chosen[..count] {
            self.ask(index, first + at, &batch[*at..at + N]);
        }
    }
}

/// Calls `hit` with each place of the text and of the needles at which the windows asked for are
/// alike, chance aside, until it says no; false if it did.
pub(crate) fn probe<const N: usize>(
    letters: &[u8],
    index: &WindowIndex<N>,
    ask: impl Fn(&mut Likely, &WindowIndex<N>, usize, &[u8]),
    mut hit: impl FnMut(usize, usize) -> bool,
) -> bool {
    let windows = (letters.len() + 1).saturating_sub(N);
    let mut likely = Likely { windows: [(0, 0); BATCH], count: 0 };
    for first in (0..windows).step_by(BATCH) {
        likely.count = 0;
        ask(&mut likely, index, first, &letters[first..(first + BATCH).min(windows) + N - 1]);
        for (at, hash) in &likely.windows[..likely.count] {
            if !index.places(*hash).all(|place| hit(*at, place)) {
                return false;
            }
        }
    }
    true
}
