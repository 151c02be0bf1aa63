//! Defeat for audiences: an attack does not count for an audience that prefers what is attacked.

use crate::analysis::evaluation::interpretation::Despite;
use crate::model::{RelationKind, StatementId};

use super::super::audience::{Audience, Relevance};
use super::Compiler;
use super::counted_for::CountedFor;

impl Compiler<'_> {
    /// Collects what each audience itself says to be so in spite of something.
    pub(super) fn admissions(&mut self) {
        let audiences =
            self.audiences.iter().enumerate().filter(|_| self.debate.interpretation.despite == Despite::Holds);
        for (at, audience) in audiences {
            for (_, relation) in self.map.relations.iter() {
                let own = audience.of(relation.from) == Relevance::Own;
                if relation.kind == RelationKind::Despite && own && self.debate.says(relation) {
                    let (held, against) = (self.class(relation.from), self.class(relation.to));
                    self.admitted[at].insert((held, against));
                }
            }
        }
    }

    /// Which of the audiences something counts for.
    fn counted_for(&self, counts: impl Fn(usize, &Audience) -> bool) -> CountedFor {
        let number = self.audiences.iter().enumerate().filter(|(at, audience)| counts(*at, audience)).count();
        match number {
            all if all == self.audiences.len() => CountedFor::All,
            0 => CountedFor::None,
            _ => CountedFor::Some,
        }
    }

    /// Whether an audience asserts or grants what a statement says, be it in other words.
    fn prefers(&self, audience: usize, statement: StatementId) -> bool {
        self.preferred[audience][self.class(statement).index()]
    }

    /// The audiences for which an attack counts: those that do not prefer what is attacked, or that assert or grant the very statement
    /// that attacks, and do not hold the one in spite of the other. What a statement says against others is said by it alone: somebody who agrees with it need not
    /// draw the same from it.
    pub(super) fn attack_counts_for(&self, from: StatementId, to: StatementId) -> CountedFor {
        let ends = (self.class(to), self.class(from));
        self.counted_for(|at, audience| {
            (audience.accepts(from) && !self.admitted[at].contains(&ends)) || !self.prefers(at, to)
        })
    }

    /// The audiences for which the undercut of a reason counts; of each it is given whether it gives the reason itself.
    pub(super) fn undercut_counts_for(&self, from: StatementId, given: &[bool]) -> CountedFor {
        self.counted_for(|at, audience| audience.accepts(from) || !given[at])
    }

    /// The audiences for which a statement needs its reasons: a statement that is granted is granted whatever its maker gave for it.
    pub(super) fn asks_for_reasons(&self, statement: StatementId) -> CountedFor {
        self.counted_for(|_, audience| audience.of(statement) != Relevance::Granted)
    }

    /// The audiences for which a premise falls where its conclusion does.
    pub(super) fn binds(&self, premise: StatementId, conclusion: StatementId) -> CountedFor {
        self.counted_for(|at, _| !self.prefers(at, premise) || self.prefers(at, conclusion))
    }

    /// Whether each audience prefers a statement; for everybody nothing is preferred.
    pub(super) fn is_guarded(&self, statement: StatementId) -> bool {
        !self.audiences.is_empty() && (0..self.audiences.len()).all(|at| self.prefers(at, statement))
    }

    /// Whether some audience asserts or grants this very statement.
    pub(super) fn is_accepted(&self, statement: StatementId) -> bool {
        self.audiences.iter().any(|audience| audience.accepts(statement))
    }
}
