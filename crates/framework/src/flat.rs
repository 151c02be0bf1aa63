//! Joint attacks and needs rewritten to plain arguments, so that each semantics is there once.
//!
//! Two kinds of argument are added; both follow from the others and never count. *Not a* is attacked by a alone. A *link* attacks one
//! argument: that of a joint attack is attacked by *not a* for each member a, so it is in when all members are in; that of a need is
//! attacked by the members themselves, so it is out when one of them is in, and in when all of them are out. Where sets are chosen
//! without defence, as by stage and cf2, these arguments are not chosen but follow.

use std::borrow::Cow;

use super::{Argument, Draft, Framework, Need};

/// A framework in which single arguments attack single arguments, and nothing else is said but who never counts.
#[derive(Debug)]
pub(super) struct Flat<'f> {
    /// Its first arguments are those of the framework that it was made of.
    pub(super) framework: Cow<'f, Framework>,
    /// How many arguments there were.
    pub(super) size: usize,
    /// The first link of a need; the links of needs are the last arguments.
    pub(super) needs_from: Argument,
}

impl Flat<'_> {
    /// A plain framework is flat as it is.
    pub(super) fn new(framework: &Framework) -> Flat<'_> {
        let size = framework.size();
        if framework.joint_attacks().is_empty() && framework.needs().is_empty() {
            return Flat { framework: Cow::Borrowed(framework), size, needs_from: size as Argument };
        }
        let mut denied: Vec<Argument> =
            framework.joint_attacks().iter().flat_map(|joint| &joint.members).copied().collect();
        denied.sort_unstable();
        denied.dedup();
        let joint_from = size + denied.len();
        let needs_from = joint_from + framework.joint_attacks().len();
        let mut draft = Draft::new(needs_from + framework.needs().len());
        for argument in framework.arguments() {
            for &target in framework.targets(argument) {
                draft.attack(argument, target);
            }
        }
        let not = |member: &Argument| (size + denied.partition_point(|denied| denied < member)) as Argument;
        for member in &denied {
            draft.attack(*member, not(member));
        }
        for (joint, link) in framework.joint_attacks().iter().zip(joint_from as Argument..) {
            joint.members.iter().for_each(|member| draft.attack(not(member), link));
            draft.attack(link, joint.target);
        }
        for (need, link) in framework.needs().iter().zip(needs_from as Argument..) {
            need.members.iter().for_each(|&member| draft.attack(member, link));
            draft.attack(link, need.argument);
            if need.open {
                draft.attack(link, link);
            }
        }
        framework.helpers().iter().for_each(|&helper| draft.helper(helper));
        (size as Argument..draft.size() as Argument).for_each(|added| draft.helper(added));
        Flat { framework: Cow::Owned(draft.build()), size, needs_from: needs_from as Argument }
    }

    /// Whether the argument is one of those that were there before and count.
    pub(super) fn counts(&self, argument: Argument) -> bool {
        !self.framework.is_helper(argument)
    }
}

impl Framework {
    /// The same in attacks of one on one alone, for whoever knows no others. What has to be added stands behind the arguments that there
    /// are; but for it, complete, grounded, preferred, stable and ideal extensions are the same.
    pub fn plain(&self) -> Framework {
        let flat = Flat::new(self);
        let links = self.needs.iter().zip(flat.needs_from..);
        let open: Vec<(&Need, Argument)> = links.filter(|(need, _)| need.open).collect();
        let size = flat.framework.size();
        let mut draft = Draft::new(size + open.len());
        // A link that attacks itself is undecided though what it attacks may be out, which does not matter here and does to others. So
        // what is in need attacks itself by way of the link instead, as long as nobody breaks that circle.
        let is_kept = |&&(from, to): &&(Argument, Argument)| from != to || from < flat.needs_from;
        flat.framework.attacks.iter().filter(is_kept).for_each(|&(from, to)| draft.attack(from, to));
        for ((need, link), turn) in open.into_iter().zip(size as Argument..) {
            draft.attack(need.argument, turn);
            draft.attack(turn, link);
        }
        draft.build()
    }
}
