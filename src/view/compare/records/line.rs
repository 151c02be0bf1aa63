//! A row of the flat table of a comparison: a stance, or a derived one.

use crate::model::{IssueId, Map, PositionId, Stance, StatementId};

/// A row: a stance of a side, or a derived one.
pub(super) struct Line<'m> {
    pub(super) map: &'m Map,
    pub(super) issue: IssueId,
    /// Group of the issue: what the sides come to, in the words of the page.
    pub(super) group: &'static str,
    pub(super) side: String,
    pub(super) statement: StatementId,
    /// Kind of row, in the words of the table of positions.
    pub(super) kind: &'static str,
    /// Position that it is about; of a range the first and the last step.
    pub(super) position: Option<[PositionId; 2]>,
    pub(super) stance: Option<&'m Stance>,
    pub(super) inferred: bool,
    pub(super) reported: bool,
    /// The ground that a derived stance is against.
    pub(super) against: Option<StatementId>,
    /// Statements of the other sides that attack this one.
    pub(super) attacked_by: Vec<StatementId>,
    /// Statements that have to fall for the side to have nothing left for this stance.
    pub(super) crux: Vec<StatementId>,
}

impl Line<'_> {
    /// The words that the statement quotes first, and where they stand.
    pub(super) fn quotation(&self) -> (Option<String>, Option<String>) {
        let quotation = self.map.quotations_of(self.statement).first().map(|&id| &self.map.quotations[id]);
        let at = quotation.and_then(|quotation| quotation.place).or(self.map.statements[self.statement].at);
        let text = |span| self.map.text(span).into_owned();
        (quotation.map(|quotation| text(quotation.words)), at.map(text))
    }
}
