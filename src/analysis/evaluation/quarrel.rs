//! Quarrels: which open statements keep each other open, and what hangs on that.

use std::collections::BTreeMap;

use framework::Status;

use crate::model::{Map, StatementId};

use super::trace::{Flaw, Step, Trace};

/// Statements that keep each other open.
#[derive(Debug, PartialEq, Eq)]
pub struct Quarrel {
    /// Those that do, each kept open by the next and the last by the first.
    pub core: Vec<StatementId>,
    /// Those that are open because these are, in the order of the map.
    pub hanging: Vec<StatementId>,
}

/// The quarrels of an outcome, in the order of the map. Each open statement is followed to what keeps it open, and that in turn, until it
/// goes round: so every one belongs to one quarrel.
pub fn quarrels(map: &Map, trace: &Trace<'_>) -> Vec<Quarrel> {
    let is_open = |id: StatementId| trace.outcome.of(id) == Some(Status::Open);
    let mut core_of: BTreeMap<StatementId, usize> = BTreeMap::new();
    let mut quarrels: Vec<Quarrel> = Vec::new();
    for start in map.statements.ids().filter(|&id| is_open(id)) {
        let mut path = vec![start];
        let mut at: BTreeMap<StatementId, usize> = BTreeMap::from([(start, 0)]);
        let found = loop {
            let last = path[path.len() - 1];
            if let Some(&known) = core_of.get(&last) {
                path.pop();
                break known;
            }
            let next = keeps_open(map, trace, last).filter(|&id| is_open(id)).unwrap_or(last);
            if let Some(&from) = at.get(&next) {
                quarrels.push(Quarrel { core: path.split_off(from), hanging: Vec::new() });
                let new = quarrels.len() - 1;
                core_of.extend(quarrels[new].core.iter().map(|&id| (id, new)));
                break new;
            }
            at.insert(next, path.len());
            path.push(next);
        };
        for id in path {
            core_of.insert(id, found);
            quarrels[found].hanging.push(id);
        }
    }
    for quarrel in &mut quarrels {
        quarrel.hanging.sort_unstable();
        let first = quarrel.core.iter().enumerate().min_by_key(|(_, id)| **id).map_or(0, |(at, _)| at);
        quarrel.core.rotate_left(first);
    }
    quarrels.sort_by_key(|quarrel| quarrel.core[0]);
    quarrels
}

/// The statement that decides that another is open.
fn keeps_open(map: &Map, trace: &Trace<'_>, statement: StatementId) -> Option<StatementId> {
    match trace.step(trace.outcome.compiled.statement(statement)) {
        Step::Doubted(from) => {
            let from = trace.mutual(statement).unwrap_or(from);
            trace.foe(from, statement).speaker()
        }
        Step::Wanting => {
            let reason = trace.reasons(statement).find(|&reason| trace.holds(reason).is_none())?;
            match trace.flaw(reason) {
                Flaw::Premise(id) | Flaw::Denied(id) => Some(id),
                Flaw::Circle => map.reasons[reason].premises.iter().copied().find(|&premise| premise != statement),
            }
        }
        // Of premises that cannot all stand, each keeps the others open.
        Step::Bound(reason) => {
            let reason = &map.reasons[reason];
            let is_open = |id: StatementId| trace.outcome.of(id) == Some(Status::Open);
            let other = reason.premises.iter().copied().find(|&id| id != statement && is_open(id));
            Some(other.unwrap_or(reason.conclusion))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::evaluation::quarrel::*;
    use crate::analysis::example::{scene, whole};
    use crate::study::Study;

    #[test]
    fn whatever_is_open_belongs_to_one_quarrel() {
        let map = scene(
            "@ann-2015\n\nclaim a: A.\n  against: bob-2015.b\n\nclaim on-it: O.\n  because: a\n\nclaim c: C.\n  against: d\n\n\
             claim d: D.\n  against: e\n\nclaim e: E.\n  against: c\n\nclaim free: F.\n\n@bob-2015\n\nclaim b: B.\n  against: ann-2015.a\n",
        );
        let selection = whole(&map);
        let study = Study::new(&map, &selection);
        let names = |ids: &[StatementId]| ids.iter().map(|&id| map.own_name(id)).collect::<Vec<_>>().join(" ");
        let told = |quarrel: &Quarrel| format!("{} | {}", names(&quarrel.core), names(&quarrel.hanging));
        let found: Vec<String> = quarrels(&map, &study.trace()).iter().map(told).collect();
        assert_eq!(found, ["a b | on-it", "c e d | "]);
    }
}
