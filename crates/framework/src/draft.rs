//! A framework in the making: attacks and needs in any order, some of them perhaps twice.

use std::sync::OnceLock;

use super::need;
use super::{Argument, Framework, JointAttack, Need};

/// Collects what a framework is made of.
///
/// Every method panics at an argument that the draft was not made for.
#[derive(Debug, Default)]
pub struct Draft {
    arguments: usize,
    attacks: Vec<(Argument, Argument)>,
    joint_attacks: Vec<JointAttack>,
    needs: Vec<Need>,
    helpers: Vec<Argument>,
}

impl Draft {
    /// A draft of this many arguments, with nothing between them yet.
    pub fn new(arguments: usize) -> Draft {
        assert!(arguments < Argument::MAX as usize, "arguments are numbered in 32 bits");
        Draft { arguments, ..Draft::default() }
    }

    /// How many arguments there are.
    pub fn size(&self) -> usize {
        self.arguments
    }

    /// One argument attacks another, or itself. Said twice, it is said once.
    pub fn attack(&mut self, from: Argument, to: Argument) {
        self.hold(&[from, to]);
        self.attacks.push((from, to));
    }

    /// The same for many at once; they are not copied where they are the first.
    pub fn attack_each(&mut self, attacks: Vec<(Argument, Argument)>) {
        for &(from, to) in &attacks {
            self.hold(&[from, to]);
        }
        if self.attacks.is_empty() {
            self.attacks = attacks;
        } else {
            self.attacks.extend(attacks);
        }
    }

    /// Arguments attack another together: it is out when all of them are in. One alone attacks as ever; an attack by nobody always succeeds.
    pub fn attack_together(&mut self, from: &[Argument], to: Argument) {
        let members = self.sorted(from, to);
        match *members {
            [] => self.need(&[], to),
            [from] => self.attacks.push((from, to)),
            _ => self.joint_attacks.push(JointAttack { members, target: to }),
        }
    }

    /// An argument can be in only while one of these is, and is out when all of these are out. With none of these it is always out.
    ///
    /// Where needs go in a circle, nothing in the circle supports anything else in it: see [`Need::open`].
    pub fn need(&mut self, any: &[Argument], argument: Argument) {
        let members = self.sorted(any, argument);
        self.needs.push(Need { members, open: false, argument });
    }

    /// The argument is there for the sake of others and never counts: not in range, nor as part of an extension. Its label should follow
    /// from those of arguments that count, as that of a reason does: extensions that differ only in helpers are one.
    pub fn helper(&mut self, argument: Argument) {
        self.hold(&[argument]);
        self.helpers.push(argument);
    }

    /// Ends the draft: what was said twice is kept once, circles of needs are opened, and lists are sorted.
    pub fn build(mut self) -> Framework {
        need::open_circles(self.arguments, &mut self.needs);
        self.joint_attacks.sort();
        self.joint_attacks.dedup();
        self.needs.sort();
        self.needs.dedup();
        self.helpers.sort_unstable();
        self.helpers.dedup();
        Framework {
            size: self.arguments,
            attacks: self.attacks,
            targets: OnceLock::new(),
            attackers: OnceLock::new(),
            joint_attacks: self.joint_attacks,
            needs: self.needs,
            helpers: self.helpers,
        }
    }

    fn sorted(&self, members: &[Argument], argument: Argument) -> Vec<Argument> {
        self.hold(members);
        self.hold(&[argument]);
        let mut members = members.to_vec();
        members.sort_unstable();
        members.dedup();
        members
    }

    fn hold(&self, arguments: &[Argument]) {
        let held = arguments.iter().all(|&argument| (argument as usize) < self.arguments);
        assert!(held, "an argument that the draft was made for");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_twice_is_said_once() {
        let mut draft = Draft::new(3);
        draft.attack(0, 1);
        draft.attack_together(&[0], 1);
        draft.attack_together(&[2, 0, 2], 1);
        draft.attack_together(&[0, 2], 1);
        draft.attack_together(&[], 2);
        draft.helper(2);
        draft.helper(2);
        let framework = draft.build();
        assert_eq!((framework.attacks(), framework.attackers(1)), (1, &[0][..]));
        assert_eq!(framework.joint_attacks(), [JointAttack { members: vec![0, 2], target: 1 }]);
        assert_eq!(framework.needs(), [Need { members: vec![], open: false, argument: 2 }]);
        assert_eq!(framework.helpers(), [2]);
    }
}
