//! `counterpoint divide`: which issues divide those who speak to them.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::view::ViewArgs;
use super::{Failure, Run, Status};
use crate::analysis::column;
use crate::view::divide::{DivideOptions, divide};

/// Order the issues by how much they divide the authors, with how far apart they are and who stands where
#[derive(Debug, Args)]
pub struct Divide {
    /// Files and folders [default: the nearest map]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Who is divided
    #[arg(long, default_value = "author")]
    by: By,
    #[command(flatten)]
    view: ViewArgs,
}

/// Who is divided.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum By {
    /// Authors; joint authors count as one
    Author,
    /// Documents
    Source,
    /// Organisations that authors belong to
    Organisation,
}

impl Run for Divide {
    const NAME: &'static str = "divide";

    fn run(&self) -> Result<Status, Failure> {
        let loaded = self.view.map.load(&self.paths)?;
        let by = match self.by {
            By::Author => column::By::Author,
            By::Source => column::By::Source,
            By::Organisation => column::By::Organisation,
        };
        self.view.show(&loaded, |map, selection, reader| divide(map, selection, DivideOptions { by, reader }))
    }
}
