//! Attacks that an audience does not count, because it prefers their targets: kept, so that they can be told.

use crate::model::{ReasonId, StatementId};

/// Attacks that do not count for an audience. All lists are in order.
#[derive(Debug, Default)]
pub struct DiscountedAttacks {
    /// On a statement and all that say the same: the first of these, who attacks, and whom in so many words.
    attacks: Vec<(StatementId, StatementId, StatementId)>,
    /// On reasons: the reason, and the list of those who deny it.
    undercuts: Vec<(ReasonId, usize)>,
    deniers: Vec<Vec<StatementId>>,
    /// Statements, each with one that holds what excludes it.
    excluded: Vec<(StatementId, StatementId)>,
    /// Statements, each with what it is a reason for and what would bind it.
    bound: Vec<(StatementId, StatementId)>,
    /// Attacks that do not count: from which statement, on which, and whether only on a reason for it.
    spoken: Vec<(StatementId, bool, StatementId)>,
}

impl DiscountedAttacks {
    pub(super) fn attack(&mut self, proposition: StatementId, from: StatementId, to: StatementId) {
        self.attacks.push((proposition, from, to));
        self.spoken.push((from, false, to));
    }

    /// Statements deny these reasons of a conclusion.
    pub(super) fn undercut(&mut self, conclusion: StatementId, reasons: &[ReasonId], from: Vec<StatementId>) {
        self.spoken.extend(from.iter().map(|&from| (from, true, conclusion)));
        self.undercuts.extend(reasons.iter().map(|&reason| (reason, self.deniers.len())));
        self.deniers.push(from);
    }

    pub(super) fn exclusion(&mut self, statement: StatementId, from: StatementId) {
        self.excluded.push((statement, from));
    }

    pub(super) fn bond(&mut self, premise: StatementId, conclusion: StatementId) {
        self.bound.push((premise, conclusion));
    }

    pub(super) fn sort(&mut self) {
        self.attacks.sort_unstable();
        self.attacks.dedup_by_key(|attack| (attack.0, attack.1));
        self.undercuts.sort_unstable();
        self.spoken.sort_unstable();
        for list in [&mut self.excluded, &mut self.bound] {
            list.sort_unstable();
            list.dedup();
        }
    }

    /// Attacks on a proposition, which is named by its first statement: from which statement, and on which of its statements in words.
    pub fn against(&self, proposition: StatementId) -> impl Iterator<Item = (StatementId, StatementId)> + Clone {
        let start = self.attacks.partition_point(|attack| attack.0 < proposition);
        let of_it = self.attacks[start..].iter().take_while(move |attack| attack.0 == proposition);
        of_it.map(|&(_, from, to)| (from, to))
    }

    /// The statements that deny a reason.
    pub fn denying(&self, reason: ReasonId) -> impl Iterator<Item = StatementId> {
        let start = self.undercuts.partition_point(|undercut| undercut.0 < reason);
        let of_it = self.undercuts[start..].iter().take_while(move |undercut| undercut.0 == reason);
        of_it.flat_map(|&(_, at)| self.deniers[at].iter().copied())
    }

    /// One who holds what excludes a statement.
    pub fn excluding(&self, statement: StatementId) -> Option<StatementId> {
        first(&self.excluded, statement)
    }

    /// Conclusions that a statement is a reason for, and that would bind it where they fall.
    pub fn binding(&self, statement: StatementId) -> impl Iterator<Item = StatementId> {
        of(&self.bound, statement)
    }

    /// Target that a statement speaks against in vain, and whether only against a reason for it.
    pub fn spoken_against(&self, statement: StatementId) -> Option<(StatementId, bool)> {
        let at = self.spoken.partition_point(|row| row.0 < statement);
        self.spoken.get(at).filter(|row| row.0 == statement).map(|&(_, reason, target)| (target, reason))
    }
}

fn of(list: &[(StatementId, StatementId)], statement: StatementId) -> impl Iterator<Item = StatementId> {
    let start = list.partition_point(|row| row.0 < statement);
    list[start..].iter().take_while(move |row| row.0 == statement).map(|row| row.1)
}

fn first(list: &[(StatementId, StatementId)], statement: StatementId) -> Option<StatementId> {
    of(list, statement).next()
}
