//! Counterpoints that speak against nothing: seen only when every relation of the map is known.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::{RelationKind, StatementKind};

use super::resolver::Resolver;

pub(super) static COUNTERPOINT_WITHOUT_TARGET: Code = Code {
    name: "counterpoint-without-target",
    severity: Severity::Error,
    summary: "a counterpoint that does not say against what",
    explanation: "A counterpoint speaks against another statement: `against: X` attacks X itself, `undercuts: X because \
        A` grants A and denies that it shows X. A `reading` of the counterpoint may say it as well.\n\nAdd one of the \
        two, or make it a `claim`.",
};

impl Resolver<'_> {
    /// Says which counterpoints are directed against nothing.
    pub(super) fn check_counterpoints(&mut self) {
        for (id, statement) in self.map.statements.iter() {
            let is_target =
                |kind| matches!(kind, RelationKind::Against | RelationKind::Weakens | RelationKind::Undercuts);
            let mut relations = self.map.links.relations_from.of(id).iter();
            if statement.kind != StatementKind::Counterpoint
                || statement.incomplete
                || relations.any(|&relation| is_target(self.map.relations[relation].kind))
            {
                continue;
            }
            let message = "this counterpoint does not say what it speaks against";
            let diagnostic =
                Diagnostic::new(&COUNTERPOINT_WITHOUT_TARGET, self.map.head(id), message).label("against what?");
            let help = "add `against: STATEMENT` or `undercuts: STATEMENT because REASON`, or make it a `claim`";
            self.diagnostics.push(diagnostic.help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::example::findings;

    #[test]
    fn a_counterpoint_needs_a_target_and_a_reading_may_give_it() {
        assert_eq!(
            findings(&["claim a: x\ncounterpoint b: x\ncounterpoint: nameless\n  supports: above\n\
                        counterpoint c: x\nreading c\n  against: a\ncounterpoint d: x\n  againts: a\n"]),
            [
                "a.arg:2:14 counterpoint-without-target: this counterpoint does not say what it speaks against",
                "a.arg:3:1 counterpoint-without-target: this counterpoint does not say what it speaks against",
                "a.arg:9:3 unknown-clause: there is no clause `againts` [against]",
            ]
        );
    }
}
