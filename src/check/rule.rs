//! A rule, and what it looks at.

use crate::diagnostic::{Code, Diagnostics};
use crate::model::Map;
use crate::quotation::Verification;

/// One thing to look for in a map.
#[derive(Debug)]
pub struct Rule {
    /// The code of every finding that the rule makes.
    pub code: &'static Code,
    /// Finds it. Rules run beside each other, so that none may need another's findings.
    pub run: fn(&Context<'_>, &mut Diagnostics),
}

/// Facts that a rule may look at.
#[derive(Debug, Clone, Copy)]
pub struct Context<'g> {
    /// The map with its drafts, resolved and without what errors kept out.
    pub map: &'g Map,
    /// The map without them: what somebody stands for.
    pub settled: &'g Map,
    /// Settings of the user.
    pub settings: &'g Settings,
    /// Results of looking up the quotations; empty, unless they were looked up.
    pub quotations: &'g Verification,
}

/// Settings of the rules by the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// How many words a quotation may have.
    pub quotation_words: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { quotation_words: 15 }
    }
}
