//! Reading, writing, and the messages on files that nobody can understand.

use proptest::prelude::*;

use super::*;
use crate::{Argument, Draft, Extensions, Framework, Semantics, Stop, all};
use Semantics::{Complete, Grounded, Ideal, Preferred, Stable};

/// Contents of a file as `i23`, or the message on its mistake.
fn read_as(format: Format, text: &str) -> String {
    match read(text.as_bytes(), format) {
        Err(wrong) => wrong.to_string(),
        Ok(instance) => {
            let (names, framework) = instance.framework();
            write(&framework, &names, Format::I23).text
        }
    }
}

#[test]
fn numbers_are_read_however_they_are_spaced() {
    let plain = "p af 3\n1 2\n2 3\n3 3\n";
    assert_eq!(read_as(Format::I23, plain), plain);
    assert_eq!(read_as(Format::I23, "# two\r\n\r\np  af\t3\r\n 2 3 \r\n1 2\r\n# said twice\n1 2\r\n3\t3"), plain);
    assert_eq!(read_as(Format::I23, "p af 0"), "p af 0\n");
    assert_eq!(read_as(Format::I23, "p af 2\n"), "p af 2\n");
}

#[test]
fn facts_are_read_in_any_order_and_form() {
    let expected = "p af 3\n# 1 a\n# 2 b\n# 3 長い名\n1 2\n2 3\n";
    assert_eq!(
        read_as(Format::Apx, "arg(a).\narg(b).\narg(長い名).\natt(a,b).\natt(b,長い名).\natt(a,b).\n"),
        expected
    );
    assert_eq!(read_as(Format::Apx, "att(a, b) . arg( a ).% so\r\narg(b).arg(長い名).att(b,\n長い名)."), expected);
}

#[test]
fn graphs_are_read_with_or_without_labels() {
    let expected = "p af 2\n# 1 a\n# 2 b\n1 2\n";
    assert_eq!(read_as(Format::Tgf, "a the first\r\nb\n\n#\na b attacks\n a  b\n"), expected);
    assert_eq!(read_as(Format::Tgf, "#\n"), "p af 0\n");
}

#[test]
fn a_framework_without_arguments_is_a_file_that_says_so() {
    for (format, expected) in [(Format::I23, "p af 0\n"), (Format::Apx, "% no arguments\n"), (Format::Tgf, "#\n")] {
        let written = write(&Draft::new(0).build(), &Names::words([]), format);
        assert_eq!(written.text, expected);
        assert_eq!(read(expected.as_bytes(), format).expect("it is understood").names.len(), 0);
    }
}

#[test]
fn what_only_facts_can_say_is_written_as_facts() {
    let facts = "arg(a).\narg(b).\narg(r1).\natt(a,a).\natt(r1',r1).\nmem(r1',a).\nmem(r1',b).\nsup(r2,b).\nmem(r2,a).\nmem(r2,r1).\n";
    let (names, framework) = read(facts.as_bytes(), Format::Apx).expect("it is understood").framework();
    let written = write(&framework, &names, Format::Apx);
    assert_eq!((&written.text[..], written.added, written.renamed), (facts, 0, 0));
}

#[test]
fn what_only_facts_can_say_is_elsewhere_said_in_attacks() {
    let facts = "arg(a). arg(b). arg(c). att(r,c). mem(r,a). mem(r,b). sup(c,a).";
    let (names, framework) = read(facts.as_bytes(), Format::Apx).expect("it is understood").framework();
    let written = write(&framework, &names, Format::Tgf);
    let expected = "a\nb\nc\nadded1\nadded2\nadded3\nadded4\n#\na added1\nb added2\nc added4\nadded1 added3\nadded2 added3\n\
        added3 c\nadded4 a\n";
    assert_eq!((&written.text[..], written.added, written.renamed), (expected, 4, 0));
}

#[test]
fn a_name_that_a_format_would_cut_is_written_in_another_way() {
    let names = Names::words(["a,b", "a_b", "#", "a b"]);
    let mut draft = Draft::new(4);
    draft.attack(0, 3);
    let framework = draft.build();
    let written = write(&framework, &names, Format::Apx);
    assert_eq!(written.text, "arg(a_b).\narg(a_b_).\narg(#).\narg(a_b__).\natt(a_b,a_b__).\n");
    assert_eq!((written.added, written.renamed), (0, 3));
    assert_eq!(write(&framework, &names, Format::Tgf).text, "a,b\na_b\n_\na_b_\n#\na,b a_b_\n");
}

/// Names that somebody might think of, some of them badly.
fn drawn_names() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[ab#_( ,%).p23名]{0,3}", 0..6)
}

type Links = Vec<(Vec<Argument>, Argument)>;

fn drawn_links(most: usize) -> impl Strategy<Value = Links> {
    prop::collection::vec((prop::collection::vec(0..6u32, 1..4), 0..6u32), 0..most)
}

proptest! {
    /// Written and read again, a framework is the same; where arguments had to be added, what it comes to is the same without them.
    #[test]
    fn what_is_written_is_read_again(names in drawn_names(), attacks in drawn_links(9), needs in drawn_links(4)) {
        let size = names.len();
        let names = Names::words(names.iter().map(String::as_str));
        let mut draft = Draft::new(size);
        let within = |links: Links| links.into_iter().filter(move |_| size > 0).map(move |(from, to)| {
            (from.into_iter().map(|it| it % size as u32).collect::<Vec<_>>(), to % size as u32)
        });
        within(attacks).for_each(|(from, to)| draft.attack_together(&from, to));
        within(needs).for_each(|(any, argument)| draft.need(&any, argument));
        let framework = draft.build();
        for format in Format::ALL {
            let written = write(&framework, &names, format);
            let instance = read(written.text.as_bytes(), format);
            prop_assert!(instance.is_ok(), "{}\n{}", written.text, instance.expect_err("it is wrong"));
            let (read_names, read) = instance.expect("it is right").framework();
            prop_assert_eq!(read.size(), size + written.added);
            if format != Format::I23 {
                let same = framework.arguments().filter(|&it| names.name(it) == read_names.name(it)).count();
                prop_assert_eq!(same + written.renamed, size);
            }
            if written.added == 0 {
                framework.arguments().for_each(|it| assert_eq!(framework.targets(it), read.targets(it)));
                prop_assert_eq!(framework.joint_attacks(), read.joint_attacks());
                prop_assert_eq!(framework.needs(), read.needs());
                continue;
            }
            for semantics in [Complete, Grounded, Preferred, Stable, Ideal] {
                let found = |framework: &Framework| {
                    let mut found = all(framework, semantics, usize::MAX, &Stop::never()).expect("never stopped").found;
                    for it in &mut found {
                        it.retain(|&argument| (argument as usize) < size);
                    }
                    found.sort();
                    found.dedup();
                    found
                };
                prop_assert_eq!(found(&framework), found(&read), "{:?}", semantics);
            }
        }
    }
}

#[test]
fn a_format_is_known_by_its_look() {
    for (text, format) in [
        ("# said of it\n\n p af 1\n", Format::I23),
        ("% said of it\narg(a).", Format::Apx),
        ("a\nb\n#\na b\n", Format::Tgf),
        ("#\n", Format::Tgf),
        ("", Format::Tgf),
    ] {
        assert_eq!(Format::of_content(text.as_bytes()), format, "{text:?}");
    }
}

#[test]
fn the_place_of_a_mistake_is_shown() {
    let expected =
        "line 3, column 3: there is no argument `4`: the first line says that there are 3\n  |\n3 | 1 4 \n  |   ^";
    assert_eq!(read_as(Format::I23, "p af 3\n1 2\n1 4 \r\n").replace("1 4\n", "1 4 \n"), expected);
    let expected = "line 2, column 7: there is no argument `ü`\n  |\n2 | att(a,ü).\n  |       ^\n\
        help: every argument has a fact of its own, such as `arg(a).`";
    assert_eq!(read_as(Format::Apx, "arg(a).\natt(a,ü).\n"), expected);
}

/// A name is shown in answers as it is, so it must not act there; labels and comments are not shown.
#[test]
fn no_name_acts_on_a_terminal_or_on_the_direction_of_writing() {
    for acting in ["\u{0}", "\u{7}", "\u{1b}[31m", "\u{7f}", "\u{9b}2J", "\u{200f}", "\u{2028}", "\u{202e}", "\u{2066}"]
    {
        for (format, text) in [
            (Format::Apx, format!("arg(a). arg(b{acting}c).")),
            (Format::Apx, format!("arg(a). att({acting},a).")),
            (Format::Apx, format!("arg(a). mem(a{acting},a). att(r,a).")),
            (Format::Tgf, format!("a\n{acting}\n#\n")),
            (Format::Tgf, format!("a\n#\na {acting}b\n")),
            (Format::I23, format!("p af 2\n1 2{acting}\n")),
        ] {
            let wrong = read(text.as_bytes(), format).err().map(|wrong| wrong.to_string());
            let shown = wrong.unwrap_or_else(|| panic!("{format:?} takes {text:?}"));
            let is_seen = |letter: char| letter == '\n' || !letter.is_control();
            assert!(format != Format::Apx || shown.contains("which is not seen"), "{shown}");
            assert!(shown.chars().all(is_seen), "{shown:?}");
        }
        let beside = format!("a {acting}\n#\na a {acting}\n");
        assert_eq!(read_as(Format::Tgf, &beside), "p af 1\n# 1 a\n1 1\n");
        assert_eq!(read_as(Format::Apx, &format!("% {acting}\narg(a). att(a,a).")), "p af 1\n# 1 a\n1 1\n");
    }
}

/// Every kind of damage has a message of its own: what begins it is looked for.
#[test]
fn every_damage_is_told() {
    let damages: [(Format, &[u8], &str); 36] = [
        (Format::I23, b"", "line 1, column 1: there is nothing in this file"),
        (Format::I23, b"# nothing\n", "line 2, column 1: there is nothing in this file"),
        (Format::I23, b"1 2\n", "line 1, column 1: the first line is missing"),
        (Format::I23, b"p af\n", "line 1, column 1: this first line is not understood"),
        (Format::I23, b"p af two\n", "line 1, column 1: this number of arguments is no number"),
        (Format::I23, b"p af -2\n", "line 1, column 1: this number of arguments is no number"),
        (Format::I23, b"p cnf 2 3\n", "line 1, column 1: this first line is not understood"),
        (Format::I23, b"p aba 2\n", "line 1, column 1: `aba` is another kind of question than `af`"),
        (Format::I23, b"p af 4000000000\n", "line 1, column 1: more than 100000000 arguments are not taken"),
        (
            Format::I23,
            b"p af 99999999999999999999999\n",
            "line 1, column 1: more than 100000000 arguments are not taken",
        ),
        (
            Format::I23,
            b"p af 2\n1 3\n",
            "line 2, column 3: there is no argument `3`: the first line says that there are 2",
        ),
        (Format::I23, b"p af 2\n0 1\n", "line 2, column 1: there is no argument `0`"),
        (Format::I23, b"p af 0\n1 1\n", "line 2, column 1: the first line says that there are no arguments"),
        (Format::I23, b"p af 2\n1 99999999999999999999999999\n", "line 2, column 3: there is no argument `9999"),
        (Format::I23, b"p af 2\n1\n", "line 2, column 2: this line ends before it says who is attacked"),
        (Format::I23, b"p af 2\n1 ", "line 2, column 3: this line ends before it says who is attacked"),
        (Format::I23, b"p af 2\n1 2 1\n", "line 2, column 5: this line goes on behind an attack"),
        (Format::I23, b"p af 2\na b\n", "line 2, column 1: `a` is no number"),
        (Format::I23, b"p af 2\n1x 2\n", "line 2, column 1: `1x` is no number"),
        (Format::I23, b"p af 2\n\xFF\xFE 2\n", "line 2, column 1: `\u{FFFD}\u{FFFD}` is no number"),
        (Format::I23, b"p af 2\n1 2\np af 2\n", "line 3, column 1: there is a second first line"),
        (Format::Apx, b"", "line 1, column 1: there is nothing in this file"),
        (Format::Apx, b"arg(a).\narg(a).\n", "line 2, column 5: there are two arguments `a`"),
        (Format::Apx, b"arg(a).\natt(a,b).\n", "line 2, column 7: there is no argument `b`"),
        (Format::Apx, b"arg(a).\natt(a\n", "line 3, column 1: the file ends where `,` should stand"),
        (Format::Apx, b"arg(a)\narg(b).\n", "line 2, column 1: `.` should stand here, not `a`"),
        (Format::Apx, b"arg(a).\nattack(a,a).\n", "line 2, column 1: there is no fact `attack`"),
        (Format::Apx, b"arg(a).arg(\xFF).", "line 1, column 12: this is no text: a byte that is not UTF-8"),
        (Format::Apx, b"arg().", "line 1, column 5: a name should stand here, not `)`"),
        (Format::Apx, b"arg(a,1.5).", "line 1, column 7: `1.5` is no weight"),
        (Format::Apx, b"arg(a).\nmem(r,a).\n", "line 2, column 5: `r` has members, and neither"),
        (Format::Apx, b"arg(a).\nmem(a,a).\n", "line 1, column 5: `a` is an argument, and cannot have members"),
        (Format::Tgf, b"", "line 1, column 1: there is nothing in this file"),
        (Format::Tgf, b"a\nb\na b\n", "line 3, column 1: there are two arguments `a`"),
        (Format::Tgf, b"a\nb\n", "line 3, column 1: the file ends before the line `#`"),
        (Format::Tgf, b"a\n#\na b\n", "line 3, column 3: there is no argument `b`"),
    ];
    for (format, bytes, expected) in damages {
        let wrong = read(bytes, format).expect_err("it is damaged").to_string();
        assert!(wrong.starts_with(expected), "{format:?} {:?}: {wrong}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_file_that_breaks_off_anywhere_is_refused_or_read_in_part() {
    let whole = ["p af 12\n1 2\n12 3\n", "arg(a). arg(b1).\natt(a,b1). sup(a,b1).\n", "a\nb\n#\na b\nb a\n"];
    for (format, whole) in Format::ALL.into_iter().zip(whole) {
        for end in 0..whole.len() {
            let _ = read(&whole.as_bytes()[..end], format).map(Instance::framework);
            // Whatever the format, nothing is read that could not be framed.
            for &other in &Format::ALL {
                drop(read(&whole.as_bytes()[..end], other));
            }
        }
    }
}

#[test]
fn answers_are_those_of_the_year_of_the_format() {
    let names = Names::numbers(5);
    let of = |answer: Answer, format| answer.text(&names, format);
    let found = || Some(vec![0, 2]);
    let every = || Answer::Every(Extensions { found: vec![vec![0, 1], vec![4]], more: false });
    assert_eq!(of(Answer::Accepted(true, found()), Format::I23), "YES\nw 1 3\n");
    assert_eq!(of(Answer::Accepted(false, None), Format::I23), "NO\n");
    assert_eq!(of(Answer::Accepted(true, found()), Format::Tgf), "YES\n");
    assert_eq!(of(Answer::Some(None), Format::Apx), "NO\n");
    assert_eq!(of(Answer::Some(found()), Format::Apx), "[1,3]\n");
    assert_eq!(of(Answer::Some(Some(Vec::new())), Format::I23), "w\n");
    assert_eq!(of(Answer::Some(Some(Vec::new())), Format::Apx), "[]\n");
    assert_eq!(of(every(), Format::Apx), "[\n[1,2]\n[5]\n]\n");
    assert_eq!(of(every(), Format::I23), "w 1 2\nw 5\n");
    assert_eq!(of(Answer::Count(Some(7)), Format::Apx), "7\n");
}
