//! Comparison of two columns on an issue.

use std::cell::OnceCell;

use foldhash::{HashSet, HashSetExt};

use crate::analysis::dispute::support::{CommonGrounds, SupportClosure};
use crate::analysis::table::column::Columns;
use crate::analysis::table::ground::Grounds;
use crate::analysis::table::positions::{IssueStance, Positions};
use crate::model::{Attitude, Date, IssueId, Map, PositionId, RelationId, StatementId};

use super::conditional::OnCondition;
use super::ends::Ends;

/// How two columns stand to each other on an issue. The first that fits, from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Neither speaks to the issue.
    BothSilent,
    /// One speaks to the issue and the other does not.
    OneSilent,
    /// One only asks or mentions it.
    OnlyRaised,
    /// One speaks both ways.
    Ambivalent,
    /// One speaks only on a condition.
    Conditional,
    /// One holds what the other rejects, or they hold positions that exclude each other.
    Opposed,
    /// Opposed, and nothing in this map joins the one side to the other.
    TalkingPast,
    /// Opposed, and both are one author at different times.
    ChangeOfMind,
    /// They hold neighbouring positions of a scale: not more than half of it lies between them.
    Degree,
    /// They hold or reject the same position, on these grounds.
    Same(Footing),
    /// Nothing of this: what they say can stand together.
    Compatible,
}

impl Verdict {
    /// Every one in the order of a page: what divides first, then what is shared, silence last.
    pub const SHARPEST_FIRST: [Verdict; 14] = [
        Verdict::Opposed,
        Verdict::TalkingPast,
        Verdict::ChangeOfMind,
        Verdict::Conditional,
        Verdict::Ambivalent,
        Verdict::Degree,
        Verdict::Same(Footing::Different),
        Verdict::Same(Footing::PartlyShared),
        Verdict::Same(Footing::Shared),
        Verdict::Same(Footing::NotGiven),
        Verdict::Compatible,
        Verdict::OnlyRaised,
        Verdict::OneSilent,
        Verdict::BothSilent,
    ];

    /// Where it stands in that order.
    pub fn rank(self) -> usize {
        let rank = Verdict::SHARPEST_FIRST.iter().position(|&known| known == self);
        rank.expect("the order has every verdict")
    }

    /// Whether two are opposed.
    pub fn is_opposed(self) -> bool {
        matches!(self, Verdict::Opposed | Verdict::TalkingPast)
    }
}

/// On what grounds two hold the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Footing {
    /// All grounds of the one are grounds of the other.
    Shared,
    /// Some grounds of the one are grounds of the other.
    PartlyShared,
    /// No ground of the one is a ground of the other.
    Different,
    /// One of them, or both, gives no ground in this map.
    NotGiven,
}

/// A point where two are opposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clash {
    /// One of the two (0 or 1) holds a position that the other rejects.
    Rejected {
        /// The position on which they clash.
        position: PositionId,
        /// Which of the two holds it.
        holder: usize,
        /// Whether the other rejects it only as not enough by itself.
        alone: bool,
    },
    /// They hold positions that exclude each other, each from its first to its last.
    Exclusive([[PositionId; 2]; 2]),
    /// They hold positions of a scale, from the first to the last, of which the middles are no more than half of it apart.
    Degree([[PositionId; 2]; 2]),
}

impl Clash {
    /// Whether two are opposed by it. To call a position not enough by itself is not to oppose who holds it, and to
    /// stand a little further along a scale is to differ by degree.
    pub fn is_opposition(self) -> bool {
        match self {
            Clash::Rejected { alone, .. } => !alone,
            Clash::Exclusive(_) => true,
            Clash::Degree(_) => false,
        }
    }
}

/// Verdict on two columns on an issue, with the points and grounds that it rests on.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The verdict, the first that fits.
    pub verdict: Verdict,
    /// The points where the two are opposed, in the order of the map.
    pub clashes: Vec<Clash>,
    /// The positions that both hold, or both reject.
    pub common: Vec<PositionId>,
    /// The grounds of either, and those that both share.
    pub grounds: CommonGrounds,
    /// For each ground that both give, in order: whether they give it for positions that exclude each other.
    pub opposite_ends: Vec<bool>,
    /// The relations between the two sides.
    pub relations: Vec<RelationId>,
    /// Whether both are one author at different times.
    pub is_same_mind: bool,
    /// Where one of them changed, or both: since when it is so.
    pub since: Option<Date>,
    /// Exceptions, and what both say on one condition.
    pub on_conditions: Vec<OnCondition>,
}

impl Comparison {
    /// The clashes that are worth saying. Who holds yes and who holds no reject each other's answer, too: that goes without
    /// saying.
    pub fn told_clashes(&self, map: &Map) -> &[Clash] {
        let yes_and_no = self.clashes.iter().find(|clash| match clash {
            Clash::Exclusive([[one, _], _]) => map.positions[*one].name.is_none(),
            Clash::Rejected { .. } | Clash::Degree(_) => false,
        });
        yes_and_no.map_or(self.clashes.as_slice(), std::slice::from_ref)
    }

    /// Those of them that oppose the two.
    pub fn oppositions(&self, map: &Map) -> impl Iterator<Item = Clash> {
        self.told_clashes(map).iter().copied().filter(|clash| clash.is_opposition())
    }
}

/// A column on one issue, made ready to be held against others.
#[derive(Debug)]
pub struct Side<'p> {
    /// The column in the table of positions.
    pub column: usize,
    /// How it stands, in the end.
    pub stand: IssueStance<'p>,
    /// All that it ever said.
    pub(super) whole: IssueStance<'p>,
    pub(super) columns: &'p Columns,
    pub(super) support: SupportClosure,
    /// Gathered when it is first held against one who gives a ground of its own.
    pub(super) ends: OnceCell<Ends>,
}

impl<'p> Side<'p> {
    /// A column on an issue, with what lies under the statements that take a side on it.
    pub fn new(map: &Map, positions: &'p Positions, grounds: &Grounds<'_>, issue: IssueId, column: usize) -> Side<'p> {
        let whole = positions.stance(issue, column);
        let stand = whole.latest();
        let columns = &positions.columns;
        let support = SupportClosure::new(map, grounds, columns, &heads(map, &stand));
        Side { column, stand, whole, columns, support, ends: OnceCell::new() }
    }
}

/// The statements that take a side on an issue, in the order of the text.
pub(super) fn heads(map: &Map, stand: &IssueStance<'_>) -> Vec<StatementId> {
    let stances = stand.stances.iter().map(|say| &map.stances[say.stance]);
    let sided = stances.filter(|stance| stance.attitude != Attitude::Raises);
    let mut seen = HashSet::new();
    sided.map(|stance| stance.statement).filter(|&statement| seen.insert(statement)).collect()
}
