//! Names of arguments in a file: their number, or a name.

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use std::hash::BuildHasher;

use crate::Argument;

/// Names of the arguments, by number.
#[derive(Debug, Clone)]
pub struct Names(Kind);

#[derive(Debug, Clone)]
enum Kind {
    /// Arguments are numbered from 1.
    Numbers(usize),
    Words(Words),
}

impl Names {
    /// Numbers from 1 up to this one.
    pub fn numbers(size: usize) -> Names {
        Names(Kind::Numbers(size))
    }

    /// A word for each argument. One that another has already gets a `_` behind it.
    pub fn words<'w>(words: impl IntoIterator<Item = &'w str>) -> Names {
        let mut known = Words::default();
        words.into_iter().for_each(|word| drop(known.add(word)));
        Names::from(known)
    }

    /// Whether arguments are called by their numbers.
    pub fn are_numbers(&self) -> bool {
        matches!(self.0, Kind::Numbers(_))
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        match &self.0 {
            Kind::Numbers(size) => *size,
            Kind::Words(words) => words.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds the name of an argument to a text.
    pub fn write(&self, argument: Argument, text: &mut String) {
        match &self.0 {
            Kind::Numbers(_) => write_number(argument as usize + 1, text),
            Kind::Words(words) => text.push_str(words.word(argument)),
        }
    }

    /// The name of an argument.
    pub fn name(&self, argument: Argument) -> String {
        let mut name = String::new();
        self.write(argument, &mut name);
        name
    }

    /// The argument of this name.
    pub fn find(&self, name: &str) -> Option<Argument> {
        match &self.0 {
            Kind::Numbers(size) => {
                let number: usize = name.parse().ok().filter(|number| (1..=*size).contains(number))?;
                Some((number - 1) as Argument)
            }
            Kind::Words(words) => words.find(name),
        }
    }
}

impl From<Words> for Names {
    fn from(words: Words) -> Names {
        Names(Kind::Words(words))
    }
}

/// Adds a number to a text; a million times faster than formatting is on time.
fn write_number(mut number: usize, text: &mut String) {
    let mut digits = [0; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    text.push_str(std::str::from_utf8(&digits[at..]).expect("digits are text"));
}

/// Words, each of which is known by the number of its first mention.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    text: String,
    ends: Vec<usize>,
    table: HashTable<u32>,
}

impl Words {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn word(&self, number: u32) -> &str {
        word(&self.text, &self.ends, number)
    }

    pub fn find(&self, sought: &str) -> Option<u32> {
        let found = self.table.find(hash(sought), |&number| self.word(number) == sought);
        found.copied()
    }

    /// Adds a word that is not known, told from those that are by as many `_` behind it as that takes; and says what it became.
    pub fn add(&mut self, word: &str) -> String {
        let mut word = word.to_owned();
        while !self.number(&word).1 {
            word.push('_');
        }
        word
    }

    /// The number of a word, and whether it is new.
    pub fn number(&mut self, sought: &str) -> (u32, bool) {
        let Words { text, ends, table } = self;
        let same = |number: &u32| word(text, ends, *number) == sought;
        match table.entry(hash(sought), same, |&number| hash(word(text, ends, number))) {
            hashbrown::hash_table::Entry::Occupied(slot) => (*slot.get(), false),
            hashbrown::hash_table::Entry::Vacant(slot) => {
                let number = ends.len() as u32;
                slot.insert(number);
                text.push_str(sought);
                ends.push(text.len());
                (number, true)
            }
        }
    }
}

fn word<'t>(text: &'t str, ends: &[usize], number: u32) -> &'t str {
    let number = number as usize;
    &text[if number == 0 { 0 } else { ends[number - 1] }..ends[number]]
}

/// The same on every run: words are never looked at in the order of the table, but nothing shall depend on luck.
fn hash(word: &str) -> u64 {
    FixedState::default().hash_one(word)
}
