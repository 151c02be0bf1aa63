//! Letters in one form: however their accents are stored, and whether they are capitals or not.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A text with its accents in the one form in which texts and names are compared (NFC).
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// Full case folding of a character; the dotless i is the one letter that its capital would lose.
pub fn fold(character: char) -> impl Iterator<Item = char> {
    let keep = (character == 'ı').then_some(character);
    let folded =
        (character != 'ı').then(|| character.to_lowercase().flat_map(char::to_uppercase).flat_map(char::to_lowercase));
    keep.into_iter().chain(folded.into_iter().flatten())
}

/// A text composed and folded: two texts that differ in capitals and in the storage of accents alone become the same.
pub fn folded(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { composed(text).chars().flat_map(fold).collect() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn capitals_and_accents_make_no_difference() {
        for (one, other) in
            [("Ann", "ANN"), ("Straße", "STRASSE"), ("οδός", "ΟΔΌΣ"), ("cafe\u{301}", "CAF\u{c9}"), ("日本", "日本")]
        {
            assert_eq!(folded(one), folded(other), "{one}");
        }
        assert_ne!(folded("ısı"), folded("isi"));
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,20}") {
            let once: String = text.chars().flat_map(fold).collect();
            prop_assert_eq!(once.chars().flat_map(fold).collect::<String>(), once);
        }

        #[test]
        fn the_short_way_for_ascii_folds_the_same(text in "[ -~]{0,30}") {
            prop_assert_eq!(folded(&text), text.chars().flat_map(fold).collect::<String>());
        }
    }
}
