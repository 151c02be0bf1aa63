//! The words whose change changes what a sentence claims, by what they do in it.

mod tables;

use serde::Serialize;

use crate::quotation::folding::number;

use tables::Table;

/// Class of a changed word; every class makes the change critical.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WordClass {
    /// `not`, `without`, `never`
    Negation,
    /// Digits, or a number in words.
    Number,
    /// Unit of a number.
    Unit,
    /// `%`, `per cent`
    Percentage,
    /// `$`, `yen`
    Currency,
    /// A month or a day of the week.
    Date,
    /// A name, or any word written like one.
    Name,
    /// `all`, `some`, `most`
    Quantifier,
    /// `may`, `must`, `will`
    Modal,
    /// A word where the source has its opposite, as `rise` for `fall`.
    Opposite,
}

impl WordClass {
    /// Name of the class.
    pub fn name(self) -> &'static str {
        match self {
            Self::Negation => "negation",
            Self::Number => "number",
            Self::Unit => "unit",
            Self::Percentage => "percentage",
            Self::Currency => "currency",
            Self::Date => "date",
            Self::Name => "name",
            Self::Quantifier => "quantifier",
            Self::Modal => "modal verb",
            Self::Opposite => "opposite",
        }
    }
}

/// Words that open sentences with a capital and are no names.
const OPENERS: &str = "a about above according after again against along already also although among an and \
    another are as at be because been before being below between but by consequently despite \
    did do does during even finally for from further furthermore given had has have he hence \
    her here his how however if in indeed instead into is it its like meanwhile moreover my \
    nevertheless now of on or other our over perhaps rather she similarly since so still \
    such than that the their them then there therefore these they this those though through \
    thus to today together too toward towards under until upon was we were what when whereas \
    where whether which while who whose why with within yet you your";

/// Words that stand for a name.
const PRONOUNS: &str =
    "he her hers him his i it its me my our she that their them they this those these us we you your";

/// Letters that deny the word that they are put before.
const DENYING_PREFIXES: &str = "dis il im in ir mis non un";

/// Japanese letters that count.
const JAPANESE_NUMBERS: &str = "〇一二三四五六七八九十百千万億兆";

/// Japanese letters that deny.
const JAPANESE_NEGATION: &str = "不非無未否ずぬ";

/// Japanese endings that deny.
const JAPANESE_ENDINGS: &str = "ない なかっ なく なし ません ざる";

/// The languages of which a text may be: one that its smallest words tell, or any.
#[derive(Clone, Copy)]
pub(crate) struct Language(Option<&'static Table>);

impl Language {
    /// The language whose commonest words a text has most of; any, where these are too few to tell.
    pub(crate) fn of(text: &str) -> Self {
        if text.chars().any(is_kana) {
            return Language(Some(&tables::JAPANESE));
        }
        let folded = text.to_lowercase();
        let words: Vec<&str> = folded.split(|c: char| !c.is_alphabetic()).collect();
        let count = |table: &Table| words.iter().filter(|word| !word.is_empty() && has(table.commonest, word)).count();
        let mut counts: Vec<(usize, &'static Table)> = tables::ALL.iter().map(|table| (count(table), *table)).collect();
        counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        Language(Some(counts[0].1).filter(|_| counts[0].0 >= counts[1].0 + CLEARLY))
    }

    /// Whether one of its lists has a word.
    fn has(self, list: impl Fn(&'static Table) -> &'static str, key: &str) -> bool {
        self.0.map_or_else(|| tables::ALL.iter().any(|table| has(list(table), key)), |table| has(list(table), key))
    }

    /// Whether two words are opposites.
    fn are_opposites(self, one: &str, other: &str) -> bool {
        let tables = tables::ALL.iter().filter(|table| self.0.is_none_or(|own| std::ptr::eq(own, **table)));
        tables.flat_map(|table| table.opposites).any(|(first, second)| {
            let are = |one: &str, other: &str| is_of_stem(one, first) && is_of_stem(other, second);
            are(one, other) || are(other, one)
        })
    }
}

/// How many words more of one language than of the next make it recognised.
const CLEARLY: usize = 2;

/// The class of a word as written, if it has one; `key` is the same word folded. A word that is a unit, a share or a currency only beside
/// a number counts as one there, `is_counted`, alone.
pub(crate) fn class(language: Language, word: &str, key: &str, is_counted: bool) -> Option<WordClass> {
    let any = |list: fn(&'static Table) -> &'static str| language.has(list, key);
    let is_measure = is_counted || !any(|table| table.beside_numbers);
    let is_date = word.chars().any(char::is_uppercase) || !any(|table| table.with_capital);
    if key.contains('%') || key.contains('‰') || (is_measure && any(|table| table.percentages)) {
        Some(WordClass::Percentage)
    } else if (is_measure && any(|table| table.currencies)) || key.contains(number::is_currency) {
        Some(WordClass::Currency)
    } else if key.contains(char::is_numeric) || any(|table| table.numbers) || is_japanese_number(key) {
        Some(WordClass::Number)
    } else if is_negation(key) {
        Some(WordClass::Negation)
    } else if any(|table| table.modals) {
        Some(WordClass::Modal)
    } else if is_date && any(|table| table.dates) {
        Some(WordClass::Date)
    } else if is_measure && any(|table| table.units) {
        Some(WordClass::Unit)
    } else if any(|table| table.quantifiers) {
        Some(WordClass::Quantifier)
    } else {
        (is_written_like_a_name(word) && !has(OPENERS, key)).then_some(WordClass::Name)
    }
}

/// The class of a word that stands in the place of another, where the two together have one that neither has alone: opposites, and words
/// that a prefix denies.
pub(crate) fn class_of_pair(language: Language, one: &str, other: &str) -> Option<WordClass> {
    let denies = |long: &str, short: &str| {
        short.chars().count() >= 3
            && long.strip_suffix(short).is_some_and(|prefix| !prefix.is_empty() && is_denying_prefix(prefix))
    };
    if language.are_opposites(one, other) {
        Some(WordClass::Opposite)
    } else {
        (denies(one, other) || denies(other, one)).then_some(WordClass::Negation)
    }
}

/// Whether two words are forms of one, such as `point` and `points` or `march` and `marched`; of a name only its plural and possessive.
pub(crate) fn are_forms_of_one(one: &str, other: &str, class: WordClass) -> bool {
    let same =
        one.chars().zip(other.chars()).take_while(|(one, other)| one == other).map(|(one, _)| one.len_utf8()).sum();
    let endings = if class == WordClass::Name { NAME_ENDINGS } else { ENDINGS };
    let is_ending = |word: &str| word.len() == same || has(endings, &word[same..]);
    let is_word = one[..same].chars().count() >= 3 && one.chars().chain(other.chars()).all(char::is_alphabetic);
    is_word && one != other && is_ending(one) && is_ending(other)
}

const NAME_ENDINGS: &str = "s es";
const ENDINGS: &str = "s es e ed d ing en n t te ten em x";

/// Whether a word begins with a stem, and what is more is an ending and no other word.
fn is_of_stem(word: &str, stem: &str) -> bool {
    const LONGEST: usize = 4;
    word.strip_prefix(stem)
        .is_some_and(|ending| ending.chars().count() <= if stem.chars().count() < 4 { 1 } else { LONGEST })
}

fn is_kana(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{30FA}')
}

/// The class of a folded word that counts, denies or says how sure or how much, whatever is written beside it.
pub(crate) fn weight(key: &str) -> Option<WordClass> {
    let any = |list: fn(&'static Table) -> &'static str| Language(None).has(list, key);
    // `at` is on the list of quantifiers for `at least`, `cent` a number in French alone; and `no one` is
    // written as one word by some.
    match key {
        "at" | "cent" | "" => None,
        "noone" => Some(WordClass::Negation),
        _ if is_negation(key) => Some(WordClass::Negation),
        _ if any(|table| table.numbers) => Some(WordClass::Number),
        _ if any(|table| table.modals) => Some(WordClass::Modal),
        _ => any(|table| table.quantifiers).then_some(WordClass::Quantifier),
    }
}

/// Whether a folded word is one for which somebody who quotes puts a name.
pub(crate) fn is_pronoun(key: &str) -> bool {
    has(PRONOUNS, key)
}

/// Whether letters turn a word into its opposite when they are put before it.
pub(crate) fn is_denying_prefix(key: &str) -> bool {
    has(DENYING_PREFIXES, key)
}

/// Whether a folded word denies.
pub(crate) fn is_negation(key: &str) -> bool {
    Language(None).has(|table| table.negations, key)
        || key.ends_with("n't")
        || JAPANESE_ENDINGS.split(' ').any(|ending| key.contains(ending))
        || (!key.is_empty() && key.chars().all(|character| JAPANESE_NEGATION.contains(character)))
}

fn is_japanese_number(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|character| JAPANESE_NUMBERS.contains(character))
}

/// Whether a list of words has this one.
fn has(words: &str, key: &str) -> bool {
    words.split(' ').any(|word| word == key)
}

/// With a capital, or in the letters in which Japanese writes foreign names.
fn is_written_like_a_name(word: &str) -> bool {
    word.chars().any(char::is_uppercase)
        || (!word.is_empty() && word.chars().all(|c| matches!(c, '\u{30A1}'..='\u{30FE}')))
}
