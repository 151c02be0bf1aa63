//! Bond of a premise to its conclusion where whoever gives a reason is bound to what follows.

use framework::Argument;

use crate::analysis::evaluation::compile::Meaning;
use crate::analysis::evaluation::framework_builder::AuxiliaryArgument;
use crate::model::{ReasonId, StatementId};

use super::Trace;

impl<'o> Trace<'o> {
    /// The reason whose conclusion an attacker binds its premises to.
    pub(super) fn binding(&self, attacker: Argument) -> Option<ReasonId> {
        match self.outcome.compiled.meaning(attacker) {
            Meaning::AuxiliaryArgument(AuxiliaryArgument::Unfollowed(reason)) => Some(reason),
            _ => None,
        }
    }

    /// All that binds an argument to what follows from it, by itself or together with others.
    fn bonds(&self, argument: Argument) -> impl Iterator<Item = (ReasonId, &'o [Argument])> {
        let framework = &self.outcome.compiled.framework;
        let alone = framework.attackers(argument).chunks(1);
        let together = self.outcome.compiled.joint_attacks_on(argument).map(|attack| &*attack.members);
        alone.chain(together).filter_map(|members| {
            let reason = members.iter().find_map(|&member| self.binding(member))?;
            Some((reason, members))
        })
    }

    /// The reason by which an argument that is out or open is bound: of all, the soonest certain.
    pub(super) fn bond(&self, argument: Argument) -> Option<ReasonId> {
        let decided = self.verdict(argument).is_some();
        let binds = |members: &[Argument]| {
            if decided {
                members.iter().all(|&member| self.verdict(member) == Some(true))
            } else {
                members.iter().all(|&member| self.verdict(member) != Some(false))
            }
        };
        let last = |members: &[Argument]| members.iter().map(|&member| self.turn(member)).max();
        let binding = self.bonds(argument).filter(|(_, members)| binds(members));
        binding.min_by_key(|(reason, members)| (last(members), *reason)).map(|(reason, _)| reason)
    }

    /// A reason that would bind an argument which is in, were its step not denied.
    pub(super) fn excuse(&self, argument: Argument) -> Option<ReasonId> {
        let compiled = &self.outcome.compiled;
        let conclusion = |reason: ReasonId| self.map.reasons[reason].conclusion;
        let stands = |it: StatementId| {
            compiled.members(it).iter().any(|&member| self.verdict(compiled.statement(member)) == Some(true))
        };
        let others_hold = |members: &[Argument]| {
            members.iter().all(|&it| self.binding(it).is_some() || self.verdict(it) == Some(true))
        };
        let excused =
            self.bonds(argument).filter(|(reason, members)| !stands(conclusion(*reason)) && others_hold(members));
        excused.map(|(reason, _)| reason).min()
    }
}
