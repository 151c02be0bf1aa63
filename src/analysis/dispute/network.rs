//! Networks: who speaks to which issue, and which statement bears on which.

use crate::model::select::Selection;
use crate::model::{IssueId, Map, ReasonId, RelationId, SourceId, StatementId};

use crate::analysis::table::column_stance::ColumnStance;
use crate::analysis::table::positions::Positions;

/// Unit of counting for an author and an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    /// A document, however often it says so; all that stands outside of documents is one.
    #[default]
    Source,
    /// A statement, however many say the same in one document.
    Statement,
}

impl Unit {
    /// Every one with its word, and what it means to whoever asks for it.
    pub const WORDS: &[(Unit, &str, &str)] = &[
        (Unit::Source, "sources", "A source, however often it says so"),
        (Unit::Statement, "statements", "Every statement"),
    ];

    /// Which of the units a stance is part of.
    pub fn of(self, map: &Map, say: &ColumnStance) -> (Option<SourceId>, Option<StatementId>) {
        let statement = say.statement;
        match self {
            Unit::Source => (map.statements[statement].source, None),
            Unit::Statement => (None, Some(statement)),
        }
    }

    /// How many there are among the stances of a cell.
    pub fn count(self, map: &Map, stances: &[ColumnStance]) -> usize {
        let mut units: Vec<_> = stances.iter().map(|say| self.of(map, say)).collect();
        units.sort_unstable();
        units.dedup();
        units.len()
    }
}

/// A column that speaks to an issue.
#[derive(Debug, Clone, Copy)]
pub struct Affiliation {
    /// The column in the table of positions.
    pub column: usize,
    /// The issue that the column speaks to.
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
        positions.stances_on(issue).map(move |(column, stand)| Affiliation {
            column,
            issue,
            sources: Unit::Source.count(map, stand.stances),
            statements: Unit::Statement.count(map, stand.stances),
        })
    };
    map.issues.ids().flat_map(of_issue).collect()
}

/// Relation of one statement to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bond {
    /// It is a premise of this reason for the other; several premises of one reason are needed together.
    Reason(ReasonId),
    /// It has this relation to the other.
    Relation(RelationId),
}

/// An arrow from a statement to another.
#[derive(Debug, Clone, Copy)]
pub struct Arrow {
    /// Where it begins: for a reason at the premise.
    pub from: StatementId,
    /// Where it ends: at what is supported or attacked.
    pub to: StatementId,
    /// The kind of relation that the arrow is.
    pub bond: Bond,
    /// Whether the mapper reads it into the text.
    pub inferred: bool,
}

/// All reasons and relations between statements that a filter keeps, in the order of the map: reasons, then relations.
pub fn arrows(map: &Map, selection: &Selection) -> Vec<Arrow> {
    let mut arrows = Vec::new();
    for (id, reason) in map.reasons.iter().filter(|(_, reason)| selection.has_reason(reason)) {
        let arrow = |&from| Arrow { from, to: reason.conclusion, bond: Bond::Reason(id), inferred: reason.inferred };
        arrows.extend(reason.premises.iter().map(arrow));
    }
    for (id, relation) in map.relations.iter().filter(|(_, relation)| selection.has_relation(relation)) {
        arrows.push(Arrow {
            from: relation.from,
            to: relation.to,
            bond: Bond::Relation(id),
            inferred: relation.inferred,
        });
    }
    arrows.retain(|arrow| selection.has_statement(arrow.from) && selection.has_statement(arrow.to));
    arrows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::analysis::comparison::coding::{Coding, by_unit};
    use crate::analysis::dispute::network::*;
    use crate::analysis::example::{map, scene, whole};
    use crate::analysis::table::column::{Actor, By, Columns};

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
            let bond = match it.bond {
                Bond::Reason(id) => format!("reason {}", id.index()),
                Bond::Relation(id) => format!("{:?}", map.relations[id].kind),
            };
            let ends = [it.from, it.to].map(|id| map.own_name(id));
            format!("{} {} {bond} {}", ends[0], ends[1], it.inferred)
        });
        assert_eq!(shown.collect::<Vec<_>>(), ["b a reason 0 false", "c a reason 0 false", "d a Undercuts true"]);
    }

    /// Σ x·x′·(1 − |k − k′| / R) and Σ x·x′·|k − k′| / R as Leifeld writes them, x being how many sources of an author hold
    /// position k of a scale.
    fn formula(x: &[[usize; 3]; 2]) -> [f64; 2] {
        let (mut congruence, mut conflict) = (0.0, 0.0);
        for (k, here) in x[0].iter().enumerate() {
            for (other, there) in x[1].iter().enumerate() {
                let apart = k.abs_diff(other) as f64 / 2.0;
                congruence += (here * there) as f64 * (1.0 - apart);
                conflict += (here * there) as f64 * apart;
            }
        }
        [congruence, conflict]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        /// Each author has some sources, and the two have some jointly; each holds one of the three positions of a scale, once
        /// or several times. What is joint is of both, and not held against what is joint.
        #[test]
        fn weights_are_those_of_discourse_network_analysis(
            sources in proptest::collection::vec((0_usize..3, 0_usize..3, 1_usize..4), 1..9)
        ) {
            let mut text = String::from("author a: A\n\nauthor b: B\n\nissue i: Q?\n  answers: scale\n  position p0: P\n  position p1: P\n  position p2: P\n\n");
            // Two who say all that they say jointly are one.
            prop_assume!(sources.iter().any(|(by, ..)| *by < 2));
            let (mut by_source, mut by_statement) = ([[0; 3]; 2], [[0; 3]; 2]);
            let mut joint = [[0; 3]; 2];
            for (index, &(author, position, times)) in sources.iter().enumerate() {
                text += &format!("source s{index}: S\n  by: {}\n\n", ["a", "b", "a, b"][author]);
                for of in (0..2).filter(|of| author == 2 || author == *of) {
                    by_source[of][position] += 1;
                    by_statement[of][position] += times;
                }
                if author == 2 {
                    joint[0][position] += 1;
                    joint[1][position] += times;
                }
                for time in 0..times {
                    text += &format!("claim c{time}: C {time}.\n  holds i: p{position}\n\n");
                }
            }
            let map = map(&text);
            let selection = whole(&map);
            let columns = Columns::chosen(&map, &map.authors.ids().map(Actor::Author).collect::<Vec<_>>(), false);
            let positions = Positions::new(&map, &selection, columns);
            for (unit, x, joint) in [(Unit::Source, by_source, joint[0]), (Unit::Statement, by_statement, joint[1])] {
                let found = by_unit(&map, &positions, &[0, 1], Coding::default(), unit).from(0)[0];
                // Joint statements of both are not held against each other.
                let ([congruence, conflict], [jointly, apart]) = (formula(&x), formula(&[joint, joint]));
                let expected = [congruence - jointly, conflict - apart];
                let joint = joint.iter().sum::<usize>().pow(2);
                prop_assert_eq!([found.congruence(), found.conflict()].map(Option::unwrap_or_default), expected);
                prop_assert_eq!(found.number as usize, x[0].iter().sum::<usize>() * x[1].iter().sum::<usize>() - joint);
            }
        }
    }
}
