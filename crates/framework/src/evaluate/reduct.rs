//! The part of a framework that is still open, cut into components and numbered anew so that each component is a range.

use std::ops::Range;

use crate::Argument;
use crate::components::{strong, weak};
use crate::flat::Flat;
use rows::Rows;

/// Role of an argument, which a search has to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// An argument of the framework that is no helper.
    Counted,
    /// A helper that is otherwise an argument like others.
    Helper,
    /// Added for a joint attack: it follows from its attackers.
    Link,
    /// Added for a need: what it attacks can only be in while it is out.
    NeedLink,
}

/// Some arguments of a framework and the attacks between them. Weak components lie one after the other, and within each the strong
/// components in the order of attacks.
#[derive(Debug, Default)]
pub(super) struct Reduct {
    /// Number of each argument in the framework.
    pub(super) names: Vec<Argument>,
    pub(super) kinds: Vec<Kind>,
    pub(super) targets: Rows,
    pub(super) attackers: Rows,
    /// Where weak components start, and where the last ends.
    weak: Vec<Argument>,
    /// The same for strong components.
    strong: Vec<Argument>,
}

impl Reduct {
    /// The arguments that are to be kept.
    pub(super) fn new(flat: &Flat, keep: impl Fn(Argument) -> bool) -> Reduct {
        let names: Vec<Argument> = flat.framework.arguments().filter(|&argument| keep(argument)).collect();
        let attacks: Vec<_> = between(&names, flat.framework.size(), flat.framework.attacks.iter().copied()).collect();
        Reduct::of_graph(&Rows::sorted(names.len(), attacks.into_iter()), &names, |name| kind(flat, name))
    }

    /// Arguments cut out of a larger graph, which they are given in the order of.
    pub(super) fn cut(targets: &Rows, names: &[Argument], kind: impl Fn(Argument) -> Kind) -> Reduct {
        let attacks = names.iter().flat_map(|&from| targets.row(from).iter().map(move |&to| (from, to)));
        let attacks: Vec<_> = between(names, targets.len(), attacks).collect();
        Reduct::of_graph(&Rows::new(names.len(), attacks.into_iter()), names, kind)
    }

    /// All of a graph, the arguments of which have these names.
    fn of_graph(graph: &Rows, names: &[Argument], kind: impl Fn(Argument) -> Kind) -> Reduct {
        let (weak, strong) = (weak(names.len(), graph.pairs()), strong(graph));
        let mut order: Vec<Argument> = (0..names.len() as Argument).collect();
        // Strong components are numbered against the attacks.
        order.sort_unstable_by_key(|&it| (weak.of(it), u32::MAX - strong.of(it), it));
        let cuts = |differ: &dyn Fn(Argument, Argument) -> bool| {
            let inner = (1..order.len()).filter(|&at| differ(order[at - 1], order[at]));
            let mut cuts: Vec<Argument> = std::iter::once(0).chain(inner).map(|at| at as Argument).collect();
            cuts.extend((!order.is_empty()).then_some(order.len() as Argument));
            cuts
        };
        let weak = cuts(&|a, b| weak.of(a) != weak.of(b));
        let strong = cuts(&|a, b| strong.of(a) != strong.of(b));
        let mut place = vec![0; order.len()];
        order.iter().zip(0..).for_each(|(&it, at)| place[it as usize] = at);
        let attackers =
            Rows::new(order.len(), graph.pairs().map(|(from, to)| (place[to as usize], place[from as usize])));
        let names: Vec<Argument> = order.iter().map(|&it| names[it as usize]).collect();
        let kinds = names.iter().map(|&name| kind(name)).collect();
        Reduct { targets: attackers.turned(), attackers, names, kinds, weak, strong }
    }

    pub(super) fn size(&self) -> usize {
        self.names.len()
    }

    /// Number of an argument in the framework.
    pub(super) fn name(&self, argument: Argument) -> Argument {
        self.names[argument as usize]
    }

    /// Whether an argument is no helper.
    pub(super) fn counts(&self, argument: Argument) -> bool {
        self.kinds[argument as usize] == Kind::Counted
    }

    /// Whether an argument was added for a joint attack or a need.
    pub(super) fn is_link(&self, argument: Argument) -> bool {
        matches!(self.kinds[argument as usize], Kind::Link | Kind::NeedLink)
    }

    /// Arguments of a part that fall when some are in: one flag each, for targets of these, and of links that then
    /// hold.
    pub(super) fn made_out(&self, part: Range<Argument>, within: &[Argument]) -> Vec<bool> {
        let at = |argument: Argument| (argument - part.start) as usize;
        let mut out = vec![false; part.len()];
        let mut standing: Vec<usize> = part.clone().map(|it| self.attackers.row(it).len()).collect();
        let mut holding = within.to_vec();
        while let Some(argument) = holding.pop() {
            for &target in self.targets.row(argument) {
                if std::mem::replace(&mut out[at(target)], true) {
                    continue;
                }
                for &link in self.targets.row(target).iter().filter(|&&it| self.is_link(it)) {
                    standing[at(link)] -= 1;
                    if standing[at(link)] == 0 {
                        holding.push(link);
                    }
                }
            }
        }
        out
    }

    /// Whether a weak component is the same as one of another reduct.
    pub(super) fn has_same(&self, part: Range<Argument>, other: &Reduct, of_other: Range<Argument>) -> bool {
        let span = |part: &Range<Argument>| part.start as usize..part.end as usize;
        let (ours, theirs) = (span(&part), span(&of_other));
        self.names[ours.clone()] == other.names[theirs.clone()]
            && self.kinds[ours] == other.kinds[theirs]
            && self.attacks(part).eq(other.attacks(of_other))
    }

    /// The attacks within a weak component, counted from its first argument.
    fn attacks(&self, part: Range<Argument>) -> impl Iterator<Item = (Argument, Argument)> {
        let start = part.start;
        part.flat_map(move |from| self.targets.row(from).iter().map(move |to| (from - start, to - start)))
    }

    /// The weak components, each a range of the arguments of the reduct.
    pub(super) fn weak(&self) -> impl Iterator<Item = Range<Argument>> {
        self.weak.windows(2).map(|ends| ends[0]..ends[1])
    }

    /// The weak components, small ones taken together until they hold so many arguments: starting a search has a price.
    pub(super) fn batches(&self) -> Vec<Range<Argument>> {
        const LEAST: u32 = 256;
        let mut batches: Vec<Range<Argument>> = Vec::new();
        for part in self.weak() {
            match batches.last_mut() {
                Some(last) if last.end - last.start < LEAST => last.end = part.end,
                _ => batches.push(part),
            }
        }
        batches
    }

    /// The strong components of a part, in the order of attacks.
    pub(super) fn strong(&self, part: Range<Argument>) -> impl Iterator<Item = Range<Argument>> {
        let first = self.strong.partition_point(|&start| start < part.start);
        self.strong[first..].windows(2).map(|ends| ends[0]..ends[1]).take_while(move |it| it.end <= part.end)
    }
}

/// The attacks between some of so many arguments, these numbered in their order.
fn between(
    names: &[Argument],
    size: usize,
    attacks: impl Iterator<Item = (Argument, Argument)>,
) -> impl Iterator<Item = (Argument, Argument)> {
    const LEFT_OUT: Argument = Argument::MAX;
    let mut place = vec![LEFT_OUT; size];
    names.iter().zip(0..).for_each(|(&name, at)| place[name as usize] = at);
    let placed = attacks.map(move |(from, to)| (place[from as usize], place[to as usize]));
    placed.filter(|&(from, to)| from != LEFT_OUT && to != LEFT_OUT)
}

fn kind(flat: &Flat, name: Argument) -> Kind {
    if name >= flat.needs_from {
        Kind::NeedLink
    } else if name as usize >= flat.size {
        Kind::Link
    } else if flat.framework.is_helper(name) {
        Kind::Helper
    } else {
        Kind::Counted
    }
}
