//! One thing of the map with all that hangs on it.

mod actor;
mod issue;
mod statement;
mod term;

use serde_json::Value;

use crate::model::select::Selection;
use crate::model::{AuthorId, Entity, Map};
use crate::page::{Block, Column, Mark, Node, Page, Runs, Table};

use super::wording::naming::counted;
use super::wording::omitted;
use super::wording::statement_tree::StatementTrees;

/// A statement, an issue, an author, a source or a term, as a tree. The filter chooses what the tree begins with; what hangs
/// on that is shown whoever says it, and only `--stated` cuts it.
pub fn show(map: &Map, selection: &Selection, named: Entity) -> Page {
    grown(map, selection, |trees| match named {
        Entity::Author(author) => actor::author_page(map, selection, &[author], trees),
        Entity::Source(source) => actor::source_page(map, selection, source, trees),
        Entity::Issue(issue) => issue::page(map, selection, issue, trees),
        Entity::Term(term) => term::page(map, selection, term),
        Entity::Statement(statement) => statement::page(map, selection, statement, trees),
    })
}

/// Authors who always write jointly, on one page.
pub fn show_jointly(map: &Map, selection: &Selection, authors: &[AuthorId]) -> Page {
    grown(map, selection, |trees| actor::author_page(map, selection, authors, trees))
}

/// A page of trees, with what it had to leave out.
fn grown(map: &Map, selection: &Selection, page: impl FnOnce(&mut StatementTrees<'_>) -> Page) -> Page {
    let mut trees = StatementTrees::new(map, selection.filter.stated, true);
    let mut page = page(&mut trees);
    if trees.cut() > 0 {
        let text = format!("Not shown, because the tree would be too deep or too large: {}.", {
            counted(trees.cut(), "statement")
        });
        page.push(Block::Note(Runs::from(text).with(Mark::Plain, " Show one of the lowest to go on from there.")));
    }
    omitted::note(&mut page, map, selection);
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
