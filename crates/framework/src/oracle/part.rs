//! Cf2 as it is defined, one part of a framework within another: in each strong component the largest sets free of conflict, of what the
//! components before it leave of it.
//!
//! For joint attacks: Dvořák, König, Ulbricht & Woltran (2022), whose restriction of a framework to a component this is. An attack one of
//! whose members outside is not chosen cannot succeed any more, and is gone.

use super::{Rules, Set, members};

/// Some arguments, and what is between them.
pub(super) struct Part {
    arguments: Set,
    helpers: Set,
    /// Attackers, as a set, with the argument that they attack together.
    attacks: Vec<(Set, usize)>,
    /// Needs: a set, and the argument that is chosen only if one of the set is.
    needs: Vec<(Set, usize)>,
}

impl Part {
    /// The part that is the whole framework.
    pub(super) fn of(rules: &Rules, helpers: Set) -> Part {
        let alone = rules.attackers.iter().enumerate();
        let alone = alone.flat_map(|(to, from)| members(*from).map(move |from| (1 << from, to)));
        Part {
            arguments: ((1_u32 << rules.size) - 1) as Set,
            helpers,
            attacks: alone.chain(rules.joint_attacks.iter().copied()).collect(),
            needs: rules.needs.iter().map(|need| (need.members, need.argument)).collect(),
        }
    }

    /// Whether a set is a cf2 extension (Baroni, Giacomin & Guida 2005).
    pub(super) fn is_cf2(&self, set: Set) -> bool {
        let lacking = self.needs.iter().find(|(any, argument)| any & self.arguments == 0 && self.has(*argument));
        if let Some((_, argument)) = lacking {
            // It can never be chosen. The part without it is what it leaves.
            return set >> argument & 1 == 0 && self.restricted(self.arguments & !(1 << argument), 0).is_cf2(set);
        }
        let components = self.components();
        if components.len() <= 1 {
            return self.is_largest(set);
        }
        components.into_iter().all(|component| {
            let outside = set & !component;
            let defeated =
                self.attacks.iter().filter(|(from, _)| from & !outside == 0).fold(0, |all, it| all | 1 << it.1);
            let left = component & !defeated;
            set & component & !left == 0 && self.restricted(left, outside).is_cf2(set & component)
        })
    }

    fn has(&self, argument: usize) -> bool {
        self.arguments >> argument & 1 == 1
    }

    /// Part of the framework on some arguments when these outside are chosen, and no others.
    fn restricted(&self, arguments: Set, outside: Set) -> Part {
        let here = |(_, to): &&(Set, usize)| arguments >> to & 1 == 1;
        let inside = |(from, to): &(Set, usize)| (from & arguments, *to);
        let attacks = self.attacks.iter().filter(here).filter(|(from, _)| from & !arguments & !outside == 0);
        let needs = self.needs.iter().filter(here).filter(|(any, _)| any & outside == 0);
        Part {
            arguments,
            helpers: self.helpers,
            attacks: attacks.map(inside).collect(),
            needs: needs.map(inside).collect(),
        }
    }

    /// Whether no argument of a set is attacked from it, and each has what it needs in it.
    fn is_free_of_conflict(&self, set: Set) -> bool {
        let chosen = |argument: &usize| set >> argument & 1 == 1;
        self.attacks.iter().all(|(from, to)| from & !set != 0 || !chosen(to))
            && self.needs.iter().all(|(any, argument)| any & set != 0 || !chosen(argument))
    }

    /// Whether a set is free of conflict, and no other has all of its arguments that count, and more of them, or else more helpers.
    fn is_largest(&self, set: Set) -> bool {
        let counted = set & !self.helpers;
        let others = (0..=self.arguments).filter(|other| other & !self.arguments == 0 && counted & !other == 0);
        let is_larger =
            |other: Set| if other & !self.helpers == counted { set & !other == 0 && other != set } else { true };
        self.is_free_of_conflict(set) && !others.into_iter().any(|it| is_larger(it) && self.is_free_of_conflict(it))
    }

    /// The strong components: who attacks or is needed leads to the other, also as one of several.
    fn components(&self) -> Vec<Set> {
        let mut leads: Vec<Set> = (0..Set::BITS as usize).map(|argument| 1 << argument).collect();
        self.attacks.iter().chain(&self.needs).for_each(|(from, to)| leads[*to] |= from & self.arguments);
        for middle in members(self.arguments) {
            for argument in members(self.arguments) {
                if leads[argument] >> middle & 1 == 1 {
                    leads[argument] |= leads[middle];
                }
            }
        }
        let same = |a: usize, b: usize| leads[a] >> b & 1 == 1 && leads[b] >> a & 1 == 1;
        let component = |a: usize| members(self.arguments).filter(|&b| same(a, b)).map(|b| 1 << b).sum();
        let mut components: Vec<Set> = members(self.arguments).map(component).collect();
        components.sort_unstable();
        components.dedup();
        components
    }
}
