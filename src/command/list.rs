//! `counterpoint list`: everything of one kind.

use std::path::PathBuf;

use clap::Args;

use crate::view::list::{Listed, list};

use super::conditions::Condition;
use super::example::Example;
use super::outcome::{Failure, Status};
use super::run::Run;
use super::view::ViewArgs;
use super::words::one_of;

/// List authors, sources, issues, statements, terms, sides or drafts
#[derive(Debug, Args)]
pub struct List {
    /// What to list
    #[arg(value_parser = one_of(Listed::WORDS))]
    what: Listed,
    /// Files and folders [default: the nearest map]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Only statements that are attacked by what nobody answers, by author and issue
    #[arg(long)]
    unanswered: bool,
    #[command(flatten)]
    view: ViewArgs,
}

impl Run for List {
    const NAME: &'static str = "list";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint list authors", shows: "everybody, with how much is theirs" },
        Example { line: "counterpoint list statements --unanswered", shows: "what was attacked and never answered" },
        Example { line: "counterpoint list statements --author hanatani", shows: "what one author says" },
    ];
    const CONDITIONS: &'static [Condition] =
        &[Condition { option: "what", value: |what| what != "statements", excludes: &["unanswered"], needs: &[] }];

    fn run(&self) -> Result<Status, Failure> {
        let listed = match self.what {
            Listed::Statements { .. } => Listed::Statements { unanswered: self.unanswered },
            listed => listed,
        };
        let loaded = self.view.map.load(&self.paths)?;
        if listed == Listed::Drafts {
            return self.view.show_with_drafts(&loaded, |study, consumer| list(study, listed, consumer));
        }
        self.view.show(&loaded, |study, consumer| list(study, listed, consumer))
    }
}
