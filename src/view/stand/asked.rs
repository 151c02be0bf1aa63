//! Facts from which a page about the outcome of a debate is made.

use framework::strength::Strengths;

use crate::analysis::evaluation::audience::Audience;
use crate::analysis::evaluation::challenge::Challenges;
use crate::analysis::evaluation::compile::Debate;
use crate::analysis::evaluation::outcome::Outcome;
use crate::analysis::evaluation::quarrel::Quarrel;
use crate::analysis::evaluation::trace::Trace;
use crate::page::Consumer;

/// Facts that a page shows, and for whom.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The map, and how it is read.
    pub debate: &'a Debate<'a>,
    /// Outcome of the debate.
    pub outcome: &'a Outcome,
    /// Why each statement came out as it did.
    pub trace: &'a Trace<'a>,
    /// Audience of the page, with its name.
    pub audience: Option<(&'a Audience, &'a str)>,
    /// How strong each statement is, where that is asked for, with the name of the model.
    pub strengths: Option<(&'a Strengths, &'static str)>,
    /// The reader of the page, which decides what it has to hold.
    pub consumer: Consumer,
}

/// Extent of the page, and the findings that it takes.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// Whether every statement is to be shown, in full.
    pub full: bool,
    /// Verdicts on all statements.
    pub challenges: &'a Challenges<'a>,
    /// The same without what the mapper inferred, where that is known and not asked for anyhow.
    pub stated: Option<&'a Challenges<'a>>,
    /// The quarrels of what is open.
    pub quarrels: &'a [Quarrel],
}
