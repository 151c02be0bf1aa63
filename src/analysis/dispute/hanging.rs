//! Statements that hang directly on another: the reasons for it, what speaks against it, and what it admits.

use foldhash::HashSet;

use crate::model::select::Selection;
use crate::model::{Map, ReasonId, Relation, RelationId, RelationKind, StatementId};

/// How a statement hangs on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Link {
    /// It is given as a reason; of several premises that are needed together, it is the first.
    Because,
    /// It is needed together with the premise before it.
    TogetherWith,
    /// It attacks the other.
    Attacks,
    /// It denies that the other follows from the reasons given for it, or from one of them.
    Undercuts,
    /// It lessens the other and does not defeat it.
    Weakens,
    /// It matters more than the other.
    Outweighs,
    /// The other is held in spite of it.
    Although,
    /// The other concedes it and draws no consequence.
    Granting,
}

/// A statement that hangs on another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hanging {
    /// The statement that hangs there.
    pub statement: StatementId,
    /// How it does so.
    pub link: Link,
    /// Whether the mapper reads that into the text.
    pub inferred: bool,
    /// The relation that says so; none of a reason.
    pub relation: Option<RelationId>,
    /// Of a premise: the undercuts that deny that it is a reason.
    pub denied_by: Vec<Hanging>,
}

fn of_relation(map: &Map, id: RelationId, link: Link) -> Hanging {
    let relation = &map.relations[id];
    let admits = matches!(link, Link::Although | Link::Granting);
    let statement = if admits { relation.to } else { relation.from };
    Hanging { statement, link, inferred: relation.inferred, relation: Some(id), denied_by: Vec::new() }
}

/// All that hangs on a statement as far as the filter keeps it: reasons first, then what speaks against it, then what it admits. An
/// undercut that names the premises that it denies hangs on the first of them.
pub fn hanging(map: &Map, selection: &Selection, statement: StatementId) -> Vec<Hanging> {
    let mut found = Vec::new();
    let mut placed: HashSet<RelationId> = HashSet::default();
    let is_kept = |relation: &Relation| selection.has_relation(relation);
    for &id in map.reasons_for(statement).iter().filter(|&&id| selection.has_reason(&map.reasons[id])) {
        let denied_by = denials(map, statement, id).filter(|&id| is_kept(&map.relations[id]) && placed.insert(id));
        let mut denied_by: Vec<Hanging> = denied_by.map(|id| of_relation(map, id, Link::Undercuts)).collect();
        let reason = &map.reasons[id];
        for (at, &premise) in reason.premises.iter().enumerate() {
            let link = if at == 0 { Link::Because } else { Link::TogetherWith };
            let denied_by = std::mem::take(&mut denied_by);
            found.push(Hanging { statement: premise, link, inferred: reason.inferred, relation: None, denied_by });
        }
    }
    let against = map.relations_to(statement).iter().filter_map(|&id| {
        let relation = &map.relations[id];
        let link = match relation.kind {
            RelationKind::Against => Link::Attacks,
            RelationKind::Undercuts if !placed.contains(&id) => Link::Undercuts,
            RelationKind::Weakens => Link::Weakens,
            RelationKind::Outweighs => Link::Outweighs,
            _ => return None,
        };
        is_kept(relation).then(|| of_relation(map, id, link))
    });
    let admitted = map.relations_from(statement).iter().filter_map(|&id| {
        let relation = &map.relations[id];
        let link = match relation.kind {
            RelationKind::Despite => Link::Although,
            RelationKind::Grants => Link::Granting,
            _ => return None,
        };
        is_kept(relation).then(|| of_relation(map, id, link))
    });
    found.extend(against);
    found.extend(admitted);
    found
}

/// Undercuts of a statement that name premises of this reason.
fn denials(map: &Map, statement: StatementId, reason: ReasonId) -> impl Iterator<Item = RelationId> {
    let premises = &map.reasons[reason].premises;
    map.relations_to(statement).iter().copied().filter(move |&id| {
        let relation = &map.relations[id];
        let names =
            !relation.because.is_empty() && relation.because.iter().all(|it| premises.iter().any(|of| of == it));
        relation.kind == RelationKind::Undercuts && names
    })
}

/// How many statements hang on these, directly or round about, and are not known already.
pub fn lies_below(
    map: &Map,
    selection: &Selection,
    from: impl IntoIterator<Item = StatementId>,
    is_known: impl Fn(StatementId) -> bool,
) -> usize {
    let mut met: HashSet<StatementId> = HashSet::default();
    let mut next: Vec<StatementId> = Vec::new();
    for start in from {
        if met.insert(start) {
            next.push(start);
        }
    }
    while let Some(statement) = next.pop() {
        for it in hanging(map, selection, statement) {
            let denials = it.denied_by.iter().map(|denial| denial.statement);
            for below in std::iter::once(it.statement).chain(denials) {
                if met.insert(below) {
                    next.push(below);
                }
            }
        }
    }
    met.into_iter().filter(|&statement| !is_known(statement)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example::{scene, whole};
    use crate::model::Entity;

    fn told(statements: &str, of: &str) -> Vec<String> {
        let map = scene(statements);
        let Some(Entity::Statement(statement)) = map.find(of) else { panic!("{of}") };
        let name = |id: StatementId| map.own_name(id).to_owned();
        let all = hanging(&map, &whole(&map), statement);
        let denied = |it: &Hanging| -> String {
            it.denied_by.iter().map(|denial| format!(" denied by {}", name(denial.statement))).collect()
        };
        all.iter().map(|it| format!("{:?} {}{}", it.link, name(it.statement), denied(it))).collect()
    }

    #[test]
    fn an_undercut_hangs_on_the_premise_that_it_denies() {
        let found = told(
            "@ann-2015\n\nclaim a: A.\n  because: b and c\n  because: d\n  grants: bob-2015.f\n\nclaim b: B.\n\nclaim c: C.\n\n\
             claim d: D.\n\n@bob-2015\n\nclaim e: E.\n  undercuts: ann-2015.a because ann-2015.d\n  against (weakens): ann-2015.a\n\n\
             claim f: F.\n  undercuts: ann-2015.a\n",
            "ann-2015.a",
        );
        let expected =
            ["Because b", "TogetherWith c", "Because d denied by e", "Weakens e", "Undercuts f", "Granting f"];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_lies_below_is_counted_once_even_in_a_circle() {
        let map = scene(
            "@ann-2015\n\nclaim a: A.\n  because: b\n\nclaim b: B.\n\n@bob-2015\n\nclaim c: C.\n  against: ann-2015.b\n\n\
             claim d: D.\n  against: c\n  because: ann-2015.b\n",
        );
        let ids: Vec<StatementId> = map.statements.ids().collect();
        assert_eq!(lies_below(&map, &whole(&map), [ids[0]], |statement| statement == ids[0]), 3);
    }
}
