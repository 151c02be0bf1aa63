//! `counterpoint network`: authors, issues or statements as a network, to be drawn or computed on.

use std::path::PathBuf;

use clap::Args;

use crate::analysis::dispute::network::Unit;
use crate::analysis::table::column::By;
use crate::view::network::{self, NetworkOptions};

use super::conditions::Condition;
use super::example::Example;
use super::outcome::{Failure, Status};
use super::run::{RARE, Run};
use super::view::ViewArgs;
use super::words::one_of;

/// Make a network of authors, of authors and issues, or of statements: as a table, or with --format graphml or dot to be drawn and
/// computed on
#[derive(Debug, Args)]
pub struct Network {
    /// Files and folders [default: the nearest map]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// What is joined, and by what
    #[arg(long, default_value = "congruence", value_parser = one_of(network::Network::WORDS))]
    of: network::Network,
    /// Whose stands are one point of the network [default: author]
    #[arg(long, value_parser = one_of(By::WORDS))]
    by: Option<By>,
    /// What counts once for an author and an issue [default: sources]
    #[arg(help_heading = RARE, long, value_name = "WHAT", value_parser = one_of(Unit::WORDS))]
    count: Option<Unit>,
    #[command(flatten)]
    view: ViewArgs,
}

impl Run for Network {
    const NAME: &'static str = "network";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint network", shows: "who says alike, pair by pair" },
        Example { line: "counterpoint network --of conflict", shows: "who speaks against whom" },
        Example { line: "counterpoint network --output authors.graphml", shows: "for programs that draw networks" },
    ];
    /// In a network of statements each is a point of its own, and nothing is counted.
    const CONDITIONS: &'static [Condition] =
        &[Condition { option: "of", value: |of| of == "statements", excludes: &["by", "count"], needs: &[] }];

    fn run(&self) -> Result<Status, Failure> {
        let of = self.of;
        let (by, unit) = (self.by.unwrap_or_default(), self.count.unwrap_or_default());
        let loaded = self.view.map.load(&self.paths)?;
        self.view.show(&loaded, |study, consumer| network::network(study, &NetworkOptions { of, by, unit, consumer }))
    }
}
