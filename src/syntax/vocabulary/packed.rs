//! Words as numbers, so that a table is searched without comparing letters.

/// A word as one number, so that words are compared at once: one is looked up for every clause that there is. No two words
/// have the same, but that words too long to be ours all have 0.
pub(super) const fn packed(word: &str) -> u128 {
    let (word, mut number, mut index) = (word.as_bytes(), 1, 0);
    if word.len() >= size_of::<u128>() {
        return 0;
    }
    while index < word.len() {
        number = number << 8 | word[index] as u128;
        index += 1;
    }
    number
}
