//! Every attack on a statement and every reason for it that a verdict counts, each in a sentence with how it fares.

use framework::{Argument, Status};

use crate::analysis::evaluation::trace::{Flaw, Foe};
use crate::model::{ReasonId, StatementId};
use crate::page::{Mark, Runs};
use crate::view::wording::named;
use crate::view::wording::speech::sentence;

use super::Teller;
use super::read_in::tilde;

impl Teller<'_> {
    /// Attacks on a statement, each with what became of it; also those that do not count for the audience.
    pub fn attacks(&self, statement: StatementId) -> Vec<Runs> {
        let foes = self.trace.foes(statement).into_iter();
        let told = foes.map(|(from, foe)| sentence(self.attack_with_fate(statement, from, foe)));
        told.chain(self.overridden(statement).map(sentence)).collect()
    }

    fn attack_with_fate(&self, statement: StatementId, from: Argument, foe: Foe) -> Runs {
        let runs = self.foe(statement, foe);
        let Some(speaker) = foe.speaker() else { return runs };
        match self.trace.outcome.of_argument(from) {
            Some(Status::Falls) => runs.with(Mark::Plain, ", but ").joined(self.failure(speaker)),
            Some(Status::Stands) => runs.joined(self.prevails(speaker)),
            _ => match self.trace.back(statement, speaker) {
                Some(back) => runs.with(Mark::Plain, ", and it attacks back").joined(tilde(self.is_read_in(back))),
                None => runs.with(Mark::Plain, ", and is open itself"),
            },
        }
    }

    /// Reasons for a statement, each with what became of it; and who undercuts it.
    pub fn grounds(&self, statement: StatementId) -> Vec<Runs> {
        let reasons: Vec<ReasonId> = self.trace.reasons(statement).collect();
        reasons.into_iter().flat_map(|reason| self.reason_with_fate(reason)).map(sentence).collect()
    }

    fn reason_with_fate(&self, reason: ReasonId) -> Vec<Runs> {
        let what = &self.map.reasons[reason];
        let premises = named::and(what.premises.iter().map(|&premise| self.name(premise)));
        let (is, are) =
            if what.premises.len() > 1 { (" are together a reason", " fail") } else { (" is a reason", " fails") };
        let runs = premises.with(Mark::Plain, is).joined(tilde(what.inferred));
        let fate = match (self.trace.holds(reason), self.trace.flaw(reason)) {
            (Some(true), _) => runs.with(Mark::Plain, ", and holds"),
            (Some(false), Flaw::Denied(_)) => runs.with(Mark::Plain, format!(", and{are}")),
            (Some(false), Flaw::Premise(_)) => runs.with(Mark::Plain, ", and falls itself"),
            (None, Flaw::Premise(_)) => runs.with(Mark::Plain, ", and is open itself"),
            (_, Flaw::Circle) => runs.with(Mark::Plain, ", and goes round in a circle"),
            (None, _) => runs.with(Mark::Plain, ", and is open"),
        };
        let denials = self.trace.denials(reason).into_iter().map(|by| {
            let runs =
                self.name(by).with(Mark::Plain, " undercuts that").joined(tilde(self.is_undercut_read_in(by, reason)));
            match self.trace.outcome.of(by) {
                Some(Status::Falls) => runs.with(Mark::Plain, ", but ").joined(self.failure(by)),
                Some(Status::Stands) => runs.joined(self.prevails(by)),
                _ => runs.with(Mark::Plain, ", and is open itself"),
            }
        });
        std::iter::once(fate).chain(denials).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::example::{scene, whole};
    use crate::study::Study;
    use crate::view::stand::why::Teller;

    #[test]
    fn every_attack_and_reason_is_named_with_its_fate_and_the_sign_of_what_was_read_in() {
        let map = scene(
            "@ann-2015\n\nclaim a: A.\n  because: b\n  because (inferred): c\n\nclaim b: B.\n\nclaim c: C.\n\nclaim reply: R.\n  against: bob-2015.foe\n\n\
             @bob-2015\n\nclaim foe: F.\n  against: ann-2015.a\n\nclaim other: O.\n  against (inferred): ann-2015.a\n\n\
             claim under: U.\n  undercuts (inferred): ann-2015.a because ann-2015.c\n",
        );
        let selection = whole(&map);
        let study = Study::new(&map, &selection);
        let trace = study.trace();
        let teller = Teller::new(&map, &trace, None);
        let a = map.statements.ids().next().expect("it is there");
        let told: Vec<String> =
            teller.attacks(a).iter().chain(&teller.grounds(a)).map(crate::page::Runs::plain).collect();
        let expected = [
            "Bob's ‘F’ attacks it, but Ann's ‘R’ answers that.",
            "Bob's ‘O’ attacks it~, and nobody has answered that.",
            "Ann's ‘B’ is a reason, and holds.",
            "Ann's ‘C’ is a reason~, and fails.",
            "Bob's ‘U’ undercuts that~, and nobody has answered that.",
        ];
        assert_eq!(told, expected);
    }
}
