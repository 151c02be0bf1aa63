//! Networks as GraphML and DOT: well-formed whatever stands in them, and read back as they were.

use counterpoint::page::{Attribute, Edge, Graph, Kind, Mark, Page, Vertex};
use counterpoint::render::safe;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::shown;

/// A network with this text wherever a text can stand.
pub fn network_of(text: &str) -> Graph {
    let attribute = Attribute::new;
    let vertex = |shape, values: Vec<Value>| Vertex { label: text.into(), shape, values };
    let edge = |ends, mark, values| Edge { ends, label: text.into(), mark, weight: 0.5, values };
    Graph {
        directed: true,
        vertex_attributes: vec![attribute("name", Kind::Text), attribute("first", Kind::Truth)],
        edge_attributes: vec![
            attribute("weight", Kind::Number),
            attribute("compared", Kind::Whole),
            attribute("text", Kind::Text),
        ],
        vertices: vec![vertex(0, vec![json!(text), json!(true)]), vertex(9, vec![json!(text), Value::Null])].into(),
        edges: vec![
            edge([0, 1], Mark::For, vec![json!(-1.5), json!(3), json!(text)]),
            edge([1, 1], Mark::Against, vec![json!(1e-9), Value::Null, Value::Null]),
        ]
        .into(),
    }
}

fn page_of(text: &str) -> Page {
    let mut page = Page::new("network", text);
    page.graph = Some(network_of(text));
    page
}

/// A tag with its name and attributes, or text between two tags.
#[derive(Debug)]
pub enum Piece<'x> {
    Open(&'x str, Vec<(&'x str, String)>, bool),
    Close(&'x str),
    Text(String),
}

/// Text as XML means it; fails where there is markup in it, or an entity that XML does not know.
fn meant(text: &str) -> String {
    assert!(!text.contains(['<', '>']), "markup in {text:?}");
    let mut parts = text.split('&');
    let mut meant = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (entity, rest) = part.split_once(';').unwrap_or_else(|| panic!("a bare ampersand in {text:?}"));
        meant.push_str(match entity {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            other => panic!("an unknown entity {other:?}"),
        });
        meant.push_str(rest);
    }
    meant
}

pub fn pieces(xml: &str) -> Vec<Piece<'_>> {
    let (head, body) = xml.split_once("?>").expect("it says what it is");
    assert!(head.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\""), "{head}");
    let mut pieces = Vec::new();
    for part in body.split('<').skip(1) {
        let (tag, text) = part.split_once('>').expect("every tag ends");
        if let Some(name) = tag.strip_prefix('/') {
            pieces.push(Piece::Close(name));
        } else {
            let (inside, is_empty) = tag.strip_suffix('/').map_or((tag, false), |inside| (inside, true));
            let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
            let mut attributes = Vec::new();
            while let Some((key, after)) = rest.split_once("=\"") {
                let (value, more) = after.split_once('"').expect("every value ends");
                attributes.push((key.trim(), meant(value)));
                rest = more;
            }
            assert_eq!(rest.trim(), "", "in {tag:?}");
            pieces.push(Piece::Open(name, attributes, is_empty));
        }
        pieces.push(Piece::Text(meant(text)));
    }
    pieces
}

/// Fails unless a text is GraphML: every element closed, every key declared for what it is used at, every edge between vertices.
/// Gives back the texts of all `data`.
pub fn data_of(graphml: &str) -> Vec<String> {
    let (mut open, mut keys, mut nodes, mut data) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for piece in pieces(graphml) {
        match piece {
            Piece::Open(name, attributes, is_empty) => {
                let of = |key: &str| {
                    let found = attributes.iter().find(|(known, _)| *known == key);
                    found.map_or_else(|| panic!("<{name}> has no {key}"), |(_, value)| value.clone())
                };
                match name {
                    "key" => {
                        assert!(["boolean", "long", "double", "string"].contains(&of("attr.type").as_str()));
                        keys.push((of("id"), of("for")));
                    }
                    "node" => {
                        assert!(!nodes.contains(&of("id")), "two nodes have one id");
                        nodes.push(of("id"));
                    }
                    "edge" => assert!(nodes.contains(&of("source")) && nodes.contains(&of("target"))),
                    "data" => {
                        let at: &&str = open.last().expect("data stands in something");
                        assert!(keys.contains(&(of("key"), (*at).to_owned())), "a key that is not declared");
                        data.push(String::new());
                    }
                    "graph" => assert!(["directed", "undirected"].contains(&of("edgedefault").as_str())),
                    "graphml" | "desc" => {}
                    other => panic!("no element of GraphML: {other}"),
                }
                if !is_empty {
                    open.push(name);
                }
            }
            Piece::Close(name) => assert_eq!(open.pop(), Some(name)),
            Piece::Text(text) if open.last() == Some(&"data") => data.last_mut().expect("it is open").push_str(&text),
            Piece::Text(_) => {}
        }
    }
    assert_eq!(open, [""; 0], "elements are left open");
    data
}

/// Fails unless everything that is not plain DOT stands in quotation marks; gives back what stands there.
pub fn quoted_in(dot: &str) -> Vec<String> {
    let mut quoted: Vec<String> = Vec::new();
    let (mut inside, mut depth) = (false, 0_i32);
    let mut letters = dot.chars();
    while let Some(letter) = letters.next() {
        match (inside, letter) {
            (false, '"') => {
                inside = true;
                quoted.push(String::new());
            }
            (true, '"') => inside = false,
            (true, '\\') => match letters.next().expect("something follows a backslash") {
                'n' => quoted.last_mut().expect("one is open").push('\n'),
                letter => {
                    assert!(letter == '\\' || letter == '"', "\\{letter} means something to Graphviz");
                    quoted.last_mut().expect("one is open").push(letter);
                }
            },
            (true, letter) => quoted.last_mut().expect("one is open").push(letter),
            (false, '{') => depth += 1,
            (false, '}') => depth -= 1,
            (false, letter) => {
                assert!(letter.is_ascii_alphanumeric() || "_ =-.,;>[]\n".contains(letter), "{letter:?} in {dot}");
            }
        }
    }
    assert!(!inside && depth == 0, "left open: {dot}");
    quoted
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_is_read_back(text in "[\\x00-\\x1f\\x7f-\\u{9f}\\u{2020}-\\u{2030}\\u{fffd}a-c &<>\\\\n;`'\"=日ש\u{301}]{0,40}") {
        let page = page_of(&text);
        let data = data_of(&shown(&page, "graphml", 80, false));
        let safe = safe(&text).into_owned();
        prop_assert_eq!(data, [safe.as_str(), "true", &safe, "-1.5", "3", &safe, "1e-9"]);
        let quoted = quoted_in(&shown(&page, "dot", 80, false));
        prop_assert_eq!(quoted.iter().filter(|it| **it == safe).count() >= 3, true);
        let label = safe.replace('&', "&amp;");
        prop_assert_eq!(quoted.iter().filter(|it| **it == label).count() >= 5, true);
    }
}

#[test]
fn a_page_without_a_network_is_an_empty_one() {
    let page = Page::new("list", "No network");
    assert_eq!(data_of(&shown(&page, "graphml", 80, false)), [""; 0]);
    assert_eq!(quoted_in(&shown(&page, "dot", 80, false)), ["list", "No network", "UTF-8"]);
}
