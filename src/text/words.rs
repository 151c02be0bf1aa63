//! Counts words: as Unicode's rules for text divide them (UAX 29), and two characters as one word where a script has no spaces.

use unicode_segmentation::UnicodeSegmentation;

use super::script::is_unspaced;

/// How many words have been seen. Two characters of a script without spaces are one word, and the last of an odd number is none.
#[derive(Debug, Default, Clone, Copy)]
pub struct Count {
    spaced: usize,
    unspaced: usize,
}

impl Count {
    /// A word of a script with spaces.
    pub fn add_word(&mut self) {
        self.spaced += 1;
    }

    /// The number of characters of a script without spaces that count as one word.
    pub fn add_unspaced(&mut self, characters: usize) {
        self.unspaced += characters;
    }

    /// How many words that is.
    pub fn words(self) -> usize {
        self.spaced + self.unspaced / 2
    }
}

/// How many words a text has. Brackets of an insertion (`[T]rams`) do not divide a word.
pub fn count(text: &str) -> usize {
    if text.is_ascii() {
        return count_ascii(text.bytes().filter(|byte| !matches!(byte, b'[' | b']')));
    }
    let text: String = text.chars().filter(|letter| !matches!(letter, '[' | ']')).collect();
    let mut count = Count::default();
    for word in text.unicode_words() {
        match word.chars().filter(|&letter| is_unspaced(letter)).count() {
            0 => count.add_word(),
            characters => count.add_unspaced(characters),
        }
    }
    count.words()
}

/// A number that is soon found and not less than that of the words: two words of ASCII have something between them that
/// is neither letter nor digit, and other words have bytes that are neither.
pub fn most(text: &str) -> usize {
    1 + text.bytes().filter(|byte| !byte.is_ascii_alphanumeric()).count()
}

/// The count for ASCII, without the tables: a word is a run of letters, digits and `_`, joined by `'`, `.` or `:` between
/// letters and by `'`, `.`, `,` or `;` between digits, with a letter or digit in it.
fn count_ascii(bytes: impl Iterator<Item = u8>) -> usize {
    let mut words = 0;
    // The last byte of the run that is open, the joint behind it, and whether the run has been counted.
    let (mut before, mut joint, mut counted) = (None::<u8>, None::<u8>, false);
    for byte in bytes {
        if !(byte.is_ascii_alphanumeric() || byte == b'_') {
            let may_join = joint.is_none() && before.is_some() && matches!(byte, b'\'' | b'.' | b':' | b',' | b';');
            (before, joint) = if may_join { (before, Some(byte)) } else { (None, None) };
            continue;
        }
        let joins = match (before, joint) {
            (Some(_), None) => true,
            (Some(last), Some(mark)) if last.is_ascii_alphabetic() && byte.is_ascii_alphabetic() => {
                matches!(mark, b'\'' | b'.' | b':')
            }
            (Some(last), Some(mark)) if last.is_ascii_digit() && byte.is_ascii_digit() => mark != b':',
            _ => false,
        };
        counted &= joins;
        if !counted && byte != b'_' {
            words += 1;
            counted = true;
        }
        (before, joint) = (Some(byte), None);
    }
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_counted_as_a_reader_would() {
        for (text, words) in [
            ("", 0),
            ("…!?", 0),
            ("a prime implementing leader", 4),
            ("Japan's share is 1.5 per cent, not 1,000", 8),
            ("[T]he force [...] remains", 3),
            ("“the” … naïve", 2),
            ("the 平和 army", 3),
        ] {
            assert_eq!(count(text), words, "{text}");
        }
    }

    #[test]
    fn two_characters_are_a_word_where_there_are_no_spaces_and_one_over_is_none() {
        for (text, words) in
            [("国", 0), ("平和", 1), ("平和構", 1), ("平和構築", 2), ("日本の貢献", 2), ("サービス", 2), ("ภาษาไทย", 3)]
        {
            assert_eq!(count(text), words, "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_short_way_for_ascii_counts_the_same(text in "[ab1-3_'.,:; \n-]{0,30}") {
            prop_assert_eq!(count_ascii(text.bytes()), text.unicode_words().count());
        }

        #[test]
        fn there_are_never_more_words_than_the_most(text in "[a1 .é日アไ한_-]{0,30}") {
            prop_assert!(count(&text) <= most(&text));
        }

        #[test]
        fn words_of_two_texts_add_up_but_for_one_that_two_halves_make(one in "[a日 ]{0,20}", other in "[a日 ]{0,20}") {
            let (apart, together) = (count(&one) + count(&other), count(&format!("{one} {other}")));
            prop_assert!(together == apart || together == apart + 1);
        }
    }
}
