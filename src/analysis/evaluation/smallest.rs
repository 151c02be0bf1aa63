//! The smallest defence: the fewest statements that have to stand for a verdict to be certain.
//!
//! Of what stands these are a smallest strongly admissible set that holds it (Baroni & Giacomin 2007; Caminada & Dunne 2019): each
//! statement in it is defended by others of it without going round in a circle. Of what falls they are a smallest such set that fells it. To
//! find one is NP-hard, so the search for what is smaller than the shallowest is bounded, and says whether it came to its end.

mod proofs;
#[cfg(test)]
mod tests;

use foldhash::{HashSet, HashSetExt};
use framework::{Argument, Framework, Stop};

use crate::model::StatementId;

use self::proofs::Node;
use super::depth::Depths;
use super::outcome::Outcome;
use proofs::Proofs;

/// The smallest defence found so far.
struct Smallest {
    /// Labels that are certain by these statements alone.
    depths: Depths,
    /// How many statements stand in it, the one that it is about among them where that stands.
    size: usize,
    /// Whether no smaller one exists; else none was found in time.
    proven: bool,
}

impl Outcome {
    /// Lets what is certain of a statement rest on its smallest defence, as if that had been found first. Gives back how many statements
    /// stand in it and whether no smaller one exists; `None` where nothing is certain of the statement.
    pub fn narrow(&mut self, statement: StatementId, stop: &Stop<'_>) -> Option<(usize, bool)> {
        let argument = self.compiled.statement(statement);
        let found = smallest(&self.compiled.framework, &self.depths, argument, stop)?;
        self.depths = found.depths.and_then(&self.depths);
        Some((found.size, found.proven))
    }
}

/// The smallest set of arguments, helpers not counted, by which alone what is certain of an argument is certain.
fn smallest(framework: &Framework, depths: &Depths, argument: Argument, stop: &Stop<'_>) -> Option<Smallest> {
    depths.of(argument)?;
    let proofs = Proofs::new(framework, depths, argument);
    let mut search = Search::new(&proofs, stop);
    let proven = search.run();
    let mut kept = vec![false; framework.size()];
    search.best.iter().for_each(|&node| kept[proofs.argument(node) as usize] = true);
    let size = proofs.size(&search.best);
    Some(Smallest { depths: Depths::within(framework, &kept), size, proven })
}

/// A search by branch and bound: what has to be in the set is put in, and where there is a choice, all is tried.
struct Search<'p> {
    proofs: &'p Proofs,
    /// The smallest set found.
    best: Vec<Node>,
    best_size: usize,
    /// The set as it is, in the order in which it grew.
    set: Vec<Node>,
    size: usize,
    is_in: Vec<bool>,
    /// Nodes that are not to come in, because they were tried before.
    excluded: Vec<Node>,
    is_excluded: Vec<bool>,
    stop: &'p Stop<'p>,
    /// How many parts of a defence were looked at since it was asked last whether to end.
    steps: u64,
}

/// A choice on the way: one of several ways to go on, each a few nodes that come in.
struct Choice {
    ways: Vec<Vec<Node>>,
    next: usize,
    set: usize,
    excluded: usize,
}

impl<'p> Search<'p> {
    fn new(proofs: &'p Proofs, stop: &'p Stop<'p>) -> Self {
        let best = proofs.shallowest();
        let best_size = proofs.size(&best);
        let none = vec![false; proofs.len()];
        let (is_in, is_excluded) = (none.clone(), none);
        let (set, excluded) = (Vec::new(), Vec::new());
        Search { proofs, best, best_size, set, size: 0, is_in, excluded, is_excluded, stop, steps: 0 }
    }

    /// Whether the search came to its end.
    fn run(&mut self) -> bool {
        let least = self.proofs.least(0);
        let mut choices = vec![Choice { ways: vec![vec![0]], next: 0, set: 0, excluded: 0 }];
        while let Some(choice) = choices.last_mut() {
            if self.best_size <= least {
                return true;
            }
            if self.stop.is_up(std::mem::take(&mut self.steps)) {
                return false;
            }
            let tried = choice.next.checked_sub(1).map(|before| &choice.ways[before]);
            let (set, excluded) = (choice.set, choice.excluded);
            // A node that comes in by one way alone need not come in by a later one.
            let only = tried.and_then(|way| if let [only] = way[..] { Some(only) } else { None });
            let way = choice.ways.get(choice.next).cloned();
            choice.next += 1;
            self.take_back(set);
            if let Some(only) = only {
                self.is_excluded[only as usize] = true;
                self.excluded.push(only);
            }
            let Some(way) = way else {
                let kept = excluded;
                self.excluded.drain(kept..).for_each(|node| self.is_excluded[node as usize] = false);
                choices.pop();
                continue;
            };
            if way.iter().any(|&node| self.is_excluded[node as usize]) || !self.put_in(&way) {
                continue;
            }
            if let Some(ways) = self.ways() {
                choices.push(Choice { ways, next: 0, set: self.set.len(), excluded: self.excluded.len() });
            }
        }
        true
    }

    fn take_back(&mut self, set: usize) {
        for node in self.set.drain(set..) {
            self.is_in[node as usize] = false;
            self.size -= usize::from(self.proofs.counts(node));
        }
    }

    /// Puts nodes in, and whatever they cannot do without; `false` where the set is not smaller than the best any more.
    fn put_in(&mut self, nodes: &[Node]) -> bool {
        let mut open = nodes.to_vec();
        while let Some(node) = open.pop() {
            if std::mem::replace(&mut self.is_in[node as usize], true) {
                continue;
            }
            self.set.push(node);
            self.size += usize::from(self.proofs.counts(node));
            self.steps += 1;
            let lost = self.is_excluded[node as usize] || self.proofs.least(node) >= self.best_size;
            if lost || self.size >= self.best_size {
                return false;
            }
            open.extend(self.proofs.forced(node));
        }
        true
    }

    /// The ways to go on; `None` where the set is whole, or cannot be made so in a better way.
    fn ways(&mut self) -> Option<Vec<Vec<Node>>> {
        let mut smallest: Option<Vec<Vec<Node>>> = None;
        let mut still = 0;
        let mut counted: HashSet<Node> = HashSet::new();
        for &node in &self.set {
            for choice in self.proofs.choices(node) {
                self.steps += choice.len() as u64;
                let is_met = choice.iter().any(|way| way.iter().all(|&it| self.is_in[it as usize]));
                if is_met {
                    continue;
                }
                let ways: Vec<Vec<Node>> = choice.iter().filter_map(|way| self.missing(way)).collect();
                let cost = |way: &Vec<Node>| way.iter().filter(|&&it| self.proofs.counts(it)).count();
                let cheapest = ways.iter().map(cost).min()?;
                // Choices that share nothing have each to be paid for.
                if cheapest > 0 && ways.iter().flatten().all(|it| !counted.contains(it)) {
                    still += cheapest;
                    counted.extend(ways.iter().flatten().copied());
                }
                if self.size + still >= self.best_size {
                    return None;
                }
                if smallest.as_ref().is_none_or(|smallest| ways.len() < smallest.len()) {
                    smallest = Some(ways);
                }
            }
        }
        smallest.or_else(|| self.round())
    }

    /// Missing nodes of a way; `None` where some of it is not to come in.
    fn missing(&self, way: &[Node]) -> Option<Vec<Node>> {
        let missing = way.iter().copied().filter(|&node| !self.is_in[node as usize]);
        let missing: Vec<Node> = missing.collect();
        (!missing.iter().any(|&node| self.is_excluded[node as usize])).then_some(missing)
    }

    /// Nothing is missing; but where some of the set goes round in a circle, something more has to come in from outside.
    fn round(&mut self) -> Option<Vec<Vec<Node>>> {
        self.steps += self.set.len() as u64;
        let certain = self.proofs.certain(&self.set, &self.is_in);
        if certain[0] {
            (self.best, self.best_size) = (self.set.clone(), self.size);
            return None;
        }
        let circling = self.set.iter().filter(|&&node| !certain[node as usize]);
        let choices = circling.flat_map(|&node| self.proofs.choices(node));
        let from_outside = choices.flatten().flatten().copied();
        let mut from_outside: Vec<Node> =
            from_outside.filter(|&it| !self.is_in[it as usize] && !self.is_excluded[it as usize]).collect();
        from_outside.sort_unstable();
        from_outside.dedup();
        Some(from_outside.into_iter().map(|node| vec![node]).collect())
    }
}
