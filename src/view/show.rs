//! One thing of the map with all that hangs on it.

mod issue;
mod party;
mod statement;
mod term;

use serde_json::Value;

use crate::model::select::Selection;
use crate::model::{AuthorId, Map, Named};
use crate::page::{Block, Column, Mark, Node, Page, Runs, Table};

use super::branch::Branches;
use super::left_out;
use super::naming::counted;

/// A statement, an issue, an author, a source or a term, as a tree. The filter chooses what the tree begins with; what hangs
/// on that is shown whoever says it, and only `--stated` cuts it.
pub fn show(map: &Map, selection: &Selection, named: Named) -> Page {
    grown(map, selection, |branches| match named {
        Named::Author(author) => party::author_page(map, selection, &[author], branches),
        Named::Source(source) => party::source_page(map, selection, source, branches),
        Named::Issue(issue) => issue::page(map, selection, issue, branches),
        Named::Term(term) => term::page(map, selection, term),
        Named::Statement(statement) => statement::page(map, selection, statement, branches),
    })
}

/// Authors who always write jointly, on one page.
pub fn show_jointly(map: &Map, selection: &Selection, authors: &[AuthorId]) -> Page {
    grown(map, selection, |branches| party::author_page(map, selection, authors, branches))
}

/// A page of trees, with what it had to leave out.
fn grown(map: &Map, selection: &Selection, page: impl FnOnce(&mut Branches<'_>) -> Page) -> Page {
    let mut branches = Branches::new(map, selection.filter.stated, true);
    let mut page = page(&mut branches);
    if branches.cut() > 0 {
        let text = format!("Not shown, because the tree would be too deep or too large: {}.", {
            counted(branches.cut(), "statement")
        });
        page.push(Block::Note(Runs::from(text).with(Mark::Plain, " Show one of the lowest to go on from there.")));
    }
    left_out::say(&mut page, map, selection);
    page.records = Some(records(&page));
    page
}

/// A node that is no statement.
fn plain(runs: Runs, value: Value, children: Vec<Node>) -> Node {
    Node { runs, value, details: Vec::new(), children }
}

/// The page's trees as a flat table: a row for each node, with how deep it hangs.
fn records(page: &Page) -> Table {
    let keys = ["name", "kind", "evidence", "text", "authors", "source", "at", "file", "line", "shown"];
    let mut table = Table { key: "tree".to_owned(), fixed: 1, ..Table::default() };
    table.columns.push(Column::number("depth", "depth"));
    table.columns.extend(keys.map(|key| Column::new(key, key)));
    let trees = page.blocks.iter().filter_map(|block| match block {
        Block::Tree(nodes) => Some(nodes),
        _ => None,
    });
    let mut next: Vec<(usize, &Node)> = trees.flatten().map(|node| (0, node)).collect();
    next.reverse();
    while let Some((depth, node)) = next.pop() {
        let word = |value: &Value| match value {
            Value::String(text) => text.clone(),
            Value::Array(parts) => parts.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("+"),
            Value::Null => String::new(),
            other => other.to_string(),
        };
        let own = ["name", "kind", "evidence", "text", "authors", "source", "at"].map(|key| word(&node.value[key]));
        let place = ["file", "line"].map(|key| word(&node.value["place"][key]));
        let words = own.into_iter().chain(place).chain([node.runs.plain()]);
        table.pack([depth.into()].into_iter().chain(words.map(Value::from)));
        next.extend(node.children.iter().rev().map(|child| (depth + 1, child)));
    }
    table
}
