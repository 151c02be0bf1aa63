//! Counts words as Unicode's rules for text divide them (UAX 29).

use unicode_segmentation::UnicodeSegmentation;

/// How many words a text has. Two characters of a script that is written without spaces count as one word; brackets of an
/// insertion (`[T]he`) do not divide a word.
pub fn count_words(text: &str) -> usize {
    if text.is_ascii() {
        return count_ascii_words(text.bytes().filter(|byte| !matches!(byte, b'[' | b']')));
    }
    let text: String = text.chars().filter(|letter| !matches!(letter, '[' | ']')).collect();
    let (mut words, mut alone) = (0, 0);
    for word in text.unicode_words() {
        match word.chars().filter(|&letter| is_unspaced(letter)).count() {
            0 => words += 1,
            count => alone += count,
        }
    }
    words + usize::div_ceil(alone, 2)
}

/// A number that is soon counted and not less than that of the words: two words of ASCII have something between them that
/// is neither letter nor digit, and other words have bytes that are neither.
pub fn most_words(text: &str) -> usize {
    1 + text.bytes().filter(|byte| !byte.is_ascii_alphanumeric()).count()
}

/// The same for ASCII, without the tables: a word is a run of letters, digits and `_`, joined by `'`, `.` or `:` between
/// letters and by `'`, `.`, `,` or `;` between digits, with a letter or digit in it.
fn count_ascii_words(bytes: impl Iterator<Item = u8>) -> usize {
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
            (None, _) => false,
            (Some(_), None) => true,
            (Some(last), Some(mark)) if last.is_ascii_alphabetic() && byte.is_ascii_alphabetic() => {
                matches!(mark, b'\'' | b'.' | b':')
            }
            (Some(last), Some(mark)) if last.is_ascii_digit() && byte.is_ascii_digit() => mark != b':',
            (Some(_), Some(_)) => false,
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

/// Han and kana.
fn is_unspaced(letter: char) -> bool {
    matches!(letter,
        '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9D}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_counted_as_a_reader_would() {
        for (text, count) in [
            ("", 0),
            ("a prime implementing leader", 4),
            ("Japan's share is 1.5 per cent, not 1,000", 8),
            ("[T]he force [...] remains", 3),
            ("“the” … naïve", 2),
            ("日本の貢献", 3),
            ("the 平和 army", 3),
        ] {
            assert_eq!(count_words(text), count, "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_short_way_for_ascii_counts_the_same(text in "[ab1-3_'.,:; \n-]{0,30}") {
            prop_assert_eq!(count_ascii_words(text.bytes()), text.unicode_words().count());
        }

        #[test]
        fn there_are_never_more_words_than_the_most(text in "[a1 .é日ア한_-]{0,30}") {
            prop_assert!(count_words(&text) <= most_words(&text));
        }
    }
}
