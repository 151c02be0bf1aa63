//! Arguments for and against a statement: whether a reason is its own, and which relations attack it.

use crate::file::Span;

use super::{Map, Reason, RelationId, RelationKind, StatementId};

impl Map {
    /// Whether whoever makes the conclusion gives the reason. One that another document brings for it is not given there.
    pub fn is_given(&self, reason: &Reason) -> bool {
        let conclusion = &self.statements[reason.conclusion];
        let Span { file, start, end } = reason.span;
        let within = file == conclusion.span.file && conclusion.span.start <= start && end <= conclusion.span.end;
        let makers = self.authors_of(reason.conclusion);
        let of_one_hand = |premise: &StatementId| {
            let same_source = self.statements[*premise].source == conclusion.source;
            same_source || self.authors_of(*premise).iter().any(|author| makers.contains(author))
        };
        within || reason.premises.iter().any(of_one_hand)
    }

    /// The attacks on a statement: relations that say `against` or `undercuts`; without inferred ones where `stated`.
    pub fn attacks_on(&self, statement: StatementId, stated: bool) -> impl Iterator<Item = RelationId> {
        self.relations_to(statement).iter().copied().filter(move |&id| {
            let relation = &self.relations[id];
            matches!(relation.kind, RelationKind::Against | RelationKind::Undercuts) && !(stated && relation.inferred)
        })
    }
}
