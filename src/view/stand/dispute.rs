//! The page that says why one statement stands, falls or is open.

use crate::analysis::evaluation::reading::Support;
use crate::analysis::evaluation::trace::Trace;
use crate::framework::{Semantics, Status};
use crate::model::select::Selection;
use crate::model::{Map, StatementId};
use crate::page::{Block, Cell, Column, Mark, Node, Page, Row, Runs, Table};
use crate::view::left_out;
use crate::view::naming::counted;

use super::why::{Teller, verdict};
use super::{Asked, reading, tree};

/// Of what the page is to tell.
#[derive(Debug, Clone)]
pub struct Why {
    /// The statement.
    pub statement: StatementId,
    /// What would have made it stand, in words, where it does not.
    pub answers: Vec<Runs>,
    /// Where the smallest tree is asked for: how many statements have to stand for it, and whether no fewer would do. Nothing where nothing
    /// is certain.
    pub smallest: Option<Option<(usize, bool)>>,
}

/// The page.
pub fn dispute(map: &Map, selection: &Selection, asked: &Asked<'_>, why: &Why) -> Page {
    let statement = why.statement;
    let teller = Teller::new(map, Trace::new(map, asked.outcome), asked.audience);
    let status = asked.outcome.of(statement);
    let title = Runs::new().with(Mark::Name, map.statement_name(statement)).with(Mark::Plain, ": ");
    let mut page = Page::new("stand", title.joined(verdict(status)));
    let (node, cut) = tree::dispute(map, &teller, statement);
    page.records = asked.reader.reads_records().then(|| records(&node));
    page.push(Block::Tree(vec![node]));
    if cut > 0 {
        page.push(Block::Note(format!("The tree goes on: {} more.", counted(cut, "statement")).into()));
    }
    if !why.answers.is_empty() && status != Some(Status::Stands) {
        page.push(Block::Heading { level: 1, runs: "What would make it stand".into() });
        page.push(Block::List(why.answers.clone()));
    }
    if let Some(smallest) = why.smallest {
        page.push(Block::Note(size(smallest, status).into()));
    }
    // Where a reason is bound to what follows from it, the steps down to that are no attacks.
    let counts = asked.debate.reading.support != Support::Deductive && why.smallest.flatten().is_none();
    let depth = asked.outcome.depths.of(asked.outcome.compiled.statement(statement)).filter(|_| counts);
    if let Some(found) = depth {
        let text = match found.depth {
            0 => "To see this, no attack has to be looked at.".to_owned(),
            1 => "To see this, one attack has to be looked at.".to_owned(),
            depth => format!("To see this, one has to look {depth} attacks deep, and no deeper."),
        };
        page.push(Block::Note(text.into()));
    }
    if asked.outcome.semantics != Semantics::Grounded {
        page.push(Block::Note(
            "The tree shows what is certain by every rule; the verdict itself is found by search.".into(),
        ));
    }
    reading::say(&mut page, asked);
    left_out::say(&mut page, map, selection);
    page
}

/// How small the tree is.
fn size(smallest: Option<(usize, bool)>, status: Option<Status>) -> String {
    let Some((size, proven)) = smallest else {
        return "The tree is not made smaller: nothing in it is certain.".to_owned();
    };
    let have = if size == 1 { "has" } else { "have" };
    let itself = if status == Some(Status::Stands) { ", it among them," } else { "" };
    let fewer =
        if proven { "and fewer would not do" } else { "and whether fewer would do was not looked through to the end" };
    format!("For this, {}{itself} {have} to stand, {fewer} (strong admissibility).", counted(size, "statement"))
}

/// The tree as a flat table: a row for each line, with how deep it hangs.
fn records(root: &Node) -> Table {
    let mut table = Table { key: "dispute".to_owned(), fixed: 1, ..Table::default() };
    table.columns.push(Column::number("depth", "depth"));
    table.columns.extend(["statement", "standing", "text", "why", "shown"].map(|key| Column::new(key, key)));
    let mut next = vec![(0, root)];
    while let Some((depth, node)) = next.pop() {
        let word = |key: &str| Cell::text(node.value[key].as_str().unwrap_or_default());
        let why = node.details.first().map(Runs::plain).unwrap_or_default();
        let cells = [word("name"), word("standing"), word("text"), Cell::text(why), Cell::text(node.runs.plain())];
        let cells = [Cell::number(depth)].into_iter().chain(cells).collect();
        table.rows.push(Row { cells, ..Row::default() });
        next.extend(node.children.iter().rev().map(|child| (depth + 1, child)));
    }
    table
}
