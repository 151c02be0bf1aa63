//! Grounds: what lies under a statement by `because`, and what two sides have of it in common.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use crate::file::Span;
use crate::model::{Map, Reason, Relation, RelationId, RelationKind, StatementId};

use super::class::Classes;

/// Whether whoever makes the conclusion gives the reason. One that another document brings for it is not given there.
pub fn is_given(map: &Map, reason: &Reason) -> bool {
    let conclusion = &map.statements[reason.conclusion];
    let Span { file, start, end } = reason.span;
    let within = file == conclusion.span.file && conclusion.span.start <= start && end <= conclusion.span.end;
    let makers = map.authors_of(reason.conclusion);
    let of_one_hand = |premise: &StatementId| {
        let same_source = map.statements[*premise].source == conclusion.source;
        same_source || map.authors_of(*premise).iter().any(|author| makers.contains(author))
    };
    within || reason.premises.iter().any(of_one_hand)
}

/// The grounds of a map, as a reader asks for them.
#[derive(Debug)]
pub struct Grounds<'m> {
    map: &'m Map,
    stated: bool,
    agrees: Classes,
    same_fact: Classes,
}

/// The grounds of two sides, held against each other, each in the order of the text of its side.
#[derive(Debug, Default)]
pub struct Shared {
    /// What only the one or only the other gives.
    pub only: [Vec<StatementId>; 2],
    /// What both give: one statement, two that say the same, or two that are evidence of one fact.
    pub both: Vec<[StatementId; 2]>,
}

/// What lies under the statements of a side.
#[derive(Debug)]
pub struct Beneath {
    /// Those statements and all that reaches them by `because`: none twice, the nearest first.
    pub all: Vec<StatementId>,
    /// Those of them that are given as a reason, be it by another statement of the side.
    pub grounds: Vec<StatementId>,
}

/// What lies between two sides.
#[derive(Debug)]
pub struct Joins {
    /// The relations that are asked for, in the order of the text.
    pub relations: Vec<RelationId>,
    /// Whether anything at all joins them, asked for or not: a filter does not make two talk past each other.
    pub any: bool,
}

impl<'m> Grounds<'m> {
    /// Of all reasons, or of those that are `stated` alone.
    pub fn new(map: &'m Map, stated: bool) -> Self {
        let agrees = Classes::new(map, RelationKind::Agrees, stated);
        let same_fact = Classes::new(map, RelationKind::SameFact, stated);
        Grounds { map, stated, agrees, same_fact }
    }

    /// The reasons that whoever makes a statement gives for it.
    pub fn reasons_for(&self, statement: StatementId) -> impl Iterator<Item = &'m Reason> {
        let reasons = self.map.reasons_for(statement).iter().map(|&id| &self.map.reasons[id]);
        reasons.filter(|reason| self.has_reason(reason))
    }

    /// Whether a reason is among them.
    pub fn has_reason(&self, reason: &Reason) -> bool {
        !(self.stated && reason.inferred) && is_given(self.map, reason)
    }

    /// Whether a relation is asked for.
    pub fn has_relation(&self, relation: &Relation) -> bool {
        !(self.stated && relation.inferred)
    }

    /// The first of the statements that say the same as this one.
    pub fn class_of(&self, statement: StatementId) -> StatementId {
        self.agrees.of(statement)
    }

    /// What lies under these statements.
    pub fn beneath(&self, heads: &[StatementId]) -> Beneath {
        let mut seen = HashSet::with_capacity(heads.len());
        let mut all: Vec<StatementId> = heads.iter().copied().filter(|&head| seen.insert(head)).collect();
        let (mut given, mut grounds) = (HashSet::new(), Vec::new());
        let mut next = 0;
        while let Some(&statement) = all.get(next) {
            for reason in self.reasons_for(statement) {
                let premises = reason.premises.iter().copied();
                grounds.extend(premises.clone().filter(|&premise| given.insert(premise)));
                all.extend(premises.filter(|&premise| seen.insert(premise)));
            }
            next += 1;
        }
        Beneath { all, grounds }
    }

    /// What two sides have in common. A ground of the one matches the first of the other that is the same.
    pub fn shared(&self, a: &[StatementId], b: &[StatementId]) -> Shared {
        let mut itself = HashSet::with_capacity(b.len());
        let (mut agreeing, mut of_fact) = (HashMap::with_capacity(b.len()), HashMap::with_capacity(b.len()));
        for &ground in b {
            itself.insert(ground);
            agreeing.entry(self.agrees.of(ground)).or_insert(ground);
            of_fact.entry(self.same_fact.of(ground)).or_insert(ground);
        }
        let mut shared = Shared::default();
        for &ground in a {
            let same = itself.get(&ground).or_else(|| agreeing.get(&self.agrees.of(ground)));
            match same.or_else(|| of_fact.get(&self.same_fact.of(ground))) {
                Some(&other) => shared.both.push([ground, other]),
                None => shared.only[0].push(ground),
            }
        }
        let agreeing: HashSet<StatementId> = a.iter().map(|&ground| self.agrees.of(ground)).collect();
        let of_fact: HashSet<StatementId> = a.iter().map(|&ground| self.same_fact.of(ground)).collect();
        let alike = |ground: &StatementId| {
            agreeing.contains(&self.agrees.of(*ground)) || of_fact.contains(&self.same_fact.of(*ground))
        };
        shared.only[1] = b.iter().copied().filter(|ground| !alike(ground)).collect();
        shared
    }

    /// The relations between two sides, in the order of the text. What lies under a side belongs to it, and so does an
    /// attack of its column (`belongs`) on something that lies under the other.
    pub fn joins(&self, sides: [&[StatementId]; 2], belongs: impl Fn(StatementId, usize) -> bool) -> Joins {
        let under: [HashSet<StatementId>; 2] = sides.map(|side| side.iter().copied().collect());
        let mut joins = Joins { relations: Vec::new(), any: false };
        for (side, other) in [(0, 1), (1, 0)] {
            // An attack on what lies under a side meets it, whatever its author says on the issue.
            let beyond = |id: RelationId, end: StatementId| {
                let attacks = matches!(self.map.relations[id].kind, RelationKind::Against | RelationKind::Undercuts);
                under[other].contains(&end) || attacks && belongs(end, other)
            };
            for &statement in sides[side] {
                let from = self.map.relations_from(statement).iter().map(|&id| (id, self.map.relations[id].to));
                let to = self.map.relations_to(statement).iter().map(|&id| (id, self.map.relations[id].from));
                let found = from.chain(to).filter(|&(id, end)| end != statement && beyond(id, end)).map(|(id, _)| id);
                for id in found {
                    joins.any = true;
                    if self.has_relation(&self.map.relations[id]) {
                        joins.relations.push(id);
                    }
                }
                let using = self.map.reasons_using(statement).iter().map(|&id| &self.map.reasons[id]);
                joins.any |= using.map(|reason| reason.conclusion).any(|end| under[other].contains(&end));
            }
        }
        joins.relations.sort_unstable();
        joins.relations.dedup();
        joins
    }
}
