//! A network as GraphML, for programs such as Gephi, Cytoscape, igraph and NetworkX.
//!
//! After *The GraphML File Format* (graphml.graphdrawing.org), version 1.0: each attribute is declared with its type, and a vertex or edge
//! for which nothing is known of it has no `data` for it. A page that is no network is an empty one.

use std::fmt::Write;

use serde_json::Value;

use crate::page::{Attribute, AttributeKind, Graph, Page};

use super::Options;
use super::text::{plain, safe};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"#;

pub(super) fn render(page: &Page, _: &Options) -> String {
    let none = Graph::default();
    let graph = page.graph.as_ref().unwrap_or(&none);
    let mut shown = HEAD.to_owned();
    line(&mut shown, format_args!("  <desc>{}</desc>", escaped(&plain(&page.title))));
    for (of, letter, attributes) in [("node", 'v', &graph.vertex_attributes), ("edge", 'e', &graph.edge_attributes)] {
        for (at, Attribute { key, kind }) in attributes.iter().enumerate() {
            let kind = match kind {
                AttributeKind::Text => "string",
                AttributeKind::Whole => "long",
                AttributeKind::Number => "double",
                AttributeKind::Truth => "boolean",
            };
            let key = escaped(key);
            line(
                &mut shown,
                format_args!(r#"  <key id="{letter}{at}" for="{of}" attr.name="{key}" attr.type="{kind}"/>"#),
            );
        }
    }
    let directed = if graph.directed { "directed" } else { "undirected" };
    line(&mut shown, format_args!(r#"  <graph id="{}" edgedefault="{directed}">"#, escaped(page.view)));
    for (at, vertex) in graph.vertices.iter().enumerate() {
        line(&mut shown, format_args!(r#"    <node id="n{at}">"#));
        data(&mut shown, 'v', &vertex.values);
        shown.push_str("    </node>\n");
    }
    for edge in &graph.edges {
        let [from, to] = edge.ends;
        line(&mut shown, format_args!(r#"    <edge source="n{from}" target="n{to}">"#));
        data(&mut shown, 'e', &edge.values);
        shown.push_str("    </edge>\n");
    }
    shown.push_str("  </graph>\n</graphml>\n");
    shown
}

fn data(shown: &mut String, letter: char, values: &[Value]) {
    for (at, value) in values.iter().enumerate() {
        let text = match value {
            Value::Null => continue,
            Value::String(text) => escaped(text),
            other => other.to_string(),
        };
        line(shown, format_args!(r#"      <data key="{letter}{at}">{text}</data>"#));
    }
}

fn line(shown: &mut String, text: std::fmt::Arguments<'_>) {
    writeln!(shown, "{text}").expect("a string takes every text");
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
