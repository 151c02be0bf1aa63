//! The grammar in `grammar/counterpoint.ebnf` and the parser are the same language: a generator driven by the one makes
//! files that the other must understand, and damage to them must be found and never crash anything.

mod generate;
mod notation;
mod unicode;

use counterpoint::file::FileId;
use counterpoint::syntax::fold::fold;
use counterpoint::syntax::tree::Tree;
use counterpoint::syntax::vocabulary::{CLAUSES, ENTRIES, QUALIFIERS};
use counterpoint::syntax::{Parsed, parse, printer};
use generate::{Choices, Generator};
use notation::Grammar;
use proptest::prelude::*;

fn read(text: &str) -> Parsed {
    parse(FileId::new(0), text)
}

/// Entries and clauses of a file, one a line, without regard to how they are laid out.
fn meaning(text: &str, tree: &Tree) -> Vec<String> {
    let word = |span: counterpoint::file::Span| &text[span.start as usize..span.end as usize];
    let folded = |span: Option<_>| span.map(|span| fold(word(span)).into_owned());
    let mut lines = Vec::new();
    for entry in &tree.entries {
        let head =
            format!("{:?} {:?} {:?} {:?}", entry.kind, entry.name.map(word), entry.qualifiers, folded(entry.text));
        let mut clauses: Vec<(_, String)> = Vec::new();
        for clause in tree.clauses(entry) {
            let names: Vec<_> = tree.references(clause).iter().map(|name| (word(name.span), name.link)).collect();
            let argument = clause.argument.map(word);
            let text = folded(clause.text);
            let line = format!("  {:?} {argument:?} {:?} {names:?} {text:?}", clause.kind, clause.qualifiers);
            match clauses.last_mut().filter(|_| clause.kind.leader().is_some()) {
                // A line that says more about the clause above it has to stay with that.
                Some((_, above)) => above.push_str(&line),
                None => clauses.push((clause.kind, line)),
            }
        }
        clauses.sort_by_key(|(kind, _)| *kind);
        lines.push(head);
        lines.extend(clauses.into_iter().map(|(_, line)| line));
    }
    lines
}

fn comments(text: &str, tree: &Tree) -> Vec<String> {
    let mut all: Vec<String> = tree
        .comments
        .iter()
        .map(|comment| text[comment.span.start as usize..comment.span.end as usize].to_owned())
        .collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_the_grammar_makes_is_parsed_and_prints_back(seed: u64) {
        let grammar = Grammar::of_the_language();
        let text = Generator::new(&grammar, Choices::of(seed)).file();
        let parsed = read(&text);
        prop_assert_eq!(parsed.diagnostics.total(), 0, "{:?}\n{}", parsed.diagnostics.kept(), text);
        let printed = printer::print(&text, &parsed.tree, |_| None);
        let again = read(&printed);
        prop_assert_eq!(again.diagnostics.total(), 0, "{:?}\n{}", again.diagnostics.kept(), printed);
        prop_assert_eq!(meaning(&text, &parsed.tree), meaning(&printed, &again.tree));
        prop_assert_eq!(comments(&text, &parsed.tree), comments(&printed, &again.tree));
        prop_assert_eq!(printer::print(&printed, &again.tree, |_| None), printed);
    }

    #[test]
    fn damage_that_breaks_a_rule_is_found(seed: u64) {
        let grammar = Grammar::of_the_language();
        let mut choices = Choices::of(seed);
        let mut generator = Generator::new(&grammar, choices.fork());
        let (before, entry, after) = (generator.file(), generator.entry(), generator.file());
        let line = entry.lines().next().expect("an entry has a head").to_owned();
        let (keyword, rest) = line.split_at(line.find([' ', ':', '(']).unwrap_or(line.len()));
        let damaged = match choices.below(8) {
            0 => format!("\t{line}"),
            1 => format!(" {line}"),
            2 => format!("{keyword}x{rest}"),
            3 => format!("{keyword}\n  becuase: x"),
            4 => format!("{line}\n  note"),
            5 => format!("{line}\n  note:"),
            6 => format!("{line}\n   note: three spaces"),
            _ => format!("claim (unsaid): x\n{line}"),
        };
        let text = format!("{before}\n{damaged}\n{after}");
        let parsed = read(&text);
        prop_assert!(parsed.diagnostics.total() > 0, "{}", text);
        // The neighbours mean what they meant.
        let (alone, whole) = (read(&after), read(&text));
        let expected = meaning(&after, &alone.tree);
        let found = meaning(&text, &whole.tree);
        prop_assert!(found.ends_with(&expected), "{}", text);
    }

    #[test]
    fn no_damage_makes_the_parser_panic(seed: u64) {
        let grammar = Grammar::of_the_language();
        let mut choices = Choices::of(seed);
        let mut text = Generator::new(&grammar, choices.fork()).file();
        for _ in 0..=choices.below(12) {
            let mut at = choices.below(text.len() + 1);
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            match choices.below(3) {
                0 => text.insert_str(at, choices.pick(&["\t", "\0", ":", "（", "：", "\u{3000}", "\r", "\u{1b}[31m", "  ", "\n", "[", "(", ",", "\u{202e}"])),
                1 => text.truncate(at),
                _ => drop(text.drain(at..text[at..].char_indices().nth(3).map_or(text.len(), |(offset, _)| at + offset))),
            }
        }
        let parsed = read(&text);
        for diagnostic in parsed.diagnostics.kept() {
            prop_assert!(text.is_char_boundary(diagnostic.span.start as usize), "{:?}", diagnostic);
            prop_assert!(text.is_char_boundary(diagnostic.span.end as usize), "{:?}", diagnostic);
        }
        if parsed.diagnostics.total() == 0 {
            let printed = printer::print(&text, &parsed.tree, |_| None);
            prop_assert_eq!(meaning(&text, &parsed.tree), meaning(&printed, &read(&printed).tree));
        }
    }

    #[test]
    fn any_text_at_all_is_parsed(text: String) {
        read(&text);
    }
}

#[test]
fn each_production_of_the_second_level_has_a_parser_of_the_same_name() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/syntax/grammar");
    let mut code = String::new();
    for entry in std::fs::read_dir(folder).expect("the parsers are there") {
        code.push_str(&std::fs::read_to_string(entry.expect("listed").path()).expect("readable"));
    }
    let second = notation::TEXT.split("Level two").nth(1).expect("the grammar has two levels");
    let names = second.lines().filter_map(|line| line.split_once("::=")).map(|(name, _)| name.trim());
    let letters = ["name-letter", "word", "word-letter", "inner-space"];
    for name in names.filter(|name| !name.is_empty() && !letters.contains(name)) {
        assert!(code.contains(&format!("fn {}(", name.replace('-', "_"))), "no parser is called `{name}`");
    }
}

#[test]
fn the_words_of_the_grammar_are_those_of_the_vocabulary() {
    let words = notation::TEXT.split('"').skip(1).step_by(2);
    let mut words: Vec<&str> =
        words.filter(|word| word.len() > 1 && word.starts_with(|c: char| c.is_ascii_lowercase())).collect();
    let links = ["and", "because", "over", "if", "unless"];
    let vocabulary = ENTRIES.iter().map(|row| row.keyword).chain(CLAUSES.iter().map(|row| row.keyword));
    let mut expected: Vec<&str> = vocabulary.chain(QUALIFIERS.iter().map(|(_, word)| *word)).chain(links).collect();
    for words in [&mut words, &mut expected] {
        words.sort_unstable();
        words.dedup();
    }
    assert_eq!(words, expected);
}
