//! Small frameworks for tests: all of them, or drawn by lot, always the same ones.

use crate::{Draft, Framework};

/// A set of arguments: bit `a` says whether argument `a` is in it.
pub(crate) type Set = u16;

/// The members of a set, in order.
pub(crate) fn members(set: Set) -> impl Iterator<Item = usize> {
    (0..Set::BITS as usize).filter(move |&argument| set >> argument & 1 == 1)
}

/// A small framework as it would be written down.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Case {
    pub size: usize,
    /// Attackers, as a set, with the argument that they attack together.
    pub attacks: Vec<(Set, usize)>,
    /// Needs: a set, and the argument that is in only if one of the set is.
    pub needs: Vec<(Set, usize)>,
    pub helpers: Set,
}

impl Case {
    /// The same for the engine.
    pub(crate) fn framework(&self) -> Framework {
        let list = |set| members(set).map(|argument| argument as u32).collect::<Vec<_>>();
        let mut draft = Draft::new(self.size);
        self.attacks.iter().for_each(|&(from, to)| draft.attack_together(&list(from), to as u32));
        self.needs.iter().for_each(|&(any, argument)| draft.need(&list(any), argument as u32));
        members(self.helpers).for_each(|helper| draft.helper(helper as u32));
        draft.build()
    }
}

/// Every plain framework of so many arguments.
pub(crate) fn all_cases(size: usize) -> impl Iterator<Item = Case> {
    let pairs: Vec<_> = (0..size).flat_map(|from| (0..size).map(move |to| (1 << from, to))).collect();
    (0..1_u32 << pairs.len()).map(move |chosen| {
        let attacks = pairs.iter().enumerate().filter(|(at, _)| chosen >> at & 1 == 1).map(|(_, &pair)| pair);
        Case { size, attacks: attacks.collect(), ..Case::default() }
    })
}

/// Numbers that look random and are the same every time (SplitMix64; Steele, Lea & Flood 2014).
struct Lot(u64);

impl Lot {
    /// A number below this one.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ mixed >> 31) % limit as u64) as usize
    }

    /// Up to so many different arguments, at least one.
    fn some(&mut self, most: usize, size: usize) -> Set {
        (0..=self.below(most)).fold(0, |set, _| set | 1 << self.below(size))
    }
}

/// A plain framework of 1 to `most` arguments; each number draws another, from sparse to dense.
pub(crate) fn random_plain(number: u64, most: usize) -> Case {
    let mut lot = Lot(number.wrapping_mul(0x5851_F42D_4C95_7F2D));
    let size = 1 + lot.below(most);
    let attacks = lot.below(3 * size + 1);
    let attacks = (0..attacks).map(|_| (1 << lot.below(size), lot.below(size))).collect();
    Case { size, attacks, ..Case::default() }
}

/// The same with joint attacks, needs and helpers. Helpers are what maps make of reasons: an argument that is in exactly while all its
/// premises are.
pub(crate) fn random_case(number: u64, most: usize) -> Case {
    let mut case = random_plain(number, most);
    let mut lot = Lot(!number);
    let size = case.size;
    // Every third is a thicket of joint attacks.
    for _ in 0..lot.below(if number.is_multiple_of(3) { 2 * size } else { 3 }) {
        case.attacks.push((lot.some(3, size), lot.below(size)));
    }
    for _ in 0..lot.below(4) {
        case.needs.push((lot.some(2, size), lot.below(size)));
    }
    if size > 1 && lot.below(2) == 0 {
        let reason = size - 1;
        case.attacks.retain(|&(from, to)| to != reason && from >> reason & 1 == 0);
        case.needs.retain(|&(any, argument)| argument != reason && any >> reason & 1 == 0);
        let premises = lot.some(2, reason);
        members(premises).for_each(|premise| case.needs.push((1 << premise, reason)));
        case.needs.push((1 << reason | lot.some(1, reason), lot.below(reason)));
        case.helpers = 1 << reason;
    }
    case
}
