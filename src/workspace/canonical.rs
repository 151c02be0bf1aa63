//! The canonical form of the files of a map: what `fmt` writes.

use foldhash::HashMap;

use super::Workspace;
use super::levels::Levels;
use crate::check::INDENTED_CLAUSE;
use crate::diagnostic::{Diagnostic, Severity};
use crate::file::FileId;
use crate::model::StatementKind;
use crate::syntax::{parse, printer};

impl Workspace {
    /// Whether a text of a file has a line that may have been meant as a clause, and nobody said that it was not: wrapped with the
    /// lines around it, it could not be found again.
    pub fn has_doubtful_line(&self, id: FileId, levels: &Levels) -> bool {
        let is_doubtful = |found: &Diagnostic| found.span.file == id && *found.code == INDENTED_CLAUSE;
        levels.severity(&INDENTED_CLAUSE).is_some() && self.diagnostics.kept().iter().any(is_doubtful)
    }

    /// The canonical form of a file; `None` if something in it is not understood and would be lost. With `naming`, claims without a name
    /// get the one by which they are known.
    pub fn canonical(&self, id: FileId, naming: bool) -> Option<String> {
        let map = &self.map;
        let file = map.files.get(id);
        let parsed = parse(id, &file.text);
        let has_errors = parsed.diagnostics.counts().iter().any(|(code, _)| code.severity == Severity::Error);
        if has_errors || file.damage.is_some() {
            return None;
        }
        let nameless = map
            .statements
            .iter()
            .filter(|(_, it)| naming && it.name.is_none() && it.kind == StatementKind::Claim && it.span.file == id);
        let drafted: HashMap<u32, String> =
            nameless.map(|(statement, it)| (it.span.start, map.own_name(statement).to_owned())).collect();
        Some(printer::print(&file.text, &parsed.tree, |entry| drafted.get(&entry.span.start).cloned()))
    }
}
