//! Short names: what people call an author or a source, as it was written or as it follows from the full name.

use foldhash::HashMap;

use super::{Arena, AuthorId, Id, Map, SourceId};

/// The short names of all authors and sources, no two of one kind alike.
#[derive(Debug)]
pub struct ShortNames {
    authors: Vec<String>,
    sources: Vec<String>,
}

/// Words that no name of a person holds: what has one is shown whole.
const OF_NO_PERSON: [&str; 4] = ["of", "the", "for", "and"];

impl ShortNames {
    /// The short names of a map.
    pub fn new(map: &Map) -> ShortNames {
        let authors = distinct(&map.authors, |id| {
            let author = &map.authors[id];
            let full = map.text(author.display).into_owned();
            match (author.short, last_name(&full)) {
                (Some(short), _) => [map.text(short).into_owned(), full],
                (None, Some(last)) => {
                    let initial = full.chars().next().map_or(String::new(), |first| format!("{first}. "));
                    [last.to_owned(), format!("{initial}{last}")]
                }
                (None, None) => [full.clone(), full],
            }
        });
        let sources = distinct(&map.sources, |id| {
            let source = &map.sources[id];
            let title = map.text(source.title).into_owned();
            let short = match (source.short, &*source.authors) {
                (Some(short), _) => map.text(short).into_owned(),
                (None, []) => title.clone(),
                (None, by) => {
                    let names: Vec<&str> = by.iter().map(|author| authors[author.index()].as_str()).collect();
                    let year = source.date.map_or(String::new(), |date| format!(" ({})", date.year()));
                    format!("{}{year}", names.join(" & "))
                }
            };
            [short.clone(), short]
        });
        ShortNames { authors, sources }
    }

    /// Short name of an author, written or derived.
    pub fn author(&self, author: AuthorId) -> &str {
        &self.authors[author.index()]
    }

    /// Short name of a source, written or derived.
    pub fn source(&self, source: SourceId) -> &str {
        &self.sources[source.index()]
    }
}

/// The last of two or three capitalised Latin words.
fn last_name(full: &str) -> Option<&str> {
    let words: Vec<&str> = full.split(' ').collect();
    let is_name = |word: &&str| {
        let is_latin =
            word.chars().all(|letter| letter.is_alphabetic() && letter < '\u{250}' || "-'’.".contains(letter));
        is_latin && word.starts_with(char::is_uppercase)
    };
    // `UN` and `JICA` are no names of persons, and `J.R.` is one.
    let is_abbreviation = |word: &&str| {
        word.chars().count() > 1
            && !word.contains('.')
            && word.chars().all(|letter| letter.is_uppercase() || letter == '-')
    };
    let is_person = (2..=3).contains(&words.len())
        && !words.iter().any(is_abbreviation)
        && words.iter().all(is_name)
        && !words.iter().any(|word| OF_NO_PERSON.contains(&word.to_lowercase().as_str()));
    words.last().copied().filter(|_| is_person)
}

/// For each thing the first of two names; the second, where others have the same first; and a letter behind it, where even that is
/// not enough.
fn distinct<T>(arena: &Arena<T>, names: impl Fn(Id<T>) -> [String; 2]) -> Vec<String> {
    let both: Vec<[String; 2]> = arena.ids().map(names).collect();
    let numbers = numbers(both.iter().map(|[first, _]| first));
    let one_of = |[first, second]: &[String; 2]| if numbers[first] == 1 { first.clone() } else { second.clone() };
    let chosen: Vec<String> = both.iter().map(one_of).collect();
    let numbers = self::numbers(chosen.iter());
    let mut given: HashMap<&String, usize> = HashMap::default();
    let lettered = chosen.iter().map(|name| {
        let before = given.entry(name).or_default();
        *before += 1;
        let before = *before - 1;
        match (numbers[name] == 1, name.strip_suffix(')')) {
            (true, _) => name.clone(),
            (false, Some(year)) => format!("{year}{})", letters(before)),
            (false, None) => format!("{name} {}", letters(before)),
        }
    });
    lettered.collect()
}

/// How often each name is there.
fn numbers<'n>(names: impl Iterator<Item = &'n String>) -> HashMap<&'n String, usize> {
    let mut numbers = HashMap::default();
    names.for_each(|name| *numbers.entry(name).or_default() += 1);
    numbers
}

/// `a`, `b` … `z`, `aa` …
fn letters(mut number: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'a' + (number % 26) as u8);
        if number < 26 {
            break;
        }
        number = number / 26 - 1;
    }
    letters.iter().rev().map(|&letter| char::from(letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::example::sound_map;

    #[test]
    fn a_short_name_follows_from_the_full_one_and_is_distinct() {
        let map = sound_map(
            "author a: Christopher Sedgwick\nauthor b: The Tokyo Foundation\nauthor c: 田中 芽衣\nauthor d: Ruth Adler\n\
             author e: Anna Adler\nauthor f: Arno Adler\nauthor g: Friends of Trams\n  short: Friends\n\
             source r: R\n  by: a\n  date: 2017\nsource s: S\n  by: a\n  date: 2017-02\nsource t: T\n  by: a, g\nsource u: Title\n",
        );
        let short = ShortNames::new(&map);
        let authors: Vec<&str> = map.authors.ids().map(|id| short.author(id)).collect();
        let adlers = ["R. Adler", "A. Adler a", "A. Adler b"];
        assert_eq!(authors[..3], ["Sedgwick", "The Tokyo Foundation", "田中 芽衣"]);
        assert_eq!(authors[3..6], adlers);
        assert_eq!(authors[6], "Friends");
        let sources: Vec<&str> = map.sources.ids().map(|id| short.source(id)).collect();
        assert_eq!(sources, ["Sedgwick (2017a)", "Sedgwick (2017b)", "Sedgwick & Friends", "Title"]);
    }
}
