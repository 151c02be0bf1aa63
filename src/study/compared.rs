//! Columns held against each other, two by two, on every issue that is asked for.

mod pair;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use rayon::prelude::*;

use crate::analysis::dispute::agreement::{Side, Verdict};
use crate::analysis::dispute::between::{Link, Links};
use crate::analysis::dispute::crux::Cruxes;
use crate::analysis::table::ground::Grounds;
use crate::model::select::Selection;
use crate::model::{IssueId, Map, StatementId};

use super::table::PositionTable;

pub use pair::PairCompared;

/// Of so many pairs the details are kept with their verdicts. Those of more are found anew for each issue that shows them: nobody reads
/// the details of thousands.
const KEPT: usize = 45;

/// A comparison: its position table, and what comes of holding each two of its columns against each other.
#[derive(Debug)]
pub struct Compared<'s> {
    /// Stances of each of them on each issue.
    pub table: PositionTable<'s>,
    grounds: &'s Grounds<'s>,
    cruxes: OnceLock<Cruxes<'s>>,
    issues: OnceLock<Vec<IssueCompared>>,
    links: OnceLock<Links>,
}

/// An issue with the verdicts on all pairs of columns.
#[derive(Debug)]
pub struct IssueCompared {
    /// The issue on which they are compared.
    pub issue: IssueId,
    /// The verdicts, of pairs in the order of [`Compared::pairs`].
    pub verdicts: Vec<Verdict>,
    /// The statements of all cruxes.
    pub in_cruxes: BTreeSet<StatementId>,
    /// The same pairs with all that was found, where they are few.
    details: Option<Vec<PairCompared>>,
}

impl IssueCompared {
    /// The verdict by which an issue finds its place: that of the pair which is most divided.
    pub fn sharpest(&self) -> Verdict {
        let sharpest = self.verdicts.iter().min_by_key(|verdict| verdict.rank());
        *sharpest.expect("there are at least two columns")
    }
}

impl<'s> Compared<'s> {
    pub(super) fn new(grounds: &'s Grounds<'s>, table: PositionTable<'s>) -> Compared<'s> {
        Compared { table, grounds, cruxes: OnceLock::new(), issues: OnceLock::new(), links: OnceLock::new() }
    }

    /// The map of which it is a comparison.
    pub fn map(&self) -> &'s Map {
        self.table.map
    }

    /// The part of it that is looked at.
    pub fn selection(&self) -> &'s Selection {
        self.table.selection
    }

    /// How many are compared.
    pub fn number(&self) -> usize {
        self.table.columns().owners.len()
    }

    /// Each two of the columns, in their order.
    pub fn pairs(&self) -> impl Iterator<Item = [usize; 2]> + use<> {
        let number = self.number();
        (0..number).flat_map(move |a| (a + 1..number).map(move |b| [a, b]))
    }

    /// The issues on which they are compared, in the order of the map.
    pub fn asked(&self) -> Vec<IssueId> {
        let asked = &self.selection().filter.issues;
        self.map().issues.ids().filter(|issue| asked.is_empty() || asked.contains(issue)).collect()
    }

    /// Those issues with their verdicts: what divides comes first, then what is shared, then what only one speaks to; in each kind in the
    /// order of the map.
    pub fn issues(&self) -> &[IssueCompared] {
        self.issues.get_or_init(|| {
            let mut issues: Vec<IssueCompared> = self.asked().par_iter().map(|&issue| self.on(issue)).collect();
            issues.sort_by_key(|compared| compared.sharpest().rank());
            issues
        })
    }

    /// All pairs on an issue with what was found of them.
    pub fn details<'c>(&self, issue: &'c IssueCompared) -> Cow<'c, [PairCompared]> {
        match &issue.details {
            Some(details) => Cow::Borrowed(details),
            None => Cow::Owned(self.found(issue.issue).collect()),
        }
    }

    /// Comparison of two columns on an issue, and nothing else.
    pub fn pair(&self, issue: IssueId, columns: [usize; 2]) -> PairCompared {
        let sides = columns.map(|column| self.side(issue, column));
        PairCompared::new(self.map(), self.grounds, self.cruxes(), issue, sides.each_ref())
    }

    /// Every link between two columns, whatever sides they take; the lower column first.
    pub fn links(&self, pair: [usize; 2]) -> &[Link] {
        self.links.get_or_init(|| Links::new(self.map(), self.grounds, self.table.columns())).between(pair)
    }

    /// How often each two come to each verdict, by its rank.
    pub fn counts_of_pairs(&self) -> Vec<([usize; 2], [usize; Verdict::SHARPEST_FIRST.len()])> {
        let mut counts: Vec<_> = self.pairs().map(|pair| (pair, [0; Verdict::SHARPEST_FIRST.len()])).collect();
        for issue in self.issues() {
            for (verdict, (_, counts)) in issue.verdicts.iter().zip(&mut counts) {
                counts[verdict.rank()] += 1;
            }
        }
        counts
    }

    fn on(&self, issue: IssueId) -> IssueCompared {
        let number = self.number();
        let are_few = number * (number - 1) / 2 <= KEPT;
        let (mut verdicts, mut in_cruxes, mut details) = (Vec::new(), BTreeSet::new(), are_few.then(Vec::new));
        for pair in self.found(issue) {
            verdicts.push(pair.found.verdict);
            in_cruxes.extend(pair.contested());
            if let Some(details) = &mut details {
                details.push(pair);
            }
        }
        IssueCompared { issue, verdicts, in_cruxes, details }
    }

    /// All pairs on an issue, one after the other. What lies under a side is gathered once.
    fn found(&self, issue: IssueId) -> impl Iterator<Item = PairCompared> {
        let sides: Vec<Side<'_>> = (0..self.number()).map(|column| self.side(issue, column)).collect();
        self.pairs().map(move |columns| {
            let pair = columns.map(|column| &sides[column]);
            PairCompared::new(self.map(), self.grounds, self.cruxes(), issue, pair)
        })
    }

    fn side(&self, issue: IssueId, column: usize) -> Side<'_> {
        Side::new(self.map(), self.table.positions(), self.grounds, issue, column)
    }

    fn cruxes(&self) -> &Cruxes<'s> {
        self.cruxes.get_or_init(|| Cruxes::new(self.map(), self.grounds, self.table.columns()))
    }
}
