//! Pages as data: headings, prose, tables, trees, sides and networks, with meanings instead of colours.
//!
//! A view makes a page and knows nothing of width, colour or markup. A renderer shows a page and knows nothing of
//! arguments. Everything has two faces: *runs* for people, and a *value* for programs.

mod graph;
mod groups;
mod kind;
mod line;
mod made;
mod packed;
mod record;
mod run;
pub mod site;
mod table;
mod target;

pub use graph::{Attribute, Edge, Graph, GraphOf, Vertex};
pub use groups::Groups;
pub use kind::Kind;
pub use line::{Line, Whose};
pub use made::Made;
pub use packed::{Datum, Packed};
pub use record::Field;
pub use run::{Mark, Run, Runs};
pub use table::{Across, Cell, Column, Look, Row, Table, TableOf, Words};
pub use target::Target;

use serde_json::Value;

/// A page that holds all that it shows.
pub type Page = PageOf<'static>;
/// A part of such a page.
pub type Block = BlockOf<'static>;
/// Such a thing beside others.
pub type Side = SideOf<'static>;

/// One answer to one question. What is long on it may be made of something that lives for `'m` when it is looked at.
#[derive(Debug, Clone)]
pub struct PageOf<'m> {
    /// Kind of page, for programs: the command's name.
    pub view: &'static str,
    /// The title, shown as the highest heading.
    pub title: Runs,
    /// Whether its first lines say what the title does, so that a terminal leaves the title out.
    pub speaks_for_itself: bool,
    /// Its content, in order.
    pub blocks: Vec<BlockOf<'m>>,
    /// The page as one flat table, where its blocks are not that already: what CSV prints. `None` where the page's one table is it.
    pub records: Option<TableOf<'m>>,
    /// The network that the page shows, where it shows one.
    pub graph: Option<GraphOf<'m>>,
}

/// The reader of a page. A view may leave out what its reader does not look at: of a large map that is most of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Consumer {
    /// Looks at runs alone.
    Person,
    /// Looks at the flat table alone, where there is one.
    Spreadsheet,
    /// Draws the network alone, or computes on it.
    Network,
    /// Looks at everything, as JSON shows it.
    #[default]
    Program,
}

impl Consumer {
    /// Whether the values of cells have to be on the page.
    pub fn reads_values(self) -> bool {
        self == Consumer::Program
    }

    /// Whether the network has to be on the page.
    pub fn reads_graph(self) -> bool {
        matches!(self, Consumer::Network | Consumer::Program)
    }

    /// Whether the blocks have to be on the page, where it has a flat table.
    pub fn reads_blocks(self) -> bool {
        matches!(self, Consumer::Person | Consumer::Program)
    }

    /// Whether the flat table has to be on the page.
    pub fn reads_records(self) -> bool {
        matches!(self, Consumer::Spreadsheet | Consumer::Program)
    }
}

/// A part of a page.
#[derive(Debug, Clone)]
pub enum BlockOf<'m> {
    /// A heading below the title; level 1 is the highest.
    Heading {
        /// How deep the heading is, from 1.
        level: u8,
        /// The words, with the meaning of each piece.
        runs: Runs,
    },
    /// A paragraph, wrapped where it is shown.
    Prose(Runs),
    /// A remark about the page itself: what was left out, what signs mean. Shown small.
    Note(Runs),
    /// A table with a heading for each column.
    Table(TableOf<'m>),
    /// Things with things below them.
    Tree(Vec<Node>),
    /// Several columns of blocks that belong side by side where there is room, and above one another where there is not.
    Sides(Vec<SideOf<'m>>),
    /// A list of short items.
    List(Vec<Runs>),
    /// Lines of which some are the one's alone and some the other's, as a difference shows them.
    Lines(Vec<Line>),
    /// Text that is shown letter for letter, such as an example of the language.
    Verbatim(String),
}

/// One of several things that are held beside each other.
#[derive(Debug, Clone)]
pub struct SideOf<'m> {
    /// The name of the side, shown above its blocks.
    pub heading: Runs,
    /// Content of the side, in order.
    pub blocks: Vec<BlockOf<'m>>,
}

/// A node of a tree.
#[derive(Debug, Clone)]
pub struct Node {
    /// The words, with the meaning of each piece.
    pub runs: Runs,
    /// Data of the node, for programs.
    pub value: Value,
    /// Lines that belong to it, such as a quotation with its place; shown below it, before its children.
    pub details: Vec<Runs>,
    /// Nodes that hang below it.
    pub children: Vec<Node>,
}

impl<'m> PageOf<'m> {
    /// A page with a title and nothing else.
    pub fn new(view: &'static str, title: impl Into<Runs>) -> Self {
        PageOf { view, title: title.into(), speaks_for_itself: false, blocks: Vec::new(), records: None, graph: None }
    }

    /// The same with all of it there, for tests that look at a page when what it was made of is gone.
    #[cfg(test)]
    pub(crate) fn whole(&self) -> Page {
        let graph = self.graph.as_ref().map(|graph| Graph {
            directed: graph.directed,
            vertex_attributes: graph.vertex_attributes.clone(),
            edge_attributes: graph.edge_attributes.clone(),
            vertices: graph.vertices.iter().collect::<Vec<_>>().into(),
            edges: graph.edges.iter().collect::<Vec<_>>().into(),
        });
        Page {
            view: self.view,
            title: self.title.clone(),
            speaks_for_itself: self.speaks_for_itself,
            blocks: self.blocks.iter().map(BlockOf::whole).collect(),
            records: self.records.as_ref().map(TableOf::whole),
            graph,
        }
    }

    /// Adds a part behind those that there are.
    pub fn push(&mut self, block: BlockOf<'m>) {
        self.blocks.push(block);
    }
}

#[cfg(test)]
impl BlockOf<'_> {
    fn whole(&self) -> Block {
        match self {
            BlockOf::Table(table) => Block::Table(table.whole()),
            BlockOf::Sides(sides) => {
                let whole = |side: &SideOf<'_>| Side {
                    heading: side.heading.clone(),
                    blocks: side.blocks.iter().map(BlockOf::whole).collect(),
                };
                Block::Sides(sides.iter().map(whole).collect())
            }
            BlockOf::Heading { level, runs } => Block::Heading { level: *level, runs: runs.clone() },
            BlockOf::Prose(runs) => Block::Prose(runs.clone()),
            BlockOf::Note(runs) => Block::Note(runs.clone()),
            BlockOf::Tree(nodes) => Block::Tree(nodes.clone()),
            BlockOf::List(items) => Block::List(items.clone()),
            BlockOf::Lines(lines) => Block::Lines(lines.clone()),
            BlockOf::Verbatim(text) => Block::Verbatim(text.clone()),
        }
    }
}

/// Takes a tree apart level by level: left to itself, a chain of a hundred thousand nodes would end deep in the stack.
impl Drop for Node {
    fn drop(&mut self) {
        let mut open = std::mem::take(&mut self.children);
        while let Some(mut node) = open.pop() {
            open.append(&mut node.children);
        }
    }
}
