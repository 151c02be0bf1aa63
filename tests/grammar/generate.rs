//! Makes random files that the grammar allows, and that keep to the table of what may stand under what.

use counterpoint::syntax::vocabulary::{CLAUSES, ClauseKind, ENTRIES, EXCLUSIVE, EntryKind, QUALIFIERS, Qualifiers};

use crate::notation::{Grammar, Rule};

/// Choices that follow from a number alone (the generator SplitMix64).
pub struct Choices(u64);

impl Choices {
    pub fn of(seed: u64) -> Self {
        Choices(seed)
    }

    /// Other choices that follow from these.
    pub fn fork(&mut self) -> Self {
        Choices(self.next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    pub fn pick<'c, T: ?Sized>(&mut self, from: &[&'c T]) -> &'c T {
        from[self.below(from.len())]
    }
}

/// Makes files.
pub struct Generator<'g> {
    grammar: &'g Grammar,
    choices: Choices,
}

impl<'g> Generator<'g> {
    pub fn new(grammar: &'g Grammar, choices: Choices) -> Self {
        Generator { grammar, choices }
    }

    /// A whole file.
    pub fn file(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.choices.below(6) {
            match self.choices.below(4) {
                0 => text.push_str(&self.make("comment-line")),
                1 => text.push_str(&self.make("blank")),
                _ => text.push_str(&self.entry()),
            }
        }
        text
    }

    /// An entry with its clauses.
    pub fn entry(&mut self) -> String {
        let (head, kind) = loop {
            let head = self.make("entry");
            let word = first_word(&head);
            let row = ENTRIES.iter().find(|row| row.keyword == word).expect("the grammar has no other words");
            if word == "include" || allowed(&head[word.len()..], row.qualifiers) {
                break (head, row.kind);
            }
        };
        let mut text = head + &self.make("line-end");
        let mut seen: Vec<ClauseKind> = Vec::new();
        for _ in 0..self.choices.below(7) {
            if self.choices.below(6) == 0 {
                text.push_str("  ");
                text.push_str(&self.make("comment-line"));
            }
            if let Some((clause, found)) = self.clause(kind, &seen) {
                seen.push(found);
                text.push_str(&clause);
            }
        }
        text
    }

    /// A clause that may stand under this entry beside those that it has; `None` after some fruitless tries.
    fn clause(&mut self, entry: EntryKind, seen: &[ClauseKind]) -> Option<(String, ClauseKind)> {
        for _ in 0..40 {
            let clause = self.make("clause-line");
            let word = first_word(&clause[2..]);
            let row = CLAUSES.iter().find(|row| row.keyword == word).expect("the grammar has no other words");
            let mut qualifiers = row.qualifiers;
            if entry != EntryKind::Reading {
                qualifiers.remove(Qualifiers::STATED);
            }
            let once = row.many && row.kind != ClauseKind::Says || !seen.contains(&row.kind);
            let led = row.kind.leader().is_none_or(|leader| seen.last() == Some(&leader));
            let fits = row.entries.contains(&entry) && once && led;
            if fits && allowed(&clause[2 + word.len()..], qualifiers) {
                return Some((clause, row.kind));
            }
        }
        None
    }

    /// A text that a production allows.
    pub fn make(&mut self, production: &str) -> String {
        let mut text = String::new();
        let rule = self.grammar.rule(production);
        self.add(rule, &mut text);
        text
    }

    fn add(&mut self, rule: &Rule, text: &mut String) {
        match rule {
            Rule::Letters(letters) => text.push_str(letters),
            Rule::Class(ranges, negated) => text.push(self.letter(ranges, *negated)),
            Rule::Production(name) => {
                let rule = self.grammar.rule(name);
                self.add(rule, text);
            }
            Rule::Sequence(parts) => parts.iter().for_each(|part| self.add(part, text)),
            Rule::Choice(parts) => {
                let index = self.choices.below(parts.len());
                self.add(&parts[index], text);
            }
            Rule::Repeat(part, least, most) => {
                for _ in 0..least + self.choices.below(most - least + 1) {
                    self.add(part, text);
                }
            }
        }
    }

    fn letter(&mut self, ranges: &[(u32, u32)], negated: bool) -> char {
        loop {
            let code = if negated {
                // Marks that mean something elsewhere come often: in a text they must not.
                match self.choices.below(3) {
                    0 => self
                        .choices
                        .pick(&[
                            "#", ":", "-", "(", "]", "\"", "：", "日", "。", "é", "م", "🙂", "𠮷", "\u{200d}",
                            "\u{301}",
                        ])
                        .chars()
                        .next()
                        .expect("one") as u32,
                    1 => u32::from(b'a') + self.choices.below(26) as u32,
                    _ => self.choices.below(0x11_0000) as u32,
                }
            } else {
                let (first, last) = ranges[self.choices.below(ranges.len())];
                first + self.choices.below((last - first) as usize + 1) as u32
            };
            let inside = ranges.iter().any(|(first, last)| (*first..=*last).contains(&code));
            if let Some(letter) = char::from_u32(code).filter(|_| inside != negated) {
                return letter;
            }
        }
    }
}

fn first_word(text: &str) -> &str {
    &text[..text.find(|letter: char| !letter.is_ascii_lowercase() && letter != '-').unwrap_or(text.len())]
}

/// Whether the qualifiers of a head may stand there: each known to the row, none twice, none against another.
fn allowed(head: &str, known: Qualifiers) -> bool {
    // Qualifiers are the first thing in parentheses before the colon, and brackets hold none.
    let before = match head.split_once(']') {
        Some((place, rest)) if place.trim_start().starts_with('[') => rest,
        _ => head,
    };
    let before = before.split(':').next().unwrap_or_default();
    let Some((_, inside)) = before.split_once('(') else { return true };
    let mut found = Qualifiers::empty();
    inside.trim_end().trim_end_matches(')').split(',').all(|word| {
        let flag = QUALIFIERS.iter().find(|(_, known)| *known == word.trim()).map(|(flag, _)| *flag);
        let flag = flag.expect("the grammar has no other qualifiers");
        let clash = EXCLUSIVE.iter().any(|pair| pair.contains(flag) && pair.intersects(found));
        let sound = known.contains(flag) && !found.contains(flag) && !clash;
        found |= flag;
        sound
    })
}
