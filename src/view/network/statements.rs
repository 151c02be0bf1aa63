//! Statements that bear on statements: reasons, attacks, and what else joins them.

use serde_json::Value;

use crate::analysis::dispute::network::{Arrow, Bond};
use crate::model::{Map, RelationKind, StatementId, StatementKind};
use crate::page::{Attribute, Cell, Column, Consumer, Edge, Graph, Kind, Mark, Row, Runs, Table, Vertex};
use crate::study::Study;
use crate::syntax::vocabulary::{ClauseKind, Qualifiers};
use crate::view::wording::named::denial;
use crate::view::wording::naming::{kind, whose};

use super::parts::NetworkParts;
use crate::view::wording::named;

/// As much of it as somebody reads: a vertex for each statement kept, an arrow for each premise of a reason and for each relation.
pub fn build(study: &Study<'_>, consumer: Consumer) -> NetworkParts {
    let map = study.map;
    let kept: Vec<StatementId> = study.statements().collect();
    let mut places = vec![0; map.statements.len()];
    kept.iter().enumerate().for_each(|(place, id)| places[id.index()] = place);
    let mut graph = empty();
    if consumer.reads_graph() {
        graph.vertices.extend(kept.iter().map(|&id| vertex(map, id)));
    }
    let mut lines = 0;
    let [mut table, mut flat] = tables();
    for arrow in study.arrows() {
        lines += 1;
        let (relation, mark) = relation(map, &arrow);
        let premises = premises(map, &arrow);
        let reason = if let Bond::Reason(id) = arrow.bond { Some(id.index() + 1) } else { None };
        let [from, to] = [arrow.from, arrow.to].map(|id| Cell::runs(named::statement(map, id)));
        if consumer.reads_blocks() {
            let shown = Cell::new(in_words(map, &arrow, relation, mark), relation);
            table.rows.push(Row { cells: vec![from.clone(), shown, to.clone()], ..Row::default() });
        }
        if consumer.reads_records() {
            let numbered = reason.map_or(Cell::new("", Value::Null), Cell::number);
            let inferred = Cell::new(if arrow.inferred { "yes" } else { "no" }, arrow.inferred);
            let mut cells = vec![from, Cell::text(relation), to, numbered, Cell::value(premises.clone()), inferred];
            cells.extend(manner(map, &arrow).map(|value| value.map_or(Cell::new("", Value::Null), Cell::text)));
            flat.rows.push(Row { cells, ..Row::default() });
        }
        if !consumer.reads_graph() {
            continue;
        }
        let [how, by] = manner(map, &arrow);
        graph.edges.push(Edge {
            ends: [arrow.from, arrow.to].map(|id| places[id.index()]),
            label: relation.to_owned(),
            mark,
            weight: 0.0,
            values: vec![
                relation.into(),
                reason.into(),
                if premises.is_empty() { Value::Null } else { premises.into() },
                arrow.inferred.into(),
                how.into(),
                by.into(),
            ],
        });
    }
    let about = "A line leads from a premise to what it is a reason for, and from each statement to what it is against, grants, or is \
                 otherwise joined to.";
    NetworkParts {
        about: about.to_owned(),
        table,
        records: Some(flat),
        points: kept.len(),
        lines,
        graph,
        notes: Vec::new(),
    }
}

/// The network before anything is in it: what is known of each vertex and edge.
fn empty() -> Graph {
    let text = |key| Attribute::new(key, Kind::Text);
    Graph {
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
        vertices: Vec::new(),
        edges: Vec::new(),
    }
}

/// The table for people and the flat one, without rows.
fn tables() -> [Table; 2] {
    let mut table = Table { key: "edges".to_owned(), fixed: 1, ..Table::default() };
    table.columns.extend(["from", "relation", "to"].map(|key| Column::new(key, key)));
    let mut flat = Table { key: "edges".to_owned(), fixed: 3, ..Table::default() };
    flat.columns.extend(["from", "relation", "to"].map(|key| Column::new(key, key)));
    flat.columns.push(Column::number("reason", "reason"));
    flat.columns.push(Column::of(Kind::Texts, "premises", "premises"));
    flat.columns.push(Column::of(Kind::Truth, "inferred", "inferred"));
    flat.columns.extend(["manner", "by"].map(|key| Column::new(key, key)));
    [table, flat]
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
