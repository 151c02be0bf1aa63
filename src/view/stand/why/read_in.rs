//! Which attacks, undercuts and reasons are the mapper's reading: each is marked wherever a sentence rests on it.

use crate::analysis::evaluation::trace::Foe;
use crate::model::{Attitude, ReasonId, RelationKind, StatementId};
use crate::page::{Mark, Runs};

use super::Teller;

impl Teller<'_> {
    /// Whether what attacks a statement does so by the mapper's reading alone.
    pub fn is_read_in(&self, foe: Foe) -> bool {
        match foe {
            Foe::Against { writer, target, .. } => self.is_attack_read_in(writer, target),
            Foe::Excludes(from) => {
                let stances = self.map.stances_of(from).iter().map(|&id| &self.map.stances[id]);
                let mut held = stances.filter(|stance| stance.attitude == Attitude::Holds).peekable();
                held.peek().is_some() && held.all(|stance| stance.inferred)
            }
            Foe::New => false,
        }
    }

    /// The same of the attack of one statement on another.
    pub(super) fn is_attack_read_in(&self, from: StatementId, to: StatementId) -> bool {
        let of = |by: StatementId, on: StatementId, wanted: RelationKind| {
            let relations = self.map.relations_from(by).iter().map(|&id| &self.map.relations[id]);
            relations.filter(move |relation| relation.to == on && relation.kind == wanted)
        };
        let mut all = of(from, to, RelationKind::Against).chain(of(to, from, RelationKind::Despite)).peekable();
        all.peek().is_some() && all.all(|relation| relation.inferred)
    }

    /// The same of who undercuts a reason.
    pub fn is_undercut_read_in(&self, by: StatementId, reason: ReasonId) -> bool {
        let compiled = &self.trace.outcome.compiled;
        let reason = &self.map.reasons[reason];
        // Whoever says the same as who undercuts strikes as well.
        let strikes = |member: &StatementId| {
            let relations = self.map.relations_from(*member).iter().map(|&id| &self.map.relations[id]);
            let undercuts = relations.filter(|it| it.kind == RelationKind::Undercuts && it.to == reason.conclusion);
            let striking = undercuts.filter(|it| compiled.denials.strike(&it.because, reason));
            striking.map(|it| it.inferred).collect::<Vec<bool>>()
        };
        let all: Vec<bool> = compiled.members(by).iter().flat_map(strikes).collect();
        !all.is_empty() && all.iter().all(|&inferred| inferred)
    }
}

/// `~` where something is the mapper's reading.
pub fn tilde(inferred: bool) -> Runs {
    Runs::new().with(Mark::Inferred, if inferred { "~" } else { "" })
}
