//! Networks: authors by what they say alike or against each other, authors and issues, and statements that bear on statements.

mod issues;
mod pairs;
mod statements;

use serde_json::Value;

use crate::analysis::column::{By, Columns, Who};
use crate::analysis::network::Unit;
use crate::analysis::positions::Positions;
use crate::analysis::voice::reported;
use crate::model::Map;
use crate::model::select::Selection;
use crate::page::{Attribute, AttributeKind, Block, Edge, Graph, Page, Reader, Table, Vertex};

use super::left_out;
use super::naming::{column_key, column_title, counted};

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
    pub reader: Reader,
}

/// A network as it is made: for people a table of its edges, for programs the graph.
#[derive(Debug, Default)]
struct Made {
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
    let (title, made) = match options.of {
        Network::Statements => ("Which statement bears on which".to_owned(), statements::made(map, selection)),
        Network::Issues => {
            ("Who speaks to which issue".to_owned(), issues::made(map, &positions(map, selection, options), options))
        }
        Network::Pairs(weight) => {
            (weight.title(things(options.by)), pairs::made(map, &positions(map, selection, options), options, weight))
        }
    };
    let mut page = Page::new("network", title);
    page.push(Block::Prose(made.about.into()));
    let (points, edges) = (counted(made.graph.vertices.len(), "point"), counted(made.lines, "line"));
    page.push(Block::Note(format!("{points}, {edges}").into()));
    match made.table.rows.is_empty() {
        true => {
            page.push(Block::Prose("There is nothing to be joined here.".into()));
            page.records = Some(made.table);
        }
        false => page.push(Block::Table(made.table)),
    }
    page.blocks.extend(made.notes);
    left_out::say(&mut page, map, selection);
    if !selection.filter.voices && options.of != Network::Statements {
        left_out::say_voices(&mut page, &reported(map), 0);
    }
    if options.reader.reads_records() && made.records.is_some() {
        page.records = made.records;
    }
    // It is the network that makes the page one, be it that nobody reads it.
    page.graph = Some(if options.reader.reads_graph() { made.graph } else { Graph::default() });
    page
}

fn positions(map: &Map, selection: &Selection, options: &NetworkOptions) -> Positions {
    Positions::new(map, selection, Columns::new(map, options.by, selection.filter.voices))
}

/// The columns that take a stand on anything, in order. What the map names no author for is nobody's.
fn speaking(map: &Map, positions: &Positions) -> Vec<usize> {
    let mut speaks = vec![false; positions.columns.who.len()];
    for issue in map.issues.ids() {
        positions.stands_on(issue).for_each(|(column, _)| speaks[column] = true);
    }
    let is_somebody = |column: &usize| speaks[*column] && positions.columns.who[*column] != Who::Unknown;
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
const NAMED: [Attribute; 3] = [
    Attribute::new("name", AttributeKind::Text),
    Attribute::new("kind", AttributeKind::Text),
    Attribute::new("text", AttributeKind::Text),
];

/// A vertex for a column.
fn party(map: &Map, columns: &Columns, column: usize) -> Vertex {
    let name = column_key(map, columns, column);
    let kind = match columns.who[column] {
        Who::Source(_) => "source",
        Who::Organisation(_) => "organisation",
        Who::Year(_) => "year",
        Who::Own => "own",
        Who::Authors(_) | Who::Dated(..) | Who::Unknown => "author",
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
