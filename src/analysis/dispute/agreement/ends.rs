//! To which ends two sides give the same ground: for positions that exclude each other, or not.

use std::collections::BTreeMap;

use foldhash::HashSet;

use crate::analysis::table::ground::Grounds;
use crate::analysis::table::positions::IssueStance;
use crate::analysis::table::taken::Taken;
use crate::model::Answers;
use crate::model::{IssueId, Map, PositionId, StatementId};

/// Of so many positions a side it is asked which grounds lie under each.
const ASKED: usize = 16;

/// Range that is held, from the first position to the last, or else is rejected.
type End = ([PositionId; 2], bool);

/// Grounds that one side gives for each end that it takes.
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
    /// A rejection only as not enough `alone` has no end, and neither has an anticipated objection.
    pub fn new(map: &Map, grounds: &Grounds<'_>, stand: &IssueStance<'_>) -> Ends {
        let mut heads: BTreeMap<End, Vec<StatementId>> = BTreeMap::new();
        for say in stand.stances {
            let Some(Taken { held, rejected }) = Taken::of(map, say) else { continue };
            let ends = held.map(|held| (held, true)).into_iter().chain(rejected.map(|rejected| ([rejected; 2], false)));
            ends.for_each(|end| heads.entry(end).or_default().push(say.statement));
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
    let taken = |end, holds| {
        if holds { Taken { held: Some(end), rejected: None } } else { Taken { held: None, rejected: Some(end[0]) } }
    };
    let is_degree = holds_one && holds_other && is_degree(map, issue, [one, other]);
    !is_degree && taken(one, holds_one).excludes(taken(other, holds_other), map.issues[issue].is_exclusive())
}

/// Whether no more than half of a scale lies between the middles of what is held of it.
pub(super) fn is_degree(map: &Map, issue: IssueId, [a, b]: [[PositionId; 2]; 2]) -> bool {
    let middle = |[first, last]: [PositionId; 2]| first.index() + last.index();
    let half_steps = middle(a).abs_diff(middle(b));
    map.issues[issue].answers == Answers::Scale && half_steps <= map.issues[issue].positions().len().saturating_sub(1)
}
