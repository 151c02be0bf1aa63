//! A part of a framework: some of its arguments, numbered anew, and what is between them.

use std::sync::OnceLock;

use super::{Argument, Framework, JointAttack, Need};

impl Framework {
    /// These arguments alone, given in order. An attack with others is gone, and a need is what those kept can give of it.
    pub fn part(&self, kept: &[Argument]) -> Framework {
        let place = |argument: &Argument| kept.binary_search(argument).ok().map(|at| at as Argument);
        let attacks = self.attacks.iter().filter_map(|(from, to)| Some((place(from)?, place(to)?)));
        let joint_attacks = self.joint_attacks.iter().filter_map(|joint| {
            let members = joint.members.iter().map(place).collect::<Option<Vec<Argument>>>()?;
            Some(JointAttack { members, target: place(&joint.target)? })
        });
        let needs = self.needs.iter().filter_map(|need| {
            let members = need.members.iter().filter_map(place).collect();
            Some(Need { members, open: need.open, argument: place(&need.argument)? })
        });
        Framework {
            size: kept.len(),
            attacks: attacks.collect(),
            targets: OnceLock::new(),
            attackers: OnceLock::new(),
            joint_attacks: joint_attacks.collect(),
            needs: needs.collect(),
            helpers: self.helpers.iter().filter_map(place).collect(),
        }
    }

    /// The arguments that count, and the helpers that have to do with any other argument, in order.
    pub fn connected(&self) -> Vec<Argument> {
        let mut kept = vec![true; self.size];
        self.helpers.iter().for_each(|&helper| kept[helper as usize] = false);
        let of_joint = self.joint_attacks.iter().flat_map(|it| it.members.iter().chain([&it.target]));
        let needs = self.needs.iter().filter(|need| !need.members.is_empty());
        let of_needs = needs.flat_map(|it| it.members.iter().chain([&it.argument]));
        let of_attacks = self.attacks.iter().flat_map(|(from, to)| [from, to]);
        of_joint.chain(of_needs).chain(of_attacks).for_each(|&it| kept[it as usize] = true);
        self.arguments().filter(|&it| kept[it as usize]).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::Draft;

    #[test]
    fn what_has_to_do_with_nothing_is_left_out() {
        let mut draft = Draft::new(6);
        draft.attack(0, 3);
        draft.need(&[3], 4);
        draft.need(&[], 1);
        for &it in &[1, 2, 3, 4] {
            draft.helper(it);
        }
        let framework = draft.build();
        let kept = framework.connected();
        assert_eq!(kept, [0, 3, 4, 5]);
        let part = framework.part(&kept);
        assert_eq!((part.size(), part.targets(0), part.helpers()), (4, &[1][..], &[1, 2][..]));
        assert_eq!((part.needs()[0].argument, &part.needs()[0].members[..]), (2, &[1][..]));
    }
}
