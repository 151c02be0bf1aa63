//! A made vocabulary.

use crate::chance::Chance;

/// How many words there are.
const WORDS: usize = 4000;
const SYLLABLES: &[&str] = &[
    "ba", "con", "de", "er", "fi", "go", "hal", "in", "jo", "ka", "lor", "men", "na", "os", "pre", "qui", "re", "sta",
    "ti", "ur", "ver", "wen", "xa", "yo", "zel",
];

/// A word of the vocabulary: one to four syllables, and one in a hundred not in ASCII, as in real prose.
fn push_word(text: &mut String, number: usize, plain: bool) {
    let mut chance = Chance::of(usize::MAX >> 1, number);
    for _ in 0..1 + chance.below(2) + chance.below(3) {
        text.push_str(SYLLABLES[chance.below(SYLLABLES.len())]);
    }
    if number.is_multiple_of(100) && !plain {
        text.push('é');
    }
}

/// `count` words, with spaces between them.
pub fn push_prose(text: &mut String, chance: &mut Chance, count: usize) {
    for number in 0..count {
        if number > 0 {
            text.push(' ');
        }
        push_word(text, chance.below(WORDS), false);
    }
}

/// Two words joined by `-`, as people call statements.
pub fn push_name(text: &mut String, chance: &mut Chance) {
    push_word(text, chance.below(WORDS), true);
    text.push('-');
    push_word(text, chance.below(WORDS), true);
}
