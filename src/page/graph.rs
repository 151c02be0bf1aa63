//! Networks: vertices and edges with attributes, for programs that draw them or compute on them.

use serde_json::Value;

use super::{Kind, Made, Mark};

/// A network that holds all of it.
pub type Graph = GraphOf<'static>;

/// A network. What a person reads of it stands in the blocks of its page.
#[derive(Debug, Clone, Default)]
pub struct GraphOf<'m> {
    /// Whether its edges lead from one end to the other; else they join both alike.
    pub directed: bool,
    /// Attributes that every vertex has.
    pub vertex_attributes: Vec<Attribute>,
    /// Attributes that every edge has.
    pub edge_attributes: Vec<Attribute>,
    /// The vertices, each made when it is looked at; edges know them by their places here.
    pub vertices: Made<'m, Vertex>,
    /// The edges, in the order in which they are written.
    pub edges: Made<'m, Edge>,
}

/// Attribute of all vertices or of all edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribute {
    /// A promise to programs; of one network unique among its vertices or edges, and never `id`, `from` or `to`.
    pub key: &'static str,
    /// Kind of its values.
    pub kind: Kind,
}

/// A point of a network, known by its place in the list.
#[derive(Debug, Clone)]
pub struct Vertex {
    /// Words written at the vertex.
    pub label: String,
    /// Which kind of thing it is, from 0: each kind has a shape of its own.
    pub shape: usize,
    /// Its attributes, in the order of their keys.
    pub values: Vec<Value>,
}

/// Connection of two vertices.
#[derive(Debug, Clone)]
pub struct Edge {
    /// The places of its ends.
    pub ends: [usize; 2],
    /// Words written at the edge.
    pub label: String,
    /// Direction of the edge: for, against, or neither.
    pub mark: Mark,
    /// How heavy it is, from 0 to 1 of the heaviest.
    pub weight: f64,
    /// Its attributes, in the order of their keys.
    pub values: Vec<Value>,
}

impl Attribute {
    /// An attribute with a key that is promised to programs.
    pub const fn new(key: &'static str, kind: Kind) -> Attribute {
        Attribute { key, kind }
    }
}
