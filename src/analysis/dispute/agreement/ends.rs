//! To which ends two sides give the same ground: for positions that exclude each other, or not.

use std::collections::BTreeMap;

use foldhash::HashSet;

use crate::analysis::table::bearing::Bearing;
use crate::analysis::table::ground::Grounds;
use crate::analysis::table::positions::IssueStance;
use crate::model::Answers;
use crate::model::{IssueId, Map, PositionId, StatementId};

/// Of so many positions a side it is asked which grounds lie under each.
const ASKED: usize = 16;

/// One side of a position: whether it is held, else it is rejected.
type End = (PositionId, bool);

/// What one side gives for each end that it takes.
#[derive(Debug)]
pub struct Ends(Vec<(End, HashSet<StatementId>)>);

/// For each ground that both give: whether the one gives it for what the other gives it against, conditions and times
/// apart.
pub fn opposite_ends(map: &Map, issue: IssueId, [one, other]: [&Ends; 2], both: &[[StatementId; 2]]) -> Vec<bool> {
    let is_opposite = |&[ground, same]: &[StatementId; 2]| {
        let ends = one.0.iter().filter(|(_, given)| given.contains(&ground));
        let mut met = ends.flat_map(|one| other.0.iter().map(move |other| (one.0, other)));
        met.any(|(end, (other, given))| given.contains(&same) && are_opposed(map, issue, end, *other))
    };
    both.iter().map(is_opposite).collect()
}

impl Ends {
    /// What is rejected only as not enough `alone` is no end, and neither is an anticipated objection.
    pub fn new(map: &Map, grounds: &Grounds<'_>, stand: &IssueStance<'_>) -> Ends {
        let mut heads: BTreeMap<End, Vec<StatementId>> = BTreeMap::new();
        for say in stand.stances.iter().filter(|say| !say.anticipated && !say.alone) {
            for (position, bearing) in say.bearings(map) {
                if matches!(bearing, Bearing::Holds | Bearing::Rejects) {
                    let end = (position, bearing == Bearing::Holds);
                    heads.entry(end).or_default().push(say.statement);
                }
            }
        }
        Ends(heads.into_iter().take(ASKED).map(|(end, heads)| (end, support(grounds, heads))).collect())
    }
}

/// All that reaches these statements by `because`.
fn support(grounds: &Grounds<'_>, mut open: Vec<StatementId>) -> HashSet<StatementId> {
    let mut given: HashSet<StatementId> = HashSet::default();
    while let Some(statement) = open.pop() {
        for reason in grounds.reasons_for(statement) {
            open.extend(reason.premises.iter().copied().filter(|&premise| given.insert(premise)));
        }
    }
    given
}

fn are_opposed(map: &Map, issue: IssueId, (one, holds_one): End, (other, holds_other): End) -> bool {
    if one == other {
        return holds_one != holds_other;
    }
    holds_one && holds_other && map.issues[issue].is_exclusive() && !is_degree(map, issue, [one, other])
}

/// Whether no more than half of a scale lies between two of its positions.
pub(super) fn is_degree(map: &Map, issue: IssueId, [a, b]: [PositionId; 2]) -> bool {
    let apart = a.index().abs_diff(b.index());
    map.issues[issue].answers == Answers::Scale && 2 * apart <= map.issues[issue].positions().len().saturating_sub(1)
}
