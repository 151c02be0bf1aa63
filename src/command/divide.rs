//! `counterpoint divide`: which issues divide those who speak to them.

use std::path::PathBuf;

use clap::Args;

use crate::analysis::table::column::By;
use crate::view::divide::{DivideOptions, divide};

use super::example::Example;
use super::outcome::{Failure, Status};
use super::run::Run;
use super::view::ViewArgs;
use super::words::one_of;

/// Order the issues by how much they divide the authors, with how far apart they are and who stands where
#[derive(Debug, Args)]
pub struct Divide {
    /// Files and folders [default: the nearest map]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Who is divided
    #[arg(long, default_value = "author", value_parser = one_of(By::WORDS))]
    by: By,
    /// Show the figures, and how they are made
    #[arg(long)]
    figures: bool,
    #[command(flatten)]
    view: ViewArgs,
}

impl Run for Divide {
    const NAME: &'static str = "divide";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint divide", shows: "what divides most comes first" },
        Example { line: "counterpoint divide --by source", shows: "documents instead of authors" },
        Example { line: "counterpoint divide --output issues.csv", shows: "for a spreadsheet" },
    ];

    fn run(&self) -> Result<Status, Failure> {
        let loaded = self.view.map.load(&self.paths)?;
        let (by, figures) = (self.by, self.figures);
        self.view.show(&loaded, |study, consumer| divide(study, DivideOptions { by, figures, consumer }))
    }
}
