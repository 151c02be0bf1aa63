//! The tree by which those who stand nearest join.

use std::collections::VecDeque;

use measure::linkage::{Cluster, average_linkage};
use serde_json::json;

use crate::analysis::comparison::similarity::Measure;
use crate::page::{Block, Mark, Node, Runs};
use crate::view::wording::figure::figure;

use super::found::Found;

/// The trees in which all end: one, where something can be held against something everywhere. Equals join in the order of
/// their names.
pub fn join(found: &Found<'_>) -> Vec<Cluster> {
    let mut named: Vec<usize> = (0..found.names.len()).collect();
    named.sort_by_key(|&who| &found.names[who]);
    let mut trees = average_linkage(named.len(), |a, b| found.nearness(named[a], named[b]));
    for tree in &mut trees {
        tree.rename(&named);
    }
    trees
}

/// The trees as they are drawn.
pub fn tree(found: &Found<'_>, trees: &[Cluster]) -> Vec<Block> {
    if trees.is_empty() {
        return Vec::new();
    }
    let several = trees.len() > 1;
    let mut blocks = vec![Block::Heading { level: 1, runs: "Who joins whom".into() }];
    blocks.push(Block::Tree(trees.iter().map(|tree| node(found, tree)).collect()));
    let mut text = String::from(
        "The two nearest join first, then groups by the mean of the figure over all pairs between them (average \
         linkage); of equals those whose names come first.",
    );
    if several {
        text += " What is not joined has no pair between it with a figure.";
    }
    blocks.push(Block::Note(text.into()));
    blocks
}

/// A group with its parts below it. Built from the leaves up, so that its depth does not matter.
fn node(found: &Found<'_>, tree: &Cluster) -> Node {
    let mut order = vec![tree];
    let mut next = 0;
    while let Some(cluster) = order.get(next) {
        if let Cluster::Joined { parts, .. } = cluster {
            order.extend(parts.iter());
        }
        next += 1;
    }
    // A cluster later in the order is a part of one before it, in pairs.
    let mut made: VecDeque<Node> = VecDeque::new();
    for cluster in order.into_iter().rev() {
        let node = match cluster {
            Cluster::One(who) => Node {
                runs: found.shown[*who].clone(),
                value: json!({ "name": found.names[*who] }),
                details: Vec::new(),
                children: Vec::new(),
            },
            Cluster::Joined { similarity, .. } => {
                let height = if found.measure == Measure::Conflict { -similarity } else { *similarity };
                let (second, first) = (made.pop_front(), made.pop_front());
                Node {
                    runs: Runs::from("at ").with(Mark::Strong, figure(height)),
                    value: json!({ "figure": height }),
                    details: Vec::new(),
                    children: first.into_iter().chain(second).collect(),
                }
            }
        };
        made.push_back(node);
    }
    made.pop_front().expect("a tree has a root")
}
