//! Statuses of stances by the words of the manual, looked for among all labellings: nothing of the framework is used.
//!
//! A label is 1 where something stands, -1 where it falls, 0 where it is open. So *all of it* is the least, *one of it* the greatest, and
//! *not* turns the sign.

use std::collections::BTreeMap;

use crate::analysis::evaluation::condition::taken::Taken;
use crate::model::{
    Answers, Attitude, Condition, ConditionLink, Map, PositionId, RelationKind, Stance, StanceId, StatementId,
};

/// Conditions of stances, as they are written.
pub struct Definition<'m> {
    map: &'m Map,
    holders: BTreeMap<PositionId, Vec<StanceId>>,
    rejecters: BTreeMap<PositionId, Vec<StanceId>>,
    /// Positions that are held to, or not, whoever holds them.
    settled: BTreeMap<PositionId, bool>,
    /// Statements that stand or fall, whatever is said against them.
    supposed: BTreeMap<StatementId, bool>,
}

/// A label for everything that is not a statement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Labels {
    stances: Vec<i8>,
    held: BTreeMap<PositionId, i8>,
    rejected: BTreeMap<PositionId, i8>,
}

impl<'m> Definition<'m> {
    pub fn of(map: &'m Map) -> Definition<'m> {
        Definition::supposing(map, &[], &[])
    }

    /// The same where positions are settled, and statements stand or fall whatever is said against them.
    pub fn supposing(
        map: &'m Map,
        positions: &[(PositionId, bool)],
        statements: &[(StatementId, bool)],
    ) -> Definition<'m> {
        let (settled, supposed) = (positions.iter().copied().collect(), statements.iter().copied().collect());
        let mut definition =
            Definition { map, holders: BTreeMap::new(), rejecters: BTreeMap::new(), settled, supposed };
        for (position, _) in positions {
            definition.holders.entry(*position).or_default();
        }
        for (id, stance) in map.stances.iter() {
            let Some(position) = stance.position else { continue };
            let issue = &map.issues[stance.issue];
            match (stance.attitude, issue.answers) {
                (Attitude::Holds, _) => definition.holders.entry(position).or_default().push(id),
                (Attitude::Rejects, Answers::YesNo) if !stance.alone => {
                    let other = issue.positions().find(|&other| other != position).expect("yes and no");
                    definition.holders.entry(other).or_default().push(id);
                }
                (Attitude::Rejects, answers) if !stance.alone && answers != Answers::YesNo => {
                    definition.rejecters.entry(position).or_default().push(id);
                }
                _ => {}
            }
        }
        definition
    }

    /// The grounded labels of the statements.
    pub fn statements(&self) -> Vec<i8> {
        let mut labels = vec![0; self.map.statements.len()];
        for _ in 0..=self.map.statements.len() {
            labels = self.attacked(&labels);
        }
        labels
    }

    /// Labels of statements by the labels of those that attack them.
    fn attacked(&self, labels: &[i8]) -> Vec<i8> {
        let label = |id| {
            if let Some(stands) = self.supposed.get(&id) {
                return if *stands { 1 } else { -1 };
            }
            let against = self.map.relations.iter().map(|(_, relation)| relation);
            let against = against.filter(|relation| relation.kind == RelationKind::Against && relation.to == id);
            against.map(|relation| -labels[relation.from.index()]).min().unwrap_or(1)
        };
        self.map.statements.ids().map(label).collect()
    }

    fn exclude(&self, position: PositionId) -> impl Iterator<Item = PositionId> + '_ {
        let issue = &self.map.issues[self.map.positions[position].issue];
        let others = self.holders.keys().copied().filter(move |other| issue.positions().any(|it| it == *other));
        others.filter(move |other| issue.answers != Answers::Open && *other != position)
    }

    fn condition(&self, condition: &Condition, statements: &[i8], labels: &Labels) -> i8 {
        if condition.links.is_empty() {
            return i8::from(condition.is_unless());
        }
        let met = condition.links.iter().map(|link| match *link {
            ConditionLink::Statement(statement) => statements[statement.index()],
            ConditionLink::Position(position) => match labels.held.get(&position) {
                Some(held) => *held,
                None if condition.is_unless() => -1,
                // Nobody holds it: open, and it falls if what excludes it stands.
                None => {
                    let excluded = self.exclude(position).map(|other| labels.held[&other]);
                    let excluded = excluded.chain(labels.rejected.get(&position).copied()).max().unwrap_or(-1);
                    0.min(-excluded)
                }
            },
        });
        let met = met.min().unwrap_or(1);
        if condition.is_unless() { -met } else { met }
    }

    fn stance(&self, stance: &Stance, statements: &[i8], labels: &Labels) -> i8 {
        let condition = stance.condition.as_ref().map_or(1, |condition| self.condition(condition, statements, labels));
        statements[stance.statement.index()].min(condition)
    }

    /// Labels of positions and stances by the labels of all others.
    fn follow(&self, statements: &[i8], labels: &Labels) -> Labels {
        let best = |stances: &Vec<StanceId>| {
            stances.iter().map(|stance| labels.stances[stance.index()]).max().expect("a position that is held")
        };
        let held = self.holders.iter().map(|(&position, by)| {
            let excluded = self.exclude(position).map(|other| labels.held[&other]);
            let excluded = excluded.chain(labels.rejected.get(&position).copied()).max().unwrap_or(-1);
            let settled = self.settled.get(&position).map(|holds| if *holds { 1 } else { -1 });
            (position, settled.unwrap_or_else(|| best(by).min(-excluded)))
        });
        let rejected = self.rejecters.iter().map(|(position, by)| {
            let held = labels.held.get(position).copied().unwrap_or(-1);
            (*position, best(by).min(-held))
        });
        Labels {
            stances: self.map.stances.iter().map(|(_, stance)| self.stance(stance, statements, labels)).collect(),
            held: held.collect(),
            rejected: rejected.collect(),
        }
    }

    fn open(&self) -> Labels {
        Labels {
            stances: vec![0; self.map.stances.len()],
            held: self.holders.keys().map(|&position| (position, 0)).collect(),
            rejected: self.rejecters.keys().map(|&position| (position, 0)).collect(),
        }
    }

    /// Statuses that follow from these labels of the statements and from nothing else.
    pub fn grounded(&self, statements: &[i8]) -> Vec<Taken> {
        let mut labels = self.open();
        loop {
            let next = self.follow(statements, &labels);
            if next == labels {
                return self.told(statements, &[labels]);
            }
            labels = next;
        }
    }

    /// The positions that something is said if somebody holds.
    fn hung(&self) -> Vec<PositionId> {
        let conditions = self.map.stances.iter().filter_map(|(_, stance)| stance.condition.as_deref());
        let links = conditions.filter(|condition| !condition.is_unless()).flat_map(|condition| condition.links.iter());
        let positions = links.filter_map(|link| match link {
            ConditionLink::Position(position) => Some(*position),
            ConditionLink::Statement(_) => None,
        });
        positions.collect()
    }

    /// Statuses over all preferred labellings together; none where there are too many to look through.
    pub fn preferred(&self) -> Option<Vec<Taken>> {
        let count = self.map.statements.len();
        let mut complete: Vec<(Vec<i8>, Labels)> = Vec::new();
        for number in 0..3usize.pow(count as u32) {
            let statements: Vec<i8> = (0..count as u32).map(|at| (number / 3usize.pow(at) % 3) as i8 - 1).collect();
            if self.attacked(&statements) == statements {
                let labellings = self.complete(&statements)?;
                complete.extend(labellings.into_iter().map(|labels| (statements.clone(), labels)));
            }
        }
        // A reading takes sides on what a stance hangs on: that it is not so is as good as that it is.
        let hung = self.hung();
        let is_in = |(statements, labels): &(Vec<i8>, Labels)| -> Vec<bool> {
            let all =
                statements.iter().chain(&labels.stances).chain(labels.held.values()).chain(labels.rejected.values());
            let unmet = hung.iter().filter_map(|position| labels.held.get(position)).map(|label| *label == -1);
            all.map(|label| *label == 1).chain(unmet).collect()
        };
        let sets: Vec<Vec<bool>> = complete.iter().map(is_in).collect();
        let larger = |a: &Vec<bool>, b: &Vec<bool>| a != b && a.iter().zip(b).all(|(a, b)| *a <= *b);
        let largest = (0..sets.len()).filter(|&at| !sets.iter().any(|other| larger(&sets[at], other)));
        let chosen: Vec<&(Vec<i8>, Labels)> = largest.map(|at| &complete[at]).collect();
        let statements: Vec<i8> = (0..count)
            .map(|at| {
                let all = |wanted| chosen.iter().all(|(statements, _)| statements[at] == wanted);
                if all(1) {
                    1
                } else if all(-1) {
                    -1
                } else {
                    0
                }
            })
            .collect();
        let labels: Vec<Labels> = chosen.iter().map(|(_, labels)| labels.clone()).collect();
        Some(self.told(&statements, &labels))
    }

    /// All labellings of what is not a statement in which everything comes to its label. A stance follows from the labels of positions, so
    /// those alone are tried.
    fn complete(&self, statements: &[i8]) -> Option<Vec<Labels>> {
        const MOST: u32 = 8;
        let number = (self.holders.len() + self.rejecters.len()) as u32;
        if number > MOST {
            return None;
        }
        let mut found = Vec::new();
        for tried in 0..3usize.pow(number) {
            let mut labels = self.open();
            let all = labels.held.values_mut().chain(labels.rejected.values_mut());
            all.zip(0..).for_each(|(label, at)| *label = (tried / 3usize.pow(at) % 3) as i8 - 1);
            labels.stances = self.follow(statements, &labels).stances;
            if self.follow(statements, &labels) == labels {
                found.push(labels);
            }
        }
        Some(found)
    }

    /// Status of each stance over all of these labellings together.
    fn told(&self, statements: &[i8], labellings: &[Labels]) -> Vec<Taken> {
        let of = |(id, stance): (StanceId, &Stance)| {
            let all = |wanted| labellings.iter().all(|labels| labels.stances[id.index()] == wanted);
            let words = stance.condition.as_ref().filter(|it| it.links.is_empty() && !it.is_unless());
            match (words, statements[stance.statement.index()]) {
                (Some(_), 1) => Taken::If,
                _ if all(1) => Taken::Stands,
                _ if all(-1) => Taken::Falls,
                _ => Taken::Open,
            }
        };
        self.map.stances.iter().map(of).collect()
    }
}
