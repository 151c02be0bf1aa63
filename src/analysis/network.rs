//! Networks: who speaks to which issue, and which statement bears on which.

use crate::model::select::Selection;
use crate::model::{IssueId, Map, RelationKind, SourceId, StatementId};

use super::positions::{Positions, Say};

/// What counts once for an author and an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    /// A document, however often it says so; all that stands outside of documents is one.
    #[default]
    Source,
    /// A statement.
    Statement,
}

impl Unit {
    /// Which of the units a stance is part of.
    pub fn of(self, map: &Map, say: &Say) -> (Option<SourceId>, Option<StatementId>) {
        let statement = map.stances[say.stance].statement;
        match self {
            Unit::Source => (map.statements[statement].source, None),
            Unit::Statement => (None, Some(statement)),
        }
    }

    /// How many there are among the stances of a cell.
    pub fn count(self, map: &Map, says: &[Say]) -> usize {
        let mut units: Vec<_> = says.iter().map(|say| self.of(map, say)).collect();
        units.sort_unstable();
        units.dedup();
        units.len()
    }
}

/// A column that speaks to an issue.
#[derive(Debug, Clone, Copy)]
pub struct Affiliation {
    /// The column.
    pub column: usize,
    /// The issue.
    pub issue: IssueId,
    /// In how many documents.
    pub sources: usize,
    /// In how many statements.
    pub statements: usize,
}

/// The network of two modes: every column with every issue to which it speaks, issue by issue. After Leifeld, *Discourse Network
/// Analysis* (2017), where it is called an affiliation network.
pub fn affiliations(map: &Map, positions: &Positions) -> Vec<Affiliation> {
    let of_issue = |issue| {
        positions.stands_on(issue).map(move |(column, stand)| Affiliation {
            column,
            issue,
            sources: Unit::Source.count(map, stand.says),
            statements: Unit::Statement.count(map, stand.says),
        })
    };
    map.issues.ids().flat_map(of_issue).collect()
}

/// What one statement has to do with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bond {
    /// It is a premise of this reason for the other; several premises of one reason are needed together.
    Reason(usize),
    /// What it says of the other, as this relation of the map.
    Relation(usize, RelationKind),
}

/// An arrow from a statement to another.
#[derive(Debug, Clone, Copy)]
pub struct Arrow {
    /// Where it begins: for a reason at the premise.
    pub from: StatementId,
    /// Where it ends.
    pub to: StatementId,
    /// What it says.
    pub bond: Bond,
    /// Whether the mapper reads it into the text.
    pub inferred: bool,
}

/// All reasons and relations between statements that a filter keeps, in the order of the map: reasons, then relations.
pub fn arrows(map: &Map, selection: &Selection) -> Vec<Arrow> {
    let mut arrows = Vec::new();
    for (id, reason) in map.reasons.iter().filter(|(_, reason)| selection.has_reason(reason)) {
        let arrow = |&from| Arrow {
            from,
            to: reason.conclusion,
            bond: Bond::Reason(id.index()),
            inferred: reason.inferred,
        };
        arrows.extend(reason.premises.iter().map(arrow));
    }
    for (id, relation) in map.relations.iter().filter(|(_, relation)| selection.has_relation(relation)) {
        arrows.push(Arrow {
            from: relation.from,
            to: relation.to,
            bond: Bond::Relation(id.index(), relation.kind),
            inferred: relation.inferred,
        });
    }
    arrows.retain(|arrow| selection.has_statement(arrow.from) && selection.has_statement(arrow.to));
    arrows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::column::{By, Columns};
    use crate::analysis::example::{scene, whole};

    #[test]
    fn a_source_counts_once_and_every_statement_too() {
        let map = scene(
            "@ann-2015\n\nclaim a: A.\n  holds act: yes\n  raises act: why\n\nclaim b: B.\n  holds act: yes\n\n\
             @ann-2017\n\nclaim c: C.\n  holds act: yes\n  holds open: roads\n",
        );
        let selection = whole(&map);
        let positions = Positions::new(&map, &selection, Columns::new(&map, By::Author, false));
        let shown = affiliations(&map, &positions).into_iter().map(|it| {
            format!("{} {}: {} {}", it.column, map.word(map.issues[it.issue].name), it.sources, it.statements)
        });
        assert_eq!(shown.collect::<Vec<_>>(), ["0 open: 1 1", "0 act: 2 3"]);
    }

    #[test]
    fn reasons_lead_from_each_premise_and_relations_from_who_says_so() {
        let map = scene(
            "@ann-2015\n\nclaim a: A.\n  because: b and c\n\nclaim b: B.\n\nclaim c: C.\n\n\
             @bob-2015\n\ncounterpoint d: D.\n  undercuts (inferred): ann-2015.a because ann-2015.b and ann-2015.c\n",
        );
        let shown = arrows(&map, &whole(&map)).into_iter().map(|it| {
            let ends = [it.from, it.to].map(|id| map.own_name(id));
            format!("{} {} {:?} {}", ends[0], ends[1], it.bond, it.inferred)
        });
        assert_eq!(
            shown.collect::<Vec<_>>(),
            ["b a Reason(0) false", "c a Reason(0) false", "d a Relation(0, Undercuts) true"]
        );
    }
}
