//! Relations between arguments, both ways: attacks, needs and joint attacks, and attacks that were added later.

use std::collections::BTreeMap;

use rows::Rows;

use crate::{Argument, Framework};

/// A framework with the way back from each need and joint attack.
#[derive(Debug)]
pub(super) struct Graph {
    pub(super) framework: Framework,
    /// The needs of each argument, and those that each is a member of, by their places.
    pub(super) needs_of: Rows,
    pub(super) needs_with: Rows,
    /// The joint attacks on each argument, and those that each is a member of.
    pub(super) joint_on: Rows,
    pub(super) joint_with: Rows,
    added_by: BTreeMap<Argument, Vec<Argument>>,
    added_on: BTreeMap<Argument, Vec<Argument>>,
}

impl Graph {
    pub(super) fn new(framework: Framework) -> Graph {
        let size = framework.size();
        let needs = || framework.needs().iter().zip(0u32..);
        let joint = || framework.joint_attacks().iter().zip(0u32..);
        let needs_of = Rows::new(size, needs().map(|(need, at)| (need.argument, at)));
        let needs_with = needs().flat_map(|(need, at)| need.members.iter().map(move |&member| (member, at)));
        let needs_with = Rows::new(size, needs_with);
        let joint_on = Rows::new(size, joint().map(|(attack, at)| (attack.target, at)));
        let joint_with = joint().flat_map(|(attack, at)| attack.members.iter().map(move |&member| (member, at)));
        let joint_with = Rows::new(size, joint_with);
        let (added_by, added_on) = (BTreeMap::new(), BTreeMap::new());
        Graph { framework, needs_of, needs_with, joint_on, joint_with, added_by, added_on }
    }

    pub(super) fn targets(&self, argument: Argument) -> impl Iterator<Item = Argument> {
        let added = self.added_by.get(&argument).into_iter().flatten();
        self.framework.targets(argument).iter().chain(added).copied()
    }

    pub(super) fn attackers(&self, argument: Argument) -> impl Iterator<Item = Argument> {
        let added = self.added_on.get(&argument).into_iter().flatten();
        self.framework.attackers(argument).iter().chain(added).copied()
    }

    pub(super) fn add(&mut self, from: Argument, to: Argument) {
        self.added_by.entry(from).or_default().push(to);
        self.added_on.entry(to).or_default().push(from);
    }

    /// Whether there was such an attack among those that were added.
    pub(super) fn remove(&mut self, from: Argument, to: Argument) -> bool {
        let mut was_there = true;
        for (map, key, value) in [(&mut self.added_by, from, to), (&mut self.added_on, to, from)] {
            let list = map.entry(key).or_default();
            match list.iter().rposition(|&it| it == value) {
                Some(at) => {
                    list.remove(at);
                }
                None => was_there = false,
            }
        }
        was_there
    }
}
