//! An index of every short window of many needles, asked at regular steps of a text.

/// Bytes of a window. Twelve at every eighth byte would need half the probes; but so short a window
/// is two or three frequent words, and following such hits costs more than it saves.
pub(super) const WINDOW: usize = 16;
/// A text is probed at every so many bytes, so any shared run of `WINDOW + STEP - 1` bytes is hit.
pub(super) const STEP: usize = 4;
/// Windows kept in one bucket: what stands in more needles tells little of any of them.
const CROWD: usize = 16;
/// Stands between needles; neither a needle nor a text has it.
const SEPARATOR: u8 = 0;

/// Many needles in one piece, so that following a window to both sides stops at their ends.
pub(super) struct Needles {
    letters: Vec<u8>,
    /// Where each begins.
    starts: Vec<u32>,
}

/// A window of a needle: where it stands among all needles.
#[derive(Debug, Clone, Copy, Default)]
struct Window {
    at: u32,
    tag: u32,
}

/// All windows, sorted into buckets by their hash.
pub(super) struct WindowIndex {
    /// One bit for each of many hashes: most probes end here, in the processor's cache.
    filter: Vec<u64>,
    filter_bits: u32,
    starts: Vec<u32>,
    windows: Vec<Window>,
    bucket_bits: u32,
}

impl Needles {
    pub(super) fn new<'n>(needles: impl Iterator<Item = &'n str>) -> Self {
        let mut all = Self { letters: vec![SEPARATOR], starts: Vec::new() };
        for needle in needles {
            all.starts.push(all.letters.len() as u32);
            all.letters.extend_from_slice(needle.as_bytes());
            all.letters.push(SEPARATOR);
        }
        all
    }

    pub(super) fn letters(&self) -> &[u8] {
        &self.letters
    }

    /// The needle that has the letter at a place, and the letter's offset in it.
    pub(super) fn owner(&self, at: usize) -> (usize, usize) {
        let number = self.starts.partition_point(|start| *start as usize <= at) - 1;
        (number, at - self.starts[number] as usize)
    }

    /// The windows of all needles with their places and hashes.
    fn windows(&self) -> impl Iterator<Item = (usize, u64)> {
        let windows = self.letters.windows(WINDOW).enumerate();
        windows.filter(|(_, window)| !window.contains(&SEPARATOR)).map(|(at, window)| (at, hash(window)))
    }
}

impl WindowIndex {
    /// Indexes all needles; also gives the numbers of those that stand in some text unseen, for
    /// too many of their windows are crowded out.
    pub(super) fn new(needles: &Needles) -> (Self, Vec<usize>) {
        let bucket_bits = (needles.letters.len().ilog2() + 1).clamp(4, 28);
        let filter_bits = (bucket_bits + 3).clamp(10, 25);
        let mut index = Self {
            filter: vec![0; 1 << (filter_bits - 6)],
            filter_bits,
            starts: vec![0; (1 << bucket_bits) + 1],
            windows: Vec::new(),
            bucket_bits,
        };
        for (_, hash) in needles.windows() {
            let bit = index.filter_bit(hash);
            index.filter[bit / 64] |= 1 << (bit % 64);
            let bucket = index.bucket(hash);
            index.starts[bucket + 1] = (index.starts[bucket + 1] + 1).min(CROWD as u32);
        }
        for bucket in 1..index.starts.len() {
            index.starts[bucket] += index.starts[bucket - 1];
        }
        let mut filled = index.starts.clone();
        let kept = index.starts.last().copied().unwrap_or(0);
        index.windows = vec![Window::default(); kept as usize];
        // A text is probed at every STEP, so a needle is seen wherever it stands if it keeps a
        // window for each remainder of the offset.
        let mut remainders = vec![0u8; needles.starts.len()];
        for (at, hash) in needles.windows() {
            let bucket = index.bucket(hash);
            let place = filled[bucket];
            if place < index.starts[bucket + 1] {
                index.windows[place as usize] = Window { at: at as u32, tag: hash as u32 };
                filled[bucket] += 1;
                let (number, offset) = needles.owner(at);
                remainders[number] |= 1 << (offset % STEP);
            }
        }
        let crowded = (0..remainders.len()).filter(|number| remainders[*number].count_ones() < STEP as u32).collect();
        (index, crowded)
    }

    /// Whether a window with this hash may be indexed: one look into the processor's cache.
    #[inline]
    pub(super) fn may_have(&self, hash: u64) -> bool {
        let bit = self.filter_bit(hash);
        self.filter[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// The places among the needles at which a window with this hash stands, chance aside.
    pub(super) fn places(&self, hash: u64) -> impl Iterator<Item = usize> {
        let bucket = self.bucket(hash);
        self.windows[self.starts[bucket] as usize..self.starts[bucket + 1] as usize]
            .iter()
            .filter(move |window| window.tag == hash as u32)
            .map(|window| window.at as usize)
    }

    fn bucket(&self, hash: u64) -> usize {
        (hash >> (64 - self.bucket_bits)) as usize
    }

    fn filter_bit(&self, hash: u64) -> usize {
        (hash >> (64 - self.filter_bits)) as usize
    }
}

/// Two multiplications mix a window well enough for buckets and tags.
#[inline]
pub(super) fn hash(letters: &[u8]) -> u64 {
    let mut halves = [[0; 8]; 2];
    halves[0].copy_from_slice(&letters[..8]);
    halves[1].copy_from_slice(&letters[WINDOW - 8..WINDOW]);
    let [low, high] = halves.map(u64::from_le_bytes);
    let mixed = low ^ high.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ mixed >> 32).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    mixed ^ mixed >> 29
}
