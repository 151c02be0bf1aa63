//! Support of a side by `because`, gathered once and then held against as many other sides as there are.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use crate::model::{Map, RelationId, RelationKind, StatementId};

use crate::analysis::table::column::Columns;
use crate::analysis::table::ground::Grounds;

/// Support of the statements of a side.
#[derive(Debug)]
pub struct SupportClosure {
    /// Those statements and all that reaches them by `because`: none twice, the nearest first.
    pub all: Vec<StatementId>,
    /// Those of them that are given as a reason, be it by another statement of the side.
    pub grounds: Vec<StatementId>,
    under: Equivalents,
    given: Equivalents,
    links: Vec<Link>,
    /// The columns that the other ends of the links belong to, where that matters.
    columns: Vec<usize>,
    /// Conclusions of its statements.
    conclusions: Vec<StatementId>,
}

/// Statements, to be found by themselves, by what says the same, and by the fact of which they are evidence.
#[derive(Debug)]
struct Equivalents {
    themselves: HashSet<StatementId>,
    /// The first of each class.
    agreeing: HashMap<StatementId, StatementId>,
    of_fact: HashMap<StatementId, StatementId>,
}

/// A relation of a statement of the side to another.
#[derive(Debug)]
struct Link {
    relation: RelationId,
    end: StatementId,
    /// Of an attack on the side, or on what says the same: in whose columns the attacker stands.
    columns: Range<usize>,
    asked_for: bool,
}

/// The grounds of two sides, held against each other, each in the order of its side.
#[derive(Debug, Clone, Default)]
pub struct CommonGrounds {
    /// Grounds that only the one or only the other gives.
    pub only: [Vec<StatementId>; 2],
    /// Grounds that both give: one statement, two that say the same, or two that are evidence of one fact.
    pub both: Vec<[StatementId; 2]>,
}

/// Relations between two sides.
#[derive(Debug)]
pub struct Joins {
    /// The relations that are asked for, in the order of the text.
    pub relations: Vec<RelationId>,
    /// Whether anything at all joins them, asked for or not: a filter does not make two talk past each other.
    pub any: bool,
}

impl SupportClosure {
    /// Gathers the support of these statements.
    pub fn new(map: &Map, grounds: &Grounds<'_>, columns: &Columns, heads: &[StatementId]) -> SupportClosure {
        let mut seen = HashSet::with_capacity(heads.len());
        let mut all: Vec<StatementId> = heads.iter().copied().filter(|&head| seen.insert(head)).collect();
        let (mut known, mut given) = (HashSet::new(), Vec::new());
        let mut next = 0;
        while let Some(&statement) = all.get(next) {
            for reason in grounds.reasons_for(statement) {
                let premises = reason.premises.iter().copied();
                given.extend(premises.clone().filter(|&premise| known.insert(premise)));
                all.extend(premises.filter(|&premise| seen.insert(premise)));
            }
            next += 1;
        }
        let (under, alike) = (Equivalents::new(grounds, &all), Equivalents::new(grounds, &given));
        let mut support = SupportClosure {
            all,
            grounds: given,
            under,
            given: alike,
            links: Vec::new(),
            columns: Vec::new(),
            conclusions: Vec::new(),
        };
        support.link(map, grounds, columns);
        support
    }

    fn link(&mut self, map: &Map, grounds: &Grounds<'_>, columns: &Columns) {
        let (mut places, mut classes) = (Vec::new(), HashSet::new());
        for &statement in &self.all {
            for &id in map.relations_from(statement) {
                let none = self.columns.len()..self.columns.len();
                let asked_for = grounds.has_relation(&map.relations[id]);
                self.links.push(Link { relation: id, end: map.relations[id].to, columns: none, asked_for });
            }
            let is_new = classes.insert(grounds.class_of(statement));
            let on_the_same = if is_new { grounds.attacks_on_class(statement) } else { &[] };
            for &id in map.relations_to(statement).iter().chain(on_the_same) {
                let relation = &map.relations[id];
                let first = self.columns.len();
                if matches!(relation.kind, RelationKind::Against | RelationKind::Undercuts) {
                    columns.of(map, relation.from, &mut places);
                    self.columns.extend(places.iter().filter(|(_, reported)| !reported).map(|(column, _)| *column));
                }
                let asked_for = grounds.has_relation(relation);
                self.links.push(Link {
                    relation: id,
                    end: relation.from,
                    columns: first..self.columns.len(),
                    asked_for,
                });
            }
            let reasons = map.reasons_using(statement).iter();
            self.conclusions.extend(reasons.map(|&id| map.reasons[id].conclusion));
        }
    }

    /// Grounds of two sides, those that they share apart. A ground of the one matches the first of the other that is
    /// the same.
    pub fn shared(&self, other: &SupportClosure, grounds: &Grounds<'_>) -> CommonGrounds {
        let mut shared = CommonGrounds::default();
        for &ground in &self.grounds {
            match other.given.like(grounds, ground) {
                Some(same) => shared.both.push([ground, same]),
                None => shared.only[0].push(ground),
            }
        }
        let theirs = other.grounds.iter().copied();
        shared.only[1] = theirs.filter(|&ground| self.given.like(grounds, ground).is_none()).collect();
        shared
    }

    /// Whether anything that lies under the one is the same as anything that lies under the other.
    pub fn overlaps(&self, other: &SupportClosure, grounds: &Grounds<'_>) -> bool {
        let (few, many) = if self.all.len() <= other.all.len() { (self, other) } else { (other, self) };
        few.all.iter().any(|&statement| many.under.like(grounds, statement).is_some())
    }

    /// The relations between two sides of these columns. What lies under a side belongs to it, and so does an attack of its
    /// column on something that lies under the other, whatever its author says on the issue.
    pub fn joins(&self, other: &SupportClosure, columns: [usize; 2]) -> Joins {
        let mut joins = Joins { relations: Vec::new(), any: false };
        for (side, other, column) in [(self, other, columns[1]), (other, self, columns[0])] {
            for link in &side.links {
                if other.under.themselves.contains(&link.end) || side.columns[link.columns.clone()].contains(&column) {
                    joins.any = true;
                    joins.relations.extend(link.asked_for.then_some(link.relation));
                }
            }
            joins.any |= side.conclusions.iter().any(|end| other.under.themselves.contains(end));
        }
        joins.relations.sort_unstable();
        joins.relations.dedup();
        joins
    }
}

impl Equivalents {
    fn new(grounds: &Grounds<'_>, statements: &[StatementId]) -> Equivalents {
        let mut alike = Equivalents {
            themselves: statements.iter().copied().collect(),
            agreeing: HashMap::with_capacity(statements.len()),
            of_fact: HashMap::with_capacity(statements.len()),
        };
        for &statement in statements {
            alike.agreeing.entry(grounds.class_of(statement)).or_insert(statement);
            alike.of_fact.entry(grounds.fact_of(statement)).or_insert(statement);
        }
        alike
    }

    /// The statement itself, else the first that says the same, else the first of the same fact.
    fn like(&self, grounds: &Grounds<'_>, statement: StatementId) -> Option<StatementId> {
        let same = self.themselves.get(&statement).or_else(|| self.agreeing.get(&grounds.class_of(statement)));
        same.or_else(|| self.of_fact.get(&grounds.fact_of(statement))).copied()
    }
}
