//! Orders to a terminal, in every place of a file: none of them comes out of any command.

use super::program::{Outcome, folder, run};

/// An escape sequence, a bell, an 8-bit control, an order to turn writing around, and DEL.
const ORDERS: &str = "\u{1b}[31m\u{7}\u{9b}2J\u{202e}\u{2066}\u{7f}\u{1b}]0;title\u{7}";

/// A map with orders in every text and name, also where that is an error; what is sound of it is still a map.
fn map() -> String {
    let sound = "author a: AX\n  of: OX\n  note: NX\nissue i: QX?\n  position p: PX\n  position q: RX\n  scope: SX\n  note: NX\n\
                 term t: TX\n  note: NX\nsource s: SX\n  by: a\n  date: 2017\n  kind: KX\n  in: IX\n  url: UX\n  doi: DX\n  cite: CX\n  \
                 text: FX\n  note: NX\nclaim c: TX\n  holds i: p if CX\n  weighs i: WX\n  defines t: DX\n  quote [PX]: WX\n  at: AX\n  \
                 scheme: SX\n  note: NX\n  because: e\nevidence e: EX\n  kind: KX\n  quote: QX\ncounterpoint k: KX\n  against: c\nclaim: X\n\
                 source u: UX\n  by: b\n  date: X\nauthor b: BX\nclaim c: TX\n  rejects i: p\n# X\n";
    let broken = "cX: a\nclaim nX: a\nclaim d: x\n  bX: a\n  because: X\n  because: eX\n  holds iX: p\n  holds i (sX): p\n  kind: X\n\
                  include X\n X\n\tX\nclaim e (unstatedX: x\n";
    (sound.to_owned() + broken).replace('X', ORDERS)
}

fn assert_harmless(outcome: &Outcome, words: &[&str]) {
    for text in [&outcome.out, &outcome.err] {
        let acts = |letter: char| {
            letter.is_control() && letter != '\n' || matches!(letter, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        if let Some(at) = text.find(acts) {
            panic!("{words:?} prints {:?}", text[at..].chars().take(20).collect::<String>());
        }
    }
}

#[test]
fn no_command_prints_an_order_to_the_terminal() {
    let name = format!("b{ORDERS}.arg");
    let map = folder([("a.arg", map().as_bytes()), (&name, &b"claim loose: x\n  because: nothing\n"[..])]);
    let commands: &[&[&str]] = &[
        &["check"],
        &["table"],
        &["table", "--cells", "text"],
        &["table", "--cells", "quotes"],
        &["compare", "a", "b"],
        &["compare", "s", "u"],
        &["show", "s.c"],
        &["show", "i"],
        &["show", "a"],
        &["show", "s"],
        &["show", "t"],
        &["list", "authors"],
        &["list", "sources"],
        &["list", "issues"],
        &["list", "statements"],
        &["list", "statements", "--unanswered"],
        &["list", "terms"],
    ];
    for command in commands {
        for format in ["terminal", "markdown", "csv", "json", "html", "latex"] {
            let words = [command, &["--format", format][..]].concat();
            let outcome = run(map.path(), &words);
            assert_ne!(outcome.status, 2, "{words:?}: {}", outcome.err);
            // Tables of CSV end their lines as the standard says.
            let out = if format == "csv" { outcome.out.replace("\r\n", "\n") } else { outcome.out };
            assert_harmless(&Outcome { out, ..outcome }, &words);
        }
    }
    let names = format!("x{ORDERS}");
    for words in [
        &["fmt", "--diff"][..],
        &["fmt", "--check"],
        &["show", &names],
        &["compare", &names, "a"],
        &["explain", &names],
        &["list", "statements", "--author", &names],
        &["check", "--deny", &names],
        &["check", &names],
    ] {
        assert_harmless(&run(map.path(), words), words);
    }
}
