//! `counterpoint table`: who holds what on every issue.

use std::path::PathBuf;

use clap::Args;

use crate::analysis::table::column::By;
use crate::view::table::{Content, Detail, Layout, TableOptions, table};

use super::example::Example;
use super::outcome::{Failure, Status};
use super::run::{RARE, Run};
use super::view::ViewArgs;
use super::words::one_of;

/// Show who stands where: a row for each position, a column for each author
#[derive(Debug, Args)]
pub struct Table {
    /// Files and folders [default: the nearest map]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// What makes a column
    #[arg(long, default_value = "author", value_parser = one_of(By::WORDS))]
    by: By,
    /// What stands below a row of words
    #[arg(long, value_name = "CONTENT", default_value = "words", value_parser = one_of(Content::WORDS))]
    cells: Content,
    /// A line for each question, with the positions in the cells, for wide screens
    #[arg(long, conflicts_with_all = ["transpose", "full"])]
    compact: bool,
    /// A row for each author or source, and a column for each question
    #[arg(long, conflicts_with = "full")]
    transpose: bool,
    /// A row for every position, with its words in full
    #[arg(long)]
    full: bool,
    /// How many statements are behind each word
    #[arg(long)]
    counts: bool,
    /// The names by which questions are typed, even where a line has no room for them
    #[arg(help_heading = RARE, long)]
    keys: bool,
    /// Also show who speaks against a ground for a position, which is derived and counted apart
    #[arg(help_heading = RARE, long)]
    derived: bool,
    /// Say where nothing of it stands, in view of all that is said against it
    #[arg(long)]
    standing: bool,
    #[command(flatten)]
    view: ViewArgs,
}

impl Run for Table {
    const NAME: &'static str = "table";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint table", shows: "who holds what on every issue" },
        Example {
            line: "counterpoint table --issue main-contribution,models --cells quotes",
            shows: "some issues, with the words",
        },
        Example { line: "counterpoint table --output table.html", shows: "a page to hand out" },
    ];

    fn run(&self) -> Result<Status, Failure> {
        let loaded = self.view.map.load(&self.paths)?;
        let options = |consumer| TableOptions {
            by: self.by,
            layout: match (self.compact, self.transpose) {
                (true, _) => Layout::Issues,
                (_, true) => Layout::Columns,
                _ => Layout::Positions,
            },
            detail: Detail { full: self.full, counts: self.counts, keys: self.keys },
            standing: self.standing,
            derived: self.derived,
            consumer,
            content: self.cells,
        };
        self.view.show(&loaded, |study, consumer| table(study, &options(consumer)))
    }
}
