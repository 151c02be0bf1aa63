//! Comparisons as parts of a site: two at a glance, and the points on one question between each two.

use foldhash::HashSet;

use crate::page::Block;
use crate::study::{Compared, IssueCompared, Study};
use crate::view::wording::contradiction;

use super::two::Two;
use super::{rest, together};

/// Two at a glance, as `compare` shows them before more is asked for; none where they always speak together.
pub fn two(study: &Study<'_>, compared: &Compared<'_>) -> Vec<Block> {
    if compared.number() != 2 {
        return Vec::new();
    }
    let two = Two { in_site: true, ..Two::new(compared, study.short(), |_| true) };
    let mut blocks = vec![Block::Prose(two.counts())];
    blocks.extend(two.between().map(Block::Prose));
    blocks.extend(two.groups(false));
    blocks.extend(rest::clashes(&two));
    blocks.extend(rest::beyond(&two));
    blocks.extend(contradiction::section(&compared.table, &compared.asked(), true));
    blocks
}

/// Points between each two on a question: what it turns on, what they share, and each point with its answer.
pub fn between(study: &Study<'_>, compared: &Compared<'_>, issue: &IssueCompared) -> Vec<Block> {
    together::pairs(compared, study.short(), issue, &mut HashSet::default(), true)
}
