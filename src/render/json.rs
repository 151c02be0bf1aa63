//! A page for programs: the shape that `grammar/page.schema.json` describes.

mod indented;

use std::io;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer as Writer};
use serde_json::{Serializer, Value};

use crate::page::{
    Attribute, BlockOf as Block, Column, Datum, GraphOf as Graph, Line, Node, PageOf as Page, Runs, SideOf as Side,
    TableOf as Table, Target,
};

use super::options::Options;
use super::text::plain;
use super::walk::{Step, walk};
use indented::Indented;

/// Raised when a program that reads the old shape could not read the new one.
const VERSION: u32 = 2;

pub(super) fn render(page: &Page<'_>, _: &Options<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let shape = PageShape {
        version: VERSION,
        view: page.view,
        title: plain(&page.title),
        blocks: page.blocks.iter().map(block).collect(),
        records: page.records.as_ref().map(table),
        graph: page.graph.as_ref().map(graph),
    };
    pretty(&shape, out)
}

/// Indented JSON in which nothing that acts on a terminal stands as itself.
pub(super) fn pretty(value: &impl Serialize, out: &mut dyn io::Write) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut *out, Indented::default()))?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct PageShape<'p> {
    version: u32,
    view: &'p str,
    title: String,
    blocks: Vec<BlockShape<'p>>,
    records: Option<TableShape<'p>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    graph: Option<GraphShape<'p>>,
}

/// Vertices and edges are objects of their attributes; the ends of an edge are the ids of vertices.
#[derive(Serialize)]
struct GraphShape<'p> {
    directed: bool,
    vertices: VerticesShape<'p>,
    edges: EdgesShape<'p>,
}

/// Vertices and edges are given their shape one by one, too.
struct VerticesShape<'p>(&'p Graph<'p>);

struct EdgesShape<'p>(&'p Graph<'p>);

/// A vertex or an edge: its ids, then its own keys.
struct PointShape<'p> {
    ids: Vec<(&'static str, String)>,
    keys: &'p [Attribute],
    values: Vec<Value>,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum BlockShape<'p> {
    Heading {
        level: u8,
        #[serde(flatten)]
        said: TextShape<'p>,
    },
    Prose(TextShape<'p>),
    Note(TextShape<'p>),
    Table(TableShape<'p>),
    Tree {
        nodes: NodesShape<'p>,
    },
    Sides {
        sides: Vec<SideShape<'p>>,
    },
    List {
        items: Vec<TextShape<'p>>,
    },
    Lines {
        lines: Vec<LineShape<'p>>,
    },
    Verbatim {
        text: &'p str,
    },
}

/// A line of a difference: whose it is (`first`, `second`, `both`), how far it stands in, what it says.
#[derive(Serialize)]
struct LineShape<'p> {
    whose: &'static str,
    depth: u8,
    #[serde(flatten)]
    said: TextShape<'p>,
    remark: String,
}

/// A text for people, and what it leads to.
#[derive(Serialize)]
struct TextShape<'p> {
    text: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    targets: Vec<TargetShape<'p>>,
}

/// Something of the map by its kind and name, or a place by its path, line and column.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum TargetShape<'p> {
    Statement { name: &'p str },
    Issue { name: &'p str },
    Author { name: &'p str },
    Source { name: &'p str },
    Term { name: &'p str },
    Place { file: &'p str, line: usize, column: Option<usize> },
}

#[derive(Serialize)]
struct TableShape<'p> {
    key: &'p str,
    caption: Option<String>,
    columns: Vec<ColumnShape<'p>>,
    rows: RowsShape<'p>,
}

#[derive(Serialize)]
struct ColumnShape<'p> {
    key: &'p str,
    kind: &'static str,
    heading: String,
}

/// Rows are given their shape one by one, as they are written: all at once they would take as much again.
struct RowsShape<'p>(&'p Table<'p>);

/// A row is an object of its own keys, in the order of the columns.
struct RowShape<'p> {
    columns: &'p [Column],
    row: Vec<Datum<'p>>,
}

/// A tree is a list of nodes that say how deep they stand, in the order in which they are read: so neither its writer nor
/// its reader can run out of stack, and no line is indented without end.
struct NodesShape<'p>(&'p [Node]);

#[derive(Serialize)]
struct NodeShape<'p> {
    depth: usize,
    #[serde(flatten)]
    said: TextShape<'p>,
    details: Vec<TextShape<'p>>,
    value: &'p Value,
}

#[derive(Serialize)]
struct SideShape<'p> {
    heading: String,
    blocks: Vec<BlockShape<'p>>,
}

impl Serialize for RowsShape<'_> {
    fn serialize<S: Writer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let RowsShape(table) = *self;
        out.collect_seq(table.data().map(|row| RowShape { columns: &table.columns, row }))
    }
}

impl Serialize for NodesShape<'_> {
    fn serialize<S: Writer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_seq(walk(self.0).map(node))
    }
}

impl Serialize for RowShape<'_> {
    fn serialize<S: Writer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(Some(self.columns.len()))?;
        for (column, datum) in self.columns.iter().zip(&self.row) {
            match datum {
                Datum::Text(text) => map.serialize_entry(&column.key, text)?,
                Datum::Other(value) => map.serialize_entry(&column.key, value)?,
                Datum::Own(value) => map.serialize_entry(&column.key, value)?,
            }
        }
        map.end()
    }
}

fn block<'p>(block: &'p Block<'p>) -> BlockShape<'p> {
    match block {
        Block::Heading { level, runs } => BlockShape::Heading { level: *level, said: said(runs) },
        Block::Prose(runs) => BlockShape::Prose(said(runs)),
        Block::Note(runs) => BlockShape::Note(said(runs)),
        Block::Table(content) => BlockShape::Table(table(content)),
        Block::List(items) => BlockShape::List { items: items.iter().map(said).collect() },
        Block::Lines(lines) => BlockShape::Lines { lines: lines.iter().map(line).collect() },
        Block::Verbatim(text) => BlockShape::Verbatim { text },
        Block::Tree(roots) => BlockShape::Tree { nodes: NodesShape(roots) },
        Block::Sides(sides) => BlockShape::Sides { sides: sides.iter().map(side).collect() },
    }
}

fn line(line: &Line) -> LineShape<'_> {
    let remark = plain(&line.remark);
    LineShape { whose: line.whose.word(), depth: line.depth, said: said(&line.runs), remark }
}

fn table<'p>(table: &'p Table<'p>) -> TableShape<'p> {
    TableShape {
        key: &table.key,
        caption: table.caption.as_ref().map(plain),
        columns: table.columns.iter().map(column).collect(),
        rows: RowsShape(table),
    }
}

impl Serialize for PointShape<'_> {
    fn serialize<S: Writer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(Some(self.ids.len() + self.keys.len()))?;
        for (key, id) in &self.ids {
            map.serialize_entry(key, id)?;
        }
        for (attribute, value) in self.keys.iter().zip(&self.values) {
            map.serialize_entry(attribute.key, value)?;
        }
        map.end()
    }
}

fn graph<'p>(graph: &'p Graph<'p>) -> GraphShape<'p> {
    GraphShape { directed: graph.directed, vertices: VerticesShape(graph), edges: EdgesShape(graph) }
}

/// Name of a vertex in the network, by its place.
fn vertex_id(at: usize) -> String {
    format!("n{at}")
}

impl Serialize for VerticesShape<'_> {
    fn serialize<S: Writer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let VerticesShape(graph) = *self;
        out.collect_seq(graph.vertices.iter().enumerate().map(|(at, vertex)| PointShape {
            ids: vec![("id", vertex_id(at))],
            keys: &graph.vertex_attributes,
            values: vertex.values,
        }))
    }
}

impl Serialize for EdgesShape<'_> {
    fn serialize<S: Writer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let EdgesShape(graph) = *self;
        out.collect_seq(graph.edges.iter().map(|edge| PointShape {
            ids: vec![("from", vertex_id(edge.ends[0])), ("to", vertex_id(edge.ends[1]))],
            keys: &graph.edge_attributes,
            values: edge.values,
        }))
    }
}

fn column(column: &Column) -> ColumnShape<'_> {
    ColumnShape { key: &column.key, kind: column.kind.name(), heading: plain(&column.heading) }
}

fn side<'p>(side: &'p Side<'p>) -> SideShape<'p> {
    SideShape { heading: plain(&side.heading), blocks: side.blocks.iter().map(block).collect() }
}

fn node(Step { node, depth, .. }: Step<'_>) -> NodeShape<'_> {
    NodeShape { depth, said: said(&node.runs), details: node.details.iter().map(said).collect(), value: &node.value }
}

fn said(runs: &Runs) -> TextShape<'_> {
    TextShape { text: plain(runs), targets: runs.targets().into_iter().map(target).collect() }
}

fn target(target: &Target) -> TargetShape<'_> {
    match target {
        Target::Statement(name) => TargetShape::Statement { name },
        Target::Issue(name) => TargetShape::Issue { name },
        Target::Author(name) => TargetShape::Author { name },
        Target::Source(name) => TargetShape::Source { name },
        Target::Term(name) => TargetShape::Term { name },
        Target::Place { path, line, column } => TargetShape::Place { file: path, line: *line, column: *column },
    }
}
