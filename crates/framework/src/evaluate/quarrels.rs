//! Quarrels: arguments that always fall together or opposite, whichever complete labelling one takes.
//!
//! Booth, Caminada, Podlaszewski and Rahwan (2012) call such a set an issue, and count by issues how far two labellings are apart. Nothing
//! is enumerated: arguments are held together as long as no labelling tells them apart, each labelling that is searched for tells some
//! apart, and when there is none, the rest belongs together. So there are no more searches than quarrels, and one for each component.

use std::ops::Range;

use batsat::Lit;

use super::reduct::Reduct;
use super::search::{Rules, Search};
use super::setting::Setting;
use crate::{Argument, Label, Stop, Stopped};

/// Arguments that are decided by one another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarrel {
    /// In order, helpers not among them; each with whether it is out where the first is in, and in where that is out.
    pub members: Vec<(Argument, bool)>,
}

/// The quarrels of a framework, as far as the search for them went.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quarrels {
    /// In the order of their first arguments.
    pub found: Vec<Quarrel>,
    /// Whether all was searched; else what is told as one quarrel may be several.
    pub complete: bool,
}

/// Arguments of a component that no labelling has told apart yet.
struct Group {
    members: Vec<(Argument, bool)>,
    /// Whether some labelling decides them; else nobody knows yet who is opposite to whom.
    decided: bool,
}

/// The quarrels that hold any of these arguments. An argument that comes out the same in every labelling is a quarrel by itself.
pub(super) fn quarrels(setting: &Setting, asked: &[Argument], stop: Stop) -> Quarrels {
    let reduct = &setting.reduct;
    let mut is_asked = vec![false; setting.flat.size];
    for &it in asked {
        is_asked[it as usize] = true;
    }
    let asked_of = |it: Argument| is_asked.get(reduct.name(it) as usize).is_some_and(|asked| *asked);
    let open = |it: Argument| setting.labels[it as usize] == Label::Undecided;
    let alone = (0..setting.flat.size as Argument).filter(|&it| is_asked[it as usize] && !open(it));
    let mut found: Vec<Quarrel> = alone.map(|it| Quarrel { members: vec![(it, false)] }).collect();
    let mut complete = true;
    // A hard part is searched last, so that what it takes is not missed elsewhere.
    let mut parts: Vec<Range<Argument>> = reduct.weak().filter(|part| part.clone().any(asked_of)).collect();
    parts.sort_by_key(ExactSizeIterator::len);
    for part in parts {
        let mut parting = Parting::new(reduct, part, &asked_of, stop);
        let whole = parting.run().is_ok();
        complete &= whole;
        for group in parting.groups {
            let mut members: Vec<(Argument, bool)> =
                group.members.into_iter().map(|(it, opposite)| (reduct.name(it), opposite)).collect();
            members.sort_unstable();
            if !group.decided && whole {
                let asked = members.into_iter().filter(|&(it, _)| is_asked[it as usize]);
                found.extend(asked.map(|member| Quarrel { members: vec![member] }));
            } else if members.iter().any(|&(it, _)| is_asked[it as usize]) {
                let turned = members[0].1;
                for (_, opposite) in &mut members {
                    *opposite ^= turned;
                }
                found.push(Quarrel { members });
            }
        }
    }
    found.sort();
    Quarrels { found, complete }
}

/// The arguments of one component on their way apart.
struct Parting<'s> {
    search: Search<'s>,
    start: Argument,
    /// Of each argument, whether it is asked for: what is not need not be told from others that are not.
    asked: Vec<bool>,
    groups: Vec<Group>,
    /// For each argument what it was held against last, and what is true where the two differ.
    differences: Vec<Option<(Argument, bool, [Lit; 4])>>,
}

impl<'s> Parting<'s> {
    fn new(reduct: &Reduct, part: Range<Argument>, asked: &dyn Fn(Argument) -> bool, stop: Stop<'s>) -> Self {
        let members = part.clone().filter(|&it| reduct.counts(it)).map(|it| (it, false)).collect();
        Parting {
            search: Search::new(reduct, part.clone(), Rules::Complete, stop),
            start: part.start,
            asked: part.clone().map(asked).collect(),
            groups: vec![Group { members, decided: false }],
            differences: vec![None; part.len()],
        }
    }

    /// Tells apart what some labelling tells apart.
    fn run(&mut self) -> Result<(), Stopped> {
        loop {
            let news = self.search.switch();
            let mut clause = vec![!news];
            for at in 0..self.groups.len() {
                self.doubt(at, &mut clause);
            }
            if clause.len() == 1 {
                return Ok(());
            }
            self.search.require(clause);
            let found = self.search.solve(&[news])?;
            if found {
                self.part();
            }
            self.search.require([!news]);
            if !found {
                return Ok(());
            }
        }
    }

    /// Adds literals to the clause: one of them holds in a labelling that tells a member of the group from its first.
    fn doubt(&mut self, at: usize, clause: &mut Vec<Lit>) {
        let group = &self.groups[at];
        if !group.members.iter().any(|&(it, _)| self.asked[(it - self.start) as usize]) {
            return;
        }
        let Some((&(first, turned), others)) = group.members.split_first() else { return };
        if !group.decided && !others.is_empty() {
            clause.extend([self.search.is_in(first), self.search.attacked(first)]);
        }
        for &(other, opposite) in others {
            let opposite = opposite != turned;
            let known = &mut self.differences[(other - self.start) as usize];
            let literals = match *known {
                Some((of, as_opposite, literals)) if (of, as_opposite) == (first, opposite) => literals,
                _ => {
                    let literals = difference(&mut self.search, first, other, opposite);
                    *known = Some((first, opposite, literals));
                    literals
                }
            };
            clause.extend(literals);
        }
    }

    /// Parts every group by the labelling that was found last.
    fn part(&mut self) {
        let search = &self.search;
        // 1 in, -1 out, 0 neither.
        let label =
            |it: Argument| i8::from(search.holds(search.is_in(it))) - i8::from(search.holds(search.attacked(it)));
        let mut parted = Vec::with_capacity(self.groups.len() + 1);
        for Group { members, decided } in self.groups.drain(..) {
            let mut parts: [Vec<(Argument, bool)>; 3] = Default::default();
            for (it, opposite) in members {
                let label = label(it);
                match (decided, label) {
                    (_, 0) => parts[0].push((it, opposite)),
                    (false, _) => parts[1].push((it, label < 0)),
                    (true, _) => parts[if (label < 0) == opposite { 1 } else { 2 }].push((it, opposite)),
                }
            }
            let groups = parts.into_iter().enumerate().filter(|(_, members)| !members.is_empty());
            parted.extend(groups.map(|(at, members)| Group { members, decided: decided || at > 0 }));
        }
        self.groups = parted;
    }
}

/// Four things one of which is so where two arguments come out differently, or else where they do not come out opposite.
fn difference(search: &mut Search, one: Argument, other: Argument, opposite: bool) -> [Lit; 4] {
    let ends = [search.is_in(one), search.attacked(one)];
    let mut others = [search.is_in(other), search.attacked(other)];
    if opposite {
        others.reverse();
    }
    let both = [(ends[0], !others[0]), (!ends[0], others[0]), (ends[1], !others[1]), (!ends[1], others[1])];
    both.map(|(a, b)| {
        let differ = search.switch();
        search.require([!differ, a]);
        search.require([!differ, b]);
        search.require([differ, !a, !b]);
        differ
    })
}
