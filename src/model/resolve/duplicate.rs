//! Gives names to things, each name to one only.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::file::Span;
use crate::model::{Entity, PositionId, Referent, Role, SourceId, StatementId};
use crate::syntax::vocabulary::{ABOVE, EntryKind, UNNAMED};

use super::lookup::kind_of;
use super::resolver::Resolver;

pub(super) static DUPLICATE_NAME: Code = Code {
    name: "duplicate-name",
    severity: Severity::Error,
    summary: "two things have the same name",
    explanation: "Authors, sources, issues, terms and the statements outside any source share one space of names; the \
        statements of each source and the positions of each issue have their own. In each, a name stands for one thing, \
        or nobody could tell which one is meant.\n\nGive one of the two another name. To go on with a source that is \
        defined elsewhere, write `from NAME` instead of a second `source NAME`.",
};

pub(super) static RESERVED_NAME: Code = Code {
    name: "reserved-name",
    severity: Severity::Error,
    summary: "a name that means something else already",
    explanation: "`above` stands for the claim before, and `unnamed` for a voice that belongs to nobody. A statement \
        called `above` or an author called `unnamed` could never be referred to.\n\nChoose another name.",
};

impl Resolver<'_> {
    /// Whether a name has a meaning of its own, so that it cannot be given; then that is said.
    pub(super) fn is_reserved(&mut self, name: Span, kind: EntryKind) -> bool {
        let meaning = match self.text(name) {
            ABOVE if kind.is_statement() => "the claim before",
            UNNAMED if kind == EntryKind::Author => "a voice that belongs to nobody",
            _ => return false,
        };
        let message = format!("`{}` stands for {meaning}", self.text(name));
        let diagnostic = Diagnostic::new(&RESERVED_NAME, name, message).label("cannot be given as a name");
        self.diagnostics.push(diagnostic.help("choose another name"));
        true
    }

    /// Gives a name of the space that all files share; `false` if it is taken.
    pub(super) fn define_shared(&mut self, name: Span, named: Entity) -> bool {
        let Err((place, taken)) = self.map.names.shared.insert(self.files, name, named) else {
            self.mention(name, Referent::Entity(named), Role::Definition);
            return true;
        };
        let help = match (named, taken) {
            (Entity::Source(_), Entity::Source(_)) => {
                format!("to go on with that source, write `from {}`; else choose another name", self.text(name))
            }
            _ => "authors, sources, issues, terms and statements outside any source share their names: choose another"
                .to_owned(),
        };
        self.report_duplicate(name, place, kind_of(taken), help);
        false
    }

    /// Gives a name to a statement of a source; `false` if it is taken.
    pub(super) fn define_own(&mut self, source: SourceId, name: Span, statement: StatementId) -> bool {
        let Err((place, _)) = self.map.names.own[source.index()].insert(self.files, name, statement) else {
            self.mention(name, Referent::Entity(Entity::Statement(statement)), Role::Definition);
            return true;
        };
        let help = "each statement of a source has a name of its own: choose another".to_owned();
        self.report_duplicate(name, place, "a statement", help);
        false
    }

    /// Gives a name to a position of the last issue that has a table of names; `false` if it is taken.
    pub(super) fn define_position(&mut self, name: Span, position: PositionId) -> bool {
        let names = self.map.names.positions.last_mut().expect("an issue has its table before its positions");
        let Err((place, _)) = names.insert(self.files, name, position) else {
            self.mention(name, Referent::Position(position), Role::Definition);
            return true;
        };
        let help = "each position of an issue has a name of its own: choose another".to_owned();
        self.report_duplicate(name, place, "a position", help);
        false
    }

    fn report_duplicate(&mut self, name: Span, taken_at: Span, taken_by: &str, help: String) {
        let text = self.text(name);
        let diagnostic = Diagnostic::new(&DUPLICATE_NAME, name, format!("the name `{text}` is taken"))
            .label("given a second time")
            .related(taken_at, format!("{taken_by} has it already"));
        self.diagnostics.push(diagnostic.help(help));
    }
}

#[cfg(test)]
mod tests {
    use crate::model::example::{findings, map_of};

    #[test]
    fn a_name_stands_for_one_thing_in_each_space() {
        let text = "author x: X\nissue x: Q?\nissue i: Q?\n  position p: P\n  position p: again\nclaim x: loose\n\
                    source s: S\nclaim x: own\nclaim x: again\nsource s: again\nclaim y: of nobody\nclaim above: x\n\
                    author unnamed: U\n";
        assert_eq!(
            findings(&[text]),
            [
                "a.arg:2:7 duplicate-name: the name `x` is taken",
                "a.arg:5:12 duplicate-name: the name `p` is taken",
                "a.arg:6:7 duplicate-name: the name `x` is taken",
                "a.arg:9:7 duplicate-name: the name `x` is taken",
                "a.arg:10:8 duplicate-name: the name `s` is taken",
                "a.arg:13:8 reserved-name: `unnamed` stands for a voice that belongs to nobody",
            ]
        );
        let (map, _) = map_of(&[text]);
        assert_eq!((map.statements.len(), map.omitted.sourceless), (1, 2));
        assert_eq!(findings(&["claim above: x\n"]), ["a.arg:1:7 reserved-name: `above` stands for the claim before"]);
    }
}
