//! `counterpoint compare`: where authors or sources differ, and why.

use clap::{Args, ValueEnum};

use super::filter::unknown;
use super::view::ViewArgs;
use super::{Failure, Run, Status};
use crate::analysis::column::{Party, joint};
use crate::model::{Map, Named};
use crate::view::compare::{self, CompareOptions, compare};

/// Compare two or more authors or sources: a verdict for each issue, with both sides' statements, grounds and quotations
#[derive(Debug, Args)]
pub struct Compare {
    /// Names of authors or sources, or `own` for statements outside any source, and behind them paths of the map [default: the nearest map]
    #[arg(value_name = "NAME", required = true)]
    words: Vec<String>,
    /// Show only some of the issues
    #[arg(long)]
    only: Option<Only>,
    /// Also show who speaks against a ground for a position, which is derived and decides no verdict
    #[arg(long)]
    derived: bool,
    #[command(flatten)]
    view: ViewArgs,
}

/// Which issues of a comparison are shown.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Only {
    /// Those on which two are opposed
    Opposed,
    /// Those on which two hold the same
    Shared,
    /// Those on which one speaks and another is silent
    Silent,
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
        let parties: Vec<Party> = names.iter().map(|name| party(map, name, voices)).collect::<Result<_, _>>()?;
        if parties.len() < 2 {
            return Err(Failure(
                "a comparison needs at least two authors or sources\n\
                                help: `counterpoint list authors` and `counterpoint list sources` name them"
                    .to_owned(),
            ));
        }
        let only = self.only.map(|only| match only {
            Only::Opposed => compare::Only::Opposed,
            Only::Shared => compare::Only::Shared,
            Only::Silent => compare::Only::Silent,
        });
        self.view.show(&loaded, |map, selection, reader| {
            let options = CompareOptions { parties, only, derived: self.derived, reader };
            compare(map, selection, &options)
        })
    }
}

/// What a name stands for in a comparison; also the key of a column, such as `a+b` of joint authors or `own`.
fn party(map: &Map, name: &str, voices: bool) -> Result<Party, Failure> {
    let joint = || joint(map, name, voices).and_then(|authors| authors.first().copied());
    match map.find(name) {
        Some(Named::Author(author)) => Ok(Party::Author(author)),
        Some(Named::Source(source)) => Ok(Party::Source(source)),
        Some(_) => Err(Failure(format!("`{name}` is neither an author nor a source, so it cannot be compared"))),
        None if matches!(name, "own" | "(own)") && has_own(map) => Ok(Party::Own),
        None => joint().map(Party::Author).ok_or_else(|| {
            let authors = map.authors.iter().map(|(_, author)| map.word(author.name));
            let known = authors.chain(map.sources.iter().map(|(_, source)| map.word(source.name)));
            unknown("author or source", name, known)
        }),
    }
}

/// Whether statements stand outside any source, and are nobody else's.
fn has_own(map: &Map) -> bool {
    map.statements.iter().any(|(id, statement)| statement.source.is_none() && map.authors_of(id).is_empty())
}
