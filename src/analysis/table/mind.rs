//! Minds: whether what a column says on one issue fits together, and whether it changed its mind where it does not.

use crate::model::{IssueId, Map, PositionId};

use super::column_stance::ColumnStance;
use super::exception::{Conditioned, Said};
use super::orientation::Orientation;
use super::taken::{Taken, are_consistent, shared};
use super::turn::{is_change, times};

/// Stances of a column on an issue, as far as it can contradict itself.
pub(super) struct Mind<'m> {
    map: &'m Map,
    stances: &'m [ColumnStance],
    /// Whether it is that of one author or of several together, and so can change: of several who share a column none need have.
    is_one: bool,
    is_exclusive: bool,
    /// Sides with and without conditions, where these differ.
    pub(super) conditioned: Option<Conditioned>,
}

impl<'m> Mind<'m> {
    pub(super) fn of(map: &'m Map, issue: IssueId, is_one: bool, stances: &'m [ColumnStance]) -> Mind<'m> {
        let conditioned = Conditioned::of(map, issue, stances);
        Mind { map, stances, is_one, is_exclusive: map.issues[issue].is_exclusive(), conditioned }
    }

    fn taken(&self) -> impl Iterator<Item = Taken> + Clone + '_ {
        self.stances.iter().filter_map(|say| Taken::of(self.map, say))
    }

    /// Range that it holds, where only one position can be held: the steps that all of it shares that holds any. A
    /// stance on a condition counts only where there is none without one.
    pub(super) fn held(&self) -> Option<[PositionId; 2]> {
        let held = |said: &Vec<Said>| shared(said.iter().filter_map(|(_, taken)| taken.held));
        match &self.conditioned {
            _ if !self.is_exclusive => None,
            Some(conditioned) if conditioned.base.is_empty() => held(&conditioned.conditional),
            Some(conditioned) => held(&conditioned.base),
            None => shared(self.taken().filter_map(|taken| taken.held)),
        }
    }

    /// Whether nothing of it excludes another.
    pub(super) fn is_consistent(&self) -> bool {
        match &self.conditioned {
            Some(conditioned) => conditioned.is_consistent(self.map),
            None => are_consistent(self.taken(), self.is_exclusive),
        }
    }

    /// How it stands where it speaks both ways, of one position or of the issue: it depends on conditions, it changed, or neither.
    pub(super) fn both_ways(&self, position: Option<PositionId>) -> Orientation {
        let (map, is_exclusive) = (self.map, self.is_exclusive && position.is_none());
        let all = || vec![self.stances.iter().filter_map(|say| Some((say.stance, Taken::of(map, say)?))).collect()];
        let groups: Vec<Vec<Said>> = self.conditioned.as_ref().map_or_else(all, |it| it.held_together(map));
        let part = |(id, taken): Said| match position.map_or(taken, |position| taken.on(position)) {
            Taken { held: None, rejected: None } => None,
            part => Some((id, part)),
        };
        let groups = groups.into_iter().map(|said| said.into_iter().filter_map(part).collect());
        let mut apart = groups
            .filter(|said: &Vec<Said>| !are_consistent(said.iter().map(|(_, taken)| *taken), is_exclusive))
            .peekable();
        let changed = |said: Vec<Said>| {
            let dated = said.iter().map(|(id, taken)| (map.date_of(map.stances[*id].statement), *taken));
            times(dated).is_some_and(|times| is_change(&times, is_exclusive))
        };
        match () {
            () if apart.peek().is_none() => Orientation::Conditional,
            () if self.is_one && apart.all(changed) => Orientation::Changed,
            () => Orientation::Ambivalent,
        }
    }
}
