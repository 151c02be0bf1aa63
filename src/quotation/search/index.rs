//! An index of short windows of many needles, asked for the windows of a text.

/// Windows kept in one bucket: what stands in more needles tells little of any of them.
const CROWD: usize = 16;
/// Of so many windows one is chosen, as a power of two.
const CHOSEN_BITS: u32 = 3;
/// Stands between needles; neither a needle nor a text has it.
const SEPARATOR: u8 = 0;

/// Many needles in one piece, so that following a window to both sides stops at their ends.
pub(crate) struct Needles {
    letters: Vec<u8>,
    /// The offset at which each needle begins.
    starts: Vec<u32>,
}

/// A window of a needle: where it stands among all needles.
#[derive(Debug, Clone, Copy, Default)]
struct Window {
    at: u32,
    tag: u32,
}

/// Windows of `N` bytes, sorted into buckets by their hash.
pub(crate) struct WindowIndex<const N: usize> {
    /// One bit for each of many hashes: most probes end here, in the processor's cache.
    filter: Vec<u64>,
    filter_bits: u32,
    starts: Vec<u32>,
    windows: Vec<Window>,
    bucket_bits: u32,
}

impl Needles {
    pub(crate) fn new<'n>(needles: impl Iterator<Item = &'n str>) -> Self {
        let mut all = Self { letters: vec![SEPARATOR], starts: Vec::new() };
        for needle in needles {
            all.starts.push(all.letters.len() as u32);
            all.letters.extend_from_slice(needle.as_bytes());
            all.letters.push(SEPARATOR);
        }
        all
    }

    pub(crate) fn letters(&self) -> &[u8] {
        &self.letters
    }

    /// Whether a needle ends before a place.
    pub(crate) fn ends(&self, at: usize) -> bool {
        self.letters[at] == SEPARATOR
    }

    /// Whether so many letters of one needle stand at a place.
    pub(crate) fn has_window(&self, at: usize, length: usize) -> bool {
        memchr::memchr(SEPARATOR, &self.letters[at..at + length]).is_none()
    }

    /// Where a needle begins.
    pub(crate) fn start(&self, number: usize) -> usize {
        self.starts[number] as usize
    }

    /// The needle that has the letter at a place, and the letter's offset in it.
    pub(crate) fn owner(&self, at: usize) -> (usize, usize) {
        let number = self.starts.partition_point(|start| *start as usize <= at) - 1;
        (number, at - self.starts[number] as usize)
    }
}

impl<const N: usize> WindowIndex<N> {
    /// Indexes the windows that begin at some places of the needles' letters; also gives the places
    /// that were crowded out.
    pub(crate) fn new(letters: &[u8], places: &[u32]) -> (Self, Vec<u32>) {
        let bucket_bits = (places.len().max(1).ilog2() + 1).clamp(4, 28);
        // Up to a megabyte; more would not stay in the cache.
        let filter_bits = (bucket_bits + 6).min(23).max(bucket_bits + 2);
        let mut index = Self {
            filter: vec![0; 1 << (filter_bits - 6)],
            filter_bits,
            starts: vec![0; (1 << bucket_bits) + 1],
            windows: Vec::new(),
            bucket_bits,
        };
        let hashes = || places.iter().map(|at| (*at, hash::<N>(&letters[*at as usize..])));
        for (_, hash) in hashes() {
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
        let mut crowded = Vec::new();
        for (at, hash) in hashes() {
            let bucket = index.bucket(hash);
            let place = filled[bucket];
            if place < index.starts[bucket + 1] {
                index.windows[place as usize] = Window { at, tag: tag(hash) };
                filled[bucket] += 1;
            } else {
                crowded.push(at);
            }
        }
        (index, crowded)
    }

    /// Whether a window with this hash may be indexed: one look into the processor's cache.
    #[inline]
    pub(crate) fn may_have(&self, hash: u64) -> bool {
        let bit = self.filter_bit(hash);
        self.filter[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// The places among the needles at which a window with this hash stands, chance aside.
    pub(crate) fn places(&self, hash: u64) -> impl Iterator<Item = usize> {
        let bucket = self.bucket(hash);
        self.windows[self.starts[bucket] as usize..self.starts[bucket + 1] as usize]
            .iter()
            .filter(move |window| window.tag == tag(hash))
            .map(|window| window.at as usize)
    }

    fn bucket(&self, hash: u64) -> usize {
        (hash >> (64 - self.bucket_bits)) as usize
    }

    fn filter_bit(&self, hash: u64) -> usize {
        (hash >> (64 - self.filter_bits)) as usize
    }
}

/// Whether the window that begins here is chosen. Its letters alone decide, so the same windows are
/// chosen in a needle and in a text that has it, and only they need be indexed and asked for.
#[inline]
pub(crate) fn is_chosen(letters: &[u8]) -> bool {
    number::<8>(letters).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - CHOSEN_BITS) == 0
}

/// Mixes the `N` letters of a window, 4, 8 or 16, so that the upper bits depend on all of them.
#[inline]
pub(crate) fn hash<const N: usize>(letters: &[u8]) -> u64 {
    let mixed = match N {
        4 => number::<4>(letters),
        8 => number::<8>(letters),
        _ => {
            let sum = number::<8>(letters) ^ number::<8>(&letters[N - 8..]).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            sum ^ sum >> 32
        }
    };
    mixed.wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

/// The part of a hash that tells the windows of a bucket apart.
fn tag(hash: u64) -> u32 {
    (hash >> 20) as u32
}

/// The first letters as one number.
#[inline]
fn number<const N: usize>(letters: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    bytes[..N].copy_from_slice(&letters[..N]);
    u64::from_le_bytes(bytes)
}
