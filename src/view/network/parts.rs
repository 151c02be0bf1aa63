//! The parts of a network's page, and what the networks of columns have in common.

use serde_json::Value;

use crate::analysis::table::column::{By, ColumnOwner, Columns};
use crate::model::Map;
use crate::page::{Attribute, Block, Edge, GraphOf, Kind, TableOf, Vertex};
use crate::view::wording::naming::{column_key, column_title};

/// A network as it is made: for people a table of its edges, for programs the graph.
#[derive(Debug, Default)]
pub(super) struct NetworkParts<'s> {
    /// Explanation of the network and of its weights.
    pub(super) about: String,
    pub(super) table: TableOf<'s>,
    /// The same with every value in a column of its own, where the table is shorter.
    pub(super) records: Option<TableOf<'s>>,
    /// How many points and lines it has, be they listed or not.
    pub(super) points: usize,
    pub(super) lines: usize,
    pub(super) graph: GraphOf<'s>,
    /// Notes on what is not in it, and why.
    pub(super) notes: Vec<Block>,
}

/// Noun for the columns.
pub(super) fn things(by: By) -> &'static str {
    match by {
        By::Author => "authors",
        By::Source => "sources",
        By::Organisation => "organisations",
        By::Side => "sides",
        By::Year => "years",
    }
}

/// Attributes of the vertices of authors and issues.
pub(super) const NAMED: [Attribute; 3] =
    [Attribute::new("name", Kind::Text), Attribute::new("kind", Kind::Text), Attribute::new("text", Kind::Text)];

/// A vertex for a column.
pub(super) fn actor(map: &Map, columns: &Columns, column: usize) -> Vertex {
    let name = column_key(map, columns, column);
    let kind = match columns.owners[column] {
        ColumnOwner::Source(_) => "source",
        ColumnOwner::Side(_) => "side",
        ColumnOwner::Organisation(_) => "organisation",
        ColumnOwner::Year(_) => "year",
        ColumnOwner::Own => "own",
        ColumnOwner::Authors(_) | ColumnOwner::Dated(..) | ColumnOwner::Unknown => "author",
    };
    let title = column_title(map, columns, column);
    Vertex { label: title.clone(), shape: 0, values: vec![name.into(), kind.into(), title.into()] }
}

/// How heavy each edge is of the heaviest, where its weight is the first of its values; of edges that are alike, none is.
pub(super) fn weigh(edges: &mut [Edge]) {
    let weight = |edge: &Edge| edge.values.first().and_then(Value::as_f64).unwrap_or(0.0).abs();
    let most = edges.iter().map(weight).fold(0.0, f64::max);
    if edges.iter().any(|edge| weight(edge) < most) {
        for edge in edges {
            edge.weight = weight(edge) / most;
        }
    }
}
