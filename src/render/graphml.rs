//! A network as GraphML, for programs such as Gephi, Cytoscape, igraph and NetworkX.
//!
//! After *The GraphML File Format* (graphml.graphdrawing.org), version 1.0: each attribute is declared with its type, and a vertex or edge
//! for which nothing is known of it has no `data` for it. A page that is no network is an empty one.

use std::io::{self, Write};

use serde_json::Value;

use crate::page::{Attribute, Graph, Kind, PageOf as Page};

use super::options::Options;
use super::text::{in_one, plain, safe};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"#;

pub(super) fn render(page: &Page<'_>, _: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let none = Graph::default();
    let graph = page.graph.as_ref().unwrap_or(&none);
    out.write_all(HEAD.as_bytes())?;
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
    for edge in &graph.edges {
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

/// Text in which nothing is markup, and no character that XML 1.0 forbids.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in safe(text).chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup_or_forbidden() {
        assert_eq!(escaped("a <b> & \"c\"\u{0}\u{ffff}日本"), "a &lt;b&gt; &amp; &quot;c&quot;␀\u{fffd}日本");
    }
}
