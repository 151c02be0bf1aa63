//! Which short windows are frequent in a text, by a sample of it: they are hit all over, and tell nothing.

use super::index::hash;

/// Letters of a window.
const WINDOW: usize = 8;
/// Of so many windows of the text one is looked at.
const SAMPLED: usize = 64;
/// Windows seen so often in the sample are frequent: some hundreds of times in the text.
const OFTEN: u8 = 4;
/// How many kinds of windows are told apart at least and at most, as powers of two.
const LEAST_BITS: u32 = 12;
const MOST_BITS: u32 = 22;

/// How often windows were seen, those with the same hash together.
pub(super) struct Frequent {
    counts: Vec<u8>,
    bits: u32,
}

impl Frequent {
    /// Counts the windows of a text by a sample.
    pub(super) fn in_text(letters: &[u8]) -> Self {
        // Several times as many kinds as windows that are looked at, so that few share a count.
        let bits = ((letters.len() / SAMPLED).max(1).ilog2() + 3).clamp(LEAST_BITS, MOST_BITS);
        let mut frequent = Self { counts: vec![0; 1 << bits], bits };
        for window in letters.windows(WINDOW).step_by(SAMPLED) {
            let kind = frequent.kind(window);
            frequent.counts[kind] = frequent.counts[kind].saturating_add(1);
        }
        frequent
    }

    /// Whether the window that begins here is frequent.
    pub(super) fn has(&self, letters: &[u8]) -> bool {
        self.counts[self.kind(letters)] >= OFTEN
    }

    fn kind(&self, letters: &[u8]) -> usize {
        (hash::<WINDOW>(letters) >> (64 - self.bits)) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::Frequent;

    #[test]
    fn what_comes_again_and_again_is_frequent_and_what_comes_once_is_not() {
        let text = format!("{}onlyonce", "frequent".repeat(1_000));
        let frequent = Frequent::in_text(text.as_bytes());
        assert!(frequent.has(b"frequent"));
        assert!(!frequent.has(b"onlyonce") && !frequent.has(b"tfrequen"));
    }
}
