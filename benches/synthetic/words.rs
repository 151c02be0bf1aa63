//! Chance that is always the same, and a made vocabulary.

/// A stream of numbers that look random and follow from its seed (splitmix64).
pub struct Chance(u64);

impl Chance {
    /// The stream that belongs to these two numbers.
    pub fn of(first: usize, second: usize) -> Self {
        let mut chance = Chance((first as u64) << 32 ^ second as u64);
        chance.0 = chance.next();
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// Yes in so many of a hundred cases.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

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
