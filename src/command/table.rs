//! `counterpoint table`: who holds what on every issue.

use std::path::PathBuf;

use clap::Args;

use crate::analysis::table::column::By;
use crate::view::table::{Content, TableOptions, table};

use super::example::Example;
use super::outcome::{Failure, Status};
use super::run::{RARE, Run};
use super::view::ViewArgs;
use super::words::one_of;

/// Show who holds what on every issue: issues as rows, authors as columns
#[derive(Debug, Args)]
pub struct Table {
    /// Files and folders [default: the nearest map]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// What makes a column
    #[arg(long, default_value = "author", value_parser = one_of(By::WORDS))]
    by: By,
    /// What stands in a cell
    #[arg(long, value_name = "CONTENT", default_value = "signs", value_parser = one_of(Content::WORDS))]
    cells: Content,
    /// A row for each position below its issue
    #[arg(long)]
    positions: bool,
    /// Also show who speaks against a ground for a position, which is derived and counted apart
    #[arg(help_heading = RARE, long)]
    derived: bool,
    /// Mark the cells in which nothing stands, in view of all that is said against it
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
            positions: self.positions,
            standing: self.standing,
            derived: self.derived,
            consumer,
            content: self.cells,
        };
        self.view.show(&loaded, |study, consumer| table(study, &options(consumer)))
    }
}
