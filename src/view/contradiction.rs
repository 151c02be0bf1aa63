//! Contradictions of one author, and changes of mind: both passages, with their dates.

use serde_json::json;

use crate::analysis::contradiction::{Contradiction, contradictions};
use crate::analysis::positions::Positions;
use crate::model::{IssueId, Map};
use crate::page::{Block, Mark, Node, Runs};

use super::branch::{manner, stance_sign};
use super::naming::{column_title, counted, when};
use super::passage::passage;

/// More contradictions than these are counted, not shown.
const SHOWN: usize = 100;

/// All contradictions on these issues: a tree for each, with both passages below it; nothing where there is none. Whose
/// it is stands before it where the table has `several` columns.
pub fn section(map: &Map, positions: &Positions, issues: &[IssueId], several: bool) -> Vec<Block> {
    let mut nodes = Vec::new();
    let mut number = 0;
    for &issue in issues {
        for (column, stand) in positions.stands_on(issue) {
            for found in contradictions(map, issue, &stand) {
                number += 1;
                if number <= SHOWN {
                    let who = if several { column_title(map, &positions.columns, column) } else { String::new() };
                    nodes.push(node(map, issue, &found, who));
                }
            }
        }
    }
    if nodes.is_empty() {
        return Vec::new();
    }
    let heading = Block::Heading { level: 1, runs: "Contradictions and changes of mind".into() };
    let mut blocks = vec![heading, Block::Tree(nodes)];
    if number > SHOWN {
        let text = format!("Not shown: {} more.", counted(number - SHOWN, "contradiction"));
        blocks.push(Block::Note(text.into()));
    }
    blocks
}

fn node(map: &Map, issue: IssueId, found: &Contradiction, who: String) -> Node {
    let (word, between) = if found.is_change { ("changed", ", then ") } else { ("contradiction", " and ") };
    let name = map.word(map.issues[issue].name);
    let mut runs = Runs::new().with(Mark::Strong, who.as_str());
    runs.push(Mark::Plain, if who.is_empty() { "" } else { ", " });
    runs = runs.with(Mark::Name, name).with(Mark::Plain, ": ").with(Mark::Strong, word).with(Mark::Plain, ", ");
    for (index, &stance) in found.stances.iter().enumerate() {
        runs.push(Mark::Plain, if index > 0 { between } else { "" });
        runs.append(stance_sign(map, stance));
        runs.push(Mark::Plain, when(map, map.stances[stance].statement));
    }
    let child = |stance| {
        let mut how = stance_sign(map, stance);
        how.append(manner(map, stance));
        passage(map, map.stances[stance].statement, how, true)
    };
    let value = json!({ "issue": name, "column": who, "change": found.is_change });
    Node { runs, value, details: Vec::new(), children: found.stances.map(child).to_vec() }
}
