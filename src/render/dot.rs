//! A network as DOT, to be drawn by Graphviz.
//!
//! After *The DOT Language* (graphviz.org). Attributes that Graphviz does not know are kept for other readers; what they hold stands in
//! quotation marks, like everything that came from a map. A page that is no network is an empty one.

use std::io::{self, Write};

use serde_json::Value;

use crate::page::{Attribute, GraphOf as Graph, Mark, PageOf as Page};

use super::options::Options;
use super::text::{in_one, plain, safe};

/// A shape for each kind of vertex; there are never more kinds than these in use.
const SHAPES: [&str; 4] = ["ellipse", "box", "diamond", "hexagon"];

pub(super) fn render(page: &Page<'_>, _: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let none = Graph::default();
    let graph = page.graph.as_ref().unwrap_or(&none);
    let (kind, joint) = if graph.directed { ("digraph", "->") } else { ("graph", "--") };
    writeln!(out, "{kind} {} {{", quoted(page.view))?;
    writeln!(out, "  label={};", label(&plain(&page.title)))?;
    out.write_all(b"  charset=\"UTF-8\";\n  overlap=false;\n  splines=true;\n")?;
    for (at, vertex) in graph.vertices.iter().enumerate() {
        let attributes = attributes(&graph.vertex_attributes, &vertex.values);
        let shape = SHAPES[vertex.shape % SHAPES.len()];
        writeln!(out, "  n{at} [label={}, shape={shape}{attributes}];", label(&vertex.label))?;
    }
    for edge in graph.edges.iter() {
        let attributes = attributes(&graph.edge_attributes, &edge.values);
        // Nothing is said by colour alone.
        let style = match edge.mark {
            Mark::For => "color=\"#1a7f37\"",
            Mark::Against => "color=\"#b42318\", style=dashed",
            Mark::Between => "color=\"#8a6100\", style=dotted",
            _ => "color=\"#444444\"",
        };
        let [from, to] = edge.ends;
        let (label, width) = (label(&edge.label), 1.0 + 4.0 * edge.weight);
        writeln!(out, "  n{from} {joint} n{to} [label={label}, {style}, penwidth={width:.2}{attributes}];")?;
    }
    out.write_all(b"}\n")
}

/// Attributes of a vertex or an edge, behind what Graphviz draws. A name that Graphviz gives a meaning has `_` behind
/// it.
fn attributes(keys: &[Attribute], values: &[Value]) -> String {
    let mut shown = String::new();
    for (Attribute { key, .. }, value) in keys.iter().zip(values) {
        let made;
        let text = match value {
            Value::Null => continue,
            Value::String(text) => text,
            value => {
                made = in_one(value);
                &made
            }
        };
        let own = if TAKEN.contains(key) { "_" } else { "" };
        shown.extend([", ", key, own, "="]);
        quote(text, &mut shown);
    }
    shown
}

/// Keys of ours that Graphviz would draw by.
const TAKEN: [&str; 3] = ["label", "weight", "shape"];

/// A text in quotation marks.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quote(text, &mut quoted);
    quoted
}

/// Adds a text in quotation marks. A backslash is doubled, so that none at the end can take the mark's meaning.
fn quote(text: &str, quoted: &mut String) {
    let text = safe(text);
    let mut rest = text.as_ref();
    quoted.push('"');
    while let Some(at) = rest.find(['"', '\\', '\n']) {
        quoted.push_str(&rest[..at]);
        quoted.push_str(match rest.as_bytes()[at] {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            _ => "\\n",
        });
        rest = &rest[at + 1..];
    }
    quoted.push_str(rest);
    quoted.push('"');
}

/// A text that is drawn: there Graphviz reads entities, too.
fn label(text: &str) -> String {
    if text.contains('&') { quoted(&text.replace('&', "&amp;")) } else { quoted(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_its_quotation_marks() {
        assert_eq!(quoted("say \"no\"\\"), r#""say \"no\"\\""#);
        assert_eq!(quoted("one\ntwo\u{1b}日本"), r#""one\ntwo␛日本""#);
        assert_eq!(label("a & b &lt;"), r#""a &amp; b &amp;lt;""#);
    }
}
