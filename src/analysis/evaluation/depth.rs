//! How deep a verdict lies: how many attacks have to be looked at before it is certain.
//!
//! The numbers are the least min-max numbers of the grounded labelling (Caminada & Dunne 2019): what nothing attacks has 0, and each
//! attack on the way adds 1. Reasons and junctions add nothing. Found level by level, so in time linear in the framework.

use std::collections::VecDeque;

use framework::{Argument, Framework, Status};
use rows::Rows;

/// For each argument whether it is in or out, how deep that lies, and when it was found: whatever it follows from was found before.
#[derive(Debug)]
pub struct Depths {
    decided: Vec<Option<Decided>>,
}

/// Certain label of an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decided {
    /// Whether it is in; else it is out.
    pub is_in: bool,
    /// How many attacks deep.
    pub depth: u32,
    /// The how manieth verdict it was.
    pub turn: u32,
}

struct Search<'f> {
    framework: &'f Framework,
    /// Arguments that may be used, where they are not all.
    kept: Option<&'f [bool]>,
    depths: Depths,
    /// How many conditions an argument still lacks to be in, and how deep the deepest of the others lies.
    lacking: Vec<u32>,
    deepest: Vec<u32>,
    needs_of: Rows,
    joint_of: Rows,
    /// Of each need: whether it is met, and how many members are not out.
    needs: Vec<(bool, u32)>,
    /// Of each joint attack: whether it is broken, and how many members are not in.
    joint: Vec<(bool, u32)>,
    now: Vec<(Argument, bool)>,
    next: Vec<(Argument, bool)>,
    depth: u32,
    turns: u32,
}

impl Depths {
    /// The depth of every argument of a framework.
    pub fn new(framework: &Framework) -> Depths {
        Search::new(framework, None).run(|_| 0)
    }

    /// The same, but what is late, by 1 or 2, is found in after all else that lies as deep, so that little is said to follow from it.
    pub fn with_late(framework: &Framework, lateness: impl Fn(Argument) -> usize) -> Depths {
        Search::new(framework, None).run(lateness)
    }

    /// The same by way of some arguments alone: what is certain by them is certain by all.
    pub fn within(framework: &Framework, kept: &[bool]) -> Depths {
        Search::new(framework, Some(kept)).run(|_| 0)
    }

    /// Adds what is not certain here and is so there, as found later.
    pub fn and_then(mut self, rest: &Depths) -> Depths {
        let first = self.decided.iter().flatten().count() as u32;
        for (own, other) in self.decided.iter_mut().zip(&rest.decided) {
            *own = own.or(other.map(|verdict| Decided { turn: verdict.turn + first, ..verdict }));
        }
        self
    }

    /// The status of every argument by the grounded rule.
    pub fn statuses(&self) -> Vec<Status> {
        let status = |verdict: &Option<Decided>| match verdict {
            Some(verdict) if verdict.is_in => Status::Stands,
            Some(_) => Status::Falls,
            None => Status::Open,
        };
        self.decided.iter().map(status).collect()
    }

    /// Certain label of an argument; `None` where it is open.
    pub fn of(&self, argument: Argument) -> Option<Decided> {
        self.decided[argument as usize]
    }
}

impl<'f> Search<'f> {
    fn new(framework: &'f Framework, kept: Option<&'f [bool]>) -> Self {
        let count = framework.size();
        let mut lacking: Vec<u32> = framework.arguments().map(|it| framework.attackers(it).len() as u32).collect();
        framework.needs().iter().for_each(|need| lacking[need.argument as usize] += 1);
        framework.joint_attacks().iter().for_each(|attack| lacking[attack.target as usize] += 1);
        let needs = framework.needs().iter().enumerate();
        let joint = framework.joint_attacks().iter().enumerate();
        let pair = |(at, members): (usize, &'f [Argument])| members.iter().map(move |&member| (member, at as u32));
        Search {
            framework,
            kept,
            depths: Depths { decided: vec![None; count] },
            lacking,
            deepest: vec![0; count],
            needs_of: Rows::new(count, needs.map(|(at, need)| (at, &*need.members)).flat_map(pair)),
            joint_of: Rows::new(count, joint.map(|(at, attack)| (at, &*attack.members)).flat_map(pair)),
            needs: framework.needs().iter().map(|need| (false, need.members.len() as u32)).collect(),
            joint: framework.joint_attacks().iter().map(|attack| (false, attack.members.len() as u32)).collect(),
            now: Vec::new(),
            next: Vec::new(),
            depth: 0,
            turns: 0,
        }
    }

    fn run(mut self, lateness: impl Fn(Argument) -> usize) -> Depths {
        let mut late: [VecDeque<Argument>; 2] = Default::default();
        for argument in self.framework.arguments().rev() {
            if self.lacking[argument as usize] == 0 {
                self.now.push((argument, true));
            }
        }
        for need in self.framework.needs().iter().filter(|need| need.members.is_empty() && !need.open) {
            self.now.push((need.argument, false));
        }
        loop {
            let now = self.now.pop();
            if let Some((argument, true)) = now
                && let by @ 1.. = lateness(argument)
            {
                late[by - 1].push_back(argument);
                continue;
            }
            let mut waiting = || late.iter_mut().find_map(VecDeque::pop_front).map(|argument| (argument, true));
            let Some((argument, is_in)) = now.or_else(&mut waiting) else {
                if self.next.is_empty() {
                    return self.depths;
                }
                self.depth += 1;
                self.now = std::mem::take(&mut self.next);
                // The first in the text is looked at first.
                self.now.reverse();
                continue;
            };
            let verdict = &mut self.depths.decided[argument as usize];
            if verdict.is_none() && self.kept.is_none_or(|kept| kept[argument as usize]) {
                *verdict = Some(Decided { is_in, depth: self.depth, turn: self.turns });
                self.turns += 1;
                self.spread(argument, is_in);
            }
        }
    }

    /// Spreads what follows at once from a verdict.
    fn spread(&mut self, argument: Argument, is_in: bool) {
        let framework = self.framework;
        for &target in framework.targets(argument) {
            if is_in {
                self.found(target, false, self.depth + 1);
            } else {
                self.met(target, self.depth + 1);
            }
        }
        for at in self.needs_of.row(argument).to_vec() {
            let need = &framework.needs()[at as usize];
            let (met, left) = &mut self.needs[at as usize];
            if is_in && !*met {
                *met = true;
                // An open need lacks what nobody can say: a member outside the circle meets it.
                self.met(need.argument, self.depth);
            } else if !is_in {
                *left -= 1;
                if *left == 0 && !need.open {
                    self.found(need.argument, false, self.depth);
                }
            }
        }
        for at in self.joint_of.row(argument).to_vec() {
            let target = framework.joint_attacks()[at as usize].target;
            let (broken, left) = &mut self.joint[at as usize];
            if !is_in && !*broken {
                *broken = true;
                self.met(target, self.depth + 1);
            } else if is_in {
                *left -= 1;
                if *left == 0 {
                    self.found(target, false, self.depth + 1);
                }
            }
        }
    }

    /// One more condition of being in is met.
    fn met(&mut self, argument: Argument, depth: u32) {
        let at = argument as usize;
        self.lacking[at] -= 1;
        self.deepest[at] = self.deepest[at].max(depth);
        if self.lacking[at] == 0 {
            self.found(argument, true, self.deepest[at]);
        }
    }

    fn found(&mut self, argument: Argument, is_in: bool, depth: u32) {
        if depth > self.depth { self.next.push((argument, is_in)) } else { self.now.push((argument, is_in)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use framework::{Draft, Semantics, Stop, statuses};
    use proptest::prelude::*;

    fn depths(
        count: usize,
        attacks: &[(Argument, Argument)],
        needs: &[(Vec<Argument>, Argument)],
    ) -> (Framework, Depths) {
        let mut draft = Draft::new(count);
        for &(from, to) in attacks {
            draft.attack(from, to);
        }
        for (any, argument) in needs {
            draft.need(any, *argument);
        }
        let framework = draft.build();
        let depths = Depths::new(&framework);
        (framework, depths)
    }

    #[test]
    fn each_attack_on_the_way_is_one_deeper_and_a_need_none() {
        // 3→2→1→0, and 0 is answered at once by 5 through 4.
        let (_, found) = depths(8, &[(3, 2), (2, 1), (1, 0), (5, 4), (4, 0), (7, 7)], &[(vec![0], 6)]);
        let shown: Vec<Option<(bool, u32)>> =
            (0..8).map(|it| found.of(it).map(|verdict| (verdict.is_in, verdict.depth))).collect();
        let (is_in, out) = (|depth| Some((true, depth)), |depth| Some((false, depth)));
        assert_eq!(shown, [out(3), is_in(2), out(1), is_in(0), out(1), is_in(0), out(3), None]);
    }

    proptest! {
        #[test]
        fn what_is_certain_is_what_the_engine_calls_grounded(
            attacks in prop::collection::vec((0u32..8, 0u32..8), 0..14),
            joint in prop::collection::vec((prop::collection::vec(0u32..8, 2..3), 0u32..8), 0..3),
            needs in prop::collection::vec((prop::collection::vec(0u32..8, 0..3), 0u32..8), 0..5),
        ) {
            let mut draft = Draft::new(8);
            for &(from, to) in &attacks {
                draft.attack(from, to);
            }
            for (from, to) in &joint {
                draft.attack_together(from, *to);
            }
            for (any, argument) in &needs {
                draft.need(any, *argument);
            }
            let framework = draft.build();
            let depths = Depths::with_late(&framework, |argument| argument as usize % 3);
            let on_time = Depths::new(&framework);
            for argument in framework.arguments() {
                let found = [&depths, &on_time].map(|it| it.of(argument).map(|verdict| (verdict.is_in, verdict.depth)));
                prop_assert_eq!(found[0], found[1], "{}", argument);
            }
            let grounded = statuses(&framework, Semantics::Grounded, &Stop::never());
            prop_assert_eq!(Ok(Some(depths.statuses())), grounded);
        }
    }
}
