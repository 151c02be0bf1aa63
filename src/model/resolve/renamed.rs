//! Names that things had before: they lead to the new ones.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::file::Span;
use crate::model::name::NameTable;
use crate::model::{Entity, Referent, Role, SourceId, StatementId};
use crate::syntax::tree::{Entry, Tree};
use crate::syntax::vocabulary::ClauseKind;

use super::collect::SharedEntry;
use super::lookup::kind_of;
use super::resolver::Resolver;
use super::scope::{Scope, Section};

pub(super) static RENAMED_NAME: Code = Code {
    name: "renamed-name",
    severity: Severity::Warning,
    summary: "a name that something had before",
    explanation: "`renamed: OLD` says what an entry was called before, so that addresses and other maps that still use the old name \
        find it. Within the map the new name is known: whoever reads both would take them for two things.\n\nWrite the new name.",
};

pub(super) static OLD_NAME_IN_USE: Code = Code {
    name: "old-name-in-use",
    severity: Severity::Error,
    summary: "an old name that is the name of something now",
    explanation: "What `renamed` gives leads to the entry that it stands under, and a name can lead to one thing only.\n\nTake the old \
        name out of `renamed`, or give what is called so now another name.",
};

impl Resolver<'_> {
    /// Gathers what everything was called before, when all is known that is called something now.
    pub(super) fn collect_former(&mut self, shared: &[SharedEntry<'_>], sections: &[Section<'_>]) {
        self.map.names.former_own.resize_with(self.map.sources.len(), NameTable::default);
        for &(tree, entry, named) in shared {
            if let Some(named) = named {
                self.former_names(tree, entry, named, None);
            }
        }
        for section in sections {
            let entries = section.entries.iter().filter(|entry| entry.kind.is_statement());
            for (entry, &statement) in entries.zip(&section.statements) {
                let source = if let Scope::Source(source) = section.scope { Some(source) } else { None };
                if let Some(statement) = statement {
                    self.former_names(section.tree, entry, Entity::Statement(statement), source);
                }
            }
        }
    }

    fn former_names(&mut self, tree: &Tree, entry: &Entry, named: Entity, source: Option<SourceId>) {
        let Some(clause) = tree.first_clause(entry, ClauseKind::Renamed) else { return };
        for name in tree.references(clause).iter().map(|reference| reference.span) {
            let (files, names) = (self.files, &mut self.map.names);
            let text = files.text(name);
            let taken = if let (Some(source), Entity::Statement(statement)) = (source, named) {
                let now = names.own[source.index()].get_with_place(files, text).map(|(place, _)| place);
                let former = &mut names.former_own[source.index()];
                now.or_else(|| former.insert(files, name, statement).err().map(|(place, _)| place))
            } else {
                let now = names.shared.get_with_place(files, text).map(|(place, _)| place);
                now.or_else(|| names.former.insert(files, name, named).err().map(|(place, _)| place))
            };
            match taken {
                None => self.mention(name, Referent::Entity(named), Role::Former),
                Some(place) => {
                    let message = format!("`{text}` is a name already");
                    let diagnostic =
                        Diagnostic::new(&OLD_NAME_IN_USE, name, message).label("an old name that is in use");
                    let diagnostic = diagnostic.related(place, format!("what `{text}` leads to"));
                    self.map.omitted.clauses += 1;
                    self.diagnostics.push(diagnostic.help("take it out, or give the other another name"));
                }
            }
        }
    }

    /// Entity that had this name before in the space that all files share; a finding says that it is renamed.
    pub(super) fn formerly(&mut self, name: Span) -> Option<Entity> {
        let named = self.map.names.former.get(self.files, self.text(name))?;
        self.report_renamed(name, named);
        Some(named)
    }

    /// The statement of a source that was called so before; that it is mentioned so is said.
    pub(super) fn formerly_in(&mut self, source: SourceId, name: Span) -> Option<StatementId> {
        let statement = self.map.names.former_own[source.index()].get(self.files, self.text(name))?;
        self.report_renamed(name, Entity::Statement(statement));
        Some(statement)
    }

    fn report_renamed(&mut self, name: Span, named: Entity) {
        self.mention(name, Referent::Entity(named), Role::Name);
        let map = &self.map;
        let now = match named {
            Entity::Author(id) => Some(map.authors[id].name),
            Entity::Source(id) => Some(map.sources[id].name),
            Entity::Issue(id) => Some(map.issues[id].name),
            Entity::Term(id) => Some(map.terms[id].name),
            Entity::Side(id) => Some(map.sides[id].name),
            Entity::Statement(id) => map.statements[id].name,
        };
        let Some(now) = now else { return };
        let (old, new) = (self.text(name), self.text(now));
        let message = format!("`{old}` is called `{new}` by now");
        let diagnostic =
            Diagnostic::new(&RENAMED_NAME, name, message).label(format!("an old name of {}", kind_of(named)));
        self.diagnostics.push(diagnostic.related(now, "the new name").help(format!("write `{new}`")).fix(name, new));
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Entity;
    use crate::model::example::{findings, map_of, statement};

    #[test]
    fn an_old_name_leads_to_the_new_one() {
        let text = "author b: B\n  renamed: a\nissue j: Q?\n  renamed: i\nsource t: T\n  by: a\n  renamed: s\nclaim d: x\n  renamed: c\n  \
                    holds i: yes\nclaim e: x\n  because: c\nclaim f: x\n  against: s.c\n";
        assert_eq!(
            findings(&[text]),
            [
                "a.arg:6:7 renamed-name: `a` is called `b` by now [b]",
                "a.arg:10:9 renamed-name: `i` is called `j` by now [j]",
                "a.arg:12:12 renamed-name: `c` is called `d` by now [d]",
                "a.arg:14:12 renamed-name: `s` is called `t` by now [t]",
                "a.arg:14:14 renamed-name: `c` is called `d` by now [d]",
            ]
        );
        let (map, _) = map_of(&[text]);
        assert!(map.omitted.is_nothing());
        assert_eq!(map.find("s.c"), Some(Entity::Statement(statement(&map, "t.d"))));
        let former = ["b", "j", "t", "t.d", "t.e"].map(|name| map.former_names(map.find(name).expect(name)));
        assert_eq!(former, [vec!["a"], vec!["i"], vec!["s"], vec!["c"], Vec::new()]);
    }

    #[test]
    fn an_old_name_is_nobody_elses() {
        let text = "author a: A\nauthor b: B\n  renamed: a, c\nauthor d: D\n  renamed: c\n";
        assert_eq!(
            findings(&[text]),
            ["a.arg:3:12 old-name-in-use: `a` is a name already", "a.arg:5:12 old-name-in-use: `c` is a name already"]
        );
    }
}
