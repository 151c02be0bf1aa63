//! `counterpoint compare`: where authors or sources differ, and why.

use clap::Args;

use super::actor::actor;
use super::view::ViewArgs;
use super::{Failure, Run, Status};
use crate::analysis::table::column::Actor;
use crate::view::compare::{CompareOptions, Only, compare};

/// Compare two or more authors or sources: a verdict for each issue, with both sides' statements, grounds and quotations
#[derive(Debug, Args)]
pub struct Compare {
    /// Names of authors or sources, or `own` for statements outside any source, and behind them paths of the map [default: the
    /// nearest map]. AUTHOR@2014 is what an author said in 2014, AUTHOR@..2014 up to then, AUTHOR@2014.. from then on
    #[arg(value_name = "NAME", required = true)]
    words: Vec<String>,
    /// Show only some of the issues
    #[arg(long)]
    only: Option<Only>,
    /// Also show who speaks against a ground for a position, which is derived and decides no verdict
    #[arg(long)]
    derived: bool,
    /// Of four and more, too, show issue by issue what each says, and what lies between each two
    #[arg(long)]
    details: bool,
    #[command(flatten)]
    view: ViewArgs,
}

impl Run for Compare {
    const NAME: &'static str = "compare";

    fn run(&self) -> Result<Status, Failure> {
        let (loaded, names) = self.view.map.load_with_names(&self.words)?;
        let map = &loaded.workspace.map;
        if let Some((_, twice)) = names.iter().enumerate().find(|(at, name)| names[..*at].contains(name)) {
            return Err(Failure(format!("`{twice}` is named twice: it has to be compared with another")));
        }
        let voices = self.view.selection(map)?.filter.voices;
        let parties: Vec<Actor> = names.iter().map(|name| actor(map, name, voices)).collect::<Result<_, _>>()?;
        if parties.len() < 2 {
            return Err(Failure(
                "a comparison needs at least two authors or sources\n\
                                help: `counterpoint list authors` and `counterpoint list sources` name them"
                    .to_owned(),
            ));
        }
        self.view.show(&loaded, |map, selection, consumer| {
            let options =
                CompareOptions { parties, only: self.only, derived: self.derived, details: self.details, consumer };
            compare(map, selection, &options)
        })
    }
}
