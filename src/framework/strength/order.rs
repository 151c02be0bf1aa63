//! The order in which strengths are computed: those that act before those that are acted upon, and circles in one piece.

use super::Argument;
use super::graph::Lists;

/// The strongly connected components (Tarjan 1972) of who acts upon whom: a circle comes behind those that act upon it. Most are
/// one argument alone. Kept on a stack of its own: a chain may be of any length.
pub(super) fn circles(acting: &Lists) -> Vec<Vec<Argument>> {
    const UNSEEN: u32 = u32::MAX;
    let mut seen = vec![UNSEEN; acting.len()];
    // The first seen of those that an argument is known to be in a circle with; `UNSEEN` when its circle is complete.
    let mut first = vec![UNSEEN; acting.len()];
    let (mut count, mut open, mut circles) = (0, Vec::new(), Vec::new());
    for start in 0..acting.len() as Argument {
        if seen[start as usize] != UNSEEN {
            continue;
        }
        let mut path: Vec<(Argument, usize)> = vec![(start, 0)];
        while let Some((argument, next)) = path.last_mut() {
            let at = *argument as usize;
            if *next == 0 && seen[at] == UNSEEN {
                (seen[at], first[at]) = (count, count);
                count += 1;
                open.push(*argument);
            }
            if let Some(&other) = acting.of(*argument).get(*next) {
                *next += 1;
                match seen[other as usize] {
                    UNSEEN => path.push((other, 0)),
                    _ if first[other as usize] != UNSEEN => first[at] = first[at].min(first[other as usize]),
                    _ => {}
                }
                continue;
            }
            if first[at] == seen[at] {
                let begin = open.iter().rposition(|&it| it as usize == at).expect("it is open until its circle is complete");
                let mut circle = open.split_off(begin);
                circle.sort_unstable();
                circle.iter().for_each(|&it| first[it as usize] = UNSEEN);
                circles.push(circle);
            }
            path.pop();
            if let Some(&(below, _)) = path.last() {
                first[below as usize] = first[below as usize].min(first[at]);
            }
        }
    }
    circles
}
