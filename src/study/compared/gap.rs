//! Gaps between two camps: who is in them, who attacks what, and the cruxes.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::dispute::agreement::{Clash, Verdict};
use crate::model::{Map, PositionId, RelationId, RelationKind, StatementId};

use super::pair::PairCompared;

/// Those who take one side: the position, of a range the first and the last, and whether they are against it.
pub type Pole = ([PositionId; 2], bool);

/// Members, attacks and cruxes of two camps that are opposed.
#[derive(Debug, Default)]
pub struct Gap {
    /// Columns in each camp.
    pub columns: [BTreeSet<usize>; 2],
    /// The attacks of either on the other.
    pub attacks: BTreeSet<RelationId>,
    /// The statements of the cruxes between two of them.
    pub cruxes: BTreeSet<StatementId>,
    /// Pairs that nothing in this map joins.
    pub past: Vec<[usize; 2]>,
}

impl Gap {
    /// Gap between each two camps that are opposed, by the pairs on one issue.
    pub fn all(map: &Map, pairs: &[PairCompared]) -> BTreeMap<[Pole; 2], Gap> {
        let mut gaps: BTreeMap<[Pole; 2], Gap> = BTreeMap::new();
        for pair in pairs.iter().filter(|pair| pair.found.verdict.is_opposed()) {
            for clash in pair.found.oppositions(map) {
                let mut camps = match clash {
                    Clash::Exclusive([a, b]) | Clash::Degree([a, b]) => [(a, false), (b, false)],
                    Clash::Rejected { position, holder, .. } => [0, 1].map(|side| ([position; 2], side != holder)),
                };
                let mut columns = pair.columns;
                if camps[1] < camps[0] {
                    camps.reverse();
                    columns.reverse();
                }
                gaps.entry(camps).or_default().add(map, pair, columns);
            }
        }
        gaps
    }

    fn add(&mut self, map: &Map, pair: &PairCompared, columns: [usize; 2]) {
        for (camp, column) in self.columns.iter_mut().zip(columns) {
            camp.insert(column);
        }
        let is_attack =
            |id: &&RelationId| matches!(map.relations[**id].kind, RelationKind::Against | RelationKind::Undercuts);
        self.attacks.extend(pair.found.relations.iter().filter(is_attack));
        self.cruxes.extend(pair.contested());
        self.past.extend((pair.found.verdict == Verdict::TalkingPast).then_some(pair.columns));
    }

    /// The statements that are attacked more than once, the most attacked first, with how often.
    pub fn most_attacked(&self, map: &Map) -> Vec<(StatementId, usize)> {
        let mut numbers: BTreeMap<StatementId, usize> = BTreeMap::new();
        self.attacks.iter().for_each(|&id| *numbers.entry(map.relations[id].to).or_default() += 1);
        let mut numbers: Vec<(StatementId, usize)> = numbers.into_iter().filter(|(_, number)| *number > 1).collect();
        numbers.sort_by_key(|&(statement, number)| (Reverse(number), statement));
        numbers
    }
}
