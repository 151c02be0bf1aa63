//! `--clash`: statements that hold what excludes each other, or hold and reject one position, attack each other.

use std::collections::BTreeMap;

use framework::Argument;

use crate::analysis::evaluation::framework_builder::AuxiliaryArgument;
use crate::analysis::table::bearing::{Bearing, bearings};
use crate::analysis::table::taken::shared;
use crate::model::{IssueId, PositionId, StatementId, steps};

use super::Compiler;

/// First position and last of what a stance holds, mostly the same.
type Range = [PositionId; 2];

/// Statements on an issue that hold or reject each of its positions.
#[derive(Debug, Default)]
struct Sides {
    /// By what is held, from a first position to a last.
    holds: BTreeMap<Range, Vec<StatementId>>,
    /// By the position that is rejected.
    rejects: BTreeMap<PositionId, Vec<StatementId>>,
}

impl Compiler<'_> {
    /// Draws the clashes of every issue. What rejects a position only as not enough `alone` clashes with nothing, and neither do ranges
    /// that share a step.
    pub(super) fn clashes(&mut self) {
        for issue in self.map.issues.ids() {
            let sides = self.sides(issue);
            let mut holds: BTreeMap<PositionId, Vec<StatementId>> = BTreeMap::new();
            for ([first, last], statements) in &sides.holds {
                for step in steps(Some(*first), Some(*last)) {
                    holds.entry(step).or_default().extend(statements);
                }
            }
            for (position, rejects) in &sides.rejects {
                let mut holds = holds.remove(position).unwrap_or_default();
                holds.sort_unstable();
                holds.dedup();
                self.clash(rejects, &holds);
            }
            if self.map.issues[issue].is_exclusive() {
                self.exclude(&sides.holds.into_iter().collect::<Vec<_>>());
            }
        }
    }

    fn sides(&self, issue: IssueId) -> Sides {
        let mut sides = Sides::default();
        for &id in self.map.stances_on(issue) {
            let stance = &self.map.stances[id];
            let inferred = stance.inferred && self.debate.selection.filter.stated;
            if inferred || stance.alone || !self.takes_part[stance.statement.index()] {
                continue;
            }
            let mut held: Option<Range> = None;
            for (position, bearing) in bearings(self.map, id) {
                match bearing {
                    Bearing::Holds => held = Some([held.map_or(position, |[first, _]| first), position]),
                    Bearing::Rejects => sides.rejects.entry(position).or_default().push(stance.statement),
                    Bearing::First | Bearing::Second => {}
                }
            }
            if let Some(held) = held {
                sides.holds.entry(held).or_default().push(stance.statement);
            }
        }
        sides.holds.values_mut().chain(sides.rejects.values_mut()).for_each(|side| {
            side.sort_unstable();
            side.dedup();
        });
        sides
    }

    /// Two sets of statements attack each other, each as a whole.
    fn clash(&mut self, one: &[StatementId], other: &[StatementId]) {
        for (from, to) in [(one, other), (other, one)] {
            let counted_for = Self::arguments(from);
            let preferred = self.arguments_preferred(from);
            self.exclude_from(to, counted_for, preferred, self.unaccepted(from));
        }
    }

    /// Whoever holds one of these ranges excludes all that share no step with it. What excludes a range is what comes before it or behind
    /// it, so that many take no more than a few junctions each.
    fn exclude(&mut self, holds: &[(Range, Vec<StatementId>)]) {
        let mut excluding: Vec<[Vec<Argument>; 2]> = vec![Default::default(); holds.len()];
        let range = |at: usize| holds[at].0;
        let mut forwards: Vec<usize> = (0..holds.len()).collect();
        forwards.sort_by_key(|&at| range(at)[1]);
        let backwards: Vec<usize> = (0..holds.len()).rev().collect();
        for preferred in [false, true] {
            for (order, is_backwards) in [(&forwards, false), (&backwards, true)] {
                let junctions = self.junctions(order.iter().map(|&at| holds[at].1.as_slice()), preferred);
                for (at, excluding) in excluding.iter_mut().enumerate() {
                    let before = order.partition_point(|&other| {
                        if is_backwards { range(at)[1] < range(other)[0] } else { range(other)[1] < range(at)[0] }
                    });
                    excluding[usize::from(preferred)].extend(before.checked_sub(1).and_then(|last| junctions[last]));
                }
            }
        }
        let discounted: Vec<(Range, StatementId)> =
            holds.iter().filter_map(|(range, here)| Some((*range, self.unaccepted(here)?))).collect();
        for ((range, to), [counted_for, preferred]) in holds.iter().zip(excluding) {
            let elsewhere = discounted.iter().find(|(other, _)| shared([*range, *other]).is_none());
            self.exclude_from(to, counted_for, preferred, elsewhere.map(|(_, from)| *from));
        }
    }

    /// For each of these and all before it: what is in while any of their statements is.
    fn junctions<'s>(
        &mut self,
        holds: impl Iterator<Item = &'s [StatementId]>,
        preferred: bool,
    ) -> Vec<Option<Argument>> {
        let mut so_far: Option<Argument> = None;
        let mut junctions = Vec::new();
        for here in holds {
            let mut members = if preferred { self.arguments_preferred(here) } else { Self::arguments(here) };
            if !members.is_empty() {
                members.extend(so_far);
                so_far = Some(self.builder.any_of(members, AuxiliaryArgument::Excluded));
            }
            junctions.push(so_far);
        }
        junctions
    }

    /// The first of some statements that the audience neither asserts nor grants.
    fn unaccepted(&self, statements: &[StatementId]) -> Option<StatementId> {
        statements.iter().copied().find(|&statement| !self.is_accepted(statement))
    }

    /// Lets what is `counted_for` exclude statements, but those that the audience prefers by what is `preferred` alone; of the rest one is
    /// `discounted`.
    fn exclude_from(
        &mut self,
        to: &[StatementId],
        counted_for: Vec<Argument>,
        preferred: Vec<Argument>,
        discounted: Option<StatementId>,
    ) {
        let open = to.iter().filter(|statement| !self.supposed[statement.index()]);
        let (guarded, open): (Vec<StatementId>, Vec<StatementId>) =
            open.copied().partition(|&statement| self.is_guarded(statement));
        if let Some(from) = discounted {
            for &statement in &guarded {
                self.discounted.exclusion(statement, from);
            }
        }
        for (to, from) in [(guarded, preferred), (open, counted_for)] {
            if !to.is_empty() && !from.is_empty() {
                let from = self.builder.add_any_of(from, AuxiliaryArgument::Excluded);
                for to in Self::arguments(&to) {
                    self.builder.attack(from, to);
                }
            }
        }
    }

    fn arguments(statements: &[StatementId]) -> Vec<Argument> {
        statements.iter().map(|statement| statement.index() as Argument).collect()
    }

    fn arguments_preferred(&self, statements: &[StatementId]) -> Vec<Argument> {
        let preferred = statements.iter().filter(|statement| self.is_accepted(**statement));
        preferred.map(|statement| statement.index() as Argument).collect()
    }
}
