//! The filter options that every command shares.

use clap::Args;
use clap::builder::TypedValueParser;

use crate::model::{Date, EvidenceKind, StatementKind};
use crate::question::filter::FilterWords;

use super::words::of_words;

/// Which part of the map to look at. An option given twice, or with commas, means any of its values; different options all have to
/// hold.
#[derive(Debug, Args)]
#[command(next_help_heading = "Filter (any value of an option given twice or with commas; all of several options)")]
pub struct FilterArgs {
    /// Statements of these authors
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    author: Vec<String>,
    /// Statements of these sources
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    source: Vec<String>,
    /// What is said on these issues
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    issue: Vec<String>,
    /// What is said on these positions, as POSITION or ISSUE.POSITION
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    position: Vec<String>,
    /// Statements of these kinds
    #[arg(long, value_delimiter = ',', value_parser = kinds())]
    kind: Vec<StatementKind>,
    /// Evidence of these kinds
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = evidence_kinds())]
    evidence: Vec<EvidenceKind>,
    /// Statements and issues with these tags
    #[arg(long, value_name = "TAG", value_delimiter = ',')]
    tag: Vec<String>,
    /// Statements made on this date or later; a year or month will do
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<Date>,
    /// Statements made on this date or earlier; a year or month will do
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<Date>,
    /// Statements with these words in their text or quotations
    #[arg(long, value_name = "WORDS")]
    text: Option<String>,
    /// Leave out what was read into the texts
    #[arg(long)]
    stated: bool,
    /// Bring reported voices in
    #[arg(long)]
    voices: bool,
}

fn kinds() -> impl TypedValueParser<Value = StatementKind> {
    of_words(StatementKind::ALL.into_iter().map(|kind| (kind, kind.word(), "")))
}

fn evidence_kinds() -> impl TypedValueParser<Value = EvidenceKind> {
    of_words(EvidenceKind::WORDS.iter().map(|&(kind, word)| (kind, word, "")))
}

fn date(word: &str) -> Result<Date, String> {
    Date::parse(word).ok_or_else(|| "a date is YYYY, YYYY-MM or YYYY-MM-DD".to_owned())
}

impl FilterArgs {
    /// The part asked for, in words.
    pub fn words(&self) -> FilterWords {
        FilterWords {
            authors: self.author.clone(),
            sources: self.source.clone(),
            issues: self.issue.clone(),
            positions: self.position.clone(),
            kinds: self.kind.clone(),
            evidence: self.evidence.clone(),
            tags: self.tag.clone(),
            since: self.since,
            until: self.until,
            text: self.text.clone(),
            stated: self.stated,
            voices: self.voices,
        }
    }
}
