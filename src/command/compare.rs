//! `counterpoint compare`: where authors or sources differ, and why.

use clap::Args;

use crate::question::actor::parties;
use crate::view::compare::{CompareOptions, Only, compare};

use super::example::Example;
use super::outcome::{Failure, Status};
use super::run::{RARE, Run};
use super::view::ViewArgs;
use super::words::one_of;

/// Compare two or more authors or sources: a verdict for each issue, with both sides' statements, grounds and quotations
#[derive(Debug, Args)]
pub struct Compare {
    /// Names of authors or sources, or `own` for statements outside any source, and behind them paths of the map [default: the
    /// nearest map]. AUTHOR@2014 is what an author said in 2014, AUTHOR@..2014 up to then, AUTHOR@2014.. from then on
    #[arg(value_name = "NAME", required = true)]
    words: Vec<String>,
    /// Show only some of the issues
    #[arg(long, value_parser = one_of(Only::WORDS))]
    only: Option<Only>,
    /// Also show who speaks against a ground for a position, which is derived and decides no verdict
    #[arg(help_heading = RARE, long)]
    derived: bool,
    /// Show every question with all points, and what each says there with grounds and quotations
    #[arg(long, visible_alias = "details")]
    full: bool,
    #[command(flatten)]
    view: ViewArgs,
}

impl Run for Compare {
    const NAME: &'static str = "compare";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint compare sedgwick hanatani", shows: "where two differ, and why" },
        Example {
            line: "counterpoint compare sedgwick hanatani --only opposed",
            shows: "only what they quarrel about",
        },
        Example {
            line: "counterpoint compare sedgwick hanatani yamashita",
            shows: "who stands together, and who against whom",
        },
    ];

    fn run(&self) -> Result<Status, Failure> {
        let (loaded, names) = self.view.map.load_with_names(&self.words)?;
        let map = &loaded.workspace.map;
        let parties = parties(map, &names, self.view.selection(map)?.filter.voices)?;
        self.view.show(&loaded, |study, consumer| {
            let options =
                CompareOptions { parties, only: self.only, derived: self.derived, details: self.full, consumer };
            compare(study, &options)
        })
    }
}
