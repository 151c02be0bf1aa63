//! The part of a drawing that bears on one argument, and what is left of it where reasons are taken away.

use framework::Argument;
use rows::Rows;

use super::FrameworkBuilder;

/// An argument that is not in the part.
pub const OUTSIDE: Argument = Argument::MAX;

impl FrameworkBuilder {
    /// How many arguments there are.
    pub fn size(&self) -> usize {
        self.first as usize + self.auxiliaries.len()
    }

    /// The first argument that was added.
    pub fn first(&self) -> Argument {
        self.first
    }

    /// For each argument whether an argument depends on it, directly or through others.
    pub fn bearing_on(&self, argument: Argument) -> Vec<bool> {
        let attacks = self.attacks.iter().map(|&(from, to)| (to, from));
        let members = |list: &'_ [(Vec<Argument>, Argument)]| -> Vec<(Argument, Argument)> {
            list.iter().flat_map(|(members, to)| members.iter().map(move |&member| (*to, member))).collect()
        };
        let (joint, needs) = (members(&self.joint_attacks), members(&self.needs));
        let bearing = Rows::new(self.size(), attacks.chain(joint.iter().copied()).chain(needs.iter().copied()));
        let mut bears = vec![false; self.size()];
        bears[argument as usize] = true;
        let mut open = vec![argument];
        while let Some(argument) = open.pop() {
            for &other in bearing.row(argument) {
                if !std::mem::replace(&mut bears[other as usize], true) {
                    open.push(other);
                }
            }
        }
        bears
    }

    /// The arguments that are kept, numbered anew in their order. What bears on one that is kept has to be kept, too. For each argument
    /// there was, its new number.
    pub fn part(self, kept: &[bool]) -> (FrameworkBuilder, Vec<Argument>) {
        let mut next = 0;
        let number = |&kept: &bool| {
            if !kept {
                return OUTSIDE;
            }
            next += 1;
            next - 1
        };
        let places: Vec<Argument> = kept.iter().map(number).collect();
        let first = kept[..self.first as usize].iter().filter(|kept| **kept).count() as Argument;
        let place = |argument: Argument| places[argument as usize];
        let all = |members: Vec<Argument>| members.into_iter().map(place).collect::<Vec<Argument>>();
        let auxiliaries = self.auxiliaries.into_iter().zip(&kept[self.first as usize..]);
        let mut part = FrameworkBuilder {
            first,
            auxiliaries: auxiliaries.filter(|(_, kept)| **kept).map(|(auxiliary, _)| auxiliary).collect(),
            ..FrameworkBuilder::default()
        };
        let attacks = self.attacks.into_iter().filter(|(_, to)| kept[*to as usize]);
        part.attacks = attacks.map(|(from, to)| (place(from), place(to))).collect();
        let joint = self.joint_attacks.into_iter().filter(|(_, to)| kept[*to as usize]);
        part.joint_attacks = joint.map(|(from, to)| (all(from), place(to))).collect();
        let mut rests = self.rests.into_iter().peekable();
        for (at, (members, argument)) in self.needs.into_iter().enumerate() {
            let rests = rests.next_if_eq(&at).is_some();
            if kept[argument as usize] {
                if rests {
                    part.rests.push(part.needs.len());
                }
                part.needs.push((all(members), place(argument)));
            }
        }
        (part, places)
    }

    /// Each argument that rests on reasons, with them, and whether it goes round in a circle with any of them.
    pub fn resting(&self) -> Vec<(Argument, bool)> {
        let pairs = self.needs.iter().flat_map(|(members, argument)| members.iter().map(move |&it| (it, *argument)));
        let circles = framework::circles(self.size(), pairs);
        let circle = |argument: Argument| circles[argument as usize];
        let rest = |&at: &usize| {
            let (members, argument) = &self.needs[at];
            (*argument, members.iter().any(|&member| circle(member) == circle(*argument)))
        };
        self.rests.iter().map(rest).collect()
    }

    /// The same drawing where some arguments rest on no reason any more, and some reasons are none: these are out.
    pub fn without(&self, is_free: impl Fn(Argument) -> bool, is_none: impl Fn(Argument) -> bool) -> FrameworkBuilder {
        let mut left = FrameworkBuilder { needs: Vec::with_capacity(self.needs.len()), ..self.clone() };
        left.rests.clear();
        let mut rests = self.rests.iter().peekable();
        for (at, (members, argument)) in self.needs.iter().enumerate() {
            let rests = rests.next_if_eq(&&at).is_some();
            if rests && is_free(*argument) {
                continue;
            }
            if is_none(*argument) {
                left.needs.push((Vec::new(), *argument));
                continue;
            }
            let members = members.iter().copied().filter(|&member| !is_none(member)).collect();
            if rests {
                left.rests.push(left.needs.len());
            }
            left.needs.push((members, *argument));
        }
        left
    }
}
