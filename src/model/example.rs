//! Maps made of a few lines, for tests.

use crate::diagnostic::Diagnostics;
use crate::file::{File, Files};
use crate::syntax::parse;

use super::{Id, Map, StatementId, resolve};

/// Lines that make sense together, in some order.
pub(crate) const LINES: &[&str] = &[
    "author a: A",
    "author b: B",
    "source s: S",
    "source t: T",
    "from s",
    "from t",
    "from nowhere",
    "issue i: Q?",
    "issue j: Q?",
    "term w: W",
    "claim c: x",
    "claim d: x",
    "claim e: x",
    "claim: words of it",
    "evidence f: x",
    "evidence: words of it",
    "counterpoint g: x",
    "reading c",
    "reading s.d",
    "reading g",
    "clam c: x",
    "source",
    "  by: a",
    "  by: a, b",
    "  voice: b",
    "  voice: unnamed",
    "  date: 2017",
    "  date: never",
    "  kind: law",
    "  position p: P",
    "  position q: Q",
    "  answers: open",
    "  answers: maybe",
    "  holds i: p, yes",
    "  rejects i: q",
    "  holds i: no if x",
    "  holds i: yes if j: no",
    "  holds j: yes unless c and s.d",
    "  holds j: no if i and above",
    "  rejects j: no unless it rains",
    "  prefers i: p over q",
    "  weighs j: x",
    "  because: c and d, e",
    "  because: above",
    "  supports: c, above",
    "  against: d",
    "  undercuts: c because d",
    "  undercuts: e",
    "  despite: s.c",
    "  grants: t.d",
    "  agrees: e",
    "  same-fact: f",
    "  defines w: x",
    "  quote [1]: x",
    "  at: 2",
    "  tags: a, b",
    "  hold i: p",
    "  becuase: c",
    "  note: x",
];

/// The map of these files, called `a.arg`, `b.arg` and so on, and all that is wrong with them.
pub(crate) fn map_of(texts: &[&str]) -> (Map, Diagnostics) {
    let mut files = Files::default();
    for (text, letter) in texts.iter().zip('a'..) {
        files.add(File::new(format!("{letter}.arg"), *text));
    }
    let mut diagnostics = Diagnostics::default();
    let parse_one = |(id, file): (_, &File)| {
        let parsed = parse(id, &file.text);
        diagnostics.append(parsed.diagnostics);
        parsed.tree
    };
    let trees: Vec<_> = files.iter().map(parse_one).collect();
    let map = resolve::resolve(files, trees, &mut diagnostics);
    diagnostics.sort();
    (map, diagnostics)
}

/// The map of one sound file.
pub(crate) fn sound_map(text: &str) -> Map {
    let (map, diagnostics) = map_of(&[text]);
    assert_eq!(shown(&map, &diagnostics), [""; 0]);
    map
}

/// `path:line:column code: message (help) [fix]` of each finding.
pub(crate) fn shown(map: &Map, diagnostics: &Diagnostics) -> Vec<String> {
    let one = |diagnostic: &crate::diagnostic::Diagnostic| {
        let (path, place) = (&map.files.get(diagnostic.span.file).path, map.files.place(diagnostic.span));
        let fix = diagnostic.fix.as_ref().map_or(String::new(), |fix| format!(" [{}]", fix.replacement));
        let (code, message) = (diagnostic.code.name, &diagnostic.message);
        format!("{path}:{}:{} {code}: {message}{fix}", place.line, place.column)
    };
    diagnostics.kept().iter().map(one).collect()
}

/// Findings in these files.
pub(crate) fn findings(texts: &[&str]) -> Vec<String> {
    let (map, diagnostics) = map_of(texts);
    shown(&map, &diagnostics)
}

/// The statement that is shown by this name.
pub(crate) fn statement(map: &Map, name: &str) -> StatementId {
    let number = map.statements.ids().position(|id| map.statement_name(id) == name);
    Id::new(number.unwrap_or_else(|| panic!("no statement {name}")))
}
