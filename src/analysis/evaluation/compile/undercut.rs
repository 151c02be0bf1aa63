//! `undercuts: X because A`: attacks on the reasons of X that use A, or on every reason of X.

use foldhash::{HashMap, HashMapExt};
use framework::Argument;

use crate::analysis::evaluation::framework_builder::AuxiliaryArgument;
use crate::analysis::evaluation::interpretation::Support;
use crate::model::{ReasonId, RelationKind, StatementId};

use super::counted_for::CountedFor;
use super::{Compiler, Undercut};

impl Compiler<'_> {
    /// Finds out what undercuts each reason, before the reasons are drawn.
    pub(super) fn undercuts(&mut self) {
        let map = self.map;
        for (id, relation) in map.relations.iter() {
            if relation.kind != RelationKind::Undercuts || !self.is_argued(relation) {
                continue;
            }
            if self.debate.interpretation.support == Support::None {
                self.unargued.undercuts += 1;
            } else if !self.hypothesis.withdrawn.contains(&id) {
                let mut because = relation.because.clone();
                because.sort_unstable();
                let (target, from) = (relation.to, relation.from);
                let argument = self.speaking(from, id);
                self.undercuts.push(Undercut { target, because, from, argument });
            }
        }
        self.undercuts.sort();
        self.undercuts.dedup();
        let using = self.reasons_by_premise();
        let undercuts = std::mem::take(&mut self.undercuts);
        for group in undercuts.chunk_by(|a, b| (a.target, &a.because) == (b.target, &b.because)) {
            self.strike(group, &using);
        }
        self.undercuts = undercuts;
    }

    /// The reasons of a conclusion that use a premise, where anything is undercut so.
    fn reasons_by_premise(&self) -> HashMap<(StatementId, StatementId), Vec<ReasonId>> {
        let mut using: HashMap<_, Vec<ReasonId>> = HashMap::new();
        for undercut in &self.undercuts {
            if let Some(&first) = undercut.because.first() {
                using.entry((undercut.target, first)).or_default();
            }
        }
        if using.is_empty() {
            return using;
        }
        for (id, reason) in self.map.reasons.iter() {
            for &premise in reason.premises.iter() {
                if let Some(reasons) = using.get_mut(&(reason.conclusion, premise)) {
                    reasons.push(id);
                }
            }
        }
        using
    }

    /// Undercuts that strike the same reasons: for an audience that gives the reason itself, only undercuts that it prefers count.
    fn strike(&mut self, group: &[Undercut], using: &HashMap<(StatementId, StatementId), Vec<ReasonId>>) {
        let map = self.map;
        let Undercut { target, because, .. } = &group[0];
        let reasons = match because.first() {
            None => map.reasons_for(*target),
            Some(&first) => &using[&(*target, first)],
        };
        let strikes = |id: &&ReasonId| self.denials.strike(because, &map.reasons[**id]);
        // Less counts against a reason for an audience that gives it: those given by the same audiences are struck together.
        let mut given: Vec<(Vec<bool>, Vec<ReasonId>)> = Vec::new();
        for reason in reasons.iter().filter(strikes).copied() {
            let by: Vec<bool> = self.audiences.iter().map(|audience| audience.gives(map, reason)).collect();
            match given.iter_mut().find(|(so, _)| *so == by) {
                Some((_, reasons)) => reasons.push(reason),
                None => given.push((by, vec![reason])),
            }
        }
        given.sort_by(|(one, _), (other, _)| other.cmp(one));
        for (by, reasons) in given {
            let (mut counted_for, mut disputed): (Vec<Argument>, Vec<Argument>) = Default::default();
            let mut discounted = Vec::new();
            for undercut in group {
                let hears = self.undercut_counts_for(undercut.from, &by);
                match hears {
                    CountedFor::None => discounted.push(undercut.from),
                    _ => counted_for.push(undercut.argument),
                }
                if hears == CountedFor::Some {
                    let members = self.members[self.class(undercut.from).index()].iter();
                    disputed.extend(members.map(|member| member.index() as Argument));
                }
            }
            if !discounted.is_empty() {
                self.discounted.undercut(*target, &reasons, discounted);
            }
            let nodes = reasons.iter().filter(|_| !disputed.is_empty()).map(|&reason| self.reason(reason)).collect();
            self.builder.attack_each(nodes, &disputed, AuxiliaryArgument::Attackers);
            counted_for.sort_unstable();
            counted_for.dedup();
            if counted_for.is_empty() {
                continue;
            }
            let counted_for = if reasons.len() > 1 {
                vec![self.builder.any_of(counted_for, AuxiliaryArgument::Attackers)]
            } else {
                counted_for
            };
            for reason in reasons {
                self.undercutters[reason.index()].extend(&counted_for);
            }
        }
    }
}
