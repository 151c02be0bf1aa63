//! Grounds: which reasons count as given, and which statements are one ground.

use foldhash::{HashMap, HashMapExt, HashSet};

use crate::model::{Map, Reason, Relation, RelationId, RelationKind, StatementId};

use super::class::Classes;

/// Which reasons an undercut denies. `undercuts: X because A` denies the reason of X that is A and nothing else; where X has none
/// that is, every reason that uses A, and without `because` every reason.
#[derive(Debug)]
pub struct Denials {
    /// Conclusions, each with the premises of a reason for it, in order.
    named: HashSet<(StatementId, Box<[StatementId]>)>,
}

impl Denials {
    /// In a map: linear in its undercuts and in the reasons of what they undercut.
    pub fn new(map: &Map) -> Denials {
        let undercuts = map.relations.iter().filter(|(_, relation)| relation.kind == RelationKind::Undercuts);
        let named = undercuts.filter(|(_, undercut)| !undercut.because.is_empty());
        let targets: HashSet<StatementId> = named.map(|(_, undercut)| undercut.to).collect();
        let reasons = map.reasons.iter().filter(|(_, reason)| targets.contains(&reason.conclusion));
        let named = reasons.map(|(_, reason)| (reason.conclusion, in_order(&reason.premises)));
        Denials { named: named.collect() }
    }

    /// Whether who undercuts the conclusion of a reason, naming these premises, denies it.
    pub fn strike(&self, because: &[StatementId], reason: &Reason) -> bool {
        because.iter().all(|premise| reason.premises.contains(premise))
            && (because.is_empty()
                || reason.premises.len() == because.len()
                || !self.named.contains(&(reason.conclusion, in_order(because))))
    }
}

fn in_order(premises: &[StatementId]) -> Box<[StatementId]> {
    let mut premises: Box<[StatementId]> = premises.into();
    premises.sort_unstable();
    premises
}

/// The grounds of a map, as a reader asks for them.
#[derive(Debug)]
pub struct Grounds<'m> {
    map: &'m Map,
    stated: bool,
    agrees: Classes,
    same_fact: Classes,
    /// Which reasons undercuts deny.
    pub denials: Denials,
    /// By class of what says the same: the attacks on statements of classes of more than one.
    attacks: HashMap<StatementId, Vec<RelationId>>,
}

impl<'m> Grounds<'m> {
    /// Of all reasons, or of those that are `stated` alone.
    pub fn new(map: &'m Map, stated: bool) -> Self {
        let agrees = Classes::new(map, RelationKind::Agrees, stated);
        let same_fact = Classes::new(map, RelationKind::SameFact, stated);
        let mut attacks: HashMap<StatementId, Vec<RelationId>> = HashMap::new();
        let joined: HashSet<StatementId> = agrees.several().collect();
        for (id, relation) in map.relations.iter().filter(|(_, relation)| relation.kind == RelationKind::Against) {
            let class = agrees.of(relation.to);
            if joined.contains(&class) {
                attacks.entry(class).or_default().push(id);
            }
        }
        Grounds { map, stated, agrees, same_fact, denials: Denials::new(map), attacks }
    }

    /// The attacks on what says the same as a statement, itself too; nothing where it stands alone.
    pub fn attacks_on_class(&self, statement: StatementId) -> &[RelationId] {
        self.attacks.get(&self.agrees.of(statement)).map_or(&[], Vec::as_slice)
    }

    /// The reasons that whoever makes a statement gives for it.
    pub fn reasons_for(&self, statement: StatementId) -> impl Iterator<Item = &'m Reason> {
        let reasons = self.map.reasons_for(statement).iter().map(|&id| &self.map.reasons[id]);
        reasons.filter(|reason| self.has_reason(reason))
    }

    /// Whether a reason is among them.
    pub fn has_reason(&self, reason: &Reason) -> bool {
        !(self.stated && reason.inferred) && self.map.is_given(reason)
    }

    /// Whether a relation is asked for.
    pub fn has_relation(&self, relation: &Relation) -> bool {
        !(self.stated && relation.inferred)
    }

    /// The first of the statements that say the same as this one.
    pub fn class_of(&self, statement: StatementId) -> StatementId {
        self.agrees.of(statement)
    }

    /// The first of the evidence that is of the same fact as this.
    pub fn fact_of(&self, statement: StatementId) -> StatementId {
        self.same_fact.of(statement)
    }
}
