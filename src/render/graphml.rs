//! A network as GraphML, for programs such as Gephi, Cytoscape, igraph and NetworkX.
//!
//! After *The GraphML File Format* (graphml.graphdrawing.org), version 1.0: each attribute is declared with its type, and a vertex or edge
//! for which nothing is known of it has no `data` for it. A page that is no network is an empty one.

use std::io::{self, Write};

use serde_json::Value;

use crate::page::{Attribute, GraphOf as Graph, Kind, PageOf as Page};

use super::options::Options;
use super::text::{in_one, plain};
use super::xml::{DECLARATION, escaped};

const HEAD: &str = r#"<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"#;

pub(super) fn render(page: &Page<'_>, _: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let none = Graph::default();
    let graph = page.graph.as_ref().unwrap_or(&none);
    write!(out, "{DECLARATION}{HEAD}")?;
    writeln!(out, "  <desc>{}</desc>", escaped(&plain(&page.title)))?;
    for (of, letter, attributes) in [("node", 'v', &graph.vertex_attributes), ("edge", 'e', &graph.edge_attributes)] {
        for (at, Attribute { key, kind }) in attributes.iter().enumerate() {
            let kind = match kind {
                Kind::Text | Kind::Texts | Kind::Numbers | Kind::Several => "string",
                Kind::Whole => "long",
                Kind::Number => "double",
                Kind::Truth => "boolean",
            };
            let key = escaped(key);
            writeln!(out, r#"  <key id="{letter}{at}" for="{of}" attr.name="{key}" attr.type="{kind}"/>"#)?;
        }
    }
    let directed = if graph.directed { "directed" } else { "undirected" };
    writeln!(out, r#"  <graph id="{}" edgedefault="{directed}">"#, escaped(page.view))?;
    for (at, vertex) in graph.vertices.iter().enumerate() {
        writeln!(out, r#"    <node id="n{at}">"#)?;
        data(out, 'v', &vertex.values)?;
        out.write_all(b"    </node>\n")?;
    }
    for edge in graph.edges.iter() {
        let [from, to] = edge.ends;
        writeln!(out, r#"    <edge source="n{from}" target="n{to}">"#)?;
        data(out, 'e', &edge.values)?;
        out.write_all(b"    </edge>\n")?;
    }
    out.write_all(b"  </graph>\n</graphml>\n")
}

fn data(out: &mut dyn Write, letter: char, values: &[Value]) -> io::Result<()> {
    for (at, value) in values.iter().enumerate() {
        let text = match value {
            Value::Null => continue,
            value => escaped(&in_one(value)),
        };
        writeln!(out, r#"      <data key="{letter}{at}">{text}</data>"#)?;
    }
    Ok(())
}
