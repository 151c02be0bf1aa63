//! Brute force for tests: every set of arguments is tried, and the definitions are asked whether it is an extension.
//!
//! Nothing here is shared with the engine. A set is a number whose bit `a` says whether argument `a` is in it.

mod case;
mod choice;
mod engine;
mod part;
mod quarrel;

pub(crate) use case::{Case, Set, all_cases, members, random_case, random_plain};
pub(crate) use choice::extensions;

/// Which arguments are in and which are out; the others are undecided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Labelling {
    pub within: Set,
    pub out: Set,
}

/// The rules of a case, laid out so that a labelling is quickly held against them.
struct Rules {
    size: usize,
    /// For each argument those that attack it alone.
    attackers: Vec<Set>,
    /// Several that attack one.
    joint_attacks: Vec<(Set, usize)>,
    needs: Vec<Need>,
}

struct Need {
    members: Set,
    /// Some members need the argument in turn: they carry nothing, and the need never fails.
    open: bool,
    argument: usize,
}

impl Rules {
    fn of(case: &Case) -> Rules {
        let mut attackers = vec![0; case.size];
        let (alone, joint_attacks): (Vec<_>, Vec<_>) =
            case.attacks.iter().copied().partition(|(from, _)| from.is_power_of_two());
        for &(from, to) in &alone {
            attackers[to] |= from;
        }
        // Arguments that each argument needs, directly or through others, as a set of bits.
        let mut needed = vec![0; case.size];
        case.needs.iter().for_each(|&(any, argument)| needed[argument] |= any);
        for middle in 0..case.size {
            for argument in 0..case.size {
                if needed[argument] >> middle & 1 == 1 {
                    needed[argument] |= needed[middle];
                }
            }
        }
        let needs = case.needs.iter().map(|&(any, argument)| {
            let circular: Set =
                members(any).filter(|&member| needed[member] >> argument & 1 == 1).map(|it| 1 << it).sum();
            Need { members: any & !circular, open: circular != 0, argument }
        });
        Rules { size: case.size, attackers, joint_attacks, needs: needs.collect() }
    }

    /// Those that have to be out in a labelling: attacked by what is in, or without all that they need.
    fn to_be_out(&self, it: Labelling) -> Set {
        let mut out = 0;
        for (argument, attackers) in self.attackers.iter().enumerate() {
            out |= Set::from(attackers & it.within != 0) << argument;
        }
        for &(from, to) in &self.joint_attacks {
            out |= Set::from(from & !it.within == 0) << to;
        }
        for need in &self.needs {
            out |= Set::from(!need.open && need.members & !it.out == 0) << need.argument;
        }
        out
    }

    /// Those that have to be in: all attackers are out, and of all that they need there is one.
    fn to_be_in(&self, it: Labelling) -> Set {
        let mut within = 0;
        for (argument, attackers) in self.attackers.iter().enumerate() {
            within |= Set::from(attackers & !it.out == 0) << argument;
        }
        for &(from, to) in &self.joint_attacks {
            within &= !(Set::from(from & it.out == 0) << to);
        }
        for need in &self.needs {
            within &= !(Set::from(need.members & it.within == 0) << need.argument);
        }
        within
    }

    /// Whether no argument in a set is attacked from it, and each has what it needs in it.
    fn is_free_of_conflict(&self, set: Set) -> bool {
        members(set).all(|argument| self.attackers[argument] & set == 0)
            && self.joint_attacks.iter().all(|&(from, to)| from & !set != 0 || set >> to & 1 == 0)
            && self.needs.iter().all(|need| need.members & set != 0 || set >> need.argument & 1 == 0)
    }

    /// Every set without conflict.
    fn sets(&self) -> impl Iterator<Item = Set> {
        (0..1_u32 << self.size).map(|set| set as Set).filter(|&set| self.is_free_of_conflict(set))
    }

    /// Every complete labelling, found by trying all.
    fn complete(&self) -> Vec<Labelling> {
        let all = ((1_u32 << self.size) - 1) as Set;
        let mut found = Vec::new();
        for within in self.sets() {
            let mut try_out = |out| {
                let it = Labelling { within, out };
                if self.to_be_out(it) == out && self.to_be_in(it) == within {
                    found.push(it);
                }
            };
            if self.needs.is_empty() {
                // Without needs, the set that is in determines the set that is out.
                try_out(self.to_be_out(Labelling { within, out: 0 }));
                continue;
            }
            // Every set of the others.
            let mut out = all & !within;
            loop {
                try_out(out);
                if out == 0 {
                    break;
                }
                out = (out - 1) & all & !within;
            }
        }
        found
    }

    /// Every set without conflict, with what it makes out.
    fn conflict_free(&self) -> Vec<Labelling> {
        let labelled = |within| {
            let mut it = Labelling { within, out: 0 };
            while self.to_be_out(it) != it.out {
                it.out = self.to_be_out(it);
            }
            it
        };
        self.sets().map(labelled).collect()
    }
}
