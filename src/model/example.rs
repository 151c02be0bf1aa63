//! Maps made of a few lines, for tests.

use crate::diagnostic::Diagnostics;
use crate::file::{File, Files};
use crate::syntax::parse;

use super::{Id, Map, StatementId, resolve};

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

/// What is wrong with these files.
pub(crate) fn findings(texts: &[&str]) -> Vec<String> {
    let (map, diagnostics) = map_of(texts);
    shown(&map, &diagnostics)
}

/// The statement that is shown by this name.
pub(crate) fn statement(map: &Map, name: &str) -> StatementId {
    let number = map.statements.ids().position(|id| map.statement_name(id) == name);
    Id::new(number.unwrap_or_else(|| panic!("no statement {name}")))
}
