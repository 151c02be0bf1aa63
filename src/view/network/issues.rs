//! Authors and issues: who speaks to what, and how.

use crate::analysis::dispute::network::{Affiliation, Unit};
use crate::analysis::table::orientation::Orientation;
use crate::model::IssueId;
use crate::page::{Attribute, Block, Cell, Column, Edge, Graph, Kind, Mark, Row, Table, Vertex};
use crate::study::PositionTable;
use crate::view::table::issue_signs_in_line;
use crate::view::table::value::issue_words;
use crate::view::wording::sign::{Legend, word};

use super::options::NetworkOptions;
use super::parts::{NAMED, NetworkParts, actor, things, weigh};
use crate::view::wording::named;

/// The network as it grows line by line.
struct Affiliations<'n> {
    of: &'n PositionTable<'n>,
    options: &'n NetworkOptions,
    /// Of each column and each issue, its place among the vertices.
    columns: Vec<Option<usize>>,
    issues: Vec<Option<usize>>,
    graph: Graph,
    vertices: Vec<Vertex>,
    edges: Vec<Edge>,
    table: Table,
    flat: Table,
    legend: Legend,
}

/// A vertex for each who takes a stand and for each issue spoken to, a line from the one to the other.
pub fn build(of: &PositionTable<'_>, options: &NetworkOptions) -> NetworkParts<'static> {
    let mut network = Affiliations::new(of, options);
    of.affiliations().iter().for_each(|affiliation| network.add(affiliation));
    let Affiliations { graph, vertices, mut edges, table, flat, legend, .. } = network;
    weigh(&mut edges);
    let counted = match options.unit {
        Unit::Source => "sources",
        Unit::Statement => "statements",
    };
    let mut notes: Vec<Block> = legend.note().into_iter().collect();
    notes.push(Block::Note(
        "This is the network of two modes, or affiliation network, of Leifeld, Discourse Network Analysis (2017)."
            .into(),
    ));
    let about = format!("The weight of a line is in how many {counted} somebody speaks to an issue.");
    NetworkParts {
        about,
        table,
        records: Some(flat),
        points: vertices.len(),
        lines: edges.len(),
        graph: Graph { vertices: vertices.into(), edges: edges.into(), ..graph },
        notes,
    }
}

impl<'n> Affiliations<'n> {
    fn new(of: &'n PositionTable<'n>, options: &'n NetworkOptions) -> Self {
        let who = of.speaking();
        let mut columns = vec![None; of.columns().owners.len()];
        who.iter().enumerate().for_each(|(place, &column)| columns[column] = Some(place));
        let graph = Graph {
            directed: false,
            vertex_attributes: NAMED.to_vec(),
            edge_attributes: vec![
                Attribute::new("weight", Kind::Whole),
                Attribute::new("sources", Kind::Whole),
                Attribute::new("statements", Kind::Whole),
                Attribute::new("stance", Kind::Text),
                Attribute::new("stands", Kind::Text),
            ],
            ..Graph::default()
        };
        let vertices = who.iter().map(|&column| actor(of.map, of.columns(), column)).collect();
        let ends = || [Column::new("from", things(options.by).trim_end_matches('s')), Column::new("to", "issue")];
        let number = |key| Column::number(key, key);
        let mut table = Table { key: "edges".to_owned(), fixed: 2, ..Table::default() };
        table.columns.extend(ends().into_iter().chain([number("weight"), Column::new("stands", "stands")]));
        let mut flat = Table { key: "edges".to_owned(), fixed: 2, ..Table::default() };
        flat.columns.extend(ends().into_iter().chain(["weight", "sources", "statements"].map(number)));
        flat.columns.extend(["stance", "stands"].map(|key| Column::new(key, key)));
        let issues = vec![None; of.map.issues.len()];
        let legend = Legend::default();
        Affiliations { of, options, columns, issues, graph, vertices, edges: Vec::new(), table, flat, legend }
    }

    /// Adds a line; what the map names no author for is nobody's.
    fn add(&mut self, it: &Affiliation) {
        let Some(from) = self.columns[it.column] else { return };
        let (map, to) = (self.of.map, self.place_of(it.issue));
        let stand = self.of.positions().stance(it.issue, it.column);
        let (standing, stands) = (stand.issue.orientation, issue_words(map, &stand));
        let weight = match self.options.unit {
            Unit::Source => it.sources,
            Unit::Statement => it.statements,
        };
        let ends = [named::column(map, self.of.columns(), it.column), named::issue(map, it.issue)].map(Cell::runs);
        let signs = issue_signs_in_line(map, &stand, &mut self.legend);
        let label = signs.plain();
        let cells = [Cell::number(weight), Cell::new(signs, stands.as_str())];
        self.table.rows.push(Row { cells: ends.iter().cloned().chain(cells).collect(), ..Row::default() });
        let numbers = [weight, it.sources, it.statements].map(Cell::number);
        let words = [word(standing), &stands].map(Cell::text);
        self.flat.rows.push(Row { cells: ends.into_iter().chain(numbers).chain(words).collect(), ..Row::default() });
        self.edges.push(Edge {
            ends: [from, to],
            label,
            mark: match standing {
                Orientation::For => Mark::For,
                Orientation::Against => Mark::Against,
                _ => Mark::Between,
            },
            weight: 0.0,
            values: vec![weight.into(), it.sources.into(), it.statements.into(), word(standing).into(), stands.into()],
        });
    }

    /// The place of an issue among the vertices, where it gets one when it is first spoken to.
    fn place_of(&mut self, id: IssueId) -> usize {
        let (map, vertices) = (self.of.map, &mut self.vertices);
        *self.issues[id.index()].get_or_insert_with(|| {
            let issue = &map.issues[id];
            let (name, text) = (map.word(issue.name), map.text(issue.question));
            let values = vec![name.into(), "issue".into(), text.into()];
            vertices.push(Vertex { label: name.to_owned(), shape: 1, values });
            vertices.len() - 1
        })
    }
}
