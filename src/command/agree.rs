//! `counterpoint agree`: how near authors stand to one another, in figures.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::view::ViewArgs;
use super::{Failure, Run, Status};
use crate::analysis::coding::Coding;
use crate::analysis::{column, similarity};
use crate::view::agree::{AgreeOptions, agree};

/// Show how near authors stand to one another: a figure for each two, and what it rests on
#[derive(Debug, Args)]
pub struct Agree {
    /// Files and folders [default: the nearest map]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// What is held against each other
    #[arg(long, default_value = "author")]
    by: By,
    /// Which figure
    #[arg(long, default_value = "gower")]
    measure: Measure,
    /// Put those next to each other who stand nearest, and draw the tree by which they join
    #[arg(long)]
    cluster: bool,
    /// What becomes of an author who speaks both ways on an issue
    #[arg(long, value_name = "HOW", default_value = "out")]
    ambivalent: Ambivalent,
    /// Leave out what is said only on a condition
    #[arg(long)]
    unconditional: bool,
    #[command(flatten)]
    view: ViewArgs,
}

/// Whose stands are held against each other.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum By {
    /// Each author; joint authors count as one
    Author,
    /// Each document
    Source,
    /// Each organisation that authors belong to
    Organisation,
}

/// What is measured.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Measure {
    /// Similarity from 0 to 1 of the positions held, after Gower
    Gower,
    /// How much is said alike, added up over issues and sources
    Congruence,
    /// How much is said against each other, added up
    Conflict,
    /// Congruence less conflict
    Subtract,
    /// How many of the issues that either addresses both do; and the same of grounds
    Jaccard,
    /// Agreement beyond chance on scales and yes/no issues, Cohen's kappa
    Kappa,
    /// Agreement in order on scales and yes/no issues, Kendall's tau-b
    Tau,
}

/// What becomes of who speaks both ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Ambivalent {
    /// Left out: that is a stand of its own
    Out,
    /// Counted as standing in the middle
    Middle,
}

impl Run for Agree {
    const NAME: &'static str = "agree";

    fn run(&self) -> Result<Status, Failure> {
        let loaded = self.view.map.load(&self.paths)?;
        let options = |reader| AgreeOptions {
            by: match self.by {
                By::Author => column::By::Author,
                By::Source => column::By::Source,
                By::Organisation => column::By::Organisation,
            },
            measure: match self.measure {
                Measure::Gower => similarity::Measure::Gower,
                Measure::Congruence => similarity::Measure::Congruence,
                Measure::Conflict => similarity::Measure::Conflict,
                Measure::Subtract => similarity::Measure::Subtract,
                Measure::Jaccard => similarity::Measure::Jaccard,
                Measure::Kappa => similarity::Measure::Kappa,
                Measure::Tau => similarity::Measure::Tau,
            },
            coding: Coding { middle: self.ambivalent == Ambivalent::Middle, unconditional: self.unconditional },
            cluster: self.cluster,
            reader,
        };
        self.view.show(&loaded, |map, selection, reader| agree(map, selection, &options(reader)))
    }
}
