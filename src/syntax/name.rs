//! Names that are made: of any text one that is valid and that nothing else has.

use foldhash::{HashMap, HashSet};
use unicode_normalization::char::is_combining_mark;

use super::vocabulary::RESERVED;
use crate::text::folding::composed;
use crate::text::script::is_unspaced;
use crate::text::words::Count;

/// How many words of a text make a name.
const WORDS: usize = 6;
/// How many characters a made name has at most, however long the words are.
const LONGEST: usize = 200;

/// Names of one space, each given once.
#[derive(Debug, Clone, Default)]
pub struct Names {
    taken: HashSet<String>,
    numbers: HashMap<String, u32>,
}

impl Names {
    /// Notes that a name is given already; `false` if that was known.
    pub fn take(&mut self, name: &str) -> bool {
        self.taken.insert(composed(name).into_owned())
    }

    /// Makes a name of a text that nothing else has, and gives it: `Card & Krueger (1994)` becomes `card-krueger-1994`, and after
    /// that `card-krueger-1994-2`.
    pub fn make(&mut self, text: &str) -> String {
        let words = of_words(text);
        let number = self.numbers.entry(words.clone()).or_default();
        let name = next_free(&words, number, |name| self.taken.contains(name));
        self.taken.insert(name.clone());
        name
    }
}

/// The name made of these words that is neither reserved nor taken: from the second of the same words on, a number is added. The
/// last one given is kept in `number`, or a thousand things of the same words would each try a thousand numbers.
pub fn next_free(words: &str, number: &mut u32, is_taken: impl Fn(&str) -> bool) -> String {
    loop {
        *number += 1;
        let name = if *number == 1 { words.to_owned() } else { format!("{words}-{number}") };
        if !RESERVED.contains(&name.as_str()) && !is_taken(&name) {
            return name;
        }
    }
}

/// The first six words of a text, joined by `-`, in lower case.
pub fn of_words(text: &str) -> String {
    let mut name = String::new();
    let (mut count, mut letters, mut between) = (Count::default(), 0, true);
    for letter in composed(text).chars() {
        if matches!(letter, '\'' | '’') {
            continue;
        }
        if !letter.is_alphanumeric() {
            // A mark belongs to the letter before it.
            if is_combining_mark(letter) && !between {
                name.push(letter);
            } else {
                between = true;
            }
            continue;
        }
        let alone = is_unspaced(letter);
        if letters == LONGEST || (alone || between) && count.words() == WORDS {
            break;
        }
        match (alone, between) {
            (true, _) => count.add_unspaced(1),
            (false, true) => count.add_word(),
            (false, false) => {}
        }
        letters += 1;
        if between && !name.is_empty() {
            name.push('-');
        }
        name.extend(letter.to_lowercase());
        between = false;
    }
    if name.is_empty() { "nameless".to_owned() } else { composed(&name).into_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::syntax::grammar::is_name;

    #[test]
    fn six_words_make_a_name() {
        for (text, name) in [
            ("Japan's part should be, above all, civilian.", "japans-part-should-be-above-all"),
            ("Short — (too)!", "short-too"),
            ("…", "nameless"),
            ("日本は国際平和に貢献すべきである。", "日本は国際平和に貢献すべ"),
            ("The 日本 model of 1954 is not one", "the-日本-model-of-1954-is"),
            ("The 日 model of 1954 is not one", "the-日-model-of-1954-is-not"),
            ("Card & Krueger (1994)", "card-krueger-1994"),
            ("Re\u{301}sume\u{301} of a cafe\u{301}", "résumé-of-a-café"),
            ("क्या यह", "क्या-यह"),
            ("\u{301}", "nameless"),
        ] {
            assert_eq!(of_words(text), name);
        }
        assert_eq!(of_words(&"x".repeat(1000)).len(), LONGEST);
    }

    #[test]
    fn a_name_is_given_once_and_no_reserved_one_ever() {
        let mut names = Names::default();
        assert!(names.take("cafe\u{301}"));
        assert!(!names.take("caf\u{e9}"));
        let made = ["Above.", "Café", "The trams", "the trams!", "the trams 2", "The Trams", "unnamed"];
        assert_eq!(
            made.map(|text| names.make(text)),
            ["above-2", "café-2", "the-trams", "the-trams-2", "the-trams-2-2", "the-trams-3", "unnamed-2"]
        );
    }

    proptest! {
        #[test]
        fn whatever_text_a_name_is_made_of_it_is_one_and_no_other_has_it(
            given in prop::collection::vec("[a-c]|above|nameless(-[2-4])?|cafe\u{301}", 0..6),
            texts in prop::collection::vec(prop_oneof![any::<String>(), "[a-cA-C .é\u{301}]{0,3}", "above|Unnamed|…"], 0..20),
        ) {
            let mut names = Names::default();
            let mut taken = HashSet::default();
            for name in &given {
                names.take(name);
                taken.insert(composed(name).into_owned());
            }
            for text in &texts {
                let name = names.make(text);
                prop_assert!(is_name(&name), "{:?} of {:?}", name, text);
                prop_assert!(!RESERVED.contains(&name.as_str()));
                prop_assert!(composed(&name) == name);
                prop_assert!(taken.insert(name.clone()), "{:?} twice", name);
            }
        }
    }
}
