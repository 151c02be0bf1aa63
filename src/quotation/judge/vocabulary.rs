//! The words whose change changes what a sentence claims.

use serde::Serialize;

use crate::quotation::folding::number;

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
        }
    }
}

const NEGATIONS: &str = "barely cannot fail failed fails hardly lack lacked lacks neither never no nobody none \
    nor not nothing nowhere rarely scarcely seldom unless without kein keine nicht nie ohne \
    jamais ne pas sans nunca sin";

const NUMBERS: &str = "billion billions dozen dozens double eight eighteen eighth eighty eleven fifteen fifth \
    fifty first five forty four fourteen fourth half hundred hundreds million millions nine \
    nineteen ninety ninth once one quarter second seven seventeen seventh seventy six \
    sixteen sixth sixty ten tenth third thirds thirteen thirty thousand thousands three \
    thrice triple trillion twelve twenty twice two zero";

const UNITS: &str = "acre acres bytes celsius centimetres century centuries cm day days decade decades degree \
    degrees fahrenheit feet foot gallons gigawatts gram grams gw hectare hectares hour hours \
    inch inches kg kilogram kilograms kilometer kilometers kilometre kilometres km kw kwh \
    litre litres liter liters megawatts meter meters metre metres mg mile miles minute \
    minutes mm month months mw ounces pound pounds seconds ton tonne tonnes tons watts week \
    weeks yard yards year years";

const PERCENTAGES: &str = "cent percent percentage points basis permille";

const CURRENCIES: &str = "cents dollar dollars eur euro euros franc francs gbp jpy pence renminbi rouble roubles \
    ruble rubles rupee rupees sterling usd won yen yuan";

const DATES: &str = "april august december february friday january july june march monday november october \
    saturday september sunday thursday today tomorrow tuesday wednesday yesterday";

const QUANTIFIERS: &str = "all almost always any anybody anyone anything at both each either enough entire entirely \
    every everybody everyone everything exactly few fewer fewest frequently generally \
    largely least less little majority many mainly minority more most mostly much nearly \
    occasionally often only partly several solely some somebody someone something sometimes \
    usually whole wholly";

const MODALS: &str = "can could may might must need needs ought shall should will would";

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

/// The class of a word as written, if it has one; `key` is the same word folded.
pub(crate) fn class(word: &str, key: &str) -> Option<WordClass> {
    let any = |words: &str| has(words, key);
    if key.contains('%') || key.contains('‰') || any(PERCENTAGES) {
        Some(WordClass::Percentage)
    } else if any(CURRENCIES) || key.contains(number::is_currency) {
        Some(WordClass::Currency)
    } else if key.contains(char::is_numeric) || any(NUMBERS) || is_japanese_number(key) {
        Some(WordClass::Number)
    } else if is_negation(key) {
        Some(WordClass::Negation)
    } else if any(MODALS) {
        Some(WordClass::Modal)
    } else if any(DATES) {
        Some(WordClass::Date)
    } else if any(UNITS) {
        Some(WordClass::Unit)
    } else if any(QUANTIFIERS) {
        Some(WordClass::Quantifier)
    } else {
        (is_written_like_a_name(word) && !any(OPENERS)).then_some(WordClass::Name)
    }
}

/// Whether a folded word is one of those small ones that make another word of what they are written together with.
pub(crate) fn stands_alone(key: &str) -> bool {
    [OPENERS, MODALS, QUANTIFIERS, NUMBERS].into_iter().any(|words| has(words, key)) || is_negation(key)
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
    has(NEGATIONS, key)
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
