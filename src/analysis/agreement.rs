//! Agreement: for one issue and two columns, one verdict and what it rests on.

use foldhash::{HashSet, HashSetExt};

use crate::model::{Attitude, IssueId, Map, PositionId, RelationId, StatementId};

use super::ground::{Grounds, Shared};
use super::positions::{Positions, Stand, Standing};

/// How two columns stand to each other on an issue. The first that fits, from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Neither speaks.
    BothSilent,
    /// One says nothing.
    OneSilent,
    /// One only asks or mentions it.
    OnlyRaised,
    /// One speaks both ways, or said one thing and then the opposite.
    Ambivalent,
    /// One speaks only on a condition.
    Conditional,
    /// One holds what the other rejects, or they hold positions that exclude each other.
    Opposed,
    /// Opposed, and nothing in this map joins the one side to the other.
    TalkingPast,
    /// They hold or reject the same position, on these grounds.
    Same(Footing),
    /// Nothing of this: what they say can stand together.
    Compatible,
}

/// On what grounds two hold the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Footing {
    /// All grounds of the one are grounds of the other.
    Shared,
    /// Some are.
    PartlyShared,
    /// None are.
    Different,
    /// One of them, or both, gives no ground in this map.
    NotGiven,
}

/// A point where two are opposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clash {
    /// One of the two (0 or 1) holds a position that the other rejects.
    Rejected {
        /// The position.
        position: PositionId,
        /// Which of the two holds it.
        holder: usize,
        /// Whether the other rejects it only as not enough by itself.
        alone: bool,
    },
    /// They hold positions that exclude each other.
    Exclusive([PositionId; 2]),
}

/// What comes of holding two columns against each other on an issue.
#[derive(Debug)]
pub struct Comparison {
    /// The verdict.
    pub verdict: Verdict,
    /// Where they clash.
    pub clashes: Vec<Clash>,
    /// The positions that both hold, or both reject.
    pub common: Vec<PositionId>,
    /// Their grounds.
    pub grounds: Shared,
    /// The relations between the two sides.
    pub relations: Vec<RelationId>,
}

/// Holds two columns of a table against each other on one issue.
pub fn compare(
    map: &Map,
    positions: &Positions,
    grounds: &Grounds<'_>,
    issue: IssueId,
    pair: [usize; 2],
) -> Comparison {
    let stands = pair.map(|column| positions.stand(issue, column));
    let heads = stands.map(|stand| heads(map, &stand));
    let sides = [&heads[0], &heads[1]].map(|heads| grounds.beneath(heads));
    let below = [0, 1].map(|side| {
        let heads: HashSet<StatementId> = heads[side].iter().copied().collect();
        sides[side].iter().copied().filter(|statement| !heads.contains(statement)).collect::<Vec<_>>()
    });
    let belongs = |statement: StatementId, side: usize| {
        let mut places = Vec::new();
        positions.columns.of(map, statement, &mut places);
        places.iter().any(|&(column, reported)| column == pair[side] && !reported)
    };
    let (relations, reasons) = grounds.joins([&sides[0], &sides[1]], belongs);
    let shared = grounds.shared(&below[0], &below[1]);
    let joined = reasons || !relations.is_empty() || !grounds.shared(&sides[0], &sides[1]).both.is_empty();

    let clashes = clashes(map, issue, &stands);
    let common = common(&stands);
    let verdict = verdict(&stands, !clashes.is_empty(), joined, !common.is_empty(), &below, &shared);
    Comparison { verdict, clashes, common, grounds: shared, relations }
}

fn verdict(
    stands: &[Stand<'_>; 2],
    clash: bool,
    joined: bool,
    common: bool,
    below: &[Vec<StatementId>; 2],
    shared: &Shared,
) -> Verdict {
    let [a, b] = stands.map(|stand| stand.issue.standing);
    let either = |wanted: &[Standing]| wanted.contains(&a) || wanted.contains(&b);
    match () {
        () if a == Standing::Silent && b == Standing::Silent => Verdict::BothSilent,
        () if either(&[Standing::Silent]) => Verdict::OneSilent,
        () if either(&[Standing::Raises]) => Verdict::OnlyRaised,
        () if either(&[Standing::Ambivalent, Standing::Changed]) => Verdict::Ambivalent,
        () if either(&[Standing::Conditional]) => Verdict::Conditional,
        () if clash && joined => Verdict::Opposed,
        () if clash => Verdict::TalkingPast,
        () if common => Verdict::Same(match () {
            () if below.iter().any(Vec::is_empty) => Footing::NotGiven,
            () if shared.both.is_empty() => Footing::Different,
            () if shared.only.iter().all(Vec::is_empty) => Footing::Shared,
            () => Footing::PartlyShared,
        }),
        () => Verdict::Compatible,
    }
}

/// The statements that take a side on an issue, in the order of the text.
fn heads(map: &Map, stand: &Stand<'_>) -> Vec<StatementId> {
    let stances = stand.says.iter().map(|say| &map.stances[say.stance]);
    let sided = stances.filter(|stance| stance.attitude != Attitude::Raises);
    let mut seen = HashSet::new();
    sided.map(|stance| stance.statement).filter(|&statement| seen.insert(statement)).collect()
}

fn clashes(map: &Map, issue: IssueId, stands: &[Stand<'_>; 2]) -> Vec<Clash> {
    let mut clashes = Vec::new();
    for (holder, other) in [(0, 1), (1, 0)] {
        for cell in stands[holder].positions.iter().filter(|cell| cell.held) {
            if let Some(rejected) = stands[other].on(cell.position).filter(|other| other.rejected && !other.held) {
                clashes.push(Clash::Rejected { position: cell.position, holder, alone: rejected.alone });
            }
        }
    }
    if map.issues[issue].is_exclusive() {
        let held = stands.map(|stand| stand.positions.iter().find(|cell| cell.held).map(|cell| cell.position));
        if let [Some(a), Some(b)] = held
            && a != b
        {
            clashes.push(Clash::Exclusive([a, b]));
        }
    }
    clashes
}

/// The positions that both hold; where there is none, those that both reject.
fn common(stands: &[Stand<'_>; 2]) -> Vec<PositionId> {
    let [a, b] = stands;
    let both = |of: fn(&super::positions::OnPosition) -> bool| -> Vec<PositionId> {
        let cells = a.positions.iter().filter(|cell| of(cell));
        cells.filter(|cell| b.on(cell.position).is_some_and(of)).map(|cell| cell.position).collect()
    };
    let held = both(|cell| cell.held);
    if held.is_empty() { both(|cell| cell.rejected && !cell.held) } else { held }
}

#[cfg(test)]
mod tests;
