//! Drafts in a line: what each is, how it is called, and in which words.

use crate::analysis::draft::Draft;
use crate::page::{Mark, Runs};

/// Placeholder of a draft that has no words yet.
pub const NO_WORDS: &str = "to be put into your own words";

/// A draft as an item of a list: `claim adler-2024.rents: Quiet streets raise rents.`
pub fn draft_line(draft: &Draft) -> Runs {
    let runs = Runs::new().with(Mark::Faint, format!("{} ", draft.kind)).with(Mark::Name, draft.name.as_str());
    let runs = runs.with(Mark::Plain, ": ");
    if draft.text.is_empty() { runs.with(Mark::Faint, NO_WORDS) } else { runs.with(Mark::Plain, draft.text.as_str()) }
}
