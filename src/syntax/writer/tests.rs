//! Laws of the writer: its output reads back as what was meant, whatever that is.

mod random;

use proptest::prelude::*;
use random::{clause, entry, text};

use super::text::{control, folded, on_one_line};
use super::*;
use crate::file::{FileId, Span};
use crate::syntax::fold::fold;
use crate::syntax::{parse, printer};

/// Entries of a file, which has to be sound.
fn read(file: &str) -> Vec<Entry<'static>> {
    let parsed = parse(FileId::new(0), file);
    assert_eq!(parsed.diagnostics.kept(), [], "{file}");
    assert!(parsed.tree.comments.is_empty(), "{file}");
    let word = |span: Span| file[span.start as usize..span.end as usize].to_owned();
    let text = |span: Span| fold(&word(span)).into_owned();
    let clauses = |entry| {
        let clauses = parsed.tree.clauses(entry).iter();
        clauses.map(|clause| Clause {
            kind: clause.kind,
            argument: clause.argument.map(|it| word(it).into()),
            qualifiers: clause.qualifiers,
            names: parsed.tree.references(clause).iter().map(|it| (word(it.span).into(), it.link)).collect(),
            text: clause.text.map(|it| text(it).into()),
            word: clause.word,
        })
    };
    let entries = parsed.tree.entries.iter();
    let entries = entries.map(|entry| Entry {
        kind: entry.kind,
        name: entry.name.map(|it| word(it).into()),
        qualifiers: entry.qualifiers,
        text: entry.text.map(|it| text(it).into()),
        clauses: clauses(entry).collect(),
    });
    entries.collect()
}

/// Entry that was meant, in the order in which it is written, with white space as a map has it.
fn meant(entry: &Entry<'static>) -> Entry<'static> {
    let text = |text: &Cow<'static, str>| Cow::Owned(folded(text).into_owned());
    let clauses = entry.clauses.iter().map(|clause| Clause {
        argument: clause.argument.as_ref().map(|it| on_one_line(it).into_owned().into()),
        text: clause.text.as_ref().map(text),
        ..clause.clone()
    });
    Entry {
        text: entry.text.as_ref().map(text),
        clauses: in_order(entry.kind, clauses, |clause| clause.kind),
        ..entry.clone()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_says_what_was_meant_and_is_canonical(entries in prop::collection::vec(entry(), 0..5)) {
        let file = write_file(&entries).map_err(|refusal| TestCaseError::fail(refusal.to_string()))?;
        let meant: Vec<Entry<'_>> = entries.iter().map(meant).collect();
        prop_assert_eq!(read(&file), meant, "{}", file);
        let parsed = parse(FileId::new(0), &file);
        prop_assert_eq!(printer::print(&file, &parsed.tree, |_| None), file);
    }

    #[test]
    fn a_clause_can_be_pasted_below_its_entry(clause in clause(EntryKind::Reading)) {
        let said = |clause: String| read(&format!("reading x\n{clause}\n")).remove(0).clauses.remove(0);
        let written = clause.write(EntryKind::Reading).map_err(|refusal| TestCaseError::fail(refusal.to_string()))?;
        let pasted = clause.to_paste(EntryKind::Reading).map_err(|refusal| TestCaseError::fail(refusal.to_string()))?;
        prop_assert_eq!(said(written), said(pasted));
    }

    #[test]
    fn a_text_with_white_space_as_a_map_has_it_is_kept_to_the_letter(text in text()) {
        let text = folded(&text).into_owned();
        let written = Entry::new(EntryKind::Claim).text(text.as_str()).write().expect("any text can be written");
        let entry = read(&written).remove(0);
        prop_assert_eq!(entry.text.as_deref(), Some(text.as_str()));
    }

    #[test]
    fn words_in_the_lines_of_others_are_the_words(raw in text(), words in text(), take in any::<bool>()) {
        // The words of the one between the line ends of the other.
        let words = if take { raw.replace('a', "-").replace("word", "- ").replace('\u{3000}', "日") } else { words };
        let raw = Clause::new(ClauseKind::Note).text(raw).write(EntryKind::Claim).expect("any text can be written");
        let raw = raw.trim_start().trim_start_matches("note:").trim();
        let there = in_the_lines_of(raw, &words);
        let file = format!("claim: x\n  note: {there}\n");
        if !there.is_empty() && words.split_whitespace().all(|word| control(word).is_none()) {
            let read = read(&file).remove(0).clauses.remove(0).text.expect("a note has a text");
            prop_assert!(read.split_whitespace().eq(words.split_whitespace()), "{}", file);
        }
    }
}

#[test]
fn a_critical_question_in_any_script_stays_in_one_piece() {
    let long = "x".repeat(80);
    let clause = Clause::new(ClauseKind::Against).joined(Link::Each, long.as_str()).text("専門家の意見.利害");
    let written = clause.write(EntryKind::Claim).expect("it can be written");
    assert_eq!(written, format!("  against: {long} by\n    専門家の意見.利害\n"));
}

#[test]
fn every_character_is_written_or_refused_as_the_parser_would() {
    for letter in ('\0'..'\u{3100}').chain('\u{fe00}'..='\u{ffff}').filter(|letter| !letter.is_alphanumeric()) {
        let text = format!("a{letter}b");
        let sound = parse(FileId::new(0), &format!("claim: {text}\n")).diagnostics.total() == 0;
        let written = Entry::new(EntryKind::Claim).text(text.as_str()).write();
        let is_white = matches!(letter, '\n' | '\u{b}' | '\u{c}');
        assert_eq!(written.is_ok(), sound || is_white, "{letter:?}");
    }
}

#[test]
fn a_file_is_laid_out_as_people_lay_it_out() {
    let author = |name: &'static str| Entry::new(EntryKind::Author).name(name).text(name.to_uppercase());
    let file = [
        author("a"),
        author("b"),
        Entry::new(EntryKind::Source).name("s").text("On\ntrams").clause(Clause::new(ClauseKind::By).each(["a", "b"])),
        Entry::new(EntryKind::Claim)
            .name("c")
            .qualified(Qualifiers::UNSTATED)
            .text(" Three things:\n- one\n- two\n\n\n# Not a comment. ")
            .clause(Clause::new(ClauseKind::Quote).argument("p. 3").text("“[T]rams: yes”"))
            .clause(Clause::new(ClauseKind::Because).together(["d", "t.e"]).each(["f"]).qualified(Qualifiers::INFERRED))
            .clause(Clause::new(ClauseKind::Holds).argument("i").each(["yes"]).text("it is dry"))
            .clause(
                Clause::new(ClauseKind::Holds)
                    .argument("j")
                    .each(["no"])
                    .condition(ConditionWord::Unless, "i: yes and d"),
            ),
        Entry::new(EntryKind::Include).text("more.arg"),
    ];
    assert_eq!(
        write_file(&file).expect("all of it can be said"),
        "\
author a: A
author b: B

source s: On trams
  by: a, b

claim c (unstated): Three things:
    - one
    - two

    # Not a comment.
  holds i: yes if it is dry
  holds j: no unless i: yes and d
  because (inferred): d and t.e, f
  quote [p. 3]: “[T]rams: yes”

include more.arg
"
    );
}

#[test]
fn what_the_language_cannot_say_is_refused_with_a_reason() {
    let claim = || Entry::new(EntryKind::Claim).text("x");
    let refused = |entry: Entry<'_>| entry.write().expect_err("the language cannot say it").to_string();
    let below = |clause| refused(claim().clause(clause));
    let said = [
        refused(Entry::new(EntryKind::Claim).name("").text("x")),
        refused(Entry::new(EntryKind::Author).name("O'Brien").text("x")),
        refused(Entry::new(EntryKind::Author).text("x")),
        refused(Entry::new(EntryKind::Claim).name("s.c").text("x")),
        refused(Entry::new(EntryKind::Claim).text(" \n ")),
        refused(Entry::new(EntryKind::Claim).text("a\0b")),
        refused(Entry::new(EntryKind::From).name("s").text("x")),
        refused(claim().qualified(Qualifiers::STRONGLY)),
        below(Clause::new(ClauseKind::Of).text("x")),
        below(Clause::new(ClauseKind::Note)),
        below(Clause::new(ClauseKind::Note).text("\u{202e}x")),
        below(Clause::new(ClauseKind::Note).each(["a"])),
        below(Clause::new(ClauseKind::Because)),
        below(Clause::new(ClauseKind::Because).each(["a b"])),
        below(Clause::new(ClauseKind::Because).each(["a"]).text("x")),
        below(Clause::new(ClauseKind::Because).each(["a"]).joined(Link::Over, "b")),
        below(Clause::new(ClauseKind::Holds).each(["a"])),
        below(Clause::new(ClauseKind::Prefers).argument("i").each(["a", "b"])),
        below(Clause::new(ClauseKind::Against).each(["a"]).qualified(Qualifiers::STATED)),
        below(Clause::new(ClauseKind::Quote).argument("a]").text("x")),
        below(Clause::new(ClauseKind::Quote).argument(" ").text("x")),
        refused(claim().clause(Clause::new(ClauseKind::At).text("1")).clause(Clause::new(ClauseKind::At).text("2"))),
        below(Clause::new(ClauseKind::Voice).each(["a"]).qualified(Qualifiers::ENDORSED.union(Qualifiers::DISPUTED))),
    ];
    assert_eq!(
        said,
        [
            "`claim` cannot have the name \"\": a name is one word of letters, digits, `-` and `_`, in any script",
            "`author` cannot have the name \"O'Brien\": a name is one word of letters, digits, `-` and `_`, in any script",
            "`author` cannot say this: it is written `author NAME: text`",
            "`claim` cannot say this: it is written `claim [NAME]: text`",
            "`claim` has nothing to say",
            "`claim` cannot hold the control character U+0000",
            "`from` cannot say this: it is written `from NAME`",
            "`claim` takes no qualifier `strongly` here",
            "`claim` has no clause `of`",
            "`note` cannot say this: it is written `note: text`",
            "`note` cannot hold the control character U+202E",
            "`note` cannot say this: it is written `note: text`",
            "`because` cannot say this: it is written `because: A, B and C`",
            "`because` cannot have the name \"a b\": a name is one word of letters, digits, `-` and `_`, in any script",
            "`because` cannot say this: it is written `because: A, B and C`",
            "`because` cannot say this: it is written `because: A, B and C`",
            "`holds` cannot say this: it is written `holds ISSUE: POSITION if condition`",
            "`prefers` cannot say this: it is written `prefers ISSUE: A over B, C`",
            "`against` takes no qualifier `stated` here",
            "\"a]\" cannot be the place of a quotation: it has to say something, without a `]`",
            "\" \" cannot be the place of a quotation: it has to say something, without a `]`",
            "`claim` can have one clause `at` only",
            "`voice` cannot be `endorsed` and `disputed` at once",
        ]
    );
}
