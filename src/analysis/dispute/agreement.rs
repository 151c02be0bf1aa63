//! Agreement: for one issue and two columns, one verdict and what it rests on.

mod comparison;
mod conditional;
mod ends;
mod one_mind;

use crate::analysis::table::ground::Grounds;
use crate::analysis::table::orientation::{OnPosition, Orientation};
use crate::analysis::table::positions::IssueStance;
use crate::model::{IssueId, Map, PositionId, StatementId};

use self::ends::is_degree;
use super::support::CommonGrounds;
use ends::{Ends, opposite_ends};
use one_mind::is_one_mind_at_two_times;

pub use self::comparison::{Clash, Comparison, Footing, Side, Verdict};
pub use self::conditional::{Meeting, OnCondition};

/// Holds two sides against each other on one issue.
pub fn compare(map: &Map, grounds: &Grounds<'_>, issue: IssueId, sides: [&Side<'_>; 2]) -> Comparison {
    let stands = sides.map(|side| side.stand);
    let [one, other] = sides.map(|side| &side.support);
    let joins = one.joins(other, sides.map(|side| side.column));
    let shared = one.shared(other, grounds);
    let joined = || joins.any || one.overlaps(other, grounds);

    let clashes = clashes(map, issue, &stands);
    let common = common(map, &stands);
    let below = [&one.grounds, &other.grounds];
    let is_same_mind = is_one_mind_at_two_times(map, sides);
    let verdict = match verdict(&stands, &clashes, joined, !common.is_empty(), below, &shared) {
        Verdict::Opposed | Verdict::TalkingPast if is_same_mind => Verdict::ChangeOfMind,
        verdict => verdict,
    };
    // Where nothing is compared, nothing is so since then.
    let is_compared =
        !matches!(verdict, Verdict::BothSilent | Verdict::OneSilent | Verdict::OnlyRaised | Verdict::Ambivalent);
    let turned = sides.iter().filter(|_| is_compared).filter_map(|side| side.whole.last);
    let since = turned.map(|last| last.since).max_by_key(|date| date.first_day());
    let on_conditions = conditional::on_conditions(map, issue, &stands);
    let opposite_ends = match shared.both.as_slice() {
        [] => Vec::new(),
        both => {
            let ends = sides.map(|side| side.ends.get_or_init(|| Ends::new(map, grounds, &side.stand)));
            opposite_ends(map, issue, ends, both)
        }
    };
    Comparison {
        verdict,
        clashes,
        common,
        grounds: shared,
        opposite_ends,
        relations: joins.relations,
        is_same_mind,
        since,
        on_conditions,
    }
}

fn verdict(
    stands: &[IssueStance<'_>; 2],
    clashes: &[Clash],
    joined: impl Fn() -> bool,
    common: bool,
    below: [&Vec<StatementId>; 2],
    shared: &CommonGrounds,
) -> Verdict {
    let [a, b] = stands.map(|stand| stand.issue.orientation);
    let opposed = clashes.iter().any(|clash| clash.is_opposition());
    let either = |wanted: &[Orientation]| wanted.contains(&a) || wanted.contains(&b);
    match () {
        () if a == Orientation::Silent && b == Orientation::Silent => Verdict::BothSilent,
        () if either(&[Orientation::Silent]) => Verdict::OneSilent,
        () if either(&[Orientation::Raises]) => Verdict::OnlyRaised,
        () if either(&[Orientation::Ambivalent]) => Verdict::Ambivalent,
        () if either(&[Orientation::Conditional]) => Verdict::Conditional,
        () if opposed && joined() => Verdict::Opposed,
        () if opposed => Verdict::TalkingPast,
        () if clashes.iter().any(|clash| matches!(clash, Clash::Degree(_))) => Verdict::Degree,
        () if common => Verdict::Same(match () {
            () if below.iter().any(|grounds| grounds.is_empty()) => Footing::NotGiven,
            () if shared.both.is_empty() => Footing::Different,
            () if shared.only.iter().all(Vec::is_empty) => Footing::Shared,
            () => Footing::PartlyShared,
        }),
        () => Verdict::Compatible,
    }
}

fn clashes(map: &Map, issue: IssueId, stands: &[IssueStance<'_>; 2]) -> Vec<Clash> {
    let mut clashes = Vec::new();
    for (holder, other) in [(0, 1), (1, 0)] {
        for cell in stands[holder].positions.iter().filter(|cell| stands[holder].holds(cell)) {
            let rejects = |cell: &&OnPosition| cell.rejected && !cell.held && !stands[other].is_aside(map, cell);
            if let Some(rejected) = stands[other].on(cell.position).filter(rejects) {
                clashes.push(Clash::Rejected { position: cell.position, holder, alone: rejected.alone });
            }
        }
    }
    if map.issues[issue].is_exclusive() {
        let held = stands.map(|stand| stand.issue.held);
        if let [Some(a), Some(b)] = held
            && a != b
        {
            clashes.push(if is_degree(map, issue, [a, b]) { Clash::Degree([a, b]) } else { Clash::Exclusive([a, b]) });
        }
    }
    clashes
}

/// The positions that both hold; where there is none, those that both reject.
fn common(map: &Map, stands: &[IssueStance<'_>; 2]) -> Vec<PositionId> {
    let [a, b] = stands;
    let both = |of: fn(&IssueStance<'_>, &OnPosition) -> bool| -> Vec<PositionId> {
        let cells = a.positions.iter().filter(|cell| of(a, cell) && !a.is_aside(map, cell));
        let is_others =
            |cell: &&OnPosition| b.on(cell.position).is_some_and(|cell| of(b, cell) && !b.is_aside(map, cell));
        cells.filter(is_others).map(|cell| cell.position).collect()
    };
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method itself is not general enough for the pointer"
    )]
    let held = both(|stand, cell| stand.holds(cell));
    if held.is_empty() { both(|_, cell| cell.rejected && !cell.held) } else { held }
}

#[cfg(test)]
mod tests;
