//! Undercuts that strike nothing: seen only when every reason of the map is known.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::file::Span;
use crate::model::Relation;

use super::resolver::Resolver;

pub(super) static NO_SUCH_REASON: Code = Code {
    name: "no-such-reason",
    severity: Severity::Error,
    summary: "an undercut of a reason that is not given",
    explanation: "`undercuts: X because A` grants A and denies that it shows X. So A has to be among the reasons that \
        the map gives for X; with no `because`, X needs a reason at all.\n\nTo attack X itself, write `against: X`. To \
        hold something although X, write `despite: X`. If the author does argue from A to X, add `because: A` to X \
        first.",
};

impl Resolver<'_> {
    /// Takes out the undercuts that strike no reason, and says so.
    pub(super) fn check_undercuts(&mut self) {
        let mut failed = Vec::new();
        for (at, because) in std::mem::take(&mut self.undercuts) {
            let relation = &self.relations[at];
            if self.strikes_something(relation) {
                continue;
            }
            failed.push(at);
            let from = relation.from;
            if !self.map.statements[relation.to].incomplete {
                let diagnostic = self.no_such_reason(relation, because);
                self.diagnostics.push(diagnostic);
            }
            self.map.statements[from].incomplete = true;
        }
        self.map.omitted.clauses += failed.len();
        if !failed.is_empty() {
            let (mut at, mut failed) = (0, failed.into_iter().peekable());
            self.relations.retain(|_| {
                at += 1;
                failed.next_if(|&out| out + 1 == at).is_none()
            });
        }
    }

    fn strikes_something(&self, relation: &Relation) -> bool {
        let reasons = self.map.links.reasons_for.of(relation.to);
        reasons.iter().any(|&reason| {
            let premises = &self.map.reasons[reason].premises;
            relation.because.iter().all(|premise| premises.contains(premise))
        })
    }

    fn no_such_reason(&self, relation: &Relation, because: Option<Span>) -> Diagnostic {
        let struck = self.text(relation.span);
        let diagnostic = match because {
            None => Diagnostic::new(&NO_SUCH_REASON, relation.span, format!("`{struck}` has no reason to undercut"))
                .label("no reason is given for it"),
            Some(because) => {
                let message = format!("`{}` is no reason of `{struck}`", self.text(because));
                Diagnostic::new(&NO_SUCH_REASON, because, message).label("not among its reasons")
            }
        };
        let diagnostic = match self.map.links.reasons_for.of(relation.to) {
            [first, ..] => diagnostic.related(self.map.reasons[*first].span, "a reason that is given for it"),
            [] => diagnostic,
        };
        diagnostic.help(format!(
            "to attack it, write `against: {struck}`; to hold this although it is so, write `despite: {struck}`"
        ))
    }
}

#[cfg(test)]
mod tests {
    use crate::model::example::{findings, map_of, sound_map, statement};

    const GROUNDS: &str = "source s: S\nclaim a: x\n  because: b and c\nclaim b: x\nclaim c: x\nclaim bare: x\n";

    #[test]
    fn an_undercut_strikes_a_reason_wherever_that_is_written() {
        let text = format!("source t: T\ncounterpoint u: x\n  undercuts: s.a because b\n{GROUNDS}");
        let map = sound_map(&text);
        let relation = &map.relations[map.relations_from(statement(&map, "t.u"))[0]];
        assert_eq!(relation.because.as_ref(), [statement(&map, "s.b")]);
    }

    #[test]
    fn an_undercut_of_nothing_says_what_to_write_instead() {
        let text = format!(
            "{GROUNDS}source t: T\nclaim own: x\ncounterpoint u: x\n  undercuts: s.a because bare, s.bare\n  \
             undercuts: s.bare\ncounterpoint v: x\n  undercuts: s.a because bare\n  against: s.b\n"
        );
        let found = findings(&[&text]);
        assert_eq!(
            found[1..],
            [
                "a.arg:11:14 no-such-reason: `s.bare` has no reason to undercut",
                "a.arg:13:26 no-such-reason: `bare` is no reason of `s.a`",
            ]
        );
        let (map, _) = map_of(&[&text]);
        assert_eq!((map.relations.len(), map.omitted.clauses), (1, 3));
    }

    #[test]
    fn a_reason_that_is_lost_by_an_error_is_not_asked_for() {
        let found = findings(&["claim a: x\n  because: nowhere\ncounterpoint u: x\n  undercuts: a\n"]);
        assert_eq!(found, ["a.arg:2:12 unknown-name: no statement is called `nowhere`"]);
    }
}
