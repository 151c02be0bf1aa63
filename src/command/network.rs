//! `counterpoint network`: authors, issues or statements as a network, to be drawn or computed on.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::view::ViewArgs;
use super::{Failure, Run, Status};
use crate::analysis::dispute::network::Unit;
use crate::analysis::table::column::By;
use crate::view::network::{self, NetworkOptions, Weight};

/// Make a network of authors, of authors and issues, or of statements: as a table, or with --format graphml or dot to be drawn and
/// computed on
#[derive(Debug, Args)]
pub struct Network {
    /// Files and folders [default: the nearest map]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// What is joined, and by what
    #[arg(long, default_value = "congruence")]
    of: Of,
    /// Whose stands are one point of the network [default: author]
    #[arg(long)]
    by: Option<By>,
    /// What counts once for an author and an issue [default: sources]
    #[arg(long, value_name = "WHAT")]
    count: Option<Count>,
    #[command(flatten)]
    view: ViewArgs,
}

/// What a network is of.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Of {
    /// Authors, by how much they say alike
    Congruence,
    /// Authors, by how much they say against each other
    Conflict,
    /// Authors, by the first less the second
    Subtract,
    /// Authors and the issues to which they speak
    Issues,
    /// Statements, by reasons, attacks and what else joins them
    Statements,
}

/// What counts once.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Count {
    /// A source, however often it says so
    Sources,
    /// Every statement
    Statements,
}

impl Run for Network {
    const NAME: &'static str = "network";

    fn run(&self) -> Result<Status, Failure> {
        let of = match self.of {
            Of::Congruence => network::Network::Pairs(Weight::Congruence),
            Of::Conflict => network::Network::Pairs(Weight::Conflict),
            Of::Subtract => network::Network::Pairs(Weight::Subtract),
            Of::Issues => network::Network::Issues,
            Of::Statements => network::Network::Statements,
        };
        if of == network::Network::Statements && (self.by.is_some() || self.count.is_some()) {
            return Err(Failure(
                "in a network of statements each is a point of its own, and nothing is counted\nhelp: leave --by and --count out"
                    .to_owned(),
            ));
        }
        let by = self.by.unwrap_or_default();
        let unit = match self.count {
            None | Some(Count::Sources) => Unit::Source,
            Some(Count::Statements) => Unit::Statement,
        };
        let loaded = self.view.map.load(&self.paths)?;
        self.view.show(&loaded, |map, selection, consumer| {
            network::network(map, selection, &NetworkOptions { of, by, unit, consumer })
        })
    }
}
