//! Verdicts on statements by what was said against them: that nobody attacked a statement does not defend it.

use framework::{Argument, Status};

use crate::model::{Map, ReasonId, StatementId};

use super::compile::Meaning;
use super::framework_builder::AuxiliaryArgument;
use super::trace::Trace;

/// How a statement came through what is said against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It stands: nothing attacks or undercuts it, what says the same, or anything of its author's own that it rests on.
    Unchallenged,
    /// It stands: what attacks or undercuts it is answered.
    Defended,
    /// It stands, though a reason for it is lost, or something that it rests on is attacked.
    Contested,
    /// It stands because it is supposed to, or because what attacks it does not count for the audience.
    Kept,
    /// Neither what is for it nor what is against it is settled.
    Open,
    /// Something against it stands, or nothing carries it.
    Falls,
}

impl Verdict {
    /// Every verdict with its word, from the best to the worst.
    pub const WORDS: [(Verdict, &'static str); 6] = [
        (Verdict::Unchallenged, "unchallenged"),
        (Verdict::Defended, "defended"),
        (Verdict::Contested, "contested"),
        (Verdict::Kept, "kept"),
        (Verdict::Open, "open"),
        (Verdict::Falls, "falls"),
    ];

    /// The word for it.
    pub fn word(self) -> &'static str {
        Verdict::WORDS.iter().find(|(verdict, _)| *verdict == self).map_or("", |(_, word)| word)
    }
}

/// Statements of an outcome that are challenged.
#[derive(Debug)]
pub struct Challenges<'o> {
    map: &'o Map,
    trace: &'o Trace<'o>,
    /// Statements that something attacks or undercuts, itself or what says the same.
    attacked: Vec<bool>,
    /// Statements that rest on such ones, by reasons that their own authors give.
    resting: Vec<bool>,
}

impl<'o> Challenges<'o> {
    /// Of all statements of an outcome, in one pass over its attacks and one over its reasons.
    pub fn new(map: &'o Map, trace: &'o Trace<'o>) -> Self {
        let count = map.statements.len();
        let mut found = Challenges { map, trace, attacked: vec![false; count], resting: vec![false; count] };
        let mut of_proposition = vec![false; count];
        for id in map.statements.ids() {
            let proposition = trace.outcome.compiled.proposition(id).index();
            of_proposition[proposition] |= found.is_struck(id);
        }
        for id in map.statements.ids() {
            found.attacked[id.index()] = of_proposition[trace.outcome.compiled.proposition(id).index()];
        }
        found.rest();
        found
    }

    /// Whether something attacks or undercuts a statement in so many words, or what it says with others.
    fn is_struck(&self, statement: StatementId) -> bool {
        let compiled = &self.trace.outcome.compiled;
        let speaks = |from: &Argument| {
            !matches!(compiled.meaning(*from), Meaning::AuxiliaryArgument(AuxiliaryArgument::Unfollowed(_)))
        };
        let attackers = compiled.framework.attackers(compiled.statement(statement));
        let discounted = &compiled.discounted;
        attackers.iter().any(speaks)
            || discounted.against(compiled.proposition(statement)).next().is_some()
            || discounted.excluding(statement).is_some()
            || self.given(statement).any(|reason| self.is_undercut(statement, reason))
    }

    fn is_undercut(&self, statement: StatementId, reason: ReasonId) -> bool {
        let compiled = &self.trace.outcome.compiled;
        let what = &self.map.reasons[reason];
        compiled.undercuts_of(statement).iter().any(|undercut| compiled.denials.strike(&undercut.because, what))
            || compiled.discounted.denying(reason).next().is_some()
    }

    /// The reasons that count and that its own authors give.
    fn given(&self, statement: StatementId) -> impl Iterator<Item = ReasonId> {
        self.trace.reasons(statement).filter(|&reason| self.map.is_given(&self.map.reasons[reason]))
    }

    /// Follows what is attacked up the reasons.
    fn rest(&mut self) {
        let compiled = &self.trace.outcome.compiled;
        let mut open: Vec<StatementId> = self.map.statements.ids().filter(|id| self.attacked[id.index()]).collect();
        while let Some(premise) = open.pop() {
            for &id in self.map.reasons_using(premise) {
                let reason = &self.map.reasons[id];
                let counts = compiled.counts(id) && self.map.is_given(reason);
                if counts && !std::mem::replace(&mut self.resting[reason.conclusion.index()], true) {
                    open.push(reason.conclusion);
                }
            }
        }
    }

    /// Whether anything attacks or undercuts a statement, what says the same, or what it rests on.
    pub fn is_challenged(&self, statement: StatementId) -> bool {
        self.attacked[statement.index()] || self.resting[statement.index()]
    }

    /// Verdict on a statement; `None` where it takes no part or the rule has no answer.
    pub fn verdict(&self, statement: StatementId) -> Option<Verdict> {
        let outcome = self.trace.outcome;
        Some(match outcome.of(statement)? {
            Status::Open => Verdict::Open,
            Status::Falls => Verdict::Falls,
            Status::Stands if outcome.compiled.is_supposed(statement) || self.is_kept(statement) => Verdict::Kept,
            Status::Stands if self.resting[statement.index()] || self.has_lost(statement) => Verdict::Contested,
            // Whoever reports it disputes it, though no statement of theirs attacks it.
            Status::Stands if self.map.statements[statement].voice.is_some_and(|voice| voice.disputed) => {
                Verdict::Contested
            }
            Status::Stands if self.attacked[statement.index()] => Verdict::Defended,
            Status::Stands => Verdict::Unchallenged,
        })
    }

    /// The first premise of a reason by its own authors that is challenged: the ground on which a contested statement rests.
    pub fn ground(&self, statement: StatementId) -> Option<(ReasonId, StatementId)> {
        let premises =
            |reason: ReasonId| self.map.reasons[reason].premises.iter().map(move |&premise| (reason, premise));
        let mut challenged = self.given(statement).flat_map(premises);
        challenged.find(|(_, premise)| self.is_challenged(*premise))
    }

    /// Whether a reason that its own authors give does not hold; or what is undercut is a reason of those who say the same, and lost.
    fn has_lost(&self, statement: StatementId) -> bool {
        let is_lost = |reason: &ReasonId| self.trace.holds(*reason) != Some(true);
        let members = || self.trace.outcome.compiled.members(statement).iter().copied();
        self.given(statement).any(|reason| is_lost(&reason))
            || self.attacked[statement.index()]
                && members().any(|member| self.given(member).any(|it| is_lost(&it) && self.is_undercut(member, it)))
    }

    /// Whether it stands only as something against it does not count for the audience.
    fn is_kept(&self, statement: StatementId) -> bool {
        let outcome = self.trace.outcome;
        let discounted = &outcome.compiled.discounted;
        let counts = |from: StatementId| outcome.of(from) != Some(Status::Falls);
        discounted.against(outcome.compiled.proposition(statement)).any(|(from, _)| counts(from))
            || discounted.excluding(statement).is_some_and(counts)
            || self.given(statement).any(|reason| discounted.denying(reason).any(counts))
    }
}

#[cfg(test)]
mod tests;
