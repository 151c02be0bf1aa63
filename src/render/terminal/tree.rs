//! Draws a tree: lines lead from each node to what hangs below it, and go on beside text that is wrapped.

use crate::page::{Mark, Node, Runs};
use crate::render::walk::{Step, walk};

use super::{Line, Pen};

/// Columns for each level.
const STEP: usize = 3;

impl Pen<'_> {
    pub(super) fn tree(self, roots: &[Node]) -> Vec<Line> {
        // Half of the width is for the drawing at most. Below the level at which that is used up, the outermost lines
        // are left out and the level is said instead.
        let levels = (self.width / 2 / STEP).max(1);
        let mut lines = Vec::new();
        // For each node above the present one, and itself: whether it is the last of its siblings.
        let mut lasts: Vec<bool> = Vec::new();
        for Step { node, depth, last } in walk(roots) {
            if depth == 0 && !lasts.is_empty() && (!node.children.is_empty() || lasts.len() > 1) {
                lines.push(Line::default());
            }
            lasts.truncate(depth);
            lasts.push(last);
            // A root stands at the margin: nothing leads to it.
            let drawn = &lasts[1.max(lasts.len().saturating_sub(levels)).min(lasts.len())..];
            lines.extend(self.node(node, depth, drawn, depth > drawn.len()));
        }
        lines
    }

    /// A node with its details, behind the lines of those above it.
    fn node(self, node: &Node, depth: usize, drawn: &[bool], deep: bool) -> Vec<Line> {
        let (mut first, mut other) = (String::new(), String::new());
        for (at, &last) in drawn.iter().enumerate() {
            let own = at + 1 == drawn.len();
            first.push_str(match (own, last) {
                (true, true) => "└─ ",
                (true, false) => "├─ ",
                (false, true) => "   ",
                (false, false) => "│  ",
            });
            other.push_str(if last { "   " } else { "│  " });
        }
        other.push_str(if node.children.is_empty() { "  " } else { "│ " });
        let mut lines = if deep {
            let level = Runs::new().with(Mark::Faint, format!("(level {}) ", depth + 1));
            let mut runs = level;
            runs.append(node.runs.clone());
            self.hung(&runs, &first, &other)
        } else {
            self.hung(&node.runs, &first, &other)
        };
        for detail in &node.details {
            lines.extend(self.hung(detail, &other, &other));
        }
        lines
    }
}
