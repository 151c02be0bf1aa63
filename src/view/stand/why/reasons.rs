//! Reasons of a statement, and what follows from it.

use framework::Status;

use crate::analysis::evaluation::audience::Relevance;
use crate::analysis::evaluation::trace::Flaw;
use crate::model::{ReasonId, StatementId};
use crate::page::{Mark, Runs};

use super::Teller;
use super::fared::Fared;
use super::read_in::tilde;
use crate::view::wording::named;

/// How many reasons that fail are named.
const NAMED: usize = 2;
/// Said of a statement against which nothing counts.
const NOTHING: &str = "nothing attacks it";

impl Teller<'_> {
    /// Nothing that counts is against it.
    pub(super) fn unattacked(&self, statement: StatementId) -> Runs {
        let disputed = self.map.statements[statement].voice.is_some_and(|voice| voice.disputed);
        self.overridden(statement).unwrap_or_else(|| {
            if !disputed {
                return NOTHING.into();
            }
            let verb = if self.map.authors_of(statement).len() > 1 { "dispute" } else { "disputes" };
            format!("{} {verb} it; nothing else attacks it", self.speech.makers(statement)).into()
        })
    }

    /// That nothing attacks it; where one of its reasons is undercut in vain, that alone is told.
    pub(super) fn unattacked_or_undercut(&self, statement: StatementId) -> Vec<Runs> {
        let unattacked = self.unattacked(statement);
        let undercut = self.undercut_in_vain(statement);
        let is_undercut = || {
            let carrier = self.trace.carrier(statement);
            undercut.is_some() || carrier.is_some_and(|carrier| self.denied_in_vain(carrier).is_some())
        };
        let first = Some(unattacked).filter(|told| told.plain() != NOTHING || !is_undercut());
        first.into_iter().chain(undercut.clone()).collect()
    }

    /// How the reasons fare for a statement that stands, where there is anything to say of it.
    pub(super) fn support(&self, statement: StatementId) -> Vec<Runs> {
        let reasons: Vec<ReasonId> = self.trace.reasons(statement).collect();
        let fared = Fared::new(self.map, self.trace, &reasons);
        let mut told: Vec<Runs> = match fared.weak() {
            0 => Vec::new(),
            weak if weak < reasons.len() => vec![fared.told("for it")],
            _ => vec![self.unsupported(statement, &reasons, &fared)],
        };
        if let Some(carrier) = self.trace.carrier(statement) {
            told.extend(self.denied_in_vain(carrier));
            told.extend(self.saved(statement, carrier));
        }
        told
    }

    /// No reason holds for a statement that stands.
    fn unsupported(&self, statement: StatementId, reasons: &[ReasonId], fared: &Fared) -> Runs {
        let granted = self.audience.is_some_and(|(audience, _)| audience.of(statement) == Relevance::Granted);
        let given = reasons.iter().any(|&reason| self.map.is_given(&self.map.reasons[reason]));
        match (granted, given) {
            (true, _) => fared.told("for it").with(Mark::Plain, ", but what is granted needs none"),
            (_, true) => Runs::from("yet ").joined(fared.told("for it")),
            // Nobody misses a reason that its own author never gave.
            (_, false) => fared.told("that only others bring for it"),
        }
    }

    /// `N undercuts A as a reason, but M answers that`, of a reason that its own authors, or those who say the same, give for a
    /// statement that nothing attacks; of the reason that carries it that is told with its support.
    pub(super) fn undercut_in_vain(&self, statement: StatementId) -> Option<Runs> {
        let outcome = self.trace.outcome;
        let others = outcome.compiled.members(statement).iter().copied().filter(|&member| member != statement);
        let reasons = std::iter::once(statement).chain(others).flat_map(|member| self.trace.reasons(member));
        let given = reasons.filter(|&reason| self.map.is_given(&self.map.reasons[reason]));
        let carrier = self.trace.carrier(statement);
        let mut denied = given.filter(|&reason| Some(reason) != carrier && self.trace.holds(reason) == Some(true));
        denied.find_map(|reason| {
            let by = self.trace.denials(reason).into_iter().next()?;
            Some(self.denial(by, reason).with(Mark::Plain, ", but ").joined(self.failure(by)))
        })
    }

    /// `N undercuts A as a reason, but M answers that`, of a reason that holds.
    fn denied_in_vain(&self, carrier: ReasonId) -> Option<Runs> {
        let told = |by: StatementId, but: Runs| self.denial(by, carrier).with(Mark::Plain, ", but ").joined(but);
        if let Flaw::Denied(by) = self.trace.flaw(carrier) {
            let gone = self.trace.outcome.compiled.is_gone(by);
            return (!gone).then(|| told(by, self.failure(by)));
        }
        let falls = |by: &StatementId| self.trace.outcome.of(*by) == Some(Status::Falls);
        let discounted = || self.trace.outcome.compiled.discounted.denying(carrier);
        match (discounted().find(|by| !falls(by)).or_else(|| discounted().next()), self.audience) {
            (Some(by), _) if falls(&by) => Some(told(by, self.failure(by))),
            (Some(by), Some((audience, name))) => {
                let gives = if audience.is_joint() { "give" } else { "gives" };
                Some(told(by, format!("that does not count for {name}, who {gives} this reason").into()))
            }
            _ => None,
        }
    }

    /// Premises that fall and are said by others as well, which saves a statement.
    fn saved(&self, statement: StatementId, carrier: ReasonId) -> Vec<Runs> {
        let outcome = self.trace.outcome;
        let mut told = Vec::new();
        if !outcome.compiled.needs_reasons(statement) {
            return told;
        }
        for &premise in self.map.reasons[carrier].premises.iter() {
            if outcome.of(premise) == Some(Status::Stands) {
                continue;
            }
            if let Some(other) = self.stands_elsewhere(premise) {
                told.push(self.rests_on(premise, carrier));
                told.push(self.says_the_same_and_stands(other, premise));
            }
        }
        told
    }

    /// `It rests on P, which falls`
    fn rests_on(&self, premise: StatementId, reason: ReasonId) -> Runs {
        let runs = self.rests_on_what(premise, reason);
        runs.with(Mark::Plain, format!(", which {}", self.fares(premise)))
    }

    /// `It rests on P`, with the sign of the mapper's reading where the reason is one.
    pub fn rests_on_what(&self, premise: StatementId, reason: ReasonId) -> Runs {
        let runs = Runs::from("It rests").joined(tilde(self.map.reasons[reason].inferred)).with(Mark::Plain, " on ");
        runs.joined(self.name(premise))
    }

    pub(super) fn unmet(&self, statement: StatementId) -> Vec<Runs> {
        let failing: Vec<_> = self.trace.reasons(statement).collect();
        if failing.is_empty() {
            return vec!["no reason is given for it, and evidence alone stands by itself".into()];
        }
        let fared = Fared::new(self.map, self.trace, &failing);
        let mut told = vec![fared.told("for it")];
        told.extend(self.flaws(&failing));
        told
    }

    /// Flaws of some reasons, as far as a reader follows.
    fn flaws(&self, reasons: &[ReasonId]) -> Vec<Runs> {
        let told = reasons.iter().take(NAMED).map(|&reason| match self.trace.flaw(reason) {
            Flaw::Premise(premise) => self.rests_on(premise, reason),
            Flaw::Denied(by) => {
                let open = self.trace.holds(reason).is_none();
                self.denial(by, reason).with(Mark::Plain, if open { ", and is open itself" } else { "" })
            }
            Flaw::Circle => "one goes round in a circle".into(),
        });
        told.collect()
    }

    /// `No reason for it holds, either`, of a statement that something else fells, or keeps open, as well.
    pub(super) fn ungrounded(&self, statement: StatementId) -> Vec<Runs> {
        let compiled = &self.trace.outcome.compiled;
        let reasons: Vec<ReasonId> = self.trace.reasons(statement).collect();
        let fared = Fared::new(self.map, self.trace, &reasons);
        if reasons.is_empty() || !fared.none_holds() || !compiled.needs_reasons(statement) {
            return Vec::new();
        }
        let mut told = vec![fared.told("for it").with(Mark::Plain, ", too")];
        told.extend(self.flaws(&reasons));
        told
    }

    /// `Z undercuts A as a reason`: Z grants A, and says that it shows nothing.
    pub fn denial(&self, by: StatementId, reason: ReasonId) -> Runs {
        let runs = self.name(by).with(Mark::Plain, " undercuts").joined(tilde(self.is_undercut_read_in(by, reason)));
        runs.with(Mark::Plain, " ").joined(self.given_as(reason))
    }

    /// `A and B as a reason`
    pub fn given_as(&self, reason: ReasonId) -> Runs {
        let what = &self.map.reasons[reason];
        let runs = named::and(what.premises.iter().map(|&premise| self.name(premise)));
        runs.with(Mark::Plain, " as a reason").joined(tilde(what.inferred))
    }

    pub(super) fn wanting(&self, statement: StatementId) -> Vec<Runs> {
        let mut reasons: Vec<ReasonId> = self.trace.reasons(statement).collect();
        let Some(&undecided) = reasons.iter().find(|&&reason| self.trace.holds(reason).is_none()) else {
            return vec!["its reasons go round in a circle".into()];
        };
        match (self.trace.flaw(undecided), reasons.len()) {
            (Flaw::Circle, _) => vec!["its reasons go round in a circle".into()],
            (_, 1) => self.flaws(&reasons),
            _ => {
                let fared = Fared::new(self.map, self.trace, &reasons);
                reasons.sort_by_key(|&reason| self.trace.holds(reason).is_some());
                reasons.retain(|&reason| self.trace.holds(reason) != Some(true));
                let mut told = vec![fared.told("for it")];
                told.extend(self.flaws(&reasons));
                told
            }
        }
    }

    /// Whoever gives a reason is bound to what follows, and that does not stand: `it is a reason for X, which falls`.
    pub(super) fn bound(&self, statement: StatementId, reason: ReasonId) -> Runs {
        let read_in = tilde(self.map.reasons[reason].inferred);
        let reason = &self.map.reasons[reason];
        let compiled = &self.trace.outcome.compiled;
        let same = |other: &StatementId| compiled.proposition(*other) == compiled.proposition(statement);
        let others: Vec<StatementId> = reason.premises.iter().copied().filter(|other| !same(other)).collect();
        let conclusion =
            self.name(reason.conclusion).with(Mark::Plain, format!(", which {}", self.fares(reason.conclusion)));
        let status = |it: StatementId| self.trace.outcome.of(it);
        let mut runs = Runs::new();
        if status(statement) == Some(Status::Open) && status(reason.conclusion) == Some(Status::Falls) {
            for &other in &others {
                runs.push(Mark::Plain, if runs.is_empty() { "it and " } else { " and " });
                runs.append(self.name(other));
            }
            let both = if others.len() == 1 { "both" } else { "all" };
            runs.push(Mark::Plain, format!(" cannot {both} stand, since together they are a reason"));
            return runs.joined(read_in).with(Mark::Plain, " for ").joined(conclusion);
        }
        for &other in &others {
            runs.push(Mark::Plain, if runs.is_empty() { "together with " } else { " and " });
            runs.append(self.name(other));
            runs.push(Mark::Plain, format!(", which {},", self.fares(other)));
        }
        runs.push(Mark::Plain, if runs.is_empty() { "it is a reason" } else { " it is a reason" });
        runs.joined(read_in).with(Mark::Plain, " for ").joined(conclusion)
    }

    /// It is not bound to what would follow, since the step is denied: `X, for which it is a reason, falls. But N undercuts it as a reason`.
    pub(super) fn excused(&self, reason: ReasonId) -> Vec<Runs> {
        let conclusion = self.map.reasons[reason].conclusion;
        let runs = self.name(conclusion);
        let mut told = vec![runs.with(Mark::Plain, format!(", for which it is a reason, {}", self.fares(conclusion)))];
        let stands = |by: &StatementId| self.trace.outcome.of(*by) == Some(Status::Stands);
        if let Some(by) = self.trace.denials(reason).into_iter().find(stands) {
            told.push(Runs::from("but ").joined(self.denial(by, reason)));
        }
        told
    }
}
