//! Every character that Unicode has: the grammar allows in names and in texts what the parser takes there, and nothing else.

use counterpoint::syntax::fold::fold;
use counterpoint::syntax::grammar::is_name;
use counterpoint::syntax::printer;

use crate::notation::{Grammar, Rule};
use crate::read;

/// The characters of a production that is a class, or chooses between several.
struct Letters(Vec<bool>);

impl Letters {
    fn of(rule: &Rule) -> Letters {
        let mut letters = Letters(vec![false; char::MAX as usize + 1]);
        letters.add(rule);
        letters
    }

    fn add(&mut self, rule: &Rule) {
        match rule {
            Rule::Class(ranges, negated) => {
                let mut inside = vec![false; self.0.len()];
                for (first, last) in ranges {
                    inside[*first as usize..=*last as usize].fill(true);
                }
                self.0.iter_mut().zip(inside).for_each(|(has, inside)| *has |= inside != *negated);
            }
            Rule::Choice(parts) | Rule::Sequence(parts) if parts.len() == 1 || matches!(rule, Rule::Choice(_)) => {
                for part in parts {
                    self.add(part);
                }
            }
            other => panic!("no class: {other:?}"),
        }
    }

    fn has(&self, letter: char) -> bool {
        self.0[letter as usize]
    }
}

fn every_letter() -> impl Iterator<Item = char> {
    '\0'..=char::MAX
}

/// Whether the text of a claim is read as it is written, and printed so.
fn is_kept(text: &str) -> bool {
    let file = format!("claim c: {text}\n");
    let is_so = |file: &str| {
        let parsed = read(file);
        let kept = parsed.tree.entries.first().and_then(|entry| entry.text);
        let same = kept.is_some_and(|span| fold(&file[span.start as usize..span.end as usize]) == text);
        (parsed.diagnostics.total() == 0 && same && parsed.tree.entries.len() == 1).then_some(parsed)
    };
    is_so(&file).is_some_and(|parsed| is_so(&printer::print(&file, &parsed.tree, |_| None)).is_some())
}

/// The runs of characters on which two answers differ.
fn differing(mut differs: impl FnMut(char) -> bool) -> Vec<String> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for letter in every_letter().filter(|letter| differs(*letter)) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == letter as u32 => *last += 1,
            _ => runs.push((letter as u32, letter as u32)),
        }
    }
    runs.iter().map(|(first, last)| format!("U+{first:04X}–U+{last:04X}")).collect()
}

#[test]
fn a_name_has_the_letters_of_the_grammar() {
    let grammar = Grammar::of_the_language();
    let name_letters = Letters::of(grammar.rule("name-letter"));
    assert_eq!(differing(|letter| name_letters.has(letter) != is_name(letter.encode_utf8(&mut [0; 4]))), [""; 0]);
    // The parser takes them wherever they stand in a name.
    let letters: Vec<char> = every_letter().filter(|letter| name_letters.has(*letter)).collect();
    for some in letters.chunks(200) {
        let name: String = some.iter().collect();
        let parsed = read(&format!("claim {name}: x\n"));
        assert_eq!(parsed.diagnostics.total(), 0, "{name}");
        let found = parsed.tree.entries[0].name.expect("a name");
        assert_eq!(found.len(), name.len(), "{name}");
    }
    // Of all others it takes none: those that stand beside one, and some of the rest.
    let beside = |letter: char| {
        [-1i64, 1].iter().any(|by| {
            let next = u32::try_from(i64::from(letter as u32) + by).ok().and_then(char::from_u32);
            next.is_some_and(|next| name_letters.has(next))
        })
    };
    let others = every_letter().filter(|letter| !name_letters.has(*letter));
    for letter in others.filter(|letter| beside(*letter) || (*letter as u32).is_multiple_of(251)) {
        // White space ends a name, and what follows is no part of it.
        let parsed = read(&format!("claim a{letter}b: x\n"));
        let is_whole = parsed.tree.entries.first().and_then(|entry| entry.name).is_some_and(|name| name.len() > 2);
        assert!(parsed.diagnostics.total() > 0 || !is_whole, "{letter:?}");
    }
}

#[test]
fn a_text_has_the_characters_of_the_grammar() {
    let grammar = Grammar::of_the_language();
    let (outer, inner) = (Letters::of(grammar.rule("word-letter")), Letters::of(grammar.rule("inner-space")));
    let (mut alone, mut inside) = (Vec::new(), Vec::new());
    for letter in every_letter() {
        if outer.has(letter) {
            alone.push(letter);
        } else if inner.has(letter) {
            inside.push(letter);
        } else if letter != ' ' {
            assert!(!is_kept(&format!("a{letter}b")), "the grammar does not allow {letter:?}");
        }
    }
    for some in alone.chunks(300) {
        let (joined, apart): (String, String) =
            (some.iter().collect(), some.iter().flat_map(|letter| ['x', ' ', *letter, ' ']).collect());
        for text in [format!("a{joined}b"), format!("{apart}y")] {
            assert!(is_kept(&text), "{text:?}");
        }
    }
    for letter in inside {
        assert!(is_kept(&format!("a{letter}b")), "{letter:?}");
        assert!(!is_kept(&format!("a {letter}")), "{letter:?} ends a text");
    }
}
