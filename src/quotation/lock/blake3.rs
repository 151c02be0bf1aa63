//! BLAKE3, the hash of quotations in a lock: short texts, a few thousand at most.
//!
//! Files are hashed by a crate, with the instructions that processors have for it; here a page of the specification is enough (O'Connor,
//! Aumasson, Neves & Wilcox-O'Hearn 2020), and the crate with the C compiler's driver that it needs was a tenth of what a build costs.

const BLOCK: usize = 64;
const CHUNK: usize = 1024;

const CHUNK_START: u32 = 1;
const CHUNK_END: u32 = 2;
const PARENT: u32 = 4;
const ROOT: u32 = 8;

type Words = [u32; 8];

/// The fractional parts of the square roots of the first eight primes, as in SHA-256.
const START: Words =
    [0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19];

/// In which order a round takes the words that the round before took from first to last.
const ORDER: [usize; 16] = [2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8];

/// The first 16 bytes of the hash of some bytes.
pub(super) fn hash(bytes: &[u8]) -> [u8; 16] {
    // Nothing at all is one chunk, too.
    let chunks: Vec<&[u8]> = if bytes.is_empty() { vec![bytes] } else { bytes.chunks(CHUNK).collect() };
    let root = if chunks.len() == 1 { ROOT } else { 0 };
    let mut nodes: Vec<Words> = (0..).zip(chunks).map(|(number, chunk)| of_chunk(chunk, number, root)).collect();
    while nodes.len() > 1 {
        let flags = if nodes.len() == 2 { PARENT | ROOT } else { PARENT };
        let joined = nodes.chunks(2).map(|pair| match *pair {
            [left, right] => {
                let mut block = [0; 16];
                block[..8].copy_from_slice(&left);
                block[8..].copy_from_slice(&right);
                compress(&START, block, 0, BLOCK, flags)
            }
            // Whoever is left over is joined further up.
            _ => pair[0],
        });
        nodes = joined.collect();
    }
    let mut hash = [0; 16];
    for (bytes, word) in hash.chunks_mut(4).zip(nodes[0]) {
        bytes.copy_from_slice(&word.to_le_bytes());
    }
    hash
}

fn of_chunk(chunk: &[u8], number: u64, root: u32) -> Words {
    let blocks: Vec<&[u8]> = if chunk.is_empty() { vec![chunk] } else { chunk.chunks(BLOCK).collect() };
    let last = blocks.len() - 1;
    let mut state = START;
    for (at, bytes) in blocks.into_iter().enumerate() {
        let mut block = [0; 16];
        for (word, bytes) in block.iter_mut().zip(bytes.chunks(4)) {
            *word = bytes.iter().rev().fold(0, |word, &byte| word << 8 | u32::from(byte));
        }
        let start = if at == 0 { CHUNK_START } else { 0 };
        let end = if at == last { CHUNK_END | root } else { 0 };
        state = compress(&state, block, number, bytes.len(), start | end);
    }
    state
}

/// Seven rounds over sixteen words of state: columns, then diagonals.
fn compress(before: &Words, mut block: [u32; 16], number: u64, length: usize, flags: u32) -> Words {
    let mut state = [0; 16];
    state[..8].copy_from_slice(before);
    state[8..12].copy_from_slice(&START[..4]);
    state[12..].copy_from_slice(&[number as u32, (number >> 32) as u32, length as u32, flags]);
    for _ in 0..7 {
        for (at, words) in block.chunks(2).enumerate() {
            // From the fifth on a diagonal: each row is one further on than that above.
            let turn = at / 4;
            let of_row = |row: usize| 4 * row + (at + row * turn) % 4;
            mix(&mut state, [0, 1, 2, 3].map(of_row), words[0], words[1]);
        }
        block = ORDER.map(|at| block[at]);
    }
    let mut after = [0; 8];
    (0..8).for_each(|at| after[at] = state[at] ^ state[at + 8]);
    after
}

fn mix(state: &mut [u32; 16], [a, b, c, d]: [usize; 4], first: u32, second: u32) {
    for (word, right, left) in [(first, 16, 12), (second, 8, 7)] {
        state[a] = state[a].wrapping_add(state[b]).wrapping_add(word);
        state[d] = (state[d] ^ state[a]).rotate_right(right);
        state[c] = state[c].wrapping_add(state[d]);
        state[b] = (state[b] ^ state[c]).rotate_right(left);
    }
}

#[cfg(test)]
mod tests {
    /// Lengths, and the hashes of so many bytes that count from 0 to 250 again and again, by the authors' implementation.
    const KNOWN: &[(usize, &str)] = &[
        (0, "af1349b9f5f9a1a6a0404dea36dcc949"),
        (1, "2d3adedff11b61f14c886e35afa03673"),
        (63, "e9bc37a594daad83be9470df7f7b3798"),
        (64, "4eed7141ea4a5cd4b788606bd23f46e2"),
        (65, "de1e5fa0be70df6d2be8fffd0e99ceaa"),
        (1023, "10108970eeda3eb932baac1428c7a216"),
        (1024, "42214739f095a406f3fc83deb889744a"),
        (1025, "d00278ae47eb27b34faecf67b4fe263f"),
        (2048, "e776b6028c7cd22a4d0ba182a8bf6220"),
        (2049, "5f4d72f40d7a5f82b15ca2b2e44b1de3"),
        (3072, "b98cb0ff3623be03326b373de6b90952"),
        (3073, "7124b49501012f81cc7f11ca069ec922"),
        (4096, "015094013f57a5277b59d8475c050104"),
        (4097, "9b4052b38f1c5fc8b1f9ff7ac7b27cd2"),
        (5121, "628bd2cb2004694adaab7bbd778a25df"),
        (6145, "f1323a8631446cc50536a9f705ee5cb6"),
        (7169, "a003fc7a51754a9b3c7fae0367ab3d78"),
    ];

    #[test]
    fn known_hashes() {
        for &(length, known) in KNOWN {
            let bytes: Vec<u8> = (0..=250).cycle().take(length).collect();
            let hex: String = super::hash(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(hex, known, "of {length} bytes");
        }
    }
}
