//! The components of a graph: what hangs together at all, and what leads in circles.

use super::Argument;
use rows::Rows;

/// A graph cut into components, numbered from 0.
#[derive(Debug)]
pub(super) struct Components {
    /// The component of each argument.
    of: Vec<u32>,
    count: u32,
}

impl Components {
    pub(super) fn of(&self, argument: Argument) -> u32 {
        self.of[argument as usize]
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.count as usize
    }
}

/// The strong components: from each argument in one a way leads to every other in it. A component has a higher number than those that
/// its attacks lead to (Tarjan 1972, without recursion).
pub(super) fn strong(targets: &Rows) -> Components {
    const NONE: u32 = u32::MAX;
    let size = targets.len();
    let (mut of, mut count) = (vec![NONE; size], 0);
    // When an argument was met first, and the earliest one still open that it leads to.
    let (mut met, mut lowest) = (vec![NONE; size], vec![0; size]);
    let mut time = 0;
    let mut open: Vec<Argument> = Vec::new();
    // The way from the root to where we are, with how many targets of each argument on it have been looked at.
    let mut way: Vec<(Argument, u32)> = Vec::new();
    for root in 0..size as Argument {
        if met[root as usize] != NONE {
            continue;
        }
        way.push((root, 0));
        while let Some((argument, looked)) = way.last_mut() {
            let here = *argument as usize;
            if *looked == 0 {
                (met[here], lowest[here]) = (time, time);
                time += 1;
                open.push(*argument);
            }
            let rest = &targets.row(*argument)[*looked as usize..];
            let mut entered = None;
            for &next in rest {
                *looked += 1;
                if met[next as usize] == NONE {
                    entered = Some(next);
                    break;
                }
                if of[next as usize] == NONE {
                    lowest[here] = lowest[here].min(met[next as usize]);
                }
            }
            if let Some(next) = entered {
                way.push((next, 0));
                continue;
            }
            way.pop();
            if let Some(&(before, _)) = way.last() {
                lowest[before as usize] = lowest[before as usize].min(lowest[here]);
            }
            if lowest[here] == met[here] {
                while let Some(member) = open.pop() {
                    of[member as usize] = count;
                    if member as usize == here {
                        break;
                    }
                }
                count += 1;
            }
        }
    }
    Components { of, count }
}

/// The weak components of so many arguments: what hangs together when nobody asks which way attacks go. Numbered in the order of their
/// first arguments.
pub(super) fn weak(size: usize, attacks: impl Iterator<Item = (Argument, Argument)>) -> Components {
    let mut first: Vec<Argument> = (0..size as Argument).collect();
    for (from, to) in attacks {
        let (a, b) = (root(&mut first, from), root(&mut first, to));
        first[a.max(b) as usize] = a.min(b);
    }
    let mut count = 0;
    // The first of a component stands before the others, so its number is known by the time that they are looked at.
    let mut of = vec![0; first.len()];
    for argument in 0..first.len() as Argument {
        let first = root(&mut first, argument);
        if first == argument {
            of[argument as usize] = count;
            count += 1;
        } else {
            of[argument as usize] = of[first as usize];
        }
    }
    Components { of, count }
}

/// Follows an argument to the first of its component, and shortens the way for the next who asks.
fn root(first: &mut [Argument], mut argument: Argument) -> Argument {
    while first[argument as usize] != argument {
        let next = first[first[argument as usize] as usize];
        first[argument as usize] = next;
        argument = next;
    }
    argument
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(size: usize, attacks: &[(u32, u32)]) -> Rows {
        Rows::new(size, attacks.iter().copied())
    }

    #[test]
    fn strong_components_are_circles_in_the_order_of_attacks() {
        let graph = graph(7, &[(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 3), (5, 5), (5, 0)]);
        let strong = strong(&graph);
        assert_eq!(strong.count(), 4);
        assert_eq!((strong.of(0), strong.of(1)), (strong.of(1), strong.of(2)));
        assert_eq!(strong.of(3), strong.of(4));
        assert!(strong.of(5) > strong.of(0) && strong.of(0) > strong.of(3));
    }

    #[test]
    fn weak_components_hang_together() {
        let weak = weak(6, [(3, 0), (3, 5), (1, 4)].into_iter());
        assert_eq!(weak.of, [0, 1, 2, 0, 1, 0]);
        assert_eq!(weak.count(), 3);
    }

    #[test]
    fn a_long_chain_is_no_danger() {
        let chain = Rows::new(300_000, (1..300_000).map(|argument| (argument - 1, argument)));
        assert_eq!((strong(&chain).count(), weak(300_000, chain.pairs()).count()), (300_000, 1));
    }
}
