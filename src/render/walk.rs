//! Goes through a tree in the order in which it is read, without ever going deeper into the machine's own stack.

use crate::page::Node;

/// A node on the way through a tree.
pub(super) struct Step<'p> {
    pub(super) node: &'p Node,
    /// How many nodes stand above it.
    pub(super) depth: usize,
    /// Whether no sibling follows.
    pub(super) last: bool,
}

/// All nodes, each before its children.
pub(super) fn walk(roots: &[Node]) -> impl Iterator<Item = Step<'_>> {
    let mut open = vec![roots.iter()];
    std::iter::from_fn(move || {
        loop {
            let siblings = open.last_mut()?;
            let Some(node) = siblings.next() else {
                open.pop();
                continue;
            };
            let (last, depth) = (siblings.len() == 0, open.len() - 1);
            open.push(node.children.iter());
            return Some(Step { node, depth, last });
        }
    })
}
