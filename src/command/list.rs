//! `counterpoint list`: everything of one kind.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::view::ViewArgs;
use super::{Failure, Run, Status};
use crate::view::list::{Listed, list};

/// List authors, sources, issues, statements or terms
#[derive(Debug, Args)]
pub struct List {
    /// What to list
    what: What,
    /// Files and folders [default: the nearest map]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Only statements that are attacked by what nobody answers, by author and issue
    #[arg(long)]
    unanswered: bool,
    #[command(flatten)]
    view: ViewArgs,
}

/// What can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    Authors,
    Sources,
    Issues,
    Statements,
    Terms,
}

impl Run for List {
    const NAME: &'static str = "list";

    fn run(&self) -> Result<Status, Failure> {
        let listed = match self.what {
            What::Statements => Listed::Statements { unanswered: self.unanswered },
            _ if self.unanswered => {
                return Err(Failure(
                    "only statements can be unanswered: `counterpoint list statements --unanswered`".to_owned(),
                ));
            }
            What::Authors => Listed::Authors,
            What::Sources => Listed::Sources,
            What::Issues => Listed::Issues,
            What::Terms => Listed::Terms,
        };
        let loaded = self.view.map.load(&self.paths)?;
        self.view.show(&loaded, |map, selection, consumer| list(map, selection, listed, consumer))
    }
}
