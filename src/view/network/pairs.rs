//! Authors, joined by how much they say alike, or against each other.

use crate::analysis::comparison::coding::{Coding, by_unit};
use crate::analysis::dispute::network::Unit;
use crate::analysis::table::positions::Positions;
use crate::model::Map;
use crate::page::{Attribute, Block, Cell, Column, Edge, Graph, Kind, Mark, Row, Runs, Table};
use crate::view::wording::figure::figure;
use crate::view::wording::naming::{column_key, counted};

use super::options::NetworkOptions;
use super::options::Weight;
use super::parts::{NAMED, NetworkParts, actor, speaking, weigh};

/// A line between two, by their places among all.
#[derive(Debug, Clone, Copy)]
struct Line {
    ends: [usize; 2],
    weight: f64,
    compared: usize,
}

/// So many lines are listed for people; of more, the heaviest.
const LISTED: usize = 45;
/// How many of them.
const HEAVIEST: usize = 30;

/// A vertex for each who takes a stand, a line between each two whose figure is defined and, of what they say alike or against
/// each other, not nothing.
pub fn build(map: &Map, positions: &Positions, options: &NetworkOptions, weight: Weight) -> NetworkParts {
    let who = speaking(map, positions);
    let keys: Vec<String> = who.iter().map(|&column| column_key(map, &positions.columns, column)).collect();
    let matrix = by_unit(map, positions, &who, Coding::default(), options.unit);
    let number = |key, kind| Attribute::new(key, kind);
    let mut graph = Graph {
        directed: false,
        vertex_attributes: NAMED.to_vec(),
        edge_attributes: vec![number("weight", Kind::Number), number("compared", Kind::Whole)],
        vertices: who.iter().map(|&column| actor(map, &positions.columns, column)).collect(),
        edges: Vec::new(),
    };
    let mut table = Table { key: "edges".to_owned(), fixed: 2, ..Table::default() };
    table.columns = vec![
        Column::new("from", "one"),
        Column::new("to", "other"),
        Column::number("weight", "weight"),
        Column::number("compared", "compared"),
    ];
    let (mut nothing, mut undefined, mut lines) = (0, 0, Vec::new());
    for from in 0..who.len() {
        for (after, sum) in matrix.from(from).iter().enumerate() {
            let to = from + 1 + after;
            let found = match weight.of(sum) {
                None => {
                    undefined += 1;
                    continue;
                }
                Some(0.0) if weight != Weight::Subtract => {
                    nothing += 1;
                    continue;
                }
                Some(found) => found,
            };
            lines.push(Line { ends: [from, to], weight: found, compared: sum.number as usize });
        }
    }
    if options.consumer.reads_graph() {
        let edge = |line: &Line| Edge {
            ends: line.ends,
            label: figure(line.weight),
            mark: weight.mark(line.weight),
            weight: 0.0,
            values: vec![line.weight.into(), line.compared.into()],
        };
        graph.edges = lines.iter().map(edge).collect();
        weigh(&mut graph.edges);
    }
    let row = |line: &Line| {
        let [from, to] = line.ends.map(|at| Cell::runs(Runs::new().with(Mark::Name, keys[at].as_str())));
        let cells = vec![from, to, Cell::new(figure(line.weight), line.weight), Cell::number(line.compared)];
        Row { cells, ..Row::default() }
    };
    let number = lines.len();
    let records =
        options.consumer.reads_records().then(|| Table { rows: lines.iter().map(row).collect(), ..table.clone() });
    if number > LISTED {
        lines.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
        lines.truncate(HEAVIEST);
    }
    table.rows = lines.iter().map(row).collect();
    let mut notes = Vec::new();
    if number > lines.len() {
        let text = format!("The {HEAVIEST} heaviest lines are listed; {} more are not: ", number - lines.len());
        let runs = Runs::from(text).with(Mark::Name, "--format csv").with(Mark::Plain, " has them all.");
        notes.push(Block::Note(runs));
    }
    if !table.rows.is_empty() {
        let figures = match options.unit {
            Unit::Source => " These are the figures of counterpoint agree.",
            Unit::Statement => "",
        };
        let text = format!(
            "Compared: how many stands of the one were held against stands of the other.{figures} The network is the one of Leifeld, \
             Discourse Network Analysis (2017)."
        );
        notes.push(Block::Note(text.into()));
    }
    for (number, why) in [(nothing, "their weight is 0"), (undefined, "they take sides on no common issue")] {
        if number > 0 {
            notes.push(Block::Note(format!("Not joined, because {why}: {}.", counted(number, "pair")).into()));
        }
    }
    let points = graph.vertices.len();
    NetworkParts { about: weight.about(options.unit), table, records, points, lines: number, graph, notes }
}
