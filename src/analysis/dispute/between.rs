//! Links between two columns: every attack, grant, support and agreement of the one with the other, whatever sides they take.

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

/// All links between two columns, relations before reasons, each in the order of the text. What is only reported of a column, or is
/// an objection raised against oneself, links nothing, and what both say together is no link between them.
pub fn between(map: &Map, grounds: &Grounds<'_>, columns: &Columns, pair: [usize; 2]) -> Vec<Link> {
    let mut sides = Sides { map, columns, pair, places: Vec::new() };
    let mut links = Vec::new();
    for (id, relation) in map.relations.iter().filter(|(_, relation)| grounds.has_relation(relation)) {
        if map.statements[relation.from].anticipated {
            continue;
        }
        if let (Some(from), Some(to)) = (sides.of(relation.from), sides.of(relation.to))
            && from != to
        {
            let ends = [relation.from, relation.to];
            links.push(Link {
                from,
                bond: Bond::of(relation),
                tie: Tie::Relation(id),
                ends,
                inferred: relation.inferred,
            });
        }
    }
    for (id, reason) in map.reasons.iter().filter(|(_, reason)| grounds.has_reason(reason)) {
        let Some(to) = sides.of(reason.conclusion) else { continue };
        if let Some(&premise) = reason.premises.iter().find(|&&premise| sides.of(premise) == Some(1 - to)) {
            let ends = [premise, reason.conclusion];
            let inferred = reason.inferred;
            links.push(Link { from: 1 - to, bond: Bond::Supports, tie: Tie::Reason(id), ends, inferred });
        }
    }
    links
}

/// Finds whose a statement is.
struct Sides<'m> {
    map: &'m Map,
    columns: &'m Columns,
    pair: [usize; 2],
    places: Vec<(usize, bool)>,
}

impl Sides<'_> {
    /// Which of the two says a statement of its own, where only one of them does.
    fn of(&mut self, statement: StatementId) -> Option<usize> {
        self.columns.of(self.map, statement, &mut self.places);
        match self.pair.map(|column| self.places.contains(&(column, false))) {
            [true, false] => Some(0),
            [false, true] => Some(1),
            _ => None,
        }
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
        let shown = between(&map, &grounds, &columns, [0, 1]).into_iter().map(|link| {
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
