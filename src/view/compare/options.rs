//! Options of a comparison: the columns that are compared, and the issues that are shown.

use crate::analysis::dispute::agreement::Verdict;
use crate::analysis::table::column::Actor;
use crate::page::Consumer;
use crate::study::IssueCompared;

/// The columns that are compared, and the issues that are shown.
#[derive(Debug, Clone, Default)]
pub struct CompareOptions {
    /// The actors whose statements are compared, in this order.
    pub parties: Vec<Actor>,
    /// The verdicts to which the page is limited.
    pub only: Option<Only>,
    /// Whether derived stances are shown, too.
    pub derived: bool,
    /// Whether many, too, are shown issue by issue.
    pub details: bool,
    /// The reader of the page, which decides what it has to hold.
    pub consumer: Consumer,
}

impl CompareOptions {
    /// Whether one of the pairs on an issue is among those asked for.
    pub(super) fn shows(&self, issue: &IssueCompared) -> bool {
        self.only.is_none_or(|only| issue.verdicts().any(|verdict| only.keeps(verdict)))
    }
}

/// Which issues of a comparison are shown alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// Those on which two are opposed, or one changed position between two times.
    Opposed,
    /// Those on which two hold the same.
    Shared,
    /// Those on which one speaks and another is silent.
    Silent,
}

impl Only {
    /// Every one with its word, and what it means to whoever asks for it.
    pub const WORDS: &[(Only, &str, &str)] = &[
        (Only::Opposed, "opposed", "Those on which two are opposed, or one changed position between two times"),
        (Only::Shared, "shared", "Those on which two hold the same"),
        (Only::Silent, "silent", "Those on which one speaks and another is silent"),
    ];

    fn keeps(self, verdict: Verdict) -> bool {
        match self {
            Only::Opposed => verdict.is_opposed() || verdict == Verdict::ChangeOfMind,
            Only::Shared => matches!(verdict, Verdict::Same(_)),
            Only::Silent => verdict == Verdict::OneSilent,
        }
    }
}
