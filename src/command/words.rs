//! Options whose value is one of a few words: the words are a table of the library, with what each means.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// A value for the program, its word, and its meaning for people; empty where the word says it all.
type Word<T> = (T, &'static str, &'static str);

/// Understands the words of a table; help and completions list them.
pub fn one_of<T: Copy + Send + Sync>(table: &'static [Word<T>]) -> impl TypedValueParser<Value = T> {
    of_words(table.iter().copied())
}

/// The same of words that are listed otherwise.
pub fn of_words<T: Copy + Send + Sync + 'static>(
    words: impl Iterator<Item = Word<T>> + Clone + Send + Sync + 'static,
) -> impl TypedValueParser<Value = T> {
    let shown = words.clone().map(|(_, word, help)| match help {
        "" => PossibleValue::new(word),
        help => PossibleValue::new(word).help(help),
    });
    let known: Vec<(&str, T)> = words.map(|(value, word, _)| (word, value)).collect();
    PossibleValuesParser::new(shown).map(move |typed| {
        let found = known.iter().find(|(word, _)| *word == typed);
        found.expect("only words of the table get through").1
    })
}
