//! Authors, joined by how much they say alike, or against each other.

use crate::analysis::comparison::tie::{Tie, Ties, Weight};
use crate::analysis::dispute::network::Unit;
use crate::page::{Attribute, Block, Cell, Column, Edge, Graph, Kind, Mark, Row, Runs, Table};
use crate::study::PositionTable;
use crate::view::wording::figure::figure;
use crate::view::wording::naming::counted;

use super::options::NetworkOptions;
use super::parts::{NAMED, NetworkParts, actor, weigh};
use crate::view::wording::named;

/// The most lines that are listed for people; of more, the heaviest.
const LISTED: usize = 45;
/// How many of them.
const HEAVIEST: usize = 30;

/// A vertex for each who takes a stand, a line between each two whose figure is defined and, of what they say alike or against
/// each other, not nothing.
pub fn build(of: &PositionTable<'_>, options: &NetworkOptions, weight: Weight) -> NetworkParts<'static> {
    let who = of.speaking();
    let names: Vec<Runs> = who.iter().map(|&column| named::column(of.map, of.columns(), column)).collect();
    let Ties { ties, weightless, undefined } = of.ties(&who, options.unit, weight);
    let mut graph = Graph {
        directed: false,
        vertex_attributes: NAMED.to_vec(),
        edge_attributes: vec![Attribute::new("weight", Kind::Number), Attribute::new("compared", Kind::Whole)],
        vertices: who.iter().map(|&column| actor(of.map, of.columns(), column)).collect::<Vec<_>>().into(),
        ..Graph::default()
    };
    if options.consumer.reads_graph() {
        let mut edges: Vec<Edge> = ties.iter().map(|tie| edge(tie, weight)).collect();
        weigh(&mut edges);
        graph.edges = edges.into();
    }
    let records = options.consumer.reads_records().then(|| table(ties.iter(), &names));
    let mut listed: Vec<&Tie> = ties.iter().collect();
    if listed.len() > LISTED {
        listed.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
        listed.truncate(HEAVIEST);
    }
    let table = table(listed.iter().copied(), &names);
    let mut notes: Vec<Block> = not_listed(ties.len() - listed.len()).into_iter().collect();
    notes.extend((!ties.is_empty()).then(|| compared(options.unit)));
    for (number, why) in [(weightless, "their weight is 0"), (undefined, "they take sides on no common issue")] {
        if number > 0 {
            notes.push(Block::Note(format!("Not joined, because {why}: {}.", counted(number, "pair")).into()));
        }
    }
    let (points, lines) = (who.len(), ties.len());
    NetworkParts { about: weight.about(options.unit), table, records, points, lines, graph, notes }
}

fn edge(tie: &Tie, weight: Weight) -> Edge {
    Edge {
        ends: tie.ends,
        label: figure(tie.weight),
        mark: weight.mark(tie.weight),
        weight: 0.0,
        values: vec![tie.weight.into(), tie.compared.into()],
    }
}

/// A row for each of these.
fn table<'t>(ties: impl Iterator<Item = &'t Tie>, names: &[Runs]) -> Table {
    let row = |tie: &Tie| {
        let [from, to] = tie.ends.map(|at| Cell::runs(names[at].clone()));
        let cells = vec![from, to, Cell::new(figure(tie.weight), tie.weight), Cell::number(tie.compared)];
        Row { cells, ..Row::default() }
    };
    let columns = vec![
        Column::new("from", "one"),
        Column::new("to", "other"),
        Column::number("weight", "weight"),
        Column::number("compared", "compared"),
    ];
    Table { key: "edges".to_owned(), fixed: 2, columns, rows: ties.map(row).collect(), ..Table::default() }
}

fn not_listed(more: usize) -> Option<Block> {
    let text = format!("The {HEAVIEST} heaviest lines are listed; {more} more are not: ");
    let runs = Runs::from(text).with(Mark::Name, "--format csv").with(Mark::Plain, " has them all.");
    (more > 0).then_some(Block::Note(runs))
}

fn compared(unit: Unit) -> Block {
    let figures = match unit {
        Unit::Source => " These are the figures of counterpoint agree.",
        Unit::Statement => "",
    };
    let text = format!(
        "Compared: how many stands of the one were held against stands of the other.{figures} The network is the one of Leifeld, \
         Discourse Network Analysis (2017)."
    );
    Block::Note(text.into())
}
