//! The figures of all pairs, with the names of those whom they are of: what every part of the page is made from.

use crate::analysis::comparison::coding::Coding;
use crate::analysis::comparison::similarity::{Figures, Measure, Similarity};
use crate::analysis::table::column::By;
use crate::model::{IssueId, Map};
use crate::page::{Consumer, Runs};
use crate::view::wording::omitted;

/// How agreement is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct AgreeOptions {
    /// Kind of column that is compared.
    pub by: By,
    /// The figure that measures agreement.
    pub measure: Measure,
    /// Which stances enter the figure.
    pub coding: Coding,
    /// Whether those who stand nearest are put next to each other, and the tree is drawn by which they join.
    pub cluster: bool,
    /// Whether the figures and their definitions are asked for, and not names and counts.
    pub figures: bool,
    /// Whoever shares fewer questions than these stands back, where names and counts are shown.
    pub least: u64,
    /// The reader of the page, which decides what it has to hold.
    pub consumer: Consumer,
}

/// The figures of so many are shown in a square; of more, for each who is nearest and who is farthest.
pub(super) const SQUARE: usize = 16;

/// All figures, and how those whom they are of are called.
pub(super) struct Found<'m> {
    pub(super) map: &'m Map,
    pub(super) measure: Measure,
    pub(super) names: Vec<String>,
    /// The same as they are shown to people.
    pub(super) shown: Vec<Runs>,
    pub(super) similarity: Similarity<'m>,
    pub(super) figures: Figures,
}

impl Found<'_> {
    /// These of an issue each, in words.
    pub(super) fn on_issues(&self, who: &[(IssueId, usize)]) -> String {
        let name =
            |(issue, who): &(IssueId, usize)| (self.map.word(self.map.issues[*issue].name), self.names[*who].as_str());
        omitted::on_issues(who.iter().map(name))
    }

    /// How two stand by the figure: the nearest first, what is undefined last. Conflict is nearest where it is least.
    pub(super) fn rank(&self, a: usize, b: usize) -> (bool, i64) {
        match self.nearness(a, b) {
            // A difference beyond what can be computed is none.
            Some(nearness) => (false, -(nearness * 1e12).round() as i64),
            None => (true, 0),
        }
    }

    /// The figure, turned so that the nearest have the highest.
    pub(super) fn nearness(&self, a: usize, b: usize) -> Option<f64> {
        let figure = self.figures.of(a, b).value;
        if self.measure == Measure::Conflict { figure.map(|figure| -figure) } else { figure }
    }
}
