//! Files that are hardly a map, and text in every script.

use super::program::{folder, folder_of, run};

#[test]
fn what_is_no_map_at_all_has_findings_and_nothing_worse() {
    let findings: &[&[u8]] = &[
        b"(",
        b")",
        b":",
        b"#!",
        "：".as_bytes(),
        "（".as_bytes(),
        b"\0",
        b"\0\0\0\n\0",
        b"claim",
        b"claim:",
        b"claim a",
        b"claim a:",
        b"claim a (",
        b"claim a: x\n  (",
        b"claim a: x\n  because:",
        b"claim a: x\n  because: ,",
        b"  because: a",
        b"\tclaim a: x",
        b"include .",
        b"include a.arg",
        b"include ../..",
        b"include /",
        b"from a",
        b"reading a.b",
        b"\xFF\xFE\xFF",
        b"\xC3",
        b"\xED\xA0\x80",
        b"claim a: x\n  quote [",
        b"source",
        b"source :",
        b"- a",
        b"claim .: x",
        b"claim a.b: x",
    ];
    for bytes in findings {
        let map = folder([("a.arg", *bytes)]);
        let shown = String::from_utf8_lossy(bytes).into_owned();
        let check = run(map.path(), &["check"]);
        // A byte that is no letter of any name may still be a sound comment.
        let expected = i32::from(!bytes.starts_with(b"#"));
        assert_eq!(check.status, expected, "{shown:?}: {}", check.out);
        for command in ["table", "list", "fmt"] {
            let words: &[&str] = if command == "list" { &["list", "statements"] } else { &[command] };
            run(map.path(), words);
        }
    }
}

#[test]
fn what_says_nothing_is_sound() {
    for text in ["", "\n", " ", "\r\n\r\n", "\u{FEFF}", "\u{FEFF}\n", "# only a comment", "\u{3000}\n", "   \n      \n"]
    {
        let check = run(folder_of(text).path(), &["check"]);
        assert_eq!(check.status, 0, "{text:?}: {}{}", check.out, check.err);
    }
}

#[test]
fn line_ends_a_byte_order_mark_and_a_missing_last_newline_change_nothing() {
    let plain = "author a: A\nissue i: Q?\nsource s: S\n  by: a\n  date: 2017\n\nclaim c: one\n    two\n\n    three\n  holds i: yes\n  \
                 quote [1]: words\n# last\n\nclaim d: x\n  quote [2]: y\n";
    let shown = |text: String| {
        let map = folder_of(&text);
        let check = run(map.path(), &["check", "--format", "json"]);
        let list = run(map.path(), &["list", "statements", "--format", "json"]);
        (check.status, list.status, list.out)
    };
    let expected = shown(plain.to_owned());
    assert_eq!((expected.0, expected.1), (0, 0));
    for text in [
        plain.replace('\n', "\r\n"),
        format!("\u{FEFF}{plain}"),
        plain.trim_end().to_owned(),
        format!("\u{FEFF}{}", plain.trim_end().replace('\n', "\r\n")),
    ] {
        assert_eq!(shown(text.clone()), expected, "{text:?}");
    }
}

#[test]
fn every_script_is_prose_and_a_name() {
    let text = "author أحمد: أحمد שלום\nsource s: 日本語の題\n  by: أحمد\n  date: 2017\n\nclaim שלום: טקסט מימין לשמאל (עם סוגריים).\n  quote [1]: מילים\n\
                claim cafe\u{301}: e\u{301}\u{323}\u{301} 👩‍👩‍👧‍👦 🇯🇵 ﷽ Z̸̢͎a\u{336}l̷g̶o\n  because: שלום\n  quote [2]: 👍🏽\n\
                claim 主張: 日本語の文章。\n  because: café\n  quote [3]: 言葉\n";
    let map = folder_of(text);
    let check = run(map.path(), &["check"]);
    assert_eq!(check.status, 0, "{}", check.out);
    for format in ["terminal", "markdown", "csv", "json", "html", "latex"] {
        for width in ["20", "80"] {
            let shown = run(map.path(), &["show", "s.主張", "--format", format, "--width", width]);
            assert_eq!(shown.status, 0, "{}", shown.err);
            assert!(shown.out.contains("日本語"), "{format}: {}", shown.out);
        }
    }
    assert_eq!(run(map.path(), &["fmt"]).status, 0);
    assert_eq!(run(map.path(), &["check"]).out, check.out);
}

#[test]
fn errors_are_all_counted_and_few_are_printed() {
    for number in [150, 10_000, 12_000] {
        let text: String = (0..number).map(|index| format!("claim c{index}: x\n  becuase: y\n")).collect();
        let map = folder_of(&text);
        let check =
            run(map.path(), &["check", "--allow", "statement-without-source,claim-without-ground,duplicate-text"]);
        assert_eq!(check.status, 1);
        assert_eq!(check.out.matches("unknown-clause").count(), 100, "printed of {number}");
        assert!(check.out.contains(&format!("{number} errors")), "{}", &check.out[check.out.len() - 300..]);
    }
}
