//! Cf2 semantics: the largest sets free of conflict in one strong component, then in what they leave of the next.
//!
//! The reduct says joint attacks and needs by links ([`Flat`](crate::flat)), and a link is never chosen: within a component
//! the search makes it follow from the arguments, and between components it is looked at once all that bears on it is decided. Then a
//! joint attack one of whose members was left out is gone, and one whose members outside were chosen is an attack by those inside.

use std::ops::Range;

use batsat::Lit;

use super::reduct::{Kind, Reduct};
use super::search::{Rules, Search};
use crate::{Argument, Stop, Stopped};

/// The cf2 extensions of one part, one after the other.
pub(super) struct Cf2<'r, 's> {
    reduct: &'r Reduct,
    part: Range<Argument>,
    stop: Stop<'s>,
    begun: bool,
    /// For each argument of the part whether it was chosen or excluded.
    decided: Vec<bool>,
    /// The decided ones, in the order in which they were.
    trail: Vec<Argument>,
    accepted: Vec<Argument>,
    choices: Vec<Choice<'s>>,
}

/// A strong component that nothing undecided attacks from outside, and what there is yet to choose in it.
struct Choice<'s> {
    component: Reduct,
    search: Search<'s>,
    /// How many were decided before, and how many accepted.
    decided: usize,
    accepted: usize,
}

impl<'r, 's> Cf2<'r, 's> {
    pub(super) fn new(reduct: &'r Reduct, part: Range<Argument>, stop: Stop<'s>) -> Self {
        let decided = vec![false; part.len()];
        let (trail, accepted, choices) = (Vec::new(), Vec::new(), Vec::new());
        Cf2 { reduct, part, stop, begun: false, decided, trail, accepted, choices }
    }

    /// The next extension, its arguments in order.
    pub(super) fn next(&mut self) -> Result<Option<Vec<Argument>>, Stopped> {
        if self.begun && !self.choose_again()? {
            return Ok(None);
        }
        self.begun = true;
        while self.decide_components()? {}
        let mut found: Vec<Argument> = self.accepted.iter().copied().filter(|&it| !self.reduct.is_link(it)).collect();
        found.sort_unstable();
        Ok(Some(found))
    }

    /// Goes back to the last choice that can be made in another way, and makes it so.
    fn choose_again(&mut self) -> Result<bool, Stopped> {
        while let Some(mut choice) = self.choices.pop() {
            for undone in self.trail.drain(choice.decided..) {
                self.decided[(undone - self.part.start) as usize] = false;
            }
            self.accepted.truncate(choice.accepted);
            if let Some(found) = choice.next()? {
                self.choose(choice, found);
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Decides what can be decided of the strong components of what is left. Says whether some were torn and have to be cut anew.
    fn decide_components(&mut self) -> Result<bool, Stopped> {
        let left: Vec<Argument> = self.part.clone().filter(|&it| !self.is_decided(it)).collect();
        let left = self.cut(&left);
        let mut torn = vec![false; left.size()];
        for component in left.strong(0..left.size() as Argument) {
            let open: Vec<Argument> = component.clone().filter(|&it| !self.is_decided(left.name(it))).collect();
            let waits = |it: &Argument| left.attackers.row(*it).iter().any(|&attacker| torn[attacker as usize]);
            if open.is_empty() {
                continue;
            }
            if (open.len() > 1 && open.len() < component.len()) || open.iter().any(waits) {
                for &it in &open {
                    torn[it as usize] = true;
                }
            } else if let [alone] = *open {
                let name = left.name(alone);
                // Nothing that a need asks for was chosen: whether or not it can fail, what is in need cannot be accepted any more.
                let holds =
                    left.kinds[alone as usize] == Kind::NeedLink || !self.reduct.targets.row(name).contains(&name);
                let accepted: &[Argument] = if holds { &[name] } else { &[] };
                self.decide(&[name], accepted);
            } else {
                let members = open.iter().map(|&it| left.name(it)).collect::<Vec<_>>();
                let component = self.cut(&members);
                let whole = 0..component.size() as Argument;
                let search = Search::new(&component, whole, Rules::ConflictFree, self.stop);
                let mut choice = Choice { component, search, decided: self.trail.len(), accepted: self.accepted.len() };
                let found = choice.next()?.expect("no argument at all is free of conflict");
                self.choose(choice, found);
                // Links that were not hit are looked at anew.
                open.iter().filter(|&&it| !self.is_decided(left.name(it))).for_each(|&it| torn[it as usize] = true);
            }
        }
        Ok(torn.contains(&true))
    }

    /// Accepts what was found for a component, and remembers that there may be other ways.
    fn choose(&mut self, choice: Choice<'s>, found: Vec<Argument>) {
        let found: Vec<Argument> = found.into_iter().map(|it| choice.component.name(it)).collect();
        let members = choice.component.names.iter().copied().filter(|&it| !self.reduct.is_link(it)).collect::<Vec<_>>();
        self.choices.push(choice);
        self.decide(&members, &found);
    }

    /// The arguments of a component are decided, those accepted are in, and with them all that they attack.
    fn decide(&mut self, members: &[Argument], accepted: &[Argument]) {
        let targets = accepted.iter().flat_map(|&it| self.reduct.targets.row(it));
        for &argument in members.iter().chain(targets) {
            if !std::mem::replace(&mut self.decided[(argument - self.part.start) as usize], true) {
                self.trail.push(argument);
            }
        }
        self.accepted.extend_from_slice(accepted);
    }

    fn is_decided(&self, argument: Argument) -> bool {
        self.decided[(argument - self.part.start) as usize]
    }

    /// Some arguments of the reduct and what is between them.
    fn cut(&self, arguments: &[Argument]) -> Reduct {
        Reduct::cut(&self.reduct.targets, arguments, |it| self.reduct.kinds[it as usize])
    }
}

impl Choice<'_> {
    /// The next of the largest sets, which was not found before: largest in arguments that count, and then in helpers.
    fn next(&mut self) -> Result<Option<Vec<Argument>>, Stopped> {
        if !self.search.solve(&[])? {
            return Ok(None);
        }
        let (mut found, (mut kept, mut left)) = (self.search.found(), self.counted());
        // Without helpers, what is found first is largest.
        while self.component.kinds.contains(&Kind::Helper) {
            let larger = self.search.switch();
            self.search.require(left.iter().copied().chain([!larger]));
            kept.push(larger);
            if !self.search.solve(&kept)? {
                break;
            }
            (found, (kept, left)) = (self.search.found(), self.counted());
        }
        self.search.require(left);
        found.retain(|&it| !self.component.is_link(it));
        Ok(Some(found))
    }
    /// Those arguments that count and were found last, and those that were not: that each is in.
    fn counted(&self) -> (Vec<Lit>, Vec<Lit>) {
        let counted = self.search.part().filter(|&it| self.component.counts(it));
        counted.map(|it| self.search.is_in(it)).partition(|&is_in| self.search.holds(is_in))
    }
}
