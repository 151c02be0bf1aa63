//! One thing of the map with all that hangs on it.

mod actor;
mod issue;
mod node;
mod side;
mod statement;
mod term;

use crate::analysis::draft::Draft;
use crate::model::{AuthorId, Entity};
use crate::page::{Block, Field, Mark, Node, Page, Runs, Table};
use crate::study::Study;

use super::wording::draft::draft_line;
use super::wording::naming::counted;
use super::wording::omitted;
use super::wording::statement_tree::StatementTrees;

/// A statement, an issue, an author, a source or a term, as a tree. The filter chooses what the tree begins with; what hangs
/// on that is shown whoever says it, and only `--stated` cuts it.
pub fn show(study: &Study<'_>, named: Entity) -> Page {
    grown(study, |trees| match named {
        Entity::Author(author) => actor::author_page(study, &[author], trees),
        Entity::Source(source) => actor::source_page(study, source, trees),
        Entity::Issue(issue) => issue::page(study, issue, trees),
        Entity::Term(term) => term::page(study, term),
        Entity::Side(side) => side::page(study.map, side),
        Entity::Statement(statement) => statement::page(study, statement, trees),
    })
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

/// Authors who always write jointly, on one page.
pub fn show_jointly(study: &Study<'_>, authors: &[AuthorId]) -> Page {
    grown(study, |trees| actor::author_page(study, authors, trees))
}

/// A page of trees, with what it had to leave out.
fn grown(study: &Study<'_>, page: impl FnOnce(&mut StatementTrees<'_>) -> Page) -> Page {
    let mut trees = StatementTrees::new(study.map, study.selection.filter.stated, true);
    let mut page = page(&mut trees);
    if trees.cut() > 0 {
        let text = format!("Not shown, because the tree would be too deep or too large: {}.", {
            counted(trees.cut(), "statement")
        });
        page.push(Block::Note(Runs::from(text).with(Mark::Plain, " Show one of the lowest to go on from there.")));
    }
    omitted::note(&mut page, study.map, study.selection);
    page.records = Some(records(&page));
    page
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
