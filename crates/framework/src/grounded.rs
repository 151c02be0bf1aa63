//! The grounded labelling: what nobody can doubt, by counting for each argument the attackers that are not yet out.

use super::flat::Flat;
use super::{Argument, Framework, Label};

/// The least complete labelling, in time linear in the attacks.
#[derive(Debug)]
pub(super) struct Grounded {
    pub(super) labels: Vec<Label>,
    /// Those that are in, each behind those that defend it.
    pub(super) order: Vec<Argument>,
}

/// The label of each argument in the grounded labelling, helpers among them.
pub fn grounded(framework: &Framework) -> Vec<Label> {
    let flat = Flat::new(framework);
    let mut labels = Grounded::new(&flat.framework).labels;
    labels.truncate(flat.size);
    labels
}

impl Grounded {
    /// Of a framework without joint attacks and needs.
    pub(super) fn new(framework: &Framework) -> Grounded {
        let mut attackers = vec![0u32; framework.size()];
        for &(_, target) in &framework.attacks {
            attackers[target as usize] += 1;
        }
        let chains = Chains::new(framework);
        let mut labels = vec![Label::Undecided; framework.size()];
        let mut order: Vec<Argument> = framework.arguments().filter(|&it| attackers[it as usize] == 0).collect();
        let mut next = 0;
        while let Some(&argument) = order.get(next) {
            labels[argument as usize] = Label::In;
            for target in chains.targets(argument) {
                if labels[target as usize] == Label::Out {
                    continue;
                }
                labels[target as usize] = Label::Out;
                for defended in chains.targets(target) {
                    let left = &mut attackers[defended as usize];
                    *left -= 1;
                    if *left == 0 && labels[defended as usize] == Label::Undecided {
                        order.push(defended);
                    }
                }
            }
            next += 1;
        }
        Grounded { labels, order }
    }
}

/// The attacks of each argument, from the last one said to the first. Rows would take four times as long to make, and mostly few of
/// them are looked at.
struct Chains<'f> {
    attacks: &'f [(Argument, Argument)],
    /// For each argument its last attack.
    last: Vec<u32>,
    /// For each attack the one before it of the same argument.
    before: Vec<u32>,
}

/// There is no attack before.
const NONE: u32 = u32::MAX;

impl<'f> Chains<'f> {
    fn new(framework: &'f Framework) -> Self {
        let attacks = &framework.attacks[..];
        let mut last = vec![NONE; framework.size()];
        let before = attacks.iter().zip(0..).map(|(&(from, _), at)| std::mem::replace(&mut last[from as usize], at));
        Chains { attacks, before: before.collect(), last }
    }

    /// Targets of an argument, in no order, some perhaps twice.
    fn targets(&self, argument: Argument) -> impl Iterator<Item = Argument> {
        let last = self.last[argument as usize];
        let chain = std::iter::successors(Some(last), |&at| self.before.get(at as usize).copied());
        chain.map_while(|at| self.attacks.get(at as usize)).map(|&(_, target)| target)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Draft;
    use Label::{In, Out, Undecided};

    fn labels(size: usize, attacks: &[(u32, u32)]) -> Vec<Label> {
        let mut draft = Draft::new(size);
        for &(from, to) in attacks {
            draft.attack(from, to);
        }
        grounded(&draft.build())
    }

    #[test]
    fn who_is_not_attacked_stands_and_defends() {
        assert_eq!(labels(4, &[(0, 1), (1, 2), (2, 3), (0, 3)]), [In, Out, In, Out]);
    }

    #[test]
    fn circles_are_undecided_unless_somebody_breaks_them() {
        assert_eq!(labels(3, &[(0, 1), (1, 0), (1, 2)]), [Undecided; 3]);
        assert_eq!(labels(4, &[(0, 1), (1, 2), (2, 0), (3, 0)]), [Out, In, Out, In]);
        assert_eq!(labels(2, &[(0, 0), (0, 1)]), [Undecided; 2]);
    }

    #[test]
    fn a_joint_attack_takes_all_its_members() {
        let mut draft = Draft::new(4);
        draft.attack_together(&[0, 1], 2);
        draft.attack(3, 1);
        assert_eq!(grounded(&draft.build()), [In, Out, In, In]);
    }

    #[test]
    fn who_needs_what_is_out_is_out() {
        let mut draft = Draft::new(6);
        draft.attack(0, 1);
        draft.need(&[1], 2);
        draft.need(&[1, 0], 3);
        draft.need(&[], 4);
        draft.need(&[5], 5);
        assert_eq!(grounded(&draft.build()), [In, Out, Out, In, Out, Undecided]);
    }
}
