//! Links between two columns: every attack, grant, support and agreement of the one with the other, whatever sides they take.

use foldhash::HashMap;

use crate::analysis::table::column::Columns;
use crate::analysis::table::ground::Grounds;
use crate::model::{Map, ReasonId, Relation, RelationId, RelationKind, StatementId};

/// How a statement of the one bears on a statement of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bond {
    /// It attacks the statement, or denies what is given for it.
    Attacks,
    /// It lessens the statement, and does not defeat it.
    Weakens,
    /// It outweighs the statement.
    Outweighs,
    /// It grants the statement, or stands in spite of it.
    Grants,
    /// It is a reason for the statement.
    Supports,
    /// It says the same, or is evidence of the same fact.
    Agrees,
}

impl Bond {
    /// The bond that a relation makes.
    pub fn of(relation: &Relation) -> Bond {
        match relation.kind {
            RelationKind::Against | RelationKind::Undercuts => Bond::Attacks,
            RelationKind::Weakens => Bond::Weakens,
            RelationKind::Outweighs => Bond::Outweighs,
            RelationKind::Grants | RelationKind::Despite => Bond::Grants,
            RelationKind::Agrees | RelationKind::SameFact => Bond::Agrees,
        }
    }
}

/// The clause that makes a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tie {
    /// A relation of one statement to another.
    Relation(RelationId),
    /// A reason, of which the one gives premises for a conclusion of the other.
    Reason(ReasonId),
}

/// A link from a statement of one column to a statement of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Which of the two it comes from, 0 or 1.
    pub from: usize,
    /// How the one bears on the other.
    pub bond: Bond,
    /// The clause that makes it.
    pub tie: Tie,
    /// The two statements that it joins; of a reason its first premise that is the one's, and its conclusion.
    pub ends: [StatementId; 2],
    /// Whether the mapper reads it into the texts.
    pub inferred: bool,
}

/// Links between each two columns, relations before reasons, each in the order of the text; a pair with the lower column first. What is
/// only reported of a column, or is an objection raised against oneself, links nothing, and what two say together is no link between them.
#[derive(Debug, Default)]
pub struct Links(HashMap<[usize; 2], Vec<Link>>);

impl Links {
    /// All links of a map in one pass over its clauses.
    pub fn new(map: &Map, grounds: &Grounds<'_>, columns: &Columns) -> Links {
        let (mut links, mut owners) = (Links::default(), Owners { map, columns, places: Vec::new() });
        for (id, relation) in map.relations.iter().filter(|(_, relation)| grounds.has_relation(relation)) {
            if map.statements[relation.from].anticipated {
                continue;
            }
            let ends = [relation.from, relation.to];
            let link = |from: usize| {
                let bond = Bond::of(relation);
                Link { from, bond, tie: Tie::Relation(id), ends, inferred: relation.inferred }
            };
            let [from, to] = ends.map(|end| owners.of(end));
            apart(&from, &to).for_each(|pair| links.add(pair, link));
        }
        for (id, reason) in map.reasons.iter().filter(|(_, reason)| grounds.has_reason(reason)) {
            let concluding = owners.of(reason.conclusion);
            if concluding.is_empty() {
                continue;
            }
            // Of several premises that one column gives to another the first makes the link.
            let mut linked: Vec<[usize; 2]> = Vec::new();
            for &premise in reason.premises.iter() {
                let ends = [premise, reason.conclusion];
                let link =
                    |from| Link { from, bond: Bond::Supports, tie: Tie::Reason(id), ends, inferred: reason.inferred };
                for pair in apart(&owners.of(premise), &concluding) {
                    if !linked.contains(&pair) {
                        linked.push(pair);
                        links.add(pair, link);
                    }
                }
            }
        }
        links
    }

    /// Links between two columns.
    pub fn between(&self, pair: [usize; 2]) -> &[Link] {
        self.0.get(&pair).map_or(&[], Vec::as_slice)
    }

    /// Adds a link from one column to another.
    fn add(&mut self, [from, to]: [usize; 2], link: impl Fn(usize) -> Link) {
        self.0.entry([from.min(to), from.max(to)]).or_default().push(link(usize::from(from > to)));
    }
}

/// Each column that says the one statement with each that says the other, where neither says both.
fn apart(from: &[usize], to: &[usize]) -> impl Iterator<Item = [usize; 2]> {
    let only = |these: &[usize], those: &[usize]| -> Vec<usize> {
        these.iter().copied().filter(|column| !those.contains(column)).collect()
    };
    let (from, to) = (only(from, to), only(to, from));
    from.into_iter().flat_map(move |one| to.clone().into_iter().map(move |other| [one, other]))
}

/// Finds whose a statement is.
struct Owners<'m> {
    map: &'m Map,
    columns: &'m Columns,
    places: Vec<(usize, bool)>,
}

impl Owners<'_> {
    /// The columns that say a statement as their own.
    fn of(&mut self, statement: StatementId) -> Vec<usize> {
        self.columns.of(self.map, statement, &mut self.places);
        self.places.iter().filter(|(_, reported)| !reported).map(|(column, _)| *column).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example::{scene, whole};
    use crate::analysis::table::column::Actor;

    /// `0 Attacks b→a` for each link of Ann (0) and Bob (1).
    fn links(statements: &str) -> Vec<String> {
        let map = scene(statements);
        let selection = whole(&map);
        let grounds = Grounds::new(&map, selection.filter.stated);
        let parties: Vec<Actor> = map.authors.ids().take(2).map(Actor::Author).collect();
        let columns = Columns::chosen(&map, &parties, false);
        let links = Links::new(&map, &grounds, &columns);
        let shown = links.between([0, 1]).iter().map(|link| {
            let [from, to] = link.ends.map(|statement| map.own_name(statement).to_owned());
            format!("{} {:?} {from}→{to}{}", link.from, link.bond, if link.inferred { "~" } else { "" })
        });
        shown.collect()
    }

    #[test]
    fn every_bond_between_two_is_found_without_any_stance() {
        let found = links(
            "@ann-2015\n\nclaim a: A.\n  because: b\n\nclaim b: B.\n  grants: bob-2015.d\n  agrees: bob-2015.e\n\n\
             @bob-2015\n\nclaim c: C.\n  against (inferred): ann-2015.a\n  against (weakens): ann-2015.b\n\n\
             claim d: D.\n  undercuts: ann-2015.a because ann-2015.b\n  because: e\n\nclaim e: E.\n  outweighs: ann-2015.b\n",
        );
        let expected =
            ["0 Grants b→d", "0 Agrees b→e", "1 Attacks c→a~", "1 Weakens c→b", "1 Attacks d→a", "1 Outweighs e→b"];
        assert_eq!(found, expected);
    }

    #[test]
    fn reports_and_objections_to_oneself_link_nothing() {
        let found = links(
            "@ann-2015\n\nclaim a: A.\n\nclaim x: X.\n  voice: bob\n  against: a\n\n\
             @bob-2015\n\nclaim b: B.\n\ncounterpoint o (anticipated): O.\n  against: ann-2015.a\n",
        );
        assert_eq!(found, Vec::<String>::new());
    }
}
