//! Reads the notation that the grammar is written in: that of the W3C's XML recommendation.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use unicode_normalization::char::is_combining_mark;

/// The grammar of map files.
pub const TEXT: &str = include_str!("../../grammar/counterpoint.ebnf");

/// The right side of a production, or a part of it.
#[derive(Debug, Clone)]
pub enum Rule {
    /// These letters.
    Letters(String),
    /// One letter of these ranges, or with `true` one of no range.
    Class(Vec<(u32, u32)>, bool),
    /// Production of this name.
    Production(String),
    /// One after the other.
    Sequence(Vec<Rule>),
    /// One of these.
    Choice(Vec<Rule>),
    /// As many times as the two numbers allow.
    Repeat(Box<Rule>, usize, usize),
}

/// All productions.
pub struct Grammar {
    productions: BTreeMap<String, Rule>,
}

impl Grammar {
    /// The grammar of map files.
    pub fn of_the_language() -> Self {
        let mut text = String::new();
        let mut rest = TEXT;
        while let Some((before, comment)) = rest.split_once("/*") {
            text.push_str(before);
            rest = comment.split_once("*/").expect("a comment is closed").1;
        }
        text.push_str(rest);
        let starts: Vec<usize> =
            text.match_indices("::=").map(|(at, _)| text[..at].rfind('\n').map_or(0, |at| at + 1)).collect();
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let mut productions = BTreeMap::new();
        for (start, end) in starts.iter().zip(ends) {
            let (name, body) = text[*start..end].split_once("::=").expect("each starts one");
            let mut reader = Reader { letters: body.trim().chars().collect(), at: 0 };
            let rule = reader.choice();
            assert_eq!(reader.at, reader.letters.len(), "all of `{}` is read", name.trim());
            productions.insert(name.trim().to_owned(), rule);
        }
        Grammar { productions }
    }

    /// The right side of a production.
    pub fn rule(&self, name: &str) -> &Rule {
        self.productions.get(name).unwrap_or_else(|| panic!("the grammar has no production `{name}`"))
    }
}

struct Reader {
    letters: Vec<char>,
    at: usize,
}

impl Reader {
    fn peek(&mut self) -> Option<char> {
        while self.letters.get(self.at).is_some_and(|letter| letter.is_whitespace()) {
            self.at += 1;
        }
        self.letters.get(self.at).copied()
    }

    fn choice(&mut self) -> Rule {
        let mut choices = vec![self.sequence()];
        while self.peek() == Some('|') {
            self.at += 1;
            choices.push(self.sequence());
        }
        if choices.len() == 1 { choices.remove(0) } else { Rule::Choice(choices) }
    }

    fn sequence(&mut self) -> Rule {
        let mut parts = Vec::new();
        while self.peek().is_some_and(|letter| !matches!(letter, '|' | ')')) {
            let part = self.part();
            let (least, most) = match self.letters.get(self.at) {
                Some('?') => (0, 1),
                Some('*') => (0, 3),
                Some('+') => (1, 4),
                _ => {
                    parts.push(part);
                    continue;
                }
            };
            self.at += 1;
            parts.push(Rule::Repeat(Box::new(part), least, most));
        }
        Rule::Sequence(parts)
    }

    fn part(&mut self) -> Rule {
        match self.peek().expect("asked before") {
            '"' => {
                let end =
                    self.at + 1 + self.letters[self.at + 1..].iter().position(|&letter| letter == '"').expect("closed");
                let letters = self.letters[self.at + 1..end].iter().collect();
                self.at = end + 1;
                Rule::Letters(letters)
            }
            '(' => {
                self.at += 1;
                let inside = self.choice();
                assert_eq!(self.peek(), Some(')'));
                self.at += 1;
                inside
            }
            '[' => self.class(),
            '#' => {
                let letter = self.letter();
                Rule::Class(vec![(letter, letter)], false)
            }
            _ => {
                let start = self.at;
                while self.letters.get(self.at).is_some_and(|letter| letter.is_ascii_alphanumeric() || *letter == '-') {
                    self.at += 1;
                }
                assert!(self.at > start, "a name at {}", self.letters[start..].iter().collect::<String>());
                Rule::Production(self.letters[start..self.at].iter().collect())
            }
        }
    }

    fn class(&mut self) -> Rule {
        self.at += 1;
        let negated = self.letters[self.at] == '^';
        self.at += usize::from(negated);
        let mut ranges = Vec::new();
        while self.peek() != Some(']') {
            if self.letters[self.at] == '\\' {
                ranges.extend(self.property());
                continue;
            }
            let first = self.letter();
            let last = if self.letters[self.at] == '-' {
                self.at += 1;
                self.letter()
            } else {
                first
            };
            ranges.push((first, last));
        }
        self.at += 1;
        Rule::Class(ranges, negated)
    }

    /// `\p{…}`: the characters that have a property.
    fn property(&mut self) -> &'static [(u32, u32)] {
        let rest: String = self.letters[self.at..].iter().collect();
        let name = rest.strip_prefix("\\p{").and_then(|rest| rest.split_once('}')).expect("a property").0;
        self.at += name.len() + "\\p{}".len();
        match name {
            "Alphabetic" => {
                static RANGES: OnceLock<Vec<(u32, u32)>> = OnceLock::new();
                RANGES.get_or_init(|| ranges(char::is_alphabetic))
            }
            "N" => {
                static RANGES: OnceLock<Vec<(u32, u32)>> = OnceLock::new();
                RANGES.get_or_init(|| ranges(char::is_numeric))
            }
            "M" => {
                static RANGES: OnceLock<Vec<(u32, u32)>> = OnceLock::new();
                RANGES.get_or_init(|| ranges(is_combining_mark))
            }
            other => panic!("no property is called `{other}` here"),
        }
    }

    fn letter(&mut self) -> u32 {
        if self.letters[self.at] != '#' {
            self.at += 1;
            return self.letters[self.at - 1] as u32;
        }
        let start = self.at + 2;
        let digits = self.letters[start..].iter().take_while(|letter| letter.is_ascii_hexdigit()).count();
        self.at = start + digits;
        u32::from_str_radix(&self.letters[start..self.at].iter().collect::<String>(), 16).expect("a number")
    }
}

/// The ranges of all characters of which something is so.
fn ranges(is_so: impl Fn(char) -> bool) -> Vec<(u32, u32)> {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for letter in ('\0'..=char::MAX).filter(|letter| is_so(*letter)) {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == letter as u32 => *last += 1,
            _ => ranges.push((letter as u32, letter as u32)),
        }
    }
    ranges
}
