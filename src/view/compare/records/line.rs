//! A row of the flat table of a comparison: a stance, a derived one, or a statement of a crux.

use crate::analysis::dispute::agreement::Verdict;
use crate::model::{IssueId, Map, PositionId, RelationId, Stance, StatementId};

/// A row: a stance of a side, a derived one, or a statement of a crux.
pub struct Line<'m> {
    pub(super) map: &'m Map,
    pub(super) issue: IssueId,
    pub(super) verdict: Verdict,
    pub(super) side: String,
    pub(super) statement: Option<StatementId>,
    /// Kind of row: the attitude of a stance, `against-ground`, `crux-for`…
    pub(super) attitude: &'static str,
    /// Position that it is about; of a range the first and the last step.
    pub(super) position: Option<[PositionId; 2]>,
    pub(super) stance: Option<&'m Stance>,
    pub(super) inferred: bool,
    pub(super) reported: bool,
    /// The ground that a derived stance is against.
    pub(super) against: Option<StatementId>,
    pub(super) crux: Option<OfCrux>,
}

/// Columns of a row that belongs to a crux.
pub(super) struct OfCrux {
    pub(super) versus: String,
    pub(super) number: usize,
    pub(super) attacks: Vec<RelationId>,
}

impl<'m> Line<'m> {
    /// A row that says nothing but whose it is, and of which kind.
    pub(super) fn new(
        map: &'m Map,
        issue: IssueId,
        verdict: Verdict,
        side: String,
        attitude: &'static str,
    ) -> Line<'m> {
        Line {
            map,
            issue,
            verdict,
            side,
            statement: None,
            attitude,
            position: None,
            stance: None,
            inferred: false,
            reported: false,
            against: None,
            crux: None,
        }
    }

    /// The words that a statement quotes first, and where they stand.
    pub(super) fn quotation(&self) -> (Option<String>, Option<String>) {
        let Some(id) = self.statement else { return (None, None) };
        let quotation = self.map.quotations_of(id).first().map(|&id| &self.map.quotations[id]);
        let at = quotation.and_then(|quotation| quotation.place).or(self.map.statements[id].at);
        let text = |span| self.map.text(span).into_owned();
        (quotation.map(|quotation| text(quotation.words)), at.map(text))
    }
}
