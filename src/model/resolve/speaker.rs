//! Owners of a statement, and the speakers in it.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::{AuthorId, StatementId, Voice};
use crate::syntax::tree::{Clause, Reference, Tree};
use crate::syntax::vocabulary::Qualifiers;
use crate::syntax::vocabulary::UNNAMED;

use super::resolver::Resolver;

pub(super) static NOT_JOINT_AUTHOR: Code = Code {
    name: "not-joint-author",
    severity: Severity::Error,
    summary: "`by` names somebody who is not an author of the source",
    explanation: "Below a statement, `by` narrows it to one of the authors who wrote its source together. Whoever is \
        merely reported there is a voice.\n\nWrite `voice: NAME` for somebody who is reported, or add the author to \
        the `by` of the source.",
};

pub(super) static ONE_VOICE: Code = Code {
    name: "one-voice",
    severity: Severity::Error,
    summary: "a statement with several voices",
    explanation: "`voice` says who speaks in a statement, where it is not the author: one author of the map, or \
        `unnamed`.\n\nWrite a statement for each voice, joined by `agrees`; or make the group an author of its own.",
};

impl Resolver<'_> {
    /// The voice of a statement. One that is not known is nobody's: the words must not become the author's own by an error.
    pub(super) fn voice(&mut self, tree: &Tree, clause: &Clause) -> (Voice, bool) {
        let mut voice = Voice {
            author: None,
            endorsed: clause.qualifiers.contains(Qualifiers::ENDORSED),
            disputed: clause.qualifiers.contains(Qualifiers::DISPUTED),
        };
        let whole = match tree.references(clause) {
            [name] if self.text(name.span) == UNNAMED => true,
            [name] => {
                voice.author = self.author(name.span);
                voice.author.is_some()
            }
            [_, second, ..] => {
                let message = "a statement speaks with one voice";
                let diagnostic = Diagnostic::new(&ONE_VOICE, second.span, message).label("a second voice");
                let help = "write a statement for each voice, or make the group an author of its own";
                self.diagnostics.push(diagnostic.help(help));
                false
            }
            [] => false,
        };
        (voice, whole)
    }

    /// The authors of a statement. Where nobody of its `by` is known it is nobody's, not every author's.
    pub(super) fn narrowed_authors(
        &mut self,
        tree: &Tree,
        clause: &Clause,
        id: Option<StatementId>,
    ) -> (Box<[AuthorId]>, bool) {
        let (mut authors, mut whole) = self.authors(tree, clause);
        let Some(source) = id.and_then(|id| self.map.statements[id].source) else { return (authors, whole) };
        let joint = &self.map.sources[source].authors;
        // Of a source without authors, or whose `by` is broken, nobody can say who is not among them.
        if joint.is_empty()
            || self.map.sources[source].incomplete
            || authors.iter().all(|author| joint.contains(author))
        {
            return (authors, whole);
        }
        whole = false;
        let (kept, others): (Vec<_>, Vec<_>) = authors.iter().partition(|author| joint.contains(author));
        authors = kept.into();
        let source_name = self.map.sources[source].name;
        for author in others {
            let display = self.text(self.map.authors[author].name);
            let written = |name: &&Reference| self.text(name.span) == display;
            let place = tree.references(clause).iter().find(written).map_or(clause.span, |name| name.span);
            let message = format!("`{display}` is not an author of `{}`", self.text(source_name));
            let diagnostic = Diagnostic::new(&NOT_JOINT_AUTHOR, place, message)
                .label("not an author of the source")
                .related(source_name, "the source");
            let help =
                format!("if {display} is reported here, write `voice: {display}`; else add it to the source's `by`");
            self.diagnostics.push(diagnostic.help(help));
        }
        (authors, whole)
    }
}

#[cfg(test)]
mod tests {
    use crate::model::example::{findings, map_of, statement};

    #[test]
    fn an_error_never_makes_words_the_authors_own() {
        let text = "author a: A\nauthor b: B\nauthor c: C\nsource s: S\n  by: a, b\nclaim e: x\n  voice: nobody\n  by: c\n\
                    claim f: x\n  voice: a, b\n  date: May\nevidence g: x\n  kind: statistics\n";
        let (map, _) = map_of(&[text]);
        let e = statement(&map, "s.e");
        assert!(map.statements[e].voice.is_some() && map.authors_of(e).is_empty());
        assert_eq!(map.omitted.clauses, 5);
        assert_eq!(
            findings(&[text]),
            [
                "a.arg:7:10 unknown-name: no author is called `nobody`",
                "a.arg:8:7 not-joint-author: `c` is not an author of `s`",
                "a.arg:10:13 one-voice: a statement speaks with one voice",
                "a.arg:11:9 bad-date: `May` is not a date",
                "a.arg:13:9 unknown-word: `kind` cannot be `statistics` [statistic]",
            ]
        );
    }
}
