//! One thing of the map with all that hangs on it.

pub(super) mod about;
mod asked;
mod author;
mod issue;
pub(super) mod lead;
mod node;
mod position;
pub(super) mod questions;
mod room;
mod side;
pub(super) mod source;
pub(super) mod statement;
mod takers;
mod term;
mod tree;

use crate::analysis::draft::Draft;
use crate::model::Entity;
use crate::page::{Block, Field, Node, Page, Table};
use crate::study::Study;

use self::tree::Trees;
use super::wording::draft::draft_line;
use super::wording::naming::counted;
use super::wording::omitted;

pub use self::asked::{ShowOptions, Subject};

/// A statement, a question, an answer to one, an author, a source or a term, with what hangs on it. The filter chooses what the page
/// begins with; what hangs on that is shown whoever says it, and only `--stated` cuts it. What is not shown is counted.
pub fn show(study: &Study<'_>, subject: &Subject, options: ShowOptions) -> Page {
    let trees = &mut Trees::new(study, options);
    let mut page = match subject {
        Subject::Position(position) => position::page(study, *position, trees),
        Subject::Jointly(authors) => author::page(study, authors, trees),
        Subject::Entity(Entity::Author(author)) => author::page(study, &[*author], trees),
        Subject::Entity(Entity::Source(source)) => source::page(study, *source, trees),
        Subject::Entity(Entity::Issue(issue)) => issue::page(study, *issue, trees),
        Subject::Entity(Entity::Term(term)) => term::page(study, *term),
        Subject::Entity(Entity::Side(side)) => side::page(study, *side, trees),
        Subject::Entity(Entity::Statement(statement)) => statement::page(study, *statement, trees),
    };
    page.blocks.extend(trees.rest().map(Block::Note));
    omitted::note(&mut page, study.map, study.selection);
    page.records = options.consumer.reads_records().then(|| records(&page));
    page
}

/// Drafts that belong to a thing or would bear on it, below its page: they count for nothing yet.
pub fn drafts(drafts: &[Draft]) -> Vec<Block> {
    if drafts.is_empty() {
        return Vec::new();
    }
    let title = format!("{}, which count for nothing yet", counted(drafts.len(), "draft"));
    let title = if drafts.len() == 1 { "1 draft, which counts for nothing yet".to_owned() } else { title };
    let heading = Block::Heading { level: 1, runs: title.into() };
    vec![heading, Block::List(drafts.iter().map(draft_line).collect())]
}

/// The page's trees as a flat table: a row for each node, with how deep it hangs.
fn records(page: &Page) -> Table {
    let mut lines = Vec::new();
    let trees = page.blocks.iter().filter_map(|block| match block {
        Block::Tree(nodes) => Some(nodes),
        _ => None,
    });
    let mut next: Vec<(usize, &Node)> = trees.flatten().map(|node| (0, node)).collect();
    next.reverse();
    while let Some((depth, node)) = next.pop() {
        lines.push((depth, node));
        next.extend(node.children.iter().rev().map(|child| (depth + 1, child)));
    }
    let own = |key: &'static str| Field::text(key, move |(_, node): &(usize, &Node)| node.value[key].clone());
    let fields = [
        Field::whole("depth", |(depth, _): &(usize, &Node)| Some(*depth)),
        own("name"),
        own("kind"),
        own("evidence"),
        own("text"),
        Field::texts("authors", |(_, node): &(usize, &Node)| {
            node.value["authors"].as_array().cloned().unwrap_or_default()
        }),
        own("source"),
        own("at"),
        Field::text("file", |(_, node): &(usize, &Node)| node.value["place"]["file"].clone()),
        Field::whole("line", |(_, node): &(usize, &Node)| node.value["place"]["line"].as_u64()),
        Field::text("shown", |(_, node): &(usize, &Node)| node.runs.plain()),
    ];
    Table::of_records("tree", &fields, lines)
}
