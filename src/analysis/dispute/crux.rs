//! Cruxes: the fewest contested statements whose fall leaves one of two opposed sides with nothing for its position.
//!
//! Under a side lies every statement that takes its position and all that reaches those by `because`, except reasons
//! that another document brings. What lies there is contested when the other side attacks it: itself, what `agrees` with
//! it, or a reason there that it is a premise of. To settle it is to strike either it, with what says the same, or the attacks
//! on it; only the first leaves a side with less. A reason falls with any of its premises, a statement when it had
//! reasons and all of them fell; reasons that go in a circle hold each other up as long as nothing in it is struck.
//!
//! To find the smallest set is a hitting-set problem, and NP-hard. It is solved exactly, within a stated limit, by the
//! hitting-set tree of Reiter (1987), with the disjoint-cores bound of implicit hitting sets (see `search`).

mod found;
mod search;
mod side;

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use crate::analysis::table::bearing::Bearing;
use crate::analysis::table::column::Columns;
use crate::analysis::table::column_stance::ColumnStance;
use crate::analysis::table::ground::Grounds;
use crate::model::{Map, PositionId, Reason, RelationId, RelationKind, StatementId};

use super::agreement::{self, Clash};
use search::{Outcome, Search};
use side::Side;

pub use self::found::{Contested, Crux, MOST, Sought};

/// Finds the cruxes of one comparison: who attacks what is gathered once.
#[derive(Debug)]
pub struct Cruxes<'m> {
    map: &'m Map,
    grounds: &'m Grounds<'m>,
    /// By column and class of what says the same: the attacks on the class.
    against: HashMap<(usize, StatementId), Vec<RelationId>>,
    /// By column, conclusion and the first premise named, if any: the denials of its reasons.
    undercuts: HashMap<(usize, StatementId, Option<StatementId>), Vec<RelationId>>,
    /// By column and conclusion: the premises that denials of its reasons name.
    named: HashSet<(usize, StatementId, StatementId)>,
}

impl<'m> Cruxes<'m> {
    /// Gathers who attacks what. What is only reported of a column, or is an objection raised against oneself, is no
    /// attack of its.
    pub fn new(map: &'m Map, grounds: &'m Grounds<'m>, columns: &Columns) -> Self {
        let mut cruxes =
            Cruxes { map, grounds, against: HashMap::new(), undercuts: HashMap::new(), named: HashSet::new() };
        let mut places = Vec::new();
        for (id, relation) in map.relations.iter() {
            if !grounds.has_relation(relation) || map.statements[relation.from].anticipated {
                continue;
            }
            let (against, undercuts) = (&mut cruxes.against, &mut cruxes.undercuts);
            columns.of(map, relation.from, &mut places);
            for &(column, _) in places.iter().filter(|(_, reported)| !reported) {
                match relation.kind {
                    RelationKind::Against => against.entry((column, grounds.class_of(relation.to))).or_default(),
                    RelationKind::Undercuts => {
                        cruxes.named.extend(relation.because.iter().map(|&premise| (column, relation.to, premise)));
                        undercuts.entry((column, relation.to, relation.because.first().copied())).or_default()
                    }
                    _ => continue,
                }
                .push(id);
            }
        }
        cruxes
    }

    /// The crux of two columns that clash so, of what they say on the issue.
    pub fn of(&self, clash: Clash, pair: [&agreement::Side<'_>; 2]) -> Sought {
        let columns = pair.map(|side| side.column);
        let positions = match clash {
            Clash::Exclusive(positions) | Clash::Degree(positions) => positions.map(|held| (held, true)),
            Clash::Rejected { position, holder, .. } => [0, 1].map(|side| ([position; 2], side == holder)),
        };
        let sides = [0, 1].map(|one| {
            let ([position, _], is_for) = positions[one];
            let mut side = Side::under(self.grounds, &heads(self.map, pair[one].stand.stances, position, is_for));
            side.contest(
                |statement| self.against(statement, columns[1 - one]).next().map(|_| self.grounds.class_of(statement)),
                |reason| self.undercuts(reason, columns[1 - one]).next().is_some(),
                |reason, premise| self.named.contains(&(columns[1 - one], reason.conclusion, premise)),
            );
            side
        });
        let (side, chosen) = match Search::new(&sides).smallest() {
            Outcome::Found { side, chosen } => (side, chosen),
            Outcome::None => return Sought::None,
            Outcome::BeyondLimit => return Sought::BeyondLimit,
        };
        let (held, is_for) = positions[side];
        let attacks = |statement| self.attacks(statement, &sides[side], columns[1 - side]);
        let with_attacks = |statement| Contested { statement, attacks: attacks(statement) };
        Sought::Found(Crux { side, held, is_for, contested: chosen.into_iter().map(with_attacks).collect() })
    }

    /// The attacks of a column on a statement, or on what says the same.
    fn against(&self, statement: StatementId, by: usize) -> impl Iterator<Item = RelationId> {
        self.against.get(&(by, self.grounds.class_of(statement))).into_iter().flatten().copied()
    }

    /// A column's denials of a reason: those that name no premise, and those that name premises of it.
    fn undercuts(&self, reason: &'m Reason, by: usize) -> impl Iterator<Item = RelationId> {
        let named = reason.premises.iter().copied().map(Some);
        let found = std::iter::once(None)
            .chain(named)
            .filter_map(move |first| self.undercuts.get(&(by, reason.conclusion, first)));
        let denies = |id: &RelationId| self.grounds.denials.strike(&self.map.relations[*id].because, reason);
        found.flatten().copied().filter(denies)
    }

    /// All attacks of a column by which a statement under a side is contested.
    fn attacks(&self, statement: StatementId, side: &Side<'_>, by: usize) -> Vec<RelationId> {
        let reasons = self.map.reasons_using(statement).iter().map(|&id| &self.map.reasons[id]);
        let given = reasons.filter(|reason| side.has(reason.conclusion) && self.grounds.has_reason(reason));
        let mut attacks: Vec<RelationId> = self.against(statement, by).collect();
        attacks.extend(given.flat_map(|reason| self.undercuts(reason, by)));
        attacks.sort_unstable();
        attacks.dedup();
        attacks
    }
}

/// The statements that take a position: an anticipated objection takes none.
fn heads(map: &Map, stances: &[ColumnStance], position: PositionId, is_for: bool) -> Vec<StatementId> {
    let wanted = (position, if is_for { Bearing::Holds } else { Bearing::Rejects });
    let takes = |say: &&ColumnStance| {
        let alone = !is_for && say.alone;
        !alone && !say.anticipated && say.bearings(map).any(|found| found == wanted)
    };
    let mut seen = HashSet::new();
    let heads = stances.iter().filter(takes).map(|say| say.statement);
    heads.filter(|&head| seen.insert(head)).collect()
}

#[cfg(test)]
mod tests;
