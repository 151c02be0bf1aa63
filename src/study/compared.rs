//! Columns held against each other, two by two, on every issue that is asked for.

mod gap;
mod pair;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use rayon::prelude::*;

use crate::analysis::dispute::agreement::{Side, Verdict};
use crate::analysis::dispute::between::{Link, between};
use crate::analysis::dispute::crux::Cruxes;
use crate::analysis::table::ground::Grounds;
use crate::analysis::table::orientation::Orientation;
use crate::analysis::table::positions::IssueStance;
use crate::model::select::Selection;
use crate::model::{IssueId, Map, StatementId};

use super::table::PositionTable;

pub use gap::{Gap, Pole};
pub use pair::PairCompared;

/// Of so many pairs the details are kept with their verdicts. Those of more are found anew for each issue that shows them, and of those
/// alone who both speak to it: nobody reads the details of thousands.
const KEPT: usize = 45;

/// A comparison: its position table, and what comes of holding each two of its columns against each other.
#[derive(Debug)]
pub struct Compared<'s> {
    /// Stances of each of them on each issue.
    pub table: PositionTable<'s>,
    grounds: &'s Grounds<'s>,
    cruxes: OnceLock<Cruxes<'s>>,
    issues: OnceLock<Vec<IssueCompared>>,
    links: OnceLock<Vec<Link>>,
}

/// An issue with the verdicts on all pairs of columns.
#[derive(Debug)]
pub struct IssueCompared {
    /// The issue on which they are compared.
    pub issue: IssueId,
    /// The verdicts on those pairs both of which speak, in the order of [`Compared::pairs`].
    verdicts: Vec<([usize; 2], Verdict)>,
    /// How many pairs there are of which one is silent, and how many of which both are.
    silent: [(usize, Verdict); 2],
    /// The statements of all cruxes.
    pub in_cruxes: BTreeSet<StatementId>,
    /// All pairs with all that was found, where they are few.
    details: Option<Vec<PairCompared>>,
}

impl IssueCompared {
    /// The verdicts that occur; one may come again and again.
    pub fn verdicts(&self) -> impl Iterator<Item = Verdict> {
        let silent = self.silent.iter().filter(|(number, _)| *number > 0).map(|(_, verdict)| *verdict);
        self.verdicts.iter().map(|(_, verdict)| *verdict).chain(silent)
    }

    /// The verdict by which an issue finds its place: that of the pair which is most divided.
    pub fn sharpest(&self) -> Verdict {
        let sharpest = self.verdicts().min_by_key(|verdict| verdict.rank());
        sharpest.expect("there are at least two columns")
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

    /// All pairs on an issue with what was found of them; of many, those alone who both speak to it.
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

    /// Every link between the first two, whatever sides they take.
    pub fn links(&self) -> &[Link] {
        self.links.get_or_init(|| between(self.map(), self.grounds, self.table.columns(), [0, 1]))
    }

    /// How often each verdict is the sharpest on an issue, by its rank.
    pub fn sharpest_counts(&self) -> [usize; Verdict::SHARPEST_FIRST.len()] {
        let mut counts = [0; Verdict::SHARPEST_FIRST.len()];
        self.issues().iter().for_each(|issue| counts[issue.sharpest().rank()] += 1);
        counts
    }

    /// How often each two come to each verdict, by its rank.
    pub fn counts_of_pairs(&self) -> Vec<([usize; 2], [usize; Verdict::SHARPEST_FIRST.len()])> {
        let mut counts: Vec<_> = self.pairs().map(|pair| (pair, [0; Verdict::SHARPEST_FIRST.len()])).collect();
        let number = self.number();
        let place = |[a, b]: [usize; 2]| a * (2 * number - a - 1) / 2 + (b - a - 1);
        let mut spoken = vec![0; number];
        for issue in self.issues() {
            self.speaking(issue.issue).into_iter().for_each(|column| spoken[column] += 1);
            issue.verdicts.iter().for_each(|(pair, verdict)| counts[place(*pair)].1[verdict.rank()] += 1);
        }
        let [one_silent, both_silent] = [Verdict::OneSilent, Verdict::BothSilent].map(Verdict::rank);
        for (pair, counts) in &mut counts {
            let both: usize = counts.iter().sum();
            let [one, other] = pair.map(|column| spoken[column]);
            counts[one_silent] = one + other - 2 * both;
            counts[both_silent] = self.issues().len() + both - one - other;
        }
        counts
    }

    /// On how many issues a column alone says anything.
    pub fn alone(&self, column: usize) -> usize {
        let positions = self.table.positions();
        let speaks_alone =
            |issue: &&IssueCompared| positions.stances_on(issue.issue).map(|(column, _)| column).eq([column]);
        self.issues().iter().filter(speaks_alone).count()
    }

    fn on(&self, issue: IssueId) -> IssueCompared {
        let (mut verdicts, mut in_cruxes) = (Vec::new(), BTreeSet::new());
        let mut details = self.are_few().then(Vec::new);
        for pair in self.found(issue) {
            if !matches!(pair.found.verdict, Verdict::OneSilent | Verdict::BothSilent) {
                verdicts.push((pair.columns, pair.found.verdict));
            }
            in_cruxes.extend(pair.contested());
            if let Some(details) = &mut details {
                details.push(pair);
            }
        }
        let speaking = self.speaking(issue).len();
        let silent = self.number() - speaking;
        let silent =
            [(speaking * silent, Verdict::OneSilent), (silent * silent.saturating_sub(1) / 2, Verdict::BothSilent)];
        IssueCompared { issue, verdicts, silent, in_cruxes, details }
    }

    fn are_few(&self) -> bool {
        self.number() * (self.number() - 1) / 2 <= KEPT
    }

    /// The columns that say anything on an issue, in order.
    fn speaking(&self, issue: IssueId) -> Vec<usize> {
        let stands = self.table.positions().stances_on(issue);
        let speaks = |(_, stand): &(usize, IssueStance<'_>)| stand.latest().issue.orientation != Orientation::Silent;
        stands.filter(speaks).map(|(column, _)| column).collect()
    }

    /// All pairs on an issue, one after the other; of many, those alone who both speak. What lies under a side is gathered once.
    fn found(&self, issue: IssueId) -> impl Iterator<Item = PairCompared> {
        let columns = if self.are_few() { (0..self.number()).collect() } else { self.speaking(issue) };
        let sides: Vec<Side<'_>> = columns.into_iter().map(|column| self.side(issue, column)).collect();
        let number = sides.len();
        let pairs = (0..number).flat_map(move |a| (a + 1..number).map(move |b| [a, b]));
        pairs.map(move |pair| {
            PairCompared::new(self.map(), self.grounds, self.cruxes(), issue, pair.map(|side| &sides[side]))
        })
    }

    fn side(&self, issue: IssueId, column: usize) -> Side<'_> {
        Side::new(self.map(), self.table.positions(), self.grounds, issue, column)
    }

    fn cruxes(&self) -> &Cruxes<'s> {
        self.cruxes.get_or_init(|| Cruxes::new(self.map(), self.grounds, self.table.columns()))
    }
}
