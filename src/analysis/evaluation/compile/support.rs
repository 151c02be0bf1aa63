//! `because`: what reasons do for what rests on them, in each reading of support.

use framework::Argument;

use crate::analysis::evaluation::framework_builder::AuxiliaryArgument;
use crate::analysis::evaluation::hypothesis::{Offer, UncertainElement};
use crate::analysis::evaluation::interpretation::Support;
use crate::model::{ReasonId, StatementId, StatementKind};

use super::Compiler;
use super::counted_for::CountedFor;

impl Compiler<'_> {
    /// Draws every reason as an argument that is in while its premises are and nothing undercuts it.
    pub(super) fn reasons(&mut self) {
        let map = self.map;
        for (id, reason) in map.reasons.iter() {
            let counts = self.reason_is_argued(id, reason);
            self.reason_counts[id.index()] = counts;
            let node = self.reason(id);
            if !counts {
                self.builder.need(Vec::new(), node);
                continue;
            }
            for &premise in reason.premises.iter() {
                self.builder.need(vec![self.proposition(premise)], node);
            }
            if let Some(&doubt) = self.doubts.get(&UncertainElement::Reason(id)) {
                self.builder.need(vec![doubt], node);
            }
            for undercutter in std::mem::take(&mut self.undercutters[id.index()]) {
                self.builder.attack(undercutter, node);
                self.undercutters[id.index()].push(undercutter);
            }
            if self.debate.interpretation.support == Support::Deductive {
                self.bind(id);
            }
        }
        for id in map.statements.ids() {
            if self.takes_part[id.index()] {
                self.rest(id);
            }
        }
    }

    pub(super) fn reason(&self, id: ReasonId) -> Argument {
        (self.map.statements.len() + id.index()) as Argument
    }

    /// Lets a statement rest on the reasons for it. A reason that only another document brings can save it, and not be missed. A statement
    /// that is granted is granted whatever reasons its maker gave.
    fn rest(&mut self, id: StatementId) {
        let map = self.map;
        let reasons = || map.reasons_for(id).iter().copied().filter(|reason| self.reason_counts[reason.index()]);
        let rests = match self.debate.interpretation.support {
            Support::Necessary => reasons().any(|reason| map.is_given(&map.reasons[reason])),
            Support::Evidential => map.statements[id].kind != StatementKind::Evidence,
            Support::Deductive | Support::None => false,
        };
        let asked = self.asks_for_reasons(id);
        if rests && asked != CountedFor::None && !self.supposed[id.index()] && !self.hypothesis.backed.contains(&id) {
            self.gives_reasons[id.index()] = true;
            let mut nodes: Vec<Argument> = reasons().map(|reason| self.reason(reason)).collect();
            nodes.extend(self.excuse(id));
            nodes.extend(self.offers.get(&Offer::Reason(id)));
            if asked == CountedFor::Some {
                nodes.push(self.builder.either());
            }
            self.builder.rest(nodes, id.index() as Argument);
        }
    }

    /// Argument in place of a reason while it is doubted whether any was given for a statement: it may need none.
    fn excuse(&mut self, id: StatementId) -> Option<Argument> {
        if self.debate.interpretation.support != Support::Necessary {
            return None;
        }
        let doubt = |reason| self.doubts.get(&UncertainElement::Reason(reason)).copied();
        let doubts: Option<Vec<Argument>> = self.given_reasons(id).map(doubt).collect();
        doubts.map(|doubts| self.unsaid(&doubts))
    }

    /// The reasons that were given for a statement in its own document, as far as they count: without any, it needs none.
    pub(in crate::analysis::evaluation) fn given_reasons(&self, id: StatementId) -> impl Iterator<Item = ReasonId> {
        let counting = self.map.reasons_for(id).iter().copied().filter(|reason| self.reason_counts[reason.index()]);
        counting.filter(|&reason| self.map.is_given(&self.map.reasons[reason]))
    }

    /// Argument that is in while none of these is really said.
    fn unsaid(&mut self, doubts: &[Argument]) -> Argument {
        let unsaid = self.builder.add(AuxiliaryArgument::Unsaid);
        for &doubt in doubts {
            self.builder.attack(doubt, unsaid);
        }
        unsaid
    }

    /// Binds the premises of a reason to its conclusion: where that does not stand, and nothing undercuts the step, not all of
    /// them do.
    fn bind(&mut self, id: ReasonId) {
        let map = self.map;
        let reason = &map.reasons[id];
        let mut excuses = vec![self.proposition(reason.conclusion)];
        excuses.extend(&self.undercutters[id.index()]);
        if let Some(&doubt) = self.doubts.get(&UncertainElement::Reason(id)) {
            excuses.push(self.unsaid(&[doubt]));
        }
        let unfollowed = self.unfollowed(id, &excuses);
        for &premise in reason.premises.iter() {
            if self.supposed[premise.index()] {
                continue;
            }
            let bound = self.binds(premise, reason.conclusion);
            if bound == CountedFor::None {
                self.discounted.bond(premise, reason.conclusion);
                continue;
            }
            let others = reason.premises.iter().filter(|other| **other != premise);
            let mut together: Vec<Argument> = others.map(|&other| self.proposition(other)).collect();
            let premise = premise.index() as Argument;
            if bound == CountedFor::All {
                together.push(unfollowed);
            } else {
                let unfollowed = self.unfollowed(id, &excuses);
                self.builder.attack(premise, unfollowed);
                together.push(unfollowed);
            }
            self.builder.attack_together(together, premise);
        }
    }

    /// Argument that binds to a reason while none of these is in.
    fn unfollowed(&mut self, id: ReasonId, excuses: &[Argument]) -> Argument {
        let unfollowed = self.builder.add(AuxiliaryArgument::Unfollowed(id));
        for &excuse in excuses {
            self.builder.attack(excuse, unfollowed);
        }
        unfollowed
    }
}
