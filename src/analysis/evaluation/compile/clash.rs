//! `--clash`: statements that hold what excludes each other, or hold and reject one position, attack each other.

use framework::Argument;

use crate::analysis::evaluation::framework_builder::AuxiliaryArgument;
use crate::analysis::table::bearing::{Bearing, bearings};
use crate::model::{IssueId, PositionId, StatementId};

use super::Compiler;

/// Statements on an issue that hold or reject each of its positions, by position.
#[derive(Debug, Default)]
struct Sides {
    holds: Vec<Vec<StatementId>>,
    rejects: Vec<Vec<StatementId>>,
}

impl Compiler<'_> {
    /// Draws the clashes of every issue. What rejects a position only as not enough `alone` clashes with nothing.
    pub(super) fn clashes(&mut self) {
        for issue in self.map.issues.ids() {
            let sides = self.sides(issue);
            let positions: Vec<PositionId> = self.map.issues[issue].positions().collect();
            for (index, _) in positions.iter().enumerate() {
                self.clash(&sides.rejects[index], &sides.holds[index]);
            }
            if self.map.issues[issue].is_exclusive() {
                self.exclude(&sides.holds);
            }
        }
    }

    fn sides(&self, issue: IssueId) -> Sides {
        let count = self.map.issues[issue].position_count as usize;
        let first = self.map.issues[issue].first_position.index();
        let mut sides = Sides { holds: vec![Vec::new(); count], rejects: vec![Vec::new(); count] };
        for &id in self.map.stances_on(issue) {
            let stance = &self.map.stances[id];
            let inferred = stance.inferred && self.debate.selection.filter.stated;
            if inferred || stance.alone || !self.takes_part[stance.statement.index()] {
                continue;
            }
            for (position, bearing) in bearings(self.map, id) {
                let side = match bearing {
                    Bearing::Holds => &mut sides.holds,
                    Bearing::Rejects => &mut sides.rejects,
                    Bearing::First | Bearing::Second => continue,
                };
                side[position.index() - first].push(stance.statement);
            }
        }
        sides.holds.iter_mut().chain(&mut sides.rejects).for_each(|side| {
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

    /// Whoever holds one of these positions excludes all others. What excludes a position is what comes before it or behind it, so
    /// that many positions take no more than a few junctions each.
    fn exclude(&mut self, holds: &[Vec<StatementId>]) {
        let mut excluding: Vec<[Vec<Argument>; 2]> = vec![Default::default(); holds.len()];
        for preferred in [false, true] {
            let backwards: Vec<usize> = (0..holds.len()).rev().collect();
            for order in [(0..holds.len()).collect(), backwards] {
                let mut so_far: Option<Argument> = None;
                for index in order {
                    excluding[index][usize::from(preferred)].extend(so_far);
                    let here = &holds[index];
                    let mut members = if preferred { self.arguments_preferred(here) } else { Self::arguments(here) };
                    if !members.is_empty() {
                        members.extend(so_far);
                        so_far = Some(self.builder.any_of(members, AuxiliaryArgument::Excluded));
                    }
                }
            }
        }
        let discounted: Vec<(usize, StatementId)> =
            holds.iter().enumerate().filter_map(|(at, here)| Some((at, self.unaccepted(here)?))).collect();
        for (index, (to, [counted_for, preferred])) in holds.iter().zip(excluding).enumerate() {
            let elsewhere = discounted.iter().find(|(at, _)| *at != index).map(|(_, from)| *from);
            self.exclude_from(to, counted_for, preferred, elsewhere);
        }
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
