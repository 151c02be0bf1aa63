//! Code of other languages, in every text that a map can hold: in no format is it more than text.

use super::laws::{FORMATS, held};
use super::program::{folder, run};

/// A map with `P` in every text.
const MAP: &str = "author a: P\n  of: P\n  note: P\nauthor b: P\n  of: Px\nissue i: P\n  position p: P\n  position q: Pq\n  scope: P\n  note: P\n\
    issue k: P\n  answers: scale\n  position x: P\n  position y: P\nterm t: P, word\n  note: P\nsource s: P\n  by: a\n  date: 2017\n  \
    kind: P\n  in: P\n  url: P\n  doi: P\n  cite: P\n  text: text.txt\n  note: P\nclaim c: P word\n  holds i (strongly): p if P\n  \
    holds k: x\n  weighs i: P\n  defines t: P\n  quote [B]: P\n  at: P\n  scheme: P\n  note: P\n  because: e\nevidence e: P\n  \
    kind: statistic\n  quote [B]: some words of P\ncounterpoint k2: P\n  against: c\nsource u: P\n  by: b\n  date: 2018\n  url: P\nclaim c: P \
    word\n  rejects i: p\n  holds k: y\n  against: s.c\n  note: P\n  quote: P\n";

const PAYLOADS: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "</style><script>1</script>",
    "<!-- x -->",
    "&lt;script&gt;",
    "javascript:alert(1)",
    "https://e.example/\"onmouseover=\"alert(1)",
    "=1+1",
    "\u{a0}＝1+1",
    "@SUM(A1)",
    "x;=HYPERLINK(\"http://e\",\"x\")",
    "x\";=1+1;\"y",
    "'x;+1+1",
    "x, =1+1",
    "[x](javascript:alert(1))",
    "![x](http://e.example/x.png)",
    "``` ` ```",
    "a | b \\| c \\",
    "\"; URL=\"javascript:alert(1)",
    "\u{202e}evil\u{1b}]0;x\u{7}",
];

const COMMANDS: &[&[&str]] = &[
    &["check"],
    &["table", "--cells", "text", "--derived"],
    &["compare", "a", "b"],
    &["show", "s.c"],
    &["show", "i"],
    &["list", "statements"],
    &["list", "sources"],
    &["terms", "t"],
    &["stand", "--why", "s.c"],
    &["quotes"],
];

#[test]
fn what_is_code_elsewhere_is_text_in_every_format() {
    for payload in PAYLOADS {
        let place = payload.replace([']', '\\'], "/");
        let text = MAP.replace('P', payload).replace("[B]", &format!("[{place}]"));
        let map = folder([("a.arg", text.as_str()), ("text.txt", payload)]);
        for command in COMMANDS {
            for format in FORMATS {
                let words = [command, &["--map", ".", "--format", format][..]].concat();
                let outcome = run(map.path(), &words);
                assert_ne!(outcome.status, 2, "{words:?} with {payload:?}: {}", outcome.err);
                if let Err(complaint) = held(&outcome, format) {
                    panic!("{words:?} with {payload:?} {complaint}");
                }
            }
        }
    }
}
