//! `counterpoint accept`: a draft becomes part of the map.

use clap::Args;

use crate::file::write_whole;
use crate::question::accept::accepted;

use super::example::Example;
use super::map::{MapArgs, counted};
use super::outcome::{Failure, Status, say};
use super::run::Run;
use super::texts::TextArgs;

/// Take the mark `(draft)` away: from then on, what was a draft counts
///
/// A draft without a text is refused, and one with a quotation that is not faithful to its source. Either all that is named is accepted
/// or nothing; each file is written whole.
#[derive(Debug, Args)]
pub struct Accept {
    /// The names of drafts; behind them paths of the map [default: the nearest map]
    #[arg(value_name = "NAME", required = true)]
    words: Vec<String>,
    #[command(flatten)]
    texts: TextArgs,
    #[command(flatten)]
    map: MapArgs,
}

impl Run for Accept {
    const NAME: &'static str = "accept";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint list drafts", shows: "what there is to accept" },
        Example { line: "counterpoint accept --help", shows: "what is accepted, and what is refused" },
        Example { line: "counterpoint check", shows: "what a map with its new parts says" },
    ];

    fn run(&self) -> Result<Status, Failure> {
        let (named, names) = self.map.load_with_names(&self.words)?;
        let paths: Vec<_> = self.words.iter().filter(|word| !names.contains(word)).map(Into::into).collect();
        drop(named);
        let loaded = self.map.load_verified(&paths, &self.texts)?;
        for (path, text) in accepted(&loaded.workspace, &names)? {
            write_whole(path.as_ref(), text.as_bytes())?;
        }
        say(format_args!("{} accepted", counted(names.len(), "draft", "drafts")));
        Ok(Status::Sound)
    }
}
