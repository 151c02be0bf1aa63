//! Results of search alone: what the readings of a map have in common, and where they part.

use framework::Status;

use crate::analysis::evaluation::trace::Flaw;
use crate::model::StatementId;
use crate::page::{Mark, Runs};

use super::Teller;
use super::read_in::tilde;

impl Teller<'_> {
    pub(super) fn by_search(&self, statement: StatementId, status: Status) -> Vec<Runs> {
        let outcome = self.trace.outcome;
        let rule = outcome.semantics.name();
        let foes = self.trace.foes(statement);
        // An attacker that is certain to fall decides nothing.
        let open = foes.iter().find(|(from, _)| outcome.of_argument(*from) == Some(Status::Open));
        let foe = open.or(foes.first()).map(|&(_, foe)| self.foe(statement, foe));
        let needs = outcome.compiled.needs_reasons(statement);
        let single = outcome.semantics.is_single();
        match status {
            Status::Stands => vec![match foe {
                Some(foe) if single => foe.with(Mark::Plain, format!(", and the {rule} reading has an answer")),
                Some(foe) => foe.with(Mark::Plain, format!(", and every {rule} reading has an answer")),
                None if single => format!("the {rule} reading has a reason that carries it").into(),
                None => format!("every {rule} reading has a reason that carries it").into(),
            }],
            Status::Falls => {
                let standing = foes.iter().find(|(from, _)| outcome.of_argument(*from) == Some(Status::Stands));
                if let Some(&(_, foe)) = standing {
                    let every = if single { "the" } else { "every" };
                    let text = format!(", and stands in {every} {rule} reading");
                    return vec![self.foe(statement, foe).with(Mark::Plain, text)];
                }
                let whole = match (foe.is_some(), needs) {
                    (true, false) => "has something against it that stands",
                    (false, _) => "fells the reasons for it",
                    (true, true) => "has something against it that stands, or fells the reasons for it",
                };
                vec![format!("{} {rule} reading {whole}", if single { "the" } else { "every" }).into()]
            }
            Status::Open if single => {
                let runs = Runs::from(format!("the {rule} reading leaves it open"));
                self.undecided(statement, runs, foe.filter(|_| open.is_some()))
            }
            Status::Open => {
                let runs = if outcome.is_possible(statement) {
                    format!("it stands in some {rule} readings and not in others")
                } else {
                    format!("it stands in no {rule} reading, and some leave it open")
                };
                self.undecided(statement, runs.into(), foe.filter(|_| open.is_some()))
            }
        }
    }

    /// Adds what it depends on that is not decided: what is against it, or what it rests on.
    fn undecided(&self, statement: StatementId, runs: Runs, foe: Option<Runs>) -> Vec<Runs> {
        if let Some(foe) = foe {
            return vec![runs, foe];
        }
        let reason = self.trace.reasons(statement).find(|&reason| self.trace.holds(reason).is_none());
        let why = match reason.map(|reason| (reason, self.trace.flaw(reason))) {
            Some((reason, Flaw::Premise(premise))) => {
                let rests = Runs::from("it rests").joined(tilde(self.map.reasons[reason].inferred));
                Some(rests.with(Mark::Plain, " on ").joined(self.name(premise)))
            }
            Some((reason, Flaw::Denied(by))) => Some(self.denial(by, reason)),
            Some((_, Flaw::Circle)) => Some("its reasons go round in a circle".into()),
            None => None,
        };
        std::iter::once(runs).chain(why).collect()
    }
}
