//! Shows whatever page libFuzzer thinks of in every format.
//!
//! Nothing panics; no letter acts on a terminal, JSON is valid, every row of CSV has as many fields and none is a formula, and HTML has
//! tags of ours alone, each closed. No line for a terminal is wider than it, and what a person reads is all there.

#![no_main]

use common::shown;
use counterpoint::page::{
    Attribute, Block, Cell, Column, Edge, Graph, Kind, Mark, Node, Page, Row, Runs, Side, Table, Vertex,
};
use libfuzzer_sys::arbitrary::{Arbitrary, Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

const MARKS: [Mark; 15] = [
    Mark::Plain,
    Mark::Strong,
    Mark::Faint,
    Mark::Name,
    Mark::Quotation,
    Mark::Place,
    Mark::For,
    Mark::Against,
    Mark::Between,
    Mark::Inferred,
    Mark::Added,
    Mark::Removed,
    Mark::Error,
    Mark::Warning,
    Mark::Plain,
];

const KINDS: [Kind; 7] =
    [Kind::Text, Kind::Texts, Kind::Numbers, Kind::Whole, Kind::Number, Kind::Truth, Kind::Several];

fuzz_target!(|input: &[u8]| {
    let mut source = Unstructured::new(input);
    if let Ok((page, width)) = made(&mut source) {
        shown::assert_well_formed(&page, None, width);
    }
});

fn made(source: &mut Unstructured<'_>) -> Result<(Page, usize)> {
    let width = source.int_in_range(0..=200)?;
    let mut page = Page::new("show", runs(source)?);
    page.blocks = blocks(source, 3)?;
    if source.ratio(1, 3)? {
        page.records = Some(table(source)?);
    }
    if source.ratio(1, 3)? {
        page.graph = Some(graph(source)?);
    }
    Ok((page, width))
}

fn text(source: &mut Unstructured<'_>) -> Result<String> {
    let length = source.int_in_range(0..=40)?;
    Ok(String::from_utf8_lossy(source.bytes(length.min(source.len()))?).into_owned())
}

fn runs(source: &mut Unstructured<'_>) -> Result<Runs> {
    let number = source.int_in_range(0..=3)?;
    (0..number).try_fold(Runs::new(), |runs, _| Ok(runs.with(*source.choose(&MARKS)?, text(source)?)))
}

fn several<T>(
    source: &mut Unstructured<'_>,
    most: usize,
    one: impl Fn(&mut Unstructured<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    let number = source.int_in_range(0..=most)?;
    (0..number).map(|_| one(source)).collect()
}

fn value(source: &mut Unstructured<'_>) -> Result<Value> {
    Ok(match source.int_in_range(0..=6)? {
        0 => Value::Null,
        1 => bool::arbitrary(source)?.into(),
        2 => i64::arbitrary(source)?.into(),
        3 => f64::arbitrary(source)?.into(),
        4 => json!([text(source)?, text(source)?]),
        5 => json!({ text(source)?: text(source)?, "a": [i64::arbitrary(source)?] }),
        _ => text(source)?.into(),
    })
}

fn table(source: &mut Unstructured<'_>) -> Result<Table> {
    let column = |source: &mut Unstructured<'_>| Ok(Column::of(*source.choose(&KINDS)?, text(source)?, runs(source)?));
    let columns = several(source, 4, column)?;
    let width = columns.len();
    let cell = |source: &mut Unstructured<'_>| Ok(Cell::new(runs(source)?, value(source)?));
    let row = |source: &mut Unstructured<'_>| {
        let cells = (0..width).map(|_| cell(source)).collect::<Result<Vec<Cell>>>()?;
        Ok(Row { cells, depth: u8::arbitrary(source)?, ruled: bool::arbitrary(source)?, ..Row::default() })
    };
    let caption = if bool::arbitrary(source)? { Some(runs(source)?) } else { None };
    let fixed = source.int_in_range(0..=5)?;
    let mut table =
        Table { key: text(source)?, caption, fixed, rows: several(source, 4, row)?, columns, ..Table::default() };
    if width > 0 && source.ratio(1, 4)? {
        let values = (0..width).map(|_| value(source)).collect::<Result<Vec<Value>>>()?;
        table.pack(values);
    }
    Ok(table)
}

fn node(source: &mut Unstructured<'_>, depth: usize) -> Result<Node> {
    let children = if depth == 0 { Vec::new() } else { several(source, 2, |source| node(source, depth - 1))? };
    Ok(Node { runs: runs(source)?, value: value(source)?, details: several(source, 2, runs)?, children })
}

fn blocks(source: &mut Unstructured<'_>, depth: usize) -> Result<Vec<Block>> {
    several(source, 4, |source| {
        Ok(match source.int_in_range(0..=7)? {
            0 => Block::Heading { level: source.int_in_range(1..=9)?, runs: runs(source)? },
            1 => Block::Prose(runs(source)?),
            2 => Block::Note(runs(source)?),
            3 => Block::List(several(source, 3, runs)?),
            4 => Block::Verbatim(text(source)?),
            5 => Block::Tree(several(source, 2, |source| node(source, 4))?),
            6 if depth > 0 => Block::Sides(several(source, 3, |source| {
                Ok(Side { heading: runs(source)?, blocks: blocks(source, depth - 1)? })
            })?),
            _ => Block::Table(table(source)?),
        })
    })
}

fn graph(source: &mut Unstructured<'_>) -> Result<Graph> {
    const VERTEX: [Attribute; 2] = [Attribute::new("kind", Kind::Text), Attribute::new("size", Kind::Number)];
    const EDGE: [Attribute; 1] = [Attribute::new("why", Kind::Text)];
    let vertex = |source: &mut Unstructured<'_>| {
        let values = vec![text(source)?.into(), f64::arbitrary(source)?.into()];
        Ok(Vertex { label: text(source)?, shape: source.int_in_range(0..=9)?, values })
    };
    let vertices = several(source, 5, vertex)?;
    let number = vertices.len();
    let edge = |source: &mut Unstructured<'_>| {
        let ends = [source.choose_index(number)?, source.choose_index(number)?];
        let weight = f64::from(u8::arbitrary(source)?) / 255.0;
        Ok(Edge {
            ends,
            label: text(source)?,
            mark: *source.choose(&MARKS)?,
            weight,
            values: vec![text(source)?.into()],
        })
    };
    let edges = if number == 0 { Vec::new() } else { several(source, 5, edge)? };
    Ok(Graph {
        directed: bool::arbitrary(source)?,
        vertex_attributes: VERTEX.to_vec(),
        edge_attributes: EDGE.to_vec(),
        vertices: vertices.into(),
        edges: edges.into(),
    })
}
