//! Nodes of a tree that are no statements.

use serde_json::Value;

use crate::page::{Node, Runs};

/// A node that is no statement.
pub(super) fn plain(runs: Runs, value: Value, children: Vec<Node>) -> Node {
    Node { runs, value, details: Vec::new(), children }
}
