//! Networks: authors by what they say alike or against each other, authors and issues, and statements that bear on statements.

mod issues;
mod pairs;
mod statements;

use serde_json::Value;

use crate::analysis::dispute::network::Unit;
use crate::analysis::table::column::{By, ColumnOwner, Columns};
use crate::analysis::table::positions::Positions;
use crate::analysis::table::voice::reported;
use crate::model::Map;
use crate::model::select::Selection;
use crate::page::{Attribute, Block, Consumer, Edge, Graph, Kind, Page, Table, Vertex};

use super::wording::naming::{column_key, column_title, counted};
use super::wording::omitted;

pub use self::pairs::Weight;

/// What a network is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Network {
    /// Authors, joined by what they say alike, or against each other.
    Pairs(Weight),
    /// Authors and issues: who speaks to what.
    Issues,
    /// Statements: reasons, attacks and the like.
    Statements,
}

impl Network {
    /// Every one with its word, and what it means to whoever asks for it.
    pub const WORDS: &[(Network, &str, &str)] = &[
        (Network::Pairs(Weight::Congruence), "congruence", "Authors, by how much they say alike"),
        (Network::Pairs(Weight::Conflict), "conflict", "Authors, by how much they say against each other"),
        (Network::Pairs(Weight::Subtract), "subtract", "Authors, by the first less the second"),
        (Network::Issues, "issues", "Authors and the issues to which they speak"),
        (Network::Statements, "statements", "Statements, by reasons, attacks and what else joins them"),
    ];
}

/// How a network is asked for.
#[derive(Debug, Clone, Copy)]
pub struct NetworkOptions {
    /// Of what.
    pub of: Network,
    /// Whose stands are one vertex.
    pub by: By,
    /// What counts once for an author and an issue.
    pub unit: Unit,
    /// Who reads it.
    pub consumer: Consumer,
}

/// A network as it is made: for people a table of its edges, for programs the graph.
#[derive(Debug, Default)]
struct NetworkParts {
    /// What it is and what its weights are.
    about: String,
    table: Table,
    /// The same with every value in a column of its own, where the table is shorter.
    records: Option<Table>,
    /// How many lines it has, be they listed or not.
    lines: usize,
    graph: Graph,
    /// What is not in it, and why.
    notes: Vec<Block>,
}

/// The edges of a network as a table, with the network for programs that draw it.
pub fn network(map: &Map, selection: &Selection, options: &NetworkOptions) -> Page {
    let (title, parts) = match options.of {
        Network::Statements => ("Which statement bears on which".to_owned(), statements::build(map, selection)),
        Network::Issues => {
            ("Who speaks to which issue".to_owned(), issues::build(map, &positions(map, selection, options), options))
        }
        Network::Pairs(weight) => {
            (weight.title(things(options.by)), pairs::build(map, &positions(map, selection, options), options, weight))
        }
    };
    let mut page = Page::new("network", title);
    page.push(Block::Prose(parts.about.into()));
    let (points, edges) = (counted(parts.graph.vertices.len(), "point"), counted(parts.lines, "line"));
    page.push(Block::Note(format!("{points}, {edges}").into()));
    match parts.table.rows.is_empty() {
        true => {
            page.push(Block::Prose("There is nothing to be joined here.".into()));
            page.records = Some(parts.table);
        }
        false => page.push(Block::Table(parts.table)),
    }
    page.blocks.extend(parts.notes);
    omitted::note(&mut page, map, selection);
    if !selection.filter.voices && options.of != Network::Statements {
        omitted::note_voices(&mut page, &reported(map), 0);
    }
    if options.consumer.reads_records() && parts.records.is_some() {
        page.records = parts.records;
    }
    // It is the network that makes the page one, be it that nobody reads it.
    page.graph = Some(if options.consumer.reads_graph() { parts.graph } else { Graph::default() });
    page
}

fn positions(map: &Map, selection: &Selection, options: &NetworkOptions) -> Positions {
    Positions::new(map, selection, Columns::new(map, options.by, selection.filter.voices))
}

/// The columns that take a stand on anything, in order. What the map names no author for is nobody's.
fn speaking(map: &Map, positions: &Positions) -> Vec<usize> {
    let mut speaks = vec![false; positions.columns.owners.len()];
    for issue in map.issues.ids() {
        positions.stances_on(issue).for_each(|(column, _)| speaks[column] = true);
    }
    let is_somebody = |column: &usize| speaks[*column] && positions.columns.owners[*column] != ColumnOwner::Unknown;
    (0..speaks.len()).filter(is_somebody).collect()
}

/// What the columns are.
fn things(by: By) -> &'static str {
    match by {
        By::Author => "authors",
        By::Source => "sources",
        By::Organisation => "organisations",
        By::Year => "years",
    }
}

/// What is known of the vertices of authors and issues.
const NAMED: [Attribute; 3] =
    [Attribute::new("name", Kind::Text), Attribute::new("kind", Kind::Text), Attribute::new("text", Kind::Text)];

/// A vertex for a column.
fn actor(map: &Map, columns: &Columns, column: usize) -> Vertex {
    let name = column_key(map, columns, column);
    let kind = match columns.owners[column] {
        ColumnOwner::Source(_) => "source",
        ColumnOwner::Organisation(_) => "organisation",
        ColumnOwner::Year(_) => "year",
        ColumnOwner::Own => "own",
        ColumnOwner::Authors(_) | ColumnOwner::Dated(..) | ColumnOwner::Unknown => "author",
    };
    let title = column_title(map, columns, column);
    Vertex { label: title.clone(), shape: 0, values: vec![name.into(), kind.into(), title.into()] }
}

/// How heavy each edge is of the heaviest, where its weight is the first of its values; of edges that are alike, none is.
fn weigh(edges: &mut [Edge]) {
    let weight = |edge: &Edge| edge.values.first().and_then(Value::as_f64).unwrap_or(0.0).abs();
    let most = edges.iter().map(weight).fold(0.0, f64::max);
    if edges.iter().any(|edge| weight(edge) < most) {
        edges.iter_mut().for_each(|edge| edge.weight = weight(edge) / most);
    }
}

#[cfg(test)]
mod tests;
