//! Statements that bear on statements: reasons, attacks, and what else joins them.

use std::sync::Arc;

use serde_json::Value;

use crate::analysis::dispute::network::{Arrow, Bond};
use crate::model::{Map, RelationKind, StatementId, StatementKind};
use crate::page::{
    Attribute, Cell, Column, Consumer, Edge, Field, GraphOf, Groups, Kind, Made, Mark, Row, Runs, TableOf, Vertex,
};
use crate::study::Study;
use crate::syntax::vocabulary::{ClauseKind, Qualifiers};
use crate::view::wording::named::denial;
use crate::view::wording::naming::{kind, whose};

use super::parts::NetworkParts;
use crate::view::wording::named;

/// As much of it as somebody reads: a vertex for each statement kept, an arrow for each premise of a reason and for each relation.
/// Each is made when it is looked at.
pub fn build<'s>(study: &'s Study<'_>, consumer: Consumer) -> NetworkParts<'s> {
    let map = study.map;
    let kept: Vec<StatementId> = study.statements().collect();
    let arrows: Arc<[Arrow]> = study.arrows().into();
    let (points, lines) = (kept.len(), arrows.len());
    let mut graph = empty();
    if consumer.reads_graph() {
        let mut places = vec![0; map.statements.len()];
        kept.iter().enumerate().for_each(|(place, id)| places[id.index()] = place as u32);
        let of_edges = Arc::clone(&arrows);
        graph.vertices = Made::new(points, move |at| vertex(map, kept[at]));
        graph.edges = Made::new(lines, move |at| edge(map, &of_edges[at], &places));
    }
    let mut table = TableOf { key: "edges".to_owned(), fixed: 1, ..TableOf::default() };
    table.columns.extend(["from", "relation", "to"].map(|key| Column::new(key, key)));
    if consumer.reads_blocks() {
        let of_rows = Arc::clone(&arrows);
        table.made = Made::new(lines, move |at| row(map, &of_rows[at]));
    }
    if consumer.reads_values() {
        let of_values = Arc::clone(&arrows);
        table.groups = Groups::of_rows(lines, move |at| {
            let arrow = &of_values[at];
            let [from, to] = [arrow.from, arrow.to].map(|id| map.statement_name(id).into());
            vec![from, relation(map, arrow).0.into(), to]
        });
    }
    let records = consumer.reads_records();
    let records = records.then(|| TableOf::of_made_records("edges", fields(), lines, move |at| (map, arrows[at])));
    let about = "A line leads from a premise to what it is a reason for, and from each statement to what it is against, grants, or is \
                 otherwise joined to.";
    NetworkParts { about: about.to_owned(), table, records, points, lines, graph, notes: Vec::new() }
}

/// An arrow as a person reads it.
fn row(map: &Map, arrow: &Arrow) -> Row {
    let (relation, mark) = relation(map, arrow);
    let [from, to] = [arrow.from, arrow.to].map(|id| Cell::words(named::statement(map, id)));
    Row { cells: vec![from, Cell::words(in_words(map, arrow, relation, mark)), to], ..Row::default() }
}

/// The columns of the flat table.
fn fields<'m>() -> Vec<Field<(&'m Map, Arrow)>> {
    type Line<'m> = (&'m Map, Arrow);
    vec![
        Field::text("from", |(map, arrow): &Line<'_>| map.statement_name(arrow.from)),
        Field::text("relation", |(map, arrow): &Line<'_>| relation(map, arrow).0),
        Field::text("to", |(map, arrow): &Line<'_>| map.statement_name(arrow.to)),
        Field::whole("reason", |(_, arrow): &Line<'_>| reason(arrow)),
        Field::texts("premises", |(map, arrow): &Line<'_>| premises(map, arrow)),
        Field::truth("inferred", |(_, arrow): &Line<'_>| Some(arrow.inferred)),
        Field::text("manner", |(map, arrow): &Line<'_>| manner(map, arrow)[0].clone()),
        Field::text("by", |(map, arrow): &Line<'_>| manner(map, arrow)[1].clone()),
    ]
}

fn edge(map: &Map, arrow: &Arrow, places: &[u32]) -> Edge {
    let (relation, mark) = relation(map, arrow);
    let premises = premises(map, arrow);
    let [how, by] = manner(map, arrow);
    Edge {
        ends: [arrow.from, arrow.to].map(|id| places[id.index()] as usize),
        label: relation.to_owned(),
        mark,
        weight: 0.0,
        values: vec![
            relation.into(),
            reason(arrow).into(),
            if premises.is_empty() { Value::Null } else { premises.into() },
            arrow.inferred.into(),
            how.into(),
            by.into(),
        ],
    }
}

/// Number of the reason that an arrow is a premise of.
fn reason(arrow: &Arrow) -> Option<usize> {
    if let Bond::Reason(id) = arrow.bond { Some(id.index() + 1) } else { None }
}

/// The network before anything is in it: what is known of each vertex and edge.
fn empty<'s>() -> GraphOf<'s> {
    let text = |key| Attribute::new(key, Kind::Text);
    GraphOf {
        directed: true,
        vertex_attributes: ["name", "kind", "text", "whose", "source"].map(text).to_vec(),
        edge_attributes: vec![
            text("relation"),
            Attribute::new("reason", Kind::Whole),
            Attribute::new("premises", Kind::Texts),
            Attribute::new("inferred", Kind::Truth),
            text("manner"),
            text("by"),
        ],
        ..GraphOf::default()
    }
}

fn vertex(map: &Map, id: StatementId) -> Vertex {
    let what = &map.statements[id];
    let name = map.statement_name(id);
    let shape = match what.kind {
        StatementKind::Claim => 0,
        StatementKind::Evidence => 1,
        StatementKind::Counterpoint => 2,
    };
    let source = what.source.map(|source| map.word(map.sources[source].name));
    let values = vec![
        name.clone().into(),
        kind(map, id).into(),
        map.text(what.text).into(),
        whose(map, id).into(),
        source.into(),
    ];
    Vertex { label: name, shape, values }
}

/// The word of the language for an arrow, and what it is.
fn relation(map: &Map, arrow: &Arrow) -> (&'static str, Mark) {
    let Bond::Relation(id) = arrow.bond else { return (ClauseKind::Supports.row().keyword, Mark::For) };
    let kind = map.relations[id].kind;
    let mark = match kind {
        RelationKind::Against | RelationKind::Weakens | RelationKind::Undercuts => Mark::Against,
        RelationKind::Outweighs | RelationKind::Despite | RelationKind::Grants => Mark::Between,
        RelationKind::Agrees | RelationKind::SameFact => Mark::Plain,
    };
    (kind.word(), mark)
}

/// An arrow as a person reads it: which reason a premise is only a part of, which premises are denied, and whether all that
/// is inferred.
fn in_words(map: &Map, arrow: &Arrow, relation: &str, mark: Mark) -> Runs {
    let mut runs = Runs::new().with(mark, relation);
    match arrow.bond {
        Bond::Reason(id) if map.reasons[id].premises.len() > 1 => {
            runs.push(Mark::Faint, format!(" (with the others of reason {})", id.index() + 1));
        }
        Bond::Relation(id) if map.relations[id].kind == RelationKind::Undercuts => {
            runs = denial(map, &map.relations[id]).with(Mark::Plain, "it");
        }
        _ => {}
    }
    runs.with(Mark::Inferred, if arrow.inferred { " (inferred)" } else { "" })
}

/// The way in which an attack works, where that is said, and the question or the measure behind its `by`.
fn manner(map: &Map, arrow: &Arrow) -> [Option<String>; 2] {
    let Bond::Relation(id) = arrow.bond else { return [None, None] };
    let relation = &map.relations[id];
    let word = |qualifier: Qualifiers| qualifier.words().next().map(str::to_owned);
    let how = match relation.kind {
        RelationKind::Weakens => word(Qualifiers::WEAKENS),
        _ if relation.turns => word(Qualifiers::TURNS),
        _ => None,
    };
    [how, relation.by.as_ref().map(|by| map.text(**by).into_owned())]
}

/// The premises of which an undercut says that they do not show its target.
fn premises(map: &Map, arrow: &Arrow) -> Vec<String> {
    let Bond::Relation(id) = arrow.bond else { return Vec::new() };
    map.relations[id].because.iter().map(|&premise| map.statement_name(premise)).collect()
}
