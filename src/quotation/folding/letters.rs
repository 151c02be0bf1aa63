//! Folds one character after another to the letters by which two texts are compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::note_mark;
use crate::text::folding::fold;
use crate::text::unseen::{is_accent, is_point, may_have_accent};

/// Folded letter of each ASCII byte: its lower-case letter or digit, or 0 where it is left out.
pub(crate) const ASCII: [u8; 128] = {
    let mut table = [0; 128];
    let mut byte = 0;
    while byte < 128 {
        if (byte as u8).is_ascii_alphanumeric() {
            table[byte] = (byte as u8).to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

/// Folds what stands at `at` into `letters` and returns where the next unit begins.
///
/// A unit is a note mark, or a character with its combining marks: NFKC needs them together.
pub(crate) fn fold_unit(text: &str, at: usize, letters: &mut Vec<u8>) -> usize {
    let rest = &text[at..];
    let bytes = rest.as_bytes();
    if bytes[0] < 0x80 && bytes.get(1).is_none_or(|next| *next < 0x80) {
        if bytes[0] == b'['
            && let Some(end) = note_mark::end(text, at)
        {
            return end;
        }
        let letter = ASCII[bytes[0] as usize];
        if letter != 0 {
            letters.push(letter);
        }
        return at + 1;
    }
    if let Some(end) = note_mark::end(text, at) {
        return end;
    }
    let mut characters = rest.char_indices();
    let Some((_, first)) = characters.next() else {
        return text.len();
    };
    let length = characters.find(|(_, next)| !continues(*next)).map_or(rest.len(), |(offset, _)| offset);
    let alone = length == first.len_utf8();
    if alone && first.is_ascii() {
        letters.extend(Some(ASCII[first as usize]).filter(|letter| *letter != 0));
    } else if alone && is_plain(first) {
        push(first, letters);
    } else if !alone || !is_punctuation(first) {
        for composed in rest[..length].nfkc().filter(|c| is_letter(*c)) {
            fold_composed(composed, letters);
        }
    }
    at + length
}

/// Folds a composed character; of scripts that can be read without accents and points, these are left out.
fn fold_composed(composed: char, letters: &mut Vec<u8>) {
    for folded in fold(composed).filter(|c| !is_point(*c)) {
        if may_have_accent(folded) {
            let bare = std::iter::once(folded).nfd().filter(|c| !is_accent(*c) && !is_point(*c));
            bare.for_each(|c| push(c, letters));
        } else if !is_accent(folded) {
            push(folded, letters);
        }
    }
}

/// Whether a character is kept in the skeleton.
pub(crate) fn is_letter(character: char) -> bool {
    character.is_alphanumeric() || (is_combining_mark(character) && !is_variation(character))
}

/// Whether a character belongs to a word of the running text; note marks do not.
pub(crate) fn is_word(character: char) -> bool {
    is_letter(character) && !note_mark::is_superscript(character)
}

/// Letters that neither NFKC nor case folding changes, which are most of Chinese and Japanese.
fn is_plain(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{4E00}'..='\u{9FFF}')
}

/// The signs of ordinary prose, of which NFKC makes no letters; most texts have no others.
fn is_punctuation(character: char) -> bool {
    matches!(character, '\u{A0}' | '«' | '»' | '\u{2010}'..='\u{2016}' | '\u{2018}'..='\u{2027}')
}

/// Marks, and the vowels and finals of Korean syllables written apart, compose with what stands before.
fn continues(character: char) -> bool {
    !character.is_ascii()
        && (is_combining_mark(character) || matches!(character, '\u{1160}'..='\u{11FF}' | '\u{FF9E}' | '\u{FF9F}'))
}

fn is_variation(character: char) -> bool {
    matches!(character, '\u{180B}'..='\u{180D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

fn push(character: char, letters: &mut Vec<u8>) {
    letters.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
}
